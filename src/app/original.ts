// The original of a document, which may be missing or altered in spite of all care.
import { stat } from 'node:fs/promises'
import { alteredOriginal, missingOriginal } from '../errors.ts'
import type { DocumentRow } from '../model.ts'
import type { BlobStore } from '../ports/blobs.ts'
import { sha256Of } from './ingest.ts'

/**
 * Runs `use` with the path of an original's file. Throws BadDocumentError (corrupt) where there is none, or one of another
 * size; whether its bytes are others is for `use` to see, which reads them.
 */
export async function withOriginal<T>(
  blobs: BlobStore,
  { id, name, bytes }: DocumentRow,
  use: (path: string) => Promise<T>,
): Promise<T> {
  let isThere = false
  try {
    return await blobs.withFile(id, async (path) => {
      isThere = true
      if ((await stat(path)).size !== bytes) throw alteredOriginal(name)
      return use(path)
    })
  } catch (error) {
    if (!isThere && isAbsent(error)) throw missingOriginal(name)
    throw error
  }
}

/** The bytes of an original as they are; `isAltered`: they are not those that were taken in. */
export async function readOriginal(
  blobs: BlobStore,
  { id, name }: DocumentRow,
): Promise<{ bytes: Uint8Array; isAltered: boolean }> {
  try {
    const bytes = await blobs.get(id)
    return { bytes, isAltered: sha256Of(bytes) !== id }
  } catch (error) {
    if (isAbsent(error)) throw missingOriginal(name)
    throw error
  }
}

const isAbsent = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'
