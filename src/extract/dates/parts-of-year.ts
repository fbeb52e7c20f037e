// Quarters and halves of a year: "quý I/2023", "quý I, II năm 2022", "6 tháng đầu năm 2023", "nửa cuối năm 2023".

import { type CoredPattern, matchesAround } from '../matches-around.ts'
import { smallOrdinal } from '../numbers.ts'
import type { Page } from '../page.ts'
import { edtfMonth, edtfQuarter } from './calendar.ts'
import type { DateCandidate, Taken } from './candidate.ts'

const year = '(?:19|20)\\d{2}'
const quarters: CoredPattern = {
  pattern: new RegExp(
    `(?<!\\p{L})qu[ýí]s? ?(iii|ii|iv|i|[1-4])(?:(,| và|-| ?- ?| đến)(?: ?quý)? ?(iii|ii|iv|i|[1-4]))?(?![\\p{L}\\p{N}])(?:(?:,? năm | ?[/.-] ?|,? )(${year})(?!\\d))?`,
    'gu',
  ),
  core: /qu[ýí]s? ?(?:iii|ii|iv|i|[1-4])(?![\p{L}\p{N}])/gu,
  lead: 0,
}
const spans: CoredPattern = {
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}])(?:(0?[2-9]|10|11|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?: một)?) tháng (đầu|cuối)(?: của)? năm(?! học)|nửa (đầu|cuối)(?: của)? năm(?! học)|(3|6|9|11) tháng năm(?= ${year}))(?: (${year})(?!\\d))?`,
    'gu',
  ),
  core: /(?:tháng|nửa) (?:đầu|cuối)(?: của)? năm(?! học)|tháng năm (?=19|20)/g,
  lead: 9,
}
const counts: ReadonlyMap<string, number> = new Map([
  ['hai', 2],
  ['ba', 3],
  ['bốn', 4],
  ['năm', 5],
  ['sáu', 6],
  ['bảy', 7],
  ['tám', 8],
  ['chín', 9],
  ['mười', 10],
  ['mười một', 11],
])

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
  for (const m of matchesAround(key, quarters)) {
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
  for (const m of matchesAround(key, spans)) {
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
