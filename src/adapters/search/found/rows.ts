// The rows by which records are sorted and counted, remembered column by column in the process.
//
// A search may match every record, and to read their rows takes longer than to find them. As columns of numbers, 100,000 rows take
// some 25 MB; as objects they take ten times that.

/** Columns by the row number of a record; of one that is not there they say nothing. */
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
  /** When the document was received, in milliseconds; 0 where it has no copies. */
  received: Float64Array
}

/** What is remembered of one record. */
export type Row = {
  day: string
  id: string
  /** Numbers of its facet values. */
  values: readonly number[]
  family: number
  supersededBy: number
  /** ISO 8601; null where it has no copies. */
  receivedAt: string | null
}

const valuesOfARow = 20
const numberColumns = ['days', 'starts', 'counts', 'families', 'supersededBy'] as const

/** Rows that are filled, and kept as they change. */
export class RowMemory {
  #rows = emptyRows(0)
  /** How many of `values` are in use, and how many of those belong to a row that was read again. */
  #used = 0
  #left = 0

  get rows(): Rows {
    return this.#rows
  }

  /** Whether so much was read again that all should be. */
  get isWasteful(): boolean {
    return this.#left > this.#used / 2
  }

  /** Begins anew; it is said which is the last record, and how many there are. */
  clear(last: number, count: number): void {
    this.#rows = emptyRows(last + 1)
    this.#rows.values = new Int32Array(count * valuesOfARow)
    this.#used = 0
    this.#left = 0
  }

  put(record: number, { day, id, values, family, supersededBy, receivedAt }: Row): void {
    this.#makeRoom(record)
    const rows = this.#rows
    rows.isThere[record] = 1
    rows.days[record] = dayNumber(day)
    rows.ids[record] = id
    rows.families[record] = family
    rows.supersededBy[record] = supersededBy
    rows.received[record] = receivedAt === null ? 0 : Date.parse(receivedAt)
    this.#left += rows.counts[record] ?? 0
    if (this.#used + values.length > rows.values.length)
      rows.values = grown(rows.values, (this.#used + values.length) * 2)
    rows.values.set(values, this.#used)
    rows.starts[record] = this.#used
    rows.counts[record] = values.length
    this.#used += values.length
  }

  remove(record: number): void {
    if (record < this.#rows.isThere.length) this.#rows.isThere[record] = 0
  }

  #makeRoom(record: number): void {
    const rows = this.#rows
    if (record < rows.isThere.length) return
    const size = Math.ceil((record + 1) * 1.2)
    const isThere = new Uint8Array(size)
    isThere.set(rows.isThere)
    rows.isThere = isThere
    const received = new Float64Array(size)
    received.set(rows.received)
    rows.received = received
    for (const column of numberColumns) rows[column] = grown(rows[column], size)
  }
}

/** The highest row number of a record that is there; 0 where none is. */
export function newestOf({ isThere }: Rows): number {
  return Math.max(0, isThere.lastIndexOf(1))
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
    received: new Float64Array(size),
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

/** What `dayNumber` gave this number for. */
export function dayText(number: number): string {
  if (number === 0) return ''
  const parts = [Math.floor(number / 10_000), Math.floor(number / 100) % 100, number % 100]
  const [year = '', ...rest] = parts.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0'))
  return [year, ...rest.filter((part) => part !== '00')].join('-')
}
