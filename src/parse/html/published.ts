// When a page was published, weighed from what it shows and what its metadata say. Visible text is believed before
// metadata; a clock in the page's head, a day of change and a day in the future are not.
import { readDateLines } from '../../text/date-line.ts'
import { isPast } from './facts.ts'

export type ShownDate = {
  at: string
  label: 'published' | 'modified' | null
  /** Where it stands: between title and body, nearest above the title, or behind the body. */
  place: 'below' | 'above' | 'behind'
}

/** Chooses among the dates a page shows and those its metadata state, the more trusted first in both lists. */
export function publishedAt(
  shown: readonly ShownDate[],
  stated: { published: readonly string[]; modified: readonly string[] },
): string | undefined {
  const past = shown.filter(({ at }) => isPast(at))
  const below = past.filter(({ place }) => place === 'below')
  const own =
    below.find(({ label }) => label === 'published') ?? below.find(({ label }) => label === null)
  if (own) return finer(own.at, stated.published)
  const [meta] = stated.published
  const above = past.find(({ place }) => place === 'above')
  // Above the title may stand the page's clock: it shows the day the page was saved, which is later.
  if (above && above.label !== 'modified' && !(meta && dayOf(above.at) > dayOf(meta)))
    return finer(above.at, stated.published)
  if (meta) return meta
  const behind = past.find(({ place, label }) => place === 'behind' && label === 'published')
  return (behind ?? below[0] ?? above)?.at ?? stated.modified[0]
}

/** The stated instant of the same day where the page shows only the day. */
function finer(at: string, stated: readonly string[]): string {
  if (at.includes('T')) return at
  return stated.find((other) => other.includes('T') && dayOf(other) === at) ?? at
}

/** The day in Vietnam of an ISO date or date-time. */
function dayOf(at: string): string {
  if (!at.includes('T')) return at
  return new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 10)
}

/** The dates of one date line, which may name two: published and changed. */
export function shownDates(line: string, place: ShownDate['place']): ShownDate[] {
  return readDateLines(line).map(({ at, label }) => ({ at, label, place }))
}
