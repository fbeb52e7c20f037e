// Everything that a site has is found, by every way and whatever is the matter with it, and nothing else.
import { describe, expect, test } from 'vitest'
import { startSite } from '../support/site/site.ts'
import type { TroubleName } from '../support/site/troubles/troubles.ts'
import { testFetcher } from './support/test-fetcher.ts'
import { type Ways, walkSite } from './support/walk-site.ts'

describe('finds every article and file, and nothing else', () => {
  test.each<[what: string, ways: Ways]>([
    ['by feeds, sitemaps and lists', {}],
    ['by sitemaps alone', { feeds: false, lists: false }],
    ['by lists alone', { feeds: false, sitemaps: false }],
  ])('%s', async (_, ways) => {
    const site = await startSite()
    const found = await walkSite(await testFetcher(), site.origin, ways)
    expect(found.others).toEqual({})
    expect({ articles: found.articles, files: found.files }).toEqual(site.expected())
  })

  // Several at a time, each of another part of the site.
  test.each<[TroubleName, ...TroubleName[]]>([
    ['session-ids', 'sitemap-missing', 'feed-missing'],
    ['session-in-path', 'feed-broken', 'header-says-latin1'],
    ['five-addresses', 'sitemap-cut', 'meta-says-utf8'],
    ['endless-calendar', 'sorted-lists', 'feed-is-a-page', 'header-says-1258'],
    ['endless-path', 'sitemap-names-itself', 'no-charset'],
    ['pages-past-the-end', 'sitemap-of-another-site', 'byte-order-mark'],
    ['feed-from-the-future', 'sitemap-bomb', 'utf-16'],
    ['feed-with-relative-links', 'sitemap-is-plain', 'redirect-until-cookie'],
    ['feed-in-1258', 'robots-missing', 'body-gzip', 'no-validators'],
    ['feed-empty', 'robots-is-a-page', 'future-everywhere'],
    ['robots-huge', 'no-date'],
  ])('with trouble: %s, %s, %s', async (...trouble) => {
    const site = await startSite({ trouble })
    const found = await walkSite(await testFetcher(), site.origin)
    expect({ articles: found.articles, files: found.files }).toEqual(site.expected())
    expect(found.others).toEqual({})
    // No trap was gone into: the site has some 100 addresses, few are asked more than once.
    expect(site.requests.length).toBeLessThan(220)
  })
})

describe('takes no article where a page stands in for it', () => {
  test.each<[trouble: TroubleName, others: Record<string, number>]>([
    ['soft-not-found', { error: 40 }],
    ['soft-not-found-english', { error: 40 }],
    ['login-wall', { login: 40 }],
    ['error-with-200', { error: 40 }],
    ['bot-check', { error: 40 }],
    ['front-page-instead', { list: 40 }],
    ['redirect-to-login', { login: 40 }],
    ['redirect-to-front', { list: 40 }],
    ['body-empty', { other: 40 }],
    ['articles-forbidden', { nothing: 40 }],
    ['redirect-to-private', { nothing: 40 }],
  ])('%s', async (trouble, others) => {
    const site = await startSite({ trouble })
    const found = await walkSite(await testFetcher(), site.origin)
    expect(found).toEqual({ articles: [], files: [], others })
  })

  test('maintenance of the whole site', async () => {
    const site = await startSite({ trouble: 'maintenance' })
    const found = await walkSite(await testFetcher(), site.origin)
    expect(found.articles).toEqual([])
  })
})

test('what robots.txt disallows is not asked', async () => {
  const site = await startSite({ trouble: 'robots-with-mark' })
  const found = await walkSite(await testFetcher(), site.origin)
  expect(found.articles).toEqual(
    site.expected().articles.filter((url) => !url.includes('/thong-bao/')),
  )
  expect(site.requests.filter(({ path }) => path.startsWith('/tin-tuc/thong-bao/'))).toEqual([])
})
