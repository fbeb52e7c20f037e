// What every Store does about crawling: sources and their runs, pages, and whose turn it is.
import { setTimeout as wait } from 'node:timers/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { SupersededError } from '../../src/errors.ts'
import type { Store } from '../../src/ports/store.ts'
import { at, crawlOf, front, offer, source, visitOf } from './crawl-runs.ts'

export function runCrawlContract({
  name,
  create,
}: {
  name: string
  create: () => Promise<Store>
}): void {
  describe(`crawling in ${name}`, () => {
    let store: Store
    const { id } = source
    const { begin, start, due, save } = crawlOf(() => store)

    beforeEach(async () => {
      store = await create()
      await store.addCrawlSource(source, [front])
      return () => store.close()
    })

    test('a source is kept as it was given, once', async () => {
      expect(await store.crawlSource(id)).toEqual(source)
      expect(await store.crawlSources()).toEqual([source])
      expect(await store.addCrawlSource({ ...source, id: 'other' }, [])).toBe(false)
      expect(await store.addCrawlSource({ ...source, url: 'https://x.test/' }, [])).toBe(false)
      expect(await store.crawlSource('other')).toBeNull()
      const changed = await store.changeCrawlSource(id, { depth: 2, province: null, delayMs: null })
      expect(changed).toEqual({ ...source, depth: 2, province: null, delayMs: null })
      expect(await store.changeCrawlSource('other', { depth: 2 })).toBeNull()
      expect(await store.removeCrawlSource(id)).toEqual(changed)
      expect(await store.removeCrawlSource(id)).toBeNull()
      expect(await store.pagesOf(id, { limit: 10 })).toEqual({ pages: [], next: null })
    })

    test('of many that find it due at once, one begins the run', async () => {
      expect((await store.crawlSourcesDue(at)).map((one) => one.id)).toEqual([id])
      expect(await store.crawlSourcesDue('2026-03-01T07:59:59.000Z')).toEqual([])
      const begun = await Promise.all(Array.from({ length: 8 }, () => begin(at)))
      expect(begun.filter(Boolean)).toHaveLength(1)
      expect(await store.crawlSourcesDue(at)).toEqual([])
      expect((await store.crawlSource(id))?.run).toMatchObject({ number: 1, endedAt: null })
      // Due again while it is under way: that one goes on.
      expect(await begin('2026-03-01T14:00:00.000Z')).toBe(false)
      expect((await store.crawlSource(id))?.run?.number).toBe(1)
      await store.endCrawl(await start(), null)
      // Who found it due before that comes too late.
      expect(await begin(at)).toBe(false)
      expect(await begin()).toBe(true)
      expect((await store.crawlSource(id))?.run?.number).toBe(2)
    })

    test('a run is one process at a time, and passes on when its lease is over', async () => {
      expect(await store.crawlsToRing()).toEqual([])
      await begin()
      expect(await store.crawlsToRing()).toEqual([id])
      const first = await start(-1)
      expect(await store.crawlsToRing()).toEqual([id])
      const second = await start(60_000, 'b:2:2')
      expect(second.lease).toBeGreaterThan(first.lease)
      expect(await store.startCrawl(id, { holder: 'c:3:3', leaseMs: 60_000 })).toBeNull()
      expect(await store.crawlsToRing()).toEqual([])
      expect(await store.renewCrawl(first, 60_000)).toBe(false)
      expect(await store.renewCrawl(second, 60_000)).toBe(true)
      await expect(save(first, '/')).rejects.toThrow(SupersededError)
      await expect(store.endCrawl(first, null)).rejects.toThrow(SupersededError)
      await expect(store.waitCrawl(first, 0, null)).rejects.toThrow(SupersededError)
      expect(await store.crawlHolders()).toEqual(['b:2:2'])
      await store.releaseCrawls(['b:2:2'])
      expect(await store.crawlsToRing()).toEqual([id])
    })

    test('one that waits is not rung for before; one that is paused not at all', async () => {
      await begin()
      const error = { code: 'waiting', message: 'sgd.test wants a pause' }
      await store.waitCrawl(await start(), 300, error)
      expect(await store.crawlsToRing()).toEqual([])
      expect(await store.startCrawl(id, { holder: 'a:1:1', leaseMs: 1_000 })).toBeNull()
      expect((await store.crawlSource(id))?.run).toMatchObject({ error, endedAt: null })
      await wait(350)
      expect(await store.crawlsToRing()).toEqual([id])
      const lease = await start()
      await store.changeCrawlSource(id, { paused: true })
      expect(await store.renewCrawl(lease, 1_000)).toBe(false)
      await store.waitCrawl(lease, 0, null)
      expect(await store.crawlsToRing()).toEqual([])
      expect(await begin()).toBe(false)
    })

    test('pages come by their turn, each once in a run', async () => {
      await begin()
      let lease = await start()
      expect(await due(lease)).toEqual(['/'])
      const offers = [
        offer('/b'),
        offer('/c.pdf', { kind: 'attachment' }),
        offer('/page-2', { kind: 'list', againIfNew: true }),
        offer('/rss', { kind: 'feed', entry: true }),
      ]
      expect(await save(lease, '/', {}, offers)).toBe(2)
      expect((await due(lease)).sort()).toEqual(['/b', '/c.pdf', '/page-2', '/rss'])
      expect((await due(lease))[0]).toBe('/rss')
      expect((await due(lease)).at(-1)).toBe('/page-2')
      await save(lease, '/page-2', { nextVisitAt: '9999-12-31T00:00:00.000Z' })
      await save(lease, '/rss')
      await save(lease, '/b', { changedAt: at })
      await save(lease, '/c.pdf', { nextVisitAt: '2999-01-01T00:00:00.000Z' })
      expect(await due(lease)).toEqual([])
      // Whoever still has it in hand comes too late.
      const visited = await store.crawlPage(id, 'sgd.test/b')
      expect(await store.claimPage(lease, visited?.key ?? '')).toBeNull()
      const { run, states, waiting } = (await store.sourceProgress(id)) ?? {}
      expect({ run, states, waiting }).toMatchObject({
        ...{ run: { found: 2, new: 2, failed: 0 }, states: { done: 2, pending: 0 }, waiting: 0 },
      })
      expect((await store.crawlSource(id))?.run?.visits).toBe(5)
      await store.endCrawl(lease, null)

      await begin()
      lease = await start()
      expect((await due(lease)).sort()).toEqual(['/', '/b', '/rss'])
      // Nothing new on the first page of the list: the second is left.
      expect(await save(lease, '/', {}, offers)).toBe(0)
      expect((await due(lease)).sort()).toEqual(['/b', '/rss'])
      expect(await save(lease, '/rss', {}, [...offers, offer('/d')])).toBe(1)
      expect((await due(lease)).sort()).toEqual(['/b', '/d', '/page-2'])
      // What is said to have changed since it was fetched is visited again.
      await save(lease, '/d', {}, [
        offer('/c.pdf', { kind: 'attachment', changedAt: '2026-03-02' }),
      ])
      expect((await due(lease)).sort()).toEqual(['/b', '/c.pdf', '/page-2'])
      await save(lease, '/b', {}, [offer('/d', { changedAt: '2026-02-01' })])
      expect((await due(lease)).sort()).toEqual(['/c.pdf', '/page-2'])
    })

    test('a start that never ended counts; one that found nothing out does not', async () => {
      await begin()
      const lease = await start()
      const [page] = await store.pagesDue(lease, [], 1)
      const claim = async () => store.claimPage(lease, page?.key ?? '')
      expect((await claim())?.tries).toBe(1)
      const claimed = await claim()
      expect(claimed?.tries).toBe(2)
      if (!claimed) return
      const nothing = { visits: [], evidence: [], offers: [], counted: false }
      await store.saveVisit(lease, { claimed: claimed.key, ...nothing })
      expect((await claim())?.tries).toBe(2)
      expect(await store.retryAt(lease, [])).toBeNull()
      const nextVisitAt = '2999-01-01T00:00:00.000Z'
      const later = visitOf(claimed, { isOver: false, nextVisitAt, state: 'pending', result: null })
      await store.saveVisit(lease, {
        ...nothing,
        claimed: claimed.key,
        visits: [later],
        counted: true,
      })
      expect(await due(lease)).toEqual([])
      expect(await store.retryAt(lease, [])).toBe(nextVisitAt)
      expect(await store.retryAt(lease, ['sgd.test'])).toBeNull()
      await store.endCrawl(lease, null)
      await begin()
      expect((await store.crawlPage(id, front.urlKey))?.tries).toBe(0)
      expect(await due(await start())).toEqual(['/'])
    })

    test('a host is asked by one run at a time, and not while it wants a pause', async () => {
      const other = { ...source, id: 'other', url: 'https://sgd.test/van-ban/' }
      await store.addCrawlSource(other, [])
      await begin()
      await store.beginRun('other', { dueAt: null, nextRunAt: at, at })
      const mine = await start()
      const others = (await store.startCrawl('other', { holder: 'b:2:2', leaseMs: 60_000 }))?.lease
      if (!others) throw new Error('no lease')
      expect(await store.takeHost('sgd.test', mine, 60_000)).toBeNull()
      expect(await store.takeHost('sgd.test', mine, 60_000)).toBeNull()
      expect(await store.takeHost('sgd.test', others, 60_000)).not.toBeNull()
      expect(await store.takeHost('files.test', others, 60_000)).toBeNull()
      const entry = await store.pagesDue(mine, ['sgd.test'], 5)
      expect(entry).toEqual([])
      await store.endCrawl(mine, null)
      expect(await store.takeHost('sgd.test', others, 60_000)).toBeNull()
      await store.pauseHost('sgd.test', 300)
      const until = await store.takeHost('sgd.test', others, 60_000)
      expect(Math.abs(Date.parse(until ?? '') - Date.now() - 300)).toBeLessThan(5_000)
      await wait(350)
      expect(await store.takeHost('sgd.test', others, 60_000)).toBeNull()
      // What a process that is no more held is free at once.
      await store.releaseCrawls(['b:2:2'])
      await store.changeCrawlSource(id, { paused: false })
      await begin()
      expect(await store.takeHost('files.test', await start(), 60_000)).toBeNull()
    })

    test('fifty thousand pages of one sitemap', async () => {
      await begin()
      const lease = await start()
      const offers = Array.from({ length: 50_000 }, (_, i) =>
        offer(`/tin-${i}.html`, { changedAt: i % 2 ? '2026-01-01' : null }),
      )
      const startedAt = performance.now()
      expect(await save(lease, '/', {}, [...offers, ...offers.slice(0, 10)])).toBe(50_000)
      expect(performance.now() - startedAt).toBeLessThan(30_000)
      expect(await store.pagesDue(lease, [], 50)).toHaveLength(50)
      const page = await store.pagesOf(id, { limit: 7, state: 'pending' })
      expect(page.pages).toHaveLength(7)
      const next = await store.pagesOf(id, { limit: 7, cursor: page.next ?? '' })
      expect(next.pages[0]?.key).not.toBe(page.pages[0]?.key)
    })
  })
}
