// Finds tables by their ruled lines and reads them row by row, a row's cells parted by a tab.
//
//   ┌────┬─────────────┬───────┐
//   │ 1  │ Sở Tài      │ 12,5% │   →   "1\tSở Tài chính\t12,5%"
//   │    │ chính       │       │
//   └────┴─────────────┴───────┘
import { joinLines, joinWith, type Said } from './join.ts'
import type { Cell, Row } from './lines.ts'
import { nationalTitle, recipients } from './markers.ts'
import type { Rule } from './rules.ts'

/** A ruled table: where it stands on the page and its rows from top to bottom. */
export type GridTable = { y0: number; y1: number; rows: TableRow[] }
/** A row's cells parted by tabs; a tab stands for every column, so that empty cells keep their place. */
export type TableRow = Said & { y: number }

type Line = { at: number; from: number; to: number }

const near = 3

/** Takes the ruled tables out of the rows of a page; gives them and the rows that remain. */
export function takeTables(
  rows: readonly Row[],
  rules: readonly Rule[],
): { tables: GridTable[]; rest: Row[] } {
  const grids = gridsOf(rules).filter((grid) => !isFormalArea(grid, rows))
  if (grids.length === 0) return { tables: [], rest: [...rows] }
  const inside = new Map<Grid, Cell[]>()
  const rest: Row[] = []
  for (const row of rows) {
    const outside: Cell[] = []
    for (const cell of row.cells) {
      const grid = grids.find((g) => holds(g, cell))
      if (grid) inside.set(grid, [...(inside.get(grid) ?? []), cell])
      else outside.push(cell)
    }
    if (outside.length > 0) rest.push({ ...row, cells: outside })
  }
  const tables = grids.flatMap((grid) => {
    const cells = inside.get(grid)
    return cells ? [readGrid(grid, cells)] : []
  })
  return { tables, rest }
}

type Grid = { across: Line[]; down: Line[]; x0: number; x1: number; y0: number; y1: number }

const middleOf = (cell: Cell): [number, number] => [
  (cell.x0 + cell.x1) / 2,
  cell.y - 0.3 * cell.size,
]

function holds(grid: Grid, cell: Cell): boolean {
  const [x, y] = middleOf(cell)
  return x > grid.x0 && x < grid.x1 && y > grid.y0 && y < grid.y1
}

/** Whether a grid only lays out the head or the signature area of an official document, in two columns there. */
function isFormalArea(grid: Grid, rows: readonly Row[]): boolean {
  return rows.some((row) =>
    row.cells.some((cell) => {
      if (!nationalTitle.test(cell.text) && !recipients.test(cell.text)) return false
      if (!holds(grid, cell)) return false
      const [, y] = middleOf(cell)
      return grid.down.filter((line) => line.from < y && line.to > y).length <= 3
    }),
  )
}

/** Whether a row stands inside a ruled table, as a table's head repeated on every page does. */
export function rowsInTables(rows: readonly Row[], rules: readonly Rule[]): ReadonlySet<Row> {
  const grids = gridsOf(rules)
  return new Set(rows.filter((row) => row.cells.some((c) => grids.some((g) => holds(g, c)))))
}

function readGrid(grid: Grid, cells: readonly Cell[]): GridTable {
  const boxes = new Map<string, { left: number; top: number; cells: Cell[] }>()
  for (const cell of cells) {
    const [x, y] = middleOf(cell)
    const left = lastBefore(grid.down, x, y)
    const top = lastBefore(grid.across, y, x)
    const key = `${left.toFixed(0)} ${top.toFixed(0)}`
    const box = boxes.get(key) ?? { left, top, cells: [] }
    box.cells.push(cell)
    boxes.set(key, box)
  }
  const ordered = [...boxes.values()].sort((a, b) => a.top - b.top)
  const lines: Array<{ top: number; boxes: typeof ordered }> = []
  for (const box of ordered) {
    const line = lines.at(-1)
    if (line && box.top - line.top < near) line.boxes.push(box)
    else lines.push({ top: box.top, boxes: [box] })
  }
  const columns = columnsOf(ordered.map((box) => box.left))
  return {
    y0: grid.y0,
    y1: grid.y1,
    rows: lines.map(({ top, boxes: inLine }) => {
      const texts: Said[] = columns.map(() => ({ text: '' }))
      for (const box of inLine) {
        const at = columns.findLastIndex((column) => column <= box.left + 0.5)
        const own = box.cells.sort((a, b) => a.y - b.y || a.x0 - b.x0)
        texts[at] = joinLines(texts[at]?.text ? [texts[at] as Said, ...own] : own)
      }
      return { y: top, ...joinWith('\t', texts) }
    }),
  }
}

/** Where columns begin that hold anything; borders drawn a little apart from row to row are one. */
function columnsOf(lefts: readonly number[]): number[] {
  const columns: number[] = []
  for (const left of [...lefts].sort((a, b) => a - b)) {
    const last = columns.at(-1)
    if (last === undefined || left - last > 2 * near) columns.push(left)
  }
  return columns
}

/** Place of the last line before `value` that passes at `across`. */
function lastBefore(lines: readonly Line[], value: number, across: number): number {
  let best = Number.NEGATIVE_INFINITY
  for (const line of lines)
    if (line.at <= value && line.at > best && line.from - near < across && line.to + near > across)
      best = line.at
  return best === Number.NEGATIVE_INFINITY ? 0 : best
}

/** Groups crossing lines. A grid has three lines down and two across at least: less is a frame or an underline. */
export function gridsOf(rules: readonly Rule[]): Grid[] {
  const across = mergeLines(
    rules
      .filter((r) => r.x1 - r.x0 >= r.y1 - r.y0)
      .map((r) => ({ at: (r.y0 + r.y1) / 2, from: r.x0, to: r.x1 })),
  )
  const down = mergeLines(
    rules
      .filter((r) => r.x1 - r.x0 < r.y1 - r.y0)
      .map((r) => ({ at: (r.x0 + r.x1) / 2, from: r.y0, to: r.y1 })),
  )
  if (across.length < 2 || down.length < 3 || across.length * down.length > 400_000) return []
  const groupOf = across.map((_, i) => i)
  const find = (i: number): number => {
    let root = i
    while (groupOf[root] !== root) root = groupOf[root] ?? root
    groupOf[i] = root
    return root
  }
  const touching = down.map((d) =>
    across.flatMap((a, i) =>
      d.at > a.from - near && d.at < a.to + near && a.at > d.from - near && a.at < d.to + near
        ? [i]
        : [],
    ),
  )
  for (const list of touching) for (const i of list) groupOf[find(i)] = find(list[0] ?? i)
  const grids = new Map<number, Grid>()
  for (const [i, a] of across.entries()) {
    const grid = grids.get(find(i)) ?? emptyGrid()
    grid.across.push(a)
    grids.set(find(i), grid)
  }
  for (const [i, d] of down.entries()) {
    const first = touching[i]?.[0]
    if (first !== undefined) grids.get(find(first))?.down.push(d)
  }
  return [...grids.values()]
    .filter((g) => g.across.length >= 2 && g.down.length >= 3)
    .map((g) => ({
      ...g,
      x0: Math.min(...g.down.map((d) => d.at)) - 1,
      x1: Math.max(...g.down.map((d) => d.at)) + 1,
      y0: Math.min(...g.across.map((a) => a.at), ...g.down.map((d) => d.from)) - 1,
      y1: Math.max(...g.across.map((a) => a.at), ...g.down.map((d) => d.to)) + 1,
    }))
    .sort((a, b) => a.y0 - b.y0)
}

const emptyGrid = (): Grid => ({ across: [], down: [], x0: 0, x1: 0, y0: 0, y1: 0 })

/** Joins the pieces of one line: both edges of a thin box, and the borders of neighbouring cells. */
function mergeLines(lines: readonly Line[]): Line[] {
  const sorted = [...lines].sort((a, b) => a.at - b.at)
  const bands: Line[][] = []
  for (const line of sorted) {
    const band = bands.at(-1)
    if (band?.[0] && line.at - band[0].at < 2) band.push(line)
    else bands.push([line])
  }
  return bands.flatMap((band) => {
    const merged: Line[] = []
    for (const line of band.sort((a, b) => a.from - b.from)) {
      const last = merged.at(-1)
      if (last && line.from <= last.to + near) last.to = Math.max(last.to, line.to)
      else merged.push({ ...line })
    }
    return merged
  })
}
