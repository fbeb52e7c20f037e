// Pages that list articles: the first page, all news, and each section, six articles a page.
import { type CategoryAlias, categories, department } from '../content/department.ts'
import { moduleAlias, type Shelf, type SiteArticle } from '../shelf.ts'
import { escaped, layout, shownDay } from './layout.ts'

export const perPage = 6

export const pagesOf = (count: number): number => Math.max(1, Math.ceil(count / perPage))

/** The site's first page: the newest of every section. */
export function frontPage(origin: string, shelf: Shelf): string {
  const blocks = categories.map(({ alias, title }) => {
    const [first, ...rest] = shelf.articles(alias).slice(0, 5)
    return `<div class="news_column"><div class="panel panel-default clearfix"><div class="panel-heading"><ul class="list-inline sub-list-icon" style="margin: 0"><li><h4><a title="${title}" href="/${moduleAlias}/${alias}/"><span>${title}</span></a></h4></li></ul></div><div class="panel-body"><div class="row"><div class="col-md-16">${first ? teaser(first) : ''}</div><div class="col-md-8"><ul class="related list-items">${rest
      .map(
        (article) =>
          `<li><a class="show h4" href="${article.path}" title="${escaped(article.title)}">${escaped(article.title)}</a></li>`,
      )
      .join('')}</ul></div></div></div></div></div>`
  })
  return layout(origin, { title: department.name, path: '/', content: blocks.join('\n') })
}

/** A page of a section, or of all news where no section is given; null behind the last. */
export function listPage(
  origin: string,
  shelf: Shelf,
  category: CategoryAlias | null,
  page: number,
): string | null {
  const all = shelf.articles(category ?? undefined)
  const pages = pagesOf(all.length)
  if (page < 1 || page > pages) return null
  const base = category ? `/${moduleAlias}/${category}/` : `/${moduleAlias}/`
  const title = category
    ? (categories.find(({ alias }) => alias === category)?.title ?? '')
    : 'Tin tức'
  return layout(origin, {
    title: page > 1 ? `${title} - Trang ${page}` : title,
    path: page > 1 ? `${base}page-${page}/` : base,
    crumbs: [
      [`/${moduleAlias}/`, 'Tin tức'],
      ...(category ? [[base, title] as [string, string]] : []),
    ],
    content: `${all
      .slice((page - 1) * perPage, page * perPage)
      .map(
        (article) =>
          `<div class="news_column"><div class="panel panel-default"><div class="panel-body">${teaser(article)}</div></div></div>`,
      )
      .join('\n')}
<div class="text-center">${pagination(base, page, pages)}</div>`,
  })
}

const teaser = ({ path, title, lead, publishedAt }: SiteArticle): string =>
  `<a href="${path}" title="${escaped(title)}"><img alt="${escaped(title)}" src="/assets/news/thumb.jpg" width="100" class="img-thumbnail pull-left imghome"></a><h3><a href="${path}" title="${escaped(title)}">${escaped(title)}</a></h3><div class="text-muted"><ul class="list-unstyled list-inline"><li><em class="fa fa-clock-o">&nbsp;</em> ${shownDay(publishedAt)}</li><li><em class="fa fa-eye">&nbsp;</em> Đã xem: 125</li></ul></div><p>${escaped(lead)}</p>`

/** As NukeViet numbers pages: the first has no number of its own, arrows stand at both ends. */
function pagination(base: string, page: number, pages: number): string {
  if (pages < 2) return ''
  const to = (n: number) => (n > 1 ? `${base}page-${n}/` : base)
  const item = (n: number, text: string, title = '') =>
    n < 1 || n > pages
      ? `<li class="page-item disabled"><a class="page-link" href="javascript:void(0)">${text}</a></li>`
      : n === page
        ? `<li class="page-item active"><a class="page-link" href="javascript:void(0)">${text}</a></li>`
        : `<li class="page-item"><a class="page-link" href="${to(n)}"${title}>${text}</a></li>`
  const numbers = Array.from({ length: pages }, (_, i) => item(i + 1, String(i + 1)))
  return `<ul class="pagination">${item(page - 1, '&laquo;', ' rel="prev" title="Trang trước"')}${numbers.join('')}${item(page + 1, '&raquo;', ' rel="next" title="Trang sau"')}</ul>`
}
