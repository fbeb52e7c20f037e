// Troubles with addresses: many for one article, and no end of others.
import type { Reply } from '../answer.ts'
import { categories } from '../content/department.ts'
import { listPage, pagesOf } from '../markup/list-pages.ts'
import { only, type Trouble } from './trouble.ts'

/** Changes the text of a page; its tag changes with it. */
const markup = (
  kinds: readonly Reply['kind'][],
  change: (html: string, asked: Parameters<NonNullable<Trouble['change']>>[1]) => string,
): Trouble => ({
  change: only(kinds, (reply, asked) => {
    const { etag: _, ...headers } = reply.headers
    return { ...reply, headers, body: Buffer.from(change(reply.body.toString('utf8'), asked)) }
  }),
})
const inBody = (html: string, added: string): string =>
  html.replace('</section>', `${added}</section>`)
const articleLink = /href="(\/tin-tuc\/[a-z-]+\/[^"?]+\.html)"/g

export const addressTroubles = {
  /** Every visit gets links with a session of its own. */
  'session-ids': markup(['list', 'article'], (html, { total }) =>
    html.replace(articleLink, `href="$1?PHPSESSID=${total.toString(16).padStart(32, 'a1b2')}"`),
  ),
  'session-in-path': markup(['list'], (html, { total }) =>
    html.replace(articleLink, `href="$1;jsessionid=${total}A"`),
  ),
  'five-addresses': markup(['list'], (html, { origin }) =>
    html.replace(
      /<h3><a href="(\/tin-tuc\/([a-z-]+)\/([^"?]+)\.html)" title="([^"]*)">/g,
      (link, path, section, name, title) =>
        `${['?utm_source=facebook&amp;utm_medium=social', '?fbclid=IwAR0abc', '#binh-luan', '?zarsrc=30'].map((end) => `<h4><a href="${path}${end}">${title}</a></h4>`).join('')}<h4><a href="${origin}/index.php?language=vi&amp;nv=tin-tuc&amp;op=${section}/${name}">${title}</a></h4>${link}`,
    ),
  ),
  'endless-calendar': markup(['list', 'article'], (html) =>
    inBody(
      html,
      Array.from(
        { length: 12 },
        (_, i) =>
          `<a href="/lich-cong-tac/?thang=${i + 1}&amp;nam=2031">Lịch công tác tháng ${i + 1} năm 2031</a>`,
      ).join(' '),
    ),
  ),
  /** A link without its slash: every page has it one level deeper. */
  'endless-path': {
    change: (reply, { url, shelf, origin }) => {
      const deep = /^\/tin-tuc(?:\/tin-lien-quan)+\//.test(url.pathname)
      const html = deep
        ? `<html><body><a href="tin-lien-quan/">Các tin liên quan đến bài viết đang xem</a></body></html>`
        : null
      if (html)
        return {
          ...reply,
          kind: 'other',
          status: 200,
          headers: { 'content-type': 'text/html' },
          body: Buffer.from(html),
        }
      if (reply.kind !== 'list' || shelf.articles().length === 0 || origin === '') return reply
      const { etag: _, ...headers } = reply.headers
      return {
        ...reply,
        headers,
        body: Buffer.from(
          inBody(
            reply.body.toString('utf8'),
            '<a href="tin-lien-quan/">Các tin liên quan đến bài viết đang xem</a>',
          ),
        ),
      }
    },
  },
  'sorted-lists': markup(['list'], (html) =>
    inBody(
      html,
      ['sort=xem&amp;dir=desc', 'sort=ngay&amp;dir=asc', 'order=ten', 'per_page=50']
        .map((query) => `<a href="?${query}">Sắp xếp danh sách tin theo cách khác</a>`)
        .join(' '),
    ),
  ),
  'hundred-thousand-links': markup(['list'], (html) =>
    inBody(
      html,
      Array.from(
        { length: 100_000 },
        (_, i) =>
          `<a href="/tin-tuc/thong-bao/tin-khong-co-that-so-${i + 1000}.html">Tin không có thật số ${i + 1000} trong danh sách</a>`,
      ).join('\n'),
    ),
  ),
  /** Behind the last page of a list it comes again, for every number. */
  'pages-past-the-end': {
    change: (reply, { url, origin, shelf }) => {
      const [, path = '', alias, number = '1'] =
        /^(\/tin-tuc\/(?:([a-z-]+)\/)??)(?:page-(\d+)\/)?$/.exec(url.pathname) ?? []
      const category = categories.find((one) => one.alias === alias)?.alias ?? null
      if (path === '' || (alias !== undefined && !category)) return reply
      const last = pagesOf(shelf.articles(category ?? undefined).length)
      const page = Number(number)
      const html = listPage(origin, shelf, category, Math.min(page, last)) ?? ''
      const next = `<ul class="pagination"><li><a rel="next" href="${path}page-${page + 1}/">&raquo;</a></li></ul>`
      return {
        kind: 'list',
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: Buffer.from(html.replace('</body>', `${next}</body>`)),
      }
    },
  },
} satisfies Record<string, Trouble>
