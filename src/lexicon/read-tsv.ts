// Reads one dictionary file: tab-separated, UTF-8 in NFC, a header row, one row a line. Every cell knows its place.
//
//   id	name	kind          →  { line: 2, cells: { id: 'phu-tho', name: 'Phú Thọ', kind: 'tỉnh' } }
//   phu-tho	Phú Thọ	tỉnh
//
// Only the shape of the file is checked here; what a cell may hold is in `schemas.ts`.

/** One fault of a dictionary, with the place a spreadsheet shows: line (row) and column count from 1. */
export type Problem = { file: string; line: number; column: number; message: string }

/** One row: its line in the file (the header is line 1) and its cells by column name. */
export type TsvRow = { line: number; cells: Record<string, string> }

export type Tsv = { rows: TsvRow[]; problems: Problem[] }

/** "provinces.tsv:12:3: …": file, line and column of a fault, and its sentence. */
export const describeProblem = ({ file, line, column, message }: Problem): string =>
  `${file}:${line}:${column}: ${message}`

const noBreakSpace = /[\u00A0\u2000-\u200A\u202F\u3000]/
const invisible = /[\u0000-\u001F\u007F\u00AD\u200B-\u200F\u2060\uFEFF]/
/** Anything that could make `faultOf` complain; a file without it needs no look at each cell. */
const suspect =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u00A0\u00AD\u2000-\u200F\u202F\u2060\u3000\uFEFF"]|\s |[ ][\t\r\n]|^ | $/

/** What is wrong with the writing of one cell, or null. */
function faultOf(cell: string): string | null {
  if (cell !== cell.normalize('NFC'))
    return 'has letters and marks apart (NFD); save the file in NFC'
  if (noBreakSpace.test(cell)) return 'has a no-break space'
  if (invisible.test(cell)) return 'has an invisible character'
  if (cell !== cell.trim()) return 'begins or ends with a space'
  if (cell.includes('  ')) return 'has two spaces in a row'
  if (cell.length > 1 && cell.startsWith('"') && cell.endsWith('"'))
    return 'is in quotation marks; save without quoting of text'
  return null
}

/**
 * The rows of a dictionary. `columns` are the names the header must have, in order. Faulty lines are left out of the
 * rows and named in the problems; nothing is thrown. Windows line ends are accepted when every line has them.
 */
export function readTsv(file: string, content: string, columns: readonly string[]): Tsv {
  const problems: Problem[] = []
  const rows: TsvRow[] = []
  const at = (line: number, column: number, message: string) =>
    problems.push({ file, line, column, message })
  const text = content.startsWith('\uFEFF') ? content.slice(1) : content
  const windows = /^[^\r\n]*\r\n/.test(text)
  const clean = !suspect.test(text) && text === text.normalize('NFC')
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  else at(lines.length, 1, 'the last line does not end; add a line break')

  lines.forEach((raw, index) => {
    const line = index + 1
    const body = windows && raw.endsWith('\r') ? raw.slice(0, -1) : raw
    if (body.includes('\r') || (windows && body === raw)) {
      at(line, 1, 'has a stray carriage return; line ends must be all of one kind')
      return
    }
    const cells = body.split('\t')
    if (index === 0) {
      if (cells.join('\t') !== columns.join('\t')) {
        const wrong = columns.findIndex((name, i) => cells[i] !== name)
        const column = wrong < 0 ? columns.length + 1 : wrong + 1
        at(1, column, `the header must be: ${columns.join(', ')}`)
      }
      return
    }
    if (cells.length !== columns.length) {
      const column = Math.min(cells.length, columns.length + 1)
      const reason = body === '' ? 'the line is blank' : `has ${cells.length} cells`
      at(line, column, `${reason}; ${columns.length} are expected, separated by tabs`)
      return
    }
    const row: Record<string, string> = {}
    const before = problems.length
    for (const [i, name] of columns.entries()) {
      const cell = cells[i] ?? ''
      const fault = clean ? null : faultOf(cell)
      if (fault) at(line, i + 1, `${name} ${fault}`)
      row[name] = cell
    }
    if (problems.length === before) rows.push({ line, cells: row })
  })
  if (lines.length === 0) at(1, 1, `the file is empty; its header must be: ${columns.join(', ')}`)
  return { rows, problems }
}
