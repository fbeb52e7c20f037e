// Which kept searches the documents match that changed since the last look: only those documents are looked at.
import { randomUUID } from 'node:crypto'
import { messageOf, UserError } from '../../errors.ts'
import type { SavedSearch } from '../../model/saved.ts'
import type { StoreQuery } from '../../ports/search.ts'
import type { Context } from '../context.ts'
import { storeQueryOf } from '../search/search.ts'

/** Documents of one look, and so of one delivery at most. */
const atOnce = 100
/** More than an archive holds. */
const all = 100_000_000

/** Makes a delivery for each search of what is new to it. Safe to run in several processes, and to be killed. */
export async function lookAtChanges(context: Context, signal: AbortSignal): Promise<void> {
  const { store } = context
  while (!signal.aborted) {
    // Documents before searches, each time: a search begun since then knows these documents, one begun before is asked about them.
    const changed = await store.changedDocuments(atOnce)
    const { begun, notBegun } = await store.savedWithWebhook()
    for (const saved of notBegun) await begin(context, saved)
    if (changed.length === 0) return
    const among = changed.map(({ id }) => id)
    const matches = []
    for (const saved of [...begun, ...notBegun]) {
      const query = queryOf(context, saved)
      const found = query ? await store.matching(query, { among, limit: atOnce }) : []
      const documentIds = found.map(({ id }) => id)
      if (documentIds.length > 0)
        matches.push({ savedId: saved.id, deliveryId: `msg_${randomUUID()}`, documentIds })
    }
    await store.settleChanged(changed, matches)
    if (changed.length < atOnce) return
  }
}

/** Says what matches a search already, so that none of it is told as new. */
export async function begin(context: Context, saved: SavedSearch): Promise<void> {
  const query = queryOf(context, saved)
  const found = query ? await context.store.matching(query, { limit: all }) : []
  await context.store.beginSaved(
    saved.id,
    found.map(({ id }) => id),
  )
}

/** Null where the dictionaries no longer know a province it asks for: it finds nothing, and others go on. */
function queryOf(context: Context, { name, query }: SavedSearch): StoreQuery | null {
  try {
    return storeQueryOf(context, query)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    context.log.warn('a saved search cannot be read', { name, message: messageOf(error) })
    return null
  }
}
