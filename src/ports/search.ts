// What a search asks for and what it gives.
import type { DocumentType } from '../model.ts'

/** Everything that hits are counted by, and may be restricted to. */
export const facetFields = [
  /** As it was at the document's time, and today's: a document of Hòa Bình in 2022 has "hoa-binh" and "phu-tho". */
  'province',
  /** As it was at the document's time only. */
  'provinceThen',
  'official',
  /** Organisations that people of the document hold positions in. */
  'org',
  'type',
  'issuer',
  /** Of publication and of issue. */
  'year',
  /** September to August, by the day of publication, else of issue: "2022-2023". */
  'schoolYear',
  /** Crawl sources and folders of inboxes by name; "upload" where it came by neither. */
  'source',
  'language',
  /** "extracted", or "partial" where only a part could be read. */
  'state',
] as const
export type FacetField = (typeof facetFields)[number]

/** One value, or several of which any will do. */
export type OneOrMore<T> = T | readonly T[]

/** What a search asks for. Empty fields do not restrict; all that are given must be met. */
export type SearchQuery = {
  /** Words and what else text/query.ts knows, with or without tone marks; all must be met. */
  q?: string | undefined
  /** Province id, old or today's: today's finds the documents of all it was formed from. */
  province?: OneOrMore<string> | undefined
  /** Province id as of the document's time. */
  provinceThen?: OneOrMore<string> | undefined
  /** Name of an official, whole or in part, with or without tone marks. */
  official?: OneOrMore<string> | undefined
  /** Name of an organisation, in the same way. */
  org?: OneOrMore<string> | undefined
  type?: OneOrMore<DocumentType> | undefined
  /** Name of whoever issued it, whole or in part. */
  issuer?: OneOrMore<string> | undefined
  /** Four-digit year of publication or issue. */
  year?: OneOrMore<string> | undefined
  /** "2022-2023". */
  schoolYear?: OneOrMore<string> | undefined
  source?: OneOrMore<string> | undefined
  language?: OneOrMore<string> | undefined
  state?: OneOrMore<string> | undefined
  /** Most hits on a page, 1–100. */
  limit: number
  /** `next` of the page before. */
  cursor?: string | undefined
  /** "all": every document that matches is a hit. Otherwise those of one family (see `copiesOf`) are one hit. */
  copies?: 'all' | undefined
}

/** A word as it is looked for. */
export type SearchWord = {
  /** Without marks: "hoa". */
  folded: string
  /** Lower-case with marks: "hoà". The same as `folded` where no marks were typed. */
  key: string
}

/** Words that stand one after the other. */
export type SearchPhrase = readonly SearchWord[]

/** One thing that is looked for, in any of the ways it is written: "UBND", or "ủy ban nhân dân". */
export type SearchTerm = {
  /** Of one of these, all phrases occur. The first is what was typed. */
  alternatives: ReadonlyArray<readonly SearchPhrase[]>
  isInTitle: boolean
  isExcluded: boolean
}

export type SearchWords = {
  terms: readonly SearchTerm[]
  /** Whether the last word of the last term may be the beginning of one. */
  isUnfinished: boolean
}

/** A condition that was typed among the words: any of the values, or none of them. */
export type SearchCondition = {
  field: FacetField | 'number'
  values: readonly string[]
  isExcluded: boolean
}

/** What a store is asked for: `q` may have been read by somebody who knows the dictionaries. */
export type StoreQuery = SearchQuery & {
  /** What `q` says; where it is absent, the store reads `q` itself, fields as words. */
  words?: SearchWords | undefined
  conditions?: readonly SearchCondition[] | undefined
}

/** Another document of a family. */
export type Copy = {
  id: string
  name: string
  /** ISO 8601, UTC. */
  receivedAt: string
  /** Whether it came from the same place, later or not; "copy" where it came from elsewhere. */
  relation: 'copy' | 'newer-version' | 'older-version'
}

export type Highlight = {
  /** A piece of the text, verbatim. */
  text: string
  /** Marked ranges inside `text`, UTF-16. */
  marks: Array<{ start: number; end: number }>
}

export type SearchHit = {
  id: string
  name: string
  title: string | null
  publishedAt: string | null
  issuedOn: string | null
  documentType: DocumentType
  number: string | null
  provinces: Array<{ id: string; name: string }>
  officials: string[]
  highlights: Highlight[]
  /** Others of its family, whether they match or not, in the order they were received; at most twenty. */
  copies: Copy[]
  /** How many others its family has, and how many of them match and are not shown because this one is. */
  copyCounts: { all: number; matching: number }
}

export type FacetCount = { value: string; count: number }

/** What a store finds. */
export type FoundHits = {
  /**
   * Hits on all pages. Facets count hits as well: a hit counts for a value that any of its matching documents has, so that asking
   * for the value finds as many. Pages behind the first tell of what was there when it was asked for.
   */
  total: number
  hits: SearchHit[]
  /**
   * The fifty most frequent values of each, those asked for among them. A facet counts what matches all but the values that
   * were asked for of itself: how many hits another of its values would add.
   */
  facets: Record<FacetField, FacetCount[]>
  next: string | null
}

export type SearchResult = FoundHits & {
  /** Another query with words of the archive, where nothing or next to nothing was found; it finds more. */
  suggestion: string | null
  /** What was looked for, where what was typed was too long; else null. */
  cutTo: string | null
}

/** Words of the archive: those that begin with one of these letters and are so long, folded. */
export type WordRange = { initials: readonly string[]; shortest: number; longest: number }
