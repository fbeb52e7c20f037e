// Cells of a table row: which cell a figure stands in, the head of its row and the heading of its column.
//
//   Huyện      Kế hoạch (km)  Đã cứng hóa (km)  Tỷ lệ
//   Lục Ngạn   120,5          96,4              80,0%     → "80,0%": row "Lục Ngạn", column "Tỷ lệ"
//
// Rows that follow each other are one table, and its headings are the first row of several cells, with those below it that leave their first cell empty.
import type { Span } from '../text/view.ts'
import type { Page } from './page.ts'
import { rowCells } from './row-cells.ts'

/** A figure's place in a table. Spans in the view. */
export type Cell = {
  /** The cell that holds the figure. */
  cell: Span
  /** True where the cell holds nothing but figures, comparators and units. */
  bare: boolean
  /** First cell of the row that has words, or null where that is the figure's own cell. */
  row: Span | null
  /** Heading of the column, or null where the table has none. */
  column: Span | null
  /** First cell of the row above, for rows that only say "Tỷ lệ"; null where none stands there. */
  above: Span | null
}

type Row = { cells: ReadonlyArray<Span | null>; figures: boolean }

/** Words that a cell with a figure may hold and still say nothing of what the figure is of. */
const figureOnly =
  /^(?:[\d.,/()%‰<>=≤≥~≈+ -]|(?<!\p{L})(?:từ|trên|hơn|dưới|gần|khoảng|đạt|tăng|giảm|ít nhất|tối thiểu|tối đa|không quá|trở lên|trở xuống|đến|còn|điểm|trường|xã|hộ|học sinh|người|năm)(?!\p{L}))+$/u
const hasWords = /\p{L}{2}/u
const isFigure = /^[<>≤≥~ ]*\d[\d.,/ ]*[%‰]?$/u
/** A running number, no head of a row: "1", "II", "a)", "1.2". */
const isMarker = /^(?:[\divxlc]+|\p{L})[.)]?[\d.]*$/iu

/** Tells cells of tables on a page. Rows are read once, when they are first asked for. */
export function tablesOf(page: Page): (block: Page['blocks'][number], at: number) => Cell | null {
  const rows = new Map<number, Row>()
  const heads = new Map<number, Array<Span | null>>()
  const kindAt = (index: number) => page.parsed.blocks[index]?.kind
  const byIndex = new Map(page.blocks.map((block) => [block.index, block]))
  const rowAt = (index: number): Row => {
    const known = rows.get(index)
    if (known) return known
    const block = byIndex.get(index)
    const cells = block ? rowCells(page, block) : []
    const figures = cells.slice(1).some((c) => c && isFigure.test(page.key.slice(c.start, c.end)))
    const row = { cells, figures }
    rows.set(index, row)
    return row
  }
  /** The headings by column; found once for a table and kept for all its rows. */
  const headingsFor = (index: number): Array<Span | null> => {
    let first = index
    while (kindAt(first - 1) === 'table-row' && !heads.has(first)) first--
    const known = heads.get(first)
    const found = known ?? readHeadings(first)
    for (let i = first; i <= index; i++) heads.set(i, found)
    return found
  }
  const readHeadings = (first: number): Array<Span | null> => {
    const found: Array<Span | null> = []
    for (let i = first; i < first + 8 && kindAt(i) === 'table-row'; i++) {
      const { cells, figures } = rowAt(i)
      if (figures) break
      if (cells.filter((cell) => cell !== null).length < 2) continue
      // Under the first row of headings only those that leave the first cell to it are headings too.
      if (found.length > 0 && cells[0] !== null) break
      for (const [column, cell] of cells.entries()) if (cell) found[column] = cell
    }
    return found
  }
  return (block, at) => {
    if (kindAt(block.index) !== 'table-row') return null
    const { cells } = rowAt(block.index)
    const column = cells.findIndex((cell) => cell !== null && cell.start <= at && at < cell.end)
    const cell = cells[column]
    if (!cell) return null
    const row = cells.find(
      (other) =>
        other != null &&
        hasWords.test(page.text.slice(other.start, other.end)) &&
        !isMarker.test(page.key.slice(other.start, other.end)),
    )
    const heading = headingsFor(block.index)[column] ?? null
    return {
      cell,
      // "90% (giai đoạn 1)"
      bare: figureOnly.test(page.key.slice(cell.start, cell.end).replace(/ \([^()]*\)$/u, '')),
      row: row && row.start < cell.start ? row : null,
      column: heading && heading.start < block.start ? heading : null,
      above:
        kindAt(block.index - 1) === 'table-row' ? (rowAt(block.index - 1).cells[0] ?? null) : null,
    }
  }
}
