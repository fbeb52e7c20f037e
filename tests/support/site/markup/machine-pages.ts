// What the site says to programs: robots.txt, feeds, sitemaps.
import { gzipSync } from 'node:zlib'
import { type CategoryAlias, categories, department } from '../content/department.ts'
import { filePath, moduleAlias, type Shelf } from '../shelf.ts'
import { escaped } from './layout.ts'

export const robotsTxt = (origin: string): string =>
  `User-agent: *
Disallow: /admin/
Disallow: /data/
Disallow: /includes/
Disallow: /install/
Disallow: /modules/
Disallow: /robots.php
Disallow: /web.config
Sitemap: ${origin}/sitemap.xml
`

export const perFeed = 10

/** The feed of a section, or of all news. Dates as NukeViet writes them, in GMT. */
export function feed(origin: string, shelf: Shelf, category: CategoryAlias | null): string {
  const section = categories.find(({ alias }) => alias === category)
  const path = `/${moduleAlias}/rss/${category ? `${category}/` : ''}`
  const articles = shelf.articles(category ?? undefined).slice(0, perFeed)
  return `<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type="text/xsl" href="/assets/css/rss.xsl" media="screen"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>Tin tức${section ? ` - ${section.title}` : ''}</title>
<link>${origin}/${moduleAlias}/${category ? `${category}/` : ''}</link>
<atom:link href="${origin}${path}" rel="self" />
<description><![CDATA[${department.slogan}]]></description>
<language>vi</language>
<generator><![CDATA[NukeViet v4.0]]></generator>
${articles
  .map(
    (article) => `<item>
<title>${escaped(article.title)}</title>
<link>${origin}${article.path}</link>
<guid isPermaLink="false"><![CDATA[${moduleAlias}_${article.id}]]></guid>
<pubDate>${new Date(article.publishedAt).toUTCString()}</pubDate>
<description><![CDATA[<img src="${origin}/assets/news/thumb.jpg" width="100" align="left" border="0">${article.lead}]]></description>
${(article.files ?? []).flatMap(({ name, offered }, i) => (offered === 'link' && name.endsWith('.pdf') ? [`<enclosure url="${origin}${filePath(article, i)}" length="1000" type="application/pdf" />`] : [])).join('')}
</item>`,
  )
  .join('\n')}
</channel>
</rss>`
}

/** The index of sitemaps, and their parts: the second half of the news is packed. */
export const sitemapParts = [
  '/sitemap-vi.tin-tuc.1.xml',
  '/sitemap-vi.tin-tuc.2.xml.gz',
  '/sitemap-vi.about.xml',
] as const

export const sitemapIndex = (origin: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${sitemapParts.map((path) => `<sitemap><loc>${origin}${path}</loc></sitemap>`).join('')}</sitemapindex>`

export function sitemapPart(
  origin: string,
  shelf: Shelf,
  path: (typeof sitemapParts)[number],
): Buffer {
  const all = shelf.articles()
  const half = Math.ceil(all.length / 2)
  const entries =
    path === sitemapParts[2]
      ? [
          '/about/',
          '/about/chuc-nang-nhiem-vu-quyen-han-cua-so.html',
          '/about/co-cau-to-chuc.html',
        ].map((to) => ({ path: to, changedAt: '2022-01-01T00:00:00+07:00' }))
      : path === sitemapParts[0]
        ? all.slice(0, half)
        : all.slice(half)
  const xml = Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.map((entry) => `<url><loc>${origin}${entry.path}</loc><lastmod>${entry.changedAt}</lastmod><changefreq>daily</changefreq><priority>0.8</priority></url>`).join('')}</urlset>`,
  )
  return path.endsWith('.gz') ? gzipSync(xml) : xml
}
