// What the contracts of crawling share: a source, its pages, and runs of it by hand.
import type { CrawlPage, CrawlSource } from '../../src/model/crawl.ts'
import type { CrawlLease, PageOffer, PageVisit } from '../../src/ports/crawl-store.ts'
import type { Store } from '../../src/ports/store.ts'

/** When everything happens. */
export const at = '2026-03-01T08:00:00.000Z'
export const source: CrawlSource = {
  id: 'sgd-test',
  name: 'Sở Giáo dục thử',
  url: 'https://sgd.test/',
  every: '0 */6 * * *',
  province: 'dien-bien',
  depth: null,
  include: ['/tin-tuc/*'],
  exclude: [],
  maxPages: 100,
  delayMs: 500,
  allowHosts: ['127.0.0.1'],
  extraCas: { 'sgd.test': '-----BEGIN' },
  paused: false,
  createdAt: at,
  lookedAt: at,
  nextRunAt: at,
  run: null,
}
/** A page of that source. */
export const offer = (path: string, more: Partial<PageOffer> = {}): PageOffer => ({
  urlKey: `sgd.test${path}`,
  url: `https://sgd.test${path}`,
  kind: 'page',
  title: '',
  depth: 1,
  ...more,
})
export const front = offer('/', { kind: 'list', depth: 0 })
/** A visit that went well. */
export const visitOf = (page: CrawlPage, more: Partial<PageVisit> = {}): PageVisit => ({
  ...{ urlKey: page.urlKey, state: 'done', result: 'new', etag: '"1"', lastModified: null },
  ...{ sha256: 'a'.repeat(64), textPrint: null, status: 200, misses: 0, fetchedAt: at },
  ...{ changedAt: at, nextVisitAt: null, error: null, isOver: true },
  ...more,
})

/** What a worker does with the source of a store. */
export function crawlOf(store: () => Store) {
  const { id } = source
  const begin = (dueAt: string | null = null) =>
    store().beginRun(id, { dueAt, nextRunAt: '2026-03-01T14:00:00.000Z', at })
  const start = async (leaseMs = 60_000, holder = 'a:1:1'): Promise<CrawlLease> => {
    const started = await store().startCrawl(id, { holder, leaseMs })
    if (!started) throw new Error('The run was not started.')
    return started.lease
  }
  const due = async (lease: CrawlLease, passOver: string[] = []) =>
    (await store().pagesDue(lease, passOver, 50)).map(({ url }) =>
      url.slice('https://'.length).replace('sgd.test', ''),
    )
  const save = async (
    lease: CrawlLease,
    path: string,
    more: Partial<PageVisit> = {},
    offers: PageOffer[] = [],
  ) => {
    const known = await store().crawlPage(id, `sgd.test${path}`)
    const page = known && (await store().claimPage(lease, known.key))
    if (!page) throw new Error(`${path} is not to be visited.`)
    const visits = [visitOf(page, more)]
    return store().saveVisit(lease, {
      ...{ claimed: page.key, visits, evidence: [], offers, counted: true },
    })
  }
  return { begin, start, due, save }
}
