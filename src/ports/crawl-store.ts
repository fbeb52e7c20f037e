// The port of the sources of crawls: their pages, and whose turn it is. Part of the store.
import type {
  CrawlPage,
  CrawlSettings,
  CrawlSource,
  DocumentLinks,
  FetchEvidence,
  PageState,
  SourceProgress,
} from '../model/crawl.ts'

/** One start of the work on a run of a source. */
export type CrawlLease = {
  sourceId: string
  /** Of the run. */
  run: number
  /** Number of this start: whatever an earlier one writes is refused. */
  lease: number
}

/** A page that another one offers. */
export type PageOffer = Pick<CrawlPage, 'urlKey' | 'url' | 'kind' | 'title' | 'depth'> & {
  /** Every run begins with it. */
  entry?: boolean
  /** When it changed, by what the offering page says: visited in this run where it was visited before that. */
  changedAt?: string | null
  /** Visited in this run again where the same visit offers any page that is new. */
  againIfNew?: boolean
}

/** What a visit of a page came to. */
export type PageVisit = Pick<
  CrawlPage,
  | 'state'
  | 'result'
  | 'etag'
  | 'lastModified'
  | 'sha256'
  | 'textPrint'
  | 'status'
  | 'misses'
  | 'fetchedAt'
  | 'changedAt'
  | 'nextVisitAt'
  | 'error'
> & {
  urlKey: string
  /** It is not visited again in this run. */
  isOver: boolean
}

/** Sources, their pages, and whose turn it is. */
export type CrawlStore = {
  /** Adds a source with the pages that its runs begin with; false where its id or address is known. */
  addCrawlSource(source: CrawlSource, entries: readonly PageOffer[]): Promise<boolean>
  /** By name. */
  crawlSources(): Promise<CrawlSource[]>
  crawlSource(id: string): Promise<CrawlSource | null>
  /** Null where there is none; so do the following. */
  changeCrawlSource(
    id: string,
    changes: Partial<CrawlSettings & Pick<CrawlSource, 'paused' | 'nextRunAt'>>,
  ): Promise<CrawlSource | null>
  /** Removes a source with its pages; documents and evidence stay. */
  removeCrawlSource(id: string): Promise<CrawlSource | null>
  /** Sources whose time has come and that are not paused. */
  crawlSourcesDue(now: string): Promise<CrawlSource[]>
  /**
   * Begins a run and sets when the next is due. Only where the source is still due at `dueAt` (null: asked for by a person, who
   * waits for no time). Where a run is under way, that one goes on and only the time changes. False where nothing began.
   */
  beginRun(
    id: string,
    run: { dueAt: string | null; nextRunAt: string | null; at: string },
  ): Promise<boolean>
  /** Sources with a run under way that nobody works on and that waits for nothing. */
  crawlsToRing(): Promise<string[]>
  /** Takes the run under way; null where there is none, it is paused or waits, or another start of it is alive. */
  startCrawl(
    id: string,
    options: { holder: string; leaseMs: number },
  ): Promise<{ lease: CrawlLease; source: CrawlSource } | null>
  /** Holds the run, and the hosts it holds, for so long from now; false where it is superseded, or paused. */
  renewCrawl(lease: CrawlLease, leaseMs: number): Promise<boolean>
  /** The run waits for so long, with the reason; it and its hosts are free. This and what follows throw SupersededError. */
  waitCrawl(
    lease: CrawlLease,
    waitMs: number,
    error: { code: string; message: string } | null,
  ): Promise<void>
  /** `againInMs`: the next run is due by then at the latest. */
  endCrawl(
    lease: CrawlLease,
    error: { code: string; message: string } | null,
    againInMs?: number,
  ): Promise<void>
  /**
   * Pages to visit now: entries first, then what is new, lists that go on, and what may have changed. Those of the hosts named
   * are passed over.
   */
  pagesDue(lease: CrawlLease, passOver: readonly string[], limit: number): Promise<CrawlPage[]>
  /** Counts the start of a page's visit; null where it was visited in this run. */
  claimPage(lease: CrawlLease, key: string): Promise<CrawlPage | null>
  /** When the first of the pages is due that are to be tried again in this run; null where there is none. */
  retryAt(lease: CrawlLease, passOver: readonly string[]): Promise<string | null>
  /**
   * Writes down one visit with all that came of it, in one transaction: what became of pages, the evidence, what they offer.
   * `counted` false: nothing was found out, the start does not count. Gives how many pages it offers that were not known before
   * this run.
   */
  saveVisit(
    lease: CrawlLease,
    visit: {
      claimed: string
      visits: readonly PageVisit[]
      evidence: readonly FetchEvidence[]
      offers: readonly PageOffer[]
      counted: boolean
    },
  ): Promise<number>
  /** Adds pages that a page under visit offers, ahead of what the visit came to: where there are too many for one transaction. */
  saveOffers(lease: CrawlLease, claimed: string, offers: readonly PageOffer[]): Promise<void>
  /** Pages that runs begin with and that were asked for in vain, though the server answered. */
  brokenEntries(id: string): Promise<number>
  /** Notes that the site was looked at, with the pages that runs begin with from now on; gives how many of them are new as such. */
  saveLook(lease: CrawlLease, entries: readonly PageOffer[]): Promise<number>
  crawlPage(sourceId: string, urlKey: string): Promise<CrawlPage | null>
  /**
   * Takes a host for a run; an instant where it is not to be asked before: it asked for a pause, or another run has it.
   * Null where it is ours.
   */
  takeHost(host: string, lease: CrawlLease, leaseMs: number): Promise<string | null>
  /** Nobody asks the host for so long. */
  pauseHost(host: string, pauseMs: number): Promise<void>
  /** Processes that hold runs. */
  crawlHolders(): Promise<string[]>
  /** Ends the leases of processes that are no more. */
  releaseCrawls(holders: readonly string[]): Promise<void>
  sourceProgress(id: string): Promise<SourceProgress | null>
  /** Pages of a source by key. */
  pagesOf(
    id: string,
    query: { state?: PageState | undefined; limit: number; cursor?: string | undefined },
  ): Promise<{ pages: CrawlPage[]; next: string | null }>
  /** The fetches of a page's address, the latest first: the first of all, those that told something new, and the latest others. */
  fetchesOf(url: string, limit: number): Promise<FetchEvidence[]>
  /** Pages that give a document along, and files that it gives: at most so many of each, by address. */
  linksOf(documentId: string, limit: number): Promise<DocumentLinks>
}
