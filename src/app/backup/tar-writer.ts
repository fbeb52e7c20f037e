// Writes a tar, entry after entry, as fast as the disk takes it and with no more memory than a piece or two.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { type FileHandle, open } from 'node:fs/promises'
import { pack as packTar } from 'tar-stream'

export type TarWriter = {
  /** Adds an entry of `size` bytes; gives the SHA-256 of them. Throws where `chunks` are not as many, or the disk fails. */
  add(
    name: string,
    size: number,
    chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  ): Promise<string>
  /** Ends the tar and waits until the disk has all of it. Gives its bytes. */
  finish(): Promise<number>
  /** Closes the file as it is. */
  close(): Promise<void>
}

/** Begins a tar in a file, which is emptied first; `time` is that of its entries. */
export async function openTarWriter(path: string, time: Date): Promise<TarWriter> {
  const file = await open(path, 'w', 0o600)
  const pack = packTar()
  let failure: unknown
  const written = drainTo(file, pack as AsyncIterable<Uint8Array>).catch((error: unknown) => {
    failure = error
    // Entries under way end, and with them who writes them.
    pack.destroy(error as Error)
    return 0
  })
  return {
    async add(name, size, chunks) {
      const hash = createHash('sha256')
      const done = Promise.withResolvers<void>()
      // Where this is thrown earlier, nobody waits for it.
      done.promise.catch(() => {})
      try {
        const entry = pack.entry({ name, size, mtime: time }, (error) =>
          error ? done.reject(error) : done.resolve(),
        )
        entry.on('error', done.reject)
        for await (const chunk of chunks) {
          hash.update(chunk)
          if (entry.destroyed) break
          if (!entry.write(chunk)) await once(entry, 'drain')
        }
        entry.end(null)
        await done.promise
      } catch (error) {
        throw failure ?? error
      }
      return hash.digest('hex')
    },
    async finish() {
      pack.finalize()
      const bytes = await written
      if (failure) throw failure
      await file.sync()
      return bytes
    },
    async close() {
      // What is under way, if anything, is not to be waited for.
      pack.destroy(new Error('The tar was closed.'))
      await written
      await file.close()
    },
  }
}

/** Writes all that comes; gives how many bytes that were. */
async function drainTo(file: FileHandle, chunks: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.byteLength; )
      at += (await file.write(chunk, at, chunk.byteLength - at)).bytesWritten
    bytes += chunk.byteLength
  }
  return bytes
}
