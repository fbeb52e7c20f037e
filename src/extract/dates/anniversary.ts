// The year that an anniversary gives the day it is kept on: "Chiều 19/11, trường kỷ niệm 42 năm Ngày … (20/11/1982 -
// 20/11/2024)", "Lễ kỷ niệm 30 năm thành lập (1994-2024)".
import type { Span } from '../../text/view.ts'
import type { Page } from '../page.ts'
import { type Day, dayOf, daysBetween } from './calendar.ts'
import { type DateCandidate, dayIn, type Inference } from './candidate.ts'

/** `day` is the last day of the span, or null where it is told in years alone. */
export type Anniversary = Span & { year: number; day: Day | null }

const celebrated = /(?<!\p{L})(?:kỷ niệm|kỉ niệm|mừng)(?!\p{L})/u
const count = /(?<!\p{L})(?:kỷ niệm|kỉ niệm|mừng)(?: \p{L}+){0,4} (\d{1,3}) ?năm(?!\p{L})/u
/** How far before the years of a span its words are asked, in UTF-16 units. */
const reach = 160
const joint = /^ ?(?:-|–|đến|tới) ?$/u

/** The ends of the commemorated spans among the candidates, in order of place. */
export function anniversariesOf(candidates: readonly DateCandidate[], page: Page): Anniversary[] {
  return candidates.flatMap((date, i) => {
    const [from, to] =
      date.kind === 'period' ? yearsOf(date) : spanTo(page, candidates[i - 1], date)
    if (from === null || to === null || to <= from) return []
    const words = page.key.slice(Math.max(0, date.start - reach), date.start)
    // Years alone may be a school year or a plan's; a day told twice is no such thing.
    const isKept =
      date.kind === 'period' ? Number(count.exec(words)?.[1]) === to - from : celebrated.test(words)
    return isKept ? [{ start: date.start, end: date.end, year: to, day: dayOf(date.edtf) }] : []
  })
}

type Years = readonly [from: number | null, to: number | null]

function yearsOf({ edtf }: DateCandidate): Years {
  const match = /^(\d{4})\/(\d{4})$/.exec(edtf ?? '')
  return match ? [Number(match[1]), Number(match[2])] : [null, null]
}

/** The years of one day of the year told twice with a dash between. */
function spanTo(page: Page, first: DateCandidate | undefined, last: DateCandidate): Years {
  const [a, b] = [first?.edtf ?? '', last.edtf ?? '']
  const same = /^\d{4}-\d{2}-\d{2}$/.test(a) && a.slice(4) === b.slice(4)
  if (!first || !same || !joint.test(page.key.slice(first.end, last.start))) return [null, null]
  return [Number(a.slice(0, 4)), Number(b.slice(0, 4))]
}

/** The year of the anniversary in the sentence of a date, the one that brings it nearest to its day; null without one. */
export function fromAnniversary(
  date: DateCandidate,
  anniversaries: readonly Anniversary[],
  sentence: Span | null,
  page: Page,
): Inference | null {
  if (!sentence) return null
  const found = anniversaries.find(({ start }) => start >= sentence.start && start < sentence.end)
  if (!found) return null
  const { day } = found
  const far = (year: number) => (day ? Math.abs(daysBetween(day, dayIn(date, year))) : 0)
  const [year = found.year] = [found.year, found.year + 1, found.year - 1].toSorted(
    (a, b) => far(a) - far(b),
  )
  return { year, confidence: 0.8, evidence: page.text.slice(found.start, found.end) }
}
