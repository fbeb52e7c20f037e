// Date line, lead and byline that stand beside the article's body and not in it.
//
//   NukeViet: <h1 class="title">…</h1> <span class="h5">Thứ năm - 09/02/2023 20:01</span> <div class="hometext">lead</div> <div id="news-bodyhtml">
import type { Cheerio, CheerioAPI } from 'cheerio'
import type { AnyNode, Element } from 'domhandler'
import { flatText } from './chrome.ts'
import { isDateLine, visibleInstant } from './facts.ts'
import { blocksOf, type TextBlock } from './walk.ts'

export type Around = {
  before: TextBlock[]
  after: TextBlock[]
  /** Elements taken out of the body because they stand in `before`. */
  nodes: AnyNode[]
  publishedAt: string | undefined
}

const leadName =
  /(?:^|[\s_-])(?:hometext|sapo|lead|chapeau|summary|intro|introtext|description|desc|trich-?dan|tom-?tat|short-?content|excerpt)(?:$|[\s_-])/i
const bylineText =
  /^(?:Tác giả(?: bài viết)?|Nguồn(?: tin)?|Theo|Bài viết|Tin, ảnh|Tin|Bài|Ảnh|Bài và ảnh|Người viết|Biên tập)\s*:/iu
const bylineName =
  /(?:^|[\s_-])(?:author|byline|tac-?gia|source|nguon|nguon-?tin|writer|post-author)(?:$|[\s_-])/i

/** Looks between the title and the body, and behind the body, for what belongs to the article. */
export function aroundArticle(
  $: CheerioAPI,
  root: Cheerio<AnyNode>,
  title: Cheerio<AnyNode> | null,
): Around {
  const frame = frameOf($, root, title)
  const dates: Element[] = []
  const leads: Element[] = []
  const bylines: Element[] = []
  const order = new Map<AnyNode, number>()
  const rootNode = root.get(0)
  let afterRoot = false
  for (const [index, node] of frame.find('*').toArray().entries()) {
    order.set(node, index)
    if (node === rootNode) afterRoot = true
    const element = $(node)
    const inside = element.closest(root).length > 0
    if (title && (element.is(title) || element.find(title).length > 0)) continue
    const text = flatText(element)
    if (text === '' || text.length > 1500) continue
    const names = `${node.attribs.class ?? ''} ${node.attribs.id ?? ''}`.replace(
      /([a-z])([A-Z])/g,
      '$1-$2',
    )
    const isOuter = (list: Element[]) => !list.some((e) => element.closest($(e)).length > 0)
    if (!afterRoot && isDateLine(text) && isOuter(dates) && element.find('a').length === 0)
      dates.push(node)
    else if (inside || node === rootNode || element.find(root).length > 0) continue
    else if (!afterRoot && leadName.test(names) && text.length >= 40 && isOuter(leads))
      leads.push(node)
    else if (
      text.length < 160 &&
      (bylineText.test(text) || (bylineName.test(names) && text.length < 80)) &&
      isOuter(bylines)
    )
      bylines.push(node)
  }
  // The nearest date line is the article's; others are the page's clock or those of other news.
  const date = dates.at(-1)
  const blocks = (list: Element[]) => list.flatMap((node) => blocksOf($, node))
  const visible = date ? flatText($(date)) : firstDateInside($, root)
  return {
    before: [...(date ? [asLine($, date)] : []), ...blocks(leads)],
    after: blocks(bylines),
    nodes: date ? [date] : [],
    publishedAt: visible ? visibleInstant(visible) : undefined,
  }
}

function asLine($: CheerioAPI, node: Element): TextBlock {
  return { kind: 'paragraph', text: flatText($(node)), linked: 0 }
}

/** A date line among the first blocks of the body itself. */
function firstDateInside($: CheerioAPI, root: Cheerio<AnyNode>): string | undefined {
  const first = root
    .toArray()
    .flatMap((node) => blocksOf($, node))
    .slice(0, 4)
  return first.map((b) => b.text).find((text) => isDateLine(text))
}

/** The element around body and title in which to look; some steps up where there is no title. */
function frameOf(
  $: CheerioAPI,
  root: Cheerio<AnyNode>,
  title: Cheerio<AnyNode> | null,
): Cheerio<AnyNode> {
  const own = flatText(root).length
  let frame = root
  for (
    let parent = root.parent();
    parent.length > 0 && !parent.is('html');
    parent = parent.parent()
  ) {
    const holdsTitle = title !== null && frame.find(title).length > 0
    if (flatText(parent).length > (holdsTitle ? 1.6 : 2.5) * own + 1500) break
    frame = parent
  }
  return frame
}
