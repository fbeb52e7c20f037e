// The place of what matches in the order, and what it must have besides its words, in SQLite.
import type { FacetField, SearchCondition } from '../../ports/search.ts'
import { numberStartOf } from '../../text/number-key.ts'
import type { Asked } from '../search/asked.ts'
import type { Cursor } from '../search/cursor.ts'
import { levels } from '../search/prominent.ts'
import {
  classes,
  mostPaired,
  numbersIn,
  pairsIn,
  pairWeight,
  scoredWords,
  weightsOf,
} from '../search/rank.ts'
import { adjacentExpression, pairExpression } from './expression.ts'
import { valuesAskedFor } from './facets.ts'
import { marked, titled } from './matching.ts'
import type { Prepare } from './prepared.ts'
import { eachRecord, type RecordSet, type RecordSets } from './record-sets.ts'

/** The place of records in the order, by their numbers. */
export type Order = {
  ranks: Uint8Array
  scores: Float64Array
  /** What the scored words were worth. */
  weights: number[]
}

/** Puts what matches a query, `count` records, in order: see search/rank.ts. */
export function orderOf(
  sql: Prepare,
  sets: RecordSets,
  asked: Asked,
  count: number,
  until: number,
  cursor: Cursor | null,
): Order {
  const ranks = new Uint8Array(until + 1)
  const scores = new Float64Array(until + 1)
  if (asked.wanted.length === 0) return { ranks, scores, weights: [] }
  const raise = (by: number, records: RecordSet | null) => {
    if (records)
      eachRecord(records, until, (record) => {
        ranks[record] = (ranks[record] ?? 0) + by
      })
  }
  const adjacent = adjacentExpression(asked)
  if (adjacent === null) ranks.fill(classes.adjacent)
  else raise(classes.adjacent, sets.with('folded_words', adjacent))
  raise(classes.title, titled(sets, asked))
  raise(classes.marked, marked(sets, asked))
  for (const number of numbersIn(asked.wanted))
    for (const { record } of sql('SELECT record FROM record_index WHERE number = ?').all(number))
      if (Number(record) <= until && (ranks[Number(record)] ?? 0) < classes.number)
        ranks[Number(record)] = (ranks[Number(record)] ?? 0) + classes.number
  const words = scoredWords(asked)
  const byWord = words.map(({ word }) =>
    Array.from({ length: levels }, (_, level) =>
      sets.with('prominent_words', `{level${level + 1}} : "${word}"`),
    ),
  )
  const pairs = pairsIn(asked)
  const isPaired = pairs.length > 0 && count <= mostPaired
  const weights = cursor?.weights ?? [
    ...weightsOf(
      words,
      byWord.map(([first]) => first?.count ?? 0),
    ),
    isPaired ? pairWeight : 0,
  ]
  const score = (records: RecordSet, weight: number) =>
    eachRecord(records, until, (record) => {
      scores[record] = (scores[record] ?? 0) + weight
    })
  for (const [i, byLevel] of byWord.entries())
    for (const records of byLevel) score(records, weights[i] ?? 0)
  const forPair = weights[words.length] ?? 0
  if (forPair > 0)
    for (const pair of pairs) score(sets.with('folded_words', pairExpression(asked, pair)), forPair)
  return { ranks, scores, weights }
}

/** What a record must have besides its words. */
export type Filters = {
  /** Bits of a facet value, by its number: which of the filters ask for it. */
  bits: Uint32Array
  /** Bits that must be there, and bits that must not be. */
  required: number
  forbidden: number
  /** Bits of which one may be missing: those of the selections, by the place of their field. */
  selections: Array<{ bit: number; field: FacetField }>
  /** Records that may be shown; null where all may. */
  only: Set<number> | null
  except: Set<number>
}

/** Reads which facet values are asked for; `size` is how many numbers of values there may be. */
export function readFilters(sql: Prepare, asked: Asked, size: number): Filters {
  const bits = new Uint32Array(size)
  const filters: Filters = {
    bits,
    required: 0,
    forbidden: 0,
    selections: [],
    only: null,
    except: new Set(),
  }
  let next = 0
  const bitFor = (field: string, values: readonly string[]): number => {
    const bit = 2 ** next++
    for (const id of valuesAskedFor(sql, field, values))
      if (id < size) bits[id] = ((bits[id] ?? 0) | bit) >>> 0
    return bit
  }
  for (const { field, values } of asked.selections)
    filters.selections.push({ bit: bitFor(field, values), field })
  for (const { field, values, isExcluded } of asked.conditions) {
    if (field === 'number') {
      const records = values.flatMap((value) => recordsNumbered(sql, value))
      if (isExcluded) for (const record of records) filters.except.add(record)
      else filters.only = new Set(records.filter((r) => !filters.only || filters.only.has(r)))
      continue
    }
    const bit = bitFor(field, values)
    if (isExcluded) filters.forbidden = (filters.forbidden | bit) >>> 0
    else filters.required = (filters.required | bit) >>> 0
  }
  return filters
}

/** The records whose own number is this one, or begins so. */
function recordsNumbered(sql: Prepare, number: SearchCondition['values'][number]): number[] {
  const key = numberStartOf(number)
  if (key === '') return []
  return sql('SELECT record, number FROM record_index WHERE number >= ? AND number < ?')
    .all(key, `${key}\uffff`)
    .filter(
      ({ number: found }) =>
        !/\p{N}$/u.test(key) || !/^\p{N}/u.test(String(found).slice(key.length)),
    )
    .map(({ record }) => Number(record))
}
