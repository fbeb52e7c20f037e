// The rows by which records are sorted and counted, as SQLite remembers them in its process (see search/found/rows.ts). Each row has the
// number of its last write, so those that changed since are read again.
import { RowMemory, type Rows } from '../search/found/rows.ts'
import { idsIn } from './facets.ts'
import type { Prepare } from './prepared.ts'

/** The state of the index: `at` counts writes, `removed` counts rows that were taken out. */
export type Clock = { at: number; removed: number }

export const readClock = (sql: Prepare): Clock => {
  const row = sql('SELECT at, removed FROM index_clock').get()
  return { at: Number(row?.at), removed: Number(row?.removed) }
}

const columns = `i.record, i.day, i.id, i.facets, c.family, c.superseded_by,
  CASE WHEN c.record IS NOT NULL THEN (SELECT received_at FROM document WHERE id = i.id) END`

/** The rows of one connection. */
export class RememberedRows {
  readonly #sql: Prepare
  readonly #memory = new RowMemory()
  #clock: Clock | null = null

  constructor(sql: Prepare) {
    this.#sql = sql
  }

  /** The rows as the index is now. */
  at(now: Clock): Rows {
    const known = this.#clock
    // Should reading fail, what is there is half of it.
    this.#clock = null
    // Earlier than what is known: what was read was taken back.
    if (!known || now.at < known.at || this.#memory.isWasteful) this.#readAll()
    else if (now.at > known.at) {
      this.#read('WHERE i.written > ?', known.at)
      if (now.removed !== known.removed) this.#leaveOutRemoved()
    }
    this.#clock = now
    return this.#memory.rows
  }

  forget(): void {
    this.#clock = null
  }

  #readAll(): void {
    const row = this.#sql('SELECT max(record) AS last, count(*) AS count FROM record_index').get()
    this.#memory.clear(Number(row?.last ?? 0), Number(row?.count))
    this.#read('WHERE i.record > ?', 0)
  }

  #read(where: string, value: number): void {
    const statement = this.#sql(
      `SELECT ${columns} FROM record_index i LEFT JOIN copy c ON c.record = i.record ${where}`,
    )
    statement.setReturnArrays(true)
    for (const row of statement.iterate(value) as unknown as Iterable<unknown[]>)
      this.#memory.put(row[0] as number, {
        day: row[1] as string,
        id: row[2] as string,
        values: idsIn(row[3] as Uint8Array),
        family: (row[4] as number | null) ?? 0,
        supersededBy: (row[5] as number | null) ?? 0,
        receivedAt: row[6] as string | null,
      })
  }

  #leaveOutRemoved(): void {
    const row = this.#sql('SELECT json_group_array(record) AS records FROM record_index').get()
    const { isThere } = this.#memory.rows
    isThere.fill(0)
    for (const record of JSON.parse(String(row?.records)) as number[]) isThere[record] = 1
  }
}
