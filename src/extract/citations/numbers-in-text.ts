// Where a page names numbered documents: full numbers, old forms after their noun ("Nghị định số 15/CP",
// "Công văn số 5762-KTTH") and short forms ("Nghị quyết 29").
import type { DocumentTypeRow } from '../../lexicon/lexicon.ts'
import { matchesOf } from '../../text/matches.ts'
import type { Span } from '../../text/view.ts'
import { takenOf } from '../dates/candidate.ts'
import { decline } from '../decline.ts'
import { canonicalNumberOf, parseDocumentNumber } from '../document-number.ts'
import type { Page } from '../page.ts'
import { tokenIndexAt } from '../units.ts'

export type NumberInText = Span & {
  /** Canonical; of a short form the running number alone. */
  number: string
  form: 'state' | 'party' | 'old' | 'short'
  /** The noun before the number: "Nghị quyết"; null where another number's noun is shared or none stands there. */
  noun: DocumentTypeRow | null
  /** Where the noun begins, or the number where there is none. */
  head: number
}

// "15/CP", "5762-KTTH"; "60 TC/CĐKT" with its symbol apart or glued on; "653/2019-UBTVQH14"; decrees of 1945–1957: "102-SL/L004".
const old =
  /(?<![\p{L}\d/.,-])(?:\d{1,5}[a-z]? ?[-/] ?[A-ZĐƯ]{2,6}[a-z]?(?:-[A-ZĐƯ]{2,6})?(?![\p{L}\d/])|\d{1,5} ?[A-ZĐƯ]{2,4} ?\/ ?[A-ZĐƯ]{2,6}(?:\/[A-ZĐƯ]{2,6})?(?![\p{L}\d/])|\d{1,5}\/(?:19|20)\d{2}-[A-ZĐ]{2,8}\d{0,2}(?![\p{L}\d/])|\d{1,3} ?[-/] ?SL ?[-/] ?[A-Z]\d{1,3}(?![\p{L}\d]))/gu
/** "Nghị quyết 29", "Nghị định 20/2019": the running number, perhaps with its year. */
const short =
  /(?<![\p{L}\d/.,-])(?:\d{1,4}\/(?:19|20)\d{2}(?![\p{L}\d%]| ?[/-] ?[\dA-ZĐ]|[.,]\d)|0?\d{1,4}(?![\p{L}\d%]| ?[/-] ?[\dA-ZĐ]|[.,]\d))/gu
/** Forms and templates carry numbers that are no documents' numbers: "Mẫu số 01/HĐ-TT", "Biểu 02/BC". */
const template =
  /(?<!\p{L})(?:m[ẫãâ]u|biểu|biểu m[ẫãâ]u|phụ lục|phiếu|mẫu đơn|mã|ký hiệu mẫu)(?: số)?:? ?$/u

/** Every naming of a numbered document, in order of place. */
export function numbersIn(page: Page): NumberInText[] {
  const found: NumberInText[] = []
  let lastTemplate = 0
  for (const part of page.numbers) {
    const span = joined(page, part)
    const last = found.at(-1)
    if (last && span.start < last.end) {
      // "29-NQ/TW" is also "29" and "NQ/TW" to no pattern, but overlaps happen in "1141-TC/QĐ/CĐKT": the longer one stays.
      if (span.end - span.start <= last.end - last.start) continue
      found.pop()
    }
    const before = page.key.slice(Math.max(0, span.start - 30), span.start)
    // "biểu mẫu số 02a/BTP/KSTT/KTTH, 03b/BTP/KSTT/KTTH": what is said of the first is said of those after it.
    const listed =
      span.start - lastTemplate < 12 &&
      /^(?:, | và |, và | hoặc |; )(?:số )?$/u.test(page.key.slice(lastTemplate, span.start))
    if (template.test(before) || (lastTemplate > 0 && listed)) {
      lastTemplate = span.end
      decline(
        page,
        span,
        'citation-of-form',
        'The number of a form or a template, not of a document.',
      )
      continue
    }
    const noun = nounBefore(page, span.start)
    const said = noun !== null || /(?<!\p{L})số:? ?$/u.test(before)
    if (!said && !isPlain(page, span.number)) {
      decline(
        page,
        span,
        'citation-without-type',
        'No type of document and no “số” stands before it, and its codes are no known type and issuer.',
      )
      continue
    }
    found.push({ ...span, noun: noun?.row ?? null, head: noun?.start ?? span.start })
  }
  const taken = takenOf(page.text.length)
  for (const span of found) taken.take(span)
  const withNoun = (pattern: RegExp, form: 'old' | 'short') => {
    for (const m of matchesOf(page.text, pattern)) {
      const span = { start: m.index, end: m.index + m[0].length }
      const noun = nounBefore(page, span.start)
      if (form === 'old' && !noun && taken.isFree(span))
        decline(
          page,
          span,
          'citation-without-type',
          'No type of document stands before the number.',
        )
      if (!noun || !taken.isFree(span)) continue
      if (form === 'short' && !isNumbered(page, noun, span)) {
        decline(
          page,
          span,
          'citation-short',
          'A count or a date, or a type that is not cited by its running number alone.',
        )
        continue
      }
      const number = form === 'old' ? oldNumberOf(m[0]) : m[0].replace(/^0+(?=\d)/u, '')
      found.push({ ...span, number, form, noun: noun.row, head: noun.start })
      taken.take(span)
    }
  }
  withNoun(old, 'old')
  withNoun(short, 'short')
  return found.sort((a, b) => a.start - b.start)
}

/** "19 KL/TW" is a Party number without its hyphen. */
const oldNumberOf = (written: string): string =>
  canonicalNumberOf(
    written.replace(/^(\d+) (?=[A-ZĐƯ]{2,4} ?\/ ?(?:TW|TU|HU|ĐU|QU|ThU)(?!\p{L}))/u, '$1-'),
  )

/** A number that a line break parts after its hyphen is whole again ("53/2015/QĐ- ⏎ TTg"), and one that a space parts: "3/1998/QH 10". */
function joined<T extends Span & { number: string }>(page: Page, span: T): T {
  const term = /\/\d{4}\/QH$/u.test(span.number)
    ? /^ (\d{1,2})(?![\p{L}\d/.,]\S)/u.exec(page.text.slice(span.end, span.end + 6))
    : null
  if (term) return { ...span, end: span.end + term[0].length, number: `${span.number}${term[1]}` }
  const rest = /^-\n([A-ZĐƯ][A-Za-zĐđƯư]{1,14}\d{0,2})(?![\p{L}\d/-])/u.exec(
    page.text.slice(span.end, span.end + 20),
  )
  if (!rest) return span
  return { ...span, end: span.end + rest[0].length, number: `${span.number}-${rest[1]}` }
}

/** Without a noun a number must show by its codes that it is one: a known type with an issuer, or a known issuer with a unit. */
function isPlain(page: Page, number: string): boolean {
  const parsed = parseDocumentNumber(number, page.lexicon)
  if (!parsed) return false
  if (parsed.typeCode !== null) return parsed.issuerCode !== null
  // "01c/BTP/KSTT/KTTH" is a form, whatever body it names.
  if (/^\d+[a-z]\/[^/]+\/[^/]+\//u.test(number)) return false
  return parsed.issuer !== null && (parsed.type !== null || parsed.year !== null)
}

/** Short forms are cited of resolutions, directives, circulars and their like, not of "Quy định 3 bước" or "Kế hoạch 5 năm". */
function isNumbered(page: Page, noun: { row: DocumentTypeRow }, span: Span): boolean {
  const types = ['resolution', 'directive', 'circular', 'decree', 'decision', 'law']
  return (
    types.includes(noun.row.type) &&
    !/^ (?:năm|ngày|tháng|điều|khoản|lần|bước|nội dung|vấn đề|nhóm|trường|người)/u.test(
      page.key.slice(span.end, span.end + 12),
    )
  )
}

/** The document noun that ends directly before `at`, "số" and a colon between them allowed. */
export function nounBefore(page: Page, at: number): { row: DocumentTypeRow; start: number } | null {
  const { tokens } = page
  let index = tokenIndexAt(tokens, at)
  if ((tokens[index - 1]?.end ?? 0) < at - 2) return null
  if (tokens[index - 1]?.text === ':') index--
  if (tokens[index - 1]?.text === 'số') index--
  if (tokens[index - 1]?.text === '(') index--
  for (let length = 4; length > 0; length--) {
    const from = index - length
    if (from < 0) continue
    const match = page.lexicon.documentTypes.nouns.longestAt(tokens, from)
    const row = match?.values[0]
    if (match && row && match.nextToken === index) {
      // "Thông báo Kết luận số 665/TB-UBND": the noun that the code repeats is the type.
      const earlier = length <= 2 ? wordBefore(page, from) : null
      return earlier ?? { row, start: match.start }
    }
  }
  return null
}

/** A noun directly before another one, where both name document types and the first is "Thông báo". */
function wordBefore(page: Page, index: number): { row: DocumentTypeRow; start: number } | null {
  const from = index - 2
  const match = from >= 0 ? page.lexicon.documentTypes.nouns.longestAt(page.tokens, from) : null
  const row = match?.values.find((v) => v.type === 'notice')
  return match && row && match.nextToken === index ? { row, start: match.start } : null
}
