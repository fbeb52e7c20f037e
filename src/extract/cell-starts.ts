// Where the cells of a row begin. The view has a space for a tab; a name of a person or a body ends with its cell.
import { viewOf } from '../text/view.ts'
import type { Page } from './page.ts'

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

/** Offsets of the view at which a cell begins after a tab; none for a row that cannot be followed. */
function findCells(page: Page): Set<number> {
  const starts = new Set<number>()
  for (const { start, end, index } of page.blocks) {
    const block = page.parsed.blocks[index]
    const source = block ? page.parsed.text.slice(block.start, block.end) : ''
    if (!source.includes('\t')) continue
    let at = start
    for (const [column, written] of source.split('\t').entries()) {
      const { length } = viewOf(written, [{ start: 0, end: written.length }]).text.trim()
      if (length === 0) continue
      if (page.text[at] === ' ') at++
      if (at + length > end) break
      if (column > 0) starts.add(at)
      at += length
    }
  }
  return starts
}
