// Dates as EDTF: "Chiều 21/3" → 2023-03-21, "học kỳ II năm học 2022-2023" → 2023-01/2023-05, "quý I/2023" → 2023-01/2023-03.
//
// Scanners run from the most particular to the most general; each takes the places it has read, so that the year in
// "năm học 2022-2023" is not read again. Years that are not written are inferred at the end, then kinds are given.
import type { DateKind } from '../model.ts'
import { takenOf } from './dates/candidate.ts'
import { scanBlankDays, scanDays } from './dates/days.ts'
import { inferYears } from './dates/infer-year.ts'
import { type KindsTold, kindsOf } from './dates/kind.ts'
import { takeLunarDates } from './dates/lunar.ts'
import { scanMonths } from './dates/months.ts'
import { takeNonDates } from './dates/not-dates.ts'
import { scanPartsOfYear } from './dates/parts-of-year.ts'
import { scanPeriods } from './dates/periods.ts'
import { inPlannedYear } from './dates/planned-year.ts'
import { scanRelative } from './dates/relative.ts'
import { scanSchoolTime } from './dates/school-time.ts'
import { scanStamps } from './dates/stamp.ts'
import { scanTitledYears } from './dates/titled-years.ts'
import { scanYears } from './dates/years.ts'
import type { Annotation, Page } from './page.ts'

export { schoolYearsOf } from './dates/school-time.ts'

export type DateValue = { edtf: string; kind: DateKind; inferred: boolean }

/** All dates of a page outside boilerplate, in order of place. Offsets in UTF-16 units of `page.text`. */
export function findDates(page: Page): Annotation<DateValue>[] {
  const taken = takenOf(page.key.length)
  const { sentences, numbers } = page
  takeNonDates(page, taken, numbers)
  takeLunarDates(page, taken)
  const candidates = [
    ...scanSchoolTime(page, taken, sentences),
    ...scanBlankDays(page, taken),
    ...scanDays(page, taken),
    ...scanStamps(page, taken),
    ...scanPeriods(page, taken),
    ...scanPartsOfYear(page, taken),
    ...scanMonths(page, taken),
    ...scanYears(page, taken),
    ...scanTitledYears(page, taken),
    ...scanRelative(page, taken),
  ].sort((a, b) => a.start - b.start)
  const told: KindsTold = new Map()
  const kindsBefore = kindsOf(candidates, page, numbers, told)
  const inferred = inferYears(candidates, kindsBefore, page, sentences)
  const dates = inPlannedYear(inferred, page, sentences)
  const kinds = kindsOf(dates, page, numbers, told)
  return dates.flatMap((date, i) => {
    if (date.edtf === null) return []
    const { start, end } = trimmed(page.text, date)
    return [
      {
        start,
        end,
        rule: date.rule,
        confidence: date.confidence,
        ...(date.evidence === undefined ? {} : { evidence: date.evidence }),
        value: { edtf: date.edtf, kind: kinds[i] ?? date.kind, inferred: date.inferred },
      },
    ]
  })
}

/** A span without spaces, commas and "các" at its ends, and with its brackets either both or none. */
function trimmed(
  text: string,
  span: { start: number; end: number },
): { start: number; end: number } {
  let { start, end } = span
  while (start < end && /[\s,(]/.test(text[start] ?? '')) start++
  while (end > start && /[\s,]/.test(text[end - 1] ?? '')) end--
  start += /^(?:các|những) /iu.exec(text.slice(start, Math.min(end, start + 8)))?.[0].length ?? 0
  const words = text.slice(start, end)
  if (words.endsWith(')') && !words.includes('(')) end--
  else if (words.includes('(') && !words.includes(')'))
    if (text[end] === ')') end++
    // "trong 3 ngày (5, 6, 7/3)"
    else start += words.indexOf('(') + 1
  return { start, end }
}
