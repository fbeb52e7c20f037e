// Sitemaps: lists of pages, lists of such lists, those of news, and plain text with an address a line; packed or not.
//
//   <url><loc>https://sgd.vn/tin-tuc/hoi-nghi-41.html</loc><lastmod>2023-05-09</lastmod></url>
import { canonicalUrl } from './canonical-url.ts'
import { decodeText } from './decode-text.ts'
import type { ReadOptions } from './feed.ts'
import { readFeedDate } from './feed-date.ts'
import { gunzip, isGzip } from './gunzip.ts'
import {
  childOf,
  descendantsOf,
  localName,
  plainText,
  readXml,
  wholeText,
  type XmlElement,
} from './xml-tree.ts'

export type SitemapEntry = {
  /** Canonical. */
  url: string
  /** ISO 8601, an instant or a day; null where none is given that can be. */
  changedAt: string | null
  /** Of a sitemap of news. */
  title: string | null
  publishedAt: string | null
}

export type Sitemap = {
  /** `pages` lists pages, `index` further sitemaps. */
  kind: 'pages' | 'index'
  entries: SitemapEntry[]
  /** Entries that were left: without an address, or beyond the 50,000 that the protocol allows. */
  left: number
  /** The file ended early. */
  cut: boolean
}

/** What sitemaps.org allows in one file. */
const mostEntries = 50_000
const mostBytes = 50 * 1024 * 1024

/**
 * Reads a sitemap; null where the bytes are none. Broken XML is read as far as it goes.
 * @throws BadDocumentError where packed bytes unpack to more than 50 MiB or to nothing
 */
export async function readSitemap(
  bytes: Uint8Array,
  options: ReadOptions,
): Promise<Sitemap | null> {
  // Once packed for the way and once as a file: ".xml.gz" sent with Content-Encoding by a careless server.
  const once = isGzip(bytes) ? await gunzip(bytes, mostBytes, options.url) : { bytes, cut: false }
  const twice = isGzip(once.bytes) ? await gunzip(once.bytes, mostBytes, options.url) : once
  const cut = once.cut || twice.cut
  const { text } = decodeText(twice.bytes, options.charset)
  const head = text.slice(0, 4096)
  if (/<(?:[a-z0-9]{1,12}:)?(?:urlset|sitemapindex)[\s>]/i.test(head))
    return { ...readEntries(readXml(text), options), cut }
  return head.includes('<') ? null : plainSitemap(text, options, cut)
}

function readEntries(root: XmlElement, { url: base, nowMs }: ReadOptions): Omit<Sitemap, 'cut'> {
  const top = root.children.find((child) => /^(?:urlset|sitemapindex)$/.test(localName(child)))
  const kind = top && localName(top) === 'sitemapindex' ? 'index' : 'pages'
  const elements = descendantsOf(top ?? root, kind === 'index' ? 'sitemap' : 'url')
  const entries = elements.slice(0, mostEntries).flatMap((element): SitemapEntry[] => {
    const url = canonicalUrl(wholeText(childOf(element, 'loc')), base)
    if (!url) return []
    const news = childOf(element, 'news:news', 'news')
    const dateIn = (parent: XmlElement, name: string) =>
      readFeedDate(plainText(childOf(parent, name)), nowMs)
    return [
      {
        url,
        changedAt: dateIn(element, 'lastmod'),
        title: news ? plainText(childOf(news, 'title')) || null : null,
        publishedAt: news ? dateIn(news, 'publication_date') : null,
      },
    ]
  })
  return { kind, entries, left: elements.length - entries.length }
}

/** An address a line, and nothing else. */
function plainSitemap(text: string, { url: base }: ReadOptions, cut: boolean): Sitemap | null {
  const lines = text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const isAddress = (line: string) => /^https?:\/\/\S+$/i.test(line)
  if (lines.length === 0 || !lines.slice(0, 20).every(isAddress)) return null
  const entries = lines.slice(0, mostEntries).flatMap((line): SitemapEntry[] => {
    const url = isAddress(line) ? canonicalUrl(line, base) : null
    return url ? [{ url, changedAt: null, title: null, publishedAt: null }] : []
  })
  return { kind: 'pages', entries, left: lines.length - entries.length, cut }
}
