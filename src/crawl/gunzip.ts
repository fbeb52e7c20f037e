// Unpacks gzip with a counter of its own: what unpacks to too much is left where the limit is reached.
import { createGunzip } from 'node:zlib'
import { BadDocumentError } from '../errors.ts'

/** Whether bytes begin as gzip does. */
export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

/**
 * Unpacks bytes; what an early end leaves readable is given back, and that it ended early.
 * @throws BadDocumentError `too-large` above `mostBytes`, `corrupt` where nothing at all can be unpacked
 */
export async function gunzip(
  bytes: Uint8Array,
  mostBytes: number,
  name: string,
): Promise<{ bytes: Buffer; cut: boolean }> {
  const stream = createGunzip()
  const pieces: Buffer[] = []
  let size = 0
  let cut = false
  stream.end(bytes)
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      size += piece.length
      if (size > mostBytes)
        throw new BadDocumentError('too-large', `${name} unpacks to more than ${mostBytes} bytes.`)
      pieces.push(piece)
    }
  } catch (error) {
    if (error instanceof BadDocumentError) throw error
    if (!/^Z_/.test((error as NodeJS.ErrnoException).code ?? '')) throw error
    if (size === 0)
      throw new BadDocumentError('corrupt', `${name} is no gzip file that can be unpacked.`, {
        cause: error,
      })
    cut = true
  } finally {
    stream.destroy()
  }
  return { bytes: Buffer.concat(pieces), cut }
}
