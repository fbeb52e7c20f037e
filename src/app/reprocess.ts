// Reads documents again that were read before. The record that is there stays, and is found, until the new one replaces it.

import type { DocumentJob } from '../model.ts'
import { isCurrentParser } from '../parse/parsers.ts'
import type { RecordMaker } from '../ports/store.ts'
import { extractorVersion } from '../record/make-record.ts'
import type { Context } from './context.ts'
import { existing, parseAgain } from './retry.ts'
import { ring } from './ring.ts'

/**
 * Documents by id or the first digits of one; all that have a record; or those of them whose record was made by another
 * version of parser, extractor or lexicon.
 */
export type ReprocessInput = { ids: readonly string[] } | { stale: true } | { all: true }

const pageSize = 500

/**
 * Gives the ids of the documents that are read again: from their bytes, or, where the parser is the same, from the text.
 * What waits already is left alone unless it is asked for by its id. Throws UserError for an id that there is not.
 */
export async function reprocess(context: Context, input: ReprocessInput): Promise<string[]> {
  const { store } = context
  if ('ids' in input)
    return parseAgain(
      context,
      (await existing(context, input.ids)).map(({ id }) => id),
    )
  const jobOf =
    'all' in input ? () => 'parse' as const : (maker: RecordMaker) => staleJob(context, maker)
  const again: string[] = []
  for (let after = ''; ; ) {
    const makers = await store.makers(after, pageSize)
    const last = makers.at(-1)
    if (!last) return again
    after = last.id
    for (const job of ['parse', 'extract'] as const) {
      const ids = makers.filter((maker) => jobOf(maker) === job).map(({ id }) => id)
      const there = await store.setNextJob(ids, job)
      for (const id of there) await ring(context, { kind: job, id })
      again.push(...there)
    }
  }
}

/** The job that brings a record up to date; null where it is. */
function staleJob(
  context: Context,
  { parser, extractor, lexicon }: RecordMaker,
): DocumentJob | null {
  if (!isCurrentParser(parser)) return 'parse'
  return extractor === extractorVersion && lexicon === context.lexicon().version ? null : 'extract'
}
