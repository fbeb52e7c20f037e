// Takes bytes in: blob first, then the document's row, then the doorbell. Killed in between, nothing is lost: a blob
// without a row is found again when the same file comes, and a row without a doorbell is rung for by `recover`.
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { BadDocumentError } from '../errors.ts'
import type { Container } from '../model.ts'
import { defaultLimits } from '../parse/parser.ts'
import type { IngestResult } from './app.ts'
import type { Context } from './context.ts'
import { ring } from './ring.ts'

export type IngestInput = {
  name: string
  /** Where it came from, where that is more than its name: path within the inbox, URL. */
  place?: string | undefined
  /** Names of the folders it lay in. */
  tags?: readonly string[] | undefined
  /** What the HTTP header that came with it named. */
  charset?: string | undefined
  bytes: Readable | Uint8Array
  /** The document it came in, where it did not come by itself. */
  container?: Container
}

/**
 * Keeps the bytes and adds the document. The same bytes are one document; a new place of theirs is kept beside the first.
 * Throws BadDocumentError (too-large) before more than the limit was written.
 */
export async function ingest(
  context: Context,
  input: IngestInput,
  maxBytes: number = defaultLimits.inputBytes,
): Promise<IngestResult> {
  const { store, blobs, log } = context
  const name = input.name.toWellFormed()
  const blob = await blobs.put(limited(input.bytes, name, maxBytes))
  const { row, isNew } = await store.addDocument({
    id: blob.id,
    bytes: blob.bytes,
    source: {
      name,
      place: input.place?.toWellFormed(),
      tags: input.tags,
      charset: input.charset,
    },
    receivedAt: new Date().toISOString(),
    container: input.container ?? null,
  })
  log.debug(isNew ? 'ingested' : 'ingested again', { document: row.id, name, bytes: blob.bytes })
  if (row.nextJob) await ring(context, { kind: row.nextJob, id: row.id })
  return { id: row.id, isNew }
}

function limited(bytes: Readable | Uint8Array, name: string, maxBytes: number) {
  const tooLarge = () =>
    new BadDocumentError(
      'too-large',
      `${name} is larger than ${Math.floor(maxBytes / 1024 / 1024)} MB, the most that is taken in.`,
    )
  if (bytes instanceof Uint8Array) {
    if (bytes.byteLength > maxBytes) throw tooLarge()
    return bytes
  }
  return Readable.from(
    (async function* () {
      let size = 0
      for await (const chunk of bytes as AsyncIterable<Buffer>) {
        size += chunk.byteLength
        if (size > maxBytes) throw tooLarge()
        yield chunk
      }
    })(),
  )
}

/** SHA-256 of bytes, as document ids are. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
