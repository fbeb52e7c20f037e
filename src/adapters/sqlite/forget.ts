// Forgetting documents in SQLite: all rows of theirs go, their names remain.
import type { Container } from '../../model.ts'
import type { Store } from '../../ports/store.ts'
import { documentOf } from '../document-row.ts'
import type { SqliteDatabase } from './database.ts'
import { removeFromIndex } from './index.ts'
import type { Prepare } from './prepared.ts'

/** The part of the store that forgets. */
export function forgetOf(
  sql: Prepare,
  { run, transaction }: SqliteDatabase,
): Pick<Store, 'forget' | 'membersOnlyOf' | 'forgotten'> {
  return {
    forget: async (ids, at) =>
      transaction(() => {
        const going = JSON.stringify(ids)
        // First: what stays must not point to what goes.
        for (const row of sql(
          'SELECT * FROM document WHERE container_id IN (SELECT value FROM json_each(?)) AND id NOT IN (SELECT value FROM json_each(?))',
        ).all(going, going))
          leaveTo(sql, String(row.id), otherContainerOf(sql, String(row.id), going))
        return ids.filter((id) => {
          const row = sql('SELECT name FROM document WHERE id = ?').get(id)
          if (!row) return false
          const record = sql('SELECT number FROM record WHERE document_id = ?').get(id)
          if (record) removeFromIndex(sql, Number(record.number))
          sql('DELETE FROM document WHERE id = ?').run(id)
          sql(
            'INSERT INTO forgotten VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, at = excluded.at',
          ).run(id, String(row.name), at)
          return true
        })
      }),

    membersOnlyOf: async (ids) =>
      run(() => {
        const going = JSON.stringify(ids)
        return sql(
          `SELECT d.* FROM document d WHERE d.container_id IN (SELECT value FROM json_each(?))
             AND d.id NOT IN (SELECT value FROM json_each(?))
             AND NOT EXISTS (SELECT 1 FROM member m WHERE m.document_id = d.id
               AND m.container_id NOT IN (SELECT value FROM json_each(?))) ORDER BY d.id`,
        )
          .all(going, going, going)
          .map(documentOf)
      }),

    forgotten: async (prefix, limit) =>
      run(() =>
        sql(
          `SELECT id, name, at FROM forgotten f WHERE id >= ? AND id < ?
             AND NOT EXISTS (SELECT 1 FROM document WHERE id = f.id) ORDER BY at DESC, id LIMIT ?`,
        )
          .all(prefix, `${prefix}g`, limit)
          .map((row) => ({ id: String(row.id), name: String(row.name), at: String(row.at) })),
      ),
  }
}

/** The first container that a document came in and that stays; null where there is none. */
function otherContainerOf(sql: Prepare, id: string, going: string): Container | null {
  const row = sql(
    `SELECT c.* FROM member m JOIN document c ON c.id = m.container_id
     WHERE m.document_id = ? AND c.id NOT IN (SELECT value FROM json_each(?)) ORDER BY m.number LIMIT 1`,
  ).get(id, going)
  if (!row) return null
  const { id: container, mediaType, container: outer } = documentOf(row)
  return { id: container, types: [...(mediaType ? [mediaType] : []), ...(outer?.types ?? [])] }
}

function leaveTo(sql: Prepare, id: string, container: Container | null): void {
  sql('UPDATE document SET container_id = ?, container_types = ?, changed_at = ? WHERE id = ?').run(
    container?.id ?? null,
    container ? JSON.stringify(container.types) : null,
    new Date().toISOString(),
    id,
  )
}
