// What every Store keeps of what fetches told: their evidence, which pages give which files along, where sites are looked at again.
import { beforeEach, describe, expect, test } from 'vitest'
import { SupersededError } from '../../src/errors.ts'
import type { CrawlPage, FetchEvidence } from '../../src/model/crawl.ts'
import type { PageOffer } from '../../src/ports/crawl-store.ts'
import type { Store } from '../../src/ports/store.ts'
import { allOf } from '../support/all-of.ts'
import { at, crawlOf, front, offer, source, visitOf } from './crawl-runs.ts'

const hours = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, i) => from + i)

export function runCrawlEvidenceContract({
  name,
  create,
}: {
  name: string
  create: () => Promise<Store>
}): void {
  describe(`evidence of crawls in ${name}`, () => {
    let store: Store
    const { id } = source
    const { begin, start, due, save } = crawlOf(() => store)

    beforeEach(async () => {
      store = await create()
      await store.addCrawlSource(source, [front])
      return () => store.close()
    })

    const evidenceOf = (page: CrawlPage, at: string, more: Partial<FetchEvidence> = {}) => ({
      ...{ sourceId: id, pageKey: page.key, at, asked: page.url, url: page.url, redirects: [] },
      ...{ status: 304, headers: {}, sha256: null, size: null, flags: [], outcome: 'unchanged' },
      ...{ changed: false, ...more },
    })

    test('of fetches stay the first, those that told something new, and the latest twenty others', async () => {
      await begin()
      const lease = await start()
      const [page] = await store.pagesDue(lease, [], 1)
      if (!page) throw new Error('no page')
      await save(lease, '/', {}, [offer('/b')])
      const other = await store.crawlPage(id, 'sgd.test/b')
      if (!other) throw new Error('no page')
      const hour = (n: number) => new Date(Date.parse(at) + n * 3_600_000).toISOString()
      const told = [7, 40]
      for (let n = 0; n < 60; n++) {
        const evidence = [evidenceOf(page, hour(n), { changed: told.includes(n) })]
        if (n < 3) evidence.push(evidenceOf(other, hour(n)))
        await store.saveVisit(lease, {
          ...{ claimed: page.key, visits: [], evidence, offers: [], counted: false },
        })
      }
      const kept = (await store.fetchesOf(page.url, 100)).map((one) => one.at).reverse()
      expect(kept).toEqual([0, 7, ...hours(39, 60)].map(hour))
      expect(await store.fetchesOf(other.url, 100)).toHaveLength(3)
      expect((await store.fetchesOf(page.url, 100)).filter((one) => one.changed)).toHaveLength(2)
    })

    test('an article and the files that it gives know of each other, also when the source is gone', async () => {
      await begin()
      const lease = await start()
      const hash = (letter: string) => letter.repeat(64)
      const [article, file, feed] = [hash('a'), hash('b'), hash('c')]
      const add = (documentId: string, place: string) =>
        store.addDocument({
          ...{ id: documentId, bytes: 1, source: { name: 'x', place } },
          receivedAt: at,
        })
      const offers = [
        offer('/tin', { title: 'Thông báo' }),
        offer('/tin-hai'),
        offer('/rss', { kind: 'feed', depth: 0 }),
      ]
      await save(lease, '/', {}, offers)
      const attached = offer('/kh.pdf', { kind: 'attachment', title: 'Kế hoạch' })
      const fetched = async (path: string, sha256: string, given: PageOffer[]) => {
        const known = await store.crawlPage(id, `sgd.test${path}`)
        const page = known && (await store.claimPage(lease, known.key))
        if (!page) throw new Error(`${path} is not to be visited.`)
        await store.saveVisit(lease, {
          ...{
            claimed: page.key,
            visits: [visitOf(page, { sha256 })],
            offers: given,
            counted: true,
          },
          evidence: [evidenceOf(page, at, { sha256, outcome: 'body', changed: true })],
        })
      }
      // A feed names the file first; only articles count.
      await fetched('/rss', feed, [attached])
      await fetched('/tin', article, [attached, offer('/thieu.pdf', { kind: 'attachment' })])
      await fetched('/kh.pdf', file, [])
      await fetched('/tin-hai', hash('d'), [attached])
      await add(article, 'https://sgd.test/tin')
      await add(file, 'https://sgd.test/kh.pdf')
      const link = (path: string, title: string, documentId: string | null) => ({
        ...{ url: `https://sgd.test${path}`, title, documentId },
      })
      const check = async (from: Store) => {
        expect(await from.linksOf(file, 10)).toEqual({
          offeredBy: [link('/tin', 'Thông báo', article), link('/tin-hai', '', null)],
          files: [],
        })
        expect(await from.linksOf(article, 10)).toEqual({
          offeredBy: [],
          files: [link('/kh.pdf', 'Kế hoạch', file), link('/thieu.pdf', '', null)],
        })
        expect(await from.linksOf(feed, 10)).toEqual({ offeredBy: [], files: [] })
      }
      await check(store)
      expect((await store.linksOf(article, 1)).files).toHaveLength(1)
      const copy = await create()
      for (const row of await allOf(store.looseRows())) await copy.putLooseRow(row)
      expect((await copy.linksOf(file, 10)).offeredBy.map(({ url }) => url)).toEqual([
        ...['https://sgd.test/tin', 'https://sgd.test/tin-hai'],
      ])
      await copy.close()
      await store.removeCrawlSource(id)
      await check(store)
    })

    test('a site is looked at again: what is new begins every run, an article stays one', async () => {
      await begin()
      let lease = await start()
      const offers = [
        offer('/muc', { kind: 'list' }),
        offer('/tin'),
        offer('/rss', { kind: 'list' }),
      ]
      await save(lease, '/', {}, offers)
      await save(lease, '/rss', { etag: '"2"', sha256: 'b'.repeat(64) })
      await save(lease, '/muc', { nextVisitAt: '2999-01-01T00:00:00.000Z' })
      expect(await store.brokenEntries(id)).toBe(0)
      const looked = [
        ...[offer('/', { kind: 'list', depth: 0 }), offer('/muc', { kind: 'list', depth: 0 })],
        ...[offer('/rss', { kind: 'feed', depth: 0 }), offer('/tin', { kind: 'list', depth: 0 })],
      ]
      expect(await store.saveLook(lease, looked)).toBe(3)
      expect(Date.parse((await store.crawlSource(id))?.lookedAt ?? '')).toBeGreaterThan(
        Date.parse(at),
      )
      const { pages } = await store.pagesOf(id, { limit: 10 })
      const entries = pages.filter(({ entry }) => entry).map(({ url }) => url)
      expect(entries.sort()).toEqual([
        ...['https://sgd.test/', 'https://sgd.test/muc', 'https://sgd.test/rss'],
      ])
      expect(await store.crawlPage(id, 'sgd.test/rss')).toMatchObject({
        ...{ kind: 'feed', entry: true, etag: null, sha256: null },
      })
      expect(await store.crawlPage(id, 'sgd.test/muc')).toMatchObject({ etag: '"1"' })
      await store.endCrawl(lease, null)
      await begin()
      lease = await start()
      expect((await due(lease)).sort()).toEqual(['/', '/muc', '/rss', '/tin'])
      const miss = {
        state: 'failed',
        result: 'missed',
        error: { code: 'http-404', message: '' },
      } as const
      await save(lease, '/rss', { ...miss, state: 'done', status: 404 })
      expect(await store.brokenEntries(id)).toBe(1)
      await store.endCrawl(lease, null)
      await expect(store.saveLook(lease, looked)).rejects.toThrow(SupersededError)
      // Without an answer of the server it is not the address that is at fault.
      await begin()
      const next = await start()
      await save(next, '/rss', { ...miss, status: null })
      expect(await store.brokenEntries(id)).toBe(0)
    })

    test('what a fetch went like, and what is missing, is told', async () => {
      await begin()
      const lease = await start()
      const [page] = await store.pagesDue(lease, [], 1)
      if (!page) throw new Error('no page')
      const evidence = {
        ...{ sourceId: id, pageKey: page.key, at, asked: page.url, url: `${page.url}x` },
        redirects: [{ url: page.url, status: 301 }],
        ...{ status: 404, headers: { server: 'máy chủ' }, sha256: null, size: null },
        ...{ flags: ['extra-ca'], outcome: 'gone', changed: true },
      }
      const error = { code: 'http-404', message: 'It answers 404.' }
      const missed = visitOf(page, {
        state: 'failed',
        result: 'missed',
        misses: 1,
        error,
        sha256: null,
      })
      await store.claimPage(lease, page.key)
      const visit = {
        claimed: page.key,
        visits: [missed],
        evidence: [evidence],
        offers: [],
        counted: true,
      }
      await store.saveVisit(lease, visit)
      expect(await store.fetchesOf(page.url, 5)).toEqual([evidence])
      expect((await store.sourceProgress(id))?.failures).toEqual([
        { url: page.url, kind: 'list', state: 'failed', ...error, misses: 1, at },
      ])
      // All of it is in a copy, but for who works on it.
      const copy = await create()
      for (const row of await allOf(store.looseRows())) await copy.putLooseRow(row)
      expect(await copy.crawlSource(id)).toEqual(await store.crawlSource(id))
      expect(await copy.crawlPage(id, page.urlKey)).toEqual(await store.crawlPage(id, page.urlKey))
      expect(await copy.fetchesOf(page.url, 5)).toEqual([evidence])
      expect(await copy.crawlHolders()).toEqual([])
      expect(await copy.startCrawl(id, { holder: 'b:2:2', leaseMs: 1_000 })).not.toBeNull()
      await copy.close()
    })
  })
}
