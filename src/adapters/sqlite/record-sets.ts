// The records with words in SQLite, as sets of bits. Those asked for last are remembered: who turns the page, chooses a facet or asks
// for a frequent word again need not wait for its list.
import type { NumberQuestion, Question } from '../search/found/questions.ts'
import {
  addAll,
  emptySet,
  type RecordSet,
  removeFrom,
  setWith,
} from '../search/found/record-sets.ts'
import { pairExpression, phraseExpression } from './expression.ts'
import type { Prepare } from './prepared.ts'
import type { Clock } from './rows.ts'

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

  /** Answers a question. */
  answer(question: Question): RecordSet {
    switch (question.in) {
      case 'text':
        return this.#with('folded_words', phraseExpression(question))
      case 'title':
        return this.#with('folded_words', `{title} : ${phraseExpression(question)}`)
      case 'marked':
        return this.#with('marked_words', phraseExpression(question))
      case 'prominent':
        return this.#with('prominent_words', `{level${question.level}} : "${question.word}"`)
      case 'pair':
        return this.#with('folded_words', pairExpression(question.asked, question.words))
      case 'number':
        return numbered(this.#sql, question)
    }
  }

  /** The records that meet an expression of FTS5. */
  #with(table: string, expression: string): RecordSet {
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
    const set = { ...emptySet(), at: this.#clock.at }
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

/** The records whose own number is this one, or begins so. */
function numbered(sql: Prepare, { number, isBeginning }: NumberQuestion): RecordSet {
  const rows = sql('SELECT record, number FROM record_index WHERE number >= ? AND number <= ?').all(
    number,
    isBeginning ? `${number}\uffff` : number,
  )
  // Nothing is cut within a run of figures.
  const isPart = (found: unknown) =>
    /\p{N}$/u.test(number) && /^\p{N}/u.test(String(found).slice(number.length))
  return setWith(rows.flatMap((row) => (isPart(row.number) ? [] : Number(row.record))))
}
