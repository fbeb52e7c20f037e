// The parts that a page falls into, and how cells and lines become one.
import type { TableRow } from './grid.ts'
import { joinWith } from './join.ts'
import type { Cell } from './lines.ts'

/** One line of text in reading order. */
export type TextLine = Pick<Cell, 'text' | 'original' | 'x0' | 'x1' | 'y' | 'size' | 'bold'>

/** A part of a page: running text, lines that each stand alone, or a table. */
export type Part =
  | { kind: 'flow'; lines: TextLine[]; x0: number; x1: number; isColumn?: boolean }
  | { kind: 'separate'; lines: TextLine[] }
  | { kind: 'table'; rows: TableRow[] }

/** Rows that were taken together, and the row that comes next. */
export type Zone = { parts: Part[]; next: number }

/** Cells of one row as one cell. */
export function joinCells(cells: readonly Cell[]): Cell {
  const [first] = cells
  const last = cells.at(-1)
  if (!first || !last) throw new RangeError('No cells to join.')
  return {
    ...joinWith(' ', cells),
    runs: cells.flatMap((c) => c.runs),
    words: cells.every((c) => c.words) ? cells.flatMap((c) => c.words ?? []) : undefined,
    x0: first.x0,
    x1: last.x1,
    y: first.y,
    size: cells.reduce((best, c) => (c.text.length > best.text.length ? c : best), first).size,
    bold: cells.every((c) => c.bold),
  }
}

/** Running text of these lines. */
export function flowOf(lines: readonly TextLine[]): Part & { kind: 'flow' } {
  return {
    kind: 'flow',
    lines: [...lines],
    x0: Math.min(...lines.map((l) => l.x0)),
    x1: Math.max(...lines.map((l) => l.x1)),
  }
}
