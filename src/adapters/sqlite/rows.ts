// The rows by which records are sorted and counted, remembered column by column in SQLite's process.
//
// A search may match every record, and to read their rows takes longer than to find them. As columns of numbers, 100,000 rows take
// some 25 MB. Each row has the number of its last write, so those that changed since are read again.
import { idsIn } from './facets.ts'
import type { Prepare } from './prepared.ts'

/** Columns by the row number of a record; a record that is not there has zeros. */
export type Rows = {
  isThere: Uint8Array
  /** Days as numbers in the order of their texts. */
  days: Int32Array
  /** Ids of documents. */
  ids: string[]
  /** Where the numbers of its facet values begin among `values`, and how many there are. */
  starts: Int32Array
  counts: Int32Array
  values: Int32Array
  /** The record its family is named by; 0 where it has no copies. */
  families: Int32Array
  /** The first record of its family that came later from the same place; 0 where none did. */
  supersededBy: Int32Array
}

/** The state of the index: `at` counts writes, `removed` counts rows that were taken out. */
export type Clock = { at: number; removed: number }

export const readClock = (sql: Prepare): Clock => {
  const row = sql('SELECT at, removed FROM index_clock').get()
  return { at: Number(row?.at), removed: Number(row?.removed) }
}

const columns = 'i.record, i.day, i.id, i.facets, c.family, c.superseded_by'
const valuesOfARow = 20

/** The rows of one connection. */
export class RememberedRows {
  readonly #sql: Prepare
  #clock: Clock | null = null
  #rows = emptyRows(0)
  /** How many of `values` are in use, and how many of those belong to a row that was read again. */
  #used = 0
  #left = 0

  constructor(sql: Prepare) {
    this.#sql = sql
  }

  /** The rows as the index is now. */
  at(now: Clock): Rows {
    const known = this.#clock
    // Earlier than what is known: what was read was taken back.
    if (!known || now.at < known.at || this.#left > this.#used / 2) this.#readAll()
    else if (now.at > known.at) {
      this.#read('WHERE i.written > ?', known.at)
      if (now.removed !== known.removed) this.#leaveOutRemoved()
    }
    this.#clock = now
    return this.#rows
  }

  forget(): void {
    this.#clock = null
  }

  #readAll(): void {
    const row = this.#sql('SELECT max(record) AS last, count(*) AS count FROM record_index').get()
    this.#rows = emptyRows(Number(row?.last ?? 0) + 1)
    this.#rows.values = new Int32Array(Number(row?.count) * valuesOfARow)
    this.#used = 0
    this.#left = 0
    this.#read('WHERE i.record > ?', 0)
  }

  #read(where: string, value: number): void {
    const statement = this.#sql(
      `SELECT ${columns} FROM record_index i LEFT JOIN copy c ON c.record = i.record ${where}`,
    )
    statement.setReturnArrays(true)
    for (const row of statement.iterate(value) as unknown as Iterable<unknown[]>) {
      const record = row[0] as number
      this.#makeRoom(record)
      const rows = this.#rows
      rows.isThere[record] = 1
      rows.days[record] = dayNumber(row[1] as string)
      rows.ids[record] = row[2] as string
      rows.families[record] = (row[4] as number | null) ?? 0
      rows.supersededBy[record] = (row[5] as number | null) ?? 0
      this.#setValues(record, idsIn(row[3] as Uint8Array))
    }
  }

  #setValues(record: number, ids: readonly number[]): void {
    const rows = this.#rows
    this.#left += rows.counts[record] ?? 0
    if (this.#used + ids.length > rows.values.length)
      rows.values = grown(rows.values, (this.#used + ids.length) * 2)
    rows.values.set(ids, this.#used)
    rows.starts[record] = this.#used
    rows.counts[record] = ids.length
    this.#used += ids.length
  }

  #makeRoom(record: number): void {
    const rows = this.#rows
    if (record < rows.isThere.length) return
    const size = Math.ceil((record + 1) * 1.2)
    const isThere = new Uint8Array(size)
    isThere.set(rows.isThere)
    rows.isThere = isThere
    for (const column of ['days', 'starts', 'counts', 'families', 'supersededBy'] as const)
      rows[column] = grown(rows[column], size)
  }

  #leaveOutRemoved(): void {
    const row = this.#sql('SELECT json_group_array(record) AS records FROM record_index').get()
    const { isThere } = this.#rows
    isThere.fill(0)
    for (const record of JSON.parse(String(row?.records)) as number[]) isThere[record] = 1
  }
}

function emptyRows(size: number): Rows {
  const column = () => new Int32Array(size)
  return {
    isThere: new Uint8Array(size),
    days: column(),
    ids: [],
    starts: column(),
    counts: column(),
    values: column(),
    families: column(),
    supersededBy: column(),
  }
}

function grown(column: Int32Array, size: number): Int32Array {
  const larger = new Int32Array(size)
  larger.set(column)
  return larger
}

/** A day, month or year as a number in the order of their texts: "2022" before "2022-03" before "2022-03-01"; '' is the first. */
export function dayNumber(day: string): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return year * 10_000 + month * 100 + date
}
