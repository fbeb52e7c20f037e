// Finds columns of text and tables without ruled lines by the empty strip that runs down between their cells.
//
//   Huyện Tuần Giáo     3.085     75,6%
//   Huyện Mường Ảng     1.466     80,2%   →   two rows of a table, their cells parted by tabs
import { joinWith, type Said } from './join.ts'
import type { Cell, Row } from './lines.ts'
import { flowOf, joinCells, type Part, type Zone } from './parts.ts'

/** Rows that share an empty strip from top to bottom: columns of text, or a table without ruled lines. */
export function gutterZone(rows: readonly Row[], start: number): Zone | null {
  const first = rows[start]
  if (!first || first.cells.length < 2) return null
  const gapsOf = (row: Row) =>
    row.cells.slice(1).map((cell, i) => ({ from: row.cells[i]?.x1 ?? 0, to: cell.x0 }))
  let gutters = gapsOf(first)
  let end = start
  let split = 1
  /** Where each side of the first gutter was last seen: texts side by side need not share their baselines. */
  let lastLeft = start
  let lastRight = start
  const isTableLike = (): boolean => gutters.length > 0
  for (let i = start + 1; i < rows.length && isTableLike(); i++) {
    const row = rows[i]
    const above = rows[i - 1]
    if (!row || !above || row.y - above.y > 4 * row.size) break
    const narrowed = gutters.flatMap((g) => {
      if (row.cells.every((c) => c.x1 <= g.to || c.x0 >= g.from)) {
        const from = Math.max(g.from, ...row.cells.filter((c) => c.x1 <= g.to).map((c) => c.x1))
        const to = Math.min(g.to, ...row.cells.filter((c) => c.x0 >= g.from).map((c) => c.x0))
        return to - from > 0.4 * row.size ? [{ from, to }] : []
      }
      return []
    })
    if (narrowed.length === 0) break
    const side = narrowed[0]
    if (row.cells.some((c) => c.x0 >= (side?.to ?? 0) - 1)) lastRight = i
    if (row.cells.some((c) => c.x0 < (side?.to ?? 0) - 1)) lastLeft = i
    if (row.cells.length > 1) {
      gutters = narrowed
      end = i
      split++
    } else if (narrowed.length === 1 && Math.abs(lastLeft - lastRight) <= 3 && split > 1) {
      gutters = narrowed
      end = Math.min(lastLeft, lastRight)
    } else if (i - end > 3 && split < 8) break
  }
  const zone = rows.slice(start, end + 1)
  if (split < 3 && !(split === 2 && first.cells.length > 2)) return null
  const gutter = gutters[0]
  const isLeft = (cell: Cell) => cell.x0 < (gutter?.to ?? 0)
  if (gutters.length === 1 && (looksLikeColumns(zone, isLeft) || wrapsInColumns(zone, isLeft))) {
    const side = (left: boolean): Part => {
      const lines = zone.flatMap((row) => {
        const cells = row.cells.filter((c) => isLeft(c) === left)
        return cells.length > 0 ? [joinCells(cells)] : []
      })
      return { ...flowOf(lines), isColumn: true }
    }
    return { parts: [side(true), side(false)], next: end + 1 }
  }
  return {
    parts: [
      {
        kind: 'table',
        rows: zone.map((row) => ({ y: row.y, ...rowText(row.cells, gutters) })),
      },
    ],
    next: end + 1,
  }
}

/** The cells of a row in the columns that the gutters part, by tabs; an empty column keeps its place. */
function rowText(cells: readonly Cell[], gutters: ReadonlyArray<{ to: number }>): Said {
  const columns: Said[] = [{ text: '' }, ...gutters.map(() => ({ text: '' }))]
  for (const cell of cells) {
    const at = gutters.filter((gutter) => cell.x0 >= gutter.to - 1).length
    const there = columns[at]
    columns[at] = there?.text ? joinWith('\t', [there, cell]) : cell
  }
  return joinWith('\t', columns)
}

/** Columns of running text are long, and most of their lines reach from edge to edge. */
function looksLikeColumns(rows: readonly Row[], isLeft: (cell: Cell) => boolean): boolean {
  if (rows.length < 8) return false
  return [true, false].every((left) => {
    const cells = rows.flatMap((row) => row.cells.filter((c) => isLeft(c) === left))
    const x0 = Math.min(...cells.map((c) => c.x0))
    const x1 = Math.max(...cells.map((c) => c.x1))
    const full = cells.filter((c) => c.x1 - c.x0 > 0.8 * (x1 - x0)).length
    return cells.length >= 8 && full / cells.length > 0.55
  })
}

/** Short texts side by side are columns where lines on both sides go on in small letters, as no row of a table does. */
function wrapsInColumns(rows: readonly Row[], isLeft: (cell: Cell) => boolean): boolean {
  return [true, false].every((left) => {
    const cells = rows.flatMap((row) => row.cells.filter((c) => isLeft(c) === left))
    const wraps = cells.filter((cell, i) => {
      const above = cells[i - 1]
      return above && /^\p{Ll}/u.test(cell.text) && !/[.;:!?…]$/.test(above.text)
    })
    return cells.length >= 4 && wraps.length >= 2 && wraps.length >= 0.15 * cells.length
  })
}
