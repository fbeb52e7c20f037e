// Kept searches in PostgreSQL.
import type { SavedStore } from '../../ports/saved.ts'
import { createSavedStore } from '../saved/saved-store.ts'
import { askedOf } from '../search/asked.ts'
import { type TakeValue, valuesOf, wordConditions } from './conditions.ts'
import type { PostgresDatabase, Value } from './database.ts'
import { postgresScripts } from './run-script.ts'

/** The methods of the store that are about kept searches. */
export function createPostgresSaved(database: PostgresDatabase): SavedStore {
  return {
    ...createSavedStore(postgresScripts(database)),

    async matching(query, { among, limit }) {
      const asked = { ...askedOf(query), isUnfinished: false }
      if (asked.isNothing) return []
      const values: Value[] = []
      const value: TakeValue = (one) => `$${values.push(one)}`
      const where = [
        ...(among ? [`i.id = ANY (${value(among)}::text[])`] : []),
        ...wordConditions(asked, value),
        ...asked.selections.map((selection) => valuesOf(selection, value)),
      ]
      const { rows } = await database.ask(
        `SELECT d.id, d.changed_at FROM record_index i JOIN document d ON d.id = i.id
         ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}
         ORDER BY d.changed_at DESC, d.id LIMIT ${value(limit)}`,
        values,
      )
      return rows.map((row) => ({ id: row.id, changedAt: row.changed_at }))
    },
  }
}
