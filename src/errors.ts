// The three kinds of error that are expected, and the one place that decides what each leads to.
import type { DocumentErrorCode } from './model.ts'

/** The caller asked for something impossible: a missing path, an unknown option. Nothing is retried. */
export class UserError extends Error {
  override name = 'UserError'
}

/** The document cannot be read, whoever tries and however often. `code` is from the closed list. */
export class BadDocumentError extends Error {
  override name = 'BadDocumentError'
  readonly code: Exclude<DocumentErrorCode, 'bug'>
  constructor(code: Exclude<DocumentErrorCode, 'bug'>, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** The surroundings failed for now: disk, network, a lock, a server that is busy. Tried again later, not counted. */
export class TransientError extends Error {
  override name = 'TransientError'
}

export type Reaction = {
  /** What the queue does: never again, later without counting, or again while attempts last. */
  retry: 'never' | 'later' | 'twice-more'
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
