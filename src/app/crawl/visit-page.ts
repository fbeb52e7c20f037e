// One visit: an address is fetched, what came is judged, kept where it is an article or a file, and looked through for more. What
// the visit came to is handed back to be written down in one transaction; killed before that, it is made again.
import { readFile, rm } from 'node:fs/promises'
import type { AcceptKind } from '../../crawl/fetch-limits.ts'
import type { FetchOutcome } from '../../crawl/fetch-outcome.ts'
import type { Fetcher } from '../../crawl/fetcher.ts'
import { pageNumberOf } from '../../crawl/page-number.ts'
import { BadDocumentError } from '../../errors.ts'
import type { CrawlPage, CrawlSource, FetchEvidence, PageKind } from '../../model/crawl.ts'
import type { PageOffer, PageVisit } from '../../ports/crawl-store.ts'
import type { CrawlContext } from './crawl-context.ts'
import type { ListMemory } from './offers.ts'
import { baseOf, failedVisit, missedVisit, never, revisitAt } from './page-visit.ts'
import { readBody } from './read-body.ts'
import type { SiteRules } from './site-rules.ts'

/** What the visits of a run share. */
export type Trip = {
  context: CrawlContext
  source: CrawlSource
  run: number
  fetcher: Pick<Fetcher, 'get' | 'robotsOf'>
  rules: SiteRules
  memory: ListMemory
  signal: AbortSignal
}

export type VisitReport = {
  visits: PageVisit[]
  evidence: FetchEvidence[]
  offers: PageOffer[]
  /** False where nothing was found out of the page: the start does not count. */
  counted: boolean
  /** The host is to be left alone. */
  pause: { host: string; ms: number; reason: string } | null
  /** The host, or the way to it, had trouble. */
  trouble: boolean
}

/** Starts of one visit that fail by trouble on the way before the page is left to the next run. */
const mostTroubles = 3

const accepts: Record<PageKind, AcceptKind> = {
  page: 'page',
  list: 'page',
  feed: 'feed',
  sitemap: 'feed',
  attachment: 'attachment',
}

/** Makes a visit. Throws what passes (the disk, the store). */
export async function visitPage(trip: Trip, page: CrawlPage): Promise<VisitReport> {
  const report = await reportOf(trip, page)
  const changed = report.visits.some((visit) => tellsNews(page, visit))
  return { ...report, evidence: report.evidence.map((one) => ({ ...one, changed })) }
}

/** Whether a visit told something that was not known of the page. A page it led to, with a row of its own, counts with it. */
function tellsNews(page: CrawlPage, visit: PageVisit): boolean {
  if (visit.result === 'new' || visit.result === 'changed') return true
  if (visit.urlKey !== page.urlKey) return false
  if (visit.state !== page.state || cameTo(visit) !== cameTo(page)) return true
  return visit.state === 'failed' && visit.error?.code !== page.error?.code
}

/** What a visit came to, whether or not it was the first to. */
const cameTo = ({ result }: Pick<PageVisit, 'result'>) =>
  result === 'new' || result === 'changed' ? 'unchanged' : result

async function reportOf(trip: Trip, page: CrawlPage): Promise<VisitReport> {
  const { etag, lastModified, sha256 } = page
  const outcome = await trip.fetcher.get(page.url, {
    accept: accepts[page.kind],
    ...{ etag, lastModified, sha256 },
    signal: trip.signal,
  })
  const report: VisitReport = {
    visits: [],
    evidence: [evidenceOf(page, outcome)],
    offers: [],
    counted: true,
    pause: null,
    trouble: false,
  }
  switch (outcome.kind) {
    case 'body':
      return { ...report, ...(await takeBody(trip, page, outcome)) }
    case 'unchanged':
      return { ...report, visits: [unchangedVisit(page, outcome)] }
    case 'gone': {
      const message = `${outcome.url} answers ${outcome.status}.`
      return {
        ...report,
        visits: [missedVisit(page, outcome, { code: `http-${outcome.status}`, message })],
      }
    }
    case 'refused': {
      const { code, message } = outcome
      const refused = { state: 'refused', result: 'refused', error: { code, message } } as const
      return { ...report, visits: [{ ...baseOf(page, outcome), ...refused }] }
    }
    case 'failed':
      return { ...report, visits: [failedVisit(page, outcome, outcome)] }
    case 'later':
      return { ...report, ...postponed(page, outcome) }
  }
}

async function takeBody(
  trip: Trip,
  page: CrawlPage,
  outcome: Extract<FetchOutcome, { kind: 'body' }>,
): Promise<Pick<VisitReport, 'visits' | 'offers'>> {
  try {
    return await readBody(trip, page, outcome)
  } catch (error) {
    if (!(error instanceof BadDocumentError)) throw error
    return { visits: [failedVisit(page, outcome, error)], offers: [] }
  } finally {
    await rm(outcome.file, { force: true })
  }
}

function unchangedVisit(page: CrawlPage, outcome: FetchOutcome): PageVisit {
  const visit = baseOf(page, outcome)
  const isFurther = page.kind === 'list' && !page.entry && pageNumberOf(page.url) !== null
  const isContent = page.kind === 'page' || page.kind === 'attachment'
  return {
    ...visit,
    state: 'done',
    // What is no article stays none.
    result: page.result === 'no-article' ? 'no-article' : 'unchanged',
    misses: 0,
    nextVisitAt: isFurther
      ? never
      : isContent || page.result === 'no-article'
        ? revisitAt(visit.fetchedAt, page.changedAt)
        : null,
  }
}

/** What could not be found out for now: the page's own trouble counts, a host that asks for patience does not. */
function postponed(
  page: CrawlPage,
  outcome: Extract<FetchOutcome, { kind: 'later' }>,
): Partial<VisitReport> {
  const { reason, message, retryAfterMs } = outcome
  if (reason === 'stopped') return { counted: false, evidence: [] }
  const { host } = new URL(outcome.url)
  if (reason === 'busy' || reason === 'host-paused' || reason === 'robots-unreachable')
    return {
      counted: false,
      pause: { host, ms: retryAfterMs, reason: message },
      // Nothing was asked where the host is paused.
      ...(reason === 'host-paused' && { evidence: [] }),
    }
  const isOver = page.tries >= mostTroubles
  const error = { code: reason, message }
  const visit: PageVisit = isOver
    ? failedVisit(page, outcome, error)
    : {
        ...baseOf(page, outcome),
        ...{ state: page.state, result: page.result, error, isOver },
        nextVisitAt: new Date(Date.now() + retryAfterMs).toISOString(),
      }
  return {
    visits: [visit],
    trouble: true,
    pause: null,
  }
}

function evidenceOf(page: CrawlPage, outcome: FetchOutcome): FetchEvidence {
  const { url, redirects, fetchedAt, status, headers, flags, kind } = outcome
  const detail =
    kind === 'refused' || kind === 'failed'
      ? ` ${outcome.code}`
      : kind === 'later'
        ? ` ${outcome.reason}`
        : ''
  return {
    sourceId: page.sourceId,
    pageKey: page.key,
    at: fetchedAt,
    asked: page.url,
    ...{ url, redirects, status, headers, flags },
    sha256: kind === 'body' ? outcome.sha256 : null,
    size: kind === 'body' ? outcome.size : null,
    outcome: `${kind}${detail}`,
    changed: true,
  }
}

/** The bytes of a body that is read whole. */
export const bytesOf = (outcome: Extract<FetchOutcome, { kind: 'body' }>): Promise<Buffer> =>
  readFile(outcome.file)
