// Reads again what could not be read: a document's row says that it waits for `parse`, as if it had just come.
import { UserError } from '../errors.ts'
import type { DocumentRow } from '../model.ts'
import { documentErrorCodeSchema } from '../model.ts'
import type { Context } from './context.ts'
import { findId } from './find-id.ts'
import { ring } from './ring.ts'

/** Documents by id or the first digits of one, or all that failed, or those that failed with one code. */
export type RetryInput = { ids: readonly string[] } | { failed: true; code?: string | undefined }

const pageSize = 500

/**
 * Gives the ids of the documents that are tried again. One that waits is rung for. Throws UserError for an id that there is
 * not, a document that was read, and a code that is none.
 */
export async function retry(context: Context, input: RetryInput): Promise<string[]> {
  if ('ids' in input) return retryDocuments(context, input.ids)
  const { code } = input
  if (code !== undefined && !documentErrorCodeSchema.safeParse(code).success)
    throw new UserError(
      `"${code}" is no code of a failure; the codes are ${documentErrorCodeSchema.options.join(', ')}.`,
    )
  const again: string[] = []
  for (let cursor: string | undefined; ; ) {
    // What fails meanwhile stands before the cursor and is left for the next time.
    const page = await context.store.documentsIn({
      state: 'failed',
      code,
      limit: pageSize,
      cursor,
    })
    again.push(
      ...(await parseAgain(
        context,
        page.documents.map(({ id }) => id),
      )),
    )
    if (page.next === null) return again
    cursor = page.next
  }
}

async function retryDocuments(context: Context, asked: readonly string[]): Promise<string[]> {
  const rows = await existing(context, asked)
  const read = rows.find(({ state }) => state === 'extracted' || state === 'partial')
  if (read)
    throw new UserError(
      `${read.name} was read; to read it once more, reprocess ${read.id.slice(0, 12)}.`,
    )
  for (const { id, nextJob } of rows) if (nextJob) await ring(context, { kind: nextJob, id })
  const failed = rows.filter(({ state }) => state === 'failed').map(({ id }) => id)
  await parseAgain(context, failed)
  return rows.map(({ id }) => id)
}

/** The rows of documents that were asked for, each once. Throws UserError where one is not there. */
export async function existing(context: Context, asked: readonly string[]): Promise<DocumentRow[]> {
  const rows = new Map<string, DocumentRow>()
  for (const one of asked) {
    const id = await findId(context, one)
    const row = id && (await context.store.getDocument(id))
    if (!row) throw new UserError(`There is no document ${one.slice(0, 64)} in the archive.`)
    rows.set(row.id, row)
  }
  return [...rows.values()]
}

/** Makes documents wait to be parsed, and rings. Gives the ids that are there. */
export async function parseAgain(context: Context, ids: readonly string[]): Promise<string[]> {
  const there = await context.store.setNextJob(ids, 'parse')
  for (const id of there) await ring(context, { kind: 'parse', id })
  return there
}
