// What a search asks for and what it gives.
import type { DocumentType } from '../model.ts'

/** What a search asks for. Empty fields do not restrict. */
export type SearchQuery = {
  /** Words, with or without tone marks; all must occur. */
  q?: string | undefined
  /** Province id, old or today's: today's finds the documents of all it was formed from. */
  province?: string | undefined
  /** Name of an official, whole or in part, with or without tone marks. */
  official?: string | undefined
  /** Four-digit year of publication or issue. */
  year?: string | undefined
  type?: DocumentType | undefined
  /** Most hits on a page, 1–100. */
  limit: number
  /** `next` of the page before. */
  cursor?: string | undefined
  /** "all": every document that matches is a hit. Otherwise those of one family (see `copiesOf`) are one hit. */
  copies?: 'all' | undefined
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

export type SearchResult = {
  /**
   * Hits on all pages. Facets count hits as well: a hit counts for a value that any of its matching documents has, so that asking
   * for the value finds as many. Pages behind the first tell of what was there when it was asked for.
   */
  total: number
  hits: SearchHit[]
  facets: {
    /** Provinces as of the documents' dates. */
    province: FacetCount[]
    official: FacetCount[]
    year: FacetCount[]
    type: FacetCount[]
  }
  next: string | null
}
