// Days: "Chiều 21/3", "ngày 20 tháng 12 năm 2021", "29.1.2026", "từ ngày 5 đến 7/9", "ngày 30, 31/3 và 1/4".
//
// A day is first read by itself; days joined by ",", "và", "-" or "đến" then make a chain, in which the last element
// gives month and year to those before it. Without a year, a day needs a word that says it is one ("ngày", "chiều",
// "từ", "dịp"), because "20/30 trường" and "điểm 9/10" look the same.

import { matchesOf } from '../../text/matches.ts'
import { decline } from '../decline.ts'
import type { Page } from '../page.ts'
import { edtfDay, edtfMonth, edtfYear, weekdayOf } from './calendar.ts'
import type { DateCandidate, Taken } from './candidate.ts'
import { type Atom, dayAtoms, type Element, type Link } from './day-atoms.ts'

/** Finds days and ranges of days; takes their places. */
export function scanDays(page: Page, taken: Taken): DateCandidate[] {
  const atoms = dayAtoms(page, taken)
  const found: DateCandidate[] = []
  for (let i = 0; i < atoms.length; ) {
    const chain: Atom[] = []
    const links: Link[] = []
    for (let next = atoms[i]; next; next = atoms[i]) {
      const last = chain.at(-1)
      if (last) {
        const link = linkOf(page.key.slice(last.end, next.start), last, next)
        if (!link) break
        links.push(link)
      }
      chain.push(next)
      i++
    }
    found.push(...datesOf(chain, links, page))
  }
  for (const date of found) taken.take(date)
  return found
}

const rangeBetween = /^(?: ?- ?|,? (?:cho )?(?:đến|tới)(?: hết)? )$/u
const listBetween = /^(?: ?[,;] ?(?:và )?| và | & )(?:từ )?$/u

/** How the words between two atoms join them; null where they do not. */
function linkOf(between: string, left: Atom, right: Atom): Link | null {
  if (between.length > 16) return null
  if (rangeBetween.test(between)) {
    const [from, to] = [left.elements.at(-1), right.elements[0]]
    // "20/11/1982 - 20/11/2022" are the two ends of an anniversary, "Ngày 26/3 - 27/3" is a range.
    const anniversary =
      from?.year &&
      to?.year &&
      from.year !== to.year &&
      from.day === to.day &&
      from.month === to.month
    return anniversary ? 'list' : 'range'
  }
  return listBetween.test(between) ? 'list' : null
}

/** The dates of one chain of atoms. */
function datesOf(chain: Atom[], between: Link[], page: Page): DateCandidate[] {
  const head = chain[0]
  if (!head) return []
  const sure = chain.some((atom) => atom.strong)
  const holiday = chain.every((atom) => atom.holiday)
  const elements = chain.flatMap((atom) => atom.elements)
  const links = chain.flatMap((atom, i) => [
    ...atom.links,
    ...(i < between.length ? [between[i] ?? 'list'] : []),
  ])
  const dated = elements.some((e) => e.year !== null)
  const parenthesised =
    page.key[head.start - 1] === '(' &&
    page.key[chain.at(-1)?.end ?? 0] === ')' &&
    /(?:nay|qua|mai|ngày|thứ \p{L}+|chủ nhật|thường niên) ?$/u.test(
      page.key.slice(Math.max(0, head.start - 16), head.start - 1),
    )
  if (!sure && !head.weak && !holiday && !dated && !parenthesised) {
    decline(
      page,
      { start: head.start, end: chain.at(-1)?.end ?? head.end },
      'not-a-day',
      'It has no year, and no word beside it (“ngày”, “chiều”, “từ”, “dịp”) says that it is a day.',
    )
    return []
  }
  // The last element gives month and year backwards; a year given first holds onwards.
  for (let i = elements.length - 2; i >= 0; i--) {
    const [here, next] = [elements[i], elements[i + 1]]
    if (!here || !next) continue
    if (here.month === null)
      here.month =
        here.day > next.day && links[i] === 'range' ? monthBefore(next.month) : next.month
    if (here.year === null && next.year !== null)
      here.year =
        here.month !== null && next.month !== null && here.month > next.month
          ? next.year - 1
          : next.year
  }
  for (let i = 1; i < elements.length; i++) {
    const [previous, here] = [elements[i - 1], elements[i]]
    if (here && here.year === null && previous?.year != null)
      here.year = (here.month ?? 0) < (previous.month ?? 0) ? previous.year + 1 : previous.year
  }
  const found: DateCandidate[] = []
  for (let i = 0; i < elements.length; i++) {
    const from = elements[i]
    if (!from) continue
    const to = links[i] === 'range' ? elements[i + 1] : undefined
    const range = to ? rangeDate(from, to) : null
    // Ends in the wrong order ("16/12/2019 - 16/2/2019") are two days, not a range.
    if (range && (range.edtf !== null || range.inYear)) {
      found.push(range)
      i++
    } else found.push(singleDate(from, { sure, holiday, chained: elements.length > 1 }))
  }
  return found.filter(
    (date) =>
      date.edtf !== null ||
      date.inYear !== undefined ||
      decline(page, date, 'not-a-day', 'That month of that year has no such day.'),
  )
}

const monthBefore = (month: number | null): number | null =>
  month === null ? null : month === 1 ? 12 : month - 1

function singleDate(
  { start, end, day, month, year, weekday }: Element,
  { sure, holiday, chained }: { sure: boolean; holiday: boolean; chained: boolean },
): DateCandidate {
  const common = {
    start,
    end,
    day,
    month: month ?? undefined,
    weekday,
    kind: holiday ? 'commemoration' : 'event',
  } as const
  if (month === null)
    return { ...common, edtf: null, inferred: false, rule: 'day-bare', confidence: 0 }
  if (year !== null) {
    const edtf = edtfDay(year, month, day)
    return {
      ...common,
      edtf,
      year,
      inferred: false,
      rule: chained ? 'day-list' : 'day-month-year',
      // A weekday beside the date is its checksum.
      confidence: weekday !== undefined && weekdayOf({ year, month, day }) !== weekday ? 0.6 : 0.97,
    }
  }
  return {
    ...common,
    edtf: null,
    inYear: (y) => edtfDay(y, month, day),
    inferred: true,
    rule: holiday ? 'holiday' : 'day-month',
    confidence: sure ? 0.85 : 0.7,
  }
}

function rangeDate(from: Element, to: Element): DateCandidate {
  const [fromMonth, toMonth] = [from.month ?? to.month ?? 1, to.month ?? 1]
  const inYear = (year: number, first?: number | null): string | null => {
    const crosses = fromMonth > toMonth || (fromMonth === toMonth && from.day > to.day)
    const a = edtfDay(first ?? (crosses ? year - 1 : year), fromMonth, from.day)
    const b = edtfDay(year, toMonth, to.day)
    return a && b && a <= b ? `${a}/${b}` : null
  }
  const common = {
    start: from.start,
    end: to.end,
    day: to.day,
    month: toMonth,
    weekday: to.weekday,
    kind: 'event',
    rule: 'day-range',
  } as const
  if (to.year !== null)
    return {
      ...common,
      edtf: inYear(to.year, from.year),
      year: to.year,
      inferred: false,
      confidence: 0.95,
    }
  return { ...common, edtf: null, inYear: (y) => inYear(y), inferred: true, confidence: 0.8 }
}

const blankDay =
  /ngày ?[.…_ ]{0,40} ?tháng ?(?:(\d{1,2})|[.…_ ]{0,40}) ?năm ?((?:19|20)\d{2})(?!\d)/gu

/** Datelines with a blank to be filled in by hand: "ngày … tháng 12 năm 2011" is the month. */
export function scanBlankDays(page: Page, taken: Taken): DateCandidate[] {
  const found: DateCandidate[] = []
  for (const m of matchesOf(page.key, blankDay)) {
    const span = { start: m.index, end: m.index + m[0].length }
    if (!taken.isFree(span)) continue
    const [month, year] = [Number(m[1] ?? 0), Number(m[2])]
    taken.take(span)
    found.push({
      ...span,
      rule: 'blank-day',
      confidence: 0.9,
      kind: 'issue',
      edtf: month >= 1 && month <= 12 ? edtfMonth(year, month) : edtfYear(year),
      year,
      inferred: false,
    })
  }
  return found
}
