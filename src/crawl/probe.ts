// Looks at a site that an operator named: what it is made with, which feeds, sitemaps and lists it has, and which articles
// they show now. It takes some dozens of requests and keeps nothing.
import { decodeText } from './decode-text.ts'
import { type FetchedBytes, fetchBytes } from './fetch-bytes.ts'
import type { AcceptKind } from './fetch-limits.ts'
import type { Fetcher } from './fetcher.ts'
import { judgePage } from './judge-page.ts'
import { type Portal, recognisePortal } from './portal.ts'
import { probeFeeds } from './probe-feeds.ts'
import { probeLists } from './probe-lists.ts'
import { probeSitemaps } from './probe-sitemaps.ts'
import type { SiteWords } from './site-words.ts'
import { siteOf, urlKey } from './url-key.ts'
import { readWebPage, type WebPage } from './web-page.ts'

export type OfferedFeed = { url: string; title: string; entries: number; newest: string | null }
export type OfferedSitemap = {
  url: string
  /** Pages it lists, in all its parts together. */
  pages: number
  /** How many of them look like articles. */
  articles: number
  newest: string | null
}
export type OfferedList = { url: string; title: string; articles: number; hasMorePages: boolean }
export type OfferedArticle = { url: string; title: string; publishedAt: string | null }

export type SiteOffer = {
  /** Where the site really is, after redirects. */
  url: string
  title: string
  portal: Portal
  feeds: OfferedFeed[]
  sitemaps: OfferedSitemap[]
  lists: OfferedList[]
  /** Different articles seen: a source would take these and what stands on further pages. */
  articleCount: number
  /** Some of them, the newest first. */
  samples: OfferedArticle[]
  /** What an operator should know, in sentences. */
  warnings: string[]
  /** Requests made. */
  requests: number
}

export type ProbeOptions = {
  words: SiteWords
  /** Milliseconds since 1970. */
  nowMs: number
  /** Most requests; robots.txt and redirects are not counted. */
  mostRequests?: number
  signal?: AbortSignal
}

/** What the parts of a probe share. */
export type Probe = {
  words: SiteWords
  nowMs: number
  /** Fetches within the budget; null where it is used up or nothing came. */
  fetch(url: string, accept: AcceptKind): Promise<Extract<FetchedBytes, { ok: true }> | null>
  warn(sentence: string): void
  /** Notes an article that was seen. */
  see(article: OfferedArticle): void
}

const mostSamples = 10

/**
 * Looks at a site with a fetcher, which keeps to the site's robots.txt and pace. Gives an offer with warnings where the site
 * cannot be reached. Throws TypeError where `siteUrl` is no http(s) address, and what the fetcher throws.
 */
export async function probe(
  fetcher: Pick<Fetcher, 'get' | 'robotsOf'>,
  siteUrl: string,
  { words, nowMs, mostRequests = 60, signal }: ProbeOptions,
): Promise<SiteOffer> {
  const articles = new Map<string, OfferedArticle>()
  const warnings: string[] = []
  const known = new Map<string, Promise<FetchedBytes>>()
  const shared: Probe = {
    words,
    nowMs,
    async fetch(url, accept) {
      const key = `${accept} ${urlKey(url)}`
      if (!known.has(key)) {
        if (known.size >= mostRequests) return null
        known.set(key, fetchBytes(fetcher.get, url, accept, signal))
      }
      const fetched = await known.get(key)
      return fetched?.ok ? fetched : null
    },
    warn: (sentence) => {
      if (!warnings.includes(sentence)) warnings.push(sentence)
    },
    see(article) {
      const key = urlKey(article.url)
      const before = articles.get(key)
      articles.set(key, {
        url: before?.url ?? article.url,
        title: before?.title || article.title,
        publishedAt: before?.publishedAt ?? article.publishedAt,
      })
    },
  }
  urlKey(siteUrl)
  const offer: SiteOffer = {
    url: siteUrl,
    title: '',
    portal: { kind: 'unknown', evidence: '' },
    feeds: [],
    sitemaps: [],
    lists: [],
    articleCount: 0,
    samples: [],
    warnings,
    requests: 0,
  }
  const front = await shared.fetch(siteUrl, 'page')
  if (!front) {
    const fetched = await known.get(`page ${urlKey(siteUrl)}`)
    warnings.push(fetched && !fetched.ok ? fetched.sentence : `${siteUrl} could not be fetched.`)
    return { ...offer, requests: known.size }
  }
  const { text } = decodeText(front.bytes, front.charset)
  const page = readWebPage(text, front.url)
  warnOfFront(page, siteUrl, shared)
  offer.url = page.url
  offer.title = page.title
  offer.portal = recognisePortal(text, page, front.headers)
  const robots = await fetcher.robotsOf(page.url)
  if (!robots)
    shared.warn(
      `The robots.txt of ${siteOf(new URL(page.url))} cannot be had now; nothing is fetched until it can.`,
    )
  if (robots && robots.crawlDelayMs > 0)
    shared.warn(`The site asks for ${robots.crawlDelayMs / 1000} seconds between two requests.`)
  offer.feeds = await probeFeeds(page, offer.portal.kind, shared)
  offer.sitemaps = await probeSitemaps(page, offer.portal.kind, robots?.sitemaps ?? [], shared)
  offer.lists = await probeLists(page, shared)
  if (offer.feeds.length === 0 && offer.sitemaps.length === 0 && offer.lists.length === 0)
    shared.warn('Neither a feed nor a sitemap nor a list of articles was found.')
  if (known.size >= mostRequests)
    shared.warn(`The look at the site ended after ${mostRequests} requests; it may offer more.`)
  const seen = [...articles.values()]
  return {
    ...offer,
    articleCount: seen.length,
    samples: seen.sort((a, b) => newestFirst(a, b)).slice(0, mostSamples),
    requests: known.size,
  }
}

/** Those without a title, of sitemaps, come last. */
const newestFirst = (a: OfferedArticle, b: OfferedArticle): number =>
  Number(a.title === '') - Number(b.title === '') ||
  (b.publishedAt ?? '').localeCompare(a.publishedAt ?? '')

function warnOfFront(page: WebPage, siteUrl: string, { words, warn }: Probe): void {
  const site = siteOf(new URL(page.url))
  if (site !== siteOf(new URL(siteUrl))) warn(`${siteUrl} leads to another site: ${page.url}`)
  const { kind, reason } = judgePage(page, words)
  if (kind === 'error' || kind === 'maintenance' || kind === 'login')
    warn(`The first page is no page of articles. ${reason}`)
  const robots = (page.metas.get('robots') ?? '').toLowerCase()
  if (/noindex|none/.test(robots)) warn('The site asks search engines to leave it out (noindex).')
  // Pages that scripts build have neither text nor links of their own.
  if (page.links.length < 5 && page.text.plain < 200)
    warn(
      'The first page has hardly any links: its content may be made by scripts, which are not run.',
    )
}
