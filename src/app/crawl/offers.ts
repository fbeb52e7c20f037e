// What the pages of a source offer: feeds, sitemaps and lists name articles, articles give files.
import { isArticleUrl } from '../../crawl/article-url.ts'
import { linksOfArticle } from '../../crawl/attachments.ts'
import type { Feed } from '../../crawl/feed.ts'
import { isPastTheEnd, type ListPage, readListPage } from '../../crawl/list-page.ts'
import { pageNumberOf } from '../../crawl/page-number.ts'
import type { Sitemap } from '../../crawl/sitemap.ts'
import { urlKey } from '../../crawl/url-key.ts'
import { shapeOf } from '../../crawl/url-shape.ts'
import type { WebPage } from '../../crawl/web-page.ts'
import type { CrawlPage } from '../../model/crawl.ts'
import type { PageOffer } from '../../ports/crawl-store.ts'
import { offerOf, type SiteRules } from './site-rules.ts'

const mostSitemaps = 50
const mostSections = 100
/** No list that people read has more on one page. */
const mostArticles = 1_000
const mostFiles = 200
/** Further pages of one list: at ten articles a page, five thousand. */
const mostListPages = 500
/** What stands in a list two times or more is a list. */
const fewestArticles = 2

export function offersOfFeed(feed: Feed, page: CrawlPage, rules: SiteRules): PageOffer[] {
  const depth = page.depth + 1
  const offers = feed.entries.flatMap(({ url, title, updatedAt, enclosures }) => [
    ...offerOf(rules, 'page', { url, title, depth }).map((offer) => ({
      ...offer,
      changedAt: updatedAt,
    })),
    ...enclosures.flatMap((file) => offerOf(rules, 'attachment', { url: file.url, title, depth })),
  ])
  const next =
    feed.next === null ? [] : offerOf(rules, 'feed', { url: feed.next, depth: page.depth })
  return [...offers, ...next.map((offer) => ({ ...offer, againIfNew: true }))]
}

export function offersOfSitemap(sitemap: Sitemap, page: CrawlPage, rules: SiteRules): PageOffer[] {
  const depth = page.depth + 1
  if (sitemap.kind === 'index')
    return sitemap.entries
      .toSorted((a, b) => (b.changedAt ?? '').localeCompare(a.changedAt ?? ''))
      .slice(0, mostSitemaps)
      .flatMap(({ url }) => (depth > 3 ? [] : offerOf(rules, 'sitemap', { url, depth })))
      .map((offer) => ({ ...offer, entry: true }))
  return sitemap.entries
    .filter(({ url }) => isArticleUrl(url, rules.words))
    .flatMap(({ url, title, changedAt }) =>
      offerOf(rules, 'page', { url, title: title ?? '', depth: 1 }).map((offer) => ({
        ...offer,
        changedAt,
      })),
    )
}

/** Articles of the pages of a list before this one, by the key of the next page: some sites have no last page. */
export type ListMemory = Map<string, Set<string>>

/** What a page of a list offers, and whether it is one. */
export function offersOfList(
  page: WebPage,
  row: CrawlPage,
  rules: SiteRules,
  memory: ListMemory,
): { isList: boolean; offers: PageOffer[] } {
  const list = readListPage(page, rules.words)
  const own = list.articles.filter(({ around }) => !around)
  const isList = own.length >= fewestArticles || row.entry
  const depth = row.depth + 1
  const articles = list.articles
    .slice(0, mostArticles)
    .flatMap(({ url, title }) => offerOf(rules, 'page', { url, title, depth }))
  const sections =
    depth > rules.depth
      ? []
      : list.sections
          .filter(({ url }) => shapeOf(url) === 'section' && pageNumberOf(url) === null)
          .slice(0, mostSections)
          .flatMap(({ url, title }) => offerOf(rules, 'list', { url, title, depth }))
  if (!isList) return { isList, offers: sections }
  return { isList, offers: [...articles, ...sections, ...nextOf(list, row, rules, memory)] }
}

function nextOf(list: ListPage, row: CrawlPage, rules: SiteRules, memory: ListMemory): PageOffer[] {
  const seen = memory.get(row.urlKey) ?? new Set()
  memory.delete(row.urlKey)
  if (list.next === null || (seen.size > 0 && isPastTheEnd(list, seen))) return []
  const there = pageNumberOf(list.next)
  if (there?.by === 'page' && there.number > mostListPages) return []
  for (const { url } of list.articles) seen.add(urlKey(url))
  const offers = offerOf(rules, 'list', { url: list.next, depth: row.depth })
  for (const offer of offers) memory.set(offer.urlKey, seen)
  return offers.map((offer) => ({ ...offer, againIfNew: true }))
}

/** The files that an article gives along. */
export const offersOfArticle = (page: WebPage, depth: number, rules: SiteRules): PageOffer[] =>
  linksOfArticle(page, rules.words)
    .filter(({ place }) => place === 'article')
    .slice(0, mostFiles)
    .flatMap(({ url, text }) => offerOf(rules, 'attachment', { url, title: text, depth }))
