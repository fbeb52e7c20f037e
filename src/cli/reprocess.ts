// `vanthu reprocess`: reads documents again that were read before.
import { UserError } from '../errors.ts'
import { readAgain } from './read-again.ts'

export type ReprocessOptions = { stale?: boolean; all?: boolean; json?: boolean }

/** Reads the documents named, the stale ones, or all; gives the exit status. */
export async function reprocess(
  ids: readonly string[],
  options: ReprocessOptions,
): Promise<number> {
  const { stale = false, all = false } = options
  if ([ids.length > 0, stale, all].filter(Boolean).length !== 1)
    throw new UserError('Name the documents to read again, or say --stale, or --all.')
  return readAgain((app) => app.reprocess(stale ? { stale } : all ? { all } : { ids }), options)
}
