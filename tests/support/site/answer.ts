// What the site answers to a request when nothing is the matter.
import { createHash } from 'node:crypto'
import { type CategoryAlias, categories } from './content/department.ts'
import { makeFile } from './files.ts'
import { articlePage } from './markup/article-page.ts'
import { frontPage, listPage } from './markup/list-pages.ts'
import { feed, robotsTxt, sitemapIndex, sitemapPart, sitemapParts } from './markup/machine-pages.ts'
import {
  aboutPage,
  calendarPage,
  feedsPage,
  loginPage,
  notFoundPage,
  printPage,
  searchPage,
} from './markup/other-pages.ts'
import { filePath, moduleAlias, type Shelf, type SiteArticle } from './shelf.ts'

export type ReplyKind = 'robots' | 'feed' | 'sitemap' | 'list' | 'article' | 'file' | 'other'

export type Reply = {
  kind: ReplyKind
  status: number
  headers: Record<string, string>
  body: Buffer
}

const aliases: ReadonlySet<string> = new Set(categories.map(({ alias }) => alias))
const isAlias = (text: string | undefined): text is CategoryAlias =>
  text !== undefined && aliases.has(text)

/** The reply to a request. `origin` is the site as asked, `url` the whole address. */
export function answer(origin: string, shelf: Shelf, url: URL): Reply {
  const path = url.pathname
  const parts = path.split('/').filter((part) => part !== '')
  if (path === '/robots.txt') return reply('robots', 'text/plain; charset=utf-8', robotsTxt(origin))
  if (path === '/sitemap.xml')
    return reply('sitemap', 'text/xml; charset=utf-8', sitemapIndex(origin))
  const part = sitemapParts.find((name) => name === path)
  if (part)
    return reply(
      'sitemap',
      part.endsWith('.gz') ? 'application/x-gzip' : 'text/xml; charset=utf-8',
      sitemapPart(origin, shelf, part),
    )
  const article = shelf.at(path)
  if (article)
    return url.searchParams.get('download') === '1'
      ? download(article, Number(url.searchParams.get('id')))
      : page('article', articlePage(origin, shelf, article), article.changedAt)
  const gone = shelf.removed(path)
  if (gone) return page('other', notFoundPage(), null, gone)
  if (path.startsWith('/uploads/')) return upload(shelf, path)
  if (path === '/') return oldAddress(shelf, url) ?? page('list', frontPage(origin, shelf))
  if (path === '/index.php') return oldAddress(shelf, url) ?? redirect('/')
  if (path === '/feeds/')
    return page(
      'other',
      feedsPage(origin, [
        [`/${moduleAlias}/rss/`, 'Tin tức'],
        ...categories.map(({ alias, title }): [string, string] => [
          `/${moduleAlias}/rss/${alias}/`,
          title,
        ]),
      ]),
    )
  if (path === '/seek/')
    return page('other', searchPage(origin, shelf, url.searchParams.get('q') ?? ''))
  if (path === '/lich-cong-tac/')
    return page(
      'other',
      calendarPage(
        origin,
        Number(url.searchParams.get('thang') ?? 5),
        Number(url.searchParams.get('nam') ?? 2024),
      ),
    )
  if (parts[0] === 'about') return page('other', aboutPage(origin, path))
  if (parts[0] === 'users') return page('other', loginPage(origin))
  if (parts[0] === 'contact') return page('other', aboutPage(origin, path))
  if (parts[0] === moduleAlias) return news(origin, shelf, path, parts)
  return page('other', notFoundPage(), null, 404)
}

function news(origin: string, shelf: Shelf, path: string, [, second, third]: string[]): Reply {
  const notFound = () => page('other', notFoundPage(), null, 404)
  if (!path.endsWith('/') && !path.endsWith('.html')) return redirect(`${path}/`)
  if (second === 'rss')
    return third === undefined || isAlias(third)
      ? reply('feed', 'text/xml; charset=utf-8', feed(origin, shelf, third ?? null))
      : notFound()
  if (second === 'print' || second === 'savefile' || second === 'sendmail') {
    const printed = shelf.at(path.replace(`/${second}/`, '/'))
    return printed ? page('other', printPage(printed, origin)) : notFound()
  }
  const number = (text: string | undefined) =>
    text === undefined ? 1 : Number(/^page-(\d{1,4})$/.exec(text)?.[1] ?? 0)
  const list = isAlias(second)
    ? listPage(origin, shelf, second, number(third))
    : listPage(origin, shelf, null, number(second))
  return list === null ? notFound() : page('list', list)
}

/** Addresses from before rewriting: "/index.php?language=vi&nv=tin-tuc&op=thong-bao/…-15". */
function oldAddress(shelf: Shelf, url: URL): Reply | null {
  const op = url.searchParams.get('op')
  if (url.searchParams.get('nv') !== moduleAlias) return null
  const article = op && shelf.at(`/${moduleAlias}/${op}.html`)
  return redirect(article ? article.path : `/${moduleAlias}/`)
}

function download(article: SiteArticle, index: number): Reply {
  const file = article.files?.[index]
  if (file?.offered !== 'download') return page('other', notFoundPage(), null, 404)
  const { type, bytes } = makeFile(file, article.version)
  return withTag(
    {
      kind: 'file',
      status: 200,
      headers: {
        'content-type': type,
        'content-disposition': `attachment; filename="${file.name}"`,
      },
      body: bytes,
    },
    article.changedAt,
  )
}

function upload(shelf: Shelf, path: string): Reply {
  for (const article of shelf.articles())
    for (const [i, file] of (article.files ?? []).entries())
      if (file.offered !== 'download' && filePath(article, i) === path) {
        const { type, bytes } = makeFile(file, article.version)
        return withTag(
          { kind: 'file', status: 200, headers: { 'content-type': type }, body: bytes },
          article.changedAt,
        )
      }
  return page('other', notFoundPage(), null, 404)
}

const reply = (kind: ReplyKind, type: string, body: string | Buffer): Reply =>
  withTag({ kind, status: 200, headers: { 'content-type': type }, body: Buffer.from(body) })

export function page(
  kind: ReplyKind,
  html: string,
  changedAt: string | null = null,
  status = 200,
): Reply {
  const made: Reply = {
    kind,
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: Buffer.from(html),
  }
  return status === 200 ? withTag(made, changedAt) : made
}

export const redirect = (to: string, status = 301): Reply => ({
  kind: 'other',
  status,
  headers: { location: to },
  body: Buffer.alloc(0),
})

/** A reply with what a conditional request can name. */
function withTag(made: Reply, changedAt: string | null = null): Reply {
  const tag = `"${createHash('sha256').update(made.body).digest('hex').slice(0, 20)}"`
  return {
    ...made,
    headers: {
      ...made.headers,
      etag: tag,
      ...(changedAt && { 'last-modified': new Date(changedAt).toUTCString() }),
    },
  }
}
