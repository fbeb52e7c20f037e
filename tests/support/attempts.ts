// What a worker does to a store, in one step: begins a document's job, and ends it so.
import type { ParsedDocument, VanthuRecord } from '../../src/model.ts'
import type { Attempt, Store } from '../../src/ports/store.ts'

export const holder = 'test:1:1'

/** Begins the next job of a document; one that waits for none is made to wait for `parse` first. */
export async function begin(store: Store, id: string, leaseMs = 60_000): Promise<Attempt> {
  const row = await store.getDocument(id)
  if (!row) throw new Error(`There is no document ${id}.`)
  if (row.nextJob === null) await store.setNextJob([id], 'parse')
  const attempt = await store.startAttempt(id, { job: row.nextJob ?? 'parse', holder, leaseMs })
  if (!attempt) throw new Error(`${row.name} is held by ${row.holder}.`)
  return attempt
}

export async function saveParsed(store: Store, id: string, parsed: ParsedDocument): Promise<void> {
  await store.saveParsed(await begin(store, id), parsed)
}

export async function saveRecord(store: Store, id: string, record: VanthuRecord): Promise<void> {
  await store.saveRecord(await begin(store, id), record)
}

export async function markFailed(
  store: Store,
  id: string,
  error: { code: string; message: string },
): Promise<void> {
  await store.markFailed(await begin(store, id), error)
}
