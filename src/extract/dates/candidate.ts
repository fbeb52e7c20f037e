// What the scanners of dates hand on: a candidate that may still lack its year, and the map of places already taken.
import type { DateKind } from '../../model.ts'
import type { Span } from '../../text/view.ts'
import { type Day, daysIn } from './calendar.ts'

export type DateCandidate = Span & {
  rule: string
  confidence: number
  kind: DateKind
  /** The date where it is complete; null while the year is missing. */
  edtf: string | null
  /** The date in a given year; null where that year has no such day. Only for candidates without a year. */
  inYear?: ((year: number) => string | null) | undefined
  /** Month and day that a missing year is looked for with. */
  month?: number | undefined
  day?: number | undefined
  /** 0 Sunday … 6 Saturday, where one is written beside the date. */
  weekday?: number | undefined
  /** The year as written; other dates of the document may take it. Absent where it says nothing about other dates. */
  year?: number | undefined
  inferred: boolean
  evidence?: string | undefined
}

/** A year found for a date without one, and what gave it. */
export type Inference = { year: number; confidence: number; evidence: string }

/** The day a candidate would be in a year; a month counts by its middle, a year or quarter by its own middle. */
export function dayIn(date: DateCandidate, year: number): Day {
  const month = date.month ?? Number(/-(\d{2})/.exec(date.inYear?.(year) ?? '')?.[1] ?? 6)
  return { year, month, day: Math.min(date.day ?? 15, daysIn(year, month)) }
}

/** Which places of the text a date, or something that is no date, already holds. */
export type Taken = {
  isFree(span: Span): boolean
  take(span: Span): void
}

/** An empty map for a text of `length` UTF-16 units. */
export function takenOf(length: number): Taken {
  const marks = new Uint8Array(length)
  return {
    isFree: ({ start, end }) => {
      for (let i = start; i < end; i++) if (marks[i] === 1) return false
      return true
    },
    take: ({ start, end }) => void marks.fill(1, start, end),
  }
}
