// Date line, lead and byline that stand beside the article's body and not in it.
//
//   NukeViet: <h1 class="title">…</h1> <span class="h5">Thứ năm - 09/02/2023 20:01</span> <div class="hometext">lead</div> <div id="news-bodyhtml">
import type { AnyNode, Element } from 'domhandler'
import { dateInside, readDateLines } from '../../text/date-line.ts'
import { holds, isInside, namesOf, textOf } from './dom.ts'
import { instantOf } from './facts.ts'
import type { Measure } from './measure.ts'
import type { ShownDate } from './published.ts'
import { blocksOf, type TextBlock } from './walk.ts'

export type Around = {
  before: TextBlock[]
  after: TextBlock[]
  /** Elements taken out of the body because they stand in `before`. */
  nodes: AnyNode[]
  /** The days the page shows as its own. */
  dates: ShownDate[]
}

const leadName =
  /(?:^|[\s_-])(?:hometext|sapo|lead|chapeau|summary|intro|introtext|description|desc|trich-?dan|tom-?tat|short-?content|excerpt|standfirst|teaser)(?:$|[\s_-])/i
const bylineText =
  /^(?:Tác giả(?: bài viết)?|Nguồn(?: tin)?|Theo|Bài viết|Tin, ảnh|Tin|Bài|Ảnh|Bài và ảnh|Người viết|Biên tập|Viết bởi|Written by|By)\s*:/iu
const bylineName =
  /(?:^|[\s_-])(?:authors?|byline|tac-?gia|source|nguon|nguon-?tin|writer|post-?author|createdby|author-?name|author-?info)(?:$|[\s_-])/i
const dateName =
  /(?:^|[\s_-])(?:date|time|datetime|publish(?:ed|date)?|pub-?date|created?|posted|submitted|post-?on|ngay|ngay-?dang|thoi-?gian|meta|info|h5|byline)(?:$|[\s_-])/i

/** "2023-02-09T20:01:00+07:00": said to programs, beside the day that people are shown. */
const machineInstant =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:?\d{2})?$/

/** Letters of the body in which its date line may stand. */
const headOfBody = 400
/** Letters of the longest date line, and of the longest lead. */
const longestDate = 220
const longestLead = 1500

/** Looks between the title and the body, and behind the body, for what belongs to the article. */
export function aroundArticle(root: Element, title: Element | null, measured: Measure): Around {
  const { lengthOf } = measured
  const found: Record<ShownDate['place'], Element[]> = { below: [], above: [], behind: [] }
  const leads: Element[] = []
  const bylines: Element[] = []
  let afterRoot = false
  let afterTitle = false
  const isNear = (node: Element) => measured.before(node) - measured.before(root) < headOfBody
  const visit = (node: Element): void => {
    // A title that stands alone is its own body: what follows stands below it.
    if (node === root && root !== title) afterRoot = true
    if (node === title) {
      afterTitle = true
      return
    }
    const inside = node !== root && isInside(node, root)
    const length = lengthOf(node)
    const apart = title === null || !isInside(title, node)
    if (length > 0 && length <= longestLead && apart) {
      const seenOfBody = measured.before(node) - measured.before(root)
      const mayBeDate =
        title !== null && length <= longestDate && (!inside || seenOfBody < headOfBody)
      const text = mayBeDate || !inside ? textOf(node) : ''
      if (mayBeDate && isDate(node, text, measured)) {
        const place = !inside && afterRoot ? 'behind' : afterTitle ? 'below' : 'above'
        found[place].push(node)
        return
      }
      if (!inside && !isInside(root, node)) {
        // What stands above the title is said of the site: its slogan.
        if (
          !afterRoot &&
          (afterTitle || title === null) &&
          leadName.test(namesOf(node)) &&
          length >= 40
        ) {
          leads.push(node)
          return
        }
        if (length < 160 && isByline(node, text)) {
          bylines.push(node)
          return
        }
      }
    }
    // Beyond the head of the body nothing of it is looked for.
    if (inside && measured.before(node) - measured.before(root) > headOfBody) return
    for (const child of node.children) if (child.type === 'tag') visit(child)
  }
  visit(frameOf(root, title, measured))
  // Between title and body stands the article's own date; above the title only the nearest can be: further up is a clock.
  // Many dates are those of a list of news, none of them the page's.
  const own = root === title ? found.below.slice(0, 1).filter(isNear) : found.below
  const below = own.length > 3 ? [] : own
  const above = below.length > 0 || own.length > 3 ? [] : found.above.slice(-1)
  const nodes = [...new Set([...above, ...below].map((node) => withLabel(node)))]
  const blocks = (list: readonly Element[]) => list.flatMap((node) => blocksOf(node))
  return {
    before: [
      ...nodes
        .map((node): TextBlock => ({ kind: 'paragraph', text: textOf(node), linked: 0 }))
        .filter(({ text }) => !machineInstant.test(text)),
      ...blocks(leads),
    ],
    after: blocks(bylines),
    nodes,
    dates: [
      ...below.flatMap((node) => datesOf(node, 'below')),
      ...above.flatMap((node) => datesOf(node, 'above')),
      ...(title === null
        ? []
        : found.behind.slice(0, 3).flatMap((node) => datesOf(node, 'behind'))),
    ],
  }
}

/** A byline; where a date stands in the same element, each is looked for inside it. */
const isByline = (node: Element, text: string) =>
  !/\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/.test(text) &&
  (bylineText.test(text) || (text.length < 80 && bylineName.test(namesOf(node))))

/** Whether an element is a date line, and no element inside it is one by itself. */
function isDate(node: Element, text: string, measured: Measure): boolean {
  if (datesIn(node, text).length === 0) return false
  // A row of many cells belongs to a table of days, not to the page.
  if (cellsInRow(node, measured) > 2) return false
  return !holds(node, (inner) => datesIn(inner, textOf(inner)).length > 0)
}

/** Letters of the longest row that is one of a table of days; columns of a page hold more. */
const longestRow = 500

/** Cells with text in the table row around a node; 0 outside tables, and where the row's cells are columns of the page. */
function cellsInRow(node: Element, { lengthOf }: Measure): number {
  for (let at = node.parent; at?.type === 'tag'; at = at.parent)
    if (at.name === 'tr')
      return lengthOf(at) > longestRow
        ? 0
        : at.children.filter((cell) => textOf(cell as AnyNode) !== '').length
  return 0
}

function datesIn(node: Element, text: string): Array<{ at: string; label: ShownDate['label'] }> {
  const lines = readDateLines(text)
  const stamp = node.name === 'time' ? instantOf(node.attribs.datetime) : undefined
  const [line] = lines
  // The instant beside a day: <time datetime="2023-05-14T09:12:33+07:00">14 Tháng Năm, 2023</time>
  if (line && stamp?.startsWith(`${line.at}T`)) return [{ at: stamp, label: line.label }]
  if (line) return lines
  // "2 giờ trước", with the instant beside it.
  if (stamp && text.length < 60) return [{ at: stamp, label: null }]
  const inside = dateName.test(namesOf(node)) && text.length < 120 ? dateInside(text) : null
  return inside ? [inside] : []
}

const datesOf = (node: Element, place: ShownDate['place']): ShownDate[] =>
  datesIn(node, textOf(withLabel(node))).map(({ at, label }) => ({ at, label, place }))

/** The date line with its label, where label and date are elements of their own: "Ngày có hiệu lực: 20/01/2026". */
function withLabel(node: Element): Element {
  const parent = node.parent
  if (parent?.type !== 'tag') return node
  const text = textOf(parent)
  // A label stands before its date; what comes behind are counters.
  if (text.length > 60 || !text.endsWith(textOf(node))) return node
  const dated = parent.children.filter((child) => /\d{4}/.test(textOf(child as AnyNode)))
  const isLine = readDateLines(text).length > 0 || /^\D{2,40}:\s*\d/.test(text)
  return dated.length === 1 && isLine ? withLabel(parent) : node
}

/** The element around body and title in which to look: some steps up, while it is not much larger than the body. */
function frameOf(root: Element, title: Element | null, { lengthOf }: Measure): Element {
  const own = lengthOf(root)
  let frame = root
  let holdsTitle = title === null || isInside(title, root)
  for (let parent = root.parent; parent?.type === 'tag'; parent = parent.parent) {
    if (parent.name === 'html') break
    if (lengthOf(parent) > (holdsTitle ? 1.6 : 2.5) * own + 1500) break
    frame = parent
    holdsTitle ||= title !== null && isInside(title, parent)
  }
  return frame
}
