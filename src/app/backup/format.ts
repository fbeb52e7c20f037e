// What a backup is: one tar, the same whatever kept the archive.
//
//   manifest.json            which format and version of vanthu, when, how many documents
//   documents/000001.ndjson  all that the store keeps, a document a line, by id
//   others/000001.ndjson     rows that belong to no document, one a line
//   originals/3f/2a/3f2a9c…  the originals, by id
//   summary.json             how much there is of each, and what was not sound when the backup was made
//   SHA256SUMS               of all but the originals, whose names are theirs; without it the backup was cut off
import { z } from 'zod'
import { documentStates } from '../../model.ts'

export const backupFormat = 'vanthu.backup/1'
export const manifestName = 'manifest.json'
export const summaryName = 'summary.json'
export const sumsName = 'SHA256SUMS'

export const manifestSchema = z.object({
  format: z.string(),
  /** Version of vanthu that made it. */
  vanthu: z.string(),
  madeAt: z.string(),
  counts: z.record(z.enum(documentStates), z.int().nonnegative()),
})
export type Manifest = z.infer<typeof manifestSchema>

export const summarySchema = z.object({
  documents: z.int().nonnegative(),
  others: z.int().nonnegative(),
  originals: z.object({
    count: z.int().nonnegative(),
    bytes: z.int().nonnegative(),
    /** SHA-256 of their ids, a line each. */
    sha256: z.string(),
  }),
  /** Documents without a sound original. The bytes of an altered one are there under its id. */
  unsound: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      fault: z.enum(['missing', 'altered', 'unreadable']),
    }),
  ),
})
export type Summary = z.infer<typeof summarySchema>
export type Unsound = Summary['unsound'][number]

/** Name of a numbered part, from 1. */
export const partName = (kind: 'documents' | 'others', number: number): string =>
  `${kind}/${String(number).padStart(6, '0')}.ndjson`

export const originalName = (id: string): string =>
  `originals/${id.slice(0, 2)}/${id.slice(2, 4)}/${id}`

/** The id in the name of an original; null where it is none. */
export function idOfOriginal(name: string): string | null {
  const id = name.slice(-64)
  return /^[0-9a-f]{64}$/.test(id) && name === originalName(id) ? id : null
}
