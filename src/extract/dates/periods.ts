// Periods of years: "giai đoạn 2021 - 2025", "nhiệm kỳ 2020-2025", "khóa XV (2021-2026)", "từ năm 2020 đến năm 2025".
import { decline } from '../decline.ts'
import { type CoredPattern, matchesAround } from '../matches-around.ts'
import type { Page } from '../page.ts'
import { edtfYear } from './calendar.ts'
import type { DateCandidate, Taken } from './candidate.ts'

const year = '(?:1[5-9]|20)\\d{2}'
const joint = '(?: ?- ?|,? (?:cho )?(?:đến|tới)(?: hết)?(?: năm)? )'
const named: CoredPattern = {
  pattern: new RegExp(
    `(?<!\\p{L})(?:(?:giai đoạn|nhiệm k[ỳì]|thời k[ỳì]|lộ trình|các năm|năm)(?: từ)?(?: năm)? ?\\(?)?(?<![\\p{N}]|[-/.,])(${year})${joint}(${year}|\\d{2})(?!\\p{N}|[-/.,]\\d)`,
    'gu',
  ),
  core: new RegExp(`${year}${joint}\\d{2}`, 'g'),
  lead: 24,
}

/** Finds periods of years; takes their places. Runs after school years. */
export function scanPeriods(page: Page, taken: Taken): DateCandidate[] {
  const found: DateCandidate[] = []
  for (const m of matchesAround(page.key, named)) {
    const span = { start: m.index, end: m.index + m[0].length }
    const from = Number(m[1])
    const short = (m[2] ?? '').length === 2
    const to = short ? Math.floor(from / 100) * 100 + Number(m[2]) : Number(m[2])
    const said = /^(?:giai|nhiệm|thời|lộ|các|năm)/u.test(m[0])
    // Glued words are a slip after "nhiệm kỳ 2020-2025"; after a bare "1990-2000m" they are a unit.
    if (!said && /\p{L}/u.test(page.key[span.end] ?? '')) continue
    if (to <= from || to - from > 120 || (short && !said)) {
      decline(page, span, 'not-a-period', 'The two numbers are no first and last year of a period.')
      continue
    }
    if (
      /(?<!\p{L})số $/u.test(page.key.slice(Math.max(0, span.start - 4), span.start)) ||
      !taken.isFree(span)
    )
      continue
    taken.take(span)
    found.push({
      ...span,
      rule: said ? 'period' : 'years-range',
      confidence: said ? 0.97 : 0.85,
      kind: 'period',
      edtf: `${edtfYear(from)}/${edtfYear(to)}`,
      inferred: false,
    })
  }
  return found
}
