// The cells of a table row as spans of the view. The view joins them with spaces; in the text as read tabs part them.
import { plainRunEnd } from '../text/characters.ts'
import { type Span, viewOf } from '../text/view.ts'
import type { Page, ZonedBlock } from './page.ts'

const known = new WeakMap<Page, Map<number, ReadonlyArray<Span | null>>>()

/** The cells of a row, null for empty ones, up to the first that cannot be followed. Each row is read once. */
export function rowCells(page: Page, block: ZonedBlock): ReadonlyArray<Span | null> {
  let rows = known.get(page)
  if (!rows) {
    rows = new Map()
    known.set(page, rows)
  }
  let cells = rows.get(block.index)
  if (!cells) {
    cells = readRow(page, block)
    rows.set(block.index, cells)
  }
  return cells
}

function readRow(page: Page, block: ZonedBlock): Array<Span | null> {
  const source = page.parsed.blocks[block.index]
  const cells: Array<Span | null> = []
  if (!source) return cells
  let at = block.start
  for (const written of page.parsed.text.slice(source.start, source.end).split('\t')) {
    const length = lengthInView(written)
    if (length === 0) {
      cells.push(null)
      continue
    }
    if (page.text[at] === ' ') at++
    if (at + length > block.end) break
    cells.push({ start: at, end: at + length })
    at += length
  }
  return cells
}

/** How long the text of a cell is in the view. */
function lengthInView(written: string): number {
  if (plainRunEnd(written, 0, written.length) === written.length) return written.length
  return viewOf(written, [{ start: 0, end: written.length }]).text.trim().length
}
