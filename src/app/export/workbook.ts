// Rows as an XLSX workbook that is written while they are read: texts are inline, so nothing is kept and nothing is a formula.
import { PassThrough, Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { Cell, Columns } from './columns.ts'
import { inPieces } from './lines.ts'

/** Rows of a sheet, that of the names among them. */
export const mostSheetRows = 1_048_576
/** Always the same, so that the same rows are the same bytes. */
const mtime = new Date(Date.UTC(2000, 0, 1))
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'

/**
 * The bytes of a workbook; a further sheet where one is full. Rows are taken as fast as the bytes are. Destroyed before its
 * end, it takes no more of them; where a row cannot be had, it ends with that error.
 */
export function workbookOf<T>(
  rows: AsyncIterable<T>,
  columns: Columns<T>,
  name: string,
  sheetRows = mostSheetRows,
): Readable {
  const zip = new ZipFile()
  const output = new PassThrough()
  const source = rows[Symbol.asyncIterator]()
  const options = { mtime, forceDosTimestamp: true }
  const file = (path: string, xml: string) => zip.addBuffer(Buffer.from(head + xml), path, options)
  const fail = (error: unknown) =>
    output.destroy(error instanceof Error ? error : new Error(String(error)))
  let sheets = 0
  let sheet: Readable | undefined
  const addSheet = (first: IteratorResult<T>) => {
    sheets++
    const filled = { next: first }
    sheet = Readable.from(inPieces(sheetXml(source, filled, columns, sheetRows)), {
      objectMode: false,
    })
    sheet.on('error', fail)
    sheet.on('end', () => {
      if (filled.next.done) finish()
      else addSheet(filled.next)
    })
    zip.addReadStream(sheet, `xl/worksheets/sheet${sheets}.xml`, options)
  }
  const finish = () => {
    const numbers = Array.from({ length: sheets }, (_, i) => i + 1)
    const type = (part: string, kind: string) =>
      `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`
    file(
      '[Content_Types].xml',
      `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('workbook', 'sheet.main')}${numbers.map((n) => type(`worksheets/sheet${n}`, 'worksheet')).join('')}</Types>`,
    )
    file(
      '_rels/.rels',
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    )
    file(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${packages}/relationships">${numbers.map((n) => `<Relationship Id="rId${n}" Type="${relations}/worksheet" Target="worksheets/sheet${n}.xml"/>`).join('')}</Relationships>`,
    )
    file(
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${numbers.map((n) => `<sheet name="${escaped(n === 1 ? name : `${name} ${n}`)}" sheetId="${n}" r:id="rId${n}"/>`).join('')}</sheets></workbook>`,
    )
    zip.end()
  }
  zip.on('error', fail)
  zip.outputStream.pipe(output)
  output.on('close', () => {
    sheet?.destroy()
    // Whoever gives the rows is told that no more are wanted.
    source.return?.().catch(() => {})
  })
  source.next().then(addSheet, fail)
  return output
}

/** One sheet; `filled.next` is its first row, and afterwards the first of the next sheet. */
async function* sheetXml<T>(
  source: AsyncIterator<T>,
  filled: { next: IteratorResult<T> },
  columns: Columns<T>,
  sheetRows: number,
): AsyncGenerator<string> {
  yield `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><sheetData>`
  const letters = columns.map((_, i) => lettersOf(i))
  const row = (number: number, cells: Cell[]) =>
    `<row r="${number}">${cells.map((cell, i) => cellXml(`${letters[i]}${number}`, cell)).join('')}</row>`
  yield row(
    1,
    columns.map(([name]) => name),
  )
  for (let number = 2; number <= sheetRows && !filled.next.done; number++) {
    const { value } = filled.next
    yield row(
      number,
      columns.map(([, of]) => of(value)),
    )
    filled.next = await source.next()
  }
  yield '</sheetData></worksheet>'
}

function cellXml(place: string, cell: Cell): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
}

/** Text as XML. What XML cannot hold, and what would be read as such, is written as "_x0001_", as spreadsheets do. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/_x[0-9A-Fa-f]{4}_/g, (code) => `_x005F${code}`)
    .replace(
      /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g,
      (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** 0 → "A", 26 → "AA". */
function lettersOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : `${lettersOf(Math.floor(index / 26) - 1)}${letter}`
}
