// One story of a DOCX (the body, a header, the footnotes) made ready for mammoth, and what mammoth does not tell of its
// paragraphs.
//
// Before the text of every paragraph goes a place mark (a run "\uE000 17 \uE001"), by which its text is found again in what
// mammoth gives. mammoth passes over simple fields, formulas and drawn text boxes; they are put so that it sees them.
// Pictures are left out: nothing outside the file, and no picture, is ever opened.
import { applyEdits, type Edit, editsOf, newRegion, type Region } from './docx-edits.ts'
import { borderSides, drawsLine, type NumberReference } from './docx-styles.ts'
import type { ParseLimits } from './parser.ts'
import { attributeOf, scanXml, type XmlTag } from './xml-scan.ts'

export type TablePlace = {
  /** Whether lines are drawn; null where only the style can tell. */
  bordered: boolean | null
  style: string | undefined
  /** Columns of the widest row. */
  columns: number
}

/** Where in a table a paragraph stands. Rows and cells are counted from 0, a cell over two columns as two. */
export type CellPlace = { table: TablePlace; row: number; cell: number; outer: CellPlace | null }

export type StoryParagraph = {
  style: string | undefined
  numbering: NumberReference | null
  /** Outline level of its own, 0 highest; null where it has none. */
  outlineLevel: number | null
  cell: CellPlace | null
  /** Number of the text box it stands in, null for the story itself. */
  box: number | null
  /**
   * False where nothing of it is to be seen: its mark was deleted in a tracked change (it is one with the next), its row
   * was, or it repeats a text box for older programs. It then counts in no list.
   */
  counts: boolean
}

export type Story = {
  /** A whole document part for mammoth. */
  xml: string
  /** By number of the place mark. */
  paragraphs: StoryParagraph[]
}

/** Finds a place mark in the text of a paragraph. */
export const placeMark = /\uE000(\d+)\uE001/

const unwrapped = new Set([
  'w:hyperlink',
  'w:fldSimple',
  'w:dir',
  'w:bdo',
  'w:footnote',
  'w:endnote',
])
const replaced: ReadonlyMap<string, string> = new Map([
  ['w:cr', '<w:br/>'],
  ['w:ptab', '<w:tab/>'],
])
const graphics = new Set(['mc:AlternateContent', 'w:drawing', 'w:pict', 'w:object'])
const formulas = new Set(['m:oMathPara', 'm:oMath'])

type OpenParagraph = StoryParagraph & { at: number; depth: number; index: number; marked: boolean }

type OpenTable = TablePlace & {
  row: number
  cells: number
  allCells: number
  linedCells: number
  cellLined: boolean
  rowDeleted: boolean
  place: CellPlace | null
}

const newTable = (): OpenTable => ({
  bordered: null,
  style: undefined,
  columns: 0,
  row: -1,
  cells: 0,
  allCells: 0,
  linedCells: 0,
  cellLined: false,
  rowDeleted: false,
  place: null,
})

/** Makes a story ready. Throws BadDocumentError as `scanXml` does. */
export function prepareStory(
  xml: string,
  options: Pick<ParseLimits, 'depth'> & { name: string },
): Story {
  const paragraphs: OpenParagraph[] = []
  const edits: Edit[] = []
  const open: OpenParagraph[] = []
  const tables: OpenTable[] = []
  let region: Region | null = null
  let root: XmlTag | null = null
  let borders: 'table' | 'cell' | null = null
  // Inside the properties of a paragraph, or of its mark within these. An object, since functions below change it.
  const inside: { properties: 'p' | 'mark' | null } = { properties: null }
  let inRow = false
  let box: { number: number; depth: number } | null = null
  let boxes = 0

  const replace = (start: number, end: number, insert: string) => edits.push({ start, end, insert })
  const mark = (at: number) => {
    const paragraph = open.at(-1)
    if (!paragraph || paragraph.marked) return
    paragraph.marked = true
    if (paragraph.counts) replace(at, at, `<w:r><w:t>\uE000${paragraph.index}\uE001</w:t></w:r>`)
  }

  for (const tag of scanXml(xml, options)) {
    const { name, start, end, depth, empty } = tag
    const val = (attribute = 'val') => attributeOf(xml, tag, attribute)
    if (region) follow(region, tag)
    if (tag.kind === 'open') {
      if (depth === 0) {
        root = tag
        if (name !== 'w:document')
          replace(start, end, `<w:document${xml.slice(start + 1 + name.length, end)}<w:body>`)
      } else if (!region && !empty && (graphics.has(name) || formulas.has(name))) {
        region = newRegion(tag, formulas.has(name) ? 'formula' : 'graphic')
      } else if (
        !region &&
        !empty &&
        /^w:(?:foot|end)note$/.test(name) &&
        val('type') !== undefined &&
        val('type') !== 'normal'
      ) {
        region = newRegion(tag, 'separator')
      } else if (unwrapped.has(name)) replace(start, end, '')
      else if (replaced.has(name)) replace(start, end, replaced.get(name) ?? '')
      else if (name === 'w:txbxContent' && !empty) box ??= { number: boxes++, depth }
      else if (name === 'w:p' && !empty) {
        const paragraph: OpenParagraph = {
          style: undefined,
          numbering: null,
          outlineLevel: null,
          cell: tables.at(-1)?.place ?? null,
          box: box?.number ?? null,
          counts: !tables.some((table) => table.rowDeleted),
          at: start,
          depth,
          index: paragraphs.length,
          marked: false,
        }
        paragraphs.push(paragraph)
        open.push(paragraph)
        inside.properties = null
      } else if (name === 'w:p') {
        // An empty element is an empty paragraph; it has no properties, so it cannot count in a list of its own.
      } else if (name === 'w:pPr' && !empty && depth === ownDepth()) inside.properties = 'p'
      else if (name === 'w:tbl') {
        tables.push(newTable())
      } else if (name === 'w:tr') {
        const table = tables.at(-1)
        if (table) {
          table.row++
          table.cells = 0
          table.rowDeleted = false
        }
      } else if (name === 'w:tc') {
        const table = tables.at(-1)
        if (table) {
          const outer = tables.at(-2)?.place ?? null
          table.place = { table, row: table.row, cell: table.cells++, outer }
          table.columns = Math.max(table.columns, table.cells)
          table.allCells++
        }
      } else if (name === 'w:gridSpan') {
        const table = tables.at(-1)
        // The grid is at most 63 columns wide in Word; a number beyond that is a lie.
        if (table) table.cells += Math.min(63, Math.max(1, Number(val()) || 1)) - 1
        if (table) table.columns = Math.max(table.columns, table.cells)
      } else if (name === 'w:trPr') inRow = !empty
      else if (name === 'w:del' && inRow) {
        const table = tables.at(-1)
        if (table) table.rowDeleted = true
      } else if (name === 'w:tblStyle') {
        const table = tables.at(-1)
        if (table) table.style = val()
      } else if (name === 'w:tblBorders' && !empty) borders = 'table'
      else if (name === 'w:tcBorders' && !empty) borders = 'cell'
      else if (borders && borderSides.has(name)) readBorder(drawsLine(val()))
      else if (inside.properties) readProperty(tag, val)
    } else {
      if (depth === 0 && root && root.name !== 'w:document')
        replace(start, end, '</w:body></w:document>')
      else if (unwrapped.has(name) && region?.kind !== 'separator') replace(start, end, '')
      else if (name === 'w:pPr' && depth === ownDepth()) {
        inside.properties = null
        mark(end)
      } else if (name === 'w:rPr' && inside.properties === 'mark') inside.properties = 'p'
      else if (name === 'w:p') open.pop()
      else if (name === 'w:trPr') inRow = false
      else if (name === 'w:txbxContent' && box?.depth === depth) box = null
      else if (name === 'w:tbl') closeTable()
      else if (name === 'w:tc') {
        const table = tables.at(-1)
        if (table) table.place = null
      } else if (name === 'w:tblBorders' || name === 'w:tcBorders') {
        const table = tables.at(-1)
        if (table && borders === 'cell' && table.cellLined) table.linedCells++
        if (table) table.cellLined = false
        borders = null
      }
      if (region && depth === region.depth) {
        edits.push(...editsOf(region, end))
        region = null
      }
    }
    // A paragraph without properties is marked at its very beginning.
    if (
      tag.kind === 'open' &&
      name === 'w:p' &&
      !empty &&
      !/^\s*<w:pPr[\s>]/.test(xml.slice(end, end + 40))
    )
      mark(end)
  }

  function ownDepth(): number {
    return (open.at(-1)?.depth ?? Number.NaN) + 1
  }

  function readBorder(lined: boolean): void {
    const table = tables.at(-1)
    if (!table) return
    if (borders === 'table') table.bordered = table.bordered === true || lined
    else if (lined) table.cellLined = true
  }

  function closeTable(): void {
    const table = tables.pop()
    // A header table may have a line under one cell; a table is one whose cells mostly have lines.
    if (table && table.linedCells * 2 >= table.allCells && table.allCells > 0) table.bordered = true
  }

  function readProperty(tag: XmlTag, val: (attribute?: string) => string | undefined): void {
    const paragraph = open.at(-1)
    if (!paragraph) return
    if (tag.name === 'w:rPr' && !tag.empty) inside.properties = 'mark'
    else if (inside.properties === 'mark') {
      if (tag.name === 'w:del') paragraph.counts = false
    } else if (tag.name === 'w:pStyle') paragraph.style = val()
    else if (tag.name === 'w:numId') paragraph.numbering = { ...paragraph.numbering, numId: val() }
    else if (tag.name === 'w:ilvl')
      paragraph.numbering = { ...paragraph.numbering, level: Number(val()) || 0 }
    else if (tag.name === 'w:outlineLvl') paragraph.outlineLevel = Number(val() ?? 9)
    // What the paragraph was before a tracked change of its format stands in an element of its own, further down.
    else if (tag.name === 'w:pPrChange') inside.properties = null
  }

  function follow(current: Region, tag: XmlTag): void {
    if (tag.kind === 'open') {
      if (tag.name === 'mc:Fallback') current.fallbackDepth ??= tag.depth
      if (tag.name === 'w:drawing' || tag.name === 'w:pict') current.hasPicture = true
      if (tag.name === 'm:t' && !tag.empty)
        current.formula += xml.slice(tag.end, xml.indexOf('<', tag.end))
      if (tag.name === 'w:txbxContent' && current.boxDepth === null && !tag.empty) {
        current.boxDepth = tag.depth
        const boxes = current.fallbackDepth === null ? current.boxes : current.fallbackBoxes
        boxes.push({ start: tag.start, end: tag.end })
      }
    } else {
      if (current.fallbackDepth === tag.depth && tag.name === 'mc:Fallback')
        current.fallbackDepth = null
      if (current.boxDepth === tag.depth && tag.name === 'w:txbxContent') {
        current.boxDepth = null
        const boxes = current.fallbackDepth === null ? current.boxes : current.fallbackBoxes
        const box = boxes.at(-1)
        if (box) box.end = tag.end
      }
    }
  }

  const { text, removed } = applyEdits(xml, edits)
  return {
    xml: text,
    paragraphs: paragraphs.map((paragraph) =>
      removed(paragraph.at)
        ? { ...paragraph, numbering: null, style: undefined, joinsNext: true }
        : paragraph,
    ),
  }
}
