// Chooses the article's own title, which on half of the sites is neither <title> nor the only <h1>.
//
//   <title>Trang thông tin điện tử Huyện Krông Nô</title> … <p class="Title">Thủ tướng chỉ thị tăng cường …</p>   →   the latter
import type { Cheerio, CheerioAPI } from 'cheerio'
import type { AnyNode, Element } from 'domhandler'
import { fold } from '../../text/fold.ts'
import { flatText, isInside } from './chrome.ts'

export type FoundTitle = {
  text: string
  element: Element | null
  siteName: string | undefined
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
): FoundTitle | null {
  const order = new Map<AnyNode, number>()
  $('body')
    .find('*')
    .each((index, element) => void order.set(element, index))
  const start = order.get(root) ?? 0
  const headTitles = titles.map(fold)
  let best: { score: number; element: Element; text: string } | null = null
  for (const node of $('body').find(titleSelector).toArray()) {
    const element = $(node)
    const text = titleText($, element)
    if (text.length < 12 || text.length > 300) continue
    const at = order.get(node) ?? 0
    const inside = isInside(node, root)
    const within = inside ? textBefore($, root, node) : null
    // A heading further down belongs to a section.
    if (within !== null ? within > 300 : at > start) continue
    const score = scoreOf($, node, text, headTitles, siteName, start - at)
    if (score > (best?.score ?? 1.5)) best = { score, element: node, text }
  }
  if (best) {
    return {
      text: best.text,
      element: best.element,
      siteName: siteName ?? suffixOf(titles, best.text),
    }
  }
  return fromHead(titles, siteName)
}

function scoreOf(
  $: CheerioAPI,
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
  if (headTitles.some((t) => t === folded || (folded.length > 20 && t.startsWith(folded))))
    score += 4
  // The head's title is the site's name, and so is this.
  if (headTitles.some((t) => t === folded && siteWords.test(text)) && node.name !== 'h1') score -= 3
  if (node.name === 'h1') score += 2
  else if (node.name === 'h2') score += 1
  if (
    /^(?:p|h\d|div|span|td|a|strong)$/.test(node.name) &&
    /(?:^|[\s_-])(?:title|tieu-?de|headline|entry-title|post-title|news-title|detail-title|titlenews|lbl?title)(?:$|[\s_-])/i.test(
      names.replace(/([a-z])([A-Z])/g, '$1-$2'),
    )
  )
    score += 2
  if (node.attribs.itemprop === 'headline') score += 3
  if (/portlet|block|box|widget|folder|cate|other|site|logo|panel|head(?:er)?title2?/i.test(names))
    score -= 2
  if ($(node).children('h1,h2,h3,div,p,table').length > 0) score -= 1
  if (siteWords.test(text) && text.length < 60) score -= 1
  score += Math.max(-1, 1 - Math.abs(distance) / 60)
  return score
}

/** Text of a title, without the small things sites put in: "Tiêu đề ( )". */
function titleText(_: CheerioAPI, element: Cheerio<AnyNode>): string {
  return flatText(element)
    .normalize('NFC')
    .replace(/\s*\(\s*\)$/, '')
    .trim()
}

/** Letters of the body that stand before a node inside it. */
function textBefore($: CheerioAPI, root: Element, node: AnyNode): number {
  let count = 0
  for (let at: AnyNode | null = node; at && at !== root; at = at.parent as AnyNode | null)
    for (let sibling = at.prev as AnyNode | null; sibling; sibling = sibling.prev as AnyNode | null)
      count += flatText($(sibling)).length
  return count
}

function fromHead(titles: readonly string[], siteName: string | undefined): FoundTitle | null {
  for (const title of titles) {
    if (siteName && fold(title) === fold(siteName)) continue
    const { text, site } = cutSite(title, siteName)
    if (siteWords.test(text) && /^(?:báo|cổng|trang|website)/iu.test(text)) continue
    if (text.length >= 12) return { text, element: null, siteName: siteName ?? site }
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
