// What stands around an article: menus, crumbs, counters, comments, other news. Known by elements, classes and words.
//
//   <div class="other-news">Những tin mới hơn …</div>,  "Tổng số điểm của bài viết là: 5 trong 1 đánh giá"
import type { CheerioAPI } from 'cheerio'
import type { AnyNode, Element } from 'domhandler'
import { readDateLine } from '../../text/date-line.ts'
import { elementsIn, namesOf, prune, textOf } from './dom.ts'
import { measure } from './measure.ts'

/** Never text for a reader. */
const neverText = new Set(
  'script style noscript template iframe frame frameset noframes object embed applet svg math canvas audio video select option button input textarea datalist dialog link meta head title map'.split(
    ' ',
  ),
)

const hiddenClass = /(?:^|\s)(?:visually-hidden|sr-only|screen-reader-text|ms-hide)(?:\s|$)/

const aroundArticle =
  'nav,footer,[role="navigation"],[role="banner"],[role="contentinfo"],[role="search"],[role="complementary"],[role="menu"],menu,.fb-comments,.fb-like,.fb-share-button'

/** Whole words in class names and ids, between "-", "_", spaces and camel humps. */
const wholeWord = (words: readonly string[]): RegExp =>
  new RegExp(`(?:^|[\\s_-])(?:${words.join('|')})(?:$|[\\s_-])`, 'i')

/** What belongs to the site, on every page. */
const siteWords = wholeWord([
  'breadcrumbs?|bread-crumbs?|breadcrum|sitemap|sitepath|navbar|navigation|nav|menu\\d*|submenu|mainmenu|topmenu|megamenu|popoutmenu',
  'footer|site-header|masthead|topbar|top-bar|toolbar|skip(?:link)?',
  'comments?|binh-?luan|respond|disqus|feedback|y-kien',
  'shares?|sharing|sharethis|sharedaddy|social|addthis|addtoany|a2a|like-button|zalo',
  'rating|vote|danh-?gia|newsrating|stars?',
  'pagination|pager|pagenav|paging',
  'advert\\w*|ads|adsbygoogle|qc|quang-?cao|banner|banners|sponsor\\w*',
  'counter|hitcount|hit-?title|thong-?ke|statistics?|truy-?cap|luot-?xem|online',
  'printicon|print-?button|send-?mail|tools?|action-?bar|audio-?player|tts|podcast-?player|edit-link',
  'search|login|dang-?nhap|user-?box|popup|modal|cookie|lightbox|marquee|ticker|weather|clock|time-?now|calendar|datepicker|newsletter',
  'linkweb|lien-?ket|weblink|thong-?bao-?ben',
])

/** What stands around an article: on pages of lists the same is what they are about. */
const besideWords = wholeWord([
  'sidebar|side-bar',
  'relate[ds]?|related-?(?:news|posts?|articles?|content|box)|relatedposts|jp-relatedposts|yarpp|lien-?quan|tin-?khac|tinkhac|tbtinkhac|tin-?lien-?quan|box-?tin|tin-?cung-?(?:loai|chuyen-?muc)',
  'other(?:s|title|news|post)?|others-news|list-other|other-?news|more-?news|xem-?them|xemtiep|doc-?them|recommend(?:ed)?|most-?(?:read|view(?:ed)?)|doc-?nhieu|tin-?moi|newest|next-?prev|prev-?next|post-?navigation|nav-links|items-more',
  'tags?|tag-?list|tags-?links|keywords|newstags|tu-?khoa|cat-?links',
])

/** Lines that sites put under or over an article. */
const chromeLine =
  /^(?:Skip to (?:main )?content|Đóng|(?:Trước )?Trang:? \d+(?: ?\/ ?\d+)?(?: Sau)?|(?:E-?mail|Hotline|Đường dây nóng|Liên hệ tòa soạn)\s*:\s*[\S ]{5,60}|Today:.{0,60}|In bài viết|In trang|Bản in|In ấn|Print|Gửi email|Gửi bài viết|Email|Chia sẻ(?:\s*:)?|Share:?|Tweet|Thích|Lưu bài|Trở về|Quay lại|Về trang trước|Lên đầu trang|Xem thêm|Xem tiếp|(?:Xem )?Chi tiết(?: (?:tại đây|ở đây|\.{2,3}))?|Facebook|Zalo|Twitter|Google\+?|RSS|Trang chủ|Cỡ chữ.{0,20}|A[-+]|(?:Số )?(?:lượt|lần) (?:xem|đọc|truy cập|người xem)\s*:?\s*[\d.,]*(?:\s*(?:\||-)?\s*(?:Bản in|In trang))?|Đánh giá bài viết|Click để đánh giá bài viết|Xếp hạng:.{0,80}|Tổng số điểm của bài viết là:.{0,80}|Gửi phản hồi|Ý kiến bạn đọc.{0,10}|Bình luận.{0,10}|Hãy đăng nhập thành viên.{0,120}|Bạn đã không sử dụng Site.{0,160}|Tải về|Download|banner)$/iu

/** Headings under which other news are listed. */
const tailHeading =
  /^(?:Những tin (?:mới|cũ) hơn|(?:Các )?(?:tin|hoạt động|sự kiện|video|văn bản|thông báo)(?: tức| bài)? (?:khác|liên quan|đã đưa|mới hơn|cũ hơn|cùng chuyên mục|nổi bật|mới nhất)|Tin cùng chuyên mục|(?:Các )?bài(?: viết)? (?:khác|liên quan|cùng chuyên mục|mới|cũ hơn)|Theo dòng sự kiện|Có thể bạn quan tâm|Đọc thêm|Xem thêm|Đọc nhiều|Ý kiến bạn đọc|Bình luận|Từ khóa|Tags?)\s*:?(?:\s*\(\d+\))?\s*$/iu

/** A line without what does not show: SharePoint strews zero-width spaces about. */
const bare = (text: string): string =>
  text
    .replace(/[\u200B-\u200F\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .normalize('NFC')
    .trim()

/** Whether a line belongs to the site's tools and not to the article. */
export const isChromeLine = (text: string) => chromeLine.test(bare(text))

/** Whether a line opens a list of other news. */
export const isTailHeading = (text: string) => tailHeading.test(bare(text))

/** Removes what is no text for a reader and what is hidden, in one pass over the page. */
export function removeInvisible($: CheerioAPI): void {
  for (const root of $.root().toArray()) prune(root, (node) => (isVisible(node) ? [node] : []))
}

function isVisible(node: AnyNode): boolean {
  if (node.type === 'text' || node.type === 'directive' || node.type === 'root') return true
  if (node.type !== 'tag') return false
  const { name, attribs } = node
  if (neverText.has(name)) return false
  if ('hidden' in attribs || attribs['aria-hidden'] === 'true') return false
  if (attribs.class && hiddenClass.test(attribs.class)) return false
  return !(attribs.style && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribs.style))
}

/**
 * Removes what belongs to the site, and on pages of an article what stands around that; never an element that holds a
 * large part of the page's plain text.
 */
export function removeChrome($: CheerioAPI, page: 'article' | 'list'): void {
  const { lengthOf, linkedOf } = measure($.root().get(0) as AnyNode)
  const whole = lengthOf($('body').get(0) as AnyNode)
  const isPlain = (node: AnyNode) => {
    const length = lengthOf(node)
    // What a page of lists is about are links.
    if (page === 'list') return length > 0.3 * whole
    return length > 400 && length > 0.2 * whole && linkedOf(node) < 0.35 * length
  }
  const found = new Set<AnyNode>($(aroundArticle).toArray())
  prune($.root().get(0) as AnyNode, (node) =>
    node.type !== 'tag' || !(found.has(node) || marksChrome(node, page)) || isPlain(node)
      ? [node]
      : dateInCrumbs(node),
  )
}

/** The date line that newspapers put beside the crumbs: <div class="bread-crumb-detail__time">. */
function dateInCrumbs(node: Element): Element[] {
  if (!/bread-?_?crumb/i.test(`${node.attribs.class ?? ''} ${node.attribs.id ?? ''}`)) return []
  return elementsIn(
    node,
    (inner) => inner.name === 'time' || /time|date/i.test(inner.attribs.class ?? ''),
  )
    .filter((inner) => readDateLine(textOf(inner)) !== null)
    .slice(0, 1)
}

function marksChrome(node: Element, page: 'article' | 'list'): boolean {
  if (['body', 'html', 'main', 'article'].includes(node.name)) return false
  const names = namesOf(node)
  return siteWords.test(names) || (page === 'article' && besideWords.test(names))
}
