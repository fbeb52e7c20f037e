// Years: "cuối năm 2020", "năm 2023, 2024", "Kỳ thi tốt nghiệp THPT 2021", "từ 2021 đến".
import { decline } from '../decline.ts'
import { type CoredPattern, matchesAround } from '../matches-around.ts'
import type { Page } from '../page.ts'
import { unitAfter } from '../units.ts'
import { edtfYear } from './calendar.ts'
import type { DateCandidate, Taken } from './candidate.ts'

const year = '(?:19|20)\\d{2}'
const part = '(?:(?:đầu|giữa|cuối|trong|những ngày đầu|những ngày cuối) )?'

const years: CoredPattern = {
  pattern: new RegExp(
    `(?<!\\p{L})${part}(?:các |những )?năm:? ?((?:1\\d{3}|20\\d{2}))(?![\\p{L}\\p{N}]|[./]\\d)((?:(?:,| và|, và) (?:năm )?${year}(?![\\p{L}\\p{N}]|[./]\\d)){0,12})`,
    'gu',
  ),
  core: /năm:? ?(?:1\d{3}|20\d{2})(?![\p{L}\p{N}]|[./]\d)/gu,
  lead: 24,
}
const yearInList = new RegExp(year, 'gu')
const beforeBareYear =
  'đầu|giữa|cuối|hè|mùa (?:xuân|hè|thu|đông)|thpt|tuyển sinh|quốc gia|tết|xuân|nguyên đán|thường niên|seagames|sea games'
const softBeforeBareYear = 'từ|đến|tới|trước|sau|vào|hết|kể từ'
const bareYear: CoredPattern = {
  pattern: new RegExp(
    `(?<!\\p{L})(?:(?:${beforeBareYear}) |(?<soft>${softBeforeBareYear}) )(${year})(?![\\p{L}\\p{N}]|[./,-]\\d)`,
    'gu',
  ),
  core: new RegExp(
    `${year}(?<=(?<!\\p{L})(?:${beforeBareYear}|${softBeforeBareYear}) \\d{4})(?![\\p{L}\\p{N}]|[./,-]\\d)`,
    'gu',
  ),
  lead: 16,
}

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
  for (const m of matchesAround(key, years)) {
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
  for (const m of matchesAround(key, bareYear)) {
    const end = m.index + m[0].length
    const soft = m.groups?.soft !== undefined
    if (
      soft &&
      !/^(?:$|[,.;:)\n]| (?:đến|và|-|tại|của|là|được|đã|sẽ|cho|theo|thì|tầm nhìn|phấn đấu|toàn)(?!\p{L}))/u.test(
        key.slice(end, end + 12),
      )
    ) {
      decline(
        page,
        { start: end - 4, end },
        'not-a-year',
        'What follows does not say that it is a year.',
      )
      continue
    }
    if (unitAfter(page, end)) {
      decline(page, { start: end - 4, end }, 'not-a-year', 'Something counted follows the number.')
      continue
    }
    add(end - 4, end, edtfYear(Number(m[2])), 'year-bare', 0.75, Number(m[2]))
  }
  return found
}
