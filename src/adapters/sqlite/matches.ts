// The records that match a search in SQLite.
//
// What is needed of each stands in one narrow row. The rows that were read are remembered until anything in the database changes: to read
// tens of thousands takes longer than to find them.
import type { Asked } from '../search/asked.ts'
import { anyOf, matchExpression } from './expression.ts'
import { idsIn } from './facets.ts'
import { rowsWith } from './order.ts'
import type { Prepare } from './prepared.ts'

export type Match = {
  record: number
  day: string
  id: string
  /** Numbers of its facet values. */
  facets: Uint32Array
  /** The record its family is named by; null where it has no copies. */
  family: number | null
  /** The first record of its family that came later from the same place; null where none did. */
  supersededBy: number | null
}

/** More rows are not remembered: a row takes some hundred bytes. */
const mostKept = 300_000

const columns = 'i.record, i.day, i.id, i.facets, c.family, c.superseded_by'

/** Reads the records that have the words, up to the row number of a cursor. */
export function createMatchReader(sql: Prepare): (asked: Asked, until: number) => Match[] {
  const kept = new Map<number, Match>()
  let keptOf = ''
  /** Another where this connection, or any other, has written something. */
  const stateNow = () =>
    `${sql('PRAGMA data_version').get()?.data_version} ${sql('SELECT total_changes() AS n').get()?.n}`

  function rowsOf(records: readonly number[]): Match[] {
    const now = stateNow()
    if (now !== keptOf || kept.size > mostKept) kept.clear()
    keptOf = now
    const missing = records.filter((record) => !kept.has(record))
    if (missing.length > 0) {
      const statement = sql(
        `SELECT ${columns} FROM json_each(?) w JOIN record_index i ON i.record = w.value
           LEFT JOIN copy c ON c.record = i.record`,
      )
      statement.setReturnArrays(true)
      for (const [record, day, id, facets, family, supersededBy] of statement.all(
        JSON.stringify(missing),
      ) as unknown as unknown[][])
        kept.set(record as number, {
          record: record as number,
          day: day as string,
          id: id as string,
          facets: idsIn(facets as Uint8Array),
          family: family as number | null,
          supersededBy: supersededBy as number | null,
        })
    }
    return records.flatMap((record) => kept.get(record) ?? [])
  }

  return (asked, until) => {
    const expression = matchExpression(asked)
    if (expression) {
      const records = rowsWith(sql, 'folded_words', expression)
      return rowsOf(records.filter((record) => record <= until))
    }
    const row = sql(
      'SELECT json_group_array(record) AS records FROM record_index WHERE record <= ?',
    ).get(until)
    const without = anyOf(asked.unwanted)
    const unwanted = new Set(without === null ? [] : rowsWith(sql, 'folded_words', without))
    const records: number[] = JSON.parse(String(row?.records))
    return rowsOf(records.filter((record) => !unwanted.has(record)))
  }
}
