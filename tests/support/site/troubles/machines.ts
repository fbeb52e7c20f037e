// Troubles with feeds, sitemaps, and what a conditional request can name.
import { gunzipSync, gzipSync } from 'node:zlib'
import { sitemapParts } from '../markup/machine-pages.ts'
import { only, type Trouble, withBody, withStatus } from './trouble.ts'

const feeds = (change: NonNullable<Trouble['change']>): Trouble => ({
  change: only(['feed'], change),
})
const sitemaps = (change: NonNullable<Trouble['change']>): Trouble => ({
  change: only(['sitemap'], change),
})
const text = (body: Buffer): string => body.toString('utf8')
const packedPart = sitemapParts[1]
let made: Buffer | null = null
/** Small as sent, 60 MiB unpacked. */
const bomb = (): Buffer => (made ??= gzipSync(Buffer.alloc(60 * 1024 * 1024, 0x20)))

export const machineTroubles = {
  'feed-broken': feeds((reply) =>
    withBody(
      reply,
      text(reply.body).replaceAll('&amp;', '&').replaceAll('</description>', '').slice(0, -60),
    ),
  ),
  'feed-is-a-page': feeds((reply) =>
    withBody(
      reply,
      '<!DOCTYPE html><html><body><h1>RSS</h1><p>Kênh RSS đang được xây dựng.</p></body></html>',
      { 'content-type': 'text/html' },
    ),
  ),
  'feed-from-the-future': feeds((reply) =>
    withBody(
      reply,
      text(reply.body).replace(/<pubDate>[^<]*/g, '<pubDate>Fri, 01 Jan 2055 00:00:00 GMT'),
    ),
  ),
  'feed-with-relative-links': feeds((reply, { origin }) =>
    withBody(reply, text(reply.body).replaceAll(`<link>${origin}`, '<link>')),
  ),
  'feed-missing': feeds((reply) => withStatus(reply, 404)),
  'feed-empty': feeds((reply) =>
    withBody(reply, text(reply.body).replace(/<item>[\s\S]*<\/item>/, '')),
  ),
  'sitemap-missing': sitemaps((reply) => withStatus(reply, 404)),
  'sitemap-names-itself': sitemaps((reply, { origin, url }) =>
    url.pathname === '/sitemap.xml'
      ? withBody(
          reply,
          text(reply.body).replace(
            '</sitemapindex>',
            `<sitemap><loc>${origin}/sitemap.xml</loc></sitemap><sitemap><loc>${origin}/sitemap.xml?a=1</loc></sitemap></sitemapindex>`,
          ),
        )
      : reply,
  ),
  'sitemap-bomb': sitemaps((reply, { url }) =>
    url.pathname === packedPart ? withBody(reply, bomb()) : reply,
  ),
  'sitemap-cut': sitemaps((reply, { url }) =>
    url.pathname === packedPart
      ? withBody(reply, reply.body.subarray(0, reply.body.length - 30))
      : reply,
  ),
  'sitemap-is-plain': sitemaps((reply, { origin, shelf, url }) =>
    url.pathname === '/sitemap.xml'
      ? withBody(
          reply,
          shelf
            .articles()
            .map(({ path }) => `${origin}${path}`)
            .join('\r\n'),
          { 'content-type': 'text/plain' },
        )
      : reply,
  ),
  'sitemap-of-another-site': sitemaps((reply, { origin, url }) => {
    const isPacked = url.pathname === packedPart
    const xml = text(isPacked ? gunzipSync(reply.body) : reply.body)
    if (!xml.includes('<urlset')) return reply
    const moved = Buffer.from(xml.replaceAll(origin, 'https://noi-khac.example.vn'))
    return withBody(reply, isPacked ? gzipSync(moved) : moved)
  }),
  'no-validators': {
    change: (reply) => {
      const { etag: _, 'last-modified': __, ...headers } = reply.headers
      return { ...reply, headers }
    },
  },
  /** Every answer has another tag: only the bytes tell that nothing changed. */
  'tag-always-new': {
    change: (reply, { total }) =>
      reply.status === 200
        ? { ...reply, headers: { ...reply.headers, etag: `"${total}-${Date.now()}"` } }
        : reply,
  },
  /** Every page counts its visitors: the bytes are never the same, what the article says is. */
  'visitors-counted': {
    change: only(['article', 'list'], (reply, { total }) =>
      withBody(
        reply,
        text(reply.body).replace('<span>1,204</span>', `<span>1,${204 + total}</span>`),
      ),
    ),
  },
  'only-last-modified': {
    change: (reply) => {
      const { etag: _, ...headers } = reply.headers
      return { ...reply, headers }
    },
  },
} satisfies Record<string, Trouble>
