// The day a document speaks from: names and borders of provinces are read as of it.
import type { Page } from './page.ts'

/** ISO day of issue or publication; where neither is known, a day in the latest year that the text names; else null. */
export function documentDay(page: Page): string | null {
  const stated = (page.facts.issuedOn ?? page.facts.publishedAt)?.slice(0, 10)
  if (stated) return stated.length === 10 ? stated : `${stated.slice(0, 7).padEnd(7, '-06')}-15`
  const school = Math.max(0, ...page.facts.schoolYears)
  if (school > 1990) return `${school + 1}-01-01`
  const years = [...page.key.matchAll(/(?<![\d.,/-])(?:năm |\/)(20[0-3]\d|19[6-9]\d)(?!\d)/gu)].map(
    (m) => Number(m[1]),
  )
  return years.length === 0 ? null : `${Math.max(...years)}-06-30`
}
