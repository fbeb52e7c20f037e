// Opens a file of an inbox as what it was seen to be, and nothing else: no link is followed, no pipe waited for; what changes
// while it is read is not believed.
import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { messageOf } from '../../errors.ts'
import type { Seen } from './list-files.ts'
import { ChangedError } from './shelves.ts'

/** The file itself cannot be read: gone, not permitted, its share away. `code` is the system's. */
export class UnreadableError extends Error {
  override name = 'UnreadableError'
  readonly code: string
  constructor(path: string, cause: unknown) {
    super(`${path} cannot be read: ${messageOf(cause)}`, { cause })
    this.code = String((cause as NodeJS.ErrnoException).code ?? '')
  }
}

/** Windows has neither. Without O_NONBLOCK a pipe without a writer would be waited for. */
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
const chunkBytes = 256 * 1024

/** Runs `use` with the open file. Throws ChangedError where it is no longer what was seen, UnreadableError where it cannot be opened. */
export async function withFile<T>(seen: Seen, use: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(seen.at, flags).catch((error: unknown) => {
    throw new UnreadableError(seen.path, error)
  })
  try {
    await refuseChanged(file, seen)
    return await use(file)
  } finally {
    await file.close()
  }
}

/**
 * The bytes of the file, to be read once. Fails with ChangedError after the last byte where the file was written to
 * meanwhile, so that whoever keeps them keeps nothing; one that was replaced by another of its name is still whole.
 */
export function bytesOf(file: FileHandle, seen: Seen): Readable {
  return Readable.from(read(file, seen), { objectMode: false })
}

async function* read(file: FileHandle, seen: Seen): AsyncGenerator<Buffer> {
  let at = 0
  for (;;) {
    const buffer = Buffer.allocUnsafe(chunkBytes)
    const { bytesRead } = await file.read(buffer, 0, chunkBytes, at).catch((error: unknown) => {
      throw new UnreadableError(seen.path, error)
    })
    if (bytesRead === 0) break
    at += bytesRead
    yield buffer.subarray(0, bytesRead)
  }
  await refuseChanged(file, seen)
  if (at !== seen.size) throw changed(seen)
}

async function refuseChanged(file: FileHandle, seen: Seen): Promise<void> {
  const now = await file.stat().catch((error: unknown) => {
    throw new UnreadableError(seen.path, error)
  })
  if (!now.isFile() || now.size !== seen.size || now.mtimeMs !== seen.mtimeMs) throw changed(seen)
}

const changed = (seen: Seen) => new ChangedError(`${seen.path} was changed while it was read.`)
