// Sites are looked at again: feeds and sitemaps that came later are found, and those that went are sought elsewhere.
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import type { App } from '../../../src/app/app.ts'
import { isLookDue } from '../../../src/app/crawl/entries.ts'
import { startSite } from '../../support/site/site.ts'
import { openTestApp } from '../../support/test-app.ts'
import { crawlAll, sourceOf } from './support/crawl.ts'

const day = 86_400_000
const nowMs = Date.parse('2026-06-30T08:00:00Z')

test.each<[days: number, broken: number, isDue: boolean]>([
  [0, 0, false],
  [29, 0, false],
  [30, 0, true],
  [400, 0, true],
  [6, 3, false],
  [7, 1, true],
])('after %i days, %i entries broken: %s', (days, broken, isDue) => {
  const lookedAt = new Date(nowMs - days * day).toISOString()
  expect(isLookDue({ lookedAt }, broken, nowMs)).toBe(isDue)
})

/** As if the site had been looked at so many days ago. */
function lookedAgo(app: App, days: number): void {
  const database = new DatabaseSync(app.config.storeUrl.replace('sqlite:', ''))
  const at = new Date(Date.now() - days * day).toISOString()
  database.prepare('UPDATE crawl_source SET looked_at = ?').run(at)
  database.close()
}

async function again(app: App, id: string): Promise<void> {
  await app.runSource(id)
  await crawlAll(app, id)
}

async function entriesOf(app: App, id: string): Promise<string[]> {
  const { pages } = await app.sourcePages(id, { limit: 500 })
  return pages
    .filter(({ entry, kind }) => entry && kind !== 'list')
    .map(({ url }) => new URL(url).pathname)
    .sort()
}

const daysSinceLook = async (app: App, id: string): Promise<number> =>
  (Date.now() - Date.parse((await app.source(id))?.lookedAt ?? '')) / day

test('feeds and sitemaps that a site has got since are found within a month', async () => {
  const site = await startSite({ trouble: ['feed-missing', 'sitemap-missing'] })
  const app = await openTestApp()
  const { id } = await app.addSource(sourceOf(site))
  await crawlAll(app, id)
  expect(await entriesOf(app, id)).toEqual([])
  expect(await daysSinceLook(app, id)).toBeLessThan(1)
  site.trouble()
  lookedAgo(app, 29)
  await again(app, id)
  expect(await entriesOf(app, id)).toEqual([])
  lookedAgo(app, 31)
  await again(app, id)
  expect(await entriesOf(app, id)).toContain('/tin-tuc/rss/')
  expect(await entriesOf(app, id)).toContain('/sitemap.xml')
  expect(await daysSinceLook(app, id)).toBeLessThan(1)
  // What was found is asked in the same run, and the run after needs no look.
  expect((await app.sourceProgress(id))?.failures).toEqual([])
  site.forget()
  await again(app, id)
  expect(site.requests.filter(({ path }) => path === '/feeds/')).toHaveLength(0)
}, 120_000)

test('where a feed is gone the site is looked at a week after the last look', async () => {
  const site = await startSite()
  const app = await openTestApp()
  const { id } = await app.addSource(sourceOf(site))
  await crawlAll(app, id)
  site.trouble('feed-missing')
  lookedAgo(app, 8)
  await again(app, id)
  // That run found it out, the next one looks.
  expect(await daysSinceLook(app, id)).toBeGreaterThan(7)
  await again(app, id)
  expect(await daysSinceLook(app, id)).toBeLessThan(1)
  lookedAgo(app, 6)
  await again(app, id)
  expect(await daysSinceLook(app, id)).toBeGreaterThan(5)
}, 120_000)

test('a site that is out of reach counts as not looked at', async () => {
  const site = await startSite()
  const app = await openTestApp()
  const { id } = await app.addSource(sourceOf(site))
  await crawlAll(app, id)
  lookedAgo(app, 31)
  await site.close()
  await app.runSource(id)
  await expect
    .poll(async () => (await app.source(id))?.run?.error ?? null, { timeout: 60_000 })
    .not.toBeNull()
  expect(await daysSinceLook(app, id)).toBeGreaterThan(30)
}, 120_000)
