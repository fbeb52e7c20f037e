// The port of rows: documents, parsed documents, records, and all that is kept beside them.
// tests/contracts has the suites that every adapter passes.
import type { Correction, NewCorrection } from '../model/correction.ts'
import type {
  Container,
  DocumentJob,
  DocumentRow,
  DocumentState,
  ParsedDocument,
  VanthuRecord,
} from '../model.ts'
import type { AccountStore } from './accounts.ts'
import type { CrawlStore } from './crawl-store.ts'
import type { FactStore } from './facts.ts'
import type { FiguresStore } from './figures.ts'
import type { InboxFile, KeptFile, MisplacedFile, Notice } from './inbox.ts'
import type { SavedStore } from './saved.ts'
import type { Copy, FoundHits, SearchWords, StoreQuery, WordRange } from './search.ts'

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
  /** What the HTTP header that came with it named; absent where there was none, or it named none. */
  charset?: string
  /** When it came from there first and last; ISO 8601, UTC. */
  receivedAt: string
  lastAt: string
}

/** One of several documents that came from the same place. */
export type Version = { id: string; name: string; state: DocumentState; lastAt: string }

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

/** What has a port of its own, kept in the same database. */
type OtherStores = CrawlStore & AccountStore & FactStore & FiguresStore & SavedStore

/** Documents, parsed documents and records. Search is part of it, so index and record can never disagree. */
export type Store = OtherStores & {
  /**
   * Adds a document, or a further source to one that is there. Safe to run twice. A document that came in a container
   * and now comes by itself is its own from then on, and waits to be parsed again where that had failed.
   */
  addDocument(input: {
    id: string
    bytes: number
    /** The place is the name where none is given, and none where it came in a container. */
    source: {
      name: string
      place?: string | undefined
      tags?: readonly string[] | undefined
      charset?: string | undefined
    }
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
  search(query: StoreQuery): Promise<FoundHits>
  /** How many documents have all of it. */
  countWith(words: SearchWords): Promise<number>
  /** Words that stand in documents, or stood in some since the index was made; at most `limit`, in order. */
  wordsLike(range: WordRange, limit: number): Promise<string[]>
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
