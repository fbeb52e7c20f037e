// Takes one file of an inbox. The order of safety: its bytes are in the blob store and verified, then the document's row is
// committed, then, and only then, the file is moved. Killed anywhere in between, the file is still in the inbox and is taken
// again: its bytes are known then, and nothing is kept twice.
import { messageOf } from '../../errors.ts'
import type { Log } from '../../log.ts'
import type { InboxFile, KeptFile } from '../../ports/inbox.ts'
import type { Store } from '../../ports/store.ts'
import type { App } from '../app.ts'
import { placeOf } from './file-path.ts'
import type { Seen } from './list-files.ts'
import { type RefusalCode, refusalMessage, refusalNote } from './notes.ts'
import { bytesOf, withFile } from './read-file.ts'
import { ChangedError, type Shelves } from './shelves.ts'

export type TakeContext = {
  /** The inbox, an absolute path. */
  folder: string
  after: 'move' | 'leave' | 'delete'
  /** Files of more bytes are refused before any is copied. */
  maxBytes: number
  shelves: Shelves
  store: Pick<Store, 'putInboxFile' | 'changeInboxFile'>
  ingest: App['ingest']
  log: Log
}

/** What became of a file: its row, and whether it stays in the inbox although it was to be moved, and why. */
export type Taken = { row: KeptFile; unmoved: string | null }

/** Why a file is not even read; null where it may be. */
export function refusalOf(seen: Seen, maxBytes: number): RefusalCode | null {
  if (seen.kind !== 'file') return seen.kind
  if (seen.size === 0) return 'empty'
  return seen.size > maxBytes ? 'too-large' : null
}

/** Ingests a file and shelves it. Throws ChangedError, UnreadableError, and what the archive throws. */
export async function takeFile(context: TakeContext, seen: Seen): Promise<Taken> {
  const { ingest, log } = context
  const { id, isNew } = await withFile(seen, (file) =>
    ingest({ ...placeOf(seen.path), bytes: bytesOf(file, seen) }),
  )
  log.info('taken from the inbox', { document: id, name: placeOf(seen.path).name, isNew })
  return shelve(context, seen, { ...bareRow(context, seen), documentId: id })
}

/** Moves a file that is in the archive, or deletes or leaves it, as is wanted and may be. */
export async function shelve(context: TakeContext, seen: Seen, row: InboxFile): Promise<Taken> {
  const { after, shelves, store } = context
  if (after === 'leave') return leave(context, row, null)
  let number = 0
  // Before it is moved, so that a file on the shelf is always known.
  const keep = async (shelfPath: string) => {
    number = await store.putInboxFile({ ...row, shelf: 'done', shelfPath })
  }
  try {
    const shelfPath = await shelves.move(seen.at, seen.path, seen, '.done', keep)
    const done: KeptFile = { ...row, number, shelf: 'done', shelfPath }
    if (after === 'move') return { row: done, unmoved: null }
    await shelves.remove(shelfPath)
    const deleted: KeptFile = { ...done, shelf: 'deleted', shelfPath: seen.path }
    await store.changeInboxFile(number, deleted)
    return { row: deleted, unmoved: null }
  } catch (error) {
    if (number > 0) await store.changeInboxFile(number, null)
    if (!isForbidden(error)) throw error
    return leave(context, row, messageOf(error))
  }
}

/**
 * Refuses a file: it is moved to .failed with a note beside it. Links and what is no file stay where they are, and so does
 * what cannot be moved; there is a note all the same where one can be written.
 */
export async function refuseFile(
  context: TakeContext,
  seen: Seen,
  code: RefusalCode,
): Promise<Taken> {
  const { after, shelves, store } = context
  const row = { ...bareRow(context, seen), error: { code, message: refusalMessage(code) } }
  const moves = seen.kind === 'file' && code !== 'unreadable' && after !== 'leave'
  try {
    if (moves) {
      const shelfPath = await shelves.move(seen.at, seen.path, seen, '.failed')
      const notePath = await shelves.noteBeside(shelfPath, refusalNote(seen.path, code, false))
      const failed: InboxFile = { ...row, shelf: 'failed', shelfPath, notePath }
      return { row: { ...failed, number: await store.putInboxFile(failed) }, unmoved: null }
    }
    row.notePath = await shelves.note(seen.path, refusalNote(seen.path, code, true))
  } catch (error) {
    if (!isForbidden(error)) throw error
    return leave(context, row, messageOf(error))
  }
  return leave(context, row, null)
}

async function leave(
  { store }: TakeContext,
  row: InboxFile,
  unmoved: string | null,
): Promise<Taken> {
  return { row: { ...row, number: await store.putInboxFile(row) }, unmoved }
}

const bareRow = ({ folder }: TakeContext, { path, size, mtimeMs }: Seen): InboxFile => ({
  folder,
  path,
  size,
  mtimeMs,
  documentId: null,
  error: null,
  shelf: 'left',
  shelfPath: path,
  notePath: null,
  at: new Date().toISOString(),
})

const forbidden = new Set(['EROFS', 'EACCES', 'EPERM', 'EXDEV', 'ENOTSUP', 'EOPNOTSUPP'])

/** Whether an inbox does not let us move or write: the file is taken all the same, and remembered. */
export function isForbidden(error: unknown): boolean {
  return (
    !(error instanceof ChangedError) && forbidden.has((error as NodeJS.ErrnoException).code ?? '')
  )
}
