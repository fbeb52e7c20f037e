// Months: "tháng 9/2022", "từ tháng 1/2019 đến tháng 12/2020", "tháng 9, 10/2022", "từ 9/2022".

import { matchesOf } from '../../text/matches.ts'
import type { Span } from '../../text/view.ts'
import { decline } from '../decline.ts'
import { type CoredPattern, matchesAround } from '../matches-around.ts'
import type { Page } from '../page.ts'
import { unitAfter } from '../units.ts'
import { edtfMonth } from './calendar.ts'
import type { DateCandidate, Taken } from './candidate.ts'
import { beforeWeek } from './weeks.ts'

const year = '(?:19|20)\\d{2}'
/** After "năm" older years are no accident: "tháng 1 năm 1863". */
const saidYear = '(?:1[5-9]|20)\\d{2}'
const part = '(?:(?:đầu|giữa|cuối|trong|những ngày đầu|những ngày cuối) )?'

/** A number before "tháng" is a day, unless it is that of a week. */
const numberBefore = `(?<![\\d/.,]|${beforeWeek})\\d{1,2}`

// One month, perhaps the last of several: "tháng 9, 10/2022", "tháng 9 đến tháng 12 năm 2022", "tháng 3.2025".
const months: CoredPattern = {
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}]|${numberBefore} )${part}tháng ?(\\d{1,2})(?! ?[/.] ?\\d{1,2}(?!\\d))((?:, ?(?:tháng ?)?\\d{1,2}(?!\\d| tháng| ?[/.] ?\\d{1,2}(?!\\d))(?=,|,? và)){0,10})(?:(,|,? và|,? (?:cho )?(?:đến|tới)(?: hết)?| ?-) ?(?:tháng ?)?(\\d{1,2})(?!\\d| tháng))?(?:(?:,? ?năm (?=${saidYear})| ?[/.-] ?(?=${year})|,? (?=${year}))(\\d{4})(?!\\d))?(?![\\p{L}\\p{N}])`,
    'gu',
  ),
  core: new RegExp(`tháng ?(?<!${numberBefore} tháng ?)\\d`, 'gu'),
  lead: 20,
}
const monthRange: CoredPattern = {
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}])(?:tháng ?)?(\\d{1,2})(?: ?[/.-] ?| năm )(${year})(?: ?- ?|,? (?:cho )?(?:đến|tới)(?: hết)? )(?:hết )?(?:tháng ?)?(\\d{1,2})(?: ?[/.-] ?| năm )(${year})(?!\\d)`,
    'gu',
  ),
  core: new RegExp(
    `${year}(?: ?- ?|,? (?:cho )?(?:đến|tới)(?: hết)? )(?:hết )?(?:tháng ?)?\\d{1,2}(?: ?[/.-] ?| năm )${year}`,
    'g',
  ),
  lead: 16,
}
const bareMonth = new RegExp(
  `(?<![\\p{L}\\p{N}./-])(\\d{1,2})\\/(${year})(?![\\p{L}\\p{N}]|[/.-]\\d)`,
  'gu',
)
const bareMonthBefore =
  /(?:^|[("\n]|(?<!\p{L})(?:từ|đến|tới|trước|sau|hết|vào|đầu|cuối|giữa|là|và|kể từ|hạn|dịp|,|:|-)) ?$/u

const isMonth = (n: number): boolean => n >= 1 && n <= 12
/** "họp 03 (ba) tháng 01 (một) lần", "mỗi tháng 01 lần" count. */
const recurring =
  /^ (?:hằng|hàng|mỗi) năm|^ (?:tuổi|liên tiếp|liền)|^ (?:\(\p{L}+\) )?lần(?!\p{L})|^ ?\/ ?\d/u

/** Where the first month of some words ends: "cuối tháng 9|, 10/2022". */
function endOfFirst(words: string): number {
  const first = /tháng ?\d{1,2}/u.exec(words)
  return first ? first.index + first[0].length : words.length
}

/** Finds months and ranges of months; takes their places. */
export function scanMonths(page: Page, taken: Taken): DateCandidate[] {
  const { key } = page
  const found: DateCandidate[] = []
  const add = (date: DateCandidate) => {
    if (!taken.isFree(date) || (date.edtf === null && !date.inYear)) return
    taken.take(date)
    found.push(date)
  }
  for (const m of matchesAround(key, monthRange)) {
    const [a, b, c, d] = [m[1], m[2], m[3], m[4]].map(Number) as [number, number, number, number]
    if (!isMonth(a) || !isMonth(c) || d < b || (d === b && c <= a)) continue
    add({
      start: m.index,
      end: m.index + m[0].length,
      rule: 'month-range',
      confidence: 0.95,
      kind: 'period',
      edtf: `${edtfMonth(b, a)}/${edtfMonth(d, c)}`,
      year: d,
      inferred: false,
    })
  }
  for (const m of matchesAround(key, months)) {
    const end = m.index + m[0].length
    const [from, to] = [Number(m[1]), m[4] === undefined ? null : Number(m[4])]
    const y = m[5] === undefined ? null : Number(m[5])
    const firstEnd = m.index + endOfFirst(m[0])
    const joint = m[3] === undefined ? end : firstEnd + (m[2] ?? '').length
    // "tháng 6, 7, 8 và 9/2023": those between the first and the last.
    const between = Array.from((m[2] ?? '').matchAll(/\d+/gu), (n) => ({
      month: Number(n[0]),
      start: firstEnd + n.index,
      end: firstEnd + n.index + n[0].length,
    }))
    if (
      !isMonth(from) ||
      (to !== null && !isMonth(to)) ||
      recurring.test(key.slice(end, end + 12))
    ) {
      const reason = 'No month of the calendar, or a month of every year or of an age.'
      decline(page, { start: m.index, end }, 'not-a-month', reason)
      continue
    }
    // A year is looked for with the month that is of that year: the first, but of "tháng 11 - 2" the last.
    const monthAsked = to === null || from <= to ? from : to
    const isRange = to !== null && between.length === 0 && /-|đến|tới/u.test(m[3] ?? '')
    const addOne = (span: Span, inYear: (year: number) => string) =>
      add({
        ...span,
        month: monthAsked,
        kind: isRange ? 'period' : 'event',
        rule: to === null ? (y === null ? 'month' : 'month-year') : 'month-list',
        confidence: y === null ? 0.7 : 0.95,
        edtf: y === null ? null : inYear(y),
        inYear: y === null ? inYear : undefined,
        year: y ?? undefined,
        inferred: y === null,
      })
    const turn = (month: number) => (year: number) =>
      edtfMonth(to !== null && month > to ? year - 1 : year, month)
    if (to === null) addOne({ start: m.index, end }, turn(from))
    else if (isRange) addOne({ start: m.index, end }, (v) => `${turn(from)(v)}/${edtfMonth(v, to)}`)
    else {
      // Each gets its own words, the first those before it and the last the year.
      addOne({ start: m.index, end: between.length > 0 ? firstEnd : joint }, turn(from))
      for (const { month, ...span } of between) if (isMonth(month)) addOne(span, turn(month))
      addOne({ start: joint + (m[3] ?? '').length, end }, turn(to))
    }
  }
  for (const m of matchesOf(key, bareMonth)) {
    const [month, y] = [Number(m[1]), Number(m[2])]
    const end = m.index + m[0].length
    const drop = (reason: string) => decline(page, { start: m.index, end }, 'not-a-month', reason)
    const clear = bareMonthBefore.test(key.slice(Math.max(0, m.index - 12), m.index))
    if (!isMonth(month) || (!clear && unitAfter(page, end))) {
      drop('No month of the calendar, or something counted follows.')
      continue
    }
    if (!clear && !/^(?:$|[,.;:)\n]| (?:và|của|tại|đến|-))/u.test(key.slice(end, end + 5))) {
      drop('No word before or after it says that it is a month and its year.')
      continue
    }
    add({
      start: m.index,
      end,
      rule: 'month-year-bare',
      confidence: clear ? 0.85 : 0.7,
      kind: 'event',
      edtf: edtfMonth(y, month),
      year: y,
      inferred: false,
    })
  }
  return found
}
