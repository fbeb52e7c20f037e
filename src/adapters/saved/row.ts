// The rows of kept searches and their deliveries, the same for every database.
import {
  type Delivery,
  deliveryStates,
  type SavedSearch,
  savedQuerySchema,
} from '../../model/saved.ts'
import type { ScriptRow } from '../script.ts'

const textOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value)

export const savedSearchOf = (row: ScriptRow): SavedSearch => ({
  id: String(row.id),
  name: String(row.name),
  query: savedQuerySchema.parse(JSON.parse(String(row.query))),
  who: String(row.who),
  createdAt: String(row.created_at),
  webhookUrl: textOf(row.webhook_url),
})

export function deliveryOf(row: ScriptRow): Delivery {
  const state = deliveryStates.find((one) => one === row.state)
  if (!state) throw new Error(`A delivery has the state "${row.state}".`)
  return {
    id: String(row.id),
    savedId: String(row.saved_id),
    createdAt: String(row.created_at),
    state,
    tries: Number(row.tries),
    lastTryAt: textOf(row.last_try_at),
    nextTryAt: state === 'waiting' ? String(row.next_try_at) : null,
    status: row.status === null ? null : Number(row.status),
    reason: textOf(row.reason),
  }
}
