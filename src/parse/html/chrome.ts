// What stands around an article: menus, crumbs, counters, comments, other news. Known by elements, classes and words.
//
//   <div class="other-news">Những tin mới hơn …</div>,  "Tổng số điểm của bài viết là: 5 trong 1 đánh giá"
import type { Cheerio, CheerioAPI } from 'cheerio'
import type { AnyNode, Element } from 'domhandler'

/** Never text for a reader. */
const neverText =
  'script,style,noscript,template,iframe,object,embed,svg,canvas,audio,video,select,option,button,input,textarea,datalist,dialog,link,meta,head title'

/** Hidden by markup or by their own style. */
const hidden =
  '[hidden],[aria-hidden="true"],.hidden-print.sr-only,.visually-hidden,.sr-only,.screen-reader-text'

const aroundArticle =
  'nav,footer,[role="navigation"],[role="banner"],[role="contentinfo"],[role="search"],[role="complementary"],[role="menu"],menu,.fb-comments,.fb-like,.fb-share-button'

/** Words in class names and ids that mark what is not the article. Whole words between "-", "_", spaces and camel humps. */
const chromeWord = new RegExp(
  `(?:^|[\\s_-])(?:${[
    'breadcrumbs?|breadcrum|sitemap|sitepath|navbar|navigation|nav|menu\\d*|submenu|mainmenu|topmenu|megamenu|popoutmenu',
    'sidebar|side-bar|footer|site-header|masthead|topbar|top-bar|toolbar|skip(?:link)?',
    'related|lien-?quan|tin-?khac|tinkhac|tbtinkhac|other(?:s|title|news|post)?|others-news|list-other|xem-?them|xemtiep|recommend(?:ed)?|most-?(?:read|view)|doc-?nhieu|tin-?moi',
    'comments?|binh-?luan|respond|disqus|feedback|y-kien',
    'shares?|sharing|sharethis|social|addthis|a2a|like-button|zalo',
    'rating|vote|danh-?gia|newsrating|stars?',
    'pagination|pager|pagenav|paging',
    'advert\\w*|ads|qc|quang-?cao|banner|banners|sponsor\\w*',
    'counter|hitcount|hit-?title|thong-?ke|statistics?|truy-?cap|luot-?xem|online',
    'tags?|tag-?list|keywords|newstags',
    'printicon|print-?button|send-?mail|tools?|action-?bar',
    'search|login|dang-?nhap|user-?box|popup|modal|cookie|lightbox|marquee|ticker|weather|clock|calendar|datepicker',
    'linkweb|lien-?ket|weblink|thong-?bao-?ben',
  ].join('|')})(?:$|[\\s_-])`,
  'i',
)

/** Lines that sites put under or over an article. */
const chromeLine =
  /^(?:In bài viết|In trang|Bản in|In ấn|Print|Gửi email|Gửi bài viết|Email|Chia sẻ(?:\s*:)?|Share:?|Tweet|Thích|Lưu bài|Trở về|Quay lại|Về trang trước|Lên đầu trang|Xem thêm|Xem tiếp|Chi tiết|Facebook|Zalo|Twitter|Google\+?|RSS|Trang chủ|Cỡ chữ.{0,20}|A[-+]|Lượt xem:?\s*[\d.]*|Số lượt xem:?\s*[\d.]*|Đánh giá bài viết|Click để đánh giá bài viết|Xếp hạng:.{0,80}|Tổng số điểm của bài viết là:.{0,80}|Gửi phản hồi|Ý kiến bạn đọc.{0,10}|Bình luận.{0,10}|Hãy đăng nhập thành viên.{0,120}|Bạn đã không sử dụng Site.{0,160}|Tải về|Download|banner)$/iu

/** Headings under which other news are listed. */
const tailHeading =
  /^(?:Những tin (?:mới|cũ) hơn|(?:Các )?(?:tin|hoạt động|sự kiện|video|văn bản|thông báo)(?: tức| bài)? (?:khác|liên quan|đã đưa|mới hơn|cũ hơn|cùng chuyên mục|nổi bật|mới nhất)|Tin cùng chuyên mục|(?:Các )?bài(?: viết)? (?:khác|liên quan|cùng chuyên mục|mới|cũ hơn)|Theo dòng sự kiện|Có thể bạn quan tâm|Đọc thêm|Xem thêm|Đọc nhiều|Ý kiến bạn đọc|Bình luận|Từ khóa|Tags?)\s*:?(?:\s*\(\d+\))?\s*$/iu

/** Whether a line belongs to the site's tools and not to the article. */
export const isChromeLine = (text: string) => chromeLine.test(text.trim())

/** Whether a line opens a list of other news. */
export const isTailHeading = (text: string) => tailHeading.test(text.trim())

/** Removes what is no text for a reader and what is hidden. */
export function removeInvisible($: CheerioAPI): void {
  $(neverText).remove()
  $(hidden).remove()
  $('[style]').each((_, element) => {
    const style = ($(element).attr('style') ?? '').toLowerCase()
    if (/display\s*:\s*none|visibility\s*:\s*hidden/.test(style)) $(element).remove()
  })
  $('*')
    .contents()
    .filter((_, node) => node.type === 'comment' || node.type === 'cdata')
    .remove()
}

/** Text of an element with white space made single. */
export const flatText = (node: Cheerio<AnyNode>) => node.text().replace(/\s+/g, ' ').trim()

/** Share of an element's text that is links. */
export function linkShare($: CheerioAPI, element: Cheerio<AnyNode>): number {
  const all = flatText(element).length
  if (all === 0) return 0
  let linked = 0
  element.find('a').each((_, a) => {
    linked += flatText($(a)).length
  })
  return linked / all
}

/**
 * Removes only what the markup itself calls navigation: for pages of lists, whose classes look like chrome throughout.
 */
export function removeNavigation($: CheerioAPI): void {
  $(aroundArticle).remove()
}

/** Removes what stands around the article; never an element that holds a large part of the page's plain text. */
export function removeChrome($: CheerioAPI): void {
  const whole = flatText($('body')).length
  const isPlain = (element: Cheerio<AnyNode>) => {
    const length = flatText(element).length
    return length > 400 && length > 0.2 * whole && linkShare($, element) < 0.35
  }
  const removeUnlessPlain = (_: number, node: AnyNode) => {
    const element = $(node)
    if (!isPlain(element)) element.remove()
  }
  $(aroundArticle).each(removeUnlessPlain)
  $('[class],[id]').each((index, node) => {
    if (marksChrome(node)) removeUnlessPlain(index, node)
  })
}

function marksChrome(node: Element): boolean {
  return !['body', 'html', 'main', 'article'].includes(node.name) && chromeWord.test(namesOf(node))
}

/** Class names and id of an element, camel humps parted: "OtherTitle" → "Other-Title". */
export function namesOf(node: Element): string {
  return `${node.attribs.class ?? ''} ${node.attribs.id ?? ''}`.replace(/([a-z])([A-Z])/g, '$1-$2')
}

/** Whether a node is `outer` or stands inside it. */
export function isInside(node: AnyNode, outer: AnyNode): boolean {
  for (let at: AnyNode | null = node; at; at = at.parent as AnyNode | null)
    if (at === outer) return true
  return false
}
