// Deliveries to webhooks as every database keeps them: each method is a script, run as one transaction.
import type { SavedStore } from '../../ports/saved.ts'
import { longestLeaseMs } from '../../ports/store.ts'
import type { RunScript, Script } from '../script.ts'
import { deliveryOf, savedSearchOf } from './row.ts'

type Methods = Pick<
  SavedStore,
  'deliveriesDue' | 'startDelivery' | 'endDelivery' | 'deliveriesOf' | 'dropDeliveries'
>

/** Whether a delivery may be tried; parameters: now, and the latest instant at which a lease given by now can end. */
const isDue = (now: string, latest: string): string =>
  `state = 'waiting' AND next_try_at <= ${now}
   AND (leased_until IS NULL OR leased_until <= ${now} OR leased_until > ${latest})`

export function createDeliveries(run: RunScript): Methods {
  return {
    deliveriesDue: (limit) =>
      run(function* (now) {
        const rows = yield [
          `SELECT id, saved_id FROM (
             SELECT id, saved_id, next_try_at, row_number() OVER (PARTITION BY saved_id ORDER BY next_try_at, id) AS place
             FROM saved_delivery WHERE ${isDue('$1', '$2')}) AS due
           ORDER BY place, next_try_at, id LIMIT $3`,
          [now(0), now(longestLeaseMs), limit],
        ]
        return rows.map((row) => ({ id: String(row.id), savedId: String(row.saved_id) }))
      }),

    startDelivery: (id, leaseMs) =>
      run(function* (now) {
        const [row] = yield [
          `UPDATE saved_delivery SET lease = lease + 1, tries = tries + 1, last_try_at = $2, leased_until = $4
           WHERE id = $1 AND ${isDue('$2', '$3')} RETURNING *`,
          [id, now(0), now(longestLeaseMs), now(leaseMs)],
        ]
        if (!row) return null
        const [search] = yield [
          'SELECT * FROM saved_search WHERE id = $1 AND webhook_url IS NOT NULL',
          [String(row.saved_id)],
        ]
        if (!search) {
          // Made while the search was being removed: it would be due for ever.
          yield ['DELETE FROM saved_delivery WHERE id = $1', [id]]
          return null
        }
        const documents = yield [
          'SELECT document_id FROM saved_match WHERE delivery_id = $1 AND document_id IS NOT NULL ORDER BY key',
          [id],
        ]
        return {
          delivery: deliveryOf(row),
          lease: Number(row.lease),
          search: savedSearchOf(search),
          secret: String(search.webhook_secret),
          documentIds: documents.map(({ document_id }) => String(document_id)),
        }
      }),

    endDelivery: (id, lease, { state, waitMs, status, reason }) =>
      run(function* (now): Script<boolean> {
        const ended = yield [
          `UPDATE saved_delivery SET state = $3, next_try_at = $4, status = $5, reason = $6, leased_until = NULL
           WHERE id = $1 AND lease = $2 AND leased_until IS NOT NULL RETURNING id`,
          [id, lease, state, now(waitMs), status, reason],
        ]
        return ended.length > 0
      }),

    deliveriesOf: (savedId, limit) =>
      run(function* () {
        const rows = yield [
          'SELECT * FROM saved_delivery WHERE saved_id = $1 ORDER BY created_at DESC, id LIMIT $2',
          [savedId, limit],
        ]
        return rows.map(deliveryOf)
      }),

    dropDeliveries: (before) =>
      run(function* (): Script<void> {
        yield ["DELETE FROM saved_delivery WHERE state <> 'waiting' AND created_at < $1", [before]]
      }),
  }
}
