// The records that match a search in SQLite.
//
// What is needed of each stands in one narrow row. Rows that were read are remembered: to read tens of thousands takes longer than to
// find them, and leaves more behind. Each has the number of its last write, so those that changed since are read again.
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
  facets: readonly number[]
  /** The record its family is named by; null where it has no copies. */
  family: number | null
  /** The first record of its family that came later from the same place; null where none did. */
  supersededBy: number | null
}

/** More rows are not remembered: a row takes some three hundred bytes. */
const mostKept = 300_000

const columns = 'i.record, i.day, i.id, i.facets, c.family, c.superseded_by'

/** Reads the records that have the words, up to the row number of a cursor. */
export function createMatchReader(sql: Prepare): (asked: Asked, until: number) => Match[] {
  const kept = new Map<number, Match>()
  /** Number of the latest write that is remembered. */
  let knownTo = 0

  function remember(where: string, value: number | string): void {
    const statement = sql(
      `SELECT ${columns} FROM record_index i LEFT JOIN copy c ON c.record = i.record WHERE ${where}`,
    )
    statement.setReturnArrays(true)
    for (const row of statement.iterate(value) as unknown as Iterable<unknown[]>) {
      const [record, day, id, facets, family, supersededBy] = row
      kept.set(record as number, {
        record: record as number,
        day: day as string,
        id: id as string,
        facets: idsIn(facets as Uint8Array),
        family: family as number | null,
        supersededBy: supersededBy as number | null,
      })
    }
  }

  function rowsOf(records: readonly number[]): Match[] {
    const now = Number(sql('SELECT at FROM index_clock').get()?.at)
    // Earlier than what is known: what was read was taken back.
    if (now < knownTo || kept.size > mostKept) kept.clear()
    else if (now > knownTo && kept.size > 0) remember('i.written > ?', knownTo)
    knownTo = now
    const missing = records.filter((record) => !kept.has(record))
    if (missing.length > 0)
      remember('i.record IN (SELECT value FROM json_each(?))', JSON.stringify(missing))
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
