// Counts work instead of measuring time: characters that patterns and searches in strings run over, items that array methods
// are called on, and look-ups in dictionaries. What a machine's speed or load cannot change.
import type { Lexicon } from '../../src/lexicon/lexicon.ts'
import type { PhraseIndex } from '../../src/text/phrase-index.ts'

let work = 0

const searches = ['indexOf', 'lastIndexOf', 'includes', 'split'] as const
const arrayMethods = [
  'every',
  'filter',
  'find',
  'findIndex',
  'findLast',
  'flatMap',
  'forEach',
  'includes',
  'indexOf',
  'map',
  'reduce',
  'slice',
  'some',
] as const

type Method = (...parameters: unknown[]) => unknown

/** Runs `use` with the counters in place; gives the work it did. Whatever happens, the counters are taken out again. */
export function workOf(use: () => void): number {
  const putBack: Array<() => void> = []
  const replace = (prototype: object, name: string, make: (original: Method) => Method) => {
    const descriptor = Object.getOwnPropertyDescriptor(prototype, name)
    if (!descriptor) throw new Error(`There is no ${name} to count.`)
    Object.defineProperty(prototype, name, { ...descriptor, value: make(descriptor.value) })
    putBack.push(() => Object.defineProperty(prototype, name, descriptor))
  }
  // With another `exec`, matchAll, replace, test and split all go through it.
  replace(
    RegExp.prototype,
    'exec',
    (original) =>
      function (this: RegExp, text: unknown) {
        const from = this.global || this.sticky ? this.lastIndex : 0
        const match = original.call(this, text) as RegExpExecArray | null
        const reached = match
          ? match.index + match[0].length
          : this.sticky
            ? from
            : String(text).length
        work += 1 + Math.max(0, reached - from)
        return match
      },
  )
  for (const name of searches)
    replace(
      String.prototype,
      name,
      (original) =>
        function (this: string, ...parameters) {
          const found = original.apply(this, parameters)
          const from = typeof parameters[1] === 'number' ? parameters[1] : 0
          const reached = name === 'indexOf' && Number(found) >= 0 ? Number(found) : this.length
          work += 1 + Math.max(0, reached - from)
          return found
        },
    )
  for (const name of arrayMethods)
    replace(
      Array.prototype,
      name,
      (original) =>
        function (this: unknown[], ...parameters) {
          const result = original.apply(this, parameters)
          work += name === 'slice' ? (result as unknown[]).length : this.length
          return result
        },
    )
  work = 0
  try {
    use()
    return work
  } finally {
    for (const back of putBack) back()
  }
}

/** The lexicon with its phrase indexes counted: a look-up is as much work as the tokens it reads. */
export function countedLexicon(lexicon: Lexicon): Lexicon {
  const wrap = <T>(index: PhraseIndex<T>): PhraseIndex<T> => ({
    begins: index.begins,
    beginnings: (wordNumbers) => {
      work += wordNumbers.length
      return index.beginnings(wordNumbers)
    },
    get: (phrase) => {
      work += phrase.length
      return index.get(phrase)
    },
    longestAt: (tokens, at) => {
      const found = index.longestAt(tokens, at)
      work += found ? found.nextToken - at : 1
      return found
    },
    findAll: (tokens) => {
      work += tokens.length
      return index.findAll(tokens)
    },
  })
  const isIndex = (value: unknown): boolean =>
    typeof value === 'object' && value !== null && 'longestAt' in value
  const counted = Object.entries(lexicon).map(([name, value]) => {
    if (isIndex(value)) return [name, wrap(value as unknown as PhraseIndex<unknown>)]
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [name, value]
    if (value instanceof Map || value instanceof Set) return [name, value]
    const inner = Object.entries(value).map(([key, one]) => [
      key,
      isIndex(one) ? wrap(one as PhraseIndex<unknown>) : one,
    ])
    return [name, Object.fromEntries(inner)]
  })
  return Object.fromEntries(counted) as Lexicon
}
