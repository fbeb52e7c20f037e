// The three things that can be swapped: where rows live, where bytes live, where jobs wait.
// Each has one contract suite in tests/contracts that every adapter passes.
import type { Readable } from 'node:stream'
import type {
  Container,
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
}

export type FacetCount = { value: string; count: number }

export type SearchResult = {
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

/** All that a store keeps of one document, to be written to another. */
export type WholeDocument = {
  row: DocumentRow
  /** Every name it was given, first one first. */
  names: string[]
  /** The documents that came in it, in the order they were found, with their names in it. */
  members: Array<{ id: string; name: string }>
  parsed: ParsedDocument | null
  record: VanthuRecord | null
}

/** Documents, parsed documents and records. Search is part of it, so index and record can never disagree. */
export type Store = {
  /**
   * Adds a document, or a further source name to one that is there. Safe to run twice. A document that came in a container
   * and now comes by itself is its own from then on, and waits to be parsed again where that had failed.
   */
  addDocument(input: {
    id: string
    name: string
    bytes: number
    receivedAt: string
    container?: Container | null
  }): Promise<{ row: DocumentRow; isNew: boolean }>
  /** The documents that came in this one, in the order they were found, with their names in it. */
  membersOf(id: string, limit: number): Promise<Array<{ name: string; row: DocumentRow }>>
  getDocument(id: string): Promise<DocumentRow | null>
  /** Ids that begin with these hexadecimal digits, in order. */
  idsStartingWith(prefix: string, limit: number): Promise<string[]>
  /** Every name a document was given, first one first. */
  namesOf(id: string): Promise<string[]>
  /** Notes that a job was begun, before it is run; returns how many times it was begun. */
  startAttempt(id: string): Promise<number>
  /** The attempt under way has got on, and does not count should its process be killed. */
  takeBackAttempt(id: string): Promise<void>
  saveParsed(id: string, parsed: ParsedDocument): Promise<void>
  getParsed(id: string): Promise<ParsedDocument | null>
  /** Saves the record with its index rows and the document's end state, in one transaction. */
  saveRecord(id: string, record: VanthuRecord): Promise<void>
  getRecord(id: string): Promise<VanthuRecord | null>
  markFailed(id: string, error: { code: string; message: string }): Promise<void>
  /** Leaves the document pending and keeps the reason visible. `counted`: whether the attempt counts. */
  markWaiting(
    id: string,
    error: { code: string; message: string },
    options: { counted: boolean },
  ): Promise<void>
  /** Documents with a next job, oldest first. */
  pending(limit: number): Promise<Array<{ id: string; job: JobKind }>>
  countStates(): Promise<StateCounts>
  failures(limit: number): Promise<DocumentRow[]>
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
  close(): Promise<void>
}

/** A store that is only read. */
export type StoreReader = Pick<Store, 'idsAfter' | 'wholeDocument' | 'countStates' | 'close'>

/** Bytes by their SHA-256. What was put is never changed. */
export type BlobStore = {
  /** Stores bytes durably (temporary name, fsync, rename, fsync of the folder, verified). Safe to run twice. */
  put(bytes: Readable | Uint8Array): Promise<{ id: string; bytes: number }>
  has(id: string): Promise<boolean>
  /** Reads a blob whole; throws when it is not there. */
  get(id: string): Promise<Uint8Array>
  /** Runs `use` with the path of a local file that holds a blob, to be read only and only meanwhile. Throws when it is not there. */
  withFile<T>(id: string, use: (path: string) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export type Job = { kind: JobKind; documentId: string }

export type QueueDepth = {
  waiting: number
  running: number
  /** Milliseconds since 1970 at which the job that waits longest was added; null where none waits. */
  oldestAddedAt: number | null
}

/** Blobs that are only read. */
export type BlobReader = Pick<BlobStore, 'has' | 'withFile'>

/** A doorbell: tells workers that something waits. Losing every job loses nothing, since the store knows. */
export type Queue = {
  /** Rings for a document; ringing twice for the same waiting job is one job. */
  add(job: Job): Promise<void>
  /** Runs `run` for each job of a kind, at most `concurrency` at once, until closed. `run` never throws. */
  work(kind: JobKind, concurrency: number, run: (job: Job) => Promise<void>): void
  /** How many jobs of a kind wait and run, in all processes. */
  depth(kind: JobKind): Promise<QueueDepth>
  /** A page about the queue for operators, answering requests below a path; absent where there is nothing to see. */
  readonly board?: (basePath: string) => Promise<(request: Request) => Promise<Response>>
  /** Resolves when nothing waits and nothing runs. */
  idle(): Promise<void>
  /** Stops taking jobs and waits for those under way. */
  close(): Promise<void>
}
