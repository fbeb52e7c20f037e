// One document: its row, its names, its record, its original.
import type { DocumentDetails } from './app.ts'
import type { Context } from './context.ts'
import { findId } from './find-id.ts'
import { readOriginal } from './original.ts'

const mostMembers = 20_000
const mostVersions = 100
const mostCopies = 100
const mostLinks = 200

/**
 * The document of an id, or of the first digits of one where only one document begins so. Null where there is none;
 * throws UserError where several begin so.
 */
export async function showDocument(context: Context, id: string): Promise<DocumentDetails | null> {
  const { store } = context
  const found = await findId(context, id)
  const row = found && (await store.getDocument(found))
  if (!row) return null
  const container = row.container && (await store.getDocument(row.container.id))
  const members = await membersOf(context, row.id)
  const sources = await store.sourcesOf(row.id)
  const versions = await store.versionsOf(row.id, mostVersions)
  const { copies, count } = await store.copiesOf(row.id, mostCopies)
  return {
    row,
    names: [...new Set(sources.map(({ name }) => name))],
    sources,
    tags: [...new Set(sources.flatMap(({ tags }) => tags))],
    versions: versions.length > 1 ? versions : [],
    links: await store.linksOf(row.id, mostLinks),
    copies,
    copyCount: count,
    container: container && { id: container.id, name: container.name },
    members: members.map(({ name, row: { id, state } }) => ({ id, name, state })),
    record: await store.getRecord(row.id),
    corrections: await store.correctionsOf(row.id),
  }
}

/** The documents that came in one, in the order they were found. */
export async function membersOf({ store }: Context, id: string) {
  return store.membersOf(id, mostMembers)
}

/**
 * The bytes of a document with the name to save them under; `isAltered`: they are no longer those that came. Null where there
 * is no such document; throws BadDocumentError where its original is missing.
 */
export async function originalOf(context: Context, id: string) {
  const found = await findId(context, id)
  const row = found && (await context.store.getDocument(found))
  if (!row) return null
  return {
    name: row.name,
    mediaType: row.mediaType ?? 'application/octet-stream',
    ...(await readOriginal(context.blobs, row)),
  }
}
