// What the application can do: the use-cases as http, cli and workers see them. `create-app.ts` puts one together.
import type { Config } from '../config.ts'
import type { SiteOffer } from '../crawl/probe.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Correction } from '../model/correction.ts'
import type {
  CrawlPage,
  CrawlSource,
  DocumentLinks,
  FetchEvidence,
  PageState,
  SourceProgress,
} from '../model/crawl.ts'
import type { DocumentRow, DocumentState, JobKind, ParsedDocument, VanthuRecord } from '../model.ts'
import type { Notice } from '../ports/inbox.ts'
import type { QueueDepth } from '../ports/queue.ts'
import type { Copy, SearchQuery, SearchResult } from '../ports/search.ts'
import type { Source, StateCounts, StateQuery, Version } from '../ports/store.ts'
import type { Proposals } from '../record/corrections/proposed-rows.ts'
import type { Accounts } from './accounts/accounts.ts'
import type { FactsApp } from './facts/facts.ts'
import type { ForgetInput, ForgetResult } from './forget.ts'
import type { Inbox } from './inbox/watch-inbox.ts'
import type { IngestInput } from './ingest.ts'
import type { ReprocessInput } from './reprocess.ts'
import type { RetryInput } from './retry.ts'
import type { SavedApp } from './saved/saved.ts'
import type { Dashboard } from './show-dashboard.ts'
import type { DocumentLine } from './stage.ts'

export type { SiteOffer }

export type IngestResult = {
  id: string
  /** False where the same bytes were there before; where they came from is then kept as a further source. */
  isNew: boolean
}

export type DocumentDetails = {
  row: DocumentRow
  /** Every name the bytes were given, first one first. */
  names: string[]
  /** Where they came from, first one first. */
  sources: Source[]
  /** Names of the folders they lay in. */
  tags: string[]
  /** What came from the same places with other bytes, this one included, oldest first; none where it is the only one. */
  versions: Version[]
  /** Pages of crawled sites that give it along, and files that it gives; at most two hundred of each. */
  links: DocumentLinks
  /** Documents that are nearly the same, or other versions that are alike: at most a hundred, and how many there are. */
  copies: Copy[]
  copyCount: number
  /** The archive or message it came in; null where it came by itself. */
  container: { id: string; name: string } | null
  /** The documents that came in it, with their names in there. */
  members: Array<{ id: string; name: string; state: DocumentState }>
  /** Null until extracted, and for documents that could not be read. */
  record: VanthuRecord | null
  /** What people said of it, by number, those withdrawn among them. */
  corrections: Correction[]
}

export type Status = {
  /** What people should know: an inbox that is away, a disk that is full. Oldest first. */
  notices: Notice[]
  counts: StateCounts
  /** Documents with a job waiting or running. */
  waiting: number
  /** Jobs in the queue by kind; null while it cannot be reached. */
  queue: Record<JobKind, QueueDepth> | null
  /** Documents with a job under way. */
  running: DocumentLine[]
  /** Documents kept apart because their jobs took processes down, those that failed so included. */
  quarantined: DocumentLine[]
  /** Documents that wait after something went wrong. */
  hindered: DocumentLine[]
  /** The document that has waited longest; null where none waits. */
  oldest: { id: string; name: string; since: string } | null
  pace: Pace
  failures: Array<{
    id: string
    name: string
    /** Name of the archive or message it came in; absent where it came by itself. */
    container?: string | undefined
    attempts: number
    code: string
    message: string
  }>
  /** The latest that were forgotten. */
  forgotten: Array<{ id: string; name: string; at: string }>
}

/** How fast documents end, as measured over the last ten minutes. */
export type Pace = {
  /** Documents that ended in them. */
  ended: number
  /** Null where too few ended to tell. */
  perMinute: number | null
  /** Until nothing waits any more, at this pace; null where that cannot be told. */
  secondsLeft: number | null
}

export type DocumentPage = { documents: DocumentLine[]; next: string | null }

export type App = {
  readonly config: Config
  readonly lexicon: Lexicon
  /** Who may use the archive, where it asks. */
  readonly accounts: Accounts
  /** Keeps the bytes, adds the document and rings for its parsing. Safe to run twice. */
  ingest(input: Omit<IngestInput, 'container'>): Promise<IngestResult>
  /** Watches the inboxes of the configuration, until closed. */
  watchInbox(): Promise<Inbox>
  /** Whether jobs wait in this process, so that nobody else can work on them. */
  readonly hasOwnQueue: boolean
  /** Starts the workers of this process, for these kinds of jobs; without any named, for those on documents. */
  startWorkers(kinds?: readonly JobKind[]): void
  /** Rings again for every document whose row says that a job is next. */
  recover(): Promise<number>
  /** Resolves when nothing waits and nothing runs, in any process that shares the queue. */
  idle(): Promise<void>
  search(query: SearchQuery): Promise<SearchResult>
  document(id: string): Promise<DocumentDetails | null>
  /** The documents that came in one, as far as they are known by now, with their names in there. */
  membersOf(id: string): Promise<Array<{ name: string; row: DocumentRow }>>
  /** Keeps what a person says of the record of a document; `asked` is a `CorrectionInput`, checked here. */
  correct(id: string, asked: unknown): Promise<Correction>
  /** Takes a correction back; null where there is none of this number. */
  withdrawCorrection(id: string, number: number, who: string): Promise<Correction | null>
  /** Rows that the corrections of all documents suggest for the dictionaries, and those that suggest none. */
  proposeRows(): Promise<Proposals>
  /** The bytes of a document; `isAltered`: they are no longer those that came. Null where there is no such document. */
  original(
    id: string,
  ): Promise<{ name: string; mediaType: string; bytes: Uint8Array; isAltered: boolean } | null>
  /** A page of an original as a PNG picture, from 1; null where there is no such document or page, or no pages at all. */
  pagePicture(id: string, page: number): Promise<Buffer | null>
  /** What was read of a document, before anything was looked for in it; null where nothing was. */
  parsed(id: string): Promise<ParsedDocument | null>
  /** Facts in their own right: found by filters, people, numbers of documents. */
  readonly facts: FactsApp
  /** Searches that are kept, their feeds and webhooks. */
  readonly saved: SavedApp
  status(): Promise<Status>
  /** The archive at a glance. */
  dashboard(): Promise<Dashboard>
  /** Where documents stand, of those ids that are there, in no order. */
  linesOf(ids: readonly string[]): Promise<DocumentLine[]>
  /** Documents in one state, a page of them. */
  documentsIn(query: StateQuery): Promise<DocumentPage>
  /** A document that was forgotten, by its id or the first digits of it; null where there is none. */
  forgotten(id: string): Promise<{ id: string; name: string; at: string } | null>
  /** Tries again what could not be read; gives the ids. */
  retry(input: RetryInput): Promise<string[]>
  /** Reads again what was read; records stay until they are replaced. Gives the ids. */
  reprocess(input: ReprocessInput): Promise<string[]>
  /** Removes a document with its bytes for good; its name is remembered. */
  forget(input: ForgetInput): Promise<ForgetResult>
  /** The sites that are crawled, by name. */
  sources(): Promise<CrawlSource[]>
  source(id: string): Promise<CrawlSource | null>
  /** Looks at a site as a source would take it, for up to some minutes; keeps nothing. `input` is checked here. */
  probeSource(input: unknown): Promise<SiteOffer>
  /** Adds a source and begins its first run; looks at the site where no offer is given. */
  addSource(input: unknown, offer?: SiteOffer): Promise<CrawlSource>
  /** Null where there is no such source; so do the following. */
  editSource(id: string, changes: unknown): Promise<CrawlSource | null>
  pauseSource(id: string, paused: boolean): Promise<CrawlSource | null>
  /** Begins a run now; one under way stays that one. */
  runSource(id: string): Promise<CrawlSource | null>
  /** Removes a source; its documents and the evidence of its fetches stay. */
  removeSource(id: string): Promise<CrawlSource | null>
  /** How a source gets on, as of now. */
  sourceProgress(id: string): Promise<SourceProgress | null>
  /** The pages of a source. */
  sourcePages(
    id: string,
    query: { state?: PageState | undefined; limit: number; cursor?: string | undefined },
  ): Promise<{ pages: CrawlPage[]; next: string | null }>
  /** The fetches of an address, the latest first. */
  fetchesOf(url: string, limit: number): Promise<FetchEvidence[]>
  /** A page about a shared queue for operators, answering requests below a path; null where the queue is local. */
  queueBoard(basePath: string): Promise<((request: Request) => Promise<Response>) | null>
  /** Figures in the text format of Prometheus. */
  metrics(): Promise<{ text: string; contentType: string }>
  /** Stops taking jobs, waits for those under way, closes store and child processes. */
  close(): Promise<void>
}
