// Decides whether a run of text is in a legacy encoding, and in which: "Céng hßa x· héi" becomes four valid syllables as
// TCVN3 and had none before. A font's name only hints, since many Unicode files still name .VnTime: the text decides.
import type { Decoded } from './decoded.ts'
import {
  decodeAs,
  hintOf,
  type LegacyEncoding,
  legacyEncodings,
  looksLikeViqr,
  looksStrange,
  mayBeViqr,
} from './encodings.ts'
import { lossOf } from './lossy.ts'
import { countMarked, type Measure, measure, onlyUnicode } from './measure.ts'

export { countMarked, type Measure, measure, onlyUnicode }

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

/** At least this share of the changed words are valid syllables after decoding, and less than that before it. */
const leastAfter = 0.6
const mostBefore = 0.3
const leastMarked = 0.3
/** So many changed words are needed where neither a font nor a neighbour says anything. */
const leastTouched = 3

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

/** Whether the text alone proves the encoding. */
function isProof(m: Measure): boolean {
  // Words that only Unicode can write: this is Unicode with strange signs in it, or half converted.
  if (m.unicodeOnly * 4 > m.gained) return false
  if (isShortProof(m)) return true
  const before = share(m.validBefore, m.marked)
  const after = share(m.validAfter, m.marked)
  if (m.touched < leastTouched || share(m.validWords, m.words) < 0.5) return false
  // Two in three words of Vietnamese carry a mark; a page read badly has a strange character here and there.
  if (share(m.marked, m.words) < leastMarked) return false
  if (after >= leastAfter && before < mostBefore) return true
  // VPS, VISCII and CP1258 write á, ô and the like as Unicode does: what counts is the words that are changed.
  if (after >= 0.8 && m.gained >= m.touched * 0.9 && m.commonAfter * 2 >= m.touched) return true
  // Short lines have by chance more words that are syllables both ways: "Tù do" (Tự do), "bé" (bộ), "sè" (số).
  return after >= 0.9 && before < 0.5 && m.gained >= 2
}

/** "QuyÕt ®Þnh", "KÝnh göi": two words that were none and become everyday ones, and nothing that speaks against it. */
function isShortProof(m: Measure): boolean {
  return (
    m.gained >= 2 &&
    m.commonAfter >= 2 &&
    m.gained === m.touched &&
    m.slips === 0 &&
    m.validAfter === m.marked &&
    m.validWords === m.words
  )
}

/** What says which encoding a run has: its font, all other runs of the document, or only the neighbours beside Unicode. */
export type Witness = 'font' | 'document' | 'neighbour'

/** Whether the text agrees with what a font or the neighbours say. Foreign names may be half of a short run. */
function isAgreement(m: Measure, witness: Witness): boolean {
  if (witness !== 'font' && !m.restIsPlausible && m.gained === 0) return false
  if (m.marked === 0) return true
  // One word of two is little where only neighbours speak; of a longer run half may be foreign names or spoilt words.
  if (m.validAfter > m.validBefore)
    return m.validAfter * (witness === 'font' || m.gained >= 3 ? 2 : 1.5) >= m.marked
  if (m.validAfter < m.validBefore || m.validAfter < m.marked * leastAfter) return false
  // Every word can be read both ways: the everyday ones decide.
  return (
    m.commonAfter > m.commonBefore || (witness !== 'neighbour' && m.commonAfter === m.commonBefore)
  )
}

export type Verdict = { encoding: LegacyEncoding; decoded: Decoded }

/** So much worse a reading may be and still be taken, where a font or the neighbours say so. */
const preference = 0.15

/**
 * The encoding that a text proves by itself, or null. `capitals` is known from the font; `preferred` is what the font or
 * the neighbours say, which decides between readings that are nearly as good.
 */
export function proveEncoding(
  text: string,
  capitals = false,
  preferred: LegacyEncoding | null = null,
): Verdict | null {
  if (!looksStrange(text)) return null
  const encoding =
    bestEncoding(sampleOf(text), capitals, preferred) ??
    (text.length > sampleUnits ? bestEncoding(text, capitals, preferred) : null)
  return (
    encoding && { encoding, decoded: decodeAs(encoding, text, capitals && encoding === 'tcvn3') }
  )
}

/** Of a long run so much is tried first in every encoding. */
const sampleUnits = 4000
const sampleOf = (text: string): string =>
  text.length <= sampleUnits
    ? text
    : text.slice(0, text.lastIndexOf(' ', sampleUnits) + 1 || sampleUnits)

function bestEncoding(
  text: string,
  capitals: boolean,
  preferred: LegacyEncoding | null,
): LegacyEncoding | null {
  let best: { encoding: LegacyEncoding; score: number } | null = null
  for (const encoding of legacyEncodings) {
    if (encoding === 'viqr' && !looksLikeViqr(text)) continue
    const decoded = decodeAs(encoding, text, capitals && encoding === 'tcvn3')
    if (decoded.text === text) continue
    const m = measure(text, decoded)
    if (!isProof(m)) continue
    const score =
      share(m.validAfter - m.slips / 2, m.marked) +
      share(m.commonAfter, m.touched) / 100 +
      (encoding === preferred ? preference : 0)
    if (!best || score > best.score) best = { encoding, score }
    // No text is right in two encodings.
    if (m.gained >= 8 && m.slips === 0 && m.validAfter >= m.marked * 0.97) break
  }
  return best?.encoding ?? null
}

/** Decodes as something else said (a font, the neighbours), if the text agrees and is not plainly Unicode. */
export function agreeOn(
  text: string,
  encoding: LegacyEncoding,
  capitals = false,
  witness: Witness = 'font',
): Verdict | null {
  // VIQR is ASCII and nothing else.
  if (encoding === 'viqr' && (!mayBeViqr(text) || /[^\u0000-\u007F]/.test(text))) return null
  const decoded = decodeAs(encoding, text, capitals)
  if (decoded.text === text || countMarked(text).beyondLatin > 0) return null
  return isAgreement(measure(text, decoded), witness) ? { encoding, decoded } : null
}

/**
 * Decodes one run of text (a paragraph, a line) that was written in a legacy encoding. Null where there is nothing to do:
 * Unicode Vietnamese, other languages, and runs too short to tell without a hint.
 */
export function decodeLegacy(text: string, hint: { fontName?: string } = {}): LegacyResult | null {
  const font = hintOf(hint.fontName)
  const verdict =
    proveEncoding(text, font?.capitals, font?.encoding) ??
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
