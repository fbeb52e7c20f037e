// Feeds of news: RSS 2.0 and its elders, RSS 1.0 (RDF), Atom.
//
//   <item><title>Hội nghị sơ kết học kỳ I</title><link>/tin-tuc/hoi-nghi-so-ket-41.html</link><pubDate>…</pubDate></item>
import { canonicalUrl } from './canonical-url.ts'
import { decodeText } from './decode-text.ts'
import { decodeEntities } from './entities.ts'
import { readFeedDate } from './feed-date.ts'
import {
  childOf,
  childrenOf,
  descendantsOf,
  localName,
  plainText,
  readXml,
  wholeText,
  type XmlElement,
} from './xml-tree.ts'

export type FeedEntry = {
  /** Canonical. */
  url: string
  title: string
  /** ISO 8601, an instant or a day; null where the feed gives none that can be. */
  publishedAt: string | null
  updatedAt: string | null
  /** What the feed calls the entry whatever its address. */
  id: string | null
  /** Files that go with it. */
  enclosures: { url: string; type: string | null }[]
}

export type Feed = {
  format: 'rss' | 'rdf' | 'atom'
  title: string
  /** The next page of the feed, where it has pages (RFC 5005). */
  next: string | null
  entries: FeedEntry[]
  /** Entries without an address that could be followed. */
  without: number
}

export type ReadOptions = {
  /** Where the bytes came from: relative links are seen from there. */
  url: string
  /** What the HTTP header named. */
  charset: string | null
  /** Milliseconds since 1970: what is published later is not believed. */
  nowMs: number
}

const mostEntries = 10_000

/** Reads a feed; null where the bytes are none. Never throws: broken XML is read as far as it goes. */
export function readFeed(bytes: Uint8Array, options: ReadOptions): Feed | null {
  const { text } = decodeText(bytes, options.charset)
  // A page is told from a feed before it is read as one.
  if (!/<(?:rss|rdf:RDF|RDF|feed|[a-z]{1,10}:feed)[\s>]/i.test(text.slice(0, 4096))) return null
  const root = readXml(text)
  const top = root.children.find((child) => ['rss', 'rdf', 'feed'].includes(localName(child)))
  if (!top) return null
  const format = formats[localName(top)] ?? 'rss'
  const channel = format === 'atom' ? top : (childOf(top, 'channel') ?? top)
  const base = baseOf(channel, baseOf(top, options.url))
  // RSS 1.0 has its items beside the channel, broken feeds have them anywhere.
  const items = descendantsOf(top, format === 'atom' ? 'entry' : 'item').slice(0, mostEntries)
  const entries = items.map((item) =>
    (format === 'atom' ? atomEntry : rssEntry)(item, base, options.nowMs),
  )
  const found = entries.filter((entry) => entry !== null)
  const next = linksOf(channel).find(({ rel }) => rel === 'next')?.href
  return {
    format,
    title: titleOf(childOf(channel, 'title')),
    next: next === undefined ? null : canonicalUrl(next, base),
    entries: found,
    without: entries.length - found.length,
  }
}

const formats: Record<string, Feed['format']> = { rss: 'rss', rdf: 'rdf', feed: 'atom' }

function rssEntry(item: XmlElement, base: string, nowMs: number): FeedEntry | null {
  const guid = childOf(item, 'guid')
  const link = item.children.find((child) => child.name.toLowerCase() === 'link')
  const written = [
    wholeText(link),
    link?.attributes.href ?? '',
    ...linksOf(item)
      .filter(({ rel }) => rel === 'alternate')
      .map(({ href }) => href),
    // A guid is an address unless it says that it is none.
    guid && guid.attributes.isPermaLink !== 'false' && /^https?:\/\//i.test(wholeText(guid))
      ? plainText(guid)
      : '',
    item.attributes['rdf:about'] ?? '',
  ]
  const url = firstUrl(written, base)
  if (!url) return null
  return {
    url,
    title: titleOf(childOf(item, 'title')),
    publishedAt: dateOf(item, nowMs, 'pubdate', 'dc:date', 'date', 'published', 'created'),
    updatedAt: dateOf(item, nowMs, 'updated', 'modified', 'lastmod'),
    id: plainText(guid) || null,
    enclosures: [...childrenOf(item, 'enclosure')].flatMap(({ attributes }) => {
      const file = attributes.url ? canonicalUrl(attributes.url, base) : null
      return file ? [{ url: file, type: attributes.type || null }] : []
    }),
  }
}

function atomEntry(entry: XmlElement, outer: string, nowMs: number): FeedEntry | null {
  const base = baseOf(entry, outer)
  const links = linksOf(entry)
  const url = firstUrl(
    links.filter(({ rel }) => rel === 'alternate').map(({ href }) => href),
    base,
  )
  if (!url) return null
  const updatedAt = dateOf(entry, nowMs, 'updated', 'modified')
  return {
    url,
    title: titleOf(childOf(entry, 'title')),
    publishedAt: dateOf(entry, nowMs, 'published', 'issued', 'created') ?? updatedAt,
    updatedAt,
    id: plainText(childOf(entry, 'id')) || null,
    enclosures: links.flatMap(({ rel, href, type }) => {
      const file = rel === 'enclosure' ? canonicalUrl(href, base) : null
      return file ? [{ url: file, type }] : []
    }),
  }
}

type FeedLink = { rel: string; href: string; type: string | null }

/** Links of Atom: those of feeds in HTML come first, as Atom leaves it to the reader which "alternate" is the page. */
const linksOf = (element: XmlElement): FeedLink[] =>
  childrenOf(element, 'link')
    .filter(({ attributes }) => attributes.href)
    .map(({ attributes }) => ({
      rel: attributes.rel || 'alternate',
      href: attributes.href ?? '',
      type: attributes.type || null,
    }))
    .sort((a, b) => Number(isOtherType(a)) - Number(isOtherType(b)))

const isOtherType = ({ type }: FeedLink): boolean => type !== null && !/html/i.test(type)

function firstUrl(written: readonly string[], base: string): string | null {
  for (const href of written) {
    const url = href === '' ? null : canonicalUrl(href, base)
    if (url) return url
  }
  return null
}

const baseOf = (element: XmlElement, outer: string): string => {
  const written = element.attributes['xml:base']
  return (written && canonicalUrl(written, outer)) || outer
}

/** Titles are text, HTML, or HTML escaped twice: "T&amp;agrave;i li&lt;b&gt;ệu". */
function titleOf(element: XmlElement | undefined): string {
  const once = plainText(element)
  return decodeEntities(once)
    .replace(/<\/?[a-z][^<>]{0,300}>/gi, '')
    .replace(/\s+/g, ' ')
    .normalize('NFC')
    .trim()
    .slice(0, 500)
}

function dateOf(element: XmlElement, nowMs: number, ...names: string[]): string | null {
  for (const name of names) {
    const at = readFeedDate(plainText(childOf(element, name)), nowMs)
    if (at) return at
  }
  return null
}
