// Months, quarters, halves of a year and years: "tháng 9/2022", "từ tháng 1/2019 đến tháng 12/2020", "quý I/2023",
// "6 tháng đầu năm 2023", "cuối năm 2020", "năm 2023, 2024", "Kỳ thi tốt nghiệp THPT 2021".
import { smallOrdinal } from '../numbers.ts'
import type { Page } from '../page.ts'
import { unitAfter } from '../units.ts'
import { edtfMonth, edtfQuarter, edtfYear } from './calendar.ts'
import type { DateCandidate, Taken } from './candidate.ts'

const year = '(?:19|20)\\d{2}'
/** After "năm" older years are no accident: "tháng 1 năm 1863". */
const saidYear = '(?:1[5-9]|20)\\d{2}'
const part = '(?:(?:đầu|giữa|cuối|trong|những ngày đầu|những ngày cuối) )?'

// One month, perhaps the last of several: "tháng 9, 10/2022", "tháng 9 đến tháng 12 năm 2022", "tháng 3.2025".
const months = new RegExp(
  `(?<![\\p{L}\\p{N}]|(?<![\\d/.,])\\d{1,2} )${part}tháng ?(\\d{1,2})(?! ?[/.] ?\\d{1,2}(?!\\d))(?:(,|,? và|,? (?:cho )?(?:đến|tới)(?: hết)?| ?-) ?(?:tháng ?)?(\\d{1,2})(?!\\d| tháng))?(?:(?:,? ?năm (?=${saidYear})| ?[/.-] ?(?=${year})|,? (?=${year}))(\\d{4})(?!\\d))?(?![\\p{L}\\p{N}])`,
  'gu',
)
const monthRange = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:tháng ?)?(\\d{1,2})(?: ?[/.-] ?| năm )(${year})(?: ?- ?|,? (?:cho )?(?:đến|tới)(?: hết)? )(?:hết )?(?:tháng ?)?(\\d{1,2})(?: ?[/.-] ?| năm )(${year})(?!\\d)`,
  'gu',
)
const bareMonth = new RegExp(
  `(?<![\\p{L}\\p{N}./-])(\\d{1,2})\\/(${year})(?![\\p{L}\\p{N}]|[/.-]\\d)`,
  'gu',
)
const bareMonthBefore =
  /(?:^|[("\n]|(?<!\p{L})(?:từ|đến|tới|trước|sau|hết|vào|đầu|cuối|giữa|là|và|kể từ|hạn|dịp|,|:|-)) ?$/u
const quarters = new RegExp(
  `(?<!\\p{L})qu[ýí]s? ?(iii|ii|iv|i|[1-4])(?:(,| và|-| ?- ?| đến)(?: ?quý)? ?(iii|ii|iv|i|[1-4]))?(?![\\p{L}\\p{N}])(?:(?:,? năm | ?[/.-] ?|,? )(${year})(?!\\d))?`,
  'gu',
)
const spans = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(3|ba|6|0?6|sáu|9|0?9|chín|11|10|8|4|5|2|7) tháng (đầu|cuối)(?: của)? năm(?! học)|nửa (đầu|cuối)(?: của)? năm(?! học)|(3|6|9|11) tháng năm(?= ${year}))(?: (${year})(?!\\d))?`,
  'gu',
)
const counts: ReadonlyMap<string, number> = new Map([
  ['ba', 3],
  ['sáu', 6],
  ['chín', 9],
])

const isMonth = (n: number): boolean => n >= 1 && n <= 12
const recurring = /^ (?:hằng|hàng|mỗi) năm|^ (?:tuổi|liên tiếp|liền)/u

/** Finds months and ranges of months; takes their places. */
export function scanMonths(page: Page, taken: Taken): DateCandidate[] {
  const { key } = page
  const found: DateCandidate[] = []
  const add = (date: DateCandidate) => {
    if (!taken.isFree(date) || (date.edtf === null && !date.inYear)) return
    taken.take(date)
    found.push(date)
  }
  for (const m of key.matchAll(monthRange)) {
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
  for (const m of key.matchAll(months)) {
    const end = m.index + m[0].length
    const [from, to] = [Number(m[1]), m[3] === undefined ? null : Number(m[3])]
    const y = m[4] === undefined ? null : Number(m[4])
    if (!isMonth(from) || (to !== null && !isMonth(to)) || recurring.test(key.slice(end, end + 12)))
      continue
    const common = { start: m.index, end, kind: 'event', month: to ?? from } as const
    const dates: Array<(year: number) => string> =
      to === null
        ? [(v) => edtfMonth(v, from)]
        : /-|đến|tới/u.test(m[2] ?? '')
          ? [(v) => `${edtfMonth(from > to ? v - 1 : v, from)}/${edtfMonth(v, to)}`]
          : [(v) => edtfMonth(from > to ? v - 1 : v, from), (v) => edtfMonth(v, to)]
    // Two months in one span: the first gets the words up to the joint.
    const joint = m[2] === undefined || dates.length === 1 ? end : m.index + m[0].indexOf(m[2], 6)
    for (const [i, inYear] of dates.entries())
      add({
        ...common,
        start: i === 0 ? m.index : joint + (m[2] ?? '').length,
        end: i === 0 && dates.length > 1 ? joint : end,
        kind: to !== null && dates.length === 1 ? 'period' : 'event',
        rule: to === null ? (y === null ? 'month' : 'month-year') : 'month-list',
        confidence: y === null ? 0.7 : 0.95,
        edtf: y === null ? null : inYear(y),
        inYear: y === null ? inYear : undefined,
        year: y ?? undefined,
        inferred: y === null,
      })
  }
  for (const m of key.matchAll(bareMonth)) {
    const [month, y] = [Number(m[1]), Number(m[2])]
    const end = m.index + m[0].length
    if (!isMonth(month) || unitAfter(page, end)) continue
    const clear = bareMonthBefore.test(key.slice(Math.max(0, m.index - 12), m.index))
    if (!clear && !/^(?:$|[,.;:)\n]| (?:và|của|tại|đến|-))/u.test(key.slice(end, end + 5))) continue
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

/** Finds quarters and "6 tháng đầu năm"; takes their places. */
export function scanPartsOfYear(page: Page, taken: Taken): DateCandidate[] {
  const { key } = page
  const found: DateCandidate[] = []
  const add = (
    span: { start: number; end: number },
    rule: string,
    y: number | null,
    inYear: (y: number) => string,
  ) => {
    if (!taken.isFree(span)) return
    taken.take(span)
    found.push({
      ...span,
      rule,
      confidence: y === null ? 0.7 : 0.95,
      kind: 'period',
      edtf: y === null ? null : inYear(y),
      inYear: y === null ? inYear : undefined,
      year: y ?? undefined,
      inferred: y === null,
    })
  }
  for (const m of key.matchAll(quarters)) {
    const [from, to] = [smallOrdinal(m[1] ?? ''), m[3] === undefined ? null : smallOrdinal(m[3])]
    if (from === null) continue
    const y = m[4] === undefined ? null : Number(m[4])
    const end = m.index + m[0].length
    if (to === null) add({ start: m.index, end }, 'quarter', y, (v) => edtfQuarter(v, from))
    else if (/-|đến/u.test(m[2] ?? ''))
      add(
        { start: m.index, end },
        'quarter-range',
        y,
        (v) => `${edtfMonth(v, from * 3 - 2)}/${edtfMonth(v, to * 3)}`,
      )
    else {
      const joint = m.index + m[0].indexOf(m[2] ?? ',', 4)
      add({ start: m.index, end: joint }, 'quarter-list', y, (v) => edtfQuarter(v, from))
      add({ start: joint + (m[2] ?? '').length, end }, 'quarter-list', y, (v) => edtfQuarter(v, to))
    }
  }
  for (const m of key.matchAll(spans)) {
    const written = m[1] ?? m[4]
    const count = written === undefined ? 6 : (counts.get(written) ?? Number(written))
    const last = (m[2] ?? m[3]) === 'cuối'
    const y = m[5] === undefined ? null : Number(m[5])
    add({ start: m.index, end: m.index + m[0].length }, 'months-of-year', y, (v) =>
      last
        ? `${edtfMonth(v, 13 - count)}/${edtfMonth(v, 12)}`
        : `${edtfMonth(v, 1)}/${edtfMonth(v, count)}`,
    )
  }
  return found
}

const years = new RegExp(
  `(?<!\\p{L})${part}(?:các |những )?năm:? ?((?:1\\d{3}|20\\d{2}))(?![\\p{L}\\p{N}]|[./]\\d)((?:(?:,| và|, và) (?:năm )?${year}(?![\\p{L}\\p{N}]|[./]\\d)){0,12})`,
  'gu',
)
const yearInList = new RegExp(year, 'gu')
const bareYear = new RegExp(
  `(?<!\\p{L})(?:(?:đầu|giữa|cuối|hè|mùa (?:xuân|hè|thu|đông)|thpt|tuyển sinh|quốc gia|tết|xuân|nguyên đán|thường niên|seagames|sea games) |(?<soft>từ|đến|tới|trước|sau|vào|hết|kể từ) )(${year})(?![\\p{L}\\p{N}]|[./,-]\\d)`,
  'gu',
)

/** Finds years; takes their places. Runs after everything that a year may be part of. */
export function scanYears(page: Page, taken: Taken): DateCandidate[] {
  const { key } = page
  const found: DateCandidate[] = []
  const add = (
    start: number,
    end: number,
    edtf: string,
    rule: string,
    confidence: number,
    y?: number,
  ) => {
    if (!taken.isFree({ start, end })) return
    taken.take({ start, end })
    found.push({ start, end, rule, confidence, kind: 'other', edtf, year: y, inferred: false })
  }
  for (const m of key.matchAll(years)) {
    const firstEnd = m.index + m[0].length - (m[2] ?? '').length
    const first = Number(m[1])
    const birth =
      /(?<!\p{L})(?:(?<!(?:tuyển|phát|học|vệ|hy|thí|tái|giáo) )sinh|mất|từ trần|sn) ?$/u.test(
        key.slice(Math.max(0, m.index - 12), m.index),
      )
    const rest = Array.from((m[2] ?? '').matchAll(yearInList), (n) => ({
      at: firstEnd + n.index,
      value: Number(n[0]),
    }))
    const all = [first, ...rest.map((r) => r.value)]
    // "năm 2023, 2024" without "và" is one stretch of years.
    const stretch =
      all.length > 1 &&
      !/và|năm/u.test(m[2] ?? '') &&
      all.every((v, i) => i === 0 || v === (all[i - 1] ?? 0) + 1)
    if (stretch) {
      add(
        m.index,
        m.index + m[0].length,
        `${edtfYear(first)}/${edtfYear(all.at(-1) ?? first)}`,
        'years',
        0.85,
        all.at(-1),
      )
      continue
    }
    add(
      m.index,
      firstEnd,
      edtfYear(first),
      birth ? 'year-of-life' : 'year',
      0.95,
      birth ? undefined : first,
    )
    for (const { at, value } of rest) add(at, at + 4, edtfYear(value), 'year-list', 0.9, value)
  }
  for (const m of key.matchAll(bareYear)) {
    const end = m.index + m[0].length
    const soft = m.groups?.soft !== undefined
    if (
      soft &&
      !/^(?:$|[,.;:)\n]| (?:đến|và|-|tại|của|là|được|đã|sẽ|cho|theo|thì|tầm nhìn|phấn đấu|toàn)(?!\p{L}))/u.test(
        key.slice(end, end + 12),
      )
    )
      continue
    if (unitAfter(page, end)) continue
    add(end - 4, end, edtfYear(Number(m[2])), 'year-bare', 0.75, Number(m[2]))
  }
  return found
}
