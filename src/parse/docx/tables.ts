// Follows the tables of a story: where each paragraph stands, and whether lines are drawn.
import { borderSides, drawsLine } from './styles.ts'

export type TablePlace = {
  /** Whether lines are drawn; null where only the style can tell. */
  bordered: boolean | null
  style: string | undefined
  /** Columns of the widest row. */
  columns: number
}

/** Where in a table a paragraph stands. Rows and cells are counted from 0, a cell over two columns as two. */
export type CellPlace = { table: TablePlace; row: number; cell: number }

type OpenTable = TablePlace & {
  row: number
  cells: number
  allCells: number
  linedCells: number
  cellLined: boolean
  rowDeleted: boolean
  place: CellPlace | null
}

export type Tables = {
  /** Takes a tag; `val` gives its value. */
  open(name: string, isEmpty: boolean, val: () => string | undefined): void
  close(name: string): void
  /** Where a paragraph stands that begins now; null outside all tables. */
  place(): CellPlace | null
  /** Whether it stands in a row that a tracked change took away. */
  isDeleted(): boolean
}

/** Columns of Word's widest grid; a number beyond that is a lie. */
const mostColumns = 63

/** Columns that an element says it covers. */
const columnsIn = (val: string | undefined): number =>
  Math.min(mostColumns, Math.max(0, Math.trunc(Number(val)) || 0))

export function followTables(): Tables {
  const tables: OpenTable[] = []
  let borders: 'table' | 'cell' | null = null
  let inRowProperties = false

  function open(name: string, isEmpty: boolean, val: () => string | undefined): void {
    if (name === 'w:tbl') {
      tables.push({
        bordered: null,
        style: undefined,
        columns: 0,
        row: -1,
        cells: 0,
        allCells: 0,
        linedCells: 0,
        cellLined: false,
        rowDeleted: false,
        place: null,
      })
      return
    }
    const table = tables.at(-1)
    if (!table) return
    if (name === 'w:tr') {
      table.row++
      table.cells = 0
      table.rowDeleted = false
    } else if (name === 'w:tc') {
      table.place = { table, row: table.row, cell: table.cells++ }
      table.columns = Math.max(table.columns, table.cells)
      table.allCells++
    } else if (name === 'w:gridSpan') {
      table.cells += Math.max(1, columnsIn(val())) - 1
      table.columns = Math.max(table.columns, table.cells)
    } else if (name === 'w:gridBefore') table.cells += columnsIn(val())
    else if (name === 'w:trPr') inRowProperties = !isEmpty
    else if (name === 'w:del' && inRowProperties) table.rowDeleted = true
    else if (name === 'w:tblStyle') table.style = val()
    else if (name === 'w:tblBorders' && !isEmpty) borders = 'table'
    else if (name === 'w:tcBorders' && !isEmpty) borders = 'cell'
    else if (borders && borderSides.has(name)) {
      const lined = drawsLine(val())
      if (borders === 'table') table.bordered = table.bordered === true || lined
      else if (lined) table.cellLined = true
    }
  }

  function close(name: string): void {
    if (name === 'w:trPr') inRowProperties = false
    const table = tables.at(-1)
    if (!table) return
    if (name === 'w:tbl') {
      tables.pop()
      // A header table may have a line under one cell; a table is one whose cells mostly have lines.
      if (table.linedCells * 2 >= table.allCells && table.allCells > 0) table.bordered = true
    } else if (name === 'w:tc') table.place = null
    else if (name === 'w:tblBorders' || name === 'w:tcBorders') {
      if (borders === 'cell' && table.cellLined) table.linedCells++
      table.cellLined = false
      borders = null
    }
  }

  return {
    open,
    close,
    place: () => tables.at(-1)?.place ?? null,
    isDeleted: () => tables.some(({ rowDeleted }) => rowDeleted),
  }
}
