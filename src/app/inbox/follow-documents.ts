// Keeps the shelves of an inbox true to what became of the documents: a file whose document failed later goes from .done to
// .failed, with a note; where a further try read it, it goes back.
import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import type { MisplacedFile } from '../../ports/inbox.ts'
import type { Store } from '../../ports/store.ts'
import { failureNote } from './notes.ts'
import { ChangedError, type Shelves } from './shelves.ts'
import { isForbidden } from './take-file.ts'

/** Files at most at once; the rest come with the next run. */
const most = 500

export type FollowContext = {
  folder: string
  shelves: Shelves
  store: Pick<Store, 'misplacedFiles' | 'changeInboxFile'>
}

/** Moves what lies wrong; gives how many files that were. Safe to run twice. */
export async function followDocuments(context: FollowContext): Promise<number> {
  const files = await context.store.misplacedFiles(context.folder, most)
  for (const file of files) {
    if (file.failure) await tellFailure(context, file, file.failure)
    else await takeBackFailure(context, file)
  }
  return files.length
}

async function tellFailure(
  { folder, shelves, store }: FollowContext,
  file: MisplacedFile,
  failure: { code: string; message: string },
): Promise<void> {
  const { number, name: _, failure: __, ...row } = file
  const note = failureNote(file.path, failure, file.documentId ?? '')
  const shelfPath = file.shelf === 'done' ? await move(folder, shelves, file, '.failed') : null
  const notePath = await unlessForbidden(() =>
    shelfPath ? shelves.noteBeside(shelfPath, note) : shelves.note(file.path, note),
  )
  await store.changeInboxFile(number, {
    ...row,
    error: failure,
    ...(shelfPath ? { shelf: 'failed', shelfPath } : {}),
    notePath,
  })
}

async function takeBackFailure(
  { folder, shelves, store }: FollowContext,
  file: MisplacedFile,
): Promise<void> {
  const { number, name: _, failure: __, ...row } = file
  const shelfPath = file.shelf === 'failed' ? await move(folder, shelves, file, '.done') : null
  const { notePath } = file
  if (notePath !== null) await unlessForbidden(() => shelves.remove(notePath))
  await store.changeInboxFile(number, {
    ...row,
    error: null,
    ...(shelfPath ? { shelf: 'done', shelfPath } : {}),
    notePath: null,
  })
}

/** Null where it cannot be moved: somebody took it away or put another in its place, or the inbox does not let us. */
async function move(
  folder: string,
  shelves: Shelves,
  { shelfPath, path, size, mtimeMs }: MisplacedFile,
  shelf: '.done' | '.failed',
): Promise<string | null> {
  const from = join(folder, shelfPath)
  try {
    const found = await lstat(from)
    if (found.size !== size || found.mtimeMs !== mtimeMs) return null
    return await shelves.move(from, path, { size, mtimeMs }, shelf)
  } catch (error) {
    const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT'
    if (isGone || error instanceof ChangedError || isForbidden(error)) return null
    throw error
  }
}

async function unlessForbidden<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (isForbidden(error)) return null
    throw error
  }
}
