// Fills an empty archive from a backup. First all of the file is checked, so that a damaged one changes nothing; then the
// originals come in, which harm nobody without rows; then all rows in one transaction. Killed before the end of that, the
// archive is still empty, and the same can be run again.
import { Readable } from 'node:stream'
import { BadDocumentError, UserError } from '../../errors.ts'
import type { BlobStore } from '../../ports/blobs.ts'
import type { Store } from '../../ports/store.ts'
import { countOf } from '../all-documents.ts'
import { idOfOriginal, type Unsound } from './format.ts'
import { checkBackup, documentsIn, entriesOf, looseRowsIn } from './read-backup.ts'

export type RestoreReport = {
  file: string
  /** When the backup was made. */
  madeAt: string
  documents: number
  originals: number
  /** Documents whose original was not sound when the backup was made, and is not restored. */
  unsound: Unsound[]
}

export type RestoreStep = 'Checking' | 'Originals' | 'Documents'

const mostNamed = 5

/**
 * Restores a backup. Throws UserError where the archive is not empty or the file is no backup, BadDocumentError where it is
 * damaged.
 */
export async function restore({
  file,
  store,
  blobs,
  onProgress = () => {},
}: {
  file: string
  store: Store
  blobs: BlobStore
  onProgress?: (step: RestoreStep, done: number, total: number) => void
}): Promise<RestoreReport> {
  const there = await countOf(store)
  if (there > 0)
    throw new UserError(
      `The archive holds ${there} documents already; a backup is restored into an empty one only (name another in VANTHU_DATA, or in VANTHU_STORE_URL and VANTHU_BLOBS_URL).`,
    )
  const { manifest, summary, sums, faults, damaged } = await checkBackup(file, (done, total) =>
    onProgress('Checking', done, total),
  )
  for (const id of damaged) faults.push(`the original ${id} does not have its SHA-256`)
  if (faults.length > 0 || !summary) throw damagedFile(file, faults)
  const changed = () => new BadDocumentError('corrupt', `${file} was changed while it was read.`)

  const unsound = new Set(summary.unsound.map(({ id }) => id))
  let originals = 0
  for await (const { name, chunks } of entriesOf(file)) {
    const id = idOfOriginal(name)
    if (!id) continue
    // Bytes that are not those of the id cannot be kept under it; they stay in the backup.
    if (!unsound.has(id)) {
      const put = await blobs.put(Readable.from(chunks))
      if (put.id !== id) {
        await blobs.delete(put.id)
        throw changed()
      }
    }
    onProgress('Originals', ++originals, summary.originals.count)
  }
  await store.fill({
    async *documents() {
      let documents = 0
      for await (const document of documentsIn(file, sums)) {
        yield document
        onProgress('Documents', ++documents, summary.documents)
      }
      if (documents !== summary.documents) throw changed()
    },
    looseRows: () => looseRowsIn(file, sums),
  })
  return {
    file,
    madeAt: manifest.madeAt,
    documents: summary.documents,
    originals,
    unsound: summary.unsound,
  }
}

function damagedFile(file: string, faults: readonly string[]): BadDocumentError {
  const more = faults.length > mostNamed ? `; and ${faults.length - mostNamed} more` : ''
  return new BadDocumentError(
    'corrupt',
    `${file} is damaged, and nothing was restored: ${faults.slice(0, mostNamed).join('; ')}${more}.`,
  )
}
