// The parts of an .xlsx that SheetJS does not tell of: the fonts of text cells; and a limit on its cells before SheetJS
// builds them all.
import { attributeOf, resolveEntities, scanXml } from '../xml-scan.ts'
import type { FontRun } from './cells.ts'

type Options = { depth: number; name: string }

/** Fonts of the text cells of an .xlsx. `rich` is SheetJS's `r` of the cell: its text as the file has it, with its runs. */
export type XlsxFonts = (
  sheet: number,
  row: number,
  column: number,
  rich: string | undefined,
) => readonly FontRun[]

/** Paths of the sheets in the order of the tabs; null for one that is missing. */
export function sheetPaths(
  members: ReadonlyMap<string, Buffer>,
  options: Options,
): Array<string | null> {
  const workbook = members.get('xl/workbook.xml')?.toString() ?? ''
  const relations = members.get('xl/_rels/workbook.xml.rels')?.toString() ?? ''
  const targets = new Map<string, string>()
  for (const tag of scanXml(relations, options)) {
    if (tag.kind === 'close' || !/(?:^|:)Relationship$/.test(tag.name)) continue
    const target = attributeOf(relations, tag, 'Target') ?? ''
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
    targets.set(attributeOf(relations, tag, 'Id') ?? '', path)
  }
  const paths: Array<string | null> = []
  for (const tag of scanXml(workbook, options)) {
    if (tag.kind === 'close' || !/(?:^|:)sheet$/.test(tag.name)) continue
    // Both sheetId and r:id stand there.
    const id = /\s\w+:id\s*=\s*["']([^"']*)["']/.exec(workbook.slice(tag.start, tag.end))?.[1]
    const path = targets.get(id ?? '') ?? ''
    paths.push(members.has(path) ? path : null)
  }
  return paths
}

const none: readonly FontRun[] = []

/** Reads the fonts, if any is of interest. Throws BadDocumentError as `scanXml` does. */
export function readXlsxFonts(
  members: ReadonlyMap<string, Buffer>,
  paths: ReadonlyArray<string | null>,
  isOldFont: (font: string) => boolean,
  options: Options,
): XlsxFonts {
  const fontOfXf = readCellFonts(members.get('xl/styles.xml')?.toString() ?? '', options)
  const strings = members.get('xl/sharedStrings.xml')?.toString() ?? ''
  const hasOld =
    fontOfXf.some(isOldFont) ||
    [...strings.matchAll(/rFont\s+val="([^"]*)"/g)].some(([, font = '']) => isOldFont(font))
  if (!hasOld) return () => none
  const cells = paths.map((path) => (path === null ? null : stylesOf(members.get(path))))
  return (sheet, row, column, rich) => {
    const font = fontOfXf[cells[sheet]?.get(row * columns + column) ?? 0] ?? ''
    if (rich?.includes('rFont') === true) return runsOf(rich, font, options)
    return isOldFont(font) ? [{ start: 0, font }] : none
  }
}

const columns = 16_384

/** The font of each cell format (cellXfs) by its number. */
function readCellFonts(xml: string, options: Options): string[] {
  const fonts: string[] = []
  const fontOfXf: string[] = []
  let inside: 'fonts' | 'cellXfs' | null = null
  for (const tag of scanXml(xml, options)) {
    const name = tag.name.replace(/^.*:/, '')
    if (tag.kind === 'close') {
      if (name === inside) inside = null
    } else if ((name === 'fonts' || name === 'cellXfs') && !tag.empty) inside = name
    else if (inside === 'fonts' && name === 'font') fonts.push('')
    else if (inside === 'fonts' && name === 'name' && fonts.length > 0)
      fonts[fonts.length - 1] = attributeOf(xml, tag, 'val') ?? ''
    else if (inside === 'cellXfs' && name === 'xf')
      fontOfXf.push(fonts[Number(attributeOf(xml, tag, 'fontId') ?? 0)] ?? '')
  }
  return fontOfXf
}

/** Formats of cells other than the first one, by place. */
function stylesOf(part: Buffer | undefined): Map<number, number> {
  const styles = new Map<number, number>()
  for (const [, attributes = ''] of (part?.toString() ?? '').matchAll(/<(?:\w+:)?c\s([^<>]*)>/g)) {
    const place = /(?:^|\s)r="([A-Z]{1,3})(\d{1,7})"/.exec(attributes)
    const style = /(?:^|\s)s="(\d{1,6})"/.exec(attributes)?.[1]
    if (!place || style === undefined) continue
    let column = 0
    for (const letter of place[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64
    styles.set((Number(place[2]) - 1) * columns + column - 1, Number(style))
  }
  return styles
}

/** The runs of a text with several fonts: <r><rPr><rFont val=".VnTime"/></rPr><t>…</t></r> */
function runsOf(rich: string, cellFont: string, options: Options): FontRun[] {
  const xml = `<si>${rich}</si>`
  const runs: FontRun[] = []
  let length = 0
  let font = cellFont
  let textFrom = -1
  for (const tag of scanXml(xml, options)) {
    const name = tag.name.replace(/^.*:/, '')
    if (textFrom >= 0) {
      runs.push({ start: length, font })
      length += resolveEntities(xml.slice(textFrom, tag.start)).length
      textFrom = -1
    }
    if (tag.kind === 'close') continue
    if (name === 'r') font = cellFont
    else if (name === 'rFont') font = attributeOf(xml, tag, 'val') ?? cellFont
    else if (name === 't' && !tag.empty) textFrom = tag.end
  }
  return runs
}

/**
 * Leaves of each sheet its rows and merged cells, and of the rows only so many: a workbook of a million rows is not built
 * first and refused afterwards, and a link over all cells makes no cell. Gives whether rows were left out.
 */
export function cutSheets(
  members: Map<string, Buffer>,
  paths: ReadonlyArray<string | null>,
  most: { cells: number; rows: number },
): boolean {
  let isCut = false
  let cells = 0
  for (const path of paths) {
    const part = path === null ? undefined : members.get(path)
    if (path === null || !part) continue
    const prefix = /<(\w+:)?worksheet[\s>]/.exec(part.toString('latin1', 0, 2000))?.[1] ?? ''
    const rowsEnd = part.lastIndexOf(`</${prefix}sheetData>`)
    if (rowsEnd < 0) continue
    let rows = 0
    let at = part.indexOf(`<${prefix}row`)
    for (; at >= 0 && at < rowsEnd && rows <= most.rows && cells <= most.cells; rows++) {
      const next = part.indexOf(`<${prefix}row`, at + 4)
      cells += countCells(part, `<${prefix}c `, at, next < 0 ? rowsEnd : next)
      at = next
    }
    const goesOn = at >= 0 && at < rowsEnd
    if (goesOn) isCut = true
    const mergesAt = part.indexOf(`<${prefix}mergeCells`, rowsEnd)
    const mergesEnd = mergesAt < 0 ? -1 : part.indexOf(`</${prefix}mergeCells>`, mergesAt)
    members.set(
      path,
      Buffer.concat([
        part.subarray(0, goesOn ? at : rowsEnd),
        Buffer.from(`</${prefix}sheetData>`),
        mergesEnd < 0 ? Buffer.alloc(0) : part.subarray(mergesAt, mergesEnd),
        Buffer.from(`${mergesEnd < 0 ? '' : `</${prefix}mergeCells>`}</${prefix}worksheet>`),
      ]),
    )
  }
  return isCut
}

function countCells(part: Buffer, mark: string, from: number, to: number): number {
  let count = 0
  for (let at = part.indexOf(mark, from); at >= 0 && at < to; at = part.indexOf(mark, at + 3))
    count++
  return count
}
