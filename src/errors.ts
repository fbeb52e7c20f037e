// The three kinds of error that are expected, and the one place that decides what each leads to.
import type { DocumentErrorCode } from './model.ts'

/** The caller asked for something impossible: a missing path, an unknown option. Nothing is retried. */
export class UserError extends Error {
  override name = 'UserError'
}

/** What can be wrong with a document itself. */
export type BadDocumentCode = Exclude<DocumentErrorCode, 'bug' | 'quarantined'>

/** The document cannot be read, whoever tries and however often. `code` is from the closed list. */
export class BadDocumentError extends Error {
  override name = 'BadDocumentError'
  readonly code: BadDocumentCode
  constructor(code: BadDocumentCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** What is thrown for a document whose bytes are no longer those that were taken in. */
export function alteredOriginal(name: string): BadDocumentError {
  return new BadDocumentError(
    'corrupt',
    `The original of ${name} in the archive no longer has its SHA-256: it was altered or damaged. Take the file in again ("vanthu ingest") or get it out of a backup, then run "vanthu retry".`,
  )
}

/** What is thrown for a document whose bytes are gone. */
export function missingOriginal(name: string): BadDocumentError {
  return new BadDocumentError(
    'corrupt',
    `The original of ${name} is missing from the archive. Take the file in again ("vanthu ingest") or get it out of a backup, then run "vanthu retry".`,
  )
}

/** The surroundings failed for now: disk, network, a lock, a server that is busy. Tried again later, not counted. */
export class TransientError extends Error {
  override name = 'TransientError'
}

/**
 * A job is no longer ours: its lease was lost and another start of it counts, or its document was asked for anew or
 * forgotten. What it wanted to write was not written, and is dropped.
 */
export class SupersededError extends Error {
  override name = 'SupersededError'
  constructor(id: string, what: 'document' | 'source' = 'document') {
    super(`The job on ${what} ${id} is no longer this process's: nothing of it was written.`)
  }
}

export type Reaction = {
  /** What becomes of the job: never again, later without counting, again while attempts last, or nothing: it is another's. */
  retry: 'never' | 'later' | 'twice-more' | 'drop'
  httpStatus: 400 | 422 | 500 | 503
  exitStatus: 1 | 2 | 3 | 4
  /** Code shown with the document or the answer. */
  code: string
}

const transientSystemCodes = new Set([
  'EBUSY',
  'EAGAIN',
  'EMFILE',
  'ENFILE',
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'EIO',
  'ECONNRESET',
  'ECONNREFUSED',
  'ETIMEDOUT',
  'EPIPE',
])

/** Decides what an error leads to. Nobody else does. */
export function reactTo(error: unknown): Reaction {
  if (error instanceof UserError)
    return { retry: 'never', httpStatus: 400, exitStatus: 2, code: 'user' }
  if (error instanceof BadDocumentError)
    return { retry: 'never', httpStatus: 422, exitStatus: 3, code: error.code }
  if (error instanceof SupersededError)
    return { retry: 'drop', httpStatus: 503, exitStatus: 4, code: 'superseded' }
  const systemCode = (error as NodeJS.ErrnoException | undefined)?.code
  if (
    error instanceof TransientError ||
    (typeof systemCode === 'string' && transientSystemCodes.has(systemCode))
  )
    return { retry: 'later', httpStatus: 503, exitStatus: 4, code: 'transient' }
  return { retry: 'twice-more', httpStatus: 500, exitStatus: 1, code: 'bug' }
}

/** The sentence of any thrown value. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
