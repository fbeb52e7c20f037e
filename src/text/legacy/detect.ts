// Decides whether a run of text is in a legacy encoding, and in which: "Céng hßa x· héi" becomes four valid syllables as
// TCVN3 and had none before. A font's name only hints, since many Unicode files still name .VnTime: the text decides.
import { isMarkedSyllable, isSyllable } from '../syllable.ts'
import type { Decoded } from './decoded.ts'
import {
  decodeAs,
  hintOf,
  type LegacyEncoding,
  legacyEncodings,
  looksLikeViqr,
  looksStrange,
} from './encodings.ts'
import { lossOf } from './lossy.ts'

export type LegacyResult = {
  /** The text in Unicode; unchanged where it is lossy. */
  text: string
  /** Null where the text is only lossy. */
  encoding: LegacyEncoding | null
  /** For each UTF-16 unit of `text`, where what it was made of begins in the input. */
  starts: number[]
  /** Letters are missing or replaced; nobody can say which, so none are put back. */
  lossy: boolean
}

export type Measure = {
  /** Words that decoding changes or that have letters beyond ASCII, without abbreviations and words with digits. */
  marked: number
  /** How many of these are valid syllables before and after decoding. */
  validBefore: number
  validAfter: number
  /** How many of these decoding changes, and how many it makes valid. */
  touched: number
  gained: number
  /** Valid words with letters that no byte of a legacy encoding can be mistaken for, as they stood before. */
  unicodeOnly: number
  /** All words, and how many are valid after decoding. */
  words: number
  validWords: number
}

/** At least this share of the changed words are valid syllables after decoding, and less than that before it. */
const leastAfter = 0.6
const mostBefore = 0.3
const leastMarked = 0.3
/** So many changed words are needed where neither a font nor a neighbour says anything. */
const leastTouched = 3

const wordRun = /[\p{L}\p{M}\p{N}]+/gu
const beyondAscii = /[^\u0000-\u007F]/
const hasDigit = /\p{N}/u

/** Vietnamese letters beyond Latin-1: no byte of a legacy encoding can be mistaken for them. */
export const onlyUnicode = /[ĂăĐđƠơƯưĨĩŨũ\u1EA0-\u1EF9]/

/** Eth for Đ and OI for Ư are slips of typing. */
const mended = (word: string): string =>
  /[ÐðƢƣ]/.test(word) ? word.replace(/[Ðð]/g, 'đ').replace(/[Ƣƣ]/g, 'ư') : word

/** Abbreviations ("QĐ", "HĐND") speak neither for nor against. */
const isNeutral = (word: string): boolean =>
  word.length < 2 ||
  hasDigit.test(word) ||
  (word.length <= 6 && word === word.toUpperCase() && !isSyllable(word))

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

/** Compares a text with what a decoder makes of it. */
export function measure(raw: string, decoded: Decoded): Measure {
  const result: Measure = {
    marked: 0,
    validBefore: 0,
    validAfter: 0,
    touched: 0,
    gained: 0,
    unicodeOnly: 0,
    words: 0,
    validWords: 0,
  }
  for (const match of decoded.text.matchAll(wordRun)) {
    const word = match[0]
    if (isNeutral(word)) continue
    const valid = isSyllable(word)
    result.words++
    if (valid) result.validWords++
    const start = decoded.starts[match.index] ?? 0
    const end = decoded.starts[match.index + word.length] ?? raw.length
    const rawWord = raw.slice(start, end)
    // "x²" and "m³" are powers before they are syllables.
    if (/^[a-z][¹²³]$/i.test(rawWord)) continue
    const isTouched = rawWord !== word
    if (!isTouched && !beyondAscii.test(word)) continue
    // "§éc" is no word as it stands, though "éc" would be one.
    const validBefore = isSyllable(mended(rawWord))
    result.marked++
    if (isTouched) result.touched++
    if (validBefore) result.validBefore++
    if (valid) result.validAfter++
    if (valid && !isTouched && onlyUnicode.test(word)) result.unicodeOnly++
    if (valid && !validBefore) result.gained++
  }
  return result
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

/** Whether the text alone proves the encoding. */
function isProof(m: Measure): boolean {
  // Words that only Unicode can write: this is Unicode with strange signs in it, or half converted.
  if (m.unicodeOnly * 4 > m.gained) return false
  const before = share(m.validBefore, m.marked)
  const after = share(m.validAfter, m.marked)
  if (m.touched < leastTouched || share(m.validWords, m.words) < 0.5) return false
  // Two in three words of Vietnamese carry a mark; a page read badly has a strange character here and there.
  if (share(m.marked, m.words) < leastMarked) return false
  if (after >= leastAfter && before < mostBefore) return true
  // Short lines have by chance more words that are syllables both ways: "Tù do" (Tự do), "bé" (bộ), "sè" (số).
  return after >= 0.9 && before < 0.5 && m.gained >= 2
}

/** Whether the text agrees with what a font or the neighbours say. Foreign names may be half of a short run. */
function isAgreement(m: Measure): boolean {
  if (m.marked === 0) return true
  if (m.validAfter > m.validBefore) return m.validAfter * 2 >= m.marked
  return m.validAfter === m.validBefore && m.validAfter >= m.marked * leastAfter
}

export type Verdict = { encoding: LegacyEncoding; decoded: Decoded }

/** The encoding that a text proves by itself, or null. `capitals` is known from the font. */
export function proveEncoding(text: string, capitals = false): Verdict | null {
  if (!looksStrange(text)) return null
  let best: (Verdict & { score: number }) | null = null
  for (const encoding of legacyEncodings) {
    if (encoding === 'viqr' && !looksLikeViqr(text)) continue
    const decoded = decodeAs(encoding, text, capitals && encoding === 'tcvn3')
    if (decoded.text === text) continue
    const m = measure(text, decoded)
    if (!isProof(m)) continue
    const score = share(m.validAfter, m.marked)
    if (!best || score > best.score) best = { encoding, decoded, score }
  }
  return best
}

/** Decodes as something else said (a font, the neighbours), if the text agrees and is not plainly Unicode. */
export function agreeOn(text: string, encoding: LegacyEncoding, capitals = false): Verdict | null {
  const decoded = decodeAs(encoding, text, capitals)
  if (decoded.text === text || countMarked(text).beyondLatin > 0) return null
  return isAgreement(measure(text, decoded)) ? { encoding, decoded } : null
}

/**
 * Decodes one run of text (a paragraph, a line) that was written in a legacy encoding. Null where there is nothing to do:
 * Unicode Vietnamese, other languages, and runs too short to tell without a hint.
 */
export function decodeLegacy(text: string, hint: { fontName?: string } = {}): LegacyResult | null {
  const font = hintOf(hint.fontName)
  const verdict =
    proveEncoding(text, font?.capitals) ??
    (font ? agreeOn(text, font.encoding, font.capitals) : null)
  const lossy = lossOf(verdict?.decoded.text ?? text) !== null
  if (verdict)
    return {
      text: verdict.decoded.text,
      encoding: verdict.encoding,
      starts: verdict.decoded.starts,
      lossy,
    }
  if (!lossy) return null
  return {
    text,
    encoding: null,
    starts: Array.from({ length: text.length }, (_, i) => i),
    lossy,
  }
}
