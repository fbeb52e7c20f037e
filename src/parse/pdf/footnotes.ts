// Takes the footnotes off the end of a page: small print behind a raised number, or below a short line.
//
//   ________
//   ¹ Nghị định số 126/2024/NĐ-CP ngày 08/10/2024 của Chính phủ …
import { rowsInTables } from './grid.ts'
import { joinLines, type Said } from './join.ts'
import type { PageRows, Row } from './lines.ts'
import { joinCells } from './parts.ts'

/** Notes are set smaller than the text by this factor at least. */
const smaller = 0.93

/** Parts the rows of a page's body into the text and its notes, each note whole. */
export function takeFootnotes(
  body: readonly Row[],
  page: PageRows,
): { body: Row[]; notes: Said[] } {
  const none = { body: [...body], notes: [] }
  const limit = smaller * usualSize(body)
  let from = body.length
  while (from > 0 && (body[from - 1]?.size ?? 0) < limit) from--
  // The small print may begin with what is no note: the first line behind a number does.
  while (from < body.length && !(opensNote(body[from] as Row) && isMarked(body[from] as Row, page)))
    from++
  const rows = body.slice(from)
  if (from === 0 || rows.length === 0 || rowsInTables(rows, page.rules).size > 0) return none
  const notes: Said[][] = []
  for (const row of rows) {
    const line = joinCells(row.cells)
    if (opensNote(row) || notes.length === 0) notes.push([line])
    else notes.at(-1)?.push(line)
  }
  return { body: body.slice(0, from), notes: notes.map(joinLines) }
}

/** The size in which most letters of the rows are set. */
function usualSize(rows: readonly Row[]): number {
  const letters = new Map<number, number>()
  for (const row of rows) {
    const size = Math.round(row.size * 2) / 2
    const count = row.cells.reduce((sum, cell) => sum + cell.text.length, 0)
    letters.set(size, (letters.get(size) ?? 0) + count)
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

const noteNumber = /^(?:\d{1,3}|[*†]|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\(\d{1,2}\)|\[\d{1,3}\])\s?[\p{L}“"(]/u

/** "1 Nghị định …" with its number raised, "* Nguồn: …". */
function opensNote(row: Row): boolean {
  const cell = row.cells[0]
  if (!cell || !noteNumber.test(joinCells(row.cells).text)) return false
  const run = cell.runs[0]
  const isRaised = run !== undefined && run.height < 0.8 * cell.size
  return isRaised || /^[^\d]/u.test(cell.text)
}

/** A raised number tells a note by itself; any other sign only below the short line that parts notes from the text. */
function isMarked(row: Row, page: PageRows): boolean {
  const run = row.cells[0]?.runs[0]
  if (run && run.height < 0.8 * row.size && /^[\d⁰¹²³⁴⁵⁶⁷⁸⁹]/u.test(run.text)) return true
  return page.rules.some(
    (rule) =>
      rule.x1 - rule.x0 > rule.y1 - rule.y0 &&
      rule.x1 - rule.x0 < 0.5 * page.width &&
      row.y - rule.y1 > 0 &&
      row.y - rule.y1 < 3 * row.size,
  )
}
