// What is wrong with an original, found by hashing it.
import { TransientError } from '../errors.ts'
import type { BlobReader } from '../ports/blobs.ts'
import { sha256OfFile } from './backup/hash-file.ts'

export type OriginalFault = 'missing' | 'altered' | 'unreadable'

/** How each is said of a document's original. */
export const originalFaultWords: Record<OriginalFault, string> = {
  missing: 'its original is missing',
  altered: 'its original no longer has its SHA-256: it was altered or damaged',
  unreadable: 'its original cannot be read from the disk',
}

/** Hashes an original; null where it is there and as it came. Throws where the blobs as a whole cannot be read for now. */
export async function originalFault(blobs: BlobReader, id: string): Promise<OriginalFault | null> {
  try {
    return (await blobs.withFile(id, sha256OfFile)) === id ? null : 'altered'
  } catch (error) {
    return faultOfError(error)
  }
}

/** Codes with which the system refuses one file while others can be read. */
const unreadable = new Set(['EIO', 'EACCES', 'EPERM', 'EISDIR', 'ENOTDIR', 'ELOOP'])

/** What an error says of the original that was read; throws it on where it says something else. */
export function faultOfError(error: unknown): OriginalFault {
  const { code = '' } = error as NodeJS.ErrnoException
  if (error instanceof TransientError) throw error
  if (code === 'ENOENT') return 'missing'
  if (unreadable.has(code)) return 'unreadable'
  throw error
}
