// Crawls by processes that are killed in the middle, and by several that are due to begin the same run (C10).
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { App } from '../../src/app/app.ts'
import type { VanthuRecord } from '../../src/model.ts'
import { archived, crawlAll, runIsOver, sourceOf } from '../app/crawl/support/crawl.ts'
import { kill, openCrawledArchive } from '../support/crawl-process.ts'
import { hasPostgres, startPostgres, type TestPostgres } from '../support/postgres.ts'
import { hasRedis, startRedis, type TestRedis } from '../support/redis.ts'
import { type Site, startSite } from '../support/site/site.ts'
import { openTestApp } from '../support/test-app.ts'

/** `npm run test:faults`: as often as was asked for; else what shows the same in less time. */
const isLong = process.env.VANTHU_FAULTS === 'long'
const patienceMs = isLong ? 3_600_000 : 240_000
/** A calm crawl of the site asks so often; robots.txt is asked again by every process. */
const requestsOfCrawl = 80

const engines =
  isLong && hasPostgres() && hasRedis()
    ? (['embedded', 'distributed'] as const)
    : (['embedded'] as const)
const kills = { embedded: isLong ? 20 : 2, distributed: 20 }

describe.each(engines)('crawling, %s', (engine) => {
  let servers: { postgres: TestPostgres; redis: TestRedis } | undefined
  beforeAll(async () => {
    if (engine === 'distributed')
      servers = { postgres: await startPostgres(), redis: await startRedis() }
  }, patienceMs)
  afterAll(async () => {
    await servers?.postgres.stop()
    await servers?.redis.stop()
  }, patienceMs)
  const open = () =>
    openCrawledArchive(servers && { postgres: servers.postgres.url, redis: servers.redis.url })

  test(
    'killed again and again in mid-crawl, it comes to the same records',
    async () => {
      const site = await startSite()
      const { app, start } = await open()
      const { id } = await app.addSource(sourceOf(site))
      if (engine === 'distributed') {
        await start('parse')
        await start('extract')
      }
      site.forget()
      const step = Math.floor(requestsOfCrawl / (kills[engine] + 1))
      for (let count = 1; count <= kills[engine]; count++) {
        const asked = pagesAsked(site)
        const child = await start('crawl')
        const ended = await documentsEnded(app)
        await until(() => pagesAsked(site) >= asked + step)
        if (engine === 'embedded') await oneEnds(app, site, ended)
        await kill(child)
        // Work really was left undone.
        expect((await app.source(id))?.run).toMatchObject({ number: 1, endedAt: null })
      }
      await start('crawl')
      await runIsOver(app, id, patienceMs)
      await until(async () => (await app.status()).counts.pending === 0)
      const { articles, files } = site.expected()
      expect(await archived(app)).toEqual([...articles, ...files].sort())
      expect((await app.sourceProgress(id))?.run).toMatchObject({ new: 65, failed: 0 })
      // A start loses the one page it was at.
      const again = [...articles, ...files].map(
        (url) => site.bodiesOf(url.slice(site.origin.length)) - 1,
      )
      expect(Math.min(...again)).toBe(0)
      expect(again.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(kills[engine])
      expect(site.mostAtOnce()).toBe(1)

      const calm = await openTestApp()
      const other = await calm.addSource(sourceOf(site))
      await crawlAll(calm, other.id)
      expect(await recordsOf(app)).toEqual(await recordsOf(calm))
    },
    patienceMs,
  )

  test(
    'a run that several processes find due begins once, however many were missed',
    async () => {
      const site = await startSite()
      const { app, store, start } = await open()
      const { id } = await app.addSource(sourceOf(site))
      const first = await start('crawl')
      await runIsOver(app, id, patienceMs)
      await kill(first)
      const [front] = (await app.sourcePages(id, { limit: 500 })).pages.filter((page) => page.entry)
      if (!front) throw new Error('no page')
      site.forget()
      // Since three days ago nobody was there: twelve runs were missed.
      await store.changeCrawlSource(id, {
        nextRunAt: new Date(Date.now() - 3 * 86_400_000).toISOString(),
      })
      await Promise.all([start('crawl'), start('crawl'), start('crawl')])
      await until(async () => (await app.source(id))?.run?.number === 2)
      await runIsOver(app, id, patienceMs)
      // One more process, as after a restart, begins nothing.
      await start('crawl')
      await wait(2_000)
      const source = await app.source(id)
      expect(source?.run).toMatchObject({ number: 2, error: null })
      expect(Date.parse(source?.nextRunAt ?? '')).toBeGreaterThan(Date.now())
      const { path } = { path: new URL(front.url).pathname }
      expect(site.requests.filter((request) => request.path === path)).toHaveLength(1)
      expect(site.mostAtOnce()).toBe(1)
    },
    patienceMs,
  )
})

/**
 * Waits until the process has read a document to its end, as it reads what it crawls: one that is under way at three kills in a
 * row is set aside as what takes its process down.
 */
async function oneEnds(app: App, site: Site, endedBefore: number): Promise<void> {
  const goOn = site.hold()
  await until(async () => {
    const { counts } = await app.status()
    return counts.pending === 0 || (await documentsEnded(app)) > endedBefore
  })
  goOn()
  await wait(Math.random() * 50)
}

async function documentsEnded(app: App): Promise<number> {
  const { counts } = await app.status()
  return counts.extracted + counts.partial + counts.failed
}

const pagesAsked = (site: Site): number =>
  site.requests.filter(({ path }) => path !== '/robots.txt').length

/** Records by document, but for the times at which they were made. */
async function recordsOf(app: App): Promise<Map<string, VanthuRecord | null>> {
  const records = new Map<string, VanthuRecord | null>()
  for (const state of ['extracted', 'partial', 'failed'] as const)
    for (const { id } of (await app.documentsIn({ state, limit: 500 })).documents)
      records.set(id, (await app.document(id))?.record ?? null)
  return new Map([...records].sort(([a], [b]) => a.localeCompare(b)))
}

async function until(look: () => Promise<boolean> | boolean): Promise<void> {
  const endAt = performance.now() + patienceMs
  while (!(await look())) {
    if (performance.now() > endAt) throw new Error('Not in time.')
    await wait(5)
  }
}
