// Search in SQLite: which records match, in which order, how many of what; one page of them with highlights.
//
// Of the documents of one family that match (see `Store.copiesOf`), one is shown: one that no other of them came later than from the
// same place, first in the order, received first. The order is that of search/rank.ts.
import type { DatabaseSync } from 'node:sqlite'
import type { FoundHits, StoreQuery } from '../../ports/search.ts'
import { type Asked, askedOf } from '../search/asked.ts'
import { type Cursor, readCursor, writeCursor } from '../search/cursor.ts'
import { hitOf, mostCopies, nothing } from '../search/page.ts'
import { readCopies } from './copies.ts'
import { type FacetNames, facetNamesOf } from './facets.ts'
import { type EachMatch, firstOf, groupsOf, type Shown, shownOf } from './groups.ts'
import { matching, withAny } from './matching.ts'
import { type Order, orderOf, readFilters } from './order.ts'
import type { Prepare } from './prepared.ts'
import { eachRecord, type RecordSets } from './record-sets.ts'
import { RememberedRows, type Rows, readClock } from './rows.ts'

type Found = {
  shown: Shown
  counts: Int32Array
  order: Order
}

/** Makes the search of one connection. */
export function createSqliteSearch(
  connection: DatabaseSync,
  sql: Prepare,
  sets: RecordSets,
): (query: StoreQuery) => FoundHits {
  const names: FacetNames = facetNamesOf(sql)
  const remembered = new RememberedRows(sql)

  function find(
    query: StoreQuery,
    asked: Asked,
    rows: Rows,
    until: number,
    cursor: Cursor | null,
  ): Found {
    const filters = readFilters(sql, asked, names.refresh())
    const groups = groupsOf(
      matchesOf(sets, asked, rows, until),
      rows,
      filters,
      names.fields,
      query.copies === 'all',
    )
    const order = orderOf(sql, sets, asked, groups.count, until, cursor)
    return { shown: shownOf(sql, groups, rows, order, until), counts: groups.counts, order }
  }

  function search(query: StoreQuery): FoundHits {
    const cursor = query.cursor ? readCursor(query.cursor) : null
    const typed = askedOf(query)
    if (typed.isNothing) return nothing()
    const clock = readClock(sql)
    sets.moveTo(clock)
    const rows = remembered.at(clock)
    const newest = sql('SELECT max(number) AS number FROM record').get()
    const until = Math.min(cursor?.until ?? Number.MAX_SAFE_INTEGER, Number(newest?.number ?? 0))
    let asked: Asked = { ...typed, isUnfinished: false }
    let found = find(query, asked, rows, until, cursor)
    if (found.shown.records.length === 0 && typed.isUnfinished) {
      // No document has the last word whole; it may be the beginning of one.
      asked = typed
      found = find(query, asked, rows, until, cursor)
    }
    const { shown, counts, order } = found
    const page = firstOf(shown.records, rows, order, cursor, query.limit + 1)
    const onPage = page.slice(0, query.limit)
    const last = onPage.at(-1)
    return {
      total: shown.records.length,
      hits: onPage.map((record) => hitIn(sql, record, shown.membersOf.get(record), asked)),
      facets: names.named(counts, asked.selections),
      next:
        page.length > query.limit && last !== undefined
          ? writeCursor({
              rank: order.ranks[last] ?? 0,
              score: order.scores[last] ?? 0,
              day: dayOf(sql, last),
              id: rows.ids[last] ?? '',
              until,
              weights: order.weights,
            })
          : null,
    }
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

/** Goes through the records that have the words, up to the row number of a cursor. */
function matchesOf(sets: RecordSets, asked: Asked, rows: Rows, until: number): EachMatch {
  const found = matching(sets, asked)
  if (found) return (call) => eachRecord(found, until, call)
  const unwanted = withAny(sets, asked.unwanted)?.bits
  return (call) => {
    for (let record = 0; record <= until; record++)
      if (rows.isThere[record] === 1 && !((unwanted?.[record >>> 5] ?? 0) & (1 << (record & 31))))
        call(record)
  }
}

const dayOf = (sql: Prepare, record: number): string =>
  String(sql('SELECT day FROM record_index WHERE record = ?').get(record)?.day)

function hitIn(sql: Prepare, record: number, members: readonly number[] | undefined, asked: Asked) {
  const row = sql(
    'SELECT d.id, d.name, r.body FROM record r JOIN document d ON d.id = r.document_id WHERE r.number = ?',
  ).get(record)
  const id = String(row?.id)
  const { count, copies } = sql('SELECT 1 FROM copy WHERE record = ?').get(record)
    ? readCopies(sql, id, mostCopies)
    : { count: 0, copies: [] }
  const copyCounts = { all: count, matching: (members?.length ?? 1) - 1 }
  return hitOf(id, String(row?.name), JSON.parse(String(row?.body)), asked, { copies, copyCounts })
}
