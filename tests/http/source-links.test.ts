// An article and the files that it gives lead to each other: in the API, on the pages, on the command line; and what fetches told.
import { expect, test } from 'vitest'
import type { App } from '../../src/app/app.ts'
import { documentBodySchema } from '../../src/http/api-schemas.ts'
import { createHttp } from '../../src/http/create-http.ts'
import { crawlAll, sourceOf } from '../app/crawl/support/crawl.ts'
import { runCli } from '../support/run-cli.ts'
import { filePath } from '../support/site/shelf.ts'
import { startSite } from '../support/site/site.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { openTestApp } from '../support/test-app.ts'

async function documentAt(app: App, place: string): Promise<string> {
  for (const state of ['extracted', 'partial', 'failed'] as const)
    for (const { id } of (await app.documentsIn({ state, limit: 500 })).documents)
      if ((await app.document(id))?.sources.some((source) => source.place === place)) return id
  throw new Error(`No document came from ${place}`)
}

test('an article and its files lead to each other', async () => {
  const site = await startSite()
  const folder = await temporaryFolder()
  const app = await openTestApp({ folder })
  const source = await app.addSource(sourceOf(site))
  await crawlAll(app, source.id)
  const http = createHttp(app)
  const json = async (id: string) =>
    documentBodySchema.parse(await (await http.request(`/api/documents/${id}`)).json())
  const page = async (path: string) => (await http.request(path)).text()

  const articles = site.shelf.articles().filter(({ files }) => (files ?? []).length > 0)
  expect(articles.length).toBeGreaterThan(10)
  for (const article of articles) {
    const id = await documentAt(app, site.origin + article.path)
    const places = (article.files ?? []).map((_, i) => site.origin + filePath(article, i))
    const { links } = await json(id)
    expect(links.offeredBy).toEqual([])
    expect(links.files.map(({ url }) => url).sort()).toEqual(places.sort())
    for (const { url, documentId } of links.files) {
      expect(documentId).toBe(await documentAt(app, url))
      const back = (await json(documentId ?? '')).links
      expect(back.files).toEqual([])
      expect(back.offeredBy).toContainEqual({
        ...{ url: site.origin + article.path, title: expect.any(String), documentId: id },
      })
    }
  }
  const [article] = articles
  if (!article) return
  const id = await documentAt(app, site.origin + article.path)
  const fileId = await documentAt(app, site.origin + filePath(article, 0))
  const vi = await page(`/d/${id}?lang=vi`)
  for (const part of ['Văn bản đính kèm', `href="/d/${fileId}"`]) expect(vi).toContain(part)
  const en = await page(`/d/${fileId}?lang=en`)
  for (const part of ['Attached to the article', `href="/d/${id}"`]) expect(en).toContain(part)
  const shown = await runCli(['show', fileId.slice(0, 12)], { cwd: folder })
  expect(shown.stdout).toContain(`attached to ${site.origin}${article.path} (${id.slice(0, 12)})`)

  // The first fetch told something new, the second nothing.
  await app.runSource(source.id)
  await crawlAll(app, source.id)
  const told = (await app.fetchesOf(site.origin + article.path, 10)).map(({ changed }) => changed)
  expect(told).toEqual([false, true])
  const shownSource = await page(`/sources/${source.id}?lang=vi`)
  for (const part of ['Dò RSS, sitemap và chuyên mục', 'dò lại sau 30 ngày'])
    expect(shownSource).toContain(part)
}, 120_000)
