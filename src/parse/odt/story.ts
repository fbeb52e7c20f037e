// The paragraphs of an OpenDocument text: walks through its XML, keeps what is to be read and where it stands.
import type { BlockFonts } from '../../text/legacy/font-runs.ts'
import type { FlowParagraph, FlowTable } from '../flow.ts'
import type { ParseLimits } from '../parser.ts'
import { resolveEntities, scanXml, type XmlTag } from '../xml-scan.ts'
import { attributesOf, type GetAttribute } from './attributes.ts'
import { startOf } from './list-levels.ts'
import { type Counts, createOdtNumberer } from './numbers.ts'
import { createParagraphText, type ParagraphText } from './paragraph-text.ts'
import type { OdtStyles } from './styles.ts'

export type OdtNote = { text: string; font: BlockFonts | undefined }
export type OdtStory = { paragraphs: FlowParagraph[]; notes: OdtNote[] }

/** Elements whose text is not the document's: comments, deleted text, numbers of notes, descriptions and data of pictures. */
const skipped: ReadonlySet<string> = new Set(
  (
    'office:annotation office:forms office:binary-data office:event-listeners office:scripts ' +
    'text:tracked-changes text:note-citation text:sequence-decls text:ruby-text text:number text:script ' +
    'svg:title svg:desc draw:object table:shapes presentation:notes'
  ).split(' '),
)

type OpenParagraph = Omit<FlowParagraph, 'text' | 'cell'> & {
  content: ParagraphText
  note: OpenNote | null
  isHidden: boolean
  places: Place[]
}
type OpenTable = FlowTable & {
  row: number
  cell: number
  /** Column of the next cell. */
  next: number
  cells: number
  linedCells: number
  depth: number
}
type Place = { table: OpenTable; row: number; cell: number }
type OpenNote = { depth: number; texts: string[]; font: BlockFonts | undefined }
type OpenList = {
  style: string | undefined
  counts: Counts
  /** What the next paragraph of the item begins with: not known before it, since an item may hold only a further list. */
  item: { style: string | undefined; start: number | null } | null
}
/** An element with a style of its own inside a paragraph. */
type OpenSpan = { depth: number; font: string | undefined; isHidden: boolean }

const mostColumns = 200

/**
 * Reads everything inside the elements of the names given, e.g. "office:text", and hands each paragraph on as it ends.
 * Throws BadDocumentError as `scanXml` does; what was read by then is in `into`.
 */
export function readOdtStory(
  xml: string,
  inside: ReadonlySet<string>,
  styles: OdtStyles,
  options: Pick<ParseLimits, 'depth'> & { name: string },
  progress: () => void,
  into: OdtStory = { paragraphs: [], notes: [] },
): OdtStory {
  const { paragraphs, notes } = into
  const numberer = createOdtNumberer()
  const outlineCounts: Counts = []
  const open: OpenParagraph[] = []
  const spans: OpenSpan[] = []
  const tables: OpenTable[] = []
  const lists: OpenList[] = []
  const places = new Map<FlowParagraph, Place[]>()
  let insideDepth = -1
  let skipDepth = -1
  let contentsDepth = -1
  let note: OpenNote | null = null
  let textFrom = 0

  try {
    for (const tag of scanXml(xml, options)) take(tag)
  } finally {
    for (const [paragraph, found] of places) paragraph.cell = placeOf(found)
  }
  return into

  function take(tag: XmlTag): void {
    const { name, depth } = tag
    const from = textFrom
    textFrom = tag.end
    if (insideDepth < 0) {
      if (tag.kind === 'open' && inside.has(name) && !tag.empty) insideDepth = depth
      return
    }
    if (skipDepth < 0 && tag.start > from) takeText(xml.slice(from, tag.start))
    if (tag.kind === 'close') {
      if (depth === insideDepth) insideDepth = -1
      else if (skipDepth === depth) skipDepth = -1
      else if (skipDepth < 0) closeElement(name, depth)
    } else if (skipDepth < 0) {
      const get = attributesOf(xml, tag)
      if (skipped.has(name) || isHiddenElement(name, get)) {
        if (!tag.empty) skipDepth = depth
      } else openElement(tag, get)
    }
  }

  function takeText(text: string): void {
    const paragraph = open.at(-1)
    if (!paragraph) return
    const span = spans.at(-1)
    if (!span?.isHidden) paragraph.content.addXml(text, span?.font)
  }

  function isHiddenElement(name: string, get: GetAttribute): boolean {
    if (name === 'text:section')
      return get('display') === 'none' || (get('display') === 'condition' && isTrue(get))
    if (name === 'text:hidden-paragraph' && isTrue(get)) {
      const paragraph = open.at(-1)
      if (paragraph) paragraph.isHidden = true
    }
    return name === 'text:hidden-text' && isTrue(get)
  }

  function openElement(tag: XmlTag, get: GetAttribute): void {
    const { name, depth, empty } = tag
    switch (name) {
      case 'text:p':
      case 'text:h':
        openParagraph(tag, get)
        break
      case 'text:span': {
        if (empty) break
        const around = spans.at(-1)
        const style = get('style-name')
        spans.push({
          depth,
          font: styles.fontOf('text', style) ?? around?.font,
          isHidden: styles.isHidden('text', style) || (around?.isHidden ?? false),
        })
        break
      }
      case 'text:s':
        addText(' '.repeat(Math.max(1, Math.min(200, Number(get('c') ?? 1) || 1))))
        break
      case 'text:tab':
        addText('\t')
        break
      case 'text:line-break':
        addText('\n')
        break
      case 'text:note':
        if (!empty) note = { depth, texts: [], font: undefined }
        break
      case 'text:list':
      case 'text:numbered-paragraph':
        openList(tag, get)
        break
      case 'text:list-item':
      case 'text:list-header': {
        const list = lists.at(-1)
        if (!list || empty) break
        const isItem = name === 'text:list-item'
        list.item = isItem
          ? { style: get('style-override') ?? list.style, start: startOf(get('start-value')) }
          : null
        break
      }
      case 'text:table-of-content':
        if (!empty && contentsDepth < 0) contentsDepth = depth
        break
      case 'table:table':
        if (!empty) tables.push(newTable(depth))
        break
      case 'table:table-row': {
        const table = tables.at(-1)
        if (!table) break
        table.row++
        table.cell = -1
        table.next = 0
        break
      }
      case 'table:table-cell':
      case 'table:covered-table-cell':
        openCell(name, get)
    }
  }

  function addText(text: string): void {
    if (!spans.at(-1)?.isHidden) open.at(-1)?.content.add(text)
  }

  function openList(tag: XmlTag, get: GetAttribute): void {
    const around = lists.at(-1)
    const style = get('style-name') ?? around?.style
    const counts =
      around?.counts ??
      numberer.open({
        style,
        id: get('list-id') ?? get('id'),
        continues: get('continue-list'),
        goesOn: get('continue-numbering') === 'true',
      })
    if (!tag.empty) lists.push({ style, counts, item: null })
  }

  function openCell(name: string, get: GetAttribute): void {
    const table = tables.at(-1)
    if (!table) return
    const repeated = Math.max(1, Number(get('number-columns-repeated') ?? 1) || 1)
    table.cell = Math.min(table.next, mostColumns)
    table.next = Math.min(table.next + repeated, mostColumns)
    table.columns = Math.max(table.columns, table.next)
    if (name === 'table:covered-table-cell') return
    table.cells++
    if (styles.hasLines(get('style-name'))) table.linedCells++
  }

  function openParagraph(tag: XmlTag, get: GetAttribute): void {
    const isHeading = tag.name === 'text:h'
    const style = get('style-name')
    const outline = Math.trunc(Number(get('outline-level') ?? 1)) || 1
    const list = lists.at(-1)
    let marker = ''
    if (list?.item) {
      const listStyle = styles.list(list.item.style) ?? styles.list(styles.listOf(style))
      marker = numberer.next(list.counts, listStyle, lists.length, list.item.start)
      list.item = null
    } else if (isHeading && !list && get('is-list-header') !== 'true') {
      const start = startOf(get('start-value'))
      const own = styles.listOf(style)
      marker = numberer.next(
        outlineCounts,
        own === undefined ? styles.outline : styles.list(own),
        outline,
        get('restart-numbering') === 'true' ? (start ?? 1) : start,
      )
    }
    // An empty item counts all the same.
    if (tag.empty) return
    const isHidden = styles.isHidden('paragraph', style)
    spans.push({ depth: tag.depth, font: styles.fontOf('paragraph', style), isHidden })
    open.push({
      content: createParagraphText(),
      note,
      isHidden: false,
      marker,
      listLevel: Math.max(0, lists.length - 1),
      isContents: contentsDepth >= 0,
      heading: isHeading ? Math.max(1, Math.min(6, outline)) : null,
      places: tables.map((table) => ({ table, row: table.row, cell: table.cell })),
    })
  }

  function closeElement(name: string, depth: number): void {
    if (spans.at(-1)?.depth === depth) spans.pop()
    if (contentsDepth === depth) contentsDepth = -1
    if (name === 'text:p' || name === 'text:h') closeParagraph()
    else if (name === 'text:note' && note?.depth === depth) {
      notes.push({ text: note.texts.join(' '), font: note.font })
      note = null
    } else if (name === 'text:list' || name === 'text:numbered-paragraph') lists.pop()
    else if (name === 'table:table' && tables.at(-1)?.depth === depth) {
      const table = tables.pop()
      if (table && table.cells > 0) table.bordered = table.linedCells * 2 >= table.cells
    }
  }

  function closeParagraph(): void {
    const paragraph = open.pop()
    if (!paragraph) return
    const { content, note: inNote, isHidden, places: found, ...rest } = paragraph
    const { text, font, fonts } = content.finish()
    if (isHidden) return
    if (inNote) {
      if (text.trim() !== '') inNote.texts.push(paragraph.marker + text.trim())
      // The runs of a note of several paragraphs are those of no one text.
      inNote.font = inNote.texts.length > 1 || paragraph.marker !== '' ? font : fonts
      return
    }
    const closed: FlowParagraph = { ...rest, text, font, fonts, cell: null }
    if (found.length > 0) places.set(closed, found)
    paragraphs.push(closed)
    if (paragraphs.length % 500 === 0) progress()
  }
}

const isTrue = (get: GetAttribute): boolean => get('is-hidden') === 'true'

const newTable = (depth: number): OpenTable => ({
  bordered: null,
  columns: 0,
  row: -1,
  cell: -1,
  next: 0,
  cells: 0,
  linedCells: 0,
  depth,
})

/** Of tables inside one another the outermost with lines: what is inside its cells is their text. Else the innermost. */
const placeOf = (places: readonly Place[]): Place | null =>
  places.find(({ table }) => table.bordered) ?? places.at(-1) ?? null

/** Text of the first element of a name without children, e.g. "dc:title"; '' where there is none. */
export function textOfElement(xml: string, name: string): string {
  const start = xml.indexOf(`<${name}>`)
  const end = start < 0 ? -1 : xml.indexOf('<', start + 1)
  return end < 0 ? '' : resolveEntities(xml.slice(start + name.length + 2, end)).trim()
}
