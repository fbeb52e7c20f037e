// The words of search, the same for every database: what of a record is indexed.
import type { RecordBlock, RecordField, VanthuRecord, Zone } from '../../model.ts'
import { keyOf } from '../../text/fold.ts'
import { foldWord } from '../../text/fold-word.ts'
import { numberKeyOf } from '../../text/number-key.ts'
import { queryWords } from '../../text/query.ts'
import { signatureOf } from '../../text/resemblance.ts'
import { viewOf } from '../../text/view.ts'
import { wordsOf } from '../../text/words.ts'
import { type ProminentWords, prominentWords } from './prominent.ts'

/** The blocks that search looks into: all but the page around the text. */
export function indexedBlocks(record: VanthuRecord): RecordBlock[] {
  return record.blocks.filter((block) => block.zone !== 'boilerplate')
}

export type IndexedWords = {
  /** Folded words, parted by spaces. */
  title: string
  lead: string
  body: string
  officials: string
  /** All words that carry marks, lower-case, tones in the newer style. */
  marked: string
  /** Words that the document is about, by how much. */
  prominent: ProminentWords
  /** The words of letters alone, each once: what mistyped words are mended by. */
  vocabulary: string[]
  /** What copies are found by (see text/resemblance.ts); null where the text is too short. */
  signature: Uint8Array | null
}

/** Blocks that are not the same in copies of a text: letterhead, signature, page numbers, what a site or an editor adds. */
const aroundText: ReadonlySet<Zone> = new Set([
  'header',
  'footer',
  'signature',
  'dateline',
  'byline',
  'caption',
])

/** What the index holds of a record. */
export function indexedWords(record: VanthuRecord): IndexedWords {
  const marked = new Set<string>()
  // The same words come again and again; each is folded once.
  const known = new Map<string, string>()
  const plainOf = (word: string): string => {
    let plain = known.get(word)
    if (plain === undefined) {
      plain = foldWord(word)
      known.set(word, plain)
      const key = keyOf(word)
      if (key !== plain) marked.add(key)
    }
    return plain
  }
  /** The folded words of each block. */
  const foldedIn = (text: string, blocks: readonly { start: number; end: number }[]) => {
    const view = viewOf(text, blocks)
    const words = wordsOf(view.text)
    let at = 0
    return view.blocks.map(({ end }) => {
      const folded: string[] = []
      for (let word = words[at]; word && word.start < end; word = words[++at])
        folded.push(plainOf(word.text))
      return folded
    })
  }
  const whole = (text: string) =>
    foldedIn(text, [{ start: 0, end: text.length }])
      .flat()
      .join(' ')
  const blocks = indexedBlocks(record)
  const wordsByBlock = foldedIn(record.text, blocks)
  const wordsIn = (isAsked: (zone: Zone) => boolean): string[] =>
    wordsByBlock.filter((_, i) => isAsked(blocks[i]?.zone ?? 'body')).flat()
  // Where a person gave another title, the lines that looked like one are text like any other.
  const isRetitled = record.reviews?.title?.action === 'correct'
  const isTitle = (zone: Zone) => zone === 'title' && !isRetitled
  const title = wordsIn(isTitle)
  const text = wordsIn((zone) => !isTitle(zone) && zone !== 'lead')
  const fields = {
    title: blocks.some(({ zone }) => isTitle(zone)) ? title.join(' ') : whole(record.title ?? ''),
    lead: wordsIn((zone) => zone === 'lead').join(' '),
    body: [text.join(' '), ...correctedWords(record).map(whole), ...numberKeys(record)]
      .filter(Boolean)
      .join(' '),
    officials: record.officials.map((official) => whole(official.name)).join(' '),
  }
  return {
    ...fields,
    marked: [...marked].join(' '),
    prominent: prominentWords(fields),
    vocabulary: [...new Set(known.values())].filter(isOrdinaryWord),
    signature: signatureOf(wordsIn((zone) => !aroundText.has(zone))),
  }
}

/** Short and long words, and those of other scripts and of figures, are no words that somebody mistyped. */
const isOrdinaryWord = (word: string) => /^[a-z]{2,20}$/.test(word)

/** The document's own number and those it cites, each as one word, so that they are found however they are written. */
function numberKeys({ number, citations }: VanthuRecord): string[] {
  const numbers = [number, ...citations.map((citation) => citation.number)]
  return [...new Set(numbers.map((one) => numberKeyOf(one ?? '')))]
}

/** What people said that may stand nowhere in the text: they look for it as they know it. */
function correctedWords(record: VanthuRecord): string[] {
  const isCorrected = (field: RecordField) => record.reviews?.[field]?.action === 'correct'
  const fields = (['number', 'issuer', 'issuedAt'] as const).filter(isCorrected)
  return [
    ...fields.map((field) => record[field]),
    ...(isCorrected('signers') ? record.signers.map(({ name }) => name) : []),
    ...(isCorrected('bylines') ? record.bylines.map(({ name }) => name) : []),
    ...(isCorrected('keywords') ? record.keywords : []),
    ...record.officials
      .filter(({ review }) => review && review.action !== 'confirm')
      .flatMap(({ positions }) => positions.flatMap((p) => [p.title, p.organisation])),
    ...record.provinces.filter(({ review }) => review).map(({ name }) => name),
    ...record.citations.filter(({ review }) => review).flatMap((c) => [c.number, c.title]),
  ].filter((words) => words !== null)
}

/** ' nguyen van doat ': a name as it is stored and asked for, each word between spaces. */
export function foldedName(name: string): string {
  return ` ${queryWords(name)
    .map((word) => word.folded)
    .join(' ')} `
}

/** Day that a record is sorted by: of publication, else of issue (its first day); '' where neither is known. */
export function dayOf(record: VanthuRecord): string {
  return (record.publishedAt ?? record.issuedOn ?? '').slice(0, 10).replace(/\/.*$/, '')
}

/** Years a record is found under: of publication and of issue. */
export function yearsOf(record: VanthuRecord): string[] {
  const years = [record.publishedAt, record.issuedOn].flatMap((date) => date?.slice(0, 4) ?? [])
  return [...new Set(years.filter((year) => /^\d{4}$/.test(year)))]
}
