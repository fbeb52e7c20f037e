// The three things that can be swapped: where rows live, where bytes live, where jobs wait.
// Each has one contract suite in tests/contracts that every adapter passes.
import type { Readable } from 'node:stream'
import type { Correction, NewCorrection } from './model/correction.ts'
import type {
  CrawlPage,
  CrawlSettings,
  CrawlSource,
  FetchEvidence,
  PageState,
  SourceProgress,
} from './model/crawl.ts'
import type {
  Container,
  DocumentJob,
  DocumentRow,
  DocumentState,
  DocumentType,
  JobKind,
  ParsedDocument,
  VanthuRecord,
} from './model.ts'

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

export type StateCounts = Record<DocumentState, number>

export type StateQuery = {
  state: DocumentState
  /** Only failures with this code. */
  code?: string | undefined
  limit: number
  /** `next` of the page before. */
  cursor?: string | undefined
}

export type Progress = {
  /** Documents with a job under way, at most a hundred. */
  running: DocumentRow[]
  /** Documents kept apart because their jobs took processes down, and those that failed so; the latest hundred. */
  quarantined: DocumentRow[]
  /** Documents that wait after something went wrong, the latest hundred. */
  hindered: DocumentRow[]
  /** The document that has waited longest. */
  oldest: DocumentRow | null
  /** Documents that ended since the instant asked for, and when the first of them did. */
  ended: number
  firstEndedAt: string | null
}

/** Versions that a document's record was made with; see `madeBy` of the record. */
export type RecordMaker = {
  id: string
  parser: string
  extractor: string
  lexicon: string
}

/** Where a document came from, under which name. */
export type Source = {
  /** File name, as it was given. */
  name: string
  /**
   * Path within the inbox ("2023/bao-cao.pdf"), URL of a page, or just the name of an upload; null where it came in another
   * document. Other bytes from the same place are another version of the document.
   */
  place: string | null
  /** Names of the folders it lay in. */
  tags: string[]
  /** When it came from there first and last; ISO 8601, UTC. */
  receivedAt: string
  lastAt: string
}

/** One of several documents that came from the same place. */
export type Version = { id: string; name: string; state: DocumentState; lastAt: string }

/** Where a file of an inbox is by now: moved away well or badly, left where it was, or deleted. */
export type Shelf = 'done' | 'failed' | 'left' | 'deleted'

/** A file of an inbox that was taken or refused. Paths are relative to the folder. */
export type InboxFile = {
  /** The inbox, an absolute path. */
  folder: string
  /** Where it was found. */
  path: string
  size: number
  mtimeMs: number
  /** Null where it was refused, or its document is forgotten. */
  documentId: string | null
  /** Why it was refused, or why its document could not be read; null where there is nothing to tell. */
  error: { code: string; message: string } | null
  shelf: Shelf
  /** Where it lies, or lay before it was deleted. */
  shelfPath: string
  /** Where the note with the reason lies; null where there is none. */
  notePath: string | null
  at: string
}

/** One that is kept; `number` is its row's. */
export type KeptFile = InboxFile & { number: number }

/** A file that lies where the end state of its document does not belong. */
export type MisplacedFile = KeptFile & {
  name: string
  /** Why the document failed; null where it was read in the end. */
  failure: { code: string; message: string } | null
}

/** What people should know about a process that cannot go on for now. */
export type Notice = {
  /** "inbox /srv/scans on archive-1": the same after a restart. */
  process: string
  code: string
  message: string
  since: string
}

/** All that a store keeps of one document, to be written to another. */
export type WholeDocument = {
  row: DocumentRow
  /** Where it came from, first one first. */
  sources: Source[]
  /** The documents that came in it, in the order they were found, with their names in it. */
  members: Array<{ id: string; name: string }>
  parsed: ParsedDocument | null
  /** As it is shown: with the corrections. */
  record: VanthuRecord | null
  /** As it was extracted, where corrections made another one of it; else null. */
  extracted: VanthuRecord | null
  /** By number, those withdrawn among them. */
  corrections: Correction[]
}

/**
 * What a record becomes by the corrections that were made to it. A store is opened with it, and runs it inside of the transaction
 * that saves a record or a correction, so that neither can be saved without the other.
 */
export type ApplyCorrections = (
  extracted: VanthuRecord,
  corrections: readonly Correction[],
) => VanthuRecord

/** A row of a table that belongs to no document: what was forgotten, what became of files of inboxes. */
export type LooseRow = { table: string; row: Record<string, string | number | null> }

/** One start of a document's next job. */
export type Attempt = {
  /** The document's. */
  id: string
  /** Number of this start among all of the document: whatever an earlier one writes is refused. */
  lease: number
  /** Starts of this job that did not end well, this one included. */
  attempts: number
  /** Two starts took their process down: this one is to run alone and within tighter limits. */
  quarantined: boolean
}

/** No lease is longer, in milliseconds. One that ends later was given by a clock that has gone back since, and counts as over. */
export const longestLeaseMs = 600_000
/** Starts that took their process down, after which a document is quarantined. */
export const quarantineAfter = 2

/** Documents, parsed documents and records. Search is part of it, so index and record can never disagree. */
export type Store = CrawlStore & {
  /**
   * Adds a document, or a further source to one that is there. Safe to run twice. A document that came in a container
   * and now comes by itself is its own from then on, and waits to be parsed again where that had failed.
   */
  addDocument(input: {
    id: string
    bytes: number
    /** The place is the name where none is given, and none where it came in a container. */
    source: { name: string; place?: string | undefined; tags?: readonly string[] | undefined }
    receivedAt: string
    container?: Container | null
  }): Promise<{ row: DocumentRow; isNew: boolean }>
  /** The documents that came in this one, in the order they were found, with their names in it. */
  membersOf(id: string, limit: number): Promise<Array<{ name: string; row: DocumentRow }>>
  getDocument(id: string): Promise<DocumentRow | null>
  /** Ids that begin with these hexadecimal digits, in order. */
  idsStartingWith(prefix: string, limit: number): Promise<string[]>
  /** Where a document came from, first one first. */
  sourcesOf(id: string): Promise<Source[]>
  /** The documents that came from a place this one came from, itself included, oldest first; at most the newest `limit`. */
  versionsOf(id: string, limit: number): Promise<Version[]>
  /**
   * The others of a document's family, in the order they were received; at most `limit`. A family hangs together by pairs of
   * copies (nearly the same text) and of versions (from the same place, with some likeness); documents with no record, or with
   * a short one, are in none. Follows records and sources in the same transaction.
   */
  copiesOf(id: string, limit: number): Promise<{ count: number; copies: Copy[] }>
  /** Keeps what became of a file of an inbox, in place of the one that lay there before; gives the row's number. */
  putInboxFile(file: InboxFile): Promise<number>
  /** Replaces a row by its number; with null, deletes it. */
  changeInboxFile(number: number, file: InboxFile | null): Promise<void>
  /** Whether a file that was not deleted is known of an inbox. */
  knowsInbox(folder: string): Promise<boolean>
  /** The files of an inbox that were left in it. */
  inboxFilesLeft(folder: string): Promise<KeptFile[]>
  /** Files of an inbox whose documents ended otherwise than where the files lie says. */
  misplacedFiles(folder: string, limit: number): Promise<MisplacedFile[]>
  /** Keeps a notice; one of the same process and code keeps its time. */
  putNotice(notice: Notice): Promise<void>
  /** Takes notices of a process away: of one code, or all. */
  clearNotice(process: string, code?: string): Promise<void>
  /** Oldest first. */
  notices(): Promise<Notice[]>
  /**
   * Begins a document's next job, before it is run: counts the start and holds the document for so long. A start that
   * follows one which never ended may quarantine it. Null where the document does not wait for this job, or a lease on it
   * still stands.
   */
  startAttempt(
    id: string,
    options: { job: DocumentJob; holder: string; leaseMs: number },
  ): Promise<Attempt | null>
  /** Holds the document for so long from now; false where the attempt is superseded. */
  renewLease(attempt: Attempt, leaseMs: number): Promise<boolean>
  /**
   * The attempt under way has got on, and does not count should its process be killed. This and the four that end an
   * attempt throw SupersededError, and write nothing, where it no longer holds its document.
   */
  takeBackAttempt(attempt: Attempt): Promise<void>
  saveParsed(attempt: Attempt, parsed: ParsedDocument): Promise<void>
  getParsed(id: string): Promise<ParsedDocument | null>
  /**
   * Saves what was extracted, the record that corrections make of it, its index rows and the document's end state, in one
   * transaction.
   */
  saveRecord(attempt: Attempt, extracted: VanthuRecord): Promise<void>
  /** The record as it is shown, searched and indexed: with the corrections. */
  getRecord(id: string): Promise<VanthuRecord | null>
  getExtracted(id: string): Promise<VanthuRecord | null>
  /** What people said of a document's record, by number, those withdrawn among them. */
  correctionsOf(id: string): Promise<Correction[]>
  /** Those of all documents by id and number, from behind one of them on. */
  correctionsAfter(
    after: Pick<Correction, 'documentId' | 'number'> | null,
    limit: number,
  ): Promise<Correction[]>
  /** Gives a correction its number and keeps it; the record and its index rows follow in the same transaction. */
  addCorrection(correction: NewCorrection): Promise<Correction>
  /** Withdraws a correction, likewise; one that was withdrawn stays as it is. Null where there is none of this number. */
  withdrawCorrection(
    id: string,
    number: number,
    by: { who: string; at: string },
  ): Promise<Correction | null>
  markFailed(attempt: Attempt, error: { code: string; message: string }): Promise<void>
  /** Leaves the document pending and keeps the reason visible. `counted`: whether the attempt counts. */
  markWaiting(
    attempt: Attempt,
    error: { code: string; message: string },
    options: { counted: boolean },
  ): Promise<void>
  /** Documents with a next job: those begun least often first, then the oldest. */
  pending(limit: number): Promise<Array<{ id: string; job: DocumentJob }>>
  /** Documents whose job was begun, never ended, and is no longer held. */
  abandoned(limit: number): Promise<Array<{ id: string; job: DocumentJob }>>
  /** Every process that holds a document, or held one when it ended. */
  holders(): Promise<string[]>
  /** Ends the leases of processes that are no more, so that others need not wait; their starts stay counted. */
  releaseLeases(holders: readonly string[]): Promise<void>
  /**
   * Makes documents wait for a job again, whatever became of them: attempts, error and quarantine are cleared, a job under
   * way is superseded. Their records stay until they are replaced. Gives the ids that are there.
   */
  setNextJob(ids: readonly string[], job: DocumentJob): Promise<string[]>
  countStates(): Promise<StateCounts>
  /** Documents in one state, a page of them: what waits from the oldest on, what ended from the latest on. */
  documentsIn(query: StateQuery): Promise<{ documents: DocumentRow[]; next: string | null }>
  /** How work gets on. `since`: instant from which ended documents are counted. */
  progress(since: string): Promise<Progress>
  /** What made the records of documents that do not wait, in the order of ids from behind `after` on. */
  makers(after: string, limit: number): Promise<RecordMaker[]>
  /**
   * Removes documents with all that is kept of them, and remembers their names. What also came in another container is left to
   * that one. Gives the ids that were there.
   */
  forget(ids: readonly string[], at: string): Promise<string[]>
  /** The documents that came in these and in nothing else, and so would be left without a source. */
  membersOnlyOf(ids: readonly string[]): Promise<DocumentRow[]>
  /** Documents that were forgotten and did not come again, whose ids begin so, the latest first. */
  forgotten(prefix: string, limit: number): Promise<Array<{ id: string; name: string; at: string }>>
  search(query: SearchQuery): Promise<SearchResult>
  /** Ids in order, from behind `after` ("" for all); where `changedFrom` is given, of documents changed then or later. */
  idsAfter(after: string, limit: number, changedFrom?: string): Promise<string[]>
  /** All that is kept of a document, as of one moment. */
  wholeDocument(id: string): Promise<WholeDocument | null>
  /**
   * Replaces all that is kept of a document, times included, and its index rows, in one transaction. It comes out of a
   * store and is not checked again. A container or a member that is not there yet is left out: put it again after that.
   */
  putDocument(document: WholeDocument): Promise<void>
  /** The rows that belong to no document, table by table; what processes tell (notices) is not among them. */
  looseRows(): AsyncIterable<LooseRow>
  /** Keeps such a row of another store; replaces the one of its key. */
  putLooseRow(row: LooseRow): Promise<void>
  /**
   * Fills an empty store in one transaction: all of it is kept, or nothing, also where reading the contents throws. They
   * are read twice. Throws UserError where there are documents. Nothing else may use this store object meanwhile.
   */
  fill(contents: {
    documents(): AsyncIterable<WholeDocument>
    looseRows(): AsyncIterable<LooseRow>
  }): Promise<void>
  /** Where the index says something else than the record of a document, in words; none where they agree. */
  indexFaults(id: string): Promise<string[]>
  /** What is wrong with the store as a whole, as far as it can tell by itself, in words. */
  storeFaults(): Promise<string[]>
  /** Writes the index rows of a document's record anew; false where it has none. */
  reindex(id: string): Promise<boolean>
  /** Takes everything out of the index, whatever state it is in. */
  emptyIndex(): Promise<void>
  close(): Promise<void>
}

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
  /** The fetches of a page's address, the latest first. */
  fetchesOf(url: string, limit: number): Promise<FetchEvidence[]>
}

/** A store that is only read. */
export type StoreReader = Pick<
  Store,
  | 'idsAfter'
  | 'wholeDocument'
  | 'looseRows'
  | 'indexFaults'
  | 'storeFaults'
  | 'countStates'
  | 'close'
>

export type StoredBlob = {
  id: string
  bytes: number
  /** When it was stored, in milliseconds since 1970. */
  storedAtMs: number
}

/**
 * Bytes by their SHA-256. What was put is never changed by us; what disks and people do to it is seen by whoever hashes the
 * bytes that `get` and `withFile` give as they are.
 */
export type BlobStore = {
  /** Stores bytes durably (temporary name, fsync, rename, fsync of the folder, verified). Safe to run twice. */
  put(bytes: Readable | Uint8Array): Promise<{ id: string; bytes: number }>
  has(id: string): Promise<boolean>
  /** Reads a blob whole; throws (code ENOENT) when it is not there. */
  get(id: string): Promise<Uint8Array>
  /**
   * Runs `use` with the path of a local file that holds a blob, to be read only and only meanwhile. Throws (code ENOENT)
   * when it is not there.
   */
  withFile<T>(id: string, use: (path: string) => Promise<T>): Promise<T>
  /** All blobs, by id. What comes or goes meanwhile may be among them or not. */
  list(): AsyncIterable<StoredBlob>
  /** Names of what lies among the blobs and is none, nor on its way to become one. */
  strangers(): AsyncIterable<string>
  /** Removes a blob durably; nothing happens where there is none. */
  delete(id: string): Promise<void>
  close(): Promise<void>
}

/** `id`: of a document, or of the source that a crawl is a run of. */
export type Job = { kind: JobKind; id: string }

export type QueueDepth = {
  waiting: number
  running: number
  /** Milliseconds since 1970 at which the job that waits longest was added; null where none waits. */
  oldestAddedAt: number | null
}

/** Blobs that are only read. */
export type BlobReader = Pick<BlobStore, 'has' | 'withFile' | 'list' | 'strangers' | 'close'>

/** A doorbell: tells workers that something waits. Losing every job loses nothing, since the store knows. */
export type Queue = {
  /** Rings for a job; ringing twice for one that waits is one job. */
  add(job: Job): Promise<void>
  /** Runs `run` for each job of a kind, at most `concurrency` at once, until closed. `run` never throws. */
  work(kind: JobKind, concurrency: number, run: (job: Job) => Promise<void>): void
  /**
   * Runs `run` at every minute that a cron pattern of five parts names (of six: at every second), by this process's local time,
   * until closed: in one of the processes that asked for it by this name, about once, never overtaking itself. What must not happen twice, or must not be missed, is decided by
   * the store. `run` never throws.
   */
  every(name: string, pattern: string, run: () => Promise<void>): Promise<void>
  /** How many jobs of a kind wait and run, in all processes. */
  depth(kind: JobKind): Promise<QueueDepth>
  /** A page about the queue for operators, answering requests below a path; absent where there is nothing to see. */
  readonly board?: (basePath: string) => Promise<(request: Request) => Promise<Response>>
  /** Resolves when nothing waits and nothing runs. */
  idle(): Promise<void>
  /** Stops taking jobs and waits for those under way. */
  close(): Promise<void>
}
