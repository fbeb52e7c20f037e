// Judges whether a page's text layer is text at all: scans have none, or what an OCR for another language made of them.
//
//   "CQNG HOA XA HQI CHU NGHiA Vl$T NAM"   →   needs OCR
//   "Cộng hòa xã hội chủ nghĩa Việt Nam"   →   fine;  English, numbers, and fonts of legacy encodings are fine as well
import { decodeLegacy } from '../../text/legacy/detect.ts'
import { isMarkedSyllable, isSyllable } from '../../text/syllable.ts'

export type PageQuality = 'text' | 'blank' | 'needs-ocr'

/** Frequent words of English that no bad reading of Vietnamese gives: "to", "in" and "an" are syllables without their marks. */
const englishWords = new Set(
  'the of and is for that with as by this are from or was which not have has were been its their'.split(
    ' ',
  ),
)
const legacyFont = /(?:^|\+)\.?Vn|^VNI|VNI[-A-Z]|\.VN/i

/** Fewer letters than this on a page with a large picture is a stamp or a page number, not the page's text. */
const fewestLetters = 80
/** Letters in the stamps of electronic signatures: signer, address, office, time. */
const stampLetters = 250
const stampWords =
  /Người ký\s*:|Ký bởi\s*:|Thời gian ký\s*:|Ngày ký\s*:|Signed by\s*:|Digitally signed/gi
/** Words needed before shares mean anything. */
const fewestWords = 25

/** Judges the text of one page. `fontNames` are the fonts its text uses. */
export function judgePage(
  text: string,
  page: { hasLargePicture: boolean; fontNames: readonly string[] },
): PageQuality {
  const letters = lettersIn(text)
  if (letters < fewestLetters || (page.hasLargePicture && isStampOnly(text))) {
    if (page.hasLargePicture) return 'needs-ocr'
    return letters === 0 && !/\d/.test(text) ? 'blank' : 'text'
  }
  if (page.fontNames.some((name) => legacyFont.test(name))) return 'text'
  const words = text.normalize('NFC').match(/[\p{L}\p{M}]+/gu) ?? []
  if (words.length < fewestWords) return 'text'
  const shares = { ...sharesOf(words), legacy: legacyShare(text) }
  if (shares.english > 0.08) return 'text'
  // A bad OCR writes such letters too, but they decode to nothing.
  if (shares.legacy > 0.25 && (!page.hasLargePicture || decodeLegacy(text)?.encoding)) return 'text'
  // Vietnamese as it is written: nearly every word a syllable, most with a mark.
  if (shares.syllables >= 0.6 && shares.marked >= 0.25) return 'text'
  // Without marks it may be a list of names, codes or formulas; with a picture behind it, it is a bad OCR.
  return page.hasLargePicture || shares.syllables < 0.35 ? 'needs-ocr' : 'text'
}

const lettersIn = (text: string) => text.match(/\p{L}/gu)?.length ?? 0

/** Whether a page says nothing but who signed it and when: "Người ký: Thanh tra tỉnh Cơ quan: … Thời gian ký: 04.04.2019". */
function isStampOnly(text: string): boolean {
  const stamps = text.match(stampWords)?.length ?? 0
  return stamps > 0 && lettersIn(text) < fewestLetters + stampLetters * Math.min(stamps, 6)
}

function sharesOf(words: readonly string[]) {
  let syllables = 0
  let marked = 0
  let english = 0
  for (const word of words) {
    if (englishWords.has(word.toLowerCase())) english++
    if (isSyllable(word)) syllables++
    if (isMarkedSyllable(word)) marked++
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
