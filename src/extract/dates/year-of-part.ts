// The year of quarters and halves of a year written without one: "Kết quả 9 tháng đầu năm, phương hướng quý IV năm 2016". The
// year of the other part in the sentence, else the one that brings the part nearest to the day of the document: a report
// tells of what has begun, a plan of what has not ended.
import type { Span } from '../../text/view.ts'
import type { Page } from '../page.ts'
import { type Day, daysBetween, daysIn } from './calendar.ts'
import type { DateCandidate, Inference } from './candidate.ts'

/** True for a quarter or "6 tháng đầu năm". */
export const isPartOfYear = ({ rule }: DateCandidate): boolean =>
  /^(?:quarter|months-of)/.test(rule)

const forward =
  /(?<!\p{L})(?:phương hướng|giải pháp|phấn đấu|dự kiến|sẽ|trước|chậm nhất|muộn nhất|hạn|sắp tới|tới đây|hoàn thành|xong|trọng tâm|tiếp tục|(?<!(?:thực hiện|triển khai|hoàn thành)(?: \p{L}+)? )(?:nhiệm vụ|kế hoạch|chương trình))(?!\p{L})/gu
const backward =
  /(?<!\p{L})(?:tổng kết|sơ kết|đánh giá|kết quả|báo cáo|thành tích|tình hình|so với|cùng kỳ|đã|đạt|ước)(?!\p{L})/gu
const toldAfter = /^,? (?:đã|đạt|ước|tăng|giảm)(?!\p{L})/u
/** Between two parts, the second of which comes later. */
const turnsAhead = /(?<!\p{L})(?:phương hướng|nhiệm vụ|kế hoạch|chương trình|dự kiến)(?!\p{L})/u

/** How far before a part its words are asked, in UTF-16 units. */
const reach = 90

type Direction = 'past' | 'coming' | null

/** What the words beside a part say: of the words before it the last one decides. */
function directionOf({ key }: Page, date: Span, sentence: Span | null): Direction {
  const before = key.slice(Math.max(sentence?.start ?? 0, date.start - reach), date.start)
  const lastOf = (words: RegExp) => [...before.matchAll(words)].at(-1)?.index ?? -1
  const [ahead, back] = [lastOf(forward), lastOf(backward)]
  if (ahead >= 0 || back >= 0) return ahead > back ? 'coming' : 'past'
  return toldAfter.test(key.slice(date.end, date.end + 10)) ? 'past' : null
}

/** First and last month of a part: "2016-01/2016-09" → 1, 9. */
function monthsOf(date: DateCandidate, year: number): { first: number; last: number } | null {
  const match = /^\d{4}-(\d{2})\/\d{4}-(\d{2})$/.exec(date.edtf ?? date.inYear?.(year) ?? '')
  return match ? { first: Number(match[1]), last: Number(match[2]) } : null
}

/** The year of the nearest other part in the sentence that has one; null without one. `lenders`: of the sentence, in order. */
export function yearOfOtherPart(
  page: Page,
  date: DateCandidate,
  lenders: readonly DateCandidate[],
): Inference | null {
  const parts = lenders.filter((lender) => isPartOfYear(lender))
  const other = parts.find((part) => part.start > date.start) ?? parts.at(-1)
  const year = other?.year
  if (!other || year === undefined) return null
  const [own, its] = [monthsOf(date, year), monthsOf(other, year)]
  if (!own || !its) return null
  // "Kết quả quý IV, phương hướng quý I năm 2017": the quarter before that one.
  const isBefore = date.start < other.start
  const [from, to] = isBefore ? [date.end, other.start] : [other.end, date.start]
  const [earlier, later] = isBefore ? [own, its] : [its, own]
  const turns = later.first <= earlier.first && turnsAhead.test(page.key.slice(from, to))
  return {
    year: year + (turns ? (isBefore ? -1 : 1) : 0),
    confidence: 0.8,
    evidence: page.text.slice(other.start, other.end),
  }
}

/** A part that has not come, or that has passed, counts as so many times as far where the words tell of the other. */
const against = 10
/** The same where only the kind of document tells. */
const unlikely = 3
/** Days before its end from which a part of the year is told as done. */
const estimated = 45

/**
 * The year of a part in a document of a day. "đầu năm" and "cuối năm" are of that day's year, but in January a report still
 * tells of the end of the year before, and in December a plan of the beginning of the next. `tellsPast`: the document
 * reports.
 */
export function yearByDay(
  page: Page,
  date: DateCandidate,
  sentence: Span | null,
  day: Day,
  tellsPast: boolean,
): Inference | null {
  const months = monthsOf(date, day.year)
  if (!months) return null
  const direction = directionOf(page, date, sentence)
  const evidence = `${day.year}`
  const startIn = (year: number) => daysBetween(day, { year, month: months.first, day: 1 })
  const endIn = (year: number) =>
    daysBetween(day, { year, month: months.last, day: daysIn(year, months.last) })
  if (date.rule === 'months-of-year') {
    let { year } = day
    if (direction === 'past' && day.month <= 2 && endIn(year) > estimated) year--
    else if (direction === 'coming' && day.month >= 11 && endIn(year) < 0) year++
    return { year, confidence: 0.8, evidence }
  }
  const past = direction === 'past'
  const coming = direction === 'coming'
  const weightAhead = past ? against : coming ? 1 : tellsPast ? unlikely : 1
  const weightBehind = coming ? against : past ? 1 : tellsPast ? 1 : unlikely
  const [nearest] = [day.year, day.year - 1, day.year + 1]
    .map((year) => ({
      year,
      far: Math.max(0, startIn(year) * weightAhead, -endIn(year) * weightBehind),
    }))
    .toSorted((a, b) => a.far - b.far)
  return nearest ? { year: nearest.year, confidence: 0.75, evidence } : null
}

/** True for a page that tells of what was: an article, a report, minutes. */
export function reports({ blocks, key, facts }: Page): boolean {
  if (facts.publishedAt !== null) return true
  const title = blocks.find(({ zone }) => zone === 'title')
  return title !== undefined && /^\W*(?:báo cáo|biên bản)/u.test(key.slice(title.start, title.end))
}
