// What lies in a folder of blobs (laid out as in folder-blobs.ts): the blobs in order, and what has no business there.
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { StoredBlob } from '../../ports/blobs.ts'

/** The blobs, by id. What comes or goes meanwhile may be among them or not. */
export async function* listBlobs(folder: string): AsyncGenerator<StoredBlob> {
  for await (const found of walk(folder)) if ('id' in found) yield found
}

/** Paths, from the folder on, of everything else but what is just coming in. */
export async function* listStrangers(folder: string): AsyncGenerator<string> {
  for await (const found of walk(folder)) if ('stranger' in found) yield found.stranger
}

/** Both, two levels of folders down, in the order of their names. */
async function* walk(folder: string): AsyncGenerator<StoredBlob | { stranger: string }> {
  for (const one of await entriesOf(folder)) {
    if (one === '.incoming') continue
    const inner = await foldersOf(join(folder, one), one)
    if (!inner) {
      yield { stranger: one }
      continue
    }
    for (const two of inner) {
      const names = await foldersOf(join(folder, one, two), two)
      if (!names) {
        yield { stranger: join(one, two) }
        continue
      }
      for (const name of names) {
        const found = name.startsWith(one + two) ? await blobOf(join(folder, one, two), name) : null
        if (found !== 'gone') yield found ?? { stranger: join(one, two, name) }
      }
    }
  }
}

/** Names in a folder of a level ("3f"); null where that is none. */
async function foldersOf(path: string, name: string): Promise<string[] | null> {
  return /^[0-9a-f]{2}$/.test(name) ? entriesOf(path).catch(isNoFolder) : null
}

function isNoFolder(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOTDIR') return null
  throw error
}

/** The blob of a file; null where it is none, "gone" where it was deleted meanwhile. */
async function blobOf(folder: string, name: string): Promise<StoredBlob | null | 'gone'> {
  if (!/^[0-9a-f]{64}$/.test(name)) return null
  try {
    const found = await stat(join(folder, name))
    return found.isFile() ? { id: name, bytes: found.size, storedAtMs: found.mtimeMs } : null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'gone'
    throw error
  }
}

/** Names in a folder, in order; none where it was removed meanwhile. */
async function entriesOf(path: string): Promise<string[]> {
  try {
    return (await readdir(path)).sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
