// The records with words in PostgreSQL, as sets of bits. Those asked for last are remembered: a phrase of frequent words takes a third of
// a second among 10,000 documents, because the server looks into every document that has its words.
import type { Answer } from '../search/found/questions.ts'
import { changedSet, emptySet, type RecordSet, setWith } from '../search/found/record-sets.ts'
import type { Ask, Value } from './database.ts'
import { type Select, selectOf } from './question-sql.ts'
import type { RememberedRows } from './rows.ts'

type Kept = RecordSet & { look: number }
type Coming = { look: number; set: Promise<RecordSet> }

/** All sets together take at most this. */
const mostBytes = 16 * 2 ** 20

export class RecordSets {
  readonly #askIndex: Ask
  readonly #rows: RememberedRows
  /** By question, those asked for last at the end. */
  readonly #kept = new Map<string, Kept>()
  readonly #coming = new Map<string, Coming>()
  #bytes = 0

  constructor(askIndex: Ask, rows: RememberedRows) {
    this.#askIndex = askIndex
    this.#rows = rows
  }

  /**
   * What `work` makes of the sets it asks for. It gets empty ones for those that are not known yet, and is then done again: what it asks
   * for may depend on those before.
   */
  async with<T>(work: (answer: Answer) => T): Promise<T> {
    const held = new Map<string, RecordSet>()
    for (;;) {
      const open = new Map<string, Select>()
      const made = work((question) => {
        const select = selectOf(question)
        const { key } = select
        const set = held.get(key) ?? this.#known(key)
        if (!set) open.set(key, select)
        else held.set(key, set)
        return set ?? emptySet()
      })
      if (open.size === 0) return made
      for (const [key, set] of await this.#fetched(open)) held.set(key, set)
    }
  }

  /** A set that is known as of the last look. */
  #known(key: string): RecordSet | null {
    const set = this.#kept.get(key)
    if (!set || set.look !== this.#rows.look) return null
    this.#kept.delete(key)
    this.#kept.set(key, set)
    return set
  }

  /** The sets of these questions; what somebody asks for already is waited for. */
  async #fetched(open: ReadonlyMap<string, Select>): Promise<Array<[string, RecordSet]>> {
    const { look } = this.#rows
    const isComing = (key: string) => this.#coming.get(key)?.look === look
    const ours = [...open].filter(([key]) => !isComing(key))
    const answers = ours.length > 0 ? this.#asked(ours, look) : Promise.resolve(new Map())
    for (const [key] of ours) {
      const one: Coming = { look, set: answers.then((sets) => sets.get(key) ?? emptySet()) }
      this.#coming.set(key, one)
      const forget = () => {
        if (this.#coming.get(key) === one) this.#coming.delete(key)
      }
      one.set.then(forget, forget)
    }
    const sets: Array<[string, RecordSet]> = []
    for (const [key, coming] of [...open.keys()].map(
      (key) => [key, this.#coming.get(key)] as const,
    ))
      sets.push([key, (await coming?.set) ?? emptySet()])
    return sets
  }

  /** Asks the server, in one statement: of sets that are known only about the records that changed since. */
  async #asked(
    open: ReadonlyArray<[string, Select]>,
    look: number,
  ): Promise<Map<string, RecordSet>> {
    const values: Value[] = []
    const add = (value: Value) => `$${values.push(value)}`
    const parts = open.map(([key, { sql, values: own }]) => {
      const known = this.#kept.get(key) ?? null
      const changed = known && this.#rows.changedSince(known.look)
      const among = changed ? `AND record = ANY (${add(changed)}::bigint[])` : ''
      return { key, known, changed, sql: sql(own.map(add), among) }
    })
    const { rows } = await this.#askIndex(
      // As one text, which takes a fifth of the time of JSON.
      parts
        .map(
          ({ sql }, n) =>
            `SELECT ${n} AS n, array_agg(record)::text AS records FROM (${sql}) AS s${n}`,
        )
        .join(' UNION ALL '),
      values,
    )
    const found = new Map<string, RecordSet>()
    const records = new Map<number, number[]>(rows.map((row) => [row.n, numbersIn(row.records)]))
    for (const [n, { key, known, changed }] of parts.entries()) {
      const list = records.get(n) ?? []
      const set = known && changed ? changedSet(known, changed, list) : setWith(list)
      this.#keep(key, { ...set, look })
      found.set(key, set)
    }
    return found
  }

  #keep(key: string, set: Kept): void {
    const before = this.#kept.get(key)
    if (before && before.look > set.look) return
    this.#bytes += set.bits.byteLength - (before?.bits.byteLength ?? 0)
    this.#kept.delete(key)
    this.#kept.set(key, set)
    for (const [oldest, { bits }] of this.#kept) {
      if (this.#bytes <= mostBytes) break
      this.#kept.delete(oldest)
      this.#bytes -= bits.byteLength
    }
  }
}

/** The numbers of an array that is written out, "{1,2,3}"; none of null. */
const numbersIn = (array: string | null): number[] =>
  array === null ? [] : JSON.parse(`[${array.slice(1, -1)}]`)
