// Puts the paragraphs of a story into their tables: Word marks where a cell and where a row ends, and says of a row's end
// how the row is drawn.
import type { Styles } from '../docx/styles.ts'
import type { FlowParagraph, FlowTable } from '../flow.ts'
import type { TableLines } from './properties.ts'
import type { DocParagraph } from './story.ts'

type OpenTable = FlowTable & {
  rows: number
  cells: number
  linedCells: number
}

/** All paragraphs in order with their places; those that only end a row go. `describe` is asked once for each of the others. */
export function placeInTables(
  paragraphs: readonly DocParagraph[],
  styles: Styles,
  describe: (paragraph: DocParagraph) => Omit<FlowParagraph, 'cell'>,
): FlowParagraph[] {
  const placed: FlowParagraph[] = []
  let table: OpenTable | null = null
  let cell = 0
  let afterCellEnd = false
  for (const paragraph of paragraphs) {
    const { properties, endsCell, text } = paragraph
    const isKnown = properties.inTable || properties.tableDepth > 0 || properties.endsRow
    // Where the formatting of the row is lost, an empty cell after a cell's end can only be the end of the row.
    const endsRow: boolean =
      properties.endsRow || (endsCell && !isKnown && afterCellEnd && text.trim() === '')
    afterCellEnd = endsCell && !endsRow
    if (properties.endsInnerRow) continue
    if (!isKnown && !endsCell) {
      table = null
      cell = 0
      placed.push({ ...describe(paragraph), cell: null })
      continue
    }
    table ??= { bordered: null, columns: 0, rows: 0, cells: 0, linedCells: 0 }
    if (endsRow) {
      noteLines(table, properties.lines, styles)
      table.rows++
      cell = 0
      continue
    }
    placed.push({ ...describe(paragraph), cell: { table, row: table.rows, cell } })
    table.columns = Math.max(table.columns, cell + 1)
    if (endsCell) cell++
  }
  return placed
}

function noteLines(table: OpenTable, lines: TableLines, styles: Styles): void {
  table.cells += lines.cells
  table.linedCells += lines.linedCells
  const byStyle =
    lines.style === null
      ? null
      : (styles.chainOf(String(lines.style)).find((style) => style.bordered !== null)?.bordered ??
        null)
  // The head of a document may have a line under one cell; a table is one whose cells mostly have lines.
  const mostly = table.cells > 0 && table.linedCells * 2 >= table.cells
  if (mostly) table.bordered = true
  else if (table.cells > 0) table.bordered = lines.table ?? byStyle ?? false
}
