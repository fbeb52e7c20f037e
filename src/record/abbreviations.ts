// Bodies written out: "Bộ GD&ĐT" → "Bộ Giáo dục và Đào tạo", "Hội LHPN tỉnh" → "Hội Liên hiệp Phụ nữ tỉnh".
import type { Abbreviation, Lexicon } from '../lexicon/lexicon.ts'
import { keyOf } from '../text/fold.ts'
import { tokensOf } from '../text/words.ts'

/** Writes out abbreviations that have one reading; others stay as written. */
export function expandAbbreviations(text: string, lexicon: Lexicon): string {
  const tokens = tokensOf(keyOf(text))
  const capitals = !/\p{Ll}/u.test(text)
  let out = ''
  let from = 0
  for (let i = 0; i < tokens.length; ) {
    const match = lexicon.abbreviations.longestAt(tokens, i)
    const written = match ? text.slice(match.start, match.end) : ''
    const expansion = match && !isWord(written, capitals) ? readingOf(written, match.values) : null
    if (!match || expansion === null) {
      i++
      continue
    }
    out += text.slice(from, match.start) + expansion
    from = match.end
    i = match.nextToken
    if (written.endsWith('.') && !/^[\s.,;:)]|^$/u.test(text.slice(from, from + 1))) out += ' '
    if (written.endsWith('.') || tokens[i]?.text !== '.') continue
    if (/^TP$/iu.test(written)) {
      from = tokens[i]?.end ?? from
      i++
      if (text[from] !== ' ') out += ' '
    }
  }
  return (out + text.slice(from)).replace(/\s+/gu, ' ').trim()
}

/** "TƯ" of "BỘ TƯ PHÁP": among capitals what has a vowel is a syllable, not an abbreviation. */
const isWord = (written: string, capitals: boolean): boolean =>
  capitals && written.length <= 3 && /[AEIOUYÀ-ỸĂƠƯ]/u.test(written)

/** The one reading of an abbreviation that is written as the dictionary has it ("TƯ", not the "Tư" of "Tư pháp"). */
function readingOf(written: string, rows: readonly Abbreviation[]): string | null {
  if (/^TP\.?$/iu.test(written)) return /^\p{Lu}/u.test(written) ? 'thành phố' : null
  const row =
    rows.find((r) => r.abbreviation === written) ?? (/\p{Ll}/u.test(written) ? undefined : rows[0])
  return row?.expansions.length === 1 ? (row.expansions[0] ?? null) : null
}
