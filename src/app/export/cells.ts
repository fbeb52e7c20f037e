// Cells of tables that spreadsheets open: nothing that came from a document or a site is run as a formula.
//
//   safeCell('=1+1') → "'=1+1"      plainCell("'=1+1") → '=1+1'      plainCell(safeCell(text)) is always the text

/** What a spreadsheet may take for a formula, full-width signs among it, behind any apostrophes. */
const dangerous = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

/** The text as it can stand in a cell: one that looks like a formula gets an apostrophe in front. */
export const safeCell = (text: string): string => (dangerous.test(text) ? `'${text}` : text)

/** What `safeCell` was given. */
export const plainCell = (cell: string): string =>
  cell.startsWith("'") && dangerous.test(cell.slice(1)) ? cell.slice(1) : cell
