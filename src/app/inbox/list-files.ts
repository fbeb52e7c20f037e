// Lists what lies in an inbox: files, and what only looks like one. Hidden, unfinished and system files are passed over.
import type { BigIntStats, Stats } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { isIgnoredName } from '../../text/ignored-names.ts'
import { inFolder, type SystemPath, shownName } from './file-path.ts'

export type FileKind = 'file' | 'link' | 'special'

/** A file as it was seen. */
export type Seen = {
  /** What the system opens. */
  at: SystemPath
  /** Relative to the inbox, as it is written down: "2023/bao-cao.pdf". */
  path: string
  kind: FileKind
  size: number
  mtimeMs: number
  ctimeMs: number
}

/** A folder as it was seen; `mark` differs for another folder of the same name. */
export type SeenFolder = { at: SystemPath; path: string; mark: string }

export type Listing = {
  files(file: Seen): void
  folders(folder: SeenFolder): void
  /** A folder that cannot be listed; the others are. */
  unreadable(path: string, error: unknown): void
}

/** Names that are passed over in an inbox, besides those ignored everywhere. */
export type IsOurs = (path: string) => boolean

/** Tells of every file and folder below one, the folder itself included; in no order. */
export async function listFiles(root: SeenFolder, isOurs: IsOurs, to: Listing): Promise<void> {
  const folders = [root]
  for (let folder = folders.pop(); folder; folder = folders.pop()) {
    to.folders(folder)
    let names: Buffer[]
    try {
      names = await readdir(folder.at, { encoding: 'buffer' })
    } catch (error) {
      to.unreadable(folder.path, error)
      continue
    }
    for (const name of names) {
      const seen = await lookAt(folder, name, isOurs)
      if (!seen) continue
      if ('mark' in seen) folders.push(seen)
      else to.files(seen)
    }
  }
}

/** What lies under a name in a folder now; null where nothing does, or nothing that was meant as a document. */
export async function lookAt(
  folder: Pick<SeenFolder, 'at' | 'path'>,
  name: Buffer,
  isOurs: IsOurs,
): Promise<Seen | SeenFolder | null> {
  const shown = shownName(name)
  const path = folder.path === '' ? shown : `${folder.path}/${shown}`
  if (isIgnoredName(shown) || isOurs(path)) return null
  const at = inFolder(folder.at, name)
  const found = await lstatOrNull(at)
  if (!found) return null
  if (found.isDirectory()) return { at, path, mark: markOf(found) }
  return seenOf(at, path, found)
}

/** The file again, as it is now; null where it is gone. */
export async function lookAgain({ at, path }: Pick<Seen, 'at' | 'path'>): Promise<Seen | null> {
  const found = await lstatOrNull(at)
  return found && !found.isDirectory() ? seenOf(at, path, found) : null
}

/** Tells a folder from another one that took its name; its number alone may be used again at once. */
export const markOf = (found: Stats | BigIntStats): string =>
  `${found.dev}:${found.ino}:${found.birthtimeMs}`

const kindOf = (found: Stats): FileKind =>
  found.isFile() ? 'file' : found.isSymbolicLink() ? 'link' : 'special'

const seenOf = (at: SystemPath, path: string, found: Stats): Seen => ({
  at,
  path,
  kind: kindOf(found),
  size: found.size,
  mtimeMs: found.mtimeMs,
  ctimeMs: found.ctimeMs,
})

/** Null where it is gone, or cannot be looked at: the folder is told of then. */
async function lstatOrNull(at: SystemPath): Promise<Stats | null> {
  try {
    return await lstat(at)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES' || code === 'ENAMETOOLONG')
      return null
    throw error
  }
}
