// `vanthu retry`: tries documents again that could not be read.
import { UserError } from '../errors.ts'
import { readAgain } from './read-again.ts'

export type RetryOptions = { failed?: boolean; code?: string; json?: boolean }

/** Tries the documents named, or all that failed; gives the exit status. */
export async function retry(ids: readonly string[], options: RetryOptions): Promise<number> {
  const { failed = false, code } = options
  if (ids.length > 0 === failed)
    throw new UserError('Name the documents to try again, or say --failed for all that failed.')
  if (code !== undefined && !failed)
    throw new UserError('--code belongs to --failed: it picks among the documents that failed.')
  return readAgain((app) => app.retry(failed ? { failed, code } : { ids }), options)
}
