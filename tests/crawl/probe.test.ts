// A site looked at through a real fetcher, over a real server.
import { describe, expect, test } from 'vitest'
import { probe } from '../../src/crawl/probe.ts'
import { startSite } from '../support/site/site.ts'
import type { TroubleName } from '../support/site/troubles/troubles.ts'
import { serve } from './support/servers.ts'
import { words } from './support/site-words.ts'
import { testFetcher } from './support/test-fetcher.ts'

const nowMs = Date.parse('2024-06-15T00:00:00Z')
const look = async (url: string, options: { mostRequests?: number } = {}) =>
  probe(await testFetcher(), url, { words, nowMs, ...options })

test('what a site offers', async () => {
  const site = await startSite()
  const offer = await look(site.origin)
  expect(offer).toMatchObject({
    url: `${site.origin}/`,
    portal: { kind: 'nukeviet', evidence: 'NukeViet v4.5' },
    articleCount: 40,
    warnings: [],
  })
  const path = (url: string) => url.replace(site.origin, '')
  expect(offer.feeds.map(({ url, entries, newest }) => [path(url), entries, newest])).toEqual([
    ['/tin-tuc/rss/', 10, '2024-04-22T01:15:00.000Z'],
    ['/tin-tuc/rss/hoi-nghi-hoi-thao/', 10, '2024-03-29T03:10:00.000Z'],
    ['/tin-tuc/rss/thong-bao/', 10, '2024-04-22T01:15:00.000Z'],
    ['/tin-tuc/rss/ke-hoach-chi-dao/', 10, '2024-04-16T04:45:00.000Z'],
  ])
  expect(offer.sitemaps.map(({ url, pages, articles }) => [path(url), pages, articles])).toEqual([
    ['/sitemap.xml', 43, 40],
  ])
  expect(
    offer.lists.map(({ url, articles, hasMorePages }) => [path(url), articles, hasMorePages]),
  ).toEqual([
    ['/', 15, false],
    ['/tin-tuc/', 6, true],
    ['/tin-tuc/hoi-nghi-hoi-thao/', 6, true],
    ['/tin-tuc/thong-bao/', 6, true],
    ['/tin-tuc/ke-hoach-chi-dao/', 6, true],
  ])
  expect(offer.samples[0]).toMatchObject({
    title: 'Thông báo về việc treo Quốc kỳ và nghỉ lễ 30 tháng 4, 01 tháng 5',
    publishedAt: '2024-04-22T01:15:00.000Z',
  })
  expect(offer.samples).toHaveLength(10)
  expect(site.requests.filter(({ path }) => /seek|login|print|thang=/.test(path))).toEqual([])
})

describe('what an operator is told', () => {
  test.each<[trouble: TroubleName, warning: RegExp]>([
    ['robots-slow-down', /asks for 2 seconds between two requests/],
    ['robots-server-error', /robots\.txt/],
    ['robots-disallow-all', /disallows/],
    ['maintenance', /first page is no page of articles.*Website tạm ngưng hoạt động/],
    ['unavailable', /503/],
    ['sitemap-bomb', /unpacks to more than/],
    ['sitemap-cut', /ends early/],
    ['sitemap-of-another-site', /lists no page of this site/],
  ])('%s', async (trouble, warning) => {
    const site = await startSite({ trouble })
    // Two seconds between requests are told, not waited for again and again.
    const offer = await look(site.origin, trouble === 'robots-slow-down' ? { mostRequests: 2 } : {})
    expect(offer.warnings.join('\n')).toMatch(warning)
  })

  test.each<[what: string, html: string, warning: RegExp]>([
    ['made by scripts', '<div id="app"></div><script src="/main.js"></script>', /made by scripts/],
    [
      'nothing to find',
      `<p>${'Trang này chỉ có một đoạn giới thiệu ngắn về đơn vị. '.repeat(8)}</p>`,
      /Neither a feed nor a sitemap/,
    ],
    ['left out', '<meta name="robots" content="noindex, nofollow"><p>x</p>', /noindex/],
  ])('%s', async (_, html, warning) => {
    const server = await serve((request, response) => {
      response.writeHead(request.url === '/' ? 200 : 404, { 'content-type': 'text/html' })
      response.end(request.url === '/' ? html : '')
    })
    const offer = await look(server.origin)
    expect(offer.warnings.join('\n')).toMatch(warning)
  })

  test('a site that leads elsewhere', async () => {
    const site = await startSite()
    const server = await serve((_, response) =>
      response.writeHead(302, { location: site.origin }).end(),
    )
    const offer = await look(server.origin)
    expect(offer.url).toBe(`${site.origin}/`)
    expect(offer.warnings.join('\n')).toMatch(/leads to another site/)
  })

  test('the end of its requests', async () => {
    const site = await startSite()
    const offer = await look(site.origin, { mostRequests: 6 })
    expect(offer.requests).toBe(6)
    expect(offer.warnings.join('\n')).toMatch(/ended after 6 requests/)
  })
})

test('what is no address is refused', async () => {
  await expect(look('sgd.vn')).rejects.toThrow(TypeError)
  await expect(look('ftp://sgd.vn/')).rejects.toThrow(TypeError)
})
