// Turns elements into blocks of text: paragraphs, headings, list items with their numbers, table rows, captions.
//
//   <ol start="3"><li>Tăng cường …</li></ol>   →   list-item "3. Tăng cường …"
import type { AnyNode, Element } from 'domhandler'
import type { BlockKind } from '../../model.ts'
import {
  isIcon,
  isPicture,
  isPictureWithCaption,
  listMarker,
  looksLikeCaption,
} from './captions.ts'
import { countOf, textOf } from './dom.ts'
import { numbersOf } from './list-number.ts'
import { isData, rowsOf } from './tables.ts'

export type TextBlock = {
  kind: BlockKind
  text: string
  level?: number
  /** Share of the text that is links to other pages. */
  linked: number
}

const blockElements = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul caption colgroup col'.split(
    ' ',
  ),
)
const captionName =
  /(?:^|[\s_-])(?:caption|image-?desc|img-?desc|photo-?desc|chu-?thich|photocms_caption|wp-caption-text|imgcaption|image_caption)(?:$|[\s_-])/i
/** Letters of the largest head or signature area; a table that holds more only arranges the page. */
const longestHead = 1500
const formalHead = /CỘNG H[OÒÕ][AÀ] XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN VIỆT NAM|^Nơi nhận/iu

type Walk = {
  blocks: TextBlock[]
  skip: ReadonlySet<AnyNode>
  inline: string
  linked: number
  inLink: number
  kind: BlockKind
  level: number | undefined
  prefix: string
  depth: number
  /** Whether the last thing seen was a picture with no text since. */
  afterPicture: boolean
}

/** The blocks of an element, leaving out the elements in `skip`. */
export function blocksOf(root: AnyNode, skip: ReadonlySet<AnyNode> = new Set()): TextBlock[] {
  const walk: Walk = {
    blocks: [],
    skip,
    inline: '',
    linked: 0,
    inLink: 0,
    kind: 'paragraph',
    level: undefined,
    prefix: '',
    depth: 0,
    afterPicture: false,
  }
  visit(walk, root)
  flush(walk)
  return walk.blocks
}

function flush(walk: Walk): void {
  const lines = walk.inline.split('\n').map((line) => line.replace(/[ \t\r\f]+/g, ' ').trim())
  walk.inline = ''
  const linked = walk.linked
  walk.linked = 0
  const groups: string[] = []
  let last = ''
  for (const line of lines) {
    if (line.replace(/\u00A0/g, '').trim() === '') {
      last = ''
      continue
    }
    const goesOn =
      last !== '' &&
      !/[.!?:;…]["”’»)]*$/u.test(last) &&
      !listMarker.test(line.replace(/^\u00A0+/, '')) &&
      !partsHeading(last, line)
    if (goesOn) groups[groups.length - 1] += `\n${line}`
    else groups.push(line)
    last = line
  }
  const total = groups.reduce((n, g) => n + g.length, 0)
  for (const group of groups) {
    const text = walk.prefix && !listMarker.test(group) ? walk.prefix + group : group
    walk.prefix = ''
    const isCaption =
      walk.kind === 'paragraph' &&
      walk.afterPicture &&
      linked < 0.5 * total &&
      looksLikeCaption(group)
    walk.blocks.push({
      kind: isCaption ? 'caption' : isLead(walk.kind, text) ? 'paragraph' : walk.kind,
      text,
      ...(walk.level === undefined ? {} : { level: walk.level }),
      linked: total === 0 ? 0 : Math.min(1, linked / total),
    })
    walk.afterPicture = false
    // Only the first block of a list item is the item; what follows in it are paragraphs.
    if (walk.kind === 'list-item') {
      walk.kind = 'paragraph'
      walk.level = undefined
    }
  }
}

/**
 * Whether two lines of one paragraph are parts of an official document's head, one in capitals and one not: "TỈNH SƠN LA"
 * over "Số: 12/KH-UBND", "KẾ HOẠCH" over its subject.
 */
function partsHeading(above: string, below: string): boolean {
  const [upper, lower] = [isCapitals(above), isCapitals(below)]
  if (upper === lower) return false
  if (upper) return /\s/.test(above.trim()) && /^\W*\p{Lu}/u.test(below)
  return below.trim().split(/\s+/).length >= 3
}

const isCapitals = (line: string): boolean =>
  (line.match(/\p{Lu}/gu)?.length ?? 0) >= 4 && !/\p{Ll}/u.test(line)

/** A sentence marked as a heading: the lead of a newspaper, <h2 class="sapo">. */
const isLead = (kind: BlockKind, text: string): boolean =>
  kind === 'heading' && text.length >= 80 && /\p{Ll}(?:\.{1,3}|…)["”»]?$/u.test(text)

function visit(walk: Walk, node: AnyNode): void {
  if (walk.skip.has(node)) return
  if (node.type === 'text') {
    const text = node.data.replace(/[ \t\r\n\f]+/g, ' ')
    walk.inline += text
    if (walk.inLink > 0) walk.linked += text.trim().length
    return
  }
  if (node.type === 'root') {
    for (const child of node.children) visit(walk, child as AnyNode)
    return
  }
  if (node.type !== 'tag') return
  const { name } = node
  if (name === 'br') {
    walk.inline += '\n'
    return
  }
  if (name === 'img' || name === 'picture') {
    if (walk.inline.trim() === '' && !(name === 'img' && isIcon(node))) walk.afterPicture = true
    return
  }
  if (name === 'a') {
    const away = leadsAway(node.attribs.href)
    if (away) walk.inLink++
    visitChildren(walk, node)
    if (away) walk.inLink--
    return
  }
  if (name === 'table') {
    flush(walk)
    visitTable(walk, node)
    flush(walk)
    return
  }
  if (name === 'ol' || name === 'ul') {
    flush(walk)
    visitList(walk, node)
    flush(walk)
    return
  }
  if (!blockElements.has(name)) {
    if (captionName.test(` ${node.attribs.class ?? ''} `)) within(walk, 'caption', undefined, node)
    else visitChildren(walk, node)
    return
  }
  const heading = /^h([1-6])$/.exec(name)
  if (heading) within(walk, 'heading', Number(heading[1]), node)
  else if (
    name === 'figcaption' ||
    name === 'caption' ||
    captionName.test(` ${node.attribs.class ?? ''} `)
  )
    within(walk, 'caption', undefined, node)
  else if (isPictureWithCaption(node)) within(walk, 'caption', undefined, node)
  else {
    flush(walk)
    visitChildren(walk, node)
    flush(walk)
  }
}

/** Whether a link leads to another page: not to a place in this one, an address to write to, or a file that belongs to it. */
const leadsAway = (href: string | undefined): boolean =>
  href !== undefined &&
  !/^(?:#|mailto:|tel:)|\.(?:pdf|docx?|xlsx?|pptx?|rtf|odt|zip|rar|7z|jpe?g|png)(?:$|[?#])/i.test(
    href,
  )

function visitChildren(walk: Walk, node: Element): void {
  for (const child of node.children) visit(walk, child as AnyNode)
}

function within(walk: Walk, kind: BlockKind, level: number | undefined, node: Element): void {
  flush(walk)
  const before = { kind: walk.kind, level: walk.level }
  walk.kind = kind
  walk.level = level
  visitChildren(walk, node)
  flush(walk)
  walk.kind = before.kind
  walk.level = before.level
}

function visitList(walk: Walk, list: Element): void {
  const before = { kind: walk.kind, level: walk.level }
  const level = walk.depth
  walk.depth++
  const numbers = numbersOf(list)
  for (const child of list.children as AnyNode[]) {
    if (child.type !== 'tag' || child.name !== 'li') {
      visit(walk, child)
      continue
    }
    walk.kind = 'list-item'
    walk.level = level
    walk.prefix = numbers.get(child) ?? ''
    visitChildren(walk, child)
    flush(walk)
    walk.prefix = ''
  }
  walk.depth--
  walk.kind = before.kind
  walk.level = before.level
}

function visitTable(walk: Walk, table: Element): void {
  const rows = rowsOf(table)
  const captions = table.children.filter(
    (c) => c.type === 'tag' && c.name === 'caption',
  ) as Element[]
  for (const caption of captions) within(walk, 'caption', undefined, caption)
  const cells = rows.flat()
  const pictures = countOf(table, isPicture)
  const length = textOf(table).length
  if (pictures > 0 && length < 320 && cells.length <= 4 * pictures) {
    // A table around a picture and its caption, as NukeViet and SharePoint write them.
    within(walk, 'caption', undefined, table)
    return
  }
  if (
    length < longestHead &&
    rows.every((row) => row.length <= 3) &&
    cells.some((cell) => formalHead.test(textOf(cell)))
  ) {
    visitColumns(walk, rows)
    return
  }
  if (!isData(rows)) {
    for (const cell of cells) {
      flush(walk)
      visitChildren(walk, cell)
      flush(walk)
    }
    return
  }
  for (const row of rows) {
    const texts = row.map((cell) =>
      blocksOf(cell, walk.skip)
        .map((b) => b.text.replace(/\n/g, ' '))
        .join(' ')
        .trim(),
    )
    if (texts.every((t) => t === '')) continue
    walk.blocks.push({ kind: 'table-row', text: texts.join('\t'), linked: 0 })
  }
}

/** The head of an official document, or its signature area: left column, then right column, a line a block. */
function visitColumns(walk: Walk, rows: readonly Element[][]): void {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
  for (let column = 0; column < columns; column++)
    for (const row of rows) {
      const cell = row[column]
      if (!cell) continue
      for (const block of blocksOf(cell, walk.skip))
        for (const line of block.text.split('\n'))
          walk.blocks.push({ kind: 'paragraph', text: line, linked: block.linked })
    }
}
