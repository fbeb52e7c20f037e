// School years and semesters: "năm học 2022 - 2023", "học kỳ II, năm học 2022-2023", "giữa học kỳ I", "HKII (2022-2023)".
//
// A school year runs from September to May: 2022-2023 = 2022-09/2023-05. A semester without its year takes that of the
// same sentence, else the school year most named in the document, else the one that publication falls in.

import { matchesOf } from '../../text/matches.ts'
import type { Span } from '../../text/view.ts'
import { decline } from '../decline.ts'
import { type CoredPattern, matchesAround } from '../matches-around.ts'
import type { Page } from '../page.ts'
import { spanAt } from '../sentences.ts'
import { dayOf, edtfSchoolYear, edtfSemester } from './calendar.ts'
import type { DateCandidate, Taken } from './candidate.ts'

const pair = '((?:19|20)\\d{2}) ?[-/] ?((?:19|20)\\d{2}|\\d{2})(?![\\p{L}\\p{N}]|[-/.]\\d)'
const schoolYear: CoredPattern = {
  pattern: new RegExp(
    `(?<!\\p{L})(?:cả |đầu |cuối )?(?:các )?(?:năm học|niên học|niên khoá|nh|năm hoc):? ?(?:\\()?${pair}`,
    'gu',
  ),
  core: /(?:19|20)\d{2}(?<=(?:học|hoc|khoá|nh):? ?\(?\d{4}) ?[-/]/g,
  lead: 24,
}
const furtherYear = new RegExp(`^(?:,| và|, và|;| đến| tới)(?: năm học)? ${pair}`, 'u')
const barePair = new RegExp(`(?<![\\p{L}\\p{N}]|[-/.,])${pair}`, 'gu')
const semester: CoredPattern = {
  pattern:
    /(?<!\p{L})(?:(?:giữa|đầu|cuối|hết|kết thúc|cả) )?(?:học ?k[ỳì]|hk|k[ỳì](?= (?:i|ii|1|2),? năm học)) ?(ii|i|1|2)(?![\p{L}\p{N}])(?:(?:,? và|,|&| -|-) ?(?:học k[ỳì] |hk ?)?(ii|2)(?![\p{L}\p{N}]))?/gu,
  core: /k(?:[ỳì]|(?<=hk)) ?(?:ii|i|1|2)(?![\p{L}\p{N}])/gu,
  lead: 21,
}
const attachedYear = new RegExp(`^(?:,| -| của|:)? ?\\(?(?:năm học |nh ?)?${pair}\\)?`, 'u')
const period =
  /(?:giai đoạn|nhiệm kỳ|nhiệm kì|thời kỳ|thời kì|lộ trình|chiến lược|khoá \p{L}+)(?: từ)?(?: năm)? ?\(?$/u

/** The first year of a written pair, or null where the second is not the next one: ("2022", "23") → 2022. */
function firstOf(first: string | undefined, second: string | undefined): number | null {
  const a = Number(first)
  const b =
    (second ?? '').length === 2 ? Math.floor(a / 100) * 100 + Number(second) : Number(second)
  return b === a + 1 ? a : null
}

/** First years of the school years that a key text names, most frequent first, earlier mention first: [2022, 2023]. */
export function schoolYearsOf(key: string): number[] {
  const counts = new Map<number, number>()
  const count = (first: number | null) => {
    if (first !== null) counts.set(first, (counts.get(first) ?? 0) + 1)
  }
  for (const m of matchesAround(key, schoolYear)) {
    count(firstOf(m[1], m[2]))
    for (const further of furtherPairs(key, m.index + m[0].length)) count(further.first)
  }
  if (counts.size === 0 && /(?:năm học|học k[ỳì])/u.test(key))
    for (const m of matchesOf(key, barePair))
      if (!period.test(key.slice(Math.max(0, m.index - 30), m.index))) count(firstOf(m[1], m[2]))
  return [...counts].sort((a, b) => b[1] - a[1]).map(([year]) => year)
}

/** "năm học 2021-2022, 2022-2023 và 2023-2024": the pairs after the first. */
function furtherPairs(key: string, from: number): Array<Span & { first: number | null }> {
  const found: Array<Span & { first: number | null }> = []
  for (let at = from; found.length < 10; ) {
    const m = furtherYear.exec(key.slice(at, at + 40))
    if (!m) break
    const end = at + m[0].length
    const digits = m[0].search(/\d/)
    found.push({ start: at + digits, end, first: firstOf(m[1], m[2]) })
    at = end
  }
  return found
}

/** The school year named next after `at` in a sentence, else the last one before it. `years` in order. Binary search. */
function yearNear<Y extends Span>(years: readonly Y[], sentence: Span, at: number): Y | undefined {
  let low = 0
  let high = years.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((years[middle]?.start ?? 0) < at) low = middle + 1
    else high = middle
  }
  const [before, after] = [years[low - 1], years[low]]
  if (after && after.start < sentence.end) return after
  return before && before.start >= sentence.start ? before : undefined
}

/** Finds school years and semesters; takes their places. `sentences` cover the text. */
export function scanSchoolTime(
  page: Page,
  taken: Taken,
  sentences: readonly Span[],
): DateCandidate[] {
  const { key } = page
  const named = page.facts.schoolYears.length > 0 ? page.facts.schoolYears : schoolYearsOf(key)
  const found: DateCandidate[] = []
  const years: Array<Span & { first: number }> = []
  const loose: Array<Span & { number: number }> = []
  const add = (date: DateCandidate) => {
    if (!taken.isFree(date)) return
    taken.take(date)
    found.push(date)
  }
  const addSemester = (
    span: Span,
    number: number,
    first: number,
    inferred: boolean,
    evidence?: string,
  ) =>
    add({
      ...span,
      rule: inferred ? 'semester-of-document' : 'semester',
      confidence: inferred ? 0.85 : 0.97,
      kind: 'semester',
      edtf: edtfSemester(first, number),
      inferred,
      evidence,
    })
  for (const m of matchesAround(key, semester)) {
    const end = m.index + m[0].length
    const numbers = [m[1], m[2]].flatMap((n) =>
      n === undefined ? [] : [/^(?:ii|2)$/u.test(n) ? 2 : 1],
    )
    const attached = attachedYear.exec(key.slice(end, end + 40))
    const first = attached ? firstOf(attached[1], attached[2]) : null
    if (attached && first !== null) years.push({ start: end, end: end + attached[0].length, first })
    // "học kỳ I và II năm học …": the first takes the words up to the joint.
    const joint =
      m[2] === undefined
        ? end
        : m.index + m[0].search(/(?:,? và|,|&| -|-) ?(?:học k[ỳì] |hk ?)?(?:ii|2)$/u)
    for (const [i, number] of numbers.entries()) {
      const span = {
        start: i === 0 ? m.index : joint + 1,
        end:
          i < numbers.length - 1 ? joint : end + (first === null ? 0 : (attached?.[0].length ?? 0)),
      }
      if (first !== null) addSemester(span, number, first, i < numbers.length - 1)
      else loose.push({ ...span, number })
    }
  }
  for (const m of matchesAround(key, schoolYear)) {
    const span = { start: m.index, end: m.index + m[0].length }
    const first = firstOf(m[1], m[2])
    if (first === null)
      decline(page, span, 'not-a-school-year', 'The second year does not follow the first.')
    const all = [...(first === null ? [] : [{ ...span, first }]), ...furtherPairs(key, span.end)]
    for (const year of all) {
      if (year.first === null) continue
      years.push({ start: year.start, end: year.end, first: year.first })
      add({
        start: year.start,
        end: year.end,
        rule: 'school-year',
        confidence: 0.98,
        kind: 'school-year',
        edtf: edtfSchoolYear(year.first),
        inferred: false,
      })
    }
  }
  // A pair by itself is a school year in a text that speaks of school years.
  if (named.length > 0)
    for (const m of matchesOf(key, barePair)) {
      const span = { start: m.index, end: m.index + m[0].length }
      const first = firstOf(m[1], m[2])
      if (first === null || period.test(key.slice(Math.max(0, m.index - 30), m.index))) continue
      years.push({ ...span, first })
      add({
        ...span,
        rule: 'school-year-bare',
        confidence: 0.8,
        kind: 'school-year',
        edtf: edtfSchoolYear(first),
        inferred: false,
      })
    }
  years.sort((a, b) => a.start - b.start)
  const published = dayOf(page.facts.publishedAt ?? page.facts.issuedOn)
  for (const { number, ...span } of loose) {
    const sentence = spanAt(sentences, span.start)
    const near = sentence ? yearNear(years, sentence, span.end) : undefined
    const first =
      near?.first ??
      named[0] ??
      (published ? (published.month >= 8 ? published.year : published.year - 1) : null)
    if (first === null) {
      decline(
        page,
        span,
        'year-unknown',
        'A semester of a school year that the document does not name.',
      )
      continue
    }
    const evidence = near ? page.text.slice(near.start, near.end).trim() : `${first}-${first + 1}`
    addSemester(span, number, first, true, evidence)
  }
  return found
}
