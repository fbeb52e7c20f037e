// What a cell shows. A number has no signs of its own in the file: Excel writes it by the rules of the country, in Vietnam
// "1.011.821" and "87,2%", a date "05/03/2024". SheetJS writes them the American way; here they are turned.
import type { CellObject } from '@e965/xlsx'

/** SheetJS's formatter and its test for formats of dates; see `numberFormats` of workbook.ts. */
export type NumberFormats = {
  format(format: string, value: number): string
  isDate(format: string): boolean
}

/**
 * The text of a cell, its lines parted by "\n"; '' for empty cells and for errors such as #REF!. Without formats the file
 * itself holds what is shown.
 */
export function shownText(cell: CellObject, formats: NumberFormats | null): string {
  if (cell.t === 'e' || cell.t === 'z') return ''
  if (cell.t !== 'n' || !formats) return String(cell.w ?? cell.v ?? '')
  const format = typeof cell.z === 'string' ? cell.z : ''
  const shown = (cell.w ?? String(cell.v ?? '')).trim()
  if (format !== '' && formats.isDate(format)) {
    const vietnamese = dayFirst(format)
    return vietnamese === format || typeof cell.v !== 'number'
      ? shown
      : formats.format(vietnamese, cell.v).trim()
  }
  // Where the signs are typed into the format, they are what they are: 0\.000
  if (/\\[.,]|"[^"]*[.,][^"]*"/.test(format)) return shown
  return shown.replace(/\d[\d,]*(?:\.\d+)?/g, (number) =>
    number.replace(/[.,]/g, (sign) => (sign === ',' ? '.' : ',')),
  )
}

const day = 'dd/mm/yyyy'
/** "The date as the system writes it", long. */
const systemLong = /^\[\$-F800\].*$/is
/** Month before day, in figures: Excel's own short date, which follows the country, and the American formats. */
const monthFirst = /\bm{1,2}(?:\\?[-/. ])d{1,2}(?:\\?[-/. ])y{2,4}/i

function dayFirst(format: string): string {
  return format.replace(systemLong, day).replace(monthFirst, day)
}
