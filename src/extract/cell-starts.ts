// Where the cells of a row begin. The view has a space for a tab; a name of a person or a body ends with its cell.
import type { Page } from './page.ts'
import { rowCells } from './row-cells.ts'

const known = new WeakMap<Page, ReadonlySet<number>>()

/** True where a token is the first of a cell and a cell stands before it in the row. */
export function startsCell(page: Page, index: number): boolean {
  const start = page.tokens[index]?.start
  if (start === undefined) return false
  let starts = known.get(page)
  if (!starts) {
    starts = findCells(page)
    known.set(page, starts)
  }
  return starts.has(start)
}

/** Offsets of the view at which a cell begins after a tab. */
function findCells(page: Page): Set<number> {
  const starts = new Set<number>()
  const { text, blocks } = page.parsed
  let tab = text.indexOf('\t')
  for (const block of page.blocks) {
    // Few lines hold a tab, and only those have a second cell.
    const { start, end } = blocks[block.index] ?? { start: 0, end: 0 }
    if (tab >= 0 && tab < start) tab = text.indexOf('\t', start)
    if (tab < 0) break
    if (tab >= end) continue
    for (const [column, cell] of rowCells(page, block).entries())
      if (cell && column > 0) starts.add(cell.start)
  }
  return starts
}
