// The parse job: blob → parsed document, then the doorbell of the extract job. Files found inside (members of an archive,
// attachments) are ingested as documents of their own before the document counts as parsed.
import type { DocumentRow } from '../model.ts'
import type { TakeMember } from '../parse/members.ts'
import type { Context } from './context.ts'
import { ingest } from './ingest.ts'

/** Reads one document's bytes. Throws BadDocumentError where they cannot be read. Safe to run twice. */
export async function parseDocument(context: Context, row: DocumentRow): Promise<void> {
  const { store, blobs, queue, reader } = context
  const { id, name, container } = row
  let hasGotOn = false
  const takeMember: TakeMember = async ({ within, ...member }) => {
    const { isNew } = await ingest(context, { ...member, container: { id, types: within } })
    // A large archive takes minutes. Who kills us thrice in it has not shown that it is the archive's fault.
    if (isNew && !hasGotOn) await store.takeBackAttempt(id)
    hasGotOn ||= isNew
  }
  // The child reads the file by itself: the bytes never pass through this process.
  const parsed = await blobs.withFile(id, (path) =>
    reader.read({ name, path, within: container?.types, takeMember }),
  )
  await store.saveParsed(id, parsed)
  await queue.add({ kind: 'extract', documentId: id })
}
