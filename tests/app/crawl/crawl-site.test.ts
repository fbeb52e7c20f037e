// A whole site crawled into a whole archive, three times, over a real server that counts what it is asked.
import { expect, test } from 'vitest'
import type { App } from '../../../src/app/app.ts'
import { startSite } from '../../support/site/site.ts'
import { openTestApp } from '../../support/test-app.ts'
import { archived, crawlAll, sourceOf } from './support/crawl.ts'

test('finds every article and file and nothing else; then fetches nothing again; then notices what changed', async () => {
  const site = await startSite()
  const app = await openTestApp()
  const source = await app.addSource(sourceOf(site))
  await crawlAll(app, source.id)
  const { articles, files } = site.expected()
  expect(await archived(app)).toEqual([...articles, ...files].sort())
  expect(await app.sourceProgress(source.id)).toMatchObject({
    run: { found: 65, new: 65, failed: 0, refused: 0, missed: 0 },
    waiting: 0,
    failures: [],
  })
  for (const url of [...articles, ...files])
    expect([url, site.bodiesOf(url.slice(site.origin.length))]).toEqual([url, 1])

  site.forget()
  await app.runSource(source.id)
  await crawlAll(app, source.id)
  expect(site.requests.length).toBeGreaterThan(65)
  expect(
    site.requests.filter(({ path, sentBytes }) => sentBytes > 0 && path !== '/robots.txt'),
  ).toEqual([])
  expect((await app.sourceProgress(source.id))?.run).toMatchObject({
    found: 0,
    new: 0,
    unchanged: 65,
  })

  const [changed, removed] = [site.shelf.byId(3), site.shelf.byId(15)]
  // With an article its files change and go.
  const renewed = 1 + (changed?.files?.length ?? 0)
  const gone = 1 + (removed?.files?.length ?? 0)
  site.shelf.change(3, { lead: 'Nội dung của tin đã được sửa lại sau khi đăng.' })
  site.shelf.remove(15)
  const added = site.shelf.add('thong-bao', {
    publishedAt: '2024-06-10T08:00:00+07:00',
    title: 'Thông báo kết quả xét tuyển viên chức ngành giáo dục năm 2024',
    lead: 'Hội đồng xét tuyển thông báo kết quả như sau.',
    paragraphs: [
      'Có 25 thí sinh trúng tuyển trong tổng số 40 thí sinh dự xét tuyển vào các trường.',
    ],
  })
  await app.runSource(source.id)
  await crawlAll(app, source.id)
  const progress = await app.sourceProgress(source.id)
  expect(progress?.run).toMatchObject({ found: 1, new: 1, changed: renewed, missed: gone })
  expect(await archived(app)).toContain(site.origin + added.path)
  const versions = await versionsAt(app, site.origin + changed?.path)
  expect(versions).toBe(2)
  // What was removed stays in the archive, and counts as gone after three visits.
  expect(await archived(app)).toContain(site.origin + removed?.path)
  for (let run = 0; run < 2; run++) {
    await app.runSource(source.id)
    await crawlAll(app, source.id)
  }
  const { failures = [] } = (await app.sourceProgress(source.id)) ?? {}
  expect(failures.length).toBe(gone)
  for (const failure of failures) expect(failure).toMatchObject({ state: 'gone', misses: 3 })
  expect(await archived(app)).toContain(site.origin + removed?.path)
  expect(site.mostAtOnce()).toBe(1)
}, 120_000)

async function versionsAt(app: App, url: string): Promise<number> {
  const { documents } = await app.documentsIn({ state: 'extracted', limit: 500 })
  for (const { id } of documents) {
    const details = await app.document(id)
    if (details?.sources.some(({ place }) => place === url)) return details.versions.length
  }
  return 0
}
