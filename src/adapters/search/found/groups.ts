// What a search finds: the records that match, one of each family that is shown, and how many have each facet value.
import { type FacetField, facetFields } from '../../../ports/search.ts'
import type { Cursor } from '../cursor.ts'
import type { Filters } from './filters.ts'
import type { Order } from './order.ts'
import { hasRecord } from './record-sets.ts'
import { dayNumber, type Rows } from './rows.ts'

export type Groups = {
  /** Records without copies that match, … */
  alone: number[]
  /** … and of each family that matches, its records that do. */
  families: number[][]
  /** How many have a facet value, by its number; a family counts once. */
  counts: Int32Array
  /** How many records were counted. */
  count: number
}

/** Where the shown records come from, and which others of their families match. */
export type Shown = { records: number[]; membersOf: Map<number, number[]> }

/** Calls for each record that has the words. */
export type EachMatch = (call: (record: number) => void) => void

/** Groups and counts what matches. `fields` are places of fields among `facetFields`, by the number of a value. */
export function groupsOf(
  eachMatch: EachMatch,
  rows: Rows,
  filters: Filters,
  fields: readonly number[],
  isEachByItself: boolean,
): Groups {
  const { isThere, starts, counts: lengths, values, families: familyOf } = rows
  const { required, forbidden, selections, only, except } = filters
  const counts = new Int32Array(filters.bits.length)
  const alone: number[] = []
  /** Families: what matches of them, and the values they count for. */
  const families = new Map<number, { members: number[]; values: Set<number> }>()
  const isFiltered = required !== 0 || forbidden !== 0 || selections.length > 0
  let count = 0
  eachMatch((record) => {
    if (isThere[record] !== 1 || (only && !hasRecord(only, record))) return
    if (except && hasRecord(except, record)) return
    const start = starts[record] ?? 0
    const end = start + (lengths[record] ?? 0)
    const missed = isFiltered ? missedBy(filters, values, start, end) : null
    if (missed === undefined) return
    count++
    const counted = missed === null ? -1 : facetFields.indexOf(missed)
    const family = isEachByItself ? 0 : (familyOf[record] ?? 0)
    if (family === 0) {
      if (missed === null) alone.push(record)
      for (let at = start; at < end; at++) {
        const id = values[at] ?? 0
        if (counted === -1 || fields[id] === counted) counts[id] = (counts[id] ?? 0) + 1
      }
      return
    }
    let one = families.get(family)
    if (!one) {
      one = { members: [], values: new Set() }
      families.set(family, one)
    }
    if (missed === null) one.members.push(record)
    for (let at = start; at < end; at++) {
      const id = values[at] ?? 0
      if (counted === -1 || fields[id] === counted) one.values.add(id)
    }
  })
  const found: number[][] = []
  for (const { members, values } of families.values()) {
    if (members.length > 0) found.push(members)
    for (const id of values) counts[id] = (counts[id] ?? 0) + 1
  }
  return { alone, families: found, counts, count }
}

/**
 * The one facet of which a record has no value that was chosen, and which alone it counts for; null where it has all that is
 * asked for, undefined where it counts for nothing.
 */
function missedBy(
  { bits, required, forbidden, selections }: Filters,
  values: Int32Array,
  start: number,
  end: number,
): FacetField | null | undefined {
  let has = 0
  for (let at = start; at < end; at++) has |= bits[values[at] ?? 0] ?? 0
  if ((required & ~has) !== 0 || (has & forbidden) !== 0) return undefined
  let missed: FacetField | null = null
  for (const { bit, field } of selections) {
    if ((has & bit) !== 0) continue
    if (missed !== null) return undefined
    missed = field
  }
  return missed
}

/** The records that are shown: of each family, one that no other of them came later than, first in the order, received first. */
export function shownOf(
  { alone, families }: Groups,
  rows: Rows,
  order: Order,
  until: number,
): Shown {
  const records = alone
  const membersOf = new Map<number, number[]>()
  for (const members of families) {
    const best = bestOf(members, rows, order, until)
    records.push(best)
    membersOf.set(best, members)
  }
  return { records, membersOf }
}

function bestOf(
  members: readonly number[],
  { ids, supersededBy, received }: Rows,
  { ranks, scores }: Order,
  until: number,
): number {
  const [only = 0] = members
  if (members.length < 2) return only
  const isSuperseded = (record: number) => {
    const by = supersededBy[record] ?? 0
    return by > 0 && by <= until
  }
  const before = (a: number, b: number): number =>
    Number(isSuperseded(a)) - Number(isSuperseded(b)) ||
    (ranks[b] ?? 0) - (ranks[a] ?? 0) ||
    (scores[b] ?? 0) - (scores[a] ?? 0) ||
    (received[a] ?? 0) - (received[b] ?? 0) ||
    compare(ids[a] ?? '', ids[b] ?? '')
  return members.reduce((best, one) => (before(one, best) < 0 ? one : best))
}

/** The first `count` records in the order, from behind the cursor on. */
export function firstOf(
  records: readonly number[],
  { days, ids }: Rows,
  { ranks, scores }: Order,
  cursor: Cursor | null,
  count: number,
): number[] {
  const isBefore = (a: number, b: number): boolean => {
    const more =
      (ranks[a] ?? 0) - (ranks[b] ?? 0) ||
      (scores[a] ?? 0) - (scores[b] ?? 0) ||
      (days[a] ?? 0) - (days[b] ?? 0)
    return more > 0 || (more === 0 && (ids[a] ?? '') < (ids[b] ?? ''))
  }
  const cursorDay = cursor ? dayNumber(cursor.day) : 0
  const isBehind = (record: number, { rank, score, id }: Cursor): boolean => {
    const less =
      rank - (ranks[record] ?? 0) ||
      score - (scores[record] ?? 0) ||
      cursorDay - (days[record] ?? 0)
    return less > 0 || (less === 0 && (ids[record] ?? '') > id)
  }
  const first: number[] = []
  for (const record of records) {
    const last = first[count - 1]
    if (last !== undefined && !isBefore(record, last)) continue
    if (cursor && !isBehind(record, cursor)) continue
    // Among so few, looking one after the other is quick.
    let at = first.length
    while (at > 0 && isBefore(record, first[at - 1] ?? record)) at--
    first.splice(at, 0, record)
    if (first.length > count) first.pop()
  }
  return first
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
