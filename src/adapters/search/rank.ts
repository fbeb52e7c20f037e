// The order of hits, the same in every database: first by class, then by score, then the newest, then by id.
//
// The class says what of the query a document meets: 8 its own number is in the query, 4 it has the marks as typed, 2 the title has
// all words, 1 the words stand one after the other. The score says how much it is about the words (see prominent.ts), each
// weighed by how few documents are about it, and how many of them stand beside each other as they were typed: most Vietnamese
// words are two syllables.
//
// Class, levels and pairs of a document do not depend on others. What they are worth does: that is reckoned for the first page and
// stands in the cursor, so that every page behind it is of the same order, whatever came in meanwhile.
import type { SearchTerm, SearchWord } from '../../ports/search.ts'
import { numberKeyOf } from '../../text/number-key.ts'
import type { Asked } from './asked.ts'

export const classes = { number: 8, marked: 4, title: 2, adjacent: 1 } as const

/** A word that the score is reckoned from, and how much of its weight one level of it is worth. */
export type ScoredWord = { word: string; share: number }

/** The share of a word that is one thing asked for by itself; the words of a phrase divide it. */
const wholeShare = 12
const mostScoredWords = 12
/** Words of the longest number: "123/2020/TTLT-BGDĐT-BTC-BNV". */
const mostNumberWords = 8

/** What two words are worth that stand beside each other, where so few documents match that they can be looked at. */
export const pairWeight = 240
export const mostPaired = 2_000
const mostPairs = 8

/** Words typed beside each other that may stand apart, as phrases of two. */
export function pairsIn({ wanted, isUnfinished }: Asked): Array<[string, string]> {
  const places = wanted.flatMap(({ alternatives }, term) =>
    (alternatives[0] ?? []).flatMap((phrase, at) =>
      phrase.map(({ folded }) => ({
        folded,
        phrase: `${term} ${at}`,
        isOneWay: alternatives.length === 1,
      })),
    ),
  )
  // Of the last word there may be only the beginning.
  if (isUnfinished) places.pop()
  const pairs = new Map<string, [string, string]>()
  for (const [i, one] of places.entries()) {
    const next = places[i + 1]
    if (!next || one.phrase === next.phrase || !one.isOneWay || !next.isOneWay) continue
    pairs.set(`${one.folded} ${next.folded}`, [one.folded, next.folded])
  }
  return [...pairs.values()].slice(0, mostPairs)
}

/** The words typed with marks, of what is written in one way only: an abbreviation has no marks. */
export function markedWords({
  wanted,
  isUnfinished,
}: Asked): Array<{ key: string; isBeginning: boolean }> {
  return wanted.flatMap(({ alternatives }, at) => {
    if (alternatives.length > 1) return []
    const words = alternatives[0]?.flat() ?? []
    return words.flatMap(({ key, folded }, place) =>
      key === folded
        ? []
        : [
            {
              key,
              isBeginning: isUnfinished && at === wanted.length - 1 && place === words.length - 1,
            },
          ],
    )
  })
}

/** All words as typed in one phrase; null where one phrase was asked for, or only phrases: whoever quotes says what belongs together. */
export function adjacentWords({ wanted }: Asked): SearchWord[] | null {
  const phrases = wanted.flatMap(({ alternatives }) => alternatives[0] ?? [])
  return phrases.length < 2 || phrases.every((phrase) => phrase.length > 1) ? null : phrases.flat()
}

/** The words as typed, in order. */
export const typedWords = (terms: readonly SearchTerm[]): SearchWord[] =>
  terms.flatMap(({ alternatives }) => alternatives[0]?.flat() ?? [])

/** The words that are scored, each once, at most twelve. */
export function scoredWords({ wanted, isUnfinished }: Asked): ScoredWord[] {
  const shares = new Map<string, number>()
  for (const [at, { alternatives }] of wanted.entries())
    for (const [which, phrases] of alternatives.entries()) {
      const words = phrases.flat()
      for (const [place, { folded }] of words.entries()) {
        const isBeginning =
          isUnfinished && at === wanted.length - 1 && which === 0 && place === words.length - 1
        if (isBeginning) continue
        const share = Math.max(1, Math.floor(wholeShare / words.length))
        shares.set(folded, Math.max(shares.get(folded) ?? 0, share))
      }
    }
  return Array.from(shares, ([word, share]) => ({ word, share })).slice(0, mostScoredWords)
}

/** What one level of each word is worth, of how many documents have it at level 1. */
export function weightsOf(words: readonly ScoredWord[], counts: readonly number[]): number[] {
  const most = Math.max(1, ...counts)
  return words.map(({ share }, i) => {
    const rarity = Math.floor((4 * most) / Math.max(1, counts[i] ?? 0))
    // The length of the number in bits: the logarithm, in whole numbers.
    return share * (32 - Math.clz32(rarity))
  })
}

/** The keys of numbers that may be meant by words of the query. */
export function numbersIn(terms: readonly SearchTerm[]): string[] {
  const words = typedWords(terms).map(({ folded }) => folded)
  const keys = new Set<string>()
  for (const [start, word] of words.entries()) {
    if (!/^\p{N}/u.test(word)) continue
    for (let end = start + 1; end <= Math.min(words.length, start + mostNumberWords); end++) {
      const key = numberKeyOf(words.slice(start, end).join('-'))
      if (key) keys.add(key)
    }
  }
  return [...keys]
}
