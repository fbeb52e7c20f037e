// Opens spreadsheets that are ZIP containers: .xlsx by its parts, .ods by its content.xml.
import type { WorkBook } from '@e965/xlsx'
import { BadDocumentError } from '../../errors.ts'
import type { ParseInput } from '../parser.ts'
import { relationsOf } from '../pptx/relations.ts'
import { readShapes, type Shape } from '../pptx/shapes.ts'
import { readZip } from '../zip.ts'
import { isOldFont, type OpenBook, type OpenSheet } from './cells.ts'
import { rowsOf } from './rows.ts'
import { numberFormats, openWorkbook } from './workbook.ts'
import { cutSheets, readXlsxFonts, sheetPaths } from './xlsx.ts'

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const odsType = 'application/vnd.oasis.opendocument.spreadsheet'

/** Cells of a workbook that are read; what is beyond is left out, with a warning. */
export const mostCells = 500_000
/** Rows of a sheet that are read; Excel 97–2003 had no more than 65,536. */
export const mostRows = 200_000

const wantedPart =
  /^xl\/(?!externalLinks\/|media\/|theme\/|printerSettings\/|revisions\/).*\.(?:xml|rels)$|^\[Content_Types\]\.xml$|^_rels\/\.rels$|^docProps\/core\.xml$|^(?:content|styles|meta)\.xml$|^META-INF\/manifest\.xml$|^mimetype$/i

/** Opens the XML of an .xlsx or .ods, inflated under our own limits; without pictures, macros and copies of other workbooks' cells. */
export async function openZip({ bytes, name, limits, progress }: ParseInput): Promise<OpenBook> {
  const members = await readZip(bytes, name, limits, (member) => wantedPart.test(member))
  progress()
  const options = { depth: limits.depth, name }
  const isOds = members.has('content.xml')
  if (members.get('META-INF/manifest.xml')?.includes('<manifest:encryption-data') === true)
    throw new BadDocumentError(
      'encrypted',
      `${name} is protected by a password; save it without one and bring it again.`,
    )
  const paths = isOds ? [] : sheetPaths(members, options)
  const isCut = cutSheets(members, paths, { cells: mostCells, rows: mostRows })
  const fontsOf = readXlsxFonts(members, paths, isOldFont, options)
  progress()
  const book = openWorkbook(members, name, isOds ? mostRows : 0)
  // An .ods holds what its cells show, by the rules of the country it was written in.
  const formats = isOds ? null : numberFormats(book)
  const hidden = isOds ? hiddenTables(members.get('content.xml')?.toString() ?? '') : null
  const sheets = book.SheetNames.map(
    (sheetName, i): OpenSheet => ({
      name: sheetName,
      hidden: hidden?.[i] ?? (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0,
      *rows() {
        const sheet = book.Sheets[sheetName]
        if (sheet && (sheet['!type'] ?? 'sheet') === 'sheet')
          yield* rowsOf(sheet, formats, (row, column, cell) => ({
            fonts: fontsOf(i, row, column, cell.r as string | undefined),
          }))
      },
      boxes: () => boxesOf(members, paths[i] ?? null, options),
    }),
  )
  return {
    isOds,
    title: book.Props?.Title?.trim() ?? '',
    sheets,
    isCut: isCut || (isOds && isCutShort(book)),
  }
}

/** Paragraphs of the shapes drawn on a sheet: a title is often put into a text box. */
function boxesOf(
  members: ReadonlyMap<string, Buffer>,
  path: string | null,
  options: { depth: number; name: string },
): string[] {
  const part = (each: string) => members.get(each)?.toString() ?? ''
  const drawing = path === null ? undefined : relationsOf(path, part, options).byType('drawing')
  if (drawing === undefined) return []
  const textsOf = ({ paragraphs, children }: Shape): string[] => [
    ...paragraphs.map(({ text }) => text.replace(/\s+/g, ' ').trim()),
    ...(children ?? []).flatMap(textsOf),
  ]
  return readShapes(part(drawing), options)
    .shapes.flatMap(textsOf)
    .filter((text) => text !== '')
}

/** Which tables of an .ods are not displayed, in order; SheetJS does not tell. */
function hiddenTables(content: string): boolean[] {
  const style =
    /<style:style\s[^<>]*style:name="([^"<>]*)"[^<>]*>\s*<style:table-properties\s[^<>]*table:display="false"/g
  const styles = new Set(Array.from(content.matchAll(style), ([, name]) => name))
  return Array.from(content.matchAll(/<table:table\s[^<>]*>/g), ([tag]) =>
    styles.has(/table:style-name="([^"]*)"/.exec(tag)?.[1]),
  )
}

/** Whether SheetJS left rows out at its limit. */
const isCutShort = (book: WorkBook): boolean =>
  Object.values(book.Sheets).some((sheet) => sheet['!fullref'] !== undefined)
