// What an address looks like: an article's, a section's, or nothing that can be told from it.
//
//   /tin-tuc/giao-duc/hoi-nghi-so-ket-hoc-ky-i-41.html   article      /tin-tuc/giao-duc/   section      /gioi-thieu.html   unclear
import { parametersOf } from './canonical-url.ts'
import { pageNumberOf } from './page-number.ts'

export type UrlShape = 'article' | 'section' | 'unclear'

/** A number at the end of a title: "…-41.html", "…-post1234.html", "…_123.aspx", "…,123.htm". */
const numberAtEnd = /[-_,.][a-z]{0,5}\d{1,20}(?:\.[a-z]{3,5})?$/i
const numberAtStart = /^\d{2,12}[-_]/
const ending = /\.[a-z]{3,5}$/i
/** A path with the day of publication and a title behind it. */
const datedPath = /\/(?:19|20)\d\d\/\d{1,2}\/(?:\d{1,2}\/)?[^/-]{1,200}-[^/]{1,500}\/?$/i
const titleWords = 5

/** Parameters that number articles. */
const idParameter =
  /^(?:id|itemid|item_id|newsid|news_id|idnews|articleid|article_id|nid|n_id|idtin|tinid|idbaiviet|baivietid|contentid|postid|post_id|p|docid|vbid|.{0,80}_(?:articleid|urltitle|entryid|itemid))$/i

/** Parameters that number sections. */
const sectionParameter =
  /^(?:cat|cate|catid|cat_id|cid|category|categoryid|category_id|idcat|chuyenmuc|idchuyenmuc|menuid|tabid)$/i

const sectionParts =
  /^(?:tags?|category|categories|chuyen-?muc|danh-?muc|the-loai|author|tac-gia|topic|topics|chu-de|dong-su-kien|group|groups|nhom-tin|albums?|video|videos|gallery|rss|feed|feeds)$/i

/** The shape of an address of a page. */
export function shapeOf(address: string): UrlShape {
  const url = new URL(address)
  const parts = url.pathname.split('/').filter((part) => part !== '')
  const last = parts.at(-1) ?? ''
  if (pageNumberOf(address)) return 'section'
  const parameters = parametersOf(url)
  if (parameters.some(({ name, value }) => idParameter.test(name) && isId(value))) return 'article'
  const op = parameters.find(({ name }) => name === 'op')?.value ?? ''
  // NukeViet without rewriting: "?nv=news&op=giao-duc/hoi-nghi-41".
  if (op !== '') return isTitled(op.slice(op.lastIndexOf('/') + 1)) ? 'article' : 'section'
  if (parts.length === 0) return 'section'
  if (!isTitled(last) && parameters.some(({ name }) => sectionParameter.test(name)))
    return 'section'
  if (parts.some((part) => sectionParts.test(part))) return 'section'
  if (isTitled(last) || datedPath.test(url.pathname)) return 'article'
  // Liferay: "/-/asset_publisher/Ab12/content/hoi-nghi", "/w/hoi-nghi"; Drupal: "/node/12".
  if (
    /\/-\/asset_publisher\/[^/]+\/content\/|\/node\/\d+$|\/(?:chi-tiet|chitiet|detail|view)[^/]{0,40}\/[^/]+/i.test(
      url.pathname,
    )
  )
    return 'article'
  const words = wordsIn(last)
  if (words.length > titleWords) return 'article'
  if (ending.test(last)) return 'unclear'
  return words.length <= 4 ? 'section' : 'unclear'
}

/** A title of three words or more with a number before or behind it. */
const isTitled = (part: string): boolean =>
  (numberAtEnd.test(part) || numberAtStart.test(part)) && wordsIn(part).length >= 3

/** Words of a title in an address: what has a letter in it. */
const wordsIn = (part: string): string[] =>
  part
    .replace(ending, '')
    .split(/[-_]/)
    .filter((word) => /[a-z]/i.test(word))

/** A number that is no counter of a menu, or a GUID. */
const isId = (value: string): boolean =>
  /^\d{1,20}$|^[0-9a-f]{8}-[0-9a-f-]{20,40}$|^[a-z0-9%-]{20,300}$/i.test(value)
