// Opens workbooks of Excel 5 to 2003 (.xls).
import { openContainer } from '../doc/container.ts'
import type { ParseInput } from '../parser.ts'
import { readXlsBook } from './biff.ts'
import { type CellExtra, isOldFont, type OpenBook, type OpenSheet } from './cells.ts'
import { rowsOf } from './rows.ts'
import { numberFormats, openWorkbook } from './workbook.ts'

/** Opens an .xls. Throws BadDocumentError. */
export function openXls({ bytes, name, progress }: ParseInput): OpenBook {
  const container = openContainer(bytes, name)
  const stream = container.stream('Workbook') ?? container.stream('Book')
  const book = openWorkbook(bytes, name, 0)
  progress()
  const formats = numberFormats(book)
  const { sheets, extraOf } = readXlsBook(stream ?? Buffer.alloc(0), isOldFont)
  // SheetJS has the sheets in the order of their records; the tabs may be in another one.
  const byPosition = sheets.map((_, i) => i).sort((a, b) => at(a) - at(b))
  function at(i: number): number {
    return sheets[i]?.position ?? 0
  }
  const open = sheets.map((info, i): OpenSheet => {
    const sheetName = book.SheetNames[byPosition.indexOf(i)] ?? ''
    const sheet = book.Sheets[sheetName]
    return {
      name: sheetName,
      hidden: info.hidden,
      *rows() {
        if (sheet && info.isWorksheet)
          yield* rowsOf(sheet, formats, (row, column): CellExtra | null => extraOf(i, row, column))
      },
      boxes: () => [],
    }
  })
  return { isOds: false, title: book.Props?.Title?.trim() ?? '', sheets: open, isCut: false }
}
