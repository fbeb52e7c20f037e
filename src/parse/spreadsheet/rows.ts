// The filled cells of a sheet, row by row, as they are seen: a merged cell once, with the columns it spans, and nothing of
// what Excel hides beneath it.
import type { CellObject, Range, WorkSheet } from '@e965/xlsx'
import type { CellExtra, SheetCell, SheetRow } from './cells.ts'
import { type NumberFormats, shownText } from './shown.ts'

/** Merged cells side by side; no sheet has more, but a file can claim millions. */
const mostMerges = 1000

/** Rows that have a filled cell, in order. */
export function* rowsOf(
  sheet: WorkSheet,
  formats: NumberFormats | null,
  extraOf: (row: number, column: number, cell: CellObject) => CellExtra | null,
): Generator<SheetRow> {
  const data = sheet['!data'] ?? []
  const merges = [...(sheet['!merges'] ?? [])].sort((a, b) => a.s.r - b.s.r)
  let next = 0
  let active: Range[] = []
  // Rows that are not there are holes in the array, and a sheet may claim a million of them.
  for (const key of Object.keys(data)) {
    const row = Number(key)
    const line = data[row]
    if (!line) continue
    if (active.length > 0) active = active.filter(({ e }) => e.r >= row)
    for (let merge = merges[next]; merge && merge.s.r <= row; merge = merges[++next])
      if (merge.e.r >= row && active.length < mostMerges) active.push(merge)
    const here = active.length > 0 ? spansOf(active, row) : null
    const cells: SheetCell[] = []
    line.forEach((cell, column) => {
      if (!cell || here?.covers(column)) return
      const extra = cell.t === 's' ? extraOf(row, column, cell) : null
      const text = tidy(extra?.text ?? shownText(cell, formats))
      if (text.trim() === '') return
      cells.push({
        column,
        text,
        original: text,
        fonts: extra?.fonts ?? [],
        isNumber: cell.t === 'n',
        span: here?.spanOf(column) ?? 1,
      })
    })
    if (cells.length > 0) yield { row, cells }
  }
}

/** One unit for one, so that the places of fonts stay true. */
const tidy = (text: string): string => text.replace(/\r(?!\n)/g, '\n').replace(/[\t\r\v\f]/g, ' ')

/** Merged cells that touch a row, by column. */
function spansOf(active: readonly Range[], row: number) {
  const sorted = [...active].sort((a, b) => a.s.c - b.s.c)
  const at = (column: number): Range | null => {
    let low = 0
    let high = sorted.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((sorted[middle]?.s.c ?? 0) <= column) low = middle
      else high = middle - 1
    }
    const range = sorted[low]
    return range && range.s.c <= column && column <= range.e.c ? range : null
  }
  return {
    covers(column: number): boolean {
      const range = at(column)
      return range !== null && (range.s.c !== column || range.s.r !== row)
    },
    spanOf(column: number): number {
      const range = at(column)
      return range === null ? 1 : range.e.c - range.s.c + 1
    },
  }
}
