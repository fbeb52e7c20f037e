// Paragraphs and tables as a word processor keeps them, made into blocks; shared by DOCX, DOC, RTF and ODT.
//
// A table with lines gives a block a row, its cells parted by tabs. A table without lines only lays out the page (the
// two-column head of an official document, the signatures): each of its paragraphs is a block, left cell before right.

import type { BlockKind } from '../model.ts'
import { cutRuns, type FontRun, solidLength } from '../text/legacy/font-runs.ts'
import type { BlockOptions, Blocks } from './blocks.ts'

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
  /** The fonts of its runs, where the format tells and the parser asks for them by `addFlowRuns`. */
  fonts?: readonly FontRun[] | undefined
  /** Whether it belongs to a table of contents: true text, but that of other places. */
  isContents?: boolean | undefined
  /** What the program writes before it by itself, "1) " or "• "; '' for nothing. */
  marker: string
  /** Depth of a list item, from 0. */
  listLevel: number
  /** 1–6; null for no heading. */
  heading: number | null
  /** Rows and cells count from 0. */
  cell: { table: FlowTable; row: number; cell: number } | null
}

/** Adds paragraphs to the text in order. Gives the fonts of the runs of each block added, by the block's index. */
export function addFlowRuns(
  blocks: Blocks,
  paragraphs: readonly FlowParagraph[],
): Map<number, readonly FontRun[]> {
  const fonts = new Map<number, readonly FontRun[]>()
  let group: readonly FlowParagraph[] = []
  let rest: readonly FontRun[] = []
  addAll(blocks, paragraphs, (index, from, text) => {
    // The pieces of a paragraph come one after the other.
    if (from !== group) rest = from.flatMap(runsOf)
    group = from
    const [own, further] = cutRuns(rest, solidLength(text))
    rest = further
    if (own.some(({ font }) => font !== undefined)) fonts.set(index, own)
  })
  return fonts
}

/** The runs of a paragraph with what the program writes before it, which has the font of its beginning. */
function runsOf({ text, marker, fonts }: FlowParagraph): FontRun[] {
  const [first, ...others] = fonts ?? []
  const before = solidLength(marker)
  return first
    ? [{ ...first, solid: first.solid + before }, ...others]
    : [{ font: undefined, solid: before + solidLength(text) }]
}

/** Is told of each block: its index, the paragraphs it was made of, and its text. */
type Note = (index: number, group: readonly FlowParagraph[], text: string) => void

function addAll(blocks: Blocks, paragraphs: readonly FlowParagraph[], note: Note): void {
  const whole = columnsApart(paragraphs)
  for (let i = 0; i < whole.length; ) {
    const first = whole[i]
    if (!first) break
    const row: FlowParagraph[] = []
    if (first.cell)
      for (let next = whole[i]; next && sameRow(first, next); next = whole[++i]) row.push(next)
    else i++
    const add = (group: readonly FlowParagraph[]) => {
      return (kind: BlockKind, text: string, options?: BlockOptions) => {
        const before = blocks.count
        blocks.add(kind, text, options)
        if (blocks.count > before) note(before, group, text)
      }
    }
    if (row.length > 0 && !isLayout(row)) add(row)('table-row', rowText(row))
    else
      for (const paragraph of row.length > 0 ? row : [first])
        addParagraph(add([paragraph]), paragraph)
  }
}

/** Words of the head and of the recipients, also as the TCVN3 and VNI fonts have them. */
const motto =
  /c[ộé]ng h[oòß][àaµ]? x[ãa·][õ]? h[ộéo][äi]|[đ§][ộé]c l[ậË]p\s*[-–]|co[äa]ng ho[øa]|ñoäc la[äa]p/iu
const recipients = /^(?:nơi nhận|n¬i nhËn|nôi nhaän)/iu
const headParagraphs = 14
const signatureParagraphs = 20
/** Old documents put their two columns side by side by tabs and spaces; this is the gap between them. */
const gap = /[^\s]( {4,}|[ ]*\t[\t ]*)(?=\S)/u

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
    let rest = paragraph.fonts ?? []
    const take = (part: string) => {
      const [fonts, further] = cutRuns(rest, solidLength(part))
      rest = further
      return fonts
    }
    return text.split('\n').flatMap((line, i) => {
      const found = gap.exec(line)
      const own = { ...paragraph, marker: i === 0 ? paragraph.marker : '' }
      if (!found) return [{ ...own, text: line, fonts: take(line) }]
      const left = line.slice(0, found.index + 1)
      const right = line.slice(found.index + found[0].length)
      // Further gaps are a line of dots to fill in, or a table made of tabs.
      if (gap.test(right) || !/\p{L}/u.test(left + right))
        return [{ ...own, text: line, fonts: take(line) }]
      return [
        { ...own, text: left, fonts: take(left) },
        { ...paragraph, marker: '', text: right, fonts: take(right) },
      ]
    })
  })
}

const sameRow = (a: FlowParagraph, b: FlowParagraph): boolean =>
  a.cell !== null && b.cell !== null && a.cell.table === b.cell.table && a.cell.row === b.cell.row

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

type Add = (kind: BlockKind, text: string, options?: BlockOptions) => void

/** A paragraph, cut at line breaks that part sentences; where the next line starts lower-case the break only wraps. */
function addParagraph(add: Add, paragraph: FlowParagraph): void {
  const { text, marker, listLevel, heading, isContents } = paragraph
  if (text.trim() === '') return
  for (const [i, piece] of (marker + text).split(/\n(?![^\S\n]*\p{Ll})/u).entries()) {
    if (isContents) add('chrome', piece)
    else if (heading !== null) add('heading', piece, { level: heading })
    else if (marker !== '' && i === 0) add('list-item', piece, { level: listLevel })
    else add('paragraph', piece)
  }
}
