// The embedded blob store: files named by the SHA-256 of what is in them, in folders of two levels.
//
//   <folder>/3f/2a/3f2a9c…   and, while a blob comes in, <folder>/.incoming/<process>@<host>-<random>.part
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, open, readdir, readFile, rename, rm, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { TransientError } from '../../errors.ts'
import type { BlobStore } from '../../ports/blobs.ts'
import { host, isLeftBehind } from '../left-behind.ts'
import { listBlobs, listStrangers } from './folder-blob-list.ts'

/** Left over by a process that is gone, or so old that no upload takes so long. */
const staleAfterMs = 24 * 60 * 60 * 1000

/** Opens (or makes) the folder and clears away what killed processes left half-written. */
export async function openFolderBlobs(folder: string): Promise<BlobStore> {
  const incoming = join(folder, '.incoming')
  await makeFolderDurably(incoming)
  await clearLeftovers(incoming)
  const pathOf = (id: string): string => {
    // The id becomes a path, so nothing but a hash may pass.
    if (!/^[0-9a-f]{64}$/.test(id)) throw new Error(`"${id}" is no SHA-256 in lower case.`)
    return join(folder, id.slice(0, 2), id.slice(2, 4), id)
  }

  /** Where even the folder for what comes in is gone, so is the disk: no single blob is missing. */
  const refuseUnmounted = async (error: unknown): Promise<never> => {
    if (isMissing(error) && !(await stat(incoming).catch(() => null)))
      throw new TransientError(`The folder ${folder} is not as it was; is its disk mounted?`, {
        cause: error,
      })
    throw error
  }

  return {
    async put(bytes) {
      const temporary = join(incoming, `${process.pid}@${host}-${randomUUID()}.part`)
      try {
        const written = await writeDurably(temporary, bytes).catch(refuseUnmounted)
        const path = pathOf(written.id)
        // A blob that is there and whole stays; a damaged one is replaced by the bytes just given.
        if ((await hashOfFile(path)) === written.id) return written
        await makeFolderDurably(dirname(path))
        await rename(temporary, path)
        await syncFolder(dirname(path))
        const stored = await hashOfFile(path)
        if (stored !== written.id)
          throw Object.assign(
            new Error(
              `The disk gave back other bytes than were written to ${path}; check the disk.`,
            ),
            { code: 'EIO' },
          )
        return written
      } finally {
        await rm(temporary, { force: true })
      }
    },

    async has(id) {
      try {
        return (await stat(pathOf(id))).isFile()
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
        throw error
      }
    },

    async get(id) {
      return readFile(pathOf(id)).catch(refuseUnmounted)
    },

    async withFile(id, use) {
      const path = pathOf(id)
      await access(path).catch(refuseUnmounted)
      return use(path)
    },

    list: () => listBlobs(folder),
    strangers: () => listStrangers(folder),

    async delete(id) {
      const path = pathOf(id)
      try {
        await unlink(path).catch(ignoreMissing)
        // Also where it was gone: who removed it may have been killed before this.
        await syncFolder(dirname(path))
      } catch (error) {
        ignoreMissing(error)
      }
    },

    // Nothing is held open between calls.
    async close() {},
  }
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

function ignoreMissing(error: unknown): void {
  if (!isMissing(error)) throw error
}

async function writeDurably(
  path: string,
  bytes: Readable | Uint8Array,
): Promise<{ id: string; bytes: number }> {
  const hash = createHash('sha256')
  let size = 0
  const file = await open(path, 'wx')
  try {
    // An array of one chunk: a Uint8Array given to Readable.from would come out byte by byte.
    const chunks: AsyncIterable<unknown> =
      bytes instanceof Uint8Array ? Readable.from([bytes]) : bytes
    for await (const chunk of chunks) {
      const piece = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array)
      hash.update(piece)
      size += piece.byteLength
      for (let at = 0; at < piece.byteLength; )
        at += (await file.write(piece, at, piece.byteLength - at)).bytesWritten
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { id: hash.digest('hex'), bytes: size }
}

/** SHA-256 of a file; null where there is none. */
async function hashOfFile(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  return hash.digest('hex')
}

/** Makes a folder, given as an absolute path; the entries of new folders are made durable in their parents. */
async function makeFolderDurably(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true })
  if (first === undefined) return
  for (let at = dirname(folder); ; at = dirname(at)) {
    await syncFolder(at)
    if (at === dirname(first)) return
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows has no fsync of folders; its renames are journalled.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function clearLeftovers(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name)
    const found = await stat(path).catch(() => null)
    if (!found) continue
    const owner = Number.parseInt(name, 10)
    const abandoned = name.startsWith(`${owner}@${host}-`) && isLeftBehind(owner, found.mtimeMs)
    if (abandoned || found.mtimeMs < Date.now() - staleAfterMs) await rm(path, { force: true })
  }
}
