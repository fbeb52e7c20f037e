// The parse job: blob → parsed document, then the doorbell of the extract job.
import type { DocumentRow } from '../model.ts'
import type { Context } from './context.ts'

/** Reads one document's bytes. Throws BadDocumentError where they cannot be read. Safe to run twice. */
export async function parseDocument(context: Context, row: DocumentRow): Promise<void> {
  const { store, blobs, queue, reader } = context
  const bytes = await blobs.get(row.id)
  const parsed = await reader.read({ name: row.name, bytes })
  await store.saveParsed(row.id, parsed)
  await queue.add({ kind: 'extract', documentId: row.id })
}
