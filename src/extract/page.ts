// What every finder reads: the normalised view of a document with its zones, tokens and sentences, and what is already
// known of it. A finder is a pure function from a Page to annotations in the view's coordinates.
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { ParsedDocument, Zone } from '../model.ts'
import type { Span } from '../text/view.ts'
import type { Token } from '../text/words.ts'
import type { Declined } from './decline.ts'
import type { NumberSpan } from './document-number.ts'
import type { Header } from './header.ts'

export type ZonedBlock = Span & {
  zone: Zone
  /** Index of the block in the parsed document. */
  index: number
  /** Heading level or list depth, where the parser knew it. */
  level?: number | undefined
  page?: number | undefined
}

/** Facts found before the finders run, that dates and organisations are completed from. */
export type Facts = {
  /** ISO date or date-time of publication, or null. */
  publishedAt: string | null
  /** ISO day from the header of an official document, or null. */
  issuedOn: string | null
  /** First years of the school years named, most frequent first: [2022] for 2022-2023. */
  schoolYears: number[]
}

export type Page = {
  parsed: ParsedDocument
  lexicon: Lexicon
  /** Normalised text; blocks are parted by "\n". All offsets below and in annotations index this string. */
  text: string
  /** Same length as `text`: lower-case, tones in the newer style, quotes straight. Match patterns against this. */
  key: string
  blocks: readonly ZonedBlock[]
  tokens: readonly Token[]
  /** Their numbers (see `Token`) by themselves: who looks for few words among all passes over these. */
  wordNumbers: Int32Array
  /** 1 for a token that begins with a capital in `text`. */
  capitals: Uint8Array
  /** The sentences of all blocks, in order. */
  sentences: readonly Span[]
  /** All that has the shape of a document's number, in order. */
  numbers: readonly NumberSpan[]
  facts: Facts
  /** The day that names and borders are read at (see document-day.ts), or null. */
  day: string | null
  /** The header of an official document; null for articles. */
  header: Header | null
  /** Told of every candidate that a finder drops; absent in ordinary runs. */
  declined?: ((note: Declined) => void) | undefined
}

/** One thing found: where, by which rule, how sure, and the words that decided. */
export type Annotation<T> = Span & {
  rule: string
  confidence: number
  evidence?: string | undefined
  value: T
}
