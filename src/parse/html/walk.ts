// Turns elements into blocks of text: paragraphs, headings, list items with their numbers, table rows, captions.
//
//   <ol start="3"><li>Tăng cường …</li></ol>   →   list-item "3. Tăng cường …"
import type { CheerioAPI } from 'cheerio'
import type { AnyNode, Element } from 'domhandler'
import type { BlockKind } from '../../model.ts'
import { flatText } from './chrome.ts'
import { numberOf } from './list-number.ts'
import { isData, rowsOf } from './tables.ts'

export type TextBlock = {
  kind: BlockKind
  text: string
  level?: number
  /** Share of the text that is links. */
  linked: number
}

const blockElements = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul caption colgroup col'.split(
    ' ',
  ),
)
const listMarker = /^(?:[-–—+*•●▪]|\(?\d{1,3}(?:\.\d{1,2}){0,3}[.)]|[a-zđ][.)]|[IVX]{1,5}[.)])\s?/u
const captionName =
  /(?:^|[\s_-])(?:caption|image-?desc|img-?desc|photo-?desc|chu-?thich|photocms_caption|wp-caption-text|imgcaption|image_caption)(?:$|[\s_-])/i
const formalHead = /CỘNG H[OÒÕ][AÀ] XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN VIỆT NAM|^\s*Nơi nhận/iu

type Walk = {
  $: CheerioAPI
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
export function blocksOf(
  $: CheerioAPI,
  root: AnyNode,
  skip: ReadonlySet<AnyNode> = new Set(),
): TextBlock[] {
  const walk: Walk = {
    $,
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
      !listMarker.test(line.replace(/^\u00A0+/, ''))
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
      kind: isCaption ? 'caption' : walk.kind,
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

/** Captions stand alone under a picture, are short, and mostly name the photographer or end without a stop. */
function looksLikeCaption(text: string): boolean {
  if (text.length > 320) return false
  if (
    text.length <= 220 &&
    !/[.!?:;…]["”’»)]*$/u.test(text) &&
    !listMarker.test(text) &&
    /\p{Ll}/u.test(text)
  )
    return true
  return /(?:Ảnh|Nguồn ảnh|Photo)\s*(?:minh họa)?\s*[:.(]|\(Ảnh|ảnh minh họa/iu.test(text)
}

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
    walk.inLink++
    visitChildren(walk, node)
    walk.inLink--
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
  else if (isPictureWithCaption(walk, node)) within(walk, 'caption', undefined, node)
  else {
    flush(walk)
    visitChildren(walk, node)
    flush(walk)
  }
}

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

/** <p><img><em>Quang cảnh hội nghị.</em></p>: a short paragraph that begins with its picture. */
function isPictureWithCaption({ $ }: Walk, node: Element): boolean {
  if (node.name !== 'p' && node.name !== 'td' && node.name !== 'figure') return false
  const element = $(node)
  // Icons before a link or a button's face are no pictures.
  const pictures = element.find('img').filter((_, img) => !isIcon(img))
  if (pictures.length === 0) return false
  const text = flatText(element)
  if (text === '' || text.length > 320 || element.find('p,div,table,ul,ol').length > 0) return false
  const first = element
    .contents()
    .toArray()
    .find((n) => $(n).text().trim() !== '' || $(n).is('img') || $(n).find('img').length > 0)
  return first !== undefined && ($(first).is('img') || $(first).find('img').length > 0)
}

function isIcon(img: Element): boolean {
  const size = (text: string | undefined) => Number.parseInt(text ?? '', 10)
  return (
    size(img.attribs.width) <= 64 ||
    size(img.attribs.height) <= 40 ||
    /icon|button|arrow|bullet|logo|spacer|\.gif(?:$|\?)|\.svg(?:$|\?)/i.test(img.attribs.src ?? '')
  )
}

const integer = (text: string | undefined) =>
  /^-?\d{1,6}$/.test(text?.trim() ?? '') ? Number(text) : null

function visitList(walk: Walk, list: Element): void {
  const items = list.children.filter((c) => c.type === 'tag' && c.name === 'li') as Element[]
  const step = 'reversed' in list.attribs ? -1 : 1
  let n = integer(list.attribs.start) ?? (step < 0 ? items.length : 1)
  const type =
    list.attribs.type ?? (/lower-alpha|lower-latin/.exec(list.attribs.style ?? '') ? 'a' : '1')
  const before = { kind: walk.kind, level: walk.level }
  const level = walk.depth
  walk.depth++
  for (const child of list.children as AnyNode[]) {
    if (child.type !== 'tag' || child.name !== 'li') {
      visit(walk, child)
      continue
    }
    n = integer(child.attribs.value) ?? n
    walk.kind = 'list-item'
    walk.level = level
    walk.prefix = list.name === 'ol' ? `${numberOf(n, child.attribs.type ?? type)}. ` : ''
    visitChildren(walk, child)
    flush(walk)
    walk.prefix = ''
    n += step
  }
  walk.depth--
  walk.kind = before.kind
  walk.level = before.level
}

function visitTable(walk: Walk, table: Element): void {
  const rows = rowsOf(table)
  const { $ } = walk
  const captions = table.children.filter(
    (c) => c.type === 'tag' && c.name === 'caption',
  ) as Element[]
  for (const caption of captions) within(walk, 'caption', undefined, caption)
  const cells = rows.flat()
  const pictures = $(table)
    .find('img')
    .filter((_, img) => !isIcon(img)).length
  const text = flatText($(table))
  if (pictures > 0 && text.length < 320 && cells.length <= 4 * pictures) {
    // A table around a picture and its caption, as NukeViet and SharePoint write them.
    within(walk, 'caption', undefined, table)
    return
  }
  if (
    cells.some((cell) => formalHead.test($(cell).text())) &&
    rows.every((row) => row.length <= 3)
  ) {
    visitColumns(walk, rows)
    return
  }
  if (!isData($, rows)) {
    for (const cell of cells) {
      flush(walk)
      visitChildren(walk, cell)
      flush(walk)
    }
    return
  }
  for (const row of rows) {
    const texts = row.map((cell) =>
      blocksOf($, cell, walk.skip)
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
  const { $ } = walk
  const columns = Math.max(...rows.map((row) => row.length))
  for (let column = 0; column < columns; column++)
    for (const row of rows) {
      const cell = row[column]
      if (!cell) continue
      for (const block of blocksOf($, cell, walk.skip))
        for (const line of block.text.split('\n'))
          walk.blocks.push({ kind: 'paragraph', text: line, linked: block.linked })
    }
}
