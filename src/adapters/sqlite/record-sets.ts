// The records with words in SQLite, as sets of bits. Those asked for last are remembered: who turns the page, chooses a facet or asks
// for a frequent word again need not wait for its list. A set of 100,000 records takes 12 kB.
import type { Prepare } from './prepared.ts'
import type { Clock } from './rows.ts'

export type RecordSet = {
  bits: Uint32Array
  count: number
}

type Kept = RecordSet & { at: number }

/** All sets together take at most this. */
const mostBytes = 16 * 2 ** 20
/** Where more records changed, a set is made anew. */
const mostChanged = 1_000

/** The sets of one connection. */
export class RecordSets {
  readonly #sql: Prepare
  /** By table and expression, those asked for last at the end. */
  readonly #kept = new Map<string, Kept>()
  #bytes = 0
  #clock: Clock = { at: 0, removed: 0 }

  constructor(sql: Prepare) {
    this.#sql = sql
  }

  /** From here on, sets are as the index is now. */
  moveTo(now: Clock): void {
    // Earlier than what is known: what was read was taken back.
    if (now.at < this.#clock.at || now.removed !== this.#clock.removed) this.forget()
    this.#clock = now
  }

  forget(): void {
    this.#kept.clear()
    this.#bytes = 0
  }

  /** The records that meet an expression of FTS5. */
  with(table: string, expression: string): RecordSet {
    const key = `${table} ${expression}`
    const known = this.#kept.get(key)
    if (known) {
      this.#kept.delete(key)
      this.#bytes -= known.bits.byteLength
    }
    const set =
      known && this.#isUpToDate(known, table, expression) ? known : this.#made(table, expression)
    this.#kept.set(key, set)
    this.#bytes += set.bits.byteLength
    for (const [oldest, { bits }] of this.#kept) {
      if (this.#bytes <= mostBytes) break
      this.#kept.delete(oldest)
      this.#bytes -= bits.byteLength
    }
    return set
  }

  #made(table: string, expression: string): Kept {
    const set = { bits: new Uint32Array(0), count: 0, at: this.#clock.at }
    addAll(set, this.#listed(table, expression, 0))
    return set
  }

  /** Looks again at what changed since, from the first such record on: most often those are new. False where that is too much. */
  #isUpToDate(set: Kept, table: string, expression: string): boolean {
    if (set.at === this.#clock.at) return true
    const changed = this.#sql(
      'SELECT count(*) AS count, min(record) AS first FROM record_index WHERE written > ?',
    ).get(set.at)
    if (Number(changed?.count) > mostChanged) return false
    set.at = this.#clock.at
    if (Number(changed?.count) === 0) return true
    const first = Number(changed?.first)
    removeFrom(set, first)
    addAll(set, this.#listed(table, expression, first))
    return true
  }

  /** As one JSON list: thousands of rows of one number take several times as long. */
  #listed(table: string, expression: string, first: number): number[] {
    const row = this.#sql(
      `SELECT json_group_array(rowid) AS records FROM ${table} WHERE ${table} MATCH ? AND rowid >= ?`,
    ).get(expression, first)
    return JSON.parse(String(row?.records))
  }
}

/** Calls for each record of a set up to a number, in order. */
export function eachRecord({ bits }: RecordSet, until: number, call: (record: number) => void) {
  const last = Math.min(bits.length - 1, until >>> 5)
  for (let at = 0; at <= last; at++)
    for (let rest = bits[at] ?? 0; rest !== 0; rest &= rest - 1) {
      const record = at * 32 + 31 - Math.clz32(rest & -rest)
      if (record <= until) call(record)
    }
}

/** What is in both sets; null is no set, and restricts nothing. */
export function both(one: RecordSet | null, other: RecordSet | null): RecordSet | null {
  if (!one || !other) return one ?? other
  const length = Math.min(one.bits.length, other.bits.length)
  return setOf(length, (at) => (one.bits[at] ?? 0) & (other.bits[at] ?? 0))
}

/** What is in either set; null is no set, and adds nothing. */
export function either(one: RecordSet | null, other: RecordSet | null): RecordSet | null {
  if (!one || !other) return one ?? other
  const length = Math.max(one.bits.length, other.bits.length)
  return setOf(length, (at) => (one.bits[at] ?? 0) | (other.bits[at] ?? 0))
}

/** What is in one set and not in the other. */
export const without = (one: RecordSet, other: RecordSet): RecordSet =>
  setOf(one.bits.length, (at) => (one.bits[at] ?? 0) & ~(other.bits[at] ?? 0))

function setOf(length: number, bitsAt: (at: number) => number): RecordSet {
  const bits = new Uint32Array(length)
  for (let at = 0; at < length; at++) bits[at] = bitsAt(at)
  return { bits, count: countOf(bits) }
}

/** How many bits are set. */
function countOf(bits: Uint32Array): number {
  let count = 0
  for (let at = 0; at < bits.length; at++)
    for (let rest = bits[at] ?? 0; rest !== 0; rest &= rest - 1) count++
  return count
}

/** Adds records in ascending order. */
function addAll(set: RecordSet, records: readonly number[]): void {
  const last = records.at(-1)
  if (last === undefined) return
  const length = (last >>> 5) + 1
  if (length > set.bits.length) {
    const bits = new Uint32Array(length)
    bits.set(set.bits)
    set.bits = bits
  }
  for (const record of records) {
    const at = record >>> 5
    set.bits[at] = (set.bits[at] ?? 0) | (1 << (record & 31))
  }
  set.count += records.length
}

/** Takes out the records from a number on. */
function removeFrom(set: RecordSet, first: number): void {
  const at = first >>> 5
  if (at >= set.bits.length) return
  set.bits[at] = (set.bits[at] ?? 0) & ((1 << (first & 31)) - 1)
  set.bits.fill(0, at + 1)
  set.count = countOf(set.bits)
}
