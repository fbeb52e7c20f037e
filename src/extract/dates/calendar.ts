// Calendar days and EDTF strings. Everything here is plain arithmetic on UTC days; no clock is read.

export type Day = { year: number; month: number; day: number }

const two = (n: number): string => String(n).padStart(2, '0')
const four = (n: number): string => String(n).padStart(4, '0')

export const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate()

/** True where day and month can be a date in some year. */
export const isDayOfYear = (day: number, month: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(2024, month)

/** "2023-03-21", or null where that year has no such day. */
export function edtfDay(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null
  return `${four(year)}-${two(month)}-${two(day)}`
}

export const edtfMonth = (year: number, month: number): string => `${four(year)}-${two(month)}`
export const edtfYear = (year: number): string => four(year)
/** Quarter 1–4 as its months: 1, 2023 → "2023-01/2023-03". */
export const edtfQuarter = (year: number, quarter: number): string =>
  `${edtfMonth(year, quarter * 3 - 2)}/${edtfMonth(year, quarter * 3)}`
/** School year from September to May: 2022 → "2022-09/2023-05". */
export const edtfSchoolYear = (first: number): string => `${four(first)}-09/${four(first + 1)}-05`
/** Semester 1 or 2 of a school year: 1, 2022 → "2022-09/2023-01"; 2, 2022 → "2023-01/2023-05". */
export const edtfSemester = (first: number, semester: number): string =>
  semester === 1
    ? `${four(first)}-09/${four(first + 1)}-01`
    : `${four(first + 1)}-01/${four(first + 1)}-05`

/** The day of an ISO date or date-time, or null. A month or year alone has no day. */
export function dayOf(iso: string | null): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? '')
  return match ? { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) } : null
}

const number = ({ year, month, day }: Day): number => Date.UTC(year, month - 1, day) / 86_400_000

/** Days from one day to another; negative where `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => number(to) - number(from)

/** The EDTF day `days` after another. */
export function dayAfter(day: Day, days: number): string {
  return new Date((number(day) + days) * 86_400_000).toISOString().slice(0, 10)
}

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (day: Day): number => new Date(number(day) * 86_400_000).getUTCDay()
