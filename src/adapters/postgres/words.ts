// Words as PostgreSQL's tsvector and tsquery hold them, written out by us so that no configuration of the server has a say:
//
//   tsvectorsOf(['thi dua', 'thi'])   →  "'thi':1 'dua':2 'thi':4"    (no phrase goes from one field to the next)
//   tsqueryOf(['thi', 'du'], true)    →  "'thi' <-> 'du':*"           (the last one unfinished)
import { createHash } from 'node:crypto'

/** Most words of a phrase, so that many are repeated from row to row. `parseQuery` gives no more. */
const longestPhrase = 64
/** A tsvector keeps places up to 16,383, and 255 of one word. */
const mostPlaces = 16_000
const mostOfOneWord = 250
/** A tsvector holds 1 MB; a word in it takes a little more than its own bytes. */
const mostBytes = 400_000
/** A word in a tsvector, and a value in a GIN index, may have 2,046 bytes. */
const longestWordBytes = 1_000
const keptOfLongWord = 100

/** A word as it is indexed: one that is too long as its beginning and its SHA-256. */
export function indexedWord(word: string): string {
  // A UTF-16 unit has at most three bytes of UTF-8.
  if (word.length * 3 <= longestWordBytes || Buffer.byteLength(word) <= longestWordBytes)
    return word
  const start = word.slice(0, keptOfLongWord).toWellFormed()
  return `${start}~${createHash('sha256').update(word).digest('hex')}`
}

/**
 * The tsvectors, with places, of fields of words parted by spaces: one, or several for a long text, each beginning with the
 * last words of the one before.
 */
export function* tsvectorsOf(fields: readonly string[]): Generator<string> {
  /** Null is a place without a word. */
  let places: Array<string | null> = []
  let counts = new Map<string, number>()
  let bytes = 0
  let isNew = false
  const add = (lexeme: string | null) => {
    places.push(lexeme)
    if (lexeme === null) return
    counts.set(lexeme, (counts.get(lexeme) ?? 0) + 1)
    bytes += Buffer.byteLength(lexeme) + 4
  }
  for (const field of fields) {
    if (places.length > 0) add(null)
    for (const word of eachWord(field)) {
      const lexeme = quoted(indexedWord(word))
      const full =
        places.length >= mostPlaces ||
        bytes >= mostBytes ||
        (counts.get(lexeme) ?? 0) >= mostOfOneWord
      if (full && isNew) {
        yield placed(places)
        const repeated = places.slice(-(longestPhrase - 1))
        places = []
        counts = new Map()
        bytes = 0
        isNew = false
        for (const again of repeated) add(again)
      }
      add(lexeme)
      isNew = true
    }
  }
  if (isNew) yield placed(places)
}

/** The tsvectors, without places, of a set of words parted by spaces. */
export function* wordSetsOf(words: string): Generator<string> {
  let lexemes: string[] = []
  let bytes = 0
  for (const word of eachWord(words)) {
    const lexeme = quoted(indexedWord(word))
    lexemes.push(lexeme)
    bytes += Buffer.byteLength(lexeme) + 4
    if (bytes < mostBytes) continue
    yield lexemes.join(' ')
    lexemes = []
    bytes = 0
  }
  if (lexemes.length > 0) yield lexemes.join(' ')
}

/** The tsquery of words that stand one after the other; of the last one perhaps only the beginning. */
export function tsqueryOf(words: readonly string[], unfinished: boolean): string {
  const phrase = words.map((word) => quoted(indexedWord(word))).join(' <-> ')
  return unfinished ? `${phrase}:*` : phrase
}

const placed = (places: ReadonlyArray<string | null>) =>
  places
    .map((lexeme, index) => (lexeme === null ? '' : `${lexeme}:${index + 1}`))
    .filter(Boolean)
    .join(' ')

const quoted = (word: string) => `'${word.replace(/['\\]/g, '$&$&')}'`

/** Words between spaces, one by one: a long text has millions. */
function* eachWord(words: string): Generator<string> {
  let start = 0
  while (start < words.length) {
    const space = words.indexOf(' ', start)
    const end = space === -1 ? words.length : space
    if (end > start) yield words.slice(start, end)
    start = end + 1
  }
}
