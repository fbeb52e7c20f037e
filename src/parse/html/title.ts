// Chooses the article's own title, which on half of the sites is neither <title> nor the only <h1>.
//
//   <title>Trang thông tin điện tử Huyện Krông Nô</title> … <p class="Title">Thủ tướng chỉ thị tăng cường …</p>   →   the latter
import type { CheerioAPI } from 'cheerio'
import type { Element } from 'domhandler'
import { fold } from '../../text/fold.ts'
import { isInside, textOf } from './dom.ts'
import type { Measure } from './measure.ts'

export type FoundTitle = {
  text: string
  element: Element | null
  siteName: string | undefined
  /** Whether the page's head names it too, and not as the site's name. */
  isHeadTitle: boolean
}

const titleSelector =
  'h1,h2,h3,[itemprop="headline"],[class*="itle"],[class*="tieude"],[class*="tieu-de"],[class*="headline"],[id*="lblTitle"],[id*="lbTitle"]'
const siteWords =
  /(?:^|[\s.])(?:báo|cổng thông tin|trang thông tin|trang tin|website|trang chủ|tạp chí|đài|sở|phòng|ubnd|ủy ban|trường|thpt|thcs|news|online|điện tử|[a-z-]+\.(?:vn|com|net|org))(?:$|[\s.])/iu

/** Finds the title of the article whose body is `root`; `titles` are those of the page's head. */
export function findTitle(
  $: CheerioAPI,
  root: Element,
  titles: readonly string[],
  siteName: string | undefined,
  measured: Measure,
): FoundTitle | null {
  const start = measured.order(root)
  const headTitles = titles.map(fold)
  let best: { score: number; element: Element; text: string } | null = null
  for (const node of $(titleSelector).toArray()) {
    if (measured.lengthOf(node) > 400) continue
    const text = titleText(node)
    if (text.length < (isTitleElement(node) ? 4 : 12) || text.length > 300) continue
    const at = measured.order(node)
    const inside = isInside(node, root)
    const within = inside ? measured.before(node) - measured.before(root) : null
    // A heading further down belongs to a section.
    if (within !== null ? within > 300 : at > start) continue
    const score = scoreOf(node, text, headTitles, siteName, start - at)
    if (score > (best?.score ?? 1.5)) best = { score, element: node, text }
  }
  if (best) {
    return {
      text: best.text,
      element: best.element,
      siteName: siteName ?? suffixOf(titles, best.text),
      isHeadTitle: isOneOf(headTitles, fold(best.text)) && !siteWords.test(best.text),
    }
  }
  return fromHead(titles, siteName)
}

const isOneOf = (headTitles: readonly string[], folded: string): boolean =>
  headTitles.some((t) => t === folded || (folded.length > 20 && t.startsWith(folded)))

/** The title of a page of lists: the heading that its head names too, else what the head says, the site's name at last. */
export function titleOfList(
  $: CheerioAPI,
  titles: readonly string[],
  siteName: string | undefined,
  measured: Measure,
): FoundTitle | null {
  const headTitles = titles.map(fold)
  for (const node of $('h1,h2').toArray()) {
    if (measured.lengthOf(node) > 300) continue
    const text = titleText(node)
    if (text.length >= 4 && headTitles.some((t) => t === fold(text)))
      return { text, element: node, siteName, isHeadTitle: true }
  }
  const [first] = titles
  const text = first?.replace(/^Trang chủ\s*[-–|]\s*/iu, '')
  return text ? { text, element: null, siteName, isHeadTitle: false } : null
}

function scoreOf(
  node: Element,
  text: string,
  headTitles: readonly string[],
  siteName: string | undefined,
  distance: number,
): number {
  const folded = fold(text)
  const names = `${node.attribs.class ?? ''} ${node.attribs.id ?? ''}`
  let score = 0
  if (siteName && folded === fold(siteName)) return 0
  if (isOneOf(headTitles, folded)) score += 4
  // The head's title is the site's name, and so is this.
  if (headTitles.some((t) => t === folded && siteWords.test(text)) && node.name !== 'h1') score -= 3
  if (node.name === 'h1') score += 2
  else if (node.name === 'h2') score += 1
  if (hasTitleName(node)) score += 2
  if (node.attribs.itemprop === 'headline') score += 3
  if (foreignName.test(names)) score -= 2
  if (widgetTitle.test(text)) score -= 3
  if (text.length < 12) score -= 1
  if (node.children.some((c) => c.type === 'tag' && /^(?:h[1-3]|div|p|table)$/.test(c.name)))
    score -= 1
  if (siteWords.test(text) && text.length < 60) score -= 1
  score += Math.max(-1, 1 - Math.abs(distance) / 60)
  return score
}

/** Titles of boxes that stand on every page of a site. */
const widgetTitle =
  /^(?:thư viện (?:ảnh|video|hình ảnh)|tin (?:nổi bật|mới(?: nhất)?|tiêu điểm|ảnh|video)|theo dòng (?:thời )?sự|sự kiện(?: trong tháng| nổi bật)?|thông báo(?: mới)?|liên kết(?: web(?:site)?)?|văn bản mới|tin tức(?: [-–&] sự kiện)?|lịch (?:làm việc|công tác)|bình chọn|hỏi đáp|đọc nhiều(?: nhất)?|xem nhiều(?: nhất)?|mới nhất|đăng nhập|tìm kiếm|danh mục|chuyên mục)$/iu
const foreignName =
  /portlet|block|box|widget|folder|cate|other|site|logo|panel|album|video|gallery|slide|event|su-?kien|tieu-?diem|head(?:er)?title2?/i
const titleName =
  /(?:^|[\s_-])(?:title|tieu-?de|headline|entry-title|post-title|news-title|detail-title|titlenews|lbl?title)(?:$|[\s_-])/i

/** Whether an element's class or id calls it a title. */
function hasTitleName(node: Element): boolean {
  const names = `${node.attribs.class ?? ''} ${node.attribs.id ?? ''}`
  return (
    /^(?:p|h\d|div|span|td|a|strong)$/.test(node.name) &&
    titleName.test(names.replace(/([a-z])([A-Z])/g, '$1-$2'))
  )
}

/** Whether an element is so surely a title that it may be short: "Huyện ủy". */
const isTitleElement = (node: Element): boolean =>
  node.name === 'h1' ||
  (hasTitleName(node) && !foreignName.test(`${node.attribs.class ?? ''} ${node.attribs.id ?? ''}`))

/** Text of a title, without the small things sites put in: "Tiêu đề ( )". */
function titleText(element: Element): string {
  return textOf(element)
    .normalize('NFC')
    .replace(/\s*\(\s*\)$/, '')
    .trim()
}

function fromHead(titles: readonly string[], siteName: string | undefined): FoundTitle | null {
  for (const title of titles) {
    if (siteName && fold(title) === fold(siteName)) continue
    const { text, site } = cutSite(title, siteName)
    if (siteWords.test(text) && /^(?:báo|cổng|trang|website)/iu.test(text)) continue
    if (text.length >= 12)
      return { text, element: null, siteName: siteName ?? site, isHeadTitle: false }
  }
  return null
}

/** "Hội nghị sơ kết - Báo Sơn La" → title and site; only cuts what looks like a site's name. */
export function cutSite(
  title: string,
  siteName: string | undefined,
): { text: string; site: string | undefined } {
  const match = /^(.{12,}?)\s+[-–|»·]\s+([^|»·]{2,80})$/u.exec(title)
  const last = /^(.{12,})\s+[-–|»·]\s+([^|»·]{2,80}?)$/u.exec(title)
  for (const found of [last, match]) {
    const [, text, site] = found ?? []
    if (!text || !site) continue
    if ((siteName && fold(site) === fold(siteName)) || siteWords.test(site))
      return { text: text.trim(), site: site.trim() }
  }
  return { text: title, site: undefined }
}

function suffixOf(titles: readonly string[], title: string): string | undefined {
  for (const head of titles) {
    if (fold(head) === fold(title)) continue
    if (fold(head).startsWith(fold(title))) {
      const rest = head
        .slice(title.length)
        .replace(/^\s*[-–|»·]\s*/u, '')
        .trim()
      if (rest.length > 1 && rest.length < 100) return rest
    } else if (siteWords.test(head)) return head.replace(/^Trang chủ\s*[-–|]\s*/iu, '')
  }
  return undefined
}
