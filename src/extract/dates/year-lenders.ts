// Which dates of a document tell its own time, so that a day written without a year may take theirs. A plan's horizon
// ("đến năm 2030"), a cited document's day and an anniversary do not.
import type { DateKind } from '../../model.ts'
import type { Span } from '../../text/view.ts'
import type { Page } from '../page.ts'
import type { DateCandidate } from './candidate.ts'

const horizon =
  /(?<!\p{L})(?:đến|tới|trước|mục tiêu|tầm nhìn|định hướng|quy hoạch|phấn đấu|dự kiến|giai đoạn)(?: (?:hết|cuối|đầu|năm|những năm|trong))* ?$/u

/** Anniversaries and history tell nothing of the days around a conference: how many years back a date may still do so. */
const memoryYears = 15
/** Articles and files of the web are younger; what they tell of before is the life of a person or history. */
const modern = 1990

export const isDayOrMonth = ({ rule }: DateCandidate): boolean => /^(?:day|month)/.test(rule)
/** A year by itself, told of whatever happened in it. */
export const isBareYear = ({ rule }: DateCandidate): boolean => rule.startsWith('year')

/** The dates whose year others may take, in order of place. `kinds` has the kind of each candidate. */
export function yearLenders(
  candidates: readonly DateCandidate[],
  kinds: readonly DateKind[],
  page: Page,
): DateCandidate[] {
  const told = candidates.filter((date, i) => {
    if (date.year === undefined || date.edtf === null || date.inferred) return false
    if (kinds[i] === 'commemoration' || kinds[i] === 'citation') return false
    if (date.rule.startsWith('day')) return true
    return !horizon.test(page.key.slice(Math.max(0, date.start - 30), date.start))
  })
  // Bare years reach into the future ("năm 2045"); days and months tell the document's own time.
  const latest = told.filter(isDayOrMonth).reduce((year, date) => Math.max(year, date.year ?? 0), 0)
  const issuedLongAgo =
    page.facts.issuedOn !== null && Number(page.facts.issuedOn.slice(0, 4)) < modern
  const first = issuedLongAgo ? 0 : Math.max(modern, latest - memoryYears)
  return told.filter((date) => (date.year ?? 0) >= first)
}

/** How many dates on either side speak for one without a year; real sentences hold fewer. */
const neighbours = 8

/** The anchors around `at` that stand in a sentence, in order. Binary search. */
export function nearIn(
  anchors: readonly DateCandidate[],
  sentence: Span,
  at: number,
): DateCandidate[] {
  let low = 0
  let high = anchors.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((anchors[middle]?.start ?? 0) < at) low = middle + 1
    else high = middle
  }
  return anchors
    .slice(Math.max(0, low - neighbours), low + neighbours)
    .filter((a) => a.start >= sentence.start && a.start < sentence.end)
}
