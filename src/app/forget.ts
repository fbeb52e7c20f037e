// Forgets a document: what was read of it, its place in the index and its bytes go; that it was there remains by name.
import { UserError } from '../errors.ts'
import type { Context } from './context.ts'
import { findForgotten, findId } from './find-id.ts'

export type ForgetInput = {
  /** Id of a document, or its first digits. */
  id: string
  /** Forgets what came in it and in nothing else as well. */
  withMembers?: boolean | undefined
}

export type ForgetResult = {
  /** The document, then what came in it. */
  documents: Array<{ id: string; name: string }>
}

/** Members that a refusal names. */
const mostNamed = 5

/**
 * Forgets. Run again after it was cut short, it removes the bytes that were left. Throws UserError where there is no such
 * document, and where it holds others that came only in it, unless those are to go as well.
 */
export async function forget(context: Context, input: ForgetInput): Promise<ForgetResult> {
  const { store, blobs, log } = context
  const id = await findId(context, input.id)
  const row = id && (await store.getDocument(id))
  if (!row) return finishForgetting(context, input.id)
  const members = await onlyInside(context, row.id)
  if (members.length > 0 && !input.withMembers)
    throw new UserError(
      `${row.name} holds documents that came only in it and would be left without a source (${namesOf(members)}): forget them with it (--with-members), or leave it.`,
    )
  const documents = [row, ...members].map(({ id, name }) => ({ id, name }))
  await store.forget(
    documents.map(({ id }) => id),
    new Date().toISOString(),
  )
  for (const { id, name } of documents) {
    // The same bytes may have come in again this very moment.
    if (!(await store.getDocument(id))) await blobs.delete(id)
    log.info('forgotten', { document: id, name })
  }
  return { documents }
}

/** What was forgotten together with a document: the rows are gone, the bytes may not be. */
async function finishForgetting(context: Context, asked: string): Promise<ForgetResult> {
  const { store, blobs } = context
  const gone = await findForgotten(context, asked)
  if (!gone) throw new UserError(`There is no document ${asked.slice(0, 64)} in the archive.`)
  const together = (await store.forgotten('', 100_000)).filter(({ at }) => at === gone.at)
  for (const { id } of together) await blobs.delete(id)
  return { documents: together.map(({ id, name }) => ({ id, name })) }
}

/** The documents that came only in one, however deep. */
async function onlyInside(
  { store }: Context,
  id: string,
): Promise<Array<{ id: string; name: string }>> {
  const ids = [id]
  const inside: Array<{ id: string; name: string }> = []
  for (;;) {
    const next = await store.membersOnlyOf(ids)
    if (next.length === 0) return inside
    inside.push(...next)
    ids.push(...next.map(({ id }) => id))
  }
}

function namesOf(documents: ReadonlyArray<{ name: string }>): string {
  const names = documents.slice(0, mostNamed).map(({ name }) => name)
  const more = documents.length - names.length
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ')
}
