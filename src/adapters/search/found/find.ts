// What is found of a query, of what is remembered in the process: total, one page in order, facets, the cursor of the next page.
//
// Of the documents of one family that match (see `Store.copiesOf`), one is shown: one that no other of them came later than from the
// same place, first in the order, received first. The order is that of search/rank.ts.
import type { FoundHits, StoreQuery } from '../../../ports/search.ts'
import type { Asked } from '../asked.ts'
import { type Cursor, writeCursor } from '../cursor.ts'
import { filtersOf } from './filters.ts'
import { type EachMatch, firstOf, type Groups, groupsOf, shownOf } from './groups.ts'
import { matching, withAny } from './matching.ts'
import { type FacetNames, facetsBy } from './names.ts'
import { orderOf } from './order.ts'
import type { Answer } from './questions.ts'
import { eachRecord, hasRecord } from './record-sets.ts'
import { dayText, newestOf, type Rows } from './rows.ts'

/** What a search looks into. */
export type Memory = { rows: Rows; names: FacetNames; answer: Answer }

export type Found = {
  total: number
  /** Records of the page, and how many others of their families match. */
  page: Array<{ record: number; id: string; matching: number }>
  facets: FoundHits['facets']
  next: string | null
}

export function find(
  query: StoreQuery,
  asked: Asked,
  cursor: Cursor | null,
  { rows, names, answer }: Memory,
): Found {
  const until = Math.min(cursor?.until ?? Number.MAX_SAFE_INTEGER, newestOf(rows))
  const groups = grouped(asked, until, { rows, names, answer }, query.copies === 'all')
  const order = orderOf(answer, asked, groups.count, until, cursor)
  const { records, membersOf } = shownOf(groups, rows, order, until)
  const first = firstOf(records, rows, order, cursor, query.limit + 1)
  const page = first.slice(0, query.limit)
  const last = page.at(-1)
  return {
    total: records.length,
    page: page.map((record) => ({
      record,
      id: rows.ids[record] ?? '',
      matching: (membersOf.get(record)?.length ?? 1) - 1,
    })),
    facets: facetsBy(names, groups.counts, asked.selections),
    next:
      first.length > query.limit && last !== undefined
        ? writeCursor({
            rank: order.ranks[last] ?? 0,
            score: order.scores[last] ?? 0,
            day: dayText(rows.days[last] ?? 0),
            id: rows.ids[last] ?? '',
            until,
            weights: order.weights,
          })
        : null,
  }
}

/** All records that match, every copy by itself, in the order of their row numbers. */
export const recordsOf = (asked: Asked, memory: Memory): number[] =>
  grouped(asked, newestOf(memory.rows), memory, true).alone

function grouped(
  asked: Asked,
  until: number,
  { rows, names, answer }: Memory,
  isEachByItself: boolean,
): Groups {
  const size = names.fields.length
  const filters = filtersOf(asked, size, (field, values) => names.askedFor(field, values), answer)
  const eachMatch = matchesOf(answer, asked, rows, until)
  return groupsOf(eachMatch, rows, filters, names.fields, isEachByItself)
}

/** Goes through the records that have the words, up to the row number of a cursor. */
function matchesOf(answer: Answer, asked: Asked, rows: Rows, until: number): EachMatch {
  const found = matching(answer, asked)
  if (found) return (call) => eachRecord(found, until, call)
  const unwanted = withAny(answer, asked.unwanted)
  return (call) => {
    for (let record = 0; record <= until; record++)
      if (rows.isThere[record] === 1 && !(unwanted && hasRecord(unwanted, record))) call(record)
  }
}
