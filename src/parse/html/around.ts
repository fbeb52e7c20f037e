// Date line, lead and byline that stand beside the article's body and not in it.
//
//   NukeViet: <h1 class="title">…</h1> <span class="h5">Thứ năm - 09/02/2023 20:01</span> <div class="hometext">lead</div> <div id="news-bodyhtml">
import type { CheerioAPI } from 'cheerio'
import type { AnyNode, Element } from 'domhandler'
import { flatText, isInside, namesOf } from './chrome.ts'
import { isDateLine, visibleInstant } from './facts.ts'
import { blocksOf, type TextBlock } from './walk.ts'

export type Around = {
  before: TextBlock[]
  after: TextBlock[]
  /** Elements taken out of the body because they stand in `before`. */
  nodes: AnyNode[]
  /** ISO date or date-time of the visible date line. */
  publishedAt: string | undefined
}

const leadName =
  /(?:^|[\s_-])(?:hometext|sapo|lead|chapeau|summary|intro|introtext|description|desc|trich-?dan|tom-?tat|short-?content|excerpt)(?:$|[\s_-])/i
const bylineText =
  /^(?:Tác giả(?: bài viết)?|Nguồn(?: tin)?|Theo|Bài viết|Tin, ảnh|Tin|Bài|Ảnh|Bài và ảnh|Người viết|Biên tập)\s*:/iu
const bylineName =
  /(?:^|[\s_-])(?:author|byline|tac-?gia|source|nguon|nguon-?tin|writer|post-author)(?:$|[\s_-])/i

/** Letters of the body in which its date line may stand. */
const headOfBody = 400

/** Looks between the title and the body, and behind the body, for what belongs to the article. */
export function aroundArticle($: CheerioAPI, root: Element, title: Element | null): Around {
  const datesBelow: Element[] = []
  let dateAbove: Element | null = null
  const leads: Element[] = []
  const bylines: Element[] = []
  let afterRoot = false
  let afterTitle = false
  let seenOfBody = 0
  for (const node of $(frameOf(root, title)).find('*').toArray()) {
    if (node === root) afterRoot = true
    if (node === title) afterTitle = true
    const inside = node !== root && isInside(node, root)
    if (title && (isInside(node, title) || isInside(title, node))) continue
    const element = $(node)
    const text = flatText(element)
    if (inside && element.children().length === 0) seenOfBody += text.length
    if (text === '' || text.length > 1500) continue
    const isOuter = (list: readonly Element[]) => !list.some((other) => isInside(node, other))
    const mayBeDate = title !== null && (inside ? seenOfBody < headOfBody : !afterRoot)
    if (mayBeDate && isDateLine(text) && isInnermost($, node)) {
      if (afterTitle) datesBelow.push(node)
      else dateAbove = node
    } else if (inside || isInside(root, node)) continue
    else if (!afterRoot && leadName.test(namesOf(node)) && text.length >= 40 && isOuter(leads))
      leads.push(node)
    else if (text.length < 160 && isByline(node, text) && isOuter(bylines)) bylines.push(node)
  }
  // Between title and body stands the article's own date; above the title only the nearest can be: further up is a clock.
  // Many dates are those of a list of news, none of them the page's.
  const own = datesBelow.length > 3 ? [] : datesBelow.length > 0 ? datesBelow : [dateAbove]
  const dates = own.filter((node) => node !== null).map((node) => withLabel($, node))
  const blocks = (list: readonly Element[]) => list.flatMap((node) => blocksOf($, node))
  return {
    before: [
      ...dates.map(
        (node): TextBlock => ({ kind: 'paragraph', text: flatText($(node)), linked: 0 }),
      ),
      ...blocks(leads),
    ],
    after: blocks(bylines),
    nodes: dates,
    publishedAt: dates
      .map((node) => visibleInstant(flatText($(node))))
      .find((instant) => instant !== undefined),
  }
}

const isByline = (node: Element, text: string) =>
  bylineText.test(text) || (text.length < 80 && bylineName.test(namesOf(node)))

/** The date line with its label, where label and date are elements of their own: "Ngày có hiệu lực: 20/01/2026". */
function withLabel($: CheerioAPI, node: Element): Element {
  const parent = node.parent
  if (parent?.type !== 'tag') return node
  const text = flatText($(parent))
  const dates = $(parent)
    .children()
    .toArray()
    .filter((child) => isDateLine(flatText($(child))))
  return text.length <= 60 && dates.length === 1 && isDateLine(text) ? withLabel($, parent) : node
}

/** Whether no element inside is a date line by itself. */
function isInnermost($: CheerioAPI, node: Element): boolean {
  return $(node)
    .find('*')
    .toArray()
    .every((inner) => !isDateLine(flatText($(inner))))
}

/** The element around body and title in which to look: some steps up, while it is not much larger than the body. */
function frameOf(root: Element, title: Element | null): Element {
  const own = textLength(root)
  let frame = root
  let holdsTitle = title === null || isInside(title, root)
  for (let parent = root.parent; parent?.type === 'tag'; parent = parent.parent) {
    if (parent.name === 'html') break
    if (textLength(parent) > (holdsTitle ? 1.6 : 2.5) * own + 1500) break
    frame = parent
    holdsTitle ||= title !== null && isInside(title, parent)
  }
  return frame
}

function textLength(node: AnyNode): number {
  if (node.type === 'text') return node.data.trim().length
  return 'children' in node
    ? node.children.reduce((sum, child) => sum + textLength(child as AnyNode), 0)
    : 0
}
