// Records as sets of bits, by their row numbers: what has a word. A set of 100,000 records takes 12 kB.

export type RecordSet = {
  bits: Uint32Array
  count: number
}

export const emptySet = (): RecordSet => ({ bits: new Uint32Array(0), count: 0 })

/** Calls for each record of a set up to a number, in order. */
export function eachRecord({ bits }: RecordSet, until: number, call: (record: number) => void) {
  const last = Math.min(bits.length - 1, until >>> 5)
  for (let at = 0; at <= last; at++)
    for (let rest = bits[at] ?? 0; rest !== 0; rest &= rest - 1) {
      const record = at * 32 + 31 - Math.clz32(rest & -rest)
      if (record <= until) call(record)
    }
}

export const hasRecord = ({ bits }: RecordSet, record: number): boolean =>
  ((bits[record >>> 5] ?? 0) & (1 << (record & 31))) !== 0

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

/** The set of these records, any of which may be named more than once. */
export function setWith(records: readonly number[]): RecordSet {
  const set = emptySet()
  addAll(set, records)
  return set
}

/** A set in which these records are asked about anew: those of them that are in it `now`. The set itself stays as it is. */
export function changedSet(
  { bits }: RecordSet,
  changed: readonly number[],
  now: readonly number[],
): RecordSet {
  const set = { bits: new Uint32Array(bits), count: 0 }
  for (const record of changed) {
    const at = record >>> 5
    if (at < set.bits.length) set.bits[at] = (set.bits[at] ?? 0) & ~(1 << (record & 31))
  }
  addAll(set, now)
  return set
}

/** Adds records, any of which may be there already. */
export function addAll(set: RecordSet, records: readonly number[]): void {
  const length = (records.reduce((last, record) => Math.max(last, record), 0) >>> 5) + 1
  if (length > set.bits.length) {
    const bits = new Uint32Array(length)
    bits.set(set.bits)
    set.bits = bits
  }
  for (const record of records) {
    const at = record >>> 5
    set.bits[at] = (set.bits[at] ?? 0) | (1 << (record & 31))
  }
  set.count = countOf(set.bits)
}

/** Takes out the records from a number on. */
export function removeFrom(set: RecordSet, first: number): void {
  const at = first >>> 5
  if (at >= set.bits.length) return
  set.bits[at] = (set.bits[at] ?? 0) & ((1 << (first & 31)) - 1)
  set.bits.fill(0, at + 1)
  set.count = countOf(set.bits)
}

function setOf(length: number, bitsAt: (at: number) => number): RecordSet {
  const bits = new Uint32Array(length)
  for (let at = 0; at < length; at++) bits[at] = bitsAt(at)
  return { bits, count: countOf(bits) }
}

function countOf(bits: Uint32Array): number {
  let count = 0
  for (let at = 0; at < bits.length; at++)
    for (let rest = bits[at] ?? 0; rest !== 0; rest &= rest - 1) count++
  return count
}
