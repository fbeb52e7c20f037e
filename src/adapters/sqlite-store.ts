// The embedded store: documents, parsed documents, records and their index in one SQLite file.
//
//   const store = openSqliteStore('/srv/vanthu/vanthu.db')
//   await store.addDocument({ id: '3f2a…', name: 'bao-cao.pdf', bytes: 48213, receivedAt: '2026-03-01T08:00:00Z' })
import { type DocumentRow, jobKindSchema, parsedDocumentSchema, recordSchema } from '../model.ts'
import type { Store } from '../ports.ts'
import { documentOf } from './document-row.ts'
import { dayOf } from './search-words.ts'
import { openSqlite } from './sqlite-database.ts'
import { indexRecord } from './sqlite-index.ts'
import { preparedOn } from './sqlite-prepared.ts'
import { createSqliteSearch } from './sqlite-search.ts'
import { readIdsAfter, readStates, readWhole, writeWhole } from './sqlite-whole.ts'
import { valid } from './valid.ts'

/** Opens the store in a file (":memory:" for one that is gone afterwards). */
export function openSqliteStore(path: string): Store {
  const database = openSqlite(path)
  const { connection, run, transaction } = database
  const sql = preparedOn(connection)
  const search = createSqliteSearch(connection)
  const now = () => new Date().toISOString()
  const find = (id: string) => {
    const row = sql('SELECT * FROM document WHERE id = ?').get(id)
    return row ? documentOf(row) : null
  }
  const existing = (id: string): DocumentRow => {
    const row = find(id)
    if (!row) throw new Error(`The store has no document ${id}.`)
    return row
  }

  /** What came in a container before and now by itself: read again where its nesting may have been the reason. */
  function standAlone(id: string): void {
    sql(
      `UPDATE document SET state = 'pending', next_job = 'parse', attempts = 0, error_code = NULL, error_message = NULL
       WHERE id = ? AND container_id IS NOT NULL AND state = 'failed'`,
    ).run(id)
    sql(
      `UPDATE document SET container_id = NULL, container_types = NULL, changed_at = ?
       WHERE id = ? AND container_id IS NOT NULL`,
    ).run(now(), id)
  }

  return {
    addDocument: async ({ id, name, bytes, receivedAt, container = null }) =>
      transaction(() => {
        const { changes } = sql(
          `INSERT INTO document (id, name, bytes, state, next_job, received_at, changed_at, container_id, container_types)
           VALUES (?, ?, ?, 'pending', 'parse', ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
        ).run(
          id,
          name,
          bytes,
          receivedAt,
          now(),
          container?.id ?? null,
          container ? JSON.stringify(container.types) : null,
        )
        const { changes: names } = sql(
          'INSERT INTO source_name (document_id, name) VALUES (?, ?) ON CONFLICT DO NOTHING',
        ).run(id, name)
        if (changes === 0 && names === 1)
          sql('UPDATE document SET changed_at = ? WHERE id = ?').run(now(), id)
        if (container)
          sql(
            'INSERT INTO member (container_id, document_id, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
          ).run(container.id, id, name)
        else standAlone(id)
        return { row: existing(id), isNew: changes === 1 }
      }),

    membersOf: async (id, limit) =>
      run(() =>
        sql(
          `SELECT d.*, m.name AS name_inside FROM member m JOIN document d ON d.id = m.document_id
           WHERE m.container_id = ? ORDER BY m.number LIMIT ?`,
        )
          .all(id, limit)
          .map((row) => ({ name: String(row.name_inside), row: documentOf(row) })),
      ),

    getDocument: async (id) => run(() => find(id)),

    idsStartingWith: async (prefix, limit) =>
      run(() =>
        // A range and not LIKE: the primary key answers it.
        sql('SELECT id FROM document WHERE id >= ? AND id < ? ORDER BY id LIMIT ?')
          .all(prefix, `${prefix}g`, limit)
          .map((row) => String(row.id)),
      ),

    namesOf: async (id) =>
      run(() =>
        sql('SELECT name FROM source_name WHERE document_id = ? ORDER BY number')
          .all(id)
          .map((row) => String(row.name)),
      ),

    startAttempt: async (id) =>
      transaction(() => {
        existing(id)
        const row = sql(
          'UPDATE document SET attempts = attempts + 1, changed_at = ? WHERE id = ? RETURNING attempts',
        ).get(now(), id)
        return Number(row?.attempts)
      }),

    takeBackAttempt: async (id) =>
      transaction(() => {
        existing(id)
        sql('UPDATE document SET attempts = max(0, attempts - 1) WHERE id = ?').run(id)
      }),

    saveParsed: async (id, parsed) => {
      const body = JSON.stringify(valid(parsedDocumentSchema, parsed, `parsed document of ${id}`))
      transaction(() => {
        existing(id)
        sql(
          'INSERT INTO parsed VALUES (?, ?) ON CONFLICT (document_id) DO UPDATE SET body = excluded.body',
        ).run(id, body)
        sql(
          `UPDATE document SET media_type = ?, state = 'pending', next_job = 'extract', attempts = 0,
           error_code = NULL, error_message = NULL, changed_at = ? WHERE id = ?`,
        ).run(parsed.mediaType, now(), id)
      })
    },

    getParsed: async (id) =>
      run(() => {
        const row = sql('SELECT body FROM parsed WHERE document_id = ?').get(id)
        return row ? JSON.parse(String(row.body)) : null
      }),

    saveRecord: async (id, record) => {
      const checked = valid(recordSchema, record, `record of ${id}`)
      const body = JSON.stringify(checked)
      transaction(() => {
        existing(id)
        const row = sql(
          `INSERT INTO record (document_id, day, type, body) VALUES (?, ?, ?, ?)
           ON CONFLICT (document_id) DO UPDATE SET day = excluded.day, type = excluded.type, body = excluded.body
           RETURNING number`,
        ).get(id, dayOf(checked), checked.documentType, body)
        indexRecord(sql, Number(row?.number), checked)
        sql(
          `UPDATE document SET state = ?, next_job = NULL, attempts = 0, error_code = NULL, error_message = NULL,
           changed_at = ? WHERE id = ?`,
        ).run(checked.status === 'partial' ? 'partial' : 'extracted', now(), id)
      })
    },

    getRecord: async (id) =>
      run(() => {
        const row = sql('SELECT body FROM record WHERE document_id = ?').get(id)
        return row ? JSON.parse(String(row.body)) : null
      }),

    markFailed: async (id, { code, message }) =>
      transaction(() => {
        existing(id)
        sql(
          `UPDATE document SET state = 'failed', next_job = NULL, error_code = ?, error_message = ?, changed_at = ?
           WHERE id = ?`,
        ).run(code, message, now(), id)
      }),

    markWaiting: async (id, { code, message }, { counted }) =>
      transaction(() => {
        existing(id)
        sql(
          `UPDATE document SET attempts = max(0, attempts - ?), error_code = ?, error_message = ?, changed_at = ?
           WHERE id = ? AND next_job IS NOT NULL`,
        ).run(counted ? 0 : 1, code, message, now(), id)
      }),

    pending: async (limit) =>
      run(() =>
        sql(
          'SELECT id, next_job FROM document WHERE next_job IS NOT NULL ORDER BY received_at, id LIMIT ?',
        )
          .all(limit)
          .map((row) => ({ id: String(row.id), job: jobKindSchema.parse(row.next_job) })),
      ),

    countStates: async () => run(() => readStates(sql)),

    failures: async (limit) =>
      run(() =>
        sql("SELECT * FROM document WHERE state = 'failed' ORDER BY changed_at DESC, id LIMIT ?")
          .all(limit)
          .map(documentOf),
      ),

    search: async (query) => run(() => search(query)),

    idsAfter: async (after, limit, changedFrom) =>
      run(() => readIdsAfter(sql, after, limit, changedFrom)),

    wholeDocument: async (id) => run(() => readWhole(sql, id)),

    putDocument: async (document) => transaction(() => writeWhole(sql, document)),

    close: async () => database.close(),
  }
}
