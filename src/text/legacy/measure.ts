// Compares a text with what a decoder makes of it, word by word: "Céng hßa" has no valid syllable, "Cộng hòa" two.
import { isMarkedSyllable, isSyllable } from '../syllable.ts'
import { partsOf, placeTone } from '../tone.ts'
import { isCommonSyllable } from './common-syllables.ts'
import type { Decoded } from './decoded.ts'

export type Measure = {
  /** Words that decoding changes or that have letters beyond ASCII, without abbreviations and words with digits. */
  marked: number
  /** How many of these are valid syllables before and after decoding. */
  validBefore: number
  validAfter: number
  /** How many of these decoding changes, and how many it makes valid. */
  touched: number
  gained: number
  /** How many of the changed words are everyday syllables before and after. */
  commonBefore: number
  commonAfter: number
  /** Valid words after decoding with their tone on the wrong letter, or in "oong": a sign of the wrong encoding. */
  slips: number
  /** Valid words with letters that no byte of a legacy encoding can be mistaken for, as they stood before. */
  unicodeOnly: number
  /** All words, and how many are valid after decoding. */
  words: number
  validWords: number
  /** Whether what decoding changed outside of these words can be Vietnamese: "Q§" → "QĐ", "ë" → "ở"; not "§ 3", "25°C". */
  restIsPlausible: boolean
}

const wordRun = /[\p{L}\p{M}\p{N}]+/gu
const beyondAscii = /[^\u0000-\u007F]/
const hasDigit = /\p{N}/u
/** Unlike "KỲ" or "Kỳ": a capital after a small letter. */
const brokenCase = /\p{Ll}\p{Lu}/u

/** Vietnamese letters beyond Latin-1: no byte of a legacy encoding can be mistaken for them. */
export const onlyUnicode = /[ĂăĐđƠơƯưĨĩŨũ\u1EA0-\u1EF9]/

/** Eth for Đ and OI for Ư are slips of typing. */
const mended = (word: string): string =>
  /[ÐðƢƣ]/.test(word) ? word.replace(/[Ðð]/g, 'đ').replace(/[Ƣƣ]/g, 'ư') : word

/** Abbreviations ("QĐ", "HĐND") speak neither for nor against; "THIEÁT", with three vowels, is none. */
const isNeutral = (word: string): boolean =>
  word.length < 2 ||
  hasDigit.test(word) ||
  (word.length <= 6 &&
    word === word.toUpperCase() &&
    !isSyllable(word) &&
    !(beyondAscii.test(word) && vowelsOf(word) > 2))

const vowelsOf = (word: string): number => word.normalize('NFD').match(/[AEIOUYƠƯ]/g)?.length ?? 0

/** Counts the valid words with letters beyond ASCII of a text as it stands. */
export function countMarked(text: string): { marked: number; valid: number; beyondLatin: number } {
  const counts = { marked: 0, valid: 0, beyondLatin: 0 }
  for (const [word] of text.matchAll(wordRun)) {
    if (!beyondAscii.test(word) || word.length < 2 || hasDigit.test(word)) continue
    counts.marked++
    if (!isMarkedSyllable(mended(word))) continue
    counts.valid++
    if (onlyUnicode.test(word)) counts.beyondLatin++
  }
  return counts
}

const slips = new Map<string, boolean>()

/** "heọ" for "hẹo", or "thoỏng": possible, and rare. The older style of "hòa" is none. */
function isSlip(word: string): boolean {
  const known = slips.get(word)
  if (known !== undefined) return known
  const lower = word.toLowerCase()
  const parts = partsOf(lower)
  const isOpen = parts?.coda === '' && ['oa', 'oe', 'uy'].includes(parts.nucleus)
  const found =
    parts !== null && (parts.nucleus === 'oo' || (!isOpen && placeTone(lower) !== lower))
  if (slips.size > 20_000) slips.clear()
  slips.set(word, found)
  return found
}

/** Compares a text with what a decoder makes of it. */
export function measure(raw: string, decoded: Decoded): Measure {
  const result: Measure = {
    marked: 0,
    validBefore: 0,
    validAfter: 0,
    touched: 0,
    gained: 0,
    commonBefore: 0,
    commonAfter: 0,
    slips: 0,
    unicodeOnly: 0,
    words: 0,
    validWords: 0,
    restIsPlausible: true,
  }
  let at = 0
  for (const match of decoded.text.matchAll(wordRun)) {
    const word = match[0]
    const start = decoded.starts[match.index] ?? 0
    const end = decoded.starts[match.index + word.length] ?? raw.length
    const rawWord = raw.slice(start, end)
    if (raw.slice(at, start) !== decoded.text.slice(match.index - (start - at), match.index))
      result.restIsPlausible = false
    at = end
    if (isNeutral(word)) {
      if (rawWord !== word && !isPlausibleRest(rawWord, word)) result.restIsPlausible = false
      continue
    }
    const valid = isSyllable(word) && !(brokenCase.test(word) && !brokenCase.test(rawWord))
    result.words++
    if (valid) result.validWords++
    // "x²" and "m³" are powers before they are syllables.
    if (/^[a-z][¹²³]$/i.test(rawWord)) continue
    const isTouched = rawWord !== word
    if (!isTouched && !beyondAscii.test(word)) continue
    // "§éc" is no word as it stands, though "éc" would be one.
    const validBefore = isSyllable(mended(rawWord)) && !brokenCase.test(rawWord)
    result.marked++
    if (validBefore) result.validBefore++
    if (valid) result.validAfter++
    if (valid && !isTouched && onlyUnicode.test(word)) result.unicodeOnly++
    if (valid && !validBefore) result.gained++
    if (!isTouched) continue
    result.touched++
    if (valid && isSlip(word)) result.slips++
    if (validBefore && isCommonSyllable(mended(rawWord))) result.commonBefore++
    if (valid && isCommonSyllable(word)) result.commonAfter++
  }
  return result
}

/** One letter that is a word, or an abbreviation, whose letters have no tone. */
function isPlausibleRest(raw: string, word: string): boolean {
  if (hasDigit.test(word) || /[°²³±´¹]/.test(raw)) return false
  if (word.length === 1) return word === 'đ' || word === 'Đ' || isCommonSyllable(word)
  return !/[\u0300\u0301\u0303\u0309\u0323]/.test(word.normalize('NFD'))
}
