// Works on runs of sources. A run visits its pages one by one, all that is known standing in the store after each: killed at any
// point it goes on with the page it was at. One lease holds the run and one each host, so that nobody else asks the same host.
import { setTimeout as wait } from 'node:timers/promises'
import type { Fetcher } from '../../crawl/fetcher.ts'
import { messageOf, reactTo, SupersededError, UserError } from '../../errors.ts'
import type { CrawlPage, CrawlSource } from '../../model/crawl.ts'
import type { CrawlLease } from '../../ports/crawl-store.ts'
import { holderOfThisProcess } from '../holder.ts'
import type { CrawlContext } from './crawl-context.ts'
import { lookAgain } from './entries.ts'
import { clearLeftBodies, fetcherOf } from './fetcher-of.ts'
import { createHosts, type Hosts } from './hosts.ts'
import { baseOf } from './page-visit.ts'
import { rulesOf } from './site-rules.ts'
import { type Trip, type VisitReport, visitPage } from './visit-page.ts'

export type CrawlWorkerOptions = {
  /** Runs at once in this process: of different hosts. */
  concurrency?: number
  /** How long others leave a run alone after the last sign of life of this process. */
  leaseMs?: number
  /** First wait after the surroundings failed; doubled up to `longestDelayMs`. */
  firstDelayMs?: number
  longestDelayMs?: number
}

/** Pages asked of the store at once. */
const batch = 50
/** Offers that are written in one transaction. */
const mostOffers = 2_000
/** Starts of one visit that took the process down, after which the page is left aside. */
const mostStarts = 5
/** A host that did not answer is asked again so soon. */
const againMs = 1_800_000
/** A wait so short is spent in place. */
const shortWaitMs = 5_000

/** Starts working on runs; what it gives back ends that: runs under way stop after the page they are at. */
export function runCrawls(
  context: CrawlContext,
  options: CrawlWorkerOptions = {},
): { stop(): void } {
  const { store, queue, log } = context
  const { leaseMs = 20_000, firstDelayMs = 1_000, longestDelayMs = 60_000 } = options
  const stopping = new AbortController()
  const setbacks = new Map<string, number>()
  const cleared = clearLeftBodies(context.crawler).catch((error: unknown) =>
    log.warn('what killed crawls left could not be removed', { message: messageOf(error) }),
  )

  async function run(id: string): Promise<void> {
    await cleared
    try {
      const started = await store.startCrawl(id, { holder: holderOfThisProcess, leaseMs })
      if (!started || stopping.signal.aborted) return
      await hold(started.lease, started.source)
      setbacks.delete(id)
    } catch (error) {
      if (error instanceof SupersededError) {
        log.warn('a run was dropped: another start of it counts', { source: id })
        return
      }
      if (!stopping.signal.aborted)
        log.error('a run could not go on; it is tried again later', {
          source: id,
          error: messageOf(error),
        })
      const setback = setbacks.get(id) ?? 0
      setbacks.set(id, setback + 1)
      ringLater(id, Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(setback, 20)))
    }
  }

  /** Works on a run while its lease is renewed. */
  async function hold(lease: CrawlLease, source: CrawlSource): Promise<void> {
    const lost = new AbortController()
    const renewing = setInterval(() => {
      store.renewCrawl(lease, leaseMs).then(
        (isHeld) => isHeld || lost.abort(),
        (error: unknown) =>
          log.debug('a lease was not renewed', { source: source.id, message: messageOf(error) }),
      )
    }, leaseMs / 4)
    const signal = AbortSignal.any([stopping.signal, lost.signal])
    try {
      await travel(lease, source, signal)
    } catch (error) {
      const { retry, code } = reactTo(error)
      if (retry === 'drop') throw error
      const message = messageOf(error)
      if (error instanceof UserError) {
        // Nothing that could be done would help before the operator does something.
        await store.endCrawl(lease, { code, message })
        log.warn('a run ended', { source: source.id, message })
        return
      }
      await store.waitCrawl(lease, firstDelayMs, { code, message })
      throw error
    } finally {
      clearInterval(renewing)
    }
  }

  async function travel(lease: CrawlLease, source: CrawlSource, signal: AbortSignal) {
    const fetcher: Fetcher = await fetcherOf(context, source)
    try {
      const trip: Trip = {
        ...{ context, source, run: lease.run, fetcher, signal },
        rules: rulesOf(source, context.siteWords()),
        memory: new Map(),
      }
      const hosts = createHosts(store, lease, leaseMs)
      if (source.run?.visits === 0) await lookAgain(trip, lease, hosts)
      await visitAll(trip, lease, hosts)
    } finally {
      await fetcher.close()
    }
  }

  async function visitAll(trip: Trip, lease: CrawlLease, hosts: Hosts): Promise<void> {
    const { source, signal } = trip
    let left = source.maxPages - (source.run?.visits ?? 0)
    while (!signal.aborted) {
      const pages = await store.pagesDue(lease, hosts.passedOver(), batch)
      if (pages.length === 0) {
        const waitMs = await untilNext(lease, hosts)
        if (waitMs === null) return end(lease, source, hosts.broken())
        if (waitMs > shortWaitMs) return putOff(lease, waitMs, hosts.reason())
        await wait(waitMs, undefined, { signal }).catch(() => {})
      }
      for (const page of pages) {
        if (signal.aborted) break
        if (left <= 0)
          return end(lease, source, {
            code: 'budget',
            message: `The run ended after ${source.maxPages} fetches; what is left comes with the next.`,
          })
        const host = new URL(page.url).host
        if (!(await hosts.take(host))) continue
        const claimed = await store.claimPage(lease, page.key)
        if (!claimed) continue
        const report = await visit(trip, claimed)
        await save(lease, claimed, report)
        if (report.counted) left--
        await hosts.note(host, report)
        // What entries offer comes before what may have changed.
        if (page.entry && report.offers.length > 0 && !pages.at(-1)?.entry) break
      }
    }
    // Stopped, or another start counts: the first may be told, the second throws.
    await store.waitCrawl(lease, 0, null)
  }

  async function save(lease: CrawlLease, page: CrawlPage, report: VisitReport): Promise<void> {
    let { offers } = report
    // A store that can do one thing at a time is not to be kept from others for long.
    for (; offers.length > mostOffers; offers = offers.slice(mostOffers))
      await store.saveOffers(lease, page.key, offers.slice(0, mostOffers))
    await store.saveVisit(lease, { claimed: page.key, ...report, offers })
  }

  async function visit(trip: Trip, page: CrawlPage): Promise<VisitReport> {
    try {
      if (page.tries > mostStarts) throw new Error('its process ended each time')
      return await visitPage(trip, page)
    } catch (error) {
      const { retry } = reactTo(error)
      if (retry === 'drop' || retry === 'later') throw error
      const isOver = page.tries >= 3
      const message = `${page.url} met a fault of vanthu: ${messageOf(error)}`
      log.error('a page met a fault', {
        source: page.sourceId,
        url: page.url,
        message,
        stack: error instanceof Error ? error.stack : undefined,
      })
      const outcome = { fetchedAt: new Date().toISOString(), status: null }
      const failed = { state: 'failed', result: 'failed', error: { code: 'bug', message } } as const
      return {
        visits: [{ ...baseOf(page, outcome), ...failed, isOver }],
        ...{ evidence: [], offers: [], counted: true, pause: null, trouble: false },
      }
    }
  }

  /** Milliseconds until anything is left to do in the run; null where nothing is. */
  async function untilNext(lease: CrawlLease, hosts: Hosts): Promise<number | null> {
    const instants: string[] = []
    const retryAt = await store.retryAt(lease, hosts.givenUp())
    if (retryAt !== null) instants.push(retryAt)
    // A host may have come free since its pages were passed over.
    if ((await store.pagesDue(lease, hosts.givenUp(), 1)).length > 0)
      instants.push(hosts.until() ?? new Date().toISOString())
    const first = instants.sort()[0]
    return first === undefined ? null : Math.max(100, Date.parse(first) - Date.now())
  }

  async function putOff(lease: CrawlLease, waitMs: number, reason: string | null) {
    await store.waitCrawl(
      lease,
      waitMs,
      reason === null ? null : { code: 'waiting', message: reason },
    )
    ringLater(lease.sourceId, waitMs)
  }

  async function end(
    lease: CrawlLease,
    source: CrawlSource,
    error: { code: string; message: string } | null,
  ): Promise<void> {
    await store.endCrawl(lease, error, error?.code === 'unreachable' ? againMs : undefined)
    const progress = await store.sourceProgress(source.id)
    log.info('crawled', { source: source.id, run: lease.run, ...progress?.run })
  }

  function ringLater(id: string, delayMs: number): void {
    // A timer takes no more; what waits longer is rung for by the minute's tick.
    if (delayMs > 3_600_000) return
    wait(delayMs + 50, undefined, { signal: stopping.signal, ref: false })
      .then(() => queue.add({ kind: 'crawl', id }))
      .catch((error: unknown) => {
        if (!stopping.signal.aborted)
          log.warn('a doorbell was not rung; it is rung again', { message: messageOf(error) })
      })
  }

  queue.work('crawl', options.concurrency ?? 4, ({ id }) => run(id))
  return { stop: () => stopping.abort() }
}
