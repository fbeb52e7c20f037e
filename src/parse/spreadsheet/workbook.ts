// Opens an Excel workbook: SheetJS reads the cells and writes numbers and dates as their formats say; formulas are never
// computed and nothing outside the file is opened. The only file that imports SheetJS.
import { createRequire } from 'node:module'
import type { WorkBook } from '@e965/xlsx'
import { BadDocumentError, messageOf } from '../../errors.ts'
import { writeStoredZip } from '../zip-write.ts'
import type { NumberFormats } from './shown.ts'

// The CommonJS build brings the tables of old code pages with it; the other one does not.
const load = createRequire(import.meta.url)
const sheetJs = () => load('@e965/xlsx') as typeof import('@e965/xlsx')

/** Opens the OLE file of an .xls, or the members of an .xlsx or .ods; rows of a sheet from `rows` on stay out, if it is not 0. */
export function openWorkbook(
  source: Uint8Array | Map<string, Buffer>,
  name: string,
  rows: number,
): WorkBook {
  const bytes =
    source instanceof Map
      ? writeStoredZip(source)
      : Buffer.from(source.buffer, source.byteOffset, source.byteLength)
  try {
    return sheetJs().read(bytes, {
      type: 'buffer',
      dense: true,
      cellHTML: false,
      cellFormula: false,
      cellNF: true,
      sheetRows: rows,
    })
  } catch (error) {
    if (/password|encrypt/i.test(messageOf(error)))
      throw new BadDocumentError(
        'encrypted',
        `${name} is protected by a password; save it without one and bring it again.`,
        { cause: error },
      )
    throw new BadDocumentError(
      'corrupt',
      `${name} is a damaged workbook (${messageOf(error).slice(0, 120)}); open it in Excel and save it again.`,
      { cause: error },
    )
  }
}

/** How numbers of a workbook are written. */
export function numberFormats(book: WorkBook): NumberFormats {
  const { SSF } = sheetJs()
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  return {
    format: (format, value) => SSF.format(format, value, { date1904 }) as string,
    isDate: (format) => SSF.is_date(format) as boolean,
  }
}
