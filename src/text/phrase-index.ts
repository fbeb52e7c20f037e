// Finds dictionary phrases in a text in one pass: a trie over tokens, longest phrase first.
import { keyOf } from './fold.ts'
import { enter } from './vocabulary.ts'
import { type Token, tokensOf } from './words.ts'

/** What follows the words so far, by the number of the next word, and what these words stand for. */
type Node<T> = { next: Map<number, Node<T>>; values: T[] }

export type PhraseMatch<T> = { start: number; end: number; values: T[] }

export type PhraseIndex<T> = {
  /** All phrases in a key text (see `keyOf`), leftmost-longest, not overlapping. Offsets as in the key. */
  findAll(tokens: readonly Token[]): PhraseMatch<T>[]
  /** Where among words a phrase may begin; the words as their numbers (see `Token`). */
  beginnings(wordNumbers: Int32Array): number[]
  /** The longest phrase that starts at this token, or null. */
  longestAt(
    tokens: readonly Token[],
    index: number,
  ): (PhraseMatch<T> & { nextToken: number }) | null
  /** Whether a phrase begins with this word. */
  begins(token: Token): boolean
  /** What a phrase stands for, whatever its case and tone style; empty where unknown. */
  get(phrase: string): T[]
}

/** Builds an index of phrases; one phrase may carry several values. */
export function phraseIndexOf<T>(
  entries: Iterable<readonly [phrase: string, value: T]>,
): PhraseIndex<T> {
  const root: Node<T> = { next: new Map(), values: [] }
  for (const [phrase, value] of entries) {
    let node = root
    for (const { text } of tokensOf(keyOf(normalisePhrase(phrase)))) {
      const word = enter(text)
      let child = node.next.get(word)
      if (!child) {
        child = { next: new Map(), values: [] }
        node.next.set(word, child)
      }
      node = child
    }
    if (node !== root) node.values.push(value)
  }
  // Most tokens begin no phrase: an array says so at once.
  const highest = Math.max(0, ...root.next.keys())
  const first = Array.from({ length: highest + 1 }, (_, word) => root.next.get(word))
  const begins = Uint8Array.from(first, (node) => (node ? 1 : 0))
  const longestAt = (tokens: readonly Token[], index: number) => {
    const token = tokens[index]
    let node = token && first[token.number]
    if (!token || !node) return null
    let best: (PhraseMatch<T> & { nextToken: number }) | null = null
    let end = token.end
    for (let next = index + 1; ; next++) {
      if (node.values.length > 0)
        best = { start: token.start, end, values: node.values, nextToken: next }
      const following = tokens[next]
      node = following && node.next.get(following.number)
      if (!following || !node) return best
      end = following.end
    }
  }
  return {
    longestAt,
    begins: (token) => first[token.number] !== undefined,
    findAll(tokens) {
      const found: PhraseMatch<T>[] = []
      for (let i = 0; i < tokens.length; ) {
        const match = longestAt(tokens, i)
        if (match) {
          found.push({ start: match.start, end: match.end, values: match.values })
          i = match.nextToken
        } else i++
      }
      return found
    },
    beginnings(wordNumbers) {
      const found: number[] = []
      for (let i = 0; i < wordNumbers.length; i++)
        if (begins[wordNumbers[i] ?? 0] === 1) found.push(i)
      return found
    },
    get(phrase) {
      const tokens = tokensOf(keyOf(normalisePhrase(phrase)))
      const match = longestAt(tokens, 0)
      return match && match.nextToken === tokens.length ? match.values : []
    },
  }
}

/** NFC with plain dashes, as the view has them. */
function normalisePhrase(phrase: string): string {
  return phrase.normalize('NFC').replace(/[\u2010-\u2015\u2212]/g, '-')
}
