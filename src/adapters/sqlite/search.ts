// Search in SQLite: what is found of what is remembered in the process (see search/found), and one page of it with highlights.
import type { DatabaseSync } from 'node:sqlite'
import type { FoundHits, StoreQuery } from '../../ports/search.ts'
import { type Asked, askedOf } from '../search/asked.ts'
import { readCursor } from '../search/cursor.ts'
import { find } from '../search/found/find.ts'
import { hitOf, mostCopies, nothing } from '../search/page.ts'
import { readCopies } from './copies.ts'
import { RememberedNames } from './facets.ts'
import type { Prepare } from './prepared.ts'
import type { RecordSets } from './record-sets.ts'
import { RememberedRows, readClock } from './rows.ts'

/** Makes the search of one connection. */
export function createSqliteSearch(
  connection: DatabaseSync,
  sql: Prepare,
  sets: RecordSets,
): (query: StoreQuery) => FoundHits {
  const names = new RememberedNames(sql)
  const remembered = new RememberedRows(sql)

  function search(query: StoreQuery): FoundHits {
    const cursor = query.cursor ? readCursor(query.cursor) : null
    const typed = askedOf(query)
    if (typed.isNothing) return nothing()
    const clock = readClock(sql)
    sets.moveTo(clock)
    const memory = {
      rows: remembered.at(clock),
      names: names.refresh(),
      answer: sets.answer.bind(sets),
    }
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

  return (query) => {
    // All of it sees one state of the archive.
    const isOurs = !connection.isTransaction
    if (isOurs) connection.exec('BEGIN')
    try {
      return search(query)
    } finally {
      if (isOurs && connection.isTransaction) connection.exec('COMMIT')
      if (!isOurs) {
        // What was seen of a transaction under way may yet be taken back.
        sets.forget()
        remembered.forget()
      }
    }
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
