// Finds dictionary phrases in a text in one pass: a trie over tokens, longest phrase first.
import { keyOf } from './fold.ts'
import { type Token, tokensOf } from './words.ts'

type Node<T> = { next: Map<string, Node<T>>; values: T[] }

export type PhraseMatch<T> = { start: number; end: number; values: T[] }

export type PhraseIndex<T> = {
  /** All phrases in a key text (see `keyOf`), leftmost-longest, not overlapping. Offsets as in the key. */
  findAll(tokens: readonly Token[]): PhraseMatch<T>[]
  /** The longest phrase that starts at this token, or null. */
  longestAt(
    tokens: readonly Token[],
    index: number,
  ): (PhraseMatch<T> & { nextToken: number }) | null
  /** The words that phrases begin with. */
  firstWords(): Iterable<string>
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
      let child = node.next.get(text)
      if (!child) {
        child = { next: new Map(), values: [] }
        node.next.set(text, child)
      }
      node = child
    }
    if (node !== root) node.values.push(value)
  }
  const longestAt = (tokens: readonly Token[], index: number) => {
    let node: Node<T> | undefined = root
    let best: (PhraseMatch<T> & { nextToken: number }) | null = null
    const start = tokens[index]?.start ?? 0
    for (let i = index; i < tokens.length; i++) {
      const tokenAt: Token | undefined = tokens[i]
      if (!tokenAt) break
      node = node?.next.get(tokenAt.text)
      if (!node) break
      if (node.values.length > 0)
        best = { start, end: tokenAt.end, values: node.values, nextToken: i + 1 }
    }
    return best
  }
  return {
    longestAt,
    firstWords: () => root.next.keys(),
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
