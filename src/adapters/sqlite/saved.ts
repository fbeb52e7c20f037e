// Kept searches in SQLite.
import type { SavedStore } from '../../ports/saved.ts'
import type { StoreQuery } from '../../ports/search.ts'
import { createSavedStore } from '../saved/saved-store.ts'
import { askedOf } from '../search/asked.ts'
import { type Filters, filtersOf } from '../search/found/filters.ts'
import { hasRecord } from '../search/found/record-sets.ts'
import type { SqliteDatabase } from './database.ts'
import { anyOf, matchExpression } from './expression.ts'
import { idsIn, valuesAskedFor } from './facets.ts'
import type { Prepare } from './prepared.ts'
import { numbered } from './record-sets.ts'
import { sqliteScripts } from './run-script.ts'

/** The methods of the store that are about kept searches. */
export function createSqliteSaved(sql: Prepare, database: SqliteDatabase): SavedStore {
  return {
    ...createSavedStore(sqliteScripts(sql, database)),
    matching: async (query, options) => database.run(() => matching(sql, query, options)),
  }
}

function matching(
  sql: Prepare,
  query: StoreQuery,
  { among, limit }: { among?: readonly string[] | undefined; limit: number },
): Array<{ id: string; changedAt: string }> {
  const asked = { ...askedOf(query), isUnfinished: false }
  if (asked.isNothing) return []
  const where: string[] = []
  const values: string[] = []
  const condition = (text: string, value: string) => {
    where.push(text)
    values.push(value)
  }
  // Of few documents each is looked up in the words; of all, the words name the records.
  const hasWords = among
    ? 'EXISTS (SELECT 1 FROM folded_words WHERE rowid = i.record AND folded_words MATCH ?)'
    : 'i.record IN (SELECT rowid FROM folded_words WHERE folded_words MATCH ?)'
  if (among) condition('r.document_id IN (SELECT value FROM json_each(?))', JSON.stringify(among))
  const expression = matchExpression(asked)
  const unwanted = anyOf(asked.unwanted)
  if (expression !== null) condition(hasWords, expression)
  else if (unwanted !== null) condition(`NOT ${hasWords}`, unwanted)
  const newest = sql('SELECT coalesce(max(id), 0) AS id FROM facet_value').get()
  const filters = filtersOf(
    asked,
    Number(newest?.id) + 1,
    (field, values) => valuesAskedFor(sql, field, values),
    (question) => numbered(sql, question),
  )
  const rows = sql(
    `SELECT i.record, i.facets, d.id, d.changed_at FROM record r JOIN record_index i ON i.record = r.number
       JOIN document d ON d.id = r.document_id
     ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''} ORDER BY d.changed_at DESC, d.id`,
  ).iterate(...values)
  const found: Array<{ id: string; changedAt: string }> = []
  for (const row of rows) {
    if (!passes(filters, Number(row.record), row.facets as Uint8Array)) continue
    found.push({ id: String(row.id), changedAt: String(row.changed_at) })
    if (found.length === limit) break
  }
  return found
}

/** Whether a record has all that must be there besides words. */
function passes(
  { bits, required, forbidden, selections, only, except }: Filters,
  record: number,
  facets: Uint8Array,
): boolean {
  if ((only && !hasRecord(only, record)) || (except && hasRecord(except, record))) return false
  let has = 0
  for (const id of idsIn(facets)) has |= bits[id] ?? 0
  has >>>= 0
  return (
    (has & required) >>> 0 === required &&
    (has & forbidden) === 0 &&
    selections.every(({ bit }) => (has & bit) !== 0)
  )
}
