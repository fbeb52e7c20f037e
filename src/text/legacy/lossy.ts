// Finds Vietnamese text that has lost letters for good: "CNG HA X HI CH NGHA", "C?ng h?a x? h?i", "Cong hoa xa hoi chu
// nghia". Such text is flagged and never guessed at.
import { isSyllable } from '../syllable.ts'

/**
 * `dropped`: letters are missing. `replaced`: "?" or U+FFFD stands for them. `unmarked`: the marks are missing. `misread`: a
 * scan was read by a program that knows no Vietnamese, "HQi C6ng chimg vi6n".
 */
export type Loss = 'dropped' | 'replaced' | 'unmarked' | 'misread'

/** Words; not the tail of "don't". */
const wordRun = /(?<![\p{L}\p{M}'’])[\p{L}\p{M}]+/gu
const leastWords = 6
/** Only this much is looked at: a file loses its letters everywhere or nowhere. */
const sampleUnits = 20_000

const replacedLetter = /(?<=[\p{L}])[?\uFFFD]+(?=\p{L})|\uFFFD+(?=\p{L})|(?<=\p{L})\uFFFD+/gu
/** A Vietnamese syllable without its vowels: "cng", "nhn", "ch", "x". */
const skeleton = /^(?:(?:ngh|ng|nh|gh|kh|ph|th|tr|ch|[bcdghklmnqrstvx])(?:ng|nh|ch|[cmnpt])?)$/i
/** Skeletons that are units or abbreviations. */
const notSkeletons = new Set(
  ['mm', 'cm', 'km', 'kg', 'tp', 'pm', 'st', 'sp', 'tt', 'ht', 'nt', 'ct', 'lt', 'tr'].concat([
    'm',
    'g',
    't',
    's',
    'l',
  ]),
)
export const typical = /^(?:ngh|ng|nh|kh|tr|gi|qu|ph|ch)|(?:nh|ng|ch)$/i

/** What Vietnamese text has lost, or null: whole Vietnamese, other languages, too little to tell. */
export function lossOf(text: string): Loss | null {
  const sample = text.length > sampleUnits ? text.slice(0, sampleUnits) : text
  const twoMarks = sample.match(/[\u1EA0-\u1EF9]/g)?.length ?? 0
  // Whole Vietnamese has a letter with two marks, or a hook, or a dot below, in every other word.
  if (twoMarks * 50 > sample.length) return null
  const words = Array.from(sample.matchAll(wordRun), ([word]) => word)
  if (words.length < leastWords) return null
  if (sample.includes('?') || sample.includes('\uFFFD')) {
    const replaced = sample.match(replacedLetter)?.length ?? 0
    // Addresses of pages have a "?" between letters as well, but not in every sixth word.
    if (replaced >= 3 && replaced * 6 >= words.length - replaced) return 'replaced'
  }
  const skeletons = words.filter(
    (word) => skeleton.test(word) && !notSkeletons.has(word.toLowerCase()),
  )
  const bare = words.filter((word) => word.length >= 2 && couldBeSyllable(word))
  if (isMisread(sample, words, bare.length)) return 'misread'
  if (
    skeletons.length * 4 >= words.length &&
    new Set(skeletons.map((word) => word.toLowerCase())).size >= 3 &&
    (skeletons.length + bare.length) * 10 >= words.length * 7
  )
    return 'dropped'
  const long = words.filter((word) => word.length >= 2)
  if (
    long.length >= 8 &&
    bare.length >= long.length * 0.9 &&
    bare.filter((word) => typical.test(word)).length * 6 >= long.length &&
    !long.some((word) => /[^\u0000-\u007F]/.test(word))
  )
    return 'unmarked'
  return null
}

/** A digit or a capital among small letters: "C6ng", "HQi", "vi6n". Not "Covid19", "H5N1", "iPhone". */
const oddWord =
  /^(?:\p{L}{1,5}[0-9$]\p{L}{0,3}|[0-9]\p{Ll}{2,4}|\p{Lu}?\p{Ll}{1,4}[A-Z]\p{Ll}{0,2}|[A-Z]{2}\p{Ll}{1,2})$/u
const leastMisread = 30

function isMisread(sample: string, words: readonly string[], couldBe: number): boolean {
  if (
    words.length < leastMisread ||
    (sample.match(/[\u1EA0-\u1EF9]/g)?.length ?? 0) * 100 > words.length
  )
    return false
  const mixed = sample.match(/[\p{L}\p{N}$]+/gu) ?? []
  const odd = mixed.filter((one) => oddWord.test(one) && !/^[A-Z][a-z]+$/.test(one)).length
  const english = words.filter((one) => /^(?:the|of|and|is|for|with|from)$/i.test(one)).length
  return odd * 15 >= mixed.length && couldBe * 4 >= words.length && english * 50 <= words.length
}

const forms: Readonly<Record<string, readonly string[]>> = {
  a: ['a', 'ă', 'â'],
  e: ['e', 'ê'],
  o: ['o', 'ô', 'ơ'],
  u: ['u', 'ư'],
  d: ['d', 'đ'],
}
const couldBe = new Map<string, boolean>()

/** Whether marks can make a syllable of an unmarked word: "hoi" (hội), "nghia" (nghĩa); not "conference". */
export function couldBeSyllable(word: string): boolean {
  const lower = word.toLowerCase()
  const known = couldBe.get(lower)
  if (known !== undefined) return known
  let variants = lower.length <= 7 ? [''] : []
  for (const letter of variants.length > 0 ? lower : '')
    variants = variants.flatMap((variant) =>
      (forms[letter] ?? [letter]).map((form) => variant + form),
    )
  const found = variants.some((variant) => isSyllable(variant) || isSyllable(withAcute(variant)))
  if (couldBe.size > 20_000) couldBe.clear()
  couldBe.set(lower, found)
  return found
}

/** The acute on the last vowel letter: enough for stop codas, which need a tone. */
function withAcute(word: string): string {
  return word.replace(/([aăâeêioôơuưy])(?=[^aăâeêioôơuưy]*$)/, '$1\u0301').normalize('NFC')
}
