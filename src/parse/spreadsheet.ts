// Excel workbooks, old (.xls) and new (.xlsx), and OpenDocument spreadsheets (.ods): a heading a sheet, a block a row of a
// table, its cells parted by tabs and written as Excel shows them in Vietnam; the head, titles and notes around a table, and
// what stands in text boxes, as paragraphs.
//
//   "1\tSở Y tế\t3.085\t75,6%"
import { BadDocumentError } from '../errors.ts'
import type { ParsedDocument, Warning } from '../model.ts'
import { repairParsed } from '../text/legacy/repair-blocks.ts'
import { createBlocks } from './blocks.ts'
import type { Parser } from './parser.ts'
import type { SheetRow } from './spreadsheet/cells.ts'
import { decodeName, decodeRows, namesOf } from './spreadsheet/decode.ts'
import { addRows, beginsWithTitle } from './spreadsheet/layout.ts'
import { openXls } from './spreadsheet/open-xls.ts'
import { mostCells, mostRows, odsType, openZip, xlsxType } from './spreadsheet/open-zip.ts'

const xlsType = 'application/vnd.ms-excel'

export const spreadsheet: Parser = {
  name: 'spreadsheet/1',
  mediaTypes: [xlsType, xlsxType, odsType],
  async parse(input) {
    const { name, progress } = input
    const isZip = input.bytes[0] === 0x50
    const { isOds, title, sheets, isCut } = isZip ? await openZip(input) : openXls(input)
    progress()
    let cells = 0
    const read = sheets.map((sheet) => {
      const rows: SheetRow[] = []
      for (const row of cells > mostCells ? [] : sheet.rows()) {
        rows.push(row)
        cells += row.cells.length
        if (cells > mostCells) break
        if (rows.length % 1000 === 0) progress()
      }
      return { ...sheet, rows }
    })
    const encodings = decodeRows(read.flatMap(({ rows }) => rows))
    progress()

    const blocks = createBlocks()
    const warnings: Warning[] = []
    for (const sheet of read) {
      const boxes = sheet.boxes()
      if (sheet.rows.length === 0 && boxes.length === 0) continue
      const start = blocks.count === 0 ? 0 : blocks.length + 1
      const sheetName = decodeName(sheet.name, encodings)
      // The label of a tab heads a sheet that has no title of its own; else it is no more than a running head.
      if (!defaultName.test(sheetName)) {
        const isHead = beginsWithTitle(sheet.rows)
        blocks.add(isHead ? 'page-header' : 'heading', sheetName, {
          level: isHead ? undefined : 1,
          original: sheet.name,
        })
      }
      addRows(blocks, sheet.rows)
      for (const text of boxes)
        blocks.add('paragraph', decodeName(text, encodings), { original: text })
      progress()
      if (sheet.hidden)
        warnings.push({
          code: 'hidden-sheet',
          message: `The sheet "${sheetName}" is hidden in the workbook; it was read all the same.`,
          start,
          end: blocks.length,
        })
    }
    if (blocks.count === 0)
      throw new BadDocumentError('no-text', `${name} is a workbook without any filled cell.`)
    if (encodings.size > 0)
      warnings.push({
        code: 'legacy-encoding',
        message: `Cells were written in ${namesOf(encodings)} and were decoded to Unicode.`,
      })
    const partial = isCut || cells > mostCells
    if (partial)
      warnings.push({
        code: 'too-many-cells',
        message: `Only the first ${mostCells} cells of the workbook and ${mostRows} rows of a sheet were read.`,
      })
    const wholeTitle = decodeName(title, encodings)
    const parsed: ParsedDocument = {
      version: 1,
      parser: 'spreadsheet/1',
      mediaType: isOds ? odsType : isZip ? xlsxType : xlsType,
      ...blocks.read(),
      metadata: wholeTitle === '' ? {} : { title: wholeTitle },
      warnings,
      partial,
    }
    return repairParsed(parsed)
  },
}

/** What Excel and LibreOffice call a sheet that nobody named. */
const defaultName = /^(?:sheet|trang tính|bảng tính|table|feuil)[ _]?\d+(?: \(\d+\))?$/i
