// What the application can do: the use-cases as http, cli and workers see them. `create-app.ts` puts one together.
import type { Readable } from 'node:stream'
import type { Config } from '../config.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { DocumentRow, DocumentState, JobKind, VanthuRecord } from '../model.ts'
import type { QueueDepth, SearchQuery, SearchResult, StateCounts } from '../ports.ts'

export type IngestResult = {
  id: string
  /** False where the same bytes were there before; the name is then kept as a further source. */
  isNew: boolean
}

export type DocumentDetails = {
  row: DocumentRow
  /** Every name the bytes were given, first one first. */
  names: string[]
  /** The archive or message it came in; null where it came by itself. */
  container: { id: string; name: string } | null
  /** The documents that came in it, with their names in there. */
  members: Array<{ id: string; name: string; state: DocumentState }>
  /** Null until extracted, and for documents that could not be read. */
  record: VanthuRecord | null
}

export type Status = {
  counts: StateCounts
  /** Documents with a job waiting or running. */
  waiting: number
  /** Jobs in the queue by kind; null while it cannot be reached. */
  queue: Record<JobKind, QueueDepth> | null
  failures: Array<{
    id: string
    name: string
    /** Name of the archive or message it came in; absent where it came by itself. */
    container?: string | undefined
    code: string
    message: string
  }>
}

export type App = {
  readonly config: Config
  readonly lexicon: Lexicon
  /** Keeps the bytes, adds the document and rings for its parsing. Safe to run twice. */
  ingest(input: { name: string; bytes: Readable | Uint8Array }): Promise<IngestResult>
  /** Whether jobs wait in this process, so that nobody else can work on them. */
  readonly hasOwnQueue: boolean
  /** Starts the workers of this process, for these kinds of jobs or for all. */
  startWorkers(kinds?: readonly JobKind[]): void
  /** Rings again for every document whose row says that a job is next. */
  recover(): Promise<number>
  /** Resolves when nothing waits and nothing runs, in any process that shares the queue. */
  idle(): Promise<void>
  search(query: SearchQuery): Promise<SearchResult>
  document(id: string): Promise<DocumentDetails | null>
  /** The documents that came in one, as far as they are known by now, with their names in there. */
  membersOf(id: string): Promise<Array<{ name: string; row: DocumentRow }>>
  original(id: string): Promise<{ name: string; mediaType: string; bytes: Uint8Array } | null>
  status(): Promise<Status>
  /** A page about a shared queue for operators, answering requests below a path; null where the queue is local. */
  queueBoard(basePath: string): Promise<((request: Request) => Promise<Response>) | null>
  /** Figures in the text format of Prometheus. */
  metrics(): Promise<{ text: string; contentType: string }>
  /** Stops taking jobs, waits for those under way, closes store and child processes. */
  close(): Promise<void>
}
