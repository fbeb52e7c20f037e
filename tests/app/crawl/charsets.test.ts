// Pages of every charset, named by header, page or nobody: the text in the archive is the one that was written (C6).
import { describe, expect, test } from 'vitest'
import type { App } from '../../../src/app/app.ts'
import { jobKinds, type VanthuRecord } from '../../../src/model.ts'
import { type Site, startSite } from '../../support/site/site.ts'
import type { TroubleName } from '../../support/site/troubles/troubles.ts'
import { openTestApp } from '../../support/test-app.ts'
import { archived, crawlAll, sourceOf } from './support/crawl.ts'

const section = 'ke-hoach-chi-dao'

/** Crawls one section of the site. */
async function crawled(trouble: TroubleName): Promise<{ app: App; site: Site }> {
  const site = await startSite({ trouble })
  const app = await openTestApp()
  const include = [`/tin-tuc/${section}/*`]
  const { id } = await app.addSource(sourceOf(site, { include }))
  await crawlAll(app, id)
  return { app, site }
}

/** Records by the address that they came from. */
async function recordsOf(app: App): Promise<Map<string, VanthuRecord | null>> {
  const records = new Map<string, VanthuRecord | null>()
  const { documents } = await app.documentsIn({ state: 'extracted', limit: 500 })
  for (const { id } of documents) {
    const details = await app.document(id)
    for (const { place } of details?.sources ?? [])
      if (place) records.set(place, details?.record ?? null)
  }
  return records
}

function expectWritten(site: Site, records: Map<string, VanthuRecord | null>): void {
  const articles = site.shelf.articles(section)
  expect(articles.length).toBeGreaterThan(5)
  for (const { path, title, lead, paragraphs } of articles) {
    const record = records.get(`${site.origin}${path}`)
    const text = record?.text.normalize('NFC') ?? ''
    for (const part of [title, lead, ...paragraphs]) expect(text).toContain(part)
  }
}

describe('what was written is what is read', () => {
  test.each<[trouble: TroubleName, guessed: boolean]>([
    ['only-header-says-1258', false],
    ['header-says-1258', false],
    ['header-says-latin1', false],
    ['header-says-latin1-of-1258', false],
    ['byte-order-mark', false],
    ['utf-16', false],
    ['no-charset', false],
    ['meta-says-utf8', true],
  ])(
    '%s',
    async (trouble, guessed) => {
      const { app, site } = await crawled(trouble)
      const records = await recordsOf(app)
      expectWritten(site, records)
      const codes = [...records.values()].flatMap((record) =>
        (record?.warnings ?? []).map(({ code }) => code),
      )
      expect(codes.includes('guessed-charset')).toBe(guessed)
    },
    120_000,
  )
})

test('read again, a page is what it was: what its server said of it is kept with it', async () => {
  const { app, site } = await crawled('only-header-says-1258')
  const article = site.shelf.articles(section)[0]
  const { documents } = await app.documentsIn({ state: 'extracted', limit: 500 })
  for (const { id } of documents)
    for (const { place, charset } of (await app.document(id))?.sources ?? [])
      if (place === `${site.origin}${article?.path}`) expect(charset).toBe('windows-1258')
  const before = await recordsOf(app)
  const places = await archived(app)
  expect(places).toContain(`${site.origin}${article?.path}`)
  expect((await app.reprocess({ all: true })).length).toBe(before.size)
  app.startWorkers(jobKinds)
  await app.idle()
  const after = await recordsOf(app)
  const textsOf = (records: typeof before) =>
    [...records].map(([place, record]) => [place, record?.text]).sort()
  expect(textsOf(after)).toEqual(textsOf(before))
  for (const record of after.values())
    expect(record?.warnings.filter(({ code }) => code === 'guessed-charset')).toEqual([])
}, 120_000)
