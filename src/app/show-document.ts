// One document: its row, its names, its record, its original.
import { UserError } from '../errors.ts'
import type { DocumentDetails } from './app.ts'
import type { Context } from './context.ts'

/** Fewer digits of an id than this name nothing. */
const shortestPrefix = 4
const mostMembers = 20_000

/**
 * The document of an id, or of the first digits of one where only one document begins so. Null where there is none;
 * throws UserError where several begin so.
 */
export async function showDocument(context: Context, id: string): Promise<DocumentDetails | null> {
  const { store } = context
  const found = await resolveId(context, id)
  const row = found && (await store.getDocument(found))
  if (!row) return null
  const container = row.container && (await store.getDocument(row.container.id))
  const members = await membersOf(context, row.id)
  return {
    row,
    names: await store.namesOf(row.id),
    container: container && { id: container.id, name: container.name },
    members: members.map(({ name, row: { id, state } }) => ({ id, name, state })),
    record: await store.getRecord(row.id),
  }
}

/** The documents that came in one, in the order they were found. */
export async function membersOf({ store }: Context, id: string) {
  return store.membersOf(id, mostMembers)
}

/** The bytes of a document as they came, with the name to save them under. Null where there is no such document. */
export async function originalOf(context: Context, id: string) {
  const found = await resolveId(context, id)
  const row = found && (await context.store.getDocument(found))
  if (!row) return null
  return {
    name: row.name,
    mediaType: row.mediaType ?? 'application/octet-stream',
    bytes: await context.blobs.get(row.id),
  }
}

async function resolveId({ store }: Context, asked: string): Promise<string | null> {
  const prefix = asked.toLowerCase()
  if (!/^[0-9a-f]+$/.test(prefix) || prefix.length < shortestPrefix) return null
  if (prefix.length === 64) return prefix
  const [first, second] = await store.idsStartingWith(prefix, 2)
  if (second)
    throw new UserError(`More than one document begins with ${asked}; give more digits of the id.`)
  return first ?? null
}
