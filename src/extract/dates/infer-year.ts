// The year of dates written without one ("Chiều 21/3"), from the sentence, the day of publication or issue, the school
// year, and other dates of the document. What nothing settles is left out.

import type { DateKind } from '../../model.ts'
import type { Span } from '../../text/view.ts'
import { decline } from '../decline.ts'
import type { Page } from '../page.ts'
import { spanAt } from '../sentences.ts'
import { anniversariesOf, fromAnniversary } from './anniversary.ts'
import { type Day, dayOf, daysBetween, weekdayOf } from './calendar.ts'
import { type DateCandidate, dayIn, type Inference } from './candidate.ts'
import { comesBack, isNormative } from './every-year.ts'
import { notYetCome } from './reported.ts'
import { schoolYearsOf } from './school-time.ts'
import { isBareYear, isDayOrMonth, nearIn, yearLenders } from './year-lenders.ts'
import { isPartOfYear, reports, yearByDay, yearOfOtherPart } from './year-of-part.ts'

const future =
  /(?<!\p{L})(?:sẽ|dự kiến|trước|chậm nhất|muộn nhất|hạn|sắp tới|tới đây|đến hết|hoàn thành|xong)(?!\p{L})/u
/** Before the later of two dates, where the first is told of what was. */
const ahead = /(?<!\p{L})(?:ước|phấn đấu|dự kiến|sẽ|trước|chậm nhất|muộn nhất|hạn|hết)(?!\p{L})/u
/** The day that an article itself is of. */
const now = /(?<!\p{L})(?:nay|vừa qua|vừa rồi)(?!\p{L})/u
const lookingBack = /(?<!\p{L})(?:tổng kết|sơ kết|đánh giá|kết quả|báo cáo|thành tích)(?!\p{L})/u

/** Gives candidates without a year theirs; those that stay without are left out. Candidates, with their kinds, in order. */
export function inferYears(
  candidates: readonly DateCandidate[],
  kinds: readonly DateKind[],
  page: Page,
  sentences: readonly Span[],
): DateCandidate[] {
  const open = candidates.filter((c) => c.edtf === null && c.inYear)
  if (open.length === 0) return candidates.filter((c) => c.edtf !== null)
  const lenders = yearLenders(candidates, kinds, page)
  const days = lenders.filter(isDayOrMonth)
  const schoolYears =
    page.facts.schoolYears.length > 0 ? page.facts.schoolYears : schoolYearsOf(page.key)
  const published = dayOf(page.facts.publishedAt)
  const issued = dayOf(page.facts.issuedOn) ?? monthStart(page.facts.issuedOn)
  const rules = isNormative(page)
  const tellsPast = reports(page)
  const anniversaries = published || issued ? [] : anniversariesOf(candidates, page)
  const lead =
    published || issued
      ? undefined
      : open.find((date) => date.day !== undefined && date.start < leadLength)
  const told = lead ? dayOfLead(lead, days, lenders) : null
  /** Years settled for a day of the year, for its other mentions. */
  const settled = new Map<string, Inference>()
  for (const lender of days)
    if (lender.day !== undefined && lender.month !== undefined && lender.year !== undefined)
      settled.set(`${lender.day}/${lender.month}`, {
        year: lender.year,
        confidence: 0.85,
        evidence: page.text.slice(lender.start, lender.end),
      })
  const years = new Map<DateCandidate, Inference | null>()
  const recurring = new Set<DateCandidate>()
  for (const date of open) {
    const sentence = spanAt(sentences, date.start)
    const inSentence = sentence ? nearIn(lenders, sentence, date.start) : []
    const words = sentence
      ? page.key.slice(sentence.start, Math.min(sentence.end, sentence.start + 1500))
      : ''
    const ofSentence = fromSentence(date, inSentence, words, page)
    if (comesBack(page, date, sentence) || (rules && !ofSentence)) {
      recurring.add(date)
      continue
    }
    const ownDay = published ?? issued
    if (isPartOfYear(date) && ownDay) {
      years.set(
        date,
        yearOfOtherPart(page, date, inSentence) ??
          fromSentence(
            date,
            inSentence.filter((lender) => lender.day === undefined),
            words,
            page,
          ) ??
          yearByDay(page, date, sentence, ownDay, tellsPast),
      )
      continue
    }
    const isNow = date === lead || now.test(page.key.slice(date.start, date.end + 10))
    const inDays = isNow ? inSentence.filter((lender) => !isBareYear(lender)) : []
    const year = notYetCome(
      page,
      date,
      issued,
      fromPublication(date, published, words) ??
        fromAnniversary(date, anniversaries, sentence, page) ??
        fromSentence(date, inDays, words, page) ??
        (isNow ? fromPublication(date, told, '') : null) ??
        ofSentence ??
        fromIssue(date, issued),
    )
    years.set(date, year)
    const name = nameOf(date)
    if (year && name && !settled.has(name)) settled.set(name, year)
  }
  const leadYear = lead && years.get(lead)
  const kept = lead && anniversaries.length > 0 && leadYear?.year !== told?.year
  const day = (kept ? null : told) ?? (lead && leadYear ? dayIn(lead, leadYear.year) : null)
  const onlyYear = new Set(lenders.map((l) => l.year)).size === 1 ? lenders[0] : undefined
  let nearest = 0
  for (const date of open) {
    if (years.get(date) || recurring.has(date)) continue
    const name = nameOf(date)
    let year: Inference | null =
      (name ? settled.get(name) : undefined) ??
      fromPublication(date, day, '') ??
      fromSchoolYear(date, schoolYears)
    if (!year) {
      while ((days[nearest + 1]?.start ?? Number.POSITIVE_INFINITY) < date.start) nearest++
      const lender = nearestOf(days[nearest], days[nearest + 1], date) ?? onlyYear
      if (lender?.year !== undefined)
        year = {
          year: lender.year,
          confidence: 0.55,
          evidence: page.text.slice(lender.start, lender.end),
        }
    }
    years.set(date, year)
  }
  return candidates.flatMap((date) => {
    if (date.edtf !== null) return [date]
    if (recurring.has(date)) {
      decline(page, date, 'day-every-year', 'A day, month or part of every year.')
      return []
    }
    const found = years.get(date)
    if (!found || !date.inYear) {
      decline(
        page,
        date,
        'year-unknown',
        'It has no year, and neither its sentence, the day of the document nor another date gives one.',
      )
      return []
    }
    const year = checkedByWeekday(date, found.year)
    const edtf = date.inYear(year)
    if (edtf === null) {
      decline(page, date, 'not-a-day', `The year inferred, ${year}, has no such day.`)
      return []
    }
    return [
      {
        ...date,
        edtf,
        inferred: true,
        evidence: found.evidence,
        confidence: Math.min(date.confidence, found.confidence),
      },
    ]
  })
}

/** How far into a text its lead may reach, in UTF-16 units. */
const leadLength = 700

/** Half a year: how far a day may lie from another one of the text in days, either way. */
const halfYear = 183

/**
 * The day an article without a day of publication tells of: the first day in its lead, in the year that brings it nearest
 * to the latest day or month of the text; null where the years told of are all later.
 */
function dayOfLead(
  lead: DateCandidate,
  days: readonly DateCandidate[],
  lenders: readonly DateCandidate[],
): Day | null {
  const latest = days
    .map((d) => d.edtf?.split('/').at(-1) ?? '')
    .sort()
    .at(-1)
  if (!latest) return null
  const last = dayOf(latest) ?? monthStart(latest)
  if (!last) return null
  const year = [last.year, last.year + 1, last.year - 1].find(
    (y) => Math.abs(daysBetween(last, dayIn(lead, y))) <= halfYear,
  )
  if (year === undefined) return null
  // Told of years that are all later, the days are history.
  const told = lenders.filter(isBareYear)
  if (told.length > 0 && told.every((l) => (l.year ?? 0) > year)) return null
  return dayIn(lead, year)
}

const nameOf = (date: DateCandidate): string | null =>
  date.day !== undefined && date.month !== undefined ? `${date.day}/${date.month}` : null

function monthStart(iso: string | null): Day | null {
  const match = /^(\d{4})(?:-(\d{2}))?$/.exec(iso ?? '')
  return match ? { year: Number(match[1]), month: Number(match[2] ?? 6), day: 15 } : null
}

/** Nearest past of at most 180 days, or 14 days ahead; up to 240 days ahead where the sentence speaks of what is to come. */
function fromPublication(
  date: DateCandidate,
  published: Day | null,
  words: string,
): Inference | null {
  if (!published) return null
  const slack = date.day === undefined ? 20 : 0
  const ahead = future.test(words) ? 240 : 14 + slack
  const evidence = `${published.year}-${published.month}-${published.day}`
  const options = [published.year, published.year - 1, published.year + 1].map((year) => ({
    year,
    days: daysBetween(published, dayIn(date, year)),
  }))
  // "hưởng ứng Ngày … 5/6" is told before that day as well as after it.
  if (date.kind === 'commemoration') {
    const [nearest] = options.toSorted((a, b) => Math.abs(a.days) - Math.abs(b.days))
    return nearest ? { year: nearest.year, confidence: 0.8, evidence } : null
  }
  const near = options.find(({ days }) => days >= -180 - slack && days <= 14 + slack)
  const later = options.find(({ days }) => days > 0 && days <= ahead)
  const chosen = near && later && near.days < -60 ? later : (near ?? later)
  return chosen ? { year: chosen.year, confidence: 0.85, evidence } : null
}

const monthsOfHalfYear = 6

/** A document of an office speaks of the months before and, more often, after it. */
function fromIssue(date: DateCandidate, issued: Day | null): Inference | null {
  if (!issued) return null
  const chosen = [issued.year, issued.year + 1, issued.year - 1].find((year) => {
    const days = daysBetween(issued, dayIn(date, year))
    return days >= -120 && days <= 245
  })
  return chosen === undefined
    ? null
    : { year: chosen, confidence: 0.75, evidence: `${issued.year}` }
}

/** A year named in the same sentence. "Tổng kết năm 2022, phương hướng năm 2023" held on 9/1 is of 2023. */
function fromSentence(
  date: DateCandidate,
  anchors: readonly DateCandidate[],
  words: string,
  page: Page,
): Inference | null {
  const usable = anchors.filter((a) => a.kind !== 'period' && a.rule !== 'year-of-life')
  const first = usable[0]
  if (!first) return null
  const named = [...new Set(usable.map((a) => a.year ?? 0))].sort((a, b) => a - b)
  const month = date.month ?? 6
  const evidence = page.text.slice(first.start, first.end)
  const [low = 0, high = low] = named
  if (named.length === 2 && high === low + 1 && lookingBack.test(words))
    return { year: month <= 8 ? high : low, confidence: 0.7, evidence }
  if (named.length === 1 && month <= 2 && first.rule.startsWith('year') && lookingBack.test(words))
    return { year: low + 1, confidence: 0.6, evidence }
  const near = usable.reduce((best, a) =>
    Math.abs(a.start - date.start) < Math.abs(best.start - date.start) ? a : best,
  )
  // "đến 15/12 đạt …; ước đến hết 31/01/2026": told in their order, the December before that January.
  const isYearBefore =
    isDayOrMonth(near) &&
    date.start < near.start &&
    ahead.test(page.key.slice(date.end, near.start)) &&
    (date.month ?? 0) - (near.month ?? 12) > monthsOfHalfYear
  return {
    year: (near.year ?? low) - (isYearBefore ? 1 : 0),
    confidence: 0.75,
    evidence: page.text.slice(near.start, near.end),
  }
}

/** Months 8–12 are of the first year of the school year, 1–7 of the second. */
function fromSchoolYear(date: DateCandidate, schoolYears: readonly number[]): Inference | null {
  const first = schoolYears[0]
  if (first === undefined || date.month === undefined) return null
  return {
    year: date.month >= 8 ? first : first + 1,
    confidence: 0.65,
    evidence: `${first}-${first + 1}`,
  }
}

function nearestOf(
  before: DateCandidate | undefined,
  after: DateCandidate | undefined,
  date: DateCandidate,
): DateCandidate | undefined {
  if (!before || !after) return before ?? after
  return Math.abs(before.start - date.start) <= Math.abs(after.start - date.start) ? before : after
}

/** Where a weekday is written and the year found disagrees with it, the year before or after that agrees. */
function checkedByWeekday(date: DateCandidate, year: number): number {
  if (date.weekday === undefined || date.day === undefined || date.month === undefined) return year
  const { weekday } = date
  return [year, year - 1, year + 1].find((y) => weekdayOf(dayIn(date, y)) === weekday) ?? year
}
