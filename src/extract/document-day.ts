// The day a document speaks from: names and borders of provinces are read as of it.

import { matchesOf } from '../text/matches.ts'
import type { Facts, Page } from './page.ts'

const writtenYear = /(?<![\d.,/-])(?:năm |\/)(20[0-3]\d|19[6-9]\d)(?!\d)/gu

/** ISO day of issue or publication; where neither is known, a day in the latest year that the text names; else null. */
export function documentDay(facts: Facts, key: string): string | null {
  const stated = (facts.issuedOn ?? facts.publishedAt)?.slice(0, 10)
  if (stated) return stated.length === 10 ? stated : `${stated.slice(0, 7).padEnd(7, '-06')}-15`
  const school = Math.max(0, ...facts.schoolYears)
  if (school > 1990) return `${school + 1}-01-01`
  const years = matchesOf(key, writtenYear).map((m) => Number(m[1]))
  return years.length === 0 ? null : `${Math.max(...years)}-06-30`
}

/** True where the province existed on the document's day. */
export function holds(page: Page, id: string): boolean {
  const { day } = page
  const period = page.lexicon.provinces.at(id, day)
  if (!period) return false
  // An undated document: any province of today or of the last reform.
  if (day === null) return period.to === null || period.to >= '2024-12-31'
  return (period.from === null || period.from <= day) && (period.to === null || day <= period.to)
}
