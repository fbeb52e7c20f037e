// Sites that are crawled: the sources that operators named, the pages found on them, and the evidence of every fetch.
// Instants are ISO 8601, UTC.

/** A run of a source: it begins when the source is due, and ends when nothing is left to fetch for now. */
export type CrawlRun = {
  /** 1 is the first. */
  number: number
  startedAt: string
  /** Null while it is under way. */
  endedAt: string | null
  /** Pages fetched so far; a run ends at the source's `maxPages`. */
  visits: number
  /** Until when it waits, because a host asked for a pause or is another run's; null where it does not. */
  waitsUntil: string | null
  /** Why it ended early or waits; null where there is nothing to tell. */
  error: { code: string; message: string } | null
}

/** A site that is crawled. */
export type CrawlSource = {
  /** "sgd-dienbien-edu-vn": short, for commands and addresses. */
  id: string
  /** What people call it; every document of it bears it as a tag. */
  name: string
  url: string
  /** When it is crawled: a cron pattern of five parts, minute first; "0" or "H" as minute is spread over the hour. */
  every: string
  /** Id of the province it belongs to; null where none was named. */
  province: string | null
  /** Most links from the first page; null for no bound. */
  depth: number | null
  include: string[]
  exclude: string[]
  /** Most fetches in a run. */
  maxPages: number
  /** Least pause between two requests to a host, in milliseconds; null for the usual one. */
  delayMs: number | null
  /** Hosts that may be at addresses that are not public. */
  allowHosts: string[]
  /** Host name → certificates (PEM) trusted for that host only. */
  extraCas: Record<string, string>
  paused: boolean
  createdAt: string
  /** When its feeds, sitemaps and lists were sought last: as it was added, and now and then since. */
  lookedAt: string
  /** Null while it is paused. */
  nextRunAt: string | null
  /** The latest run; null before the first. */
  run: CrawlRun | null
}

/** What an operator may change. */
export type CrawlSettings = Pick<
  CrawlSource,
  | 'name'
  | 'every'
  | 'province'
  | 'depth'
  | 'include'
  | 'exclude'
  | 'maxPages'
  | 'delayMs'
  | 'allowHosts'
  | 'extraCas'
>

export const pageKinds = ['feed', 'sitemap', 'list', 'page', 'attachment'] as const
export type PageKind = (typeof pageKinds)[number]

/**
 * `pending`: not fetched yet. `done`: fetched. `gone`: three visits in a row found nothing. `refused`: it is none of ours, or not to
 * be asked. `failed`: it could not be fetched, or something stood in for it.
 */
export const pageStates = ['pending', 'done', 'gone', 'refused', 'failed'] as const
export type PageState = (typeof pageStates)[number]

/** What the latest visit of a page came to. `moved`: it led to another page, which has its own row. */
export const visitResults = [
  'new',
  'changed',
  'unchanged',
  'missed',
  'moved',
  'no-article',
  'refused',
  'failed',
] as const
export type VisitResult = (typeof visitResults)[number]

/** A page, feed, sitemap, list or file of a source. */
export type CrawlPage = {
  /** SHA-256 of source and `urlKey`. */
  key: string
  sourceId: string
  urlKey: string
  url: string
  kind: PageKind
  /** Every run begins with it. */
  entry: boolean
  /** What a link called it; '' where nothing did. */
  title: string
  /** Key of the page that offered it first; null for entries. */
  offeredBy: string | null
  /** Links from an entry. */
  depth: number
  state: PageState
  /** Number of the run it was found in, and of the one it was visited in last (0: never). */
  foundRun: number
  visitedRun: number
  result: VisitResult | null
  etag: string | null
  lastModified: string | null
  /** SHA-256 of the latest body that said something else than the one before; of pages and files also the id of their document. */
  sha256: string | null
  /** Of what an article says, whatever else of its page changes; null where it cannot be told. */
  textPrint: string | null
  status: number | null
  /** Visits in a row that found nothing. */
  misses: number
  /** Starts of the visit under way that did not end well. */
  tries: number
  fetchedAt: string | null
  /** When what it says changed last. */
  changedAt: string | null
  /** It is not visited before. */
  nextVisitAt: string | null
  error: { code: string; message: string } | null
}

/** One fetch, whatever came of it. */
export type FetchEvidence = {
  sourceId: string
  pageKey: string
  at: string
  /** What was asked for, and where the redirects led. */
  asked: string
  url: string
  redirects: Array<{ url: string; status: number }>
  status: number | null
  headers: Record<string, string>
  sha256: string | null
  size: number | null
  flags: string[]
  /** "body", "unchanged", "gone", "later busy", "refused forbidden-address" … */
  outcome: string
  /** It told something new of the page. Of the others only the first and the latest are kept. */
  changed: boolean
}

/** A page of a site and a file that it gives along, seen from the other one. */
export type PageLink = {
  url: string
  /** What a link called it; '' where none did. */
  title: string
  /** The document that came from there last; null where none is in the archive. */
  documentId: string | null
}

/** The pages that give a document along, and the files that it gives. */
export type DocumentLinks = { offeredBy: PageLink[]; files: PageLink[] }

/** How a source gets on. */
export type SourceProgress = {
  source: CrawlSource
  /** Of the latest run: pages and files that were not known before, and what its visits of them came to. */
  run: { found: number } & Record<VisitResult, number>
  /** Visits that the run has still to make, for now. */
  waiting: number
  /** Pages and files by state, of all runs. */
  states: Record<PageState, number>
  /** Documents that came from it and are in the archive. */
  documents: number
  /** Pages that failed, were refused or are missing by now, the latest hundred. */
  failures: Array<{
    url: string
    kind: PageKind
    state: PageState
    code: string
    message: string
    misses: number
    at: string | null
  }>
}
