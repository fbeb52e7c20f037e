// The parse job: blob → parsed document, then the doorbell of the extract job. Files found inside (members of an archive,
// attachments) are ingested as documents of their own before the document counts as parsed.
import type { DocumentRow } from '../model.ts'
import type { TakeMember } from '../parse/members.ts'
import type { Attempt } from '../ports/store.ts'
import type { Context } from './context.ts'
import { ingest } from './ingest.ts'
import { withOriginal } from './original.ts'
import { ring } from './ring.ts'

/** Reads one document's bytes. Throws BadDocumentError where they cannot be read. Safe to run twice. */
export async function parseDocument(
  context: Context,
  row: DocumentRow,
  attempt: Attempt,
): Promise<void> {
  const { store, blobs, reader } = context
  const { id, name, container } = row
  let hasGotOn = false
  const takeMember: TakeMember = async ({ within, ...member }) => {
    const { isNew } = await ingest(context, { ...member, container: { id, types: within } })
    // A large archive takes minutes. Who kills us thrice in it has not shown that it is the archive's fault.
    if (isNew && !hasGotOn) await store.takeBackAttempt(attempt)
    hasGotOn ||= isNew
  }
  const sources = container ? [] : await store.sourcesOf(id)
  // The child reads the file by itself: the bytes never pass through this process.
  const parsed = await withOriginal(blobs, row, (path) =>
    reader.read({
      name,
      path,
      sha256: id,
      charset: sources.find((source) => source.charset !== undefined)?.charset,
      within: container?.types,
      takeMember,
      isSuspect: attempt.quarantined,
    }),
  )
  await store.saveParsed(attempt, parsed)
  await ring(context, { kind: 'extract', id })
}
