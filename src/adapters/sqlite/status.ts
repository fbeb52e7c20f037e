// How the archive is doing, in SQLite: documents by state, how work gets on, what made the records.
import type { Store } from '../../ports/store.ts'
import { documentOf } from '../document-row.ts'
import { directionOf, placeOf, statePage } from '../state-cursor.ts'
import type { SqliteDatabase } from './database.ts'
import type { Prepare } from './prepared.ts'

/** The questions that status, retry and reprocess ask. */
export function statusOf(
  sql: Prepare,
  { run }: SqliteDatabase,
): Pick<Store, 'documentsIn' | 'progress' | 'makers'> {
  return {
    documentsIn: async (query) =>
      run(() => {
        const { since, id } = placeOf(query)
        const { order, isBehind } = directionOf(query)
        const { state, code = null, limit } = query
        const rows = sql(
          `SELECT * FROM document WHERE state = ? AND (? IS NULL OR error_code = ?) AND (state_since, id) ${isBehind} (?, ?)
           ORDER BY ${order} LIMIT ?`,
        ).all(state, code, code, since, id, limit + 1)
        return statePage(rows.map(documentOf), limit)
      }),

    progress: async (since) =>
      run(() => {
        const lately = sql(
          `SELECT count(*) AS ended, min(state_since) AS first FROM document
           WHERE state IN ('extracted', 'partial', 'failed') AND state_since >= ?`,
        ).get(since)
        const rows = (where: string) =>
          sql(`SELECT * FROM document WHERE ${where} LIMIT 100`).all().map(documentOf)
        const [oldest = null] = rows("state = 'pending' ORDER BY state_since, id")
        return {
          running: rows('holder IS NOT NULL ORDER BY leased_until'),
          quarantined: rows('quarantined_at IS NOT NULL ORDER BY quarantined_at DESC'),
          hindered: rows("state = 'pending' AND error_code IS NOT NULL ORDER BY changed_at DESC"),
          oldest,
          ended: Number(lately?.ended),
          firstEndedAt: lately?.first == null ? null : String(lately.first),
        }
      }),

    makers: async (after, limit) =>
      run(() =>
        sql(
          `SELECT d.id, r.parser, r.extractor, r.lexicon
           FROM document d JOIN record r ON r.document_id = d.id
           WHERE d.next_job IS NULL AND d.id > ? ORDER BY d.id LIMIT ?`,
        )
          .all(after, limit)
          .map((row) => ({
            id: String(row.id),
            parser: String(row.parser),
            extractor: String(row.extractor),
            lexicon: String(row.lexicon),
          })),
      ),
  }
}
