// The extract job: parsed document → record with its index, in one transaction.
import type { DocumentRow } from '../model.ts'
import { makeRecord } from '../record/make-record.ts'
import type { Context } from './context.ts'

/** Makes and saves the record of a parsed document. Safe to run twice. */
export async function extractDocument(context: Context, row: DocumentRow): Promise<void> {
  const { store } = context
  const parsed = await store.getParsed(row.id)
  if (!parsed) throw new Error(`The document ${row.id} was never parsed.`)
  const container = row.container && (await store.getDocument(row.container.id))
  const source = {
    name: row.name,
    sha256: row.id,
    mediaType: parsed.mediaType,
    bytes: row.bytes,
    ...(parsed.pages === undefined ? {} : { pages: parsed.pages }),
    ...(container ? { container: { name: container.name, sha256: container.id } } : {}),
  }
  await store.saveRecord(row.id, makeRecord(parsed, source, context.lexicon()))
}
