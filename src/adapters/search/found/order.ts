// The place of what matches in the order: see search/rank.ts.
import type { Asked } from '../asked.ts'
import type { Cursor } from '../cursor.ts'
import { levels } from '../prominent.ts'
import {
  adjacentWords,
  classes,
  mostPaired,
  numbersIn,
  pairsIn,
  pairWeight,
  scoredWords,
  weightsOf,
} from '../rank.ts'
import { marked, titled } from './matching.ts'
import type { Answer } from './questions.ts'
import { eachRecord, either, type RecordSet } from './record-sets.ts'

/** The place of records in the order, by their numbers. */
export type Order = {
  ranks: Uint8Array
  scores: Float64Array
  /** What the scored words were worth. */
  weights: number[]
}

/** Puts what matches a query, `count` records up to the number `until`, in order. */
export function orderOf(
  answer: Answer,
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
  const adjacent = adjacentWords(asked)
  if (adjacent === null) ranks.fill(classes.adjacent)
  else
    raise(
      classes.adjacent,
      answer({
        in: 'text',
        words: adjacent.map(({ folded }) => folded),
        isBeginning: asked.isUnfinished,
      }),
    )
  raise(classes.title, titled(answer, asked))
  raise(classes.marked, marked(answer, asked))
  raise(
    classes.number,
    numbersIn(asked.wanted)
      .map((number) => answer({ in: 'number', number, isBeginning: false }))
      .reduce(either, null),
  )
  const words = scoredWords(asked)
  const byWord = words.map(({ word }) =>
    Array.from({ length: levels }, (_, level) =>
      answer({ in: 'prominent', word, level: level + 1 }),
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
  // Where nothing matches, there is nothing to look at.
  if (forPair > 0 && count > 0)
    for (const words of pairs) score(answer({ in: 'pair', words, asked }), forPair)
  return { ranks, scores, weights }
}
