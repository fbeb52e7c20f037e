// Judges whether a page's text layer is text at all: scans have none, or what an OCR for another language made of them.
//
//   "CQNG HOA XA HQI CHU NGHiA Vl$T NAM"   →   needs OCR
//   "Cộng hòa xã hội chủ nghĩa Việt Nam"   →   fine;  English, numbers, and fonts of legacy encodings are fine as well
import { partsOf } from '../../text/tone.ts'

export type PageQuality = 'text' | 'blank' | 'needs-ocr'

const englishWords = new Set(
  'the of and to in is for that with on as by this be are from or an at it was which not have has will'.split(
    ' ',
  ),
)
const legacyFont = /(?:^|\+)\.?Vn|^VNI|VNI[-A-Z]|\.VN/i

/** Fewer letters than this on a page with a large picture is a stamp or a page number, not the page's text. */
const fewestLetters = 80
/** Words needed before shares mean anything. */
const fewestWords = 25

/** Judges the text of one page. `fontNames` are the fonts its text uses. */
export function judgePage(
  text: string,
  page: { hasLargePicture: boolean; fontNames: readonly string[] },
): PageQuality {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (letters < fewestLetters) {
    if (page.hasLargePicture) return 'needs-ocr'
    return letters === 0 && !/\d/.test(text) ? 'blank' : 'text'
  }
  if (page.fontNames.some((name) => legacyFont.test(name))) return 'text'
  const words = text.normalize('NFC').match(/[\p{L}\p{M}]+/gu) ?? []
  if (words.length < fewestWords) return 'text'
  const shares = { ...sharesOf(words), legacy: legacyShare(text) }
  if (shares.english > 0.08) return 'text'
  if (shares.legacy > 0.25) return 'text'
  // Vietnamese as it is written: nearly every word a syllable, most with a mark.
  if (shares.syllables >= 0.6 && shares.marked >= 0.25) return 'text'
  // Without marks it may be a list of names, codes or formulas; with a picture behind it, it is a bad OCR.
  return page.hasLargePicture || shares.syllables < 0.35 ? 'needs-ocr' : 'text'
}

function sharesOf(words: readonly string[]) {
  let syllables = 0
  let marked = 0
  let english = 0
  for (const word of words) {
    const lower = word.toLowerCase()
    if (englishWords.has(lower)) english++
    const isSyllable = partsOf(lower) !== null
    if (isSyllable) syllables++
    if (isSyllable && /[^a-z]/.test(lower)) marked++
  }
  const n = Math.max(1, words.length)
  return { syllables: syllables / n, marked: marked / n, english: english / n }
}

/** Share of words with characters that Vietnamese has not, but TCVN3 and VNI write it with: "Céng hßa x· héi". */
function legacyShare(text: string): number {
  const words = text.split(/\s+/).filter((word) => /\p{L}/u.test(word))
  const legacy = words.filter((word) =>
    /[\u00A1-\u00BF\u00C4-\u00C7\u00CB\u00CE\u00CF\u00D1\u00D6-\u00D8\u00DB\u00DC\u00DE\u00DF\u00E4-\u00E7\u00EB\u00EE\u00EF\u00F1\u00F6-\u00F8\u00FB\u00FC\u00FE\u00FF]/.test(
      word,
    ),
  ).length
  return legacy / Math.max(1, words.length)
}
