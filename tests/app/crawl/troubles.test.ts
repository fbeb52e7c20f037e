// Crawls of a site with something the matter: nothing that was taken in is lost or replaced by what is none, and nothing is taken
// in twice or for ever.
import { describe, expect, test } from 'vitest'
import type { App } from '../../../src/app/app.ts'
import { jobKinds } from '../../../src/model.ts'
import { type Site, startSite } from '../../support/site/site.ts'
import type { TroubleName } from '../../support/site/troubles/troubles.ts'
import { openTestApp } from '../../support/test-app.ts'
import { archived, crawlAll, runIsOver, sourceOf } from './support/crawl.ts'

/** `npm run test:faults` crawls with every trouble; otherwise with every fourth. */
const isLong = process.env.VANTHU_FAULTS === 'long'
const some = <T>(rows: T[]): T[] => (isLong ? rows : rows.filter((_, i) => i % 4 === 0))

async function crawled(
  site: Site,
  more: Record<string, unknown> = {},
): Promise<{ app: App; id: string }> {
  const app = await openTestApp()
  const { id } = await app.addSource(sourceOf(site, more))
  await crawlAll(app, id)
  return { app, id }
}

async function again(app: App, id: string): Promise<void> {
  await app.runSource(id)
  await crawlAll(app, id)
}

/** With the two that came in an archive. */
const documentsOf = async (app: App): Promise<number> => {
  const { counts } = await app.status()
  return counts.extracted + counts.partial + counts.failed + counts.pending
}

describe('what stands in for an article never replaces it (C9)', () => {
  test.each<
    [
      trouble: TroubleName,
      result: 'missed' | 'failed' | 'refused' | 'unchanged',
      code: string | null,
    ]
  >(
    some([
      ['soft-not-found', 'missed', 'error-page'],
      ['soft-not-found-english', 'missed', 'error-page'],
      ['error-with-200', 'missed', 'error-page'],
      ['front-page-instead', 'missed', 'now-list'],
      ['redirect-to-front', 'missed', 'now-list'],
      ['login-wall', 'failed', 'login-wall'],
      ['redirect-to-login', 'failed', 'login-wall'],
      ['articles-forbidden', 'failed', 'forbidden'],
      ['visitors-counted', 'unchanged', null],
      ['redirect-to-private', 'refused', 'forbidden-address'],
      ['tag-always-new', 'unchanged', null],
      ['no-validators', 'unchanged', null],
    ]),
  )(
    '%s',
    async (trouble, result, code) => {
      const site = await startSite()
      const { app, id } = await crawled(site)
      const before = await archived(app)
      site.trouble(trouble)
      await again(app, id)
      expect(await archived(app)).toEqual(before)
      expect(await documentsOf(app)).toBe(67)
      const progress = await app.sourceProgress(id)
      expect(progress?.run[result]).toBeGreaterThanOrEqual(40)
      expect(progress?.run.changed).toBe(0)
      if (code)
        expect(progress?.failures.filter((failure) => failure.code === code)).toHaveLength(40)
      site.trouble()
      await again(app, id)
      expect(await app.sourceProgress(id)).toMatchObject({
        ...{ run: { unchanged: 65, changed: 0, new: 0 }, failures: [], states: { done: 65 } },
      })
    },
    120_000,
  )

  test('maintenance of the whole site', async () => {
    const site = await startSite()
    const { app, id } = await crawled(site)
    site.trouble('maintenance')
    await again(app, id)
    expect(await documentsOf(app)).toBe(67)
    site.trouble()
    await again(app, id)
    expect((await app.sourceProgress(id))?.states).toMatchObject({ done: 65 })
  }, 120_000)
})

describe('one document is one, however many addresses it has (C8)', () => {
  test.each<TroubleName>(
    some([
      'five-addresses',
      'session-ids',
      'endless-calendar',
      'pages-past-the-end',
      'redirect-until-cookie',
    ]),
  )(
    '%s',
    async (trouble) => {
      const site = await startSite({ trouble })
      const { app, id } = await crawled(site)
      const { articles, files } = site.expected()
      expect(await archived(app)).toEqual([...articles, ...files].sort())
      expect(await documentsOf(app)).toBe(67)
      expect(site.requests.length).toBeLessThan(400)
      await again(app, id)
      expect(await documentsOf(app)).toBe(67)
    },
    120_000,
  )

  test.runIf(isLong)(
    'a hundred thousand links cost no more than the budget of a run',
    async () => {
      const site = await startSite()
      const app = await openTestApp()
      // The look at the site is over before the links appear.
      const offer = await app.probeSource(sourceOf(site))
      site.trouble('hundred-thousand-links')
      site.forget()
      const { id } = await app.addSource(sourceOf(site, { maxPages: 90 }), offer)
      await crawlAll(app, id)
      expect(site.requests.filter(({ path }) => path !== '/robots.txt')).toHaveLength(90)
      expect((await app.source(id))?.run?.error?.code).toBe('budget')
      // What was left comes with the next run.
      await again(app, id)
      expect((await app.source(id))?.run?.visits).toBe(90)
    },
    180_000,
  )
})

describe('a host that asks for patience gets it (C4)', () => {
  test.each<TroubleName>(some(['too-many-requests-until', 'every-third-fails', 'body-cut-once']))(
    '%s: all is found, at the latest by later runs',
    async (trouble) => {
      const site = await startSite()
      const app = await openTestApp()
      const offer = await app.probeSource(sourceOf(site))
      site.forget()
      site.trouble(trouble)
      const { id } = await app.addSource(sourceOf(site), offer)
      await crawlAll(app, id)
      for (let run = 0; run < 6 && (await documentsOf(app)) < 67; run++) await again(app, id)
      expect(await documentsOf(app)).toBe(67)
    },
    180_000,
  )

  test('a robots.txt that cannot be had is waited for, and nothing else is asked', async () => {
    const site = await startSite()
    const app = await openTestApp()
    const offer = await app.probeSource(sourceOf(site))
    site.forget()
    site.trouble('robots-server-error')
    const { id } = await app.addSource(sourceOf(site), offer)
    app.startWorkers(jobKinds)
    // Short waits are spent in place; they grow.
    await expect
      .poll(async () => (await app.source(id))?.run?.waitsUntil ?? null, { timeout: 30_000 })
      .not.toBeNull()
    expect(site.requests.filter(({ path }) => path !== '/robots.txt')).toEqual([])
  }, 120_000)

  test('for years: the host waits, no more than a day; no start is counted; other hosts go on', async () => {
    const [busy, well] = [await startSite(), await startSite()]
    const app = await openTestApp()
    const offer = await app.probeSource(sourceOf(busy))
    busy.trouble('too-many-requests-for-years')
    busy.forget()
    const { id } = await app.addSource(sourceOf(busy), offer)
    const other = await app.addSource(sourceOf(well))
    await crawlAll(app, other.id).catch(() => {})
    await runIsOver(app, other.id)
    expect((await app.sourceProgress(other.id))?.run).toMatchObject({ new: 65 })
    const source = await app.source(id)
    expect(source?.run).toMatchObject({ endedAt: null, visits: 0, error: { code: 'waiting' } })
    const waitMs = Date.parse(source?.run?.waitsUntil ?? '') - Date.now()
    expect(waitMs).toBeGreaterThan(60_000)
    expect(waitMs).toBeLessThanOrEqual(86_400_000)
    const { pages } = await app.sourcePages(id, { limit: 50 })
    expect(pages.filter(({ tries, state }) => tries > 0 || state !== 'pending')).toEqual([])
    // One request found it out.
    expect(busy.requests.filter(({ path }) => path !== '/robots.txt')).toHaveLength(1)
  }, 120_000)
})
