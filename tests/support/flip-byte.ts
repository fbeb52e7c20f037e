// Damages a file as a disk does: one bit, in place, nothing else.
import { open, stat } from 'node:fs/promises'

/** Flips a bit of the byte at `at`, from the end where negative; without it, of the one in the middle. */
export async function flipByte(path: string, at?: number): Promise<void> {
  const { size } = await stat(path)
  const place = at === undefined ? Math.floor(size / 2) : at < 0 ? size + at : at
  const file = await open(path, 'r+')
  try {
    const byte = Buffer.alloc(1)
    await file.read(byte, 0, 1, place)
    byte[0] = (byte[0] ?? 0) ^ 1
    await file.write(byte, 0, 1, place)
  } finally {
    await file.close()
  }
}

/** Path of a blob in a folder of blobs. */
export const blobPath = (folder: string, id: string): string =>
  `${folder}/${id.slice(0, 2)}/${id.slice(2, 4)}/${id}`
