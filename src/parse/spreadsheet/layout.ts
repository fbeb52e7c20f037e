// Which rows of a sheet are rows of a table, and which only stand around it: the head of an official document, titles, notes,
// signatures. In a sheet everything is a cell; but what stands above the first row of many cells, or below the last one after
// an empty row, is a paragraph a cell: "UBND TỈNH …" beside "CỘNG HÒA …" are two.
import type { Blocks } from '../blocks.ts'
import type { SheetCell, SheetRow } from './cells.ts'

/** Adds the rows of a sheet in order. */
export function addRows(blocks: Blocks, rows: readonly SheetRow[]): void {
  const columns = usedColumns(rows)
  const isTable = tableRows(rows)
  for (const [i, { cells }] of rows.entries()) {
    if (isTable[i]) addTableRow(blocks, cells, columns)
    else for (const group of withLabels(cells)) addParagraphs(blocks, group)
  }
}

/** Whether something stands above the first row of a table: then the sheet says itself what it is. */
export function beginsWithTitle(rows: readonly SheetRow[]): boolean {
  return tableRows(rows)[0] === false
}

/** Place of each column among those that are filled anywhere in the sheet: margins and columns under merged cells go. */
function usedColumns(rows: readonly SheetRow[]): Map<number, number> {
  const used = new Set<number>()
  for (const { cells } of rows) for (const { column } of cells) used.add(column)
  return new Map([...used].sort((a, b) => a - b).map((column, i) => [column, i]))
}

/** Whether each row belongs to a table. */
function tableRows(rows: readonly SheetRow[]): boolean[] {
  let widest = 0
  let margin = Number.POSITIVE_INFINITY
  for (const { cells } of rows) {
    widest = Math.max(widest, cells.length)
    margin = Math.min(margin, cells[0]?.column ?? margin)
  }
  // The head of a wide table may have three or four texts side by side, but not as many as the table has columns.
  const many = Math.min(widest, Math.max(3, Math.min(5, Math.ceil(widest / 3))))
  const around = rows.map(({ cells }) => cells.length < Math.max(2, many) && onlyTexts(cells))
  const first = around.indexOf(false)
  const last = around.lastIndexOf(false)
  if (first < 0) return rows.map(() => false)
  const startsStretch = (i: number) => (rows[i]?.row ?? 0) > (rows[i - 1]?.row ?? -2) + 1
  let tail = last + 1
  while (tail < rows.length && !startsStretch(tail)) tail++
  return rows.map(({ cells }, i) => {
    if (i < first || i >= tail) return false
    const [only, second] = cells
    if (!around[i] || !only || second) return true
    // A title or a note between tables, or under one.
    if (only.span >= 3 && i < last) return !startsStretch(i)
    if (only.column > margin) return true
    return only.text.length < 60 && !(startsStretch(i) && isCapitals(only.text))
  })
}

const letters = /\p{L}{2}/u
const isCapitals = (text: string): boolean => text === text.toUpperCase()

/** No figures, unless a label says what they are: "Năm: | 2024". */
function onlyTexts(cells: readonly SheetCell[]): boolean {
  return cells.every(
    (cell, i) => (!cell.isNumber && letters.test(cell.text)) || isLabelOf(cells[i - 1], cell),
  )
}

function isLabelOf(label: SheetCell | undefined, cell: SheetCell): boolean {
  if (!label?.text.trimEnd().endsWith(':')) return false
  return cell.column === label.column + label.span
}

/** Each label with what follows it, all other cells by themselves. */
function withLabels(cells: readonly SheetCell[]): SheetCell[][] {
  const groups: SheetCell[][] = []
  for (const [i, cell] of cells.entries())
    if (isLabelOf(cells[i - 1], cell)) groups.at(-1)?.push(cell)
    else groups.push([cell])
  return groups
}

function addTableRow(
  blocks: Blocks,
  cells: readonly SheetCell[],
  columns: ReadonlyMap<number, number>,
): void {
  const join = (textOf: (cell: SheetCell) => string): string => {
    const texts: string[] = []
    for (const cell of cells) {
      const at = columns.get(cell.column) ?? 0
      while (texts.length < at) texts.push('')
      texts.push(oneLine(textOf(cell)))
    }
    return texts.join('\t')
  }
  blocks.add(
    'table-row',
    join((cell) => cell.text),
    { original: join((cell) => cell.original) },
  )
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

function addParagraphs(blocks: Blocks, cells: readonly SheetCell[]): void {
  const pieces = piecesOf(cells.map(({ text }) => text).join(' '))
  const originals = piecesOf(cells.map(({ original }) => original).join(' '))
  for (const [i, piece] of pieces.entries())
    blocks.add('paragraph', oneLine(piece), {
      ...(originals.length === pieces.length ? { original: oneLine(originals[i] ?? '') } : {}),
    })
}

/** Two texts in one cell with a wide gap between them: the two columns of a head, typed with spaces. */
const gap = / {5,}(?=\p{Lu})/gu

/** A line that starts lower-case goes on with the one before. */
function piecesOf(text: string): string[] {
  return text.split(/\n(?!\s*\p{Ll})/u).flatMap((line) => {
    const parts = line.trim().split(gap)
    return parts.length === 2 && parts.every((part) => letters.test(part)) ? parts : [line]
  })
}
