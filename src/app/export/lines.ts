// Rows as lines of text, in pieces that are worth sending: NDJSON, and CSV for spreadsheets.
import { safeCell } from './cells.ts'
import type { Cell, Columns } from './columns.ts'

/** A piece is sent when it has this many UTF-16 units. */
const pieceUnits = 65_536

/** One JSON object a line. */
export async function* ndjsonOf<T>(rows: AsyncIterable<T>): AsyncGenerator<string> {
  yield* inPieces(mapped(rows, (row) => `${JSON.stringify(row)}\n`))
}

/** A line of names, then a line a row; with the mark by which Excel knows UTF-8, and nothing that is run as a formula. */
export async function* csvOf<T>(
  rows: AsyncIterable<T>,
  columns: Columns<T>,
): AsyncGenerator<string> {
  yield `\uFEFF${columns.map(([name]) => name).join(',')}\r\n`
  yield* inPieces(
    mapped(rows, (row) => `${columns.map(([, of]) => csvCell(of(row))).join(',')}\r\n`),
  )
}

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const text = safeCell(cell)
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

async function* mapped<T>(
  rows: AsyncIterable<T>,
  line: (row: T) => string,
): AsyncGenerator<string> {
  for await (const row of rows) yield line(row)
}

/** Texts joined until they are worth sending. */
export async function* inPieces(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let waiting: string[] = []
  let units = 0
  for await (const text of texts) {
    waiting.push(text)
    units += text.length
    if (units < pieceUnits) continue
    yield waiting.join('')
    waiting = []
    units = 0
  }
  if (waiting.length > 0) yield waiting.join('')
}
