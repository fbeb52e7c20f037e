// Goes through a whole site with the functions of discovery alone: the least that a crawl does, without store or schedule.
import { isArticleUrl } from '../../../src/crawl/article-url.ts'
import { linksOfArticle } from '../../../src/crawl/attachments.ts'
import { decodeText } from '../../../src/crawl/decode-text.ts'
import { readFeed } from '../../../src/crawl/feed.ts'
import { fetchBytes } from '../../../src/crawl/fetch-bytes.ts'
import type { Fetcher } from '../../../src/crawl/fetcher.ts'
import { followSitemaps } from '../../../src/crawl/follow-sitemaps.ts'
import { judgePage } from '../../../src/crawl/judge-page.ts'
import { isPastTheEnd, readListPage } from '../../../src/crawl/list-page.ts'
import { probe } from '../../../src/crawl/probe.ts'
import { createScope } from '../../../src/crawl/site-scope.ts'
import { readSitemap } from '../../../src/crawl/sitemap.ts'
import { urlKey } from '../../../src/crawl/url-key.ts'
import { readWebPage, type WebPage } from '../../../src/crawl/web-page.ts'
import { words } from './site-words.ts'

export type Walked = {
  articles: string[]
  files: string[]
  /** Pages that came in place of articles: the kind, and how many. */
  others: Record<string, number>
}

/** By which ways articles are looked for. */
export type Ways = { feeds?: boolean; sitemaps?: boolean; lists?: boolean }

export async function walkSite(
  fetcher: Pick<Fetcher, 'get' | 'robotsOf'>,
  siteUrl: string,
  { feeds = true, sitemaps = true, lists = true }: Ways = {},
): Promise<Walked> {
  const nowMs = Date.parse('2024-06-15T00:00:00Z')
  const scope = createScope({ siteUrl })
  const candidates = new Map<string, string>()
  const add = (url: string) => {
    if (scope.outOf(url, 1) === null && !candidates.has(urlKey(url)))
      candidates.set(urlKey(url), url)
  }
  const pageAt = async (url: string): Promise<WebPage | null> => {
    const fetched = await fetchBytes(fetcher.get, url, 'page')
    return fetched.ok
      ? readWebPage(decodeText(fetched.bytes, fetched.charset).text, fetched.url)
      : null
  }
  const offer = await probe(fetcher, siteUrl, { words, nowMs })
  for (const { url } of feeds ? offer.feeds : []) {
    const fetched = await fetchBytes(fetcher.get, url, 'feed')
    const feed = fetched.ok
      ? readFeed(fetched.bytes, { url: fetched.url, charset: fetched.charset, nowMs })
      : null
    for (const entry of feed?.entries ?? []) add(entry.url)
  }
  const read = async (url: string) => {
    const fetched = await fetchBytes(fetcher.get, url, 'feed')
    return fetched.ok
      ? readSitemap(fetched.bytes, { url: fetched.url, charset: fetched.charset, nowMs }).catch(
          () => null,
        )
      : null
  }
  for (const { url } of sitemaps ? offer.sitemaps : [])
    for await (const { sitemap } of followSitemaps(url, { read, mostFiles: 20 }))
      for (const entry of sitemap.entries) if (isArticleUrl(entry.url, words)) add(entry.url)
  for (const { url } of lists ? offer.lists : []) {
    const seen = new Set<string>()
    for (let next: string | null = url, pages = 0; next !== null && pages < 60; pages++) {
      const page = await pageAt(next)
      const list = page && readListPage(page, words)
      if (!list || (pages > 0 && isPastTheEnd(list, seen))) break
      for (const article of list.articles) {
        add(article.url)
        seen.add(urlKey(article.url))
      }
      next = list.next
    }
  }
  const articles = new Map<string, string>()
  const files = new Set<string>()
  const others: Record<string, number> = {}
  for (const url of candidates.values()) {
    const page = await pageAt(url)
    const kind = page ? judgePage(page, words).kind : 'nothing'
    if (!page || kind !== 'article') {
      others[kind] = (others[kind] ?? 0) + 1
      continue
    }
    articles.set(urlKey(page.url), page.url)
    for (const { url, place } of linksOfArticle(page, words))
      if (place === 'article' && scope.outOf(url, 1, 'file') === null) files.add(url)
  }
  return { articles: [...articles.values()].sort(), files: [...files].sort(), others }
}
