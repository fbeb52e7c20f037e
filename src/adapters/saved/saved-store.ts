// Kept searches as every database keeps them: each method is a script, run as one transaction.
import { type SavedSearch, savedQuerySchema } from '../../model/saved.ts'
import type { SavedStore } from '../../ports/saved.ts'
import type { RunScript, Script, Statement } from '../script.ts'
import { valid } from '../valid.ts'
import { createDeliveries } from './deliveries.ts'
import { savedSearchOf } from './row.ts'

/** Documents of one statement. */
const atOnce = 200

/** The methods of a store that are about kept searches, but for the one that searches. */
export function createSavedStore(run: RunScript): Omit<SavedStore, 'matching'> {
  return {
    ...createDeliveries(run),

    addSaved: (saved, secret) =>
      run(function* (): Script<void> {
        const query = valid(savedQuerySchema, saved.query, `saved search ${saved.id}`)
        yield [
          `INSERT INTO saved_search (id, name, query, who, created_at, webhook_url, webhook_secret)
           VALUES ($1, $2, $3, $4, $5, $6, $7)`,
          [
            saved.id,
            saved.name,
            JSON.stringify(query),
            saved.who,
            saved.createdAt,
            saved.webhookUrl,
            secret,
          ],
        ]
      }),

    savedSearches: () =>
      run(function* (): Script<SavedSearch[]> {
        return (yield ['SELECT * FROM saved_search ORDER BY name, id', []]).map(savedSearchOf)
      }),

    savedSearch: (id) => run(() => readSaved(id)),

    removeSaved: (id) =>
      run(function* (): Script<SavedSearch | null> {
        const saved = yield* readSaved(id)
        yield ['DELETE FROM saved_search WHERE id = $1', [id]]
        yield ['DELETE FROM saved_delivery WHERE saved_id = $1', [id]]
        yield ['DELETE FROM saved_match WHERE saved_id = $1', [id]]
        return saved
      }),

    savedWithWebhook: () =>
      run(function* () {
        const rows = yield [
          'SELECT * FROM saved_search WHERE webhook_url IS NOT NULL ORDER BY id',
          [],
        ]
        const isBegun = (row: (typeof rows)[number]) => row.begun_at !== null
        return {
          begun: rows.filter(isBegun).map(savedSearchOf),
          notBegun: rows.filter((row) => !isBegun(row)).map(savedSearchOf),
        }
      }),

    beginSaved: (id, matching) =>
      run(function* (now): Script<void> {
        for (let from = 0; from < matching.length; from += atOnce)
          yield insertMatches(id, null, matching.slice(from, from + atOnce))
        yield [
          'UPDATE saved_search SET begun_at = $2 WHERE id = $1 AND begun_at IS NULL',
          [id, now(0)],
        ]
      }),

    changedDocuments: (limit) =>
      run(function* () {
        const rows = yield ['SELECT key, mark FROM saved_change ORDER BY key LIMIT $1', [limit]]
        return rows.map(({ key, mark }) => ({ id: String(key), mark: String(mark) }))
      }),

    settleChanged: (changed, matches) =>
      run(function* (now): Script<void> {
        for (const { savedId, deliveryId, documentIds } of matches) {
          let told = 0
          for (let from = 0; from < documentIds.length; from += atOnce)
            told += (yield insertMatches(
              savedId,
              deliveryId,
              documentIds.slice(from, from + atOnce),
            )).length
          if (told > 0)
            yield [
              `INSERT INTO saved_delivery (id, saved_id, created_at, state, next_try_at)
               VALUES ($1, $2, $3, 'waiting', $3)`,
              [deliveryId, savedId, now(0)],
            ]
        }
        // Last: a record that is being written holds its document before it notes the change.
        for (const { id, mark } of changed)
          yield ['DELETE FROM saved_change WHERE key = $1 AND mark = $2', [id, mark]]
      }),
  }
}

/** Keeps that documents match, of those that are there; gives a row for each that was not known to. */
function insertMatches(
  savedId: string,
  deliveryId: string | null,
  documentIds: readonly string[],
): Statement {
  const places = documentIds.map((_, i) => `$${i + 3}`).join(', ')
  return [
    `INSERT INTO saved_match (key, saved_id, document_id, delivery_id)
     SELECT CAST($1 AS TEXT) || ' ' || d.id, CAST($1 AS TEXT), d.id, CAST($2 AS TEXT) FROM document d
     WHERE d.id IN (${places}) AND EXISTS (SELECT 1 FROM saved_search WHERE id = $1)
     ORDER BY d.id ON CONFLICT (key) DO NOTHING RETURNING key`,
    [savedId, deliveryId, ...documentIds],
  ]
}

function* readSaved(id: string): Script<SavedSearch | null> {
  const [row] = yield ['SELECT * FROM saved_search WHERE id = $1', [id]]
  return row ? savedSearchOf(row) : null
}
