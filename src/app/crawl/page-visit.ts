// What a visit does to the row of its page.
import type { FetchOutcome } from '../../crawl/fetch-outcome.ts'
import type { CrawlPage } from '../../model/crawl.ts'
import type { PageVisit } from '../../ports/crawl-store.ts'

/** When a page was asked for, and the status it answered with. */
type Answer = Pick<FetchOutcome, 'fetchedAt' | 'status'>

/** Visits in a row that find nothing, after which a page counts as gone. Its document stays. */
export const goneAfter = 3
const dayMs = 86_400_000
const longestMs = 30 * dayMs
const goneMs = 7 * dayMs
/** What would be visited again sooner is visited in every run. */
const soonMs = 3_600_000
/** Not visited again unless it is offered again. */
export const never = '9999-12-31T00:00:00.000Z'

/** A visit that leaves all as it is, but for the time of it. */
export const baseOf = (page: CrawlPage, { fetchedAt, status }: Answer): PageVisit => ({
  urlKey: page.urlKey,
  state: page.state,
  result: page.result,
  etag: page.etag,
  lastModified: page.lastModified,
  sha256: page.sha256,
  textPrint: page.textPrint,
  status,
  misses: page.misses,
  fetchedAt,
  changedAt: page.changedAt,
  nextVisitAt: null,
  error: null,
  isOver: true,
})

/**
 * When to look at a page again: after a tenth of the time for which it has not changed, a month at most; null for the next run.
 * What changed yesterday is looked at in every run, what stood for a year once a month.
 */
export function revisitAt(fetchedAt: string | null, changedAt: string | null): string | null {
  const at = Date.parse(fetchedAt ?? '')
  const waitMs = Math.min(longestMs, (at - Date.parse(changedAt ?? '')) / 10)
  return waitMs > soonMs ? new Date(at + waitMs).toISOString() : null
}

/** Nothing was there: after three such visits the page counts as gone, and is looked at now and then. */
export function missedVisit(
  page: CrawlPage,
  outcome: Answer,
  error: { code: string; message: string },
): PageVisit {
  const misses = page.misses + 1
  const isGone = misses >= goneAfter
  return {
    ...baseOf(page, outcome),
    state: isGone
      ? 'gone'
      : page.sha256 !== null && page.state !== 'failed'
        ? page.state
        : 'failed',
    result: 'missed',
    misses,
    error,
    nextVisitAt: isGone ? new Date(Date.parse(outcome.fetchedAt) + goneMs).toISOString() : null,
  }
}

/** Something is wrong that says nothing of whether the page is there. */
export const failedVisit = (
  page: CrawlPage,
  outcome: Answer,
  { code, message }: { code: string; message: string },
): PageVisit => ({
  ...baseOf(page, outcome),
  state: 'failed',
  result: 'failed',
  error: { code, message },
})
