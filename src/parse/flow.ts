// Paragraphs and tables as a word processor keeps them, made into blocks; shared by DOC, RTF and ODT.
//
// A table with lines gives a block a row, its cells parted by tabs. A table without lines only lays out the page (the
// two-column head of an official document, the signatures): each of its paragraphs is a block, left cell before right.
import type { Blocks } from './blocks.ts'

export type FlowTable = {
  /** Whether lines are drawn; null where the file does not tell. */
  bordered: boolean | null
  /** Cells of the widest row. */
  columns: number
}

export type FlowParagraph = {
  /** Line breaks are "\n". */
  text: string
  /** Name of the font of most of its letters, where the format tells. */
  font?: string | undefined
  /** What the program writes before it by itself, "1) " or "• "; '' for nothing. */
  marker: string
  /** Depth of a list item, from 0. */
  listLevel: number
  /** 1–6; null for no heading. */
  heading: number | null
  /** Rows and cells count from 0. */
  cell: { table: FlowTable; row: number; cell: number } | null
}

/** Adds paragraphs to the text in order. Gives the main font of each block added, by the block's index. */
export function addFlow(blocks: Blocks, paragraphs: readonly FlowParagraph[]): Map<number, string> {
  const fonts = new Map<number, string>()
  const whole = columnsApart(paragraphs)
  const noteFont = (font: string | undefined, before: number) => {
    if (font !== undefined) for (let i = before; i < blocks.count; i++) fonts.set(i, font)
  }
  for (let i = 0; i < whole.length; ) {
    const first = whole[i]
    if (!first) break
    const row: FlowParagraph[] = []
    if (first.cell)
      for (let next = whole[i]; next && sameRow(first, next); next = whole[++i]) row.push(next)
    else i++
    if (row.length > 0 && !isLayout(row)) {
      const before = blocks.count
      blocks.add('table-row', rowText(row))
      noteFont(longest(row).font, before)
    } else
      for (const paragraph of row.length > 0 ? row : [first]) {
        const before = blocks.count
        addParagraph(blocks, paragraph)
        noteFont(paragraph.font, before)
      }
  }
  return fonts
}

/** Words of the head and of the recipients, also as the TCVN3 and VNI fonts have them. */
const motto =
  /c[ộé]ng h[oòß][àaµ]? x[ãa·][õ]? h[ộéo][äi]|[đ§][ộé]c l[ậË]p\s*[-–]|co[äa]ng ho[øa]|ñoäc la[äa]p/iu
const recipients = /^(?:nơi nhận|n¬i nhËn|nôi nhaän)/iu
const headParagraphs = 14
const signatureParagraphs = 20
/** Old documents put their two columns side by side by tabs and spaces; this is the gap between them. */
const gap = /[^\s]( {4,}|[ ]*\t[\t ]*)(?=\p{L})/u

/** "UBND TỈNH X \t\t CỘNG HÒA …" in the head and beside the recipients is two paragraphs, left before right. */
function columnsApart(paragraphs: readonly FlowParagraph[]): readonly FlowParagraph[] {
  const filled = paragraphs.filter(({ text }) => text.trim() !== '')
  const head = filled.slice(0, headParagraphs)
  const inColumns = new Set(head.some(({ text }) => motto.test(text.normalize('NFC'))) ? head : [])
  for (const [i, { text }] of filled.entries())
    if (recipients.test(text.trim().normalize('NFC')))
      for (const paragraph of filled.slice(i, i + signatureParagraphs)) inColumns.add(paragraph)
  if (inColumns.size === 0) return paragraphs
  return paragraphs.flatMap((paragraph) => {
    const { text, cell } = paragraph
    if (cell || !inColumns.has(paragraph)) return [paragraph]
    return text.split('\n').flatMap((line, i) => {
      const found = gap.exec(line)
      const own = i === 0 ? paragraph : { ...paragraph, marker: '' }
      if (!found) return [{ ...own, text: line }]
      const left = line.slice(0, found.index + 1)
      const right = line.slice(found.index + found[0].length)
      // Further gaps are a line of dots to fill in, or a table made of tabs.
      if (gap.test(right) || !/\p{L}/u.test(left)) return [{ ...own, text: line }]
      return [
        { ...own, text: left },
        { ...paragraph, marker: '', text: right },
      ]
    })
  })
}

const sameRow = (a: FlowParagraph, b: FlowParagraph): boolean =>
  a.cell !== null && b.cell !== null && a.cell.table === b.cell.table && a.cell.row === b.cell.row

const longest = (row: readonly FlowParagraph[]): FlowParagraph =>
  row.reduce((best, next) => (next.text.length > best.text.length ? next : best))

/** Whether a row only lays out the page: no lines, and two columns or cells of several paragraphs; or a single cell. */
function isLayout(row: readonly FlowParagraph[]): boolean {
  const table = row[0]?.cell?.table
  if (!table || table.columns < 2) return true
  if (table.bordered) return false
  if (table.bordered === false && table.columns === 2) return true
  const filled = row.filter(({ text }) => text.trim() !== '')
  return filled.some(({ cell }, i) => filled[i + 1]?.cell?.cell === cell?.cell)
}

/** "TT\tĐơn vị\tSố lượng": the cells parted by tabs, the paragraphs of a cell by spaces. */
function rowText(row: readonly FlowParagraph[]): string {
  const cells: string[] = []
  for (const { cell, text, marker } of row) {
    const at = cell?.cell ?? 0
    while (cells.length <= at) cells.push('')
    const whole = (marker + text).replace(/[\t\n]+/g, ' ').trim()
    if (whole !== '') cells[at] = cells[at] ? `${cells[at]} ${whole}` : whole
  }
  return cells.join('\t')
}

/** A paragraph, cut at line breaks that part sentences; where the next line starts lower-case the break only wraps. */
function addParagraph(blocks: Blocks, { text, marker, listLevel, heading }: FlowParagraph): void {
  if (text.trim() === '') return
  for (const [i, piece] of (marker + text).split(/\n(?!\s*\p{Ll})/u).entries()) {
    if (heading !== null) blocks.add('heading', piece, { level: heading })
    else if (marker !== '' && i === 0) blocks.add('list-item', piece, { level: listLevel })
    else blocks.add('paragraph', piece)
  }
}
