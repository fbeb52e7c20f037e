// Search in SQLite: which records match, in which order, how many of what; one page of them with highlights.
//
// Of the documents of one family that match (see `Store.copiesOf`), one is shown: one that no other of them came later than from the
// same place, first in the order, received first. The order is that of search/rank.ts.
import type { DatabaseSync } from 'node:sqlite'
import { type FoundHits, facetFields, type StoreQuery } from '../../ports/search.ts'
import { type Asked, askedOf } from '../search/asked.ts'
import { type Cursor, readCursor, writeCursor } from '../search/cursor.ts'
import { hitOf, mostCopies, nothing } from '../search/page.ts'
import { readCopies } from './copies.ts'
import { type FacetNames, facetNamesOf } from './facets.ts'
import { createMatchReader, type Match } from './matches.ts'
import { type Filters, type Order, orderOf, readFilters } from './order.ts'
import type { Prepare } from './prepared.ts'

/** A family of which something matches; a document without copies is one of its own. */
type Group = {
  /** Of its documents that match, the one that is shown; null where each lacks a value that was chosen. */
  shown: Match | null
  /** Those that match. */
  members: Match[]
}

type Found = {
  groups: Group[]
  counts: Int32Array
  order: Order
}

/** Makes the search of one connection. */
export function createSqliteSearch(
  connection: DatabaseSync,
  sql: Prepare,
): (query: StoreQuery) => FoundHits {
  const names = facetNamesOf(sql)
  const readMatches = createMatchReader(sql)

  function find(query: StoreQuery, asked: Asked, until: number, cursor: Cursor | null): Found {
    const filters = readFilters(sql, asked, names.refresh())
    const matches = readMatches(asked, until)
    const { groups, counts, count } = groupsOf(matches, filters, names, query.copies === 'all')
    const order = orderOf(sql, asked, count, until, cursor)
    for (const group of groups) group.shown = bestOf(sql, group.members, order, until)
    return { groups, counts, order }
  }

  function search(query: StoreQuery): FoundHits {
    const cursor = query.cursor ? readCursor(query.cursor) : null
    const typed = askedOf(query)
    if (typed.isNothing) return nothing()
    const newest = sql('SELECT max(number) AS number FROM record').get()
    const until = Math.min(cursor?.until ?? Number.MAX_SAFE_INTEGER, Number(newest?.number ?? 0))
    let asked: Asked = { ...typed, isUnfinished: false }
    let found = find(query, asked, until, cursor)
    if (found.groups.length === 0 && typed.isUnfinished) {
      // No document has the last word whole; it may be the beginning of one.
      asked = typed
      found = find(query, asked, until, cursor)
    }
    const { groups, counts, order } = found
    const page = firstOf(groups, order, cursor, query.limit + 1)
    const shown = page.slice(0, query.limit)
    const last = shown.at(-1)?.shown
    return {
      total: groups.length,
      hits: shown.map((group) => hitIn(sql, group, asked)),
      facets: names.named(counts, asked.selections),
      next:
        page.length > query.limit && last
          ? writeCursor({
              rank: order.ranks[last.record] ?? 0,
              score: order.scores[last.record] ?? 0,
              day: last.day,
              id: last.id,
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
    }
  }
}

/** The families that match, each once, how many of them have each value, and how many records were counted. */
function groupsOf(
  matches: readonly Match[],
  filters: Filters,
  { fields }: FacetNames,
  isEachByItself: boolean,
): { groups: Group[]; counts: Int32Array; count: number } {
  const { bits, required, forbidden, selections, only, except } = filters
  const counts = new Int32Array(bits.length)
  const groups: Group[] = []
  let count = 0
  /** Families: what matches of them, and the values they count for. */
  const families = new Map<number, { group: Group; values: Set<number> }>()
  const allSelected = selections.reduce((all, { bit }) => (all | bit) >>> 0, 0)
  for (const match of matches) {
    const { record, family } = match
    if ((only && !only.has(record)) || except.has(record)) continue
    const ids = match.facets
    let has = 0
    for (const id of ids) has |= bits[id] ?? 0
    has >>>= 0
    if ((has & required) >>> 0 !== required || (has & forbidden) !== 0) continue
    const missing = (allSelected & ~has) >>> 0
    const missed = missing === 0 ? null : selections.find(({ bit }) => bit === missing)
    if (missed === undefined) continue
    count++
    const counted = missed === null ? -1 : facetFields.indexOf(missed.field)
    if (family === null || isEachByItself) {
      if (missed === null) groups.push({ shown: match, members: [match] })
      for (const id of ids)
        if (counted === -1 || fields[id] === counted) counts[id] = (counts[id] ?? 0) + 1
      continue
    }
    let one = families.get(family)
    if (!one) {
      one = { group: { shown: null, members: [] }, values: new Set() }
      families.set(family, one)
    }
    if (missed === null) one.group.members.push(match)
    for (const id of ids) if (counted === -1 || fields[id] === counted) one.values.add(id)
  }
  for (const { group, values } of families.values()) {
    if (group.members.length > 0) groups.push(group)
    for (const id of values) counts[id] = (counts[id] ?? 0) + 1
  }
  return { groups, counts, count }
}

/** The one of a family that is shown. */
function bestOf(
  sql: Prepare,
  members: readonly Match[],
  { ranks, scores }: Order,
  until: number,
): Match | null {
  if (members.length < 2) return members[0] ?? null
  const received = sql('SELECT received_at FROM document WHERE id = ?')
  const receivedAt = new Map(
    members.map(({ id }) => [id, String(received.get(id)?.received_at)] as const),
  )
  const isSuperseded = ({ supersededBy }: Match) => supersededBy !== null && supersededBy <= until
  const before = (a: Match, b: Match): number =>
    Number(isSuperseded(a)) - Number(isSuperseded(b)) ||
    (ranks[b.record] ?? 0) - (ranks[a.record] ?? 0) ||
    (scores[b.record] ?? 0) - (scores[a.record] ?? 0) ||
    compare(receivedAt.get(a.id) ?? '', receivedAt.get(b.id) ?? '') ||
    compare(a.id, b.id)
  return members.reduce((best, one) => (before(one, best) < 0 ? one : best))
}

/** The first groups in the order, from behind the cursor on. */
function firstOf(
  groups: readonly Group[],
  { ranks, scores }: Order,
  cursor: Cursor | null,
  count: number,
): Group[] {
  type Place = Pick<Cursor, 'rank' | 'score' | 'day' | 'id'>
  const placeOf = ({ record, day, id }: Match): Place => ({
    rank: ranks[record] ?? 0,
    score: scores[record] ?? 0,
    day,
    id,
  })
  const compared = (a: Place, b: Place): number =>
    b.rank - a.rank || b.score - a.score || compare(b.day, a.day) || compare(a.id, b.id)
  const first: Array<{ place: Place; group: Group }> = []
  for (const group of groups) {
    if (!group.shown) continue
    const place = placeOf(group.shown)
    if (cursor && compared(place, cursor) <= 0) continue
    const last = first.at(-1)
    if (first.length === count && last && compared(place, last.place) >= 0) continue
    // Among so few, looking one after the other is quick.
    let at = first.length
    while (at > 0 && compared(place, first[at - 1]?.place ?? place) < 0) at--
    first.splice(at, 0, { place, group })
    if (first.length > count) first.pop()
  }
  return first.map(({ group }) => group)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function hitIn(sql: Prepare, { shown, members }: Group, asked: Asked) {
  const id = shown?.id ?? ''
  const row = sql(
    'SELECT d.name, r.body FROM record r JOIN document d ON d.id = r.document_id WHERE r.document_id = ?',
  ).get(id)
  const { count, copies } =
    shown?.family == null ? { count: 0, copies: [] } : readCopies(sql, id, mostCopies)
  const copyCounts = { all: count, matching: members.length - 1 }
  return hitOf(id, String(row?.name), JSON.parse(String(row?.body)), asked, { copies, copyCounts })
}
