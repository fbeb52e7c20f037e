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
  /** Words with a letter beyond ASCII before decoding, and how many of them are valid syllables. */
  markedBefore: number
  validBefore: number
  /** Words that decoding changed or that have letters beyond ASCII after it, and how many are valid. */
  markedAfter: number
  validAfter: number
  /** Words that decoding changed. */
  touched: number
  /** All words after decoding, and how many are valid. */
  words: number
  validWords: number
}

/** At least this share of the changed words are valid syllables after decoding, and less than that before it. */
const leastAfter = 0.6
const mostBefore = 0.3
/** So many changed words are needed where neither a font nor a neighbour says anything. */
const leastTouched = 3

const wordRun = /[\p{L}\p{M}\p{N}]+/gu
const beyondAscii = /[^\u0000-\u007F]/
const hasDigit = /\p{N}/u

/** "Đăk", eth for Đ and OI for Ư included. */
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
    // đ, ă, ơ, ư and the letters with two marks: no byte can be mistaken for them.
    if (/[ĂăĐđƠơƯưĨĩŨũ\u1EA0-\u1EF9]/.test(word)) counts.beyondLatin++
  }
  return counts
}

/** Compares a text with what a decoder makes of it. */
export function measure(raw: string, decoded: Decoded): Measure {
  const before = countMarked(raw)
  const result: Measure = {
    markedBefore: before.marked,
    validBefore: before.valid,
    markedAfter: 0,
    validAfter: 0,
    touched: 0,
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
    const isTouched = raw.slice(start, end) !== word
    if (isTouched) result.touched++
    if (!isTouched && !beyondAscii.test(word)) continue
    result.markedAfter++
    if (valid) result.validAfter++
  }
  return result
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

/** Whether the text alone proves the encoding. */
function isProof(m: Measure): boolean {
  return (
    m.touched >= leastTouched &&
    share(m.validAfter, m.markedAfter) >= leastAfter &&
    share(m.validBefore, m.markedBefore) < mostBefore &&
    share(m.validWords, m.words) >= 0.5
  )
}

/** Whether the text agrees with what a font or the neighbours say. */
function isAgreement(m: Measure): boolean {
  if (m.markedAfter === 0) return true
  return (
    share(m.validAfter, m.markedAfter) >= leastAfter &&
    share(m.validAfter, m.markedAfter) >= share(m.validBefore, m.markedBefore)
  )
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
    const score = share(m.validAfter, m.markedAfter)
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
