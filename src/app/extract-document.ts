// The extract job: parsed document → record with its index, in one transaction.
import type { DocumentRow } from '../model.ts'
import { type Attempt, longestLeaseMs } from '../ports/store.ts'
import { makeRecord } from '../record/make-record.ts'
import type { Context } from './context.ts'

/** A text of more UTF-16 units may keep this process busy for as long as its usual lease. */
const longText = 300_000
/** Ten times as long as extraction takes on a slow machine. */
const leaseMsFor = (length: number) => Math.min(longestLeaseMs, 20_000 + length / 50)

/** Makes and saves the record of a parsed document. Safe to run twice. */
export async function extractDocument(
  context: Context,
  row: DocumentRow,
  attempt: Attempt,
): Promise<void> {
  const { store } = context
  const parsed = await store.getParsed(row.id)
  if (!parsed) throw new Error(`The document ${row.id} was never parsed.`)
  // Nobody renews the lease while this process computes.
  if (parsed.text.length > longText) await store.renewLease(attempt, leaseMsFor(parsed.text.length))
  const container = row.container && (await store.getDocument(row.container.id))
  const source = {
    name: row.name,
    sha256: row.id,
    mediaType: parsed.mediaType,
    bytes: row.bytes,
    ...(parsed.pages === undefined ? {} : { pages: parsed.pages }),
    ...(container ? { container: { name: container.name, sha256: container.id } } : {}),
  }
  await store.saveRecord(attempt, makeRecord(parsed, source, context.lexicon()))
}
