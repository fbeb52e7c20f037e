// Search in SQLite: what is found of what is remembered in the process (see search/found), and one page of it with highlights.
import type { FoundHits, StoreQuery } from '../../ports/search.ts'
import type { Store } from '../../ports/store.ts'
import { type Asked, askedOf } from '../search/asked.ts'
import { readCursor } from '../search/cursor.ts'
import { find, type Memory, recordsOf } from '../search/found/find.ts'
import { hitOf, mostCopies, nothing } from '../search/page.ts'
import { readCopies } from './copies.ts'
import type { SqliteDatabase } from './database.ts'
import { RememberedNames } from './facets.ts'
import type { Prepare } from './prepared.ts'
import type { RecordSets } from './record-sets.ts'
import { RememberedRows, readClock } from './rows.ts'

/** Makes the search of one connection, and what else answers from its memory. */
export function createSqliteSearch(
  sql: Prepare,
  { connection, run }: SqliteDatabase,
  sets: RecordSets,
): Pick<Store, 'search' | 'matching'> {
  const names = new RememberedNames(sql)
  const remembered = new RememberedRows(sql)

  /** All that `work` sees is of one state of the archive. */
  function inMemory<T>(work: (memory: Memory) => T): T {
    const isOurs = !connection.isTransaction
    if (isOurs) connection.exec('BEGIN')
    try {
      const clock = readClock(sql)
      sets.moveTo(clock)
      return work({
        rows: remembered.at(clock),
        names: names.refresh(),
        answer: sets.answer.bind(sets),
      })
    } finally {
      if (isOurs && connection.isTransaction) connection.exec('COMMIT')
      if (!isOurs) {
        // What was seen of a transaction under way may yet be taken back.
        sets.forget()
        remembered.forget()
      }
    }
  }

  function search(query: StoreQuery, memory: Memory): FoundHits {
    const cursor = query.cursor ? readCursor(query.cursor) : null
    const typed = askedOf(query)
    let asked: Asked = { ...typed, isUnfinished: false }
    let found = find(query, asked, cursor, memory)
    if (found.total === 0 && typed.isUnfinished) {
      // No document has the last word whole; it may be the beginning of one.
      asked = typed
      found = find(query, asked, cursor, memory)
    }
    const { total, page, facets, next } = found
    const hits = page.map(({ record, matching }) => hitIn(sql, record, matching, asked))
    return { total, hits, facets, next }
  }

  return {
    search: async (query) =>
      askedOf(query).isNothing ? nothing() : run(() => inMemory((memory) => search(query, memory))),

    matching: async (query, { among, limit }) => {
      const asked = { ...askedOf(query), isUnfinished: false }
      if (asked.isNothing) return []
      return run(() =>
        inMemory((memory) =>
          sql(
            `SELECT d.id, d.changed_at FROM json_each(?) f JOIN record r ON r.number = f.value
               JOIN document d ON d.id = r.document_id
             ${among ? 'WHERE d.id IN (SELECT value FROM json_each(?))' : ''}
             ORDER BY d.changed_at DESC, d.id LIMIT ?`,
          )
            .all(
              JSON.stringify(recordsOf(asked, memory)),
              ...(among ? [JSON.stringify(among)] : []),
              limit,
            )
            .map((row) => ({ id: String(row.id), changedAt: String(row.changed_at) })),
        ),
      )
    },
  }
}

function hitIn(sql: Prepare, record: number, matching: number, asked: Asked) {
  const row = sql(
    'SELECT d.id, d.name, r.body FROM record r JOIN document d ON d.id = r.document_id WHERE r.number = ?',
  ).get(record)
  const id = String(row?.id)
  const { count, copies } = sql('SELECT 1 FROM copy WHERE record = ?').get(record)
    ? readCopies(sql, id, mostCopies)
    : { count: 0, copies: [] }
  const copyCounts = { all: count, matching }
  return hitOf(id, String(row?.name), JSON.parse(String(row?.body)), asked, { copies, copyCounts })
}
