// The words of all dictionaries, numbered: tokens carry the number, so that a dictionary looks up a number in a table where it
// would have to hash and compare a string, millions of times. Filled while dictionaries are indexed; a text adds nothing.

const words: string[] = ['']
/** The hash of each word, by its number. */
const hashes: number[] = [0]
/** Number of a word at its hash or, where that place is taken, at the next free one; 0 for a free place. */
let slots = new Uint32Array(1024)

/** One step of a word's hash: from that of the word without its last unit. */
export const hashUnit = (hash: number, code: number): number => (Math.imul(hash, 31) + code) | 0

/** How many numbers there are, 0 among them. */
export const countNumbers = (): number => words.length

/** The word with a number; '' for 0. The same string each time, whose hash is known. */
export const wordAt = (number: number): string => words[number] ?? ''

/** The number of the word in text[start, end), whose hash is given; 0 for a word of no dictionary. */
export function numberOf(text: string, start: number, end: number, hash: number): number {
  for (let slot = spread(hash); ; slot++) {
    slot &= slots.length - 1
    const number = slots[slot] ?? 0
    if (number === 0) return 0
    if (hashes[number] === hash && isAt(text, start, end, wordAt(number))) return number
  }
}

/** Adds a word, where it is not known; gives its number. */
export function enter(word: string): number {
  const hash = hashOf(word, 0, word.length)
  const known = numberOf(word, 0, word.length, hash)
  if (known > 0) return known
  if (words.length * 4 > slots.length) {
    slots = new Uint32Array(slots.length * 2)
    for (let number = 1; number < words.length; number++) put(number)
  }
  words.push(word)
  hashes.push(hash)
  put(words.length - 1)
  return words.length - 1
}

/** The hash of text[start, end). */
export function hashOf(text: string, start: number, end: number): number {
  let hash = 0
  for (let i = start; i < end; i++) hash = hashUnit(hash, text.charCodeAt(i))
  return hash
}

/** Words of like letters have like hashes; their places should lie apart. */
const spread = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> 8

function put(number: number): void {
  let slot = spread(hashes[number] ?? 0) & (slots.length - 1)
  while (slots[slot]) slot = (slot + 1) & (slots.length - 1)
  slots[slot] = number
}

function isAt(text: string, start: number, end: number, word: string): boolean {
  if (end - start !== word.length) return false
  for (let i = 0; i < word.length; i++)
    if (text.charCodeAt(start + i) !== word.charCodeAt(i)) return false
  return true
}
