// Tables of commas, semicolons, tabs or bars: "TT,Đơn vị,Số lớp\n1,\"Trường A, cơ sở 2\",12" has two rows of three cells.
// Each row is a block, its cells parted by tabs, as in every other format. What stands alone in its row above the first row of
// several cells is no row of the table: "BÁO CÁO KẾT QUẢ NĂM 2021;;;;" is a paragraph, as in a sheet.
import type { Blocks } from '../blocks.ts'

export type Delimiter = ',' | ';' | '\t' | '|'

const delimiters: readonly Delimiter[] = ['\t', ';', ',', '|']
const sampleUnits = 64 * 1024
const sampleRows = 200
const leastRows = 3

/**
 * The delimiter of a text that is a table from its first line to its last, or null. Cautious: sentences have commas and
 * lists have semicolons, so that rows must have the same number of cells, no sentence may be cut, and a comma or a
 * semicolon must not be followed by a space.
 */
export function delimiterOf(content: string): Delimiter | null {
  const sample = bodyOf(content).slice(0, sampleUnits)
  for (const delimiter of delimiters) {
    if (!sample.includes(delimiter)) continue
    const rows: string[][] = []
    for (const row of rowsOf(sample, delimiter)) {
      if (row.length > 1 || row[0]?.trim()) rows.push(row)
      if (rows.length > sampleRows) break
    }
    if (content.length > sampleUnits) rows.pop()
    if (rows.length >= leastRows && isTable(rows, delimiter)) return delimiter
  }
  return null
}

function isTable(rows: readonly string[][], delimiter: Delimiter): boolean {
  const counts = new Map<number, number>()
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1)
  const [columns, alike] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0]
  if (columns < (delimiter === '\t' ? 2 : 3) || alike < rows.length * 0.95) return false
  const cells = rows.flat()
  const length = cells.reduce((sum, cell) => sum + cell.length, 0)
  if (length > cells.length * 80) return false
  // A list of "…;" has an empty last cell in every row, a page in columns has empty cells everywhere.
  if (rows.every((row) => row.at(-1)?.trim() === '')) return false
  if (cells.filter((cell) => cell.trim() === '').length > cells.length * 0.6) return false
  if (delimiter === '\t') return columns > 2 || rows.filter(isListItem).length < rows.length / 2
  // After a comma in a sentence there is a space; quoted cells have their quotes before it.
  const further = rows.flatMap((row) => row.slice(1))
  return further.filter((cell) => cell.startsWith(' ')).length * 5 <= further.length
}

/** "1.\tMục đích": a numbered list that a word processor wrote. */
const isListItem = ([first = '']: readonly string[]): boolean =>
  /^\s*(?:\(?[\p{L}\d]{1,4}[.)]|[\p{Co}\-–—+*•●▪])\s*$/u.test(first)

/** Adds a row a block; false where the rest of the text is no table after all. */
export function addDelimited(blocks: Blocks, content: string, delimiter: Delimiter): boolean {
  const body = bodyOf(content)
  const counts = new Map<number, number>()
  let all = 0
  for (const row of rowsOf(body, delimiter)) {
    if (isEmpty(row)) continue
    all++
    counts.set(row.length, (counts.get(row.length) ?? 0) + 1)
  }
  if (Math.max(0, ...counts.values()) < all * 0.8) return false
  let inTable = false
  for (const row of rowsOf(body, delimiter)) {
    if (isEmpty(row)) continue
    const cells = row.map((cell) => cell.replace(/\s+/g, ' ').trim())
    inTable ||= cells.filter((cell) => cell !== '').length > 1
    if (inTable) blocks.add('table-row', cells.join('\t'))
    else blocks.add('paragraph', cells.join(''))
  }
  return true
}

const isEmpty = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '')

/** Without Excel's hint "sep=;" in the first line. */
const bodyOf = (content: string): string => content.replace(/^sep=.\n/i, '')

/** The rows of RFC 4180: a quoted cell may hold delimiters, line breaks and doubled quotes. One pass. */
function* rowsOf(content: string, delimiter: Delimiter): Generator<string[]> {
  let row: string[] = []
  let at = 0
  while (at <= content.length) {
    let cell = ''
    if (content[at] === '"') {
      const end = closingQuote(content, at + 1)
      if (end !== -1 && /^(?:[,;\t|\n]|$)/.test(content.slice(end + 1, end + 2))) {
        cell = content.slice(at + 1, end).replaceAll('""', '"')
        at = end + 1
      }
    }
    let stop = at
    while (stop < content.length && content[stop] !== delimiter && content[stop] !== '\n') stop++
    row.push(cell + content.slice(at, stop))
    if (content[stop] !== delimiter) {
      yield row
      row = []
    }
    at = stop + 1
  }
}

/** How far the end of a quoted cell is looked for; a lone quote must not swallow the file. */
const longestCell = 20_000

function closingQuote(content: string, from: number): number {
  const last = Math.min(content.length, from + longestCell)
  for (let i = from; i < last; i++) {
    if (content[i] !== '"') continue
    if (content[i + 1] !== '"') return i
    i++
  }
  return -1
}
