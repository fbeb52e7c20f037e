// Bodies written out: "Bộ GD&ĐT" → "Bộ Giáo dục và Đào tạo", "Hội LHPN tỉnh" → "Hội Liên hiệp Phụ nữ tỉnh".
import type { Abbreviation, Lexicon } from '../lexicon/lexicon.ts'
import { keyOf } from '../text/fold.ts'
import { tokensOf } from '../text/words.ts'

/**
 * Writes out abbreviations that have one reading. Of several readings the one is taken that the document names in full with
 * the words before it, "Trung tâm VH, TT&TT" as "Trung tâm Văn hóa, Thông tin và Thể thao"; others stay as written. So does
 * the level in the name of a school, "Trường THPT Tô Hiệu", outside capitals.
 * `document`: what holds the matching key of the whole document.
 */
export function expandAbbreviations(
  text: string,
  lexicon: Lexicon,
  document?: { key: string },
): string {
  if (!document) return expand(text, lexicon, null, true)
  // A document names the same bodies again and again.
  const known = writtenOut.get(document) ?? new Map<string, string>()
  writtenOut.set(document, known)
  const answer = known.get(text) ?? expand(text, lexicon, document, true)
  known.set(text, answer)
  return answer
}

const writtenOut = new WeakMap<{ key: string }, Map<string, string>>()

/** The matching key of a body with its abbreviations written out, those of schools as well, to compare it by. */
export const keyInFull = (text: string, lexicon: Lexicon): string =>
  keyOf(expand(text, lexicon, null, false))

function expand(
  text: string,
  lexicon: Lexicon,
  document: { key: string } | null,
  keepsSchools: boolean,
): string {
  const key = keyOf(text)
  const tokens = tokensOf(key)
  const capitals = !/\p{Ll}/u.test(text)
  let out = ''
  let from = 0
  for (let i = 0; i < tokens.length; ) {
    const match = lexicon.abbreviations.longestAt(tokens, i)
    const written = match ? text.slice(match.start, match.end) : ''
    const row = match && !isWord(written, capitals) ? rowOf(written, match.values) : undefined
    const several = row && row.expansions.length > 1 && !city.test(written) ? row.expansions : null
    const expansion =
      match && several
        ? document
          ? namedInFull(document, keyOf(out + text.slice(from, match.start)), several)
          : null
        : match && !isWord(written, capitals)
          ? readingOf(written, row)
          : null
    if (match && keepsSchools && !capitals && isLevelOfSchool(key.slice(0, match.start), row)) {
      i = match.nextToken
      continue
    }
    if (!match || expansion === null) {
      // "VH, TT&TT" that is left open holds no "TT&TT" to write out.
      i = match && several ? match.nextToken : i + 1
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

const level = /^(?:tiểu học|trung học|phổ thông|dân tộc (?:nội|bán) trú|mầm non|mẫu giáo)(?: |$)/u

/** "Trường", "Trường Tiểu học và", "Trường Phổ thông Dân tộc nội trú" at the end. */
const school = /(?:^|[^\p{L}])trường [\p{L} &-]{0,48}$/u

/** "THPT" behind "Trường", or at the start of the name. */
const isLevelOfSchool = (before: string, row: Abbreviation | undefined): boolean =>
  level.test(keyOf(row?.expansions[0] ?? '')) && (before === '' || school.test(before.slice(-60)))

/** "TƯ" of "BỘ TƯ PHÁP": among capitals what has a vowel is a syllable, not an abbreviation. */
const isWord = (written: string, capitals: boolean): boolean =>
  capitals && written.length <= 3 && /[AEIOUYÀ-ỸĂƠƯ]/u.test(written)

const city = /^TP\.?$/iu

/** The row of an abbreviation that is written as the dictionary has it ("TƯ", not the "Tư" of "Tư pháp"). */
const rowOf = (written: string, rows: readonly Abbreviation[]): Abbreviation | undefined =>
  rows.find((r) => r.abbreviation === written) ?? (/\p{Ll}/u.test(written) ? undefined : rows[0])

/** The one reading of an abbreviation; null where it has none. */
function readingOf(written: string, row: Abbreviation | undefined): string | null {
  if (city.test(written)) return /^\p{Lu}/u.test(written) ? 'thành phố' : null
  return row?.expansions.length === 1 ? (row.expansions[0] ?? null) : null
}

const withoutSigns = (key: string): string => key.replace(/[\s,–-]+/gu, ' ')
const documents = new WeakMap<{ key: string }, { plain: string; named: Map<string, boolean> }>()

/** The only one of several readings that the document has in full behind the same words; null for none or more. */
function namedInFull(
  document: { key: string },
  before: string,
  readings: readonly string[],
): string | null {
  if (before.trim() === '') return null
  const known = documents.get(document) ?? {
    plain: `${withoutSigns(document.key)} `,
    named: new Map<string, boolean>(),
  }
  documents.set(document, known)
  const fitting = readings.filter((reading) => {
    const full = withoutSigns(`${before}${keyOf(reading)}`)
    let named = known.named.get(full)
    if (named === undefined) {
      const at = known.plain.indexOf(full)
      // "Văn hóa, Thể thao và Du lịch" is no "Văn hóa - Thể thao".
      named = at >= 0 && !/^(?:\p{L}| và )/u.test(known.plain.slice(at + full.length))
      known.named.set(full, named)
    }
    return named
  })
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}
