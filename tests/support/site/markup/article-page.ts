// The page of an article as NukeViet writes it: title, day, lead, body, files, author, rating, newer and older news.
import { categories } from '../content/department.ts'
import { filePath, moduleAlias, type Shelf, type SiteArticle } from '../shelf.ts'
import { escaped, layout, shownDay, shownTime } from './layout.ts'

export function articlePage(origin: string, shelf: Shelf, article: SiteArticle): string {
  const { id, category, title, lead, paragraphs, path, publishedAt, author } = article
  const section = categories.find(({ alias }) => alias === category)
  const files = (article.files ?? []).map((file, index) => ({
    ...file,
    to: escaped(filePath(article, index)),
  }))
  const linked = files.filter(({ offered }) => offered === 'link')
  const shown = files.filter(({ offered }) => offered === 'frame')
  const downloads = files.filter(({ offered }) => offered === 'download')
  const all = shelf.articles(category)
  const at = all.findIndex((other) => other.id === id)
  return layout(origin, {
    title,
    path,
    crumbs: [
      [`/${moduleAlias}/`, 'Tin tức'],
      [`/${moduleAlias}/${category}/`, section?.title ?? ''],
    ],
    head: `<meta property="og:type" content="article"><meta property="article:published_time" content="${publishedAt}">`,
    side: `<div class="panel panel-default"><div class="panel-heading">Tin mới</div><ul class="block_tophits list-none">${shelf
      .articles()
      .slice(0, 3)
      // A careless block: its links carry a session and a mark of where they stand.
      .map(
        (other) =>
          `<li><a href="${other.path}?PHPSESSID=9f86d081884c7d659a2feaa0c55ad015&amp;utm_source=block">${escaped(other.title)}</a></li>`,
      )
      .join('')}</ul></div>`,
    content: `<div class="news_column panel panel-default" itemtype="http://schema.org/NewsArticle" itemscope><div class="panel-body">
<h1 class="title margin-bottom-lg" itemprop="headline">${escaped(title)}</h1>
<span class="hidden hide d-none" itemprop="datePublished">${publishedAt}</span>
<div class="row margin-bottom-lg"><div class="col-md-12"><span class="h5">${shownTime(publishedAt)}</span></div><div class="col-md-12"><ul class="list-inline text-right"><li><a class="dimgray" rel="nofollow" title="Gửi bài viết qua email" href="/${moduleAlias}/sendmail/${category}/${path.split('/').pop()}"><em class="fa fa-envelope fa-lg">&nbsp;</em></a></li><li><a class="dimgray" rel="nofollow" title="In ra" href="/${moduleAlias}/print/${category}/${path.split('/').pop()}"><em class="fa fa-print fa-lg">&nbsp;</em></a></li><li><a class="dimgray" rel="nofollow" title="Lưu bài viết này" href="/${moduleAlias}/savefile/${category}/${path.split('/').pop()}"><em class="fa fa-save fa-lg">&nbsp;</em></a></li></ul></div></div>
<div class="clearfix"><div class="hometext m-bottom" itemprop="description">${escaped(lead)}</div></div>
<div id="news-bodyhtml" class="bodytext margin-bottom-lg">
${paragraphs.map((text) => `<p style="text-align: justify;">${escaped(text)}</p>`).join('\n')}
${linked.map(({ to, text }) => `<p>Văn bản đính kèm: <a href="${to}">${escaped(text)}</a></p>`).join('\n')}
${shown.map(({ to }) => `<iframe src="${to}" width="100%" height="600"></iframe>`).join('\n')}
</div>
${
  downloads.length > 0
    ? `<div class="panel panel-default"><div class="panel-heading"><i class="fa fa-download"></i> <strong>File đính kèm</strong></div><div class="list-group news-download-file">${downloads
        .map(
          ({ to, name }, i) =>
            `<div class="list-group-item"><span class="badge"><a role="button" data-toggle="collapse" href="#file-${i}"><i class="fa fa-eye"></i></a></span><a href="${to}" title="Tập tin ${name}" download>Tập tin ${i + 1}: <strong>${name}</strong></a></div>`,
        )
        .join('')}</div></div>`
    : ''
}
${author ? `<div class="margin-bottom-lg"><p class="h5 text-right"><strong>Tác giả bài viết: </strong>${author}</p></div>` : ''}
</div></div>
<div class="news_column panel panel-default"><div class="panel-body"><form id="form3B" action=""><div class="h5 clearfix"><p id="stringrating">Tổng số điểm của bài viết là: 0 trong 0 đánh giá</p><span class="small">Click để đánh giá bài viết</span></div></form></div></div>
<div class="news_column panel panel-default"><div class="panel-body other-news">
${others('Những tin mới hơn', all.slice(Math.max(0, at - 3), at))}${others('Những tin cũ hơn', all.slice(at + 1, at + 4))}</div></div>`,
  })
}

const others = (heading: string, list: readonly SiteArticle[]): string =>
  list.length === 0
    ? ''
    : `<p class="h3"><strong>${heading}</strong></p><div class="clearfix"><ul class="detail-related related list-none list-items">${list
        .map(
          ({ path, title, publishedAt }) =>
            `<li><em class="fa fa-angle-right">&nbsp;</em><h4><a href="${path}" data-rel="tooltip" title="${escaped(title)}">${escaped(title)}</a></h4><em>(${shownDay(publishedAt)})</em></li>`,
        )
        .join('')}</ul></div>`
