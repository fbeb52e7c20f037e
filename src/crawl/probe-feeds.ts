// The feeds of a site: those its first page names, those its page of feeds lists, and those at the places usual for its portal.
import { canonicalUrl } from './canonical-url.ts'
import { decodeText } from './decode-text.ts'
import { type Feed, readFeed } from './feed.ts'
import { type PortalKind, usualPlaces } from './portal.ts'
import type { OfferedFeed, Probe } from './probe.ts'
import type { SiteWords } from './site-words.ts'
import { siteOf, urlKey } from './url-key.ts'
import { readWebPage, type WebPage } from './web-page.ts'

const mostFeeds = 30

/** Finds the feeds of a site; `front` is its first page. */
export async function probeFeeds(
  front: WebPage,
  portal: PortalKind,
  probe: Probe,
): Promise<OfferedFeed[]> {
  const found = new Map<string, OfferedFeed>()
  const asked = new Set<string>()
  const waiting = feedLinks(front, probe.words)
  const usual = usualPlaces[portal].feeds.flatMap((path) => canonicalUrl(path, front.url) ?? [])
  let tried = 0
  for (
    let url = waiting.shift() ?? usual.shift();
    url;
    url = waiting.shift() ?? (found.size === 0 || tried < 2 ? usual.shift() : undefined)
  ) {
    const key = urlKey(url)
    if (asked.has(key) || found.size >= mostFeeds) continue
    asked.add(key)
    tried++
    const fetched = await probe.fetch(url, 'feed')
    if (!fetched || found.has(urlKey(fetched.url))) continue
    const feed = readFeed(fetched.bytes, {
      url: fetched.url,
      charset: fetched.charset,
      nowMs: probe.nowMs,
    })
    if (feed) {
      found.set(urlKey(fetched.url), offered(feed, fetched.url, probe))
      continue
    }
    // A page that lists the feeds of all sections: NukeViet's "/rss/", SharePoint's "/pages/rss.aspx".
    if (asked.size > 12 || siteOf(new URL(fetched.url)) !== siteOf(new URL(front.url))) continue
    const list = readWebPage(decodeText(fetched.bytes, fetched.charset).text, fetched.url)
    waiting.push(...feedLinks(list, probe.words))
  }
  return [...found.values()]
}

function offered(feed: Feed, url: string, probe: Probe): OfferedFeed {
  for (const { url, title, publishedAt } of feed.entries) probe.see({ url, title, publishedAt })
  if (feed.without > 0)
    probe.warn(`The feed ${url} has ${feed.without} entries without an address.`)
  return {
    url,
    title: feed.title,
    entries: feed.entries.length,
    newest: newestOf(feed.entries.map(({ publishedAt }) => publishedAt)),
  }
}

/** The latest of ISO 8601 dates. */
export const newestOf = (dates: readonly (string | null)[]): string | null =>
  dates.reduce(
    (latest, at) => (at !== null && (latest === null || at > latest) ? at : latest),
    null,
  )

/** What a page names as its feeds, and links whose addresses look like feeds. */
function feedLinks(page: WebPage, words: SiteWords): string[] {
  const site = siteOf(new URL(page.url))
  const named = page.alternates
    .filter(({ type }) => /rss|atom|rdf/.test(type))
    .map(({ url }) => url)
  const linked = page.links
    .filter(({ url, text }) => isFeedAddress(new URL(url), text, words))
    .map(({ url }) => url)
  const own = urlKey(page.url)
  return [...new Set([...named, ...linked])].filter(
    (url) => siteOf(new URL(url)) === site && urlKey(url) !== own,
  )
}

function isFeedAddress({ pathname, searchParams }: URL, text: string, words: SiteWords): boolean {
  const parts = pathname.split('/').filter((part) => part !== '')
  if (/\.(?:rss|atom)$|(?:rss|feed|atom)\.xml$/i.test(pathname)) return true
  if (parts.some((part) => words.kindsOfSlug(part).includes('feed'))) return true
  if (
    [...searchParams].some(
      ([name, value]) =>
        (name === 'format' && value === 'feed') ||
        (name === 'op' && /^rss(?:\/|$)/.test(value)) ||
        (name === 'nv' && /^(?:rss|feeds)$/.test(value)),
    )
  )
    return true
  return words.kindsOf(text).includes('feed') && !/\.(?:html?|pdf|png)$/i.test(pathname)
}
