// Counts the phrases of a text that are used more than once, from two words up. A phrase comes again only where what it
// begins with does: so words are counted first, then a second word is looked at where the first came twice, and so on.
//
// Words and phrases are numbers and their counts stand in typed arrays: an object for every phrase that a text could hold
// costs more than counting.

export type Phrase = {
  /** Index of its first word where it stands first, and of how many words it is. */
  start: number
  length: number
  uses: number
  /** How many paragraphs hold it, and the last one that was counted. */
  paragraphs: number
  lastParagraph: number
  /** Of the longer phrases it stands in: the uses of the most used one, the sum of their uses, how many they are. */
  longer: { most: number; sum: number; phrases: number }
}

/** What a word may do: no phrase holds it; phrases hold it, but none begins or ends with it; a phrase may end with it. */
export const part = { outside: 0, inside: 1, end: 2 } as const
export type Part = (typeof part)[keyof typeof part]

/**
 * All phrases of two words to `longest` that come twice or more. Linear in the words.
 * `words`: their numbers in order, 0 at the end of a clause. `paragraphOf`: the paragraph of each of them.
 * `parts`: what a word may do, by its number.
 */
export function countPhrases(
  words: Int32Array,
  paragraphOf: Int32Array,
  parts: readonly Part[],
  longest: number,
): Phrase[] {
  const phrases: Phrase[] = []
  /** By length less two: the phrase that begins at a word, as its index in `phrases` plus one; 0 where none does. */
  const beginning: Int32Array[] = []
  /** What begins at a word: first the word itself, then its phrase, as a number among those of the same length. */
  const numberAt = words.slice()
  /** Where phrases begin that come twice: the first `count` of these. */
  const places = new Int32Array(words.length)
  let count = 0
  for (let place = 0; place < words.length; place++)
    if (parts[words[place] ?? 0] === part.end) places[count++] = place
  count = keepRepeated(places, count, numberAt, parts.length)
  for (let length = 2; length <= longest && count > 0; length++) {
    const numbers = new PairNumbers(count)
    let grown = 0
    for (let i = 0; i < count; i++) {
      const place = places[i] ?? 0
      const last = words[place + length - 1] ?? 0
      if (parts[last] === part.outside) continue
      numberAt[place] = numbers.of(numberAt[place] ?? 0, last)
      places[grown++] = place
    }
    count = keepRepeated(places, grown, numberAt, numbers.size)
    const begins = new Int32Array(words.length)
    const indexes = new Int32Array(numbers.size)
    for (let i = 0; i < count; i++) {
      const place = places[i] ?? 0
      if (parts[words[place + length - 1] ?? 0] !== part.end) continue
      const number = numberAt[place] ?? 0
      const index = indexes[number] || phrases.push(newPhrase(place, length))
      indexes[number] = index
      begins[place] = index
      const phrase = phrases[index - 1]
      if (phrase) countUse(phrase, paragraphOf[place] ?? 0)
    }
    beginning.push(begins)
  }
  noteLongerUses(phrases, beginning)
  return phrases
}

const newPhrase = (start: number, length: number): Phrase => ({
  start,
  length,
  uses: 0,
  paragraphs: 0,
  lastParagraph: -1,
  longer: { most: 0, sum: 0, phrases: 0 },
})

function countUse(phrase: Phrase, paragraph: number): void {
  phrase.uses++
  if (phrase.lastParagraph !== paragraph) phrase.paragraphs++
  phrase.lastParagraph = paragraph
}

/** Keeps of the first `count` places those whose number (below `size`) is that of another one, too; gives how many they are. */
function keepRepeated(
  places: Int32Array,
  count: number,
  numberAt: Int32Array,
  size: number,
): number {
  const uses = new Int32Array(size)
  for (let i = 0; i < count; i++) {
    const number = numberAt[places[i] ?? 0] ?? 0
    uses[number] = (uses[number] ?? 0) + 1
  }
  let kept = 0
  for (let i = 0; i < count; i++) {
    const place = places[i] ?? 0
    if ((uses[numberAt[place] ?? 0] ?? 0) > 1) places[kept++] = place
  }
  return kept
}

/**
 * Gives pairs of whole numbers a number each, in the order they come, from 0. A table with open addresses in typed arrays:
 * a Map needs one key for both and is several times slower.
 */
class PairNumbers {
  size = 0
  readonly #slots: Int32Array
  readonly #firsts: Int32Array
  readonly #seconds: Int32Array

  /** `most`: how many different pairs there may be. */
  constructor(most: number) {
    let room = 16
    while (room < most * 2) room *= 2
    this.#slots = new Int32Array(room)
    this.#firsts = new Int32Array(most)
    this.#seconds = new Int32Array(most)
  }

  of(a: number, b: number): number {
    const slots = this.#slots
    let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35)
    for (let slot = hash >>> 7; ; slot++) {
      slot &= slots.length - 1
      const known = (slots[slot] ?? 0) - 1
      if (known < 0) {
        this.#firsts[this.size] = a
        this.#seconds[this.size] = b
        slots[slot] = ++this.size
        return this.size - 1
      }
      if (this.#firsts[known] === a && this.#seconds[known] === b) return known
    }
  }
}

/** A piece that nearly always stands in one longer phrase is a fragment: "dục và đào" of "giáo dục và đào tạo". */
function noteLongerUses(phrases: readonly Phrase[], beginning: readonly Int32Array[]): void {
  for (const { start, length, uses } of phrases)
    for (let from = 0; from < length; from++)
      for (let size = 2; from + size <= length && size < length; size++) {
        const piece = phrases[(beginning[size - 2]?.[start + from] ?? 0) - 1]
        if (!piece) continue
        piece.longer.most = Math.max(uses, piece.longer.most)
        piece.longer.sum += uses
        piece.longer.phrases++
      }
}
