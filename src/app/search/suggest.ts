// "Có phải bạn muốn tìm: …": mistyped words mended by words of the archive.
import type { SearchHit, SearchTerm, SearchWords } from '../../ports/search.ts'
import type { Store } from '../../ports/store.ts'
import { fold } from '../../text/fold.ts'
import { distanceBetween } from '../../text/statistics.ts'
import { wordsOf } from '../../text/words.ts'
import type { Understood } from './understand.ts'

/** Bounds of the work: words of the archive that are looked at for one word, mendings of one word, words that are mended. */
const mostWordsRead = 5_000
const mostMendings = 12
const mostMended = 3
/** A word in so few documents may be mistyped there as well. */
const fewDocuments = 2
/** So many more documents a mending must be in, where the word is in some. */
const clearlyMore = 10

type Words = Pick<Store, 'wordsLike' | 'countWith'>

/** A word of the archive, and how many letters it is away. */
type Mending = { word: string; distance: number }

/** A word of the query as it was typed, folded, with those beside it. */
type Place = { folded: string; before: string | null; after: string | null }

/**
 * What may have been meant where a query found `total` hits, at most a few; null where nothing better is known. The words that
 * replace others are folded; `inMarks` gives them the marks they have in a document.
 */
export async function mend(
  store: Words,
  { parsed, words }: Understood,
): Promise<Map<string, string> | null> {
  const typed = parsed.parts.filter(({ isExcluded, number }) => !isExcluded && number === null)
  const inOrder = typed.flatMap((part) => part.words.map(({ folded }) => folded))
  const places = inOrder.map((folded, i) => ({
    folded,
    before: inOrder[i - 1] ?? null,
    after: inOrder[i + 1] ?? null,
  }))
  const mended = new Map<string, string>()
  const doubtful = await doubtfulIn(store, places, words.isUnfinished)
  for (const place of doubtful) {
    const best = await bestMending(
      store,
      place,
      new Set(doubtful.map(({ folded }) => folded)),
      inOrder,
    )
    if (best) mended.set(place.folded, best)
  }
  return mended.size > 0 ? mended : null
}

/** Words that no document has, or nearly none; where there is none of these, each may be the wrong one. */
async function doubtfulIn(
  store: Words,
  places: readonly Place[],
  isUnfinished: boolean,
): Promise<Place[]> {
  const ordinary = places.filter(({ folded }) => /^[a-z]{2,20}$/.test(folded))
  const once = ordinary.filter(
    ({ folded }, i) => ordinary.findIndex((p) => p.folded === folded) === i,
  )
  const counts = await Promise.all(
    once.map(({ folded }) => store.countWith(wordsOfTerms([folded]))),
  )
  const counted = once.map((place, i) => ({ place, count: counts[i] ?? 0 }))
  const rare = counted.filter(({ count }) => count <= fewDocuments)
  return (rare.length > 0 || isUnfinished ? rare : counted)
    .sort((a, b) => a.count - b.count)
    .slice(0, mostMended)
    .map(({ place }) => place)
}

/** The mending that most documents have together with the words beside it, else with the other words. */
async function bestMending(
  store: Words,
  { folded, before, after }: Place,
  doubtful: ReadonlySet<string>,
  all: readonly string[],
): Promise<string | null> {
  const mendings = await mendingsOf(store, folded)
  const others = all.filter((word) => !doubtful.has(word))
  const known = (word: string | null): string[] =>
    word !== null && !doubtful.has(word) ? [word] : []
  const beside = [...known(before), folded, ...known(after)]
  const own = await store.countWith(wordsOfTerms([folded]))
  let best: (Mending & { together: number; all: number }) | null = null
  for (const { word, distance } of mendings) {
    const counted = await store.countWith(wordsOfTerms([word, ...others]))
    if (counted === 0 || counted < own * clearlyMore) continue
    const together =
      beside.length > 1
        ? await store.countWith(
            wordsOfTerms([beside.map((w) => (w === folded ? word : w)).join(' ')]),
          )
        : 0
    const one = { word, distance, together, all: counted }
    if (!best || isBetter(one, best)) best = one
  }
  return best?.word ?? null
}

/** What stands beside the same words somewhere is better than what does not; then what is nearer; then what is said more. */
function isBetter(
  a: Mending & { together: number; all: number },
  b: Mending & { together: number; all: number },
): boolean {
  const order =
    Number(b.together > 0) - Number(a.together > 0) ||
    a.distance - b.distance ||
    b.together - a.together ||
    b.all - a.all
  return order < 0
}

/** Words of the archive that are one letter away, or two from a longer word; the nearest first. */
async function mendingsOf(store: Words, word: string): Promise<Mending[]> {
  const most = word.length < 5 ? 1 : 2
  const near: Mending[] = []
  const candidates = await store.wordsLike(
    {
      initials: [...new Set(word.slice(0, 2))],
      shortest: Math.max(2, word.length - most),
      longest: word.length + most,
    },
    mostWordsRead,
  )
  const letters = lettersOf(word)
  for (const candidate of candidates) {
    if (candidate === word || differing(letters, candidate) > 2 * most) continue
    const distance = distanceBetween(word, candidate)
    if (distance <= most) near.push({ word: candidate, distance })
  }
  return near
    .sort((a, b) => a.distance - b.distance || (a.word < b.word ? -1 : 1))
    .slice(0, mostMendings)
}

const letterA = 'a'.charCodeAt(0)

function lettersOf(word: string): Int8Array {
  const counts = new Int8Array(26)
  for (let i = 0; i < word.length; i++) {
    const letter = word.charCodeAt(i) - letterA
    counts[letter] = (counts[letter] ?? 0) + 1
  }
  return counts
}

/** How many letters two words do not share: never more than twice their distance, and quickly told. */
function differing(letters: Int8Array, other: string): number {
  const counts = lettersOf(other)
  let sum = 0
  for (const [i, count] of letters.entries()) sum += Math.abs(count - (counts[i] ?? 0))
  return sum
}

/** Each of these texts as a phrase. */
function wordsOfTerms(texts: readonly string[]): SearchWords {
  const terms = texts.map((text): SearchTerm => {
    const phrase = text.split(' ').map((folded) => ({ folded, key: folded }))
    return { alternatives: [[phrase]], isInTitle: false, isExcluded: false }
  })
  return { terms, isUnfinished: false }
}

/** The query with words replaced, and nothing else of it changed. */
export function replaced(q: string, mended: ReadonlyMap<string, string>): string {
  const text = q.normalize('NFC')
  let out = ''
  let at = 0
  for (const { start, end, text: word } of wordsOf(text)) {
    const by = mended.get(fold(word))
    if (by === undefined) continue
    out += text.slice(at, start) + by
    at = end
  }
  return out + text.slice(at)
}

/** The words as a document has them, where the query was typed with marks. */
export function inMarks(
  q: string,
  mended: ReadonlyMap<string, string>,
  hit: SearchHit | undefined,
): Map<string, string> {
  if (!hit || fold(q) === q.normalize('NFC').toLowerCase()) return new Map(mended)
  const texts = [hit.title ?? '', ...hit.highlights.map(({ text }) => text)]
  const seen = texts.flatMap((text) =>
    wordsOf(text.normalize('NFC')).map((word) => word.text.toLowerCase()),
  )
  return new Map(
    Array.from(mended, ([wrong, right]) => [
      wrong,
      seen.find((word) => fold(word) === right) ?? right,
    ]),
  )
}
