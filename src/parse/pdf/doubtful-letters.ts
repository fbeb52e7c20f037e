// Notices fonts that lie about their letters: the page shows "CỘNG HÒA", its text says "CỘNG HÕA". One such letter makes
// words that are no Vietnamese syllables all over the document, which honest text has hardly any of.
import type { Warning } from '../../model.ts'
import { isSyllable, vietnameseShare } from '../../text/syllable.ts'

const word = /[\p{L}\p{M}]{2,}/gu
/** Letters that only Vietnamese has, and hardly any other language written in Latin letters. */
const vietnamese = /[\u0102-\u0111\u0128\u0129\u0168\u0169\u01A0-\u01B0\u1EA0-\u1EF9]/
const wrongMotto = /CỘNG H(?:Õ|Ỏ|Ó|Ọ)A XÃ HỘI/iu
/** Words with marks that are needed to judge, and the share of them that must be no syllables. */
const fewestWords = 60
const doubtfulShare = 0.06

/** A warning where many words with Vietnamese marks are no syllables, or the national motto itself is wrong. */
export function letterWarnings(text: string): Warning[] {
  const counts = new Map<string, number>()
  let marked = 0
  let wrong = 0
  for (const [found] of text.matchAll(word)) {
    if (!vietnamese.test(found)) continue
    marked++
    // "Đắk", "Krông": names from other languages of the country end otherwise and are no fault of a font.
    // Ƣ for Ư is so common that whatever reads the text knows it.
    if (isSyllable(found.replace(/Ƣ/g, 'Ư').replace(/ƣ/g, 'ư')) || /k$/i.test(found)) continue
    wrong++
    counts.set(found, (counts.get(found) ?? 0) + 1)
  }
  const motto = wrongMotto.exec(text)
  const isWrong =
    marked >= fewestWords && wrong > doubtfulShare * marked && vietnameseShare(text) > 0.5
  if (!isWrong && !motto) return []
  const examples = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 5)
  const shown = [...(motto ? [motto[0]] : []), ...examples.map(([found]) => found)].slice(0, 5)
  return [
    {
      code: 'doubtful-letters',
      message: `The fonts of this PDF seem to give wrong letters for what they show (${shown.join(', ')}); compare it with the pages as drawn.`,
      ...(motto ? { start: motto.index, end: motto.index + motto[0].length } : {}),
    },
  ]
}
