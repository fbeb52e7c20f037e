// The tables of one story of an RTF file, which has rows and cells but no tables: rows that follow one another are one, and
// a table inside a cell has rows of its own (\itap2 … \nestcell … \nestrow).
import type { FlowParagraph, FlowTable } from '../flow.ts'
import type { RowLines } from './rows.ts'

type Place = NonNullable<FlowParagraph['cell']>
type OpenTable = FlowTable & {
  rows: number
  cells: number
  linedCells: number
  drawn: boolean
  /** Lines of all rows so far, and the edges of the last; two tables may follow one another. */
  isLined: boolean | null
  edges: string
}

export type RtfTables = {
  /** Where the next paragraph stands, `nesting` tables deep; null outside of tables. */
  place(nesting: number): Place | null
  endCell(nesting: number): void
  endRow(nesting: number, lines: RowLines): void
  /** Where a paragraph stands once all is known: inside a nested table only if no lines go around that. */
  settle(place: Place | null): Place | null
}

/** No tables yet. */
export function createRtfTables(): RtfTables {
  const outer = createLevel()
  const inner = createLevel()
  /** The place in the outer table of a place in a nested one. */
  const around = new Map<Place, Place>()
  const levelOf = (nesting: number) => (nesting > 1 ? inner : outer)
  return {
    place(nesting) {
      if (nesting < 2) inner.leave()
      if (nesting < 1) {
        outer.leave()
        return null
      }
      const place = outer.place()
      if (nesting < 2) return place
      const nested = inner.place()
      around.set(nested, place)
      return nested
    },
    endCell: (nesting) => levelOf(nesting).endCell(),
    endRow: (nesting, lines) => levelOf(nesting).endRow(lines),
    settle(place) {
      const outside = place ? around.get(place) : undefined
      return outside?.table.bordered ? outside : place
    },
  }
}

function createLevel() {
  let table: OpenTable | null = null
  let cell = 0
  let places: Place[] = []
  return {
    leave(): void {
      table = null
      cell = 0
      places = []
    },
    place(): Place {
      table ??= newTable()
      const place = { table, row: table.rows, cell }
      places.push(place)
      return place
    },
    endCell(): void {
      cell++
    },
    endRow(lines: RowLines): void {
      if (!table) return
      const isLined = linedness(lines)
      // Lines all around where none were, and other columns: another table.
      const isOther = isLined !== null && table.isLined !== null && isLined !== table.isLined
      if (table.rows > 0 && isOther && lines.edges !== table.edges) {
        table = newTable()
        for (const place of places) Object.assign(place, { table, row: 0 })
      }
      table.isLined = table.rows === 0 || table.isLined === isLined ? isLined : null
      table.edges = lines.edges
      for (const place of places) table.columns = Math.max(table.columns, place.cell + 1)
      table.cells += lines.cells
      table.linedCells += lines.linedCells
      table.drawn ||= lines.drawn
      // The head of a document may have a line under one cell; a table is one whose cells mostly have lines.
      if (table.cells > 0) table.bordered = table.drawn || table.linedCells * 2 >= table.cells
      table.rows++
      cell = 0
      places = []
    },
  }
}

/** Whether all cells of a row have lines, or none has; null for some. */
function linedness({ cells, linedCells, drawn }: RowLines): boolean | null {
  if (drawn || (cells > 0 && linedCells === cells)) return true
  return linedCells === 0 ? false : null
}

const newTable = (): OpenTable => ({
  bordered: null,
  columns: 0,
  rows: 0,
  cells: 0,
  linedCells: 0,
  drawn: false,
  isLined: null,
  edges: '',
})
