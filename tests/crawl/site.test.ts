// The site that crawls are tested on does what it says.
import { describe, expect, test } from 'vitest'
import { detectMediaType } from '../../src/parse/detect.ts'
import { openSite, type Site, startSite } from '../support/site/site.ts'
import { troubleNames } from '../support/site/troubles/troubles.ts'

test('forty articles and their files, each of the kind its name says', async () => {
  const site = await startSite()
  const { articles, files } = site.expected()
  expect([articles.length, new Set(articles).size, files.length]).toEqual([40, 40, 25])
  for (const url of [...articles, ...files]) {
    const response = await fetch(url)
    expect([url, response.status]).toEqual([url, 200])
    const bytes = new Uint8Array(await response.arrayBuffer())
    if (files.includes(url))
      expect([url, detectMediaType(bytes)]).toEqual([url, response.headers.get('content-type')])
  }
})

test('a conditional request is answered without a body, until something changes', async () => {
  const site = await startSite()
  const article = site.shelf.articles()[3]
  if (!article) throw new Error('no article')
  const url = `${site.origin}${article.path}`
  const first = await fetch(url)
  const headers = { 'if-none-match': first.headers.get('etag') ?? '' }
  expect((await fetch(url, { headers })).status).toBe(304)
  expect(
    (
      await fetch(url, {
        headers: { 'if-modified-since': first.headers.get('last-modified') ?? '' },
      })
    ).status,
  ).toBe(304)
  expect(site.bodiesOf(article.path)).toBe(1)
  site.shelf.change(article.id, { lead: 'Nội dung đã được sửa.' })
  const changed = await fetch(url, { headers })
  expect([changed.status, (await changed.text()).includes('Nội dung đã được sửa.')]).toEqual([
    200,
    true,
  ])
  expect(site.requests.map(({ status, conditional }) => [status, conditional])).toEqual([
    [200, false],
    [304, true],
    [304, true],
    [200, true],
  ])
  site.shelf.remove(article.id, 410)
  expect((await fetch(url)).status).toBe(410)
  const added = site.shelf.add('thong-bao', {
    publishedAt: '2024-06-10T08:00:00+07:00',
    title: 'Thông báo mới',
    lead: 'x',
    paragraphs: [],
  })
  expect((await fetch(site.origin + added.path)).status).toBe(200)
  expect(site.expected().articles).toContain(site.origin + added.path)
})

test('an old address leads to the new one, and what is not there is not', async () => {
  const site = await startSite()
  const { path, category } = site.shelf.byId(15) ?? { path: '', category: '' }
  const old = await fetch(
    `${site.origin}/index.php?language=vi&nv=tin-tuc&op=${category}/${path.split('/').pop()?.replace('.html', '')}`,
  )
  expect(old.url).toBe(site.origin + path)
  for (const missing of ['/x.html', '/tin-tuc/thong-bao/page-9/', '/uploads/tin-tuc/2023_01/x.pdf'])
    expect((await fetch(site.origin + missing)).status).toBe(404)
})

describe('what can be the matter with it', () => {
  test('at least fifty things', () => {
    expect(troubleNames.length).toBeGreaterThanOrEqual(50)
  })

  let well: Promise<string[]> | null = null

  test.each(troubleNames)('%s changes an answer', async (trouble) => {
    well ??= openSite().then(async (site) => {
      const answers = await answersOf(site)
      await site.close()
      return answers
    })
    expect(await answersOf(await startSite({ trouble }))).not.toEqual(await well)
  })
})

/** What the site answers to a dozen requests, one after the other. */
async function answersOf({ origin, shelf }: Site): Promise<string[]> {
  const article = shelf.byId(11)?.path ?? ''
  const answers: string[] = []
  for (const path of [
    '/robots.txt',
    '/',
    '/',
    '/tin-tuc/thong-bao/page-9/',
    '/tin-tuc/rss/',
    '/sitemap.xml',
    '/sitemap-vi.tin-tuc.2.xml.gz',
    article,
    article,
  ])
    answers.push((await outcome(origin + path)).replaceAll(origin, ''))
  return answers
}

/** Status, tags and body of an answer, or how it failed; no more than a second and a megabyte of it. */
async function outcome(url: string): Promise<string> {
  const startedAt = performance.now()
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(400) })
    const { etag: _, ...rest } = Object.fromEntries(response.headers)
    let body = ''
    for await (const piece of response.body ?? []) {
      body += Buffer.from(piece).toString('latin1')
      if (body.length > 1024 * 1024) break
    }
    const slow = performance.now() - startedAt > 250
    return JSON.stringify([
      response.status,
      response.headers.has('etag'),
      rest['content-type'],
      rest.location,
      rest['retry-after'],
      rest['last-modified'],
      rest['content-encoding'],
      slow,
      body.slice(0, 100_000),
      response.headers.get('etag'),
    ])
  } catch (error) {
    return `${(error as Error).name}`
  }
}
