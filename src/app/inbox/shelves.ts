// The shelves of an inbox: files are moved to .done/<date>/ or .failed/<date>/, in the folders they lay in, and never over
// another file. A note with the reason lies beside a file that failed.
//
//   2023/bao-cao.pdf → .done/2026-03-01/2023/bao-cao.pdf
//   2023/bao-cao.pdf → .failed/2026-03-01/2023/bao-cao.pdf and .failed/2026-03-01/2023/bao-cao.pdf.txt
import type { Stats } from 'node:fs'
import { lstat, mkdir, rename, rmdir, unlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { SystemPath } from './file-path.ts'

/** What a file was when it was looked at: it is moved only as that. */
export type AsSeen = { size: number; mtimeMs: number }

export type Shelves = {
  /**
   * Moves a file to a shelf; gives its new path in the inbox. `before` runs when the place is chosen. Throws ChangedError
   * where another file has taken its name meanwhile: that one is back at its place then.
   */
  move(
    from: SystemPath,
    path: string,
    as: AsSeen,
    shelf: '.done' | '.failed',
    before?: (shelfPath: string) => Promise<void>,
  ): Promise<string>
  /** Writes a note about a file that stays where it is; gives the note's path in the inbox. */
  note(path: string, text: string): Promise<string>
  /** Writes a note beside a file on a shelf. */
  noteBeside(shelfPath: string, text: string): Promise<string>
  /** Deletes a file on a shelf, and the folders that are empty then. Nothing where it is gone. */
  remove(shelfPath: string): Promise<void>
}

/** Another file has taken the name of the one that was looked at. */
export class ChangedError extends Error {
  override name = 'ChangedError'
}

/** The shelves of an inbox. */
export function shelvesOf(folder: string): Shelves {
  /** Places chosen and not yet filled, since several files are moved at once. */
  const chosen = new Set<string>()

  /** A place that is free, with one for a note beside it; kept until it is given back. */
  async function choose(shelf: string, path: string): Promise<string> {
    const base = `${shelf}/${new Date().toISOString().slice(0, 10)}`
    for (let copy = 1; ; copy++) {
      const place = `${base}/${fitting(path, copy)}`
      if (chosen.has(place)) continue
      chosen.add(place)
      if ((await isFree(join(folder, place))) && (await isFree(join(folder, noteOf(place)))))
        return place
      chosen.delete(place)
    }
  }

  async function writeNote(place: string, text: string): Promise<string> {
    const path = noteOf(place)
    await makeFolder(folder, dirname(path))
    // A byte order mark, so that Windows' editor shows Vietnamese as it is.
    await writeFile(join(folder, path), `\uFEFF${text}`)
    return path
  }

  return {
    async move(from, path, as, shelf, before) {
      const place = await choose(shelf, path)
      try {
        const to = join(folder, place)
        await makeFolder(folder, dirname(place))
        await before?.(place)
        await rename(from, to).catch((error: NodeJS.ErrnoException) => {
          // Another process that watches the same inbox may have moved it to the same place.
          if (error.code !== 'ENOENT') throw error
        })
        const moved = await lstatOrNull(to)
        if (!moved) throw new ChangedError(`${path} was taken away while it was to be moved.`)
        if (moved.size === as.size && moved.mtimeMs === as.mtimeMs) return place
        if (await isFree(from)) await rename(to, from)
        throw new ChangedError(`${path} was replaced while it was moved away.`)
      } finally {
        chosen.delete(place)
      }
    },

    async note(path, text) {
      const place = await choose('.failed', path)
      try {
        return await writeNote(place, text)
      } finally {
        chosen.delete(place)
      }
    },

    noteBeside: writeNote,

    async remove(shelfPath) {
      try {
        await unlink(join(folder, shelfPath))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      }
      for (let at = dirname(shelfPath); at !== '.'; at = dirname(at))
        if (!(await removeEmpty(join(folder, at)))) return
    },
  }
}

const noteOf = (place: string) => `${place}.txt`
const mostNameBytes = 255

/** A path whose names are no longer than file systems allow, with room for a note's ".txt"; numbered from the second copy. */
function fitting(path: string, copy: number): string {
  const parts = path.split('/')
  const name = parts.pop() ?? ''
  const dot = name.lastIndexOf('.')
  const extension = dot > 0 && name.length - dot <= 10 ? name.slice(dot) : ''
  const stem = name.slice(0, name.length - extension.length)
  const end = (copy === 1 ? '' : ` (${copy})`) + extension
  const room = mostNameBytes - Buffer.byteLength(`${end}.txt`)
  return [...parts.map((part) => cut(part, mostNameBytes)), cut(stem, room) + end].join('/')
}

/** The first letters of a text that take at most so many bytes. */
function cut(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text
  let length = 0
  let kept = ''
  for (const letter of text) {
    length += Buffer.byteLength(letter)
    if (length > bytes) break
    kept += letter
  }
  return kept
}

const isFree = async (path: SystemPath): Promise<boolean> => (await lstatOrNull(path)) === null

async function lstatOrNull(path: SystemPath): Promise<Stats | null> {
  try {
    return await lstat(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Folder by folder: of a read-only disk, `recursive` of Node says that it is not there. */
async function makeFolder(root: string, path: string): Promise<void> {
  let at = root
  for (const name of path.split('/')) {
    at = join(at, name)
    try {
      await mkdir(at)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

async function removeEmpty(folder: string): Promise<boolean> {
  try {
    await rmdir(folder)
    return true
  } catch {
    // Something is in it, or it is not ours to remove: it stays.
    return false
  }
}
