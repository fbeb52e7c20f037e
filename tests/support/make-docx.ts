// Word documents written by code, so that a test shows exactly what stands in them.
//
//   makeDocx({ body: p('Một') + p('Hai', numPr(1, 0)), numbering: [['decimal', '%1)']] })
import { writeStoredZip } from '../../src/parse/zip-write.ts'

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const namespaces = `${w} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`

export type DocxParts = {
  /** Inside <w:body>. */
  body: string
  /** Inside <w:numbering>. */
  numbering?: string
  /** Inside <w:styles>. */
  styles?: string
  /** Inside <w:footnotes>. */
  footnotes?: string
  /** Inside <a:fontScheme> of the theme. */
  theme?: string
  headers?: string[]
  footers?: string[]
  title?: string
}

/** Text in a run. */
export const r = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`

/** A paragraph; `properties` goes inside <w:pPr>. */
export const p = (text: string, properties = ''): string =>
  `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${text ? (text.startsWith('<') ? text : r(text)) : ''}</w:p>`

/** A reference to a list. */
export const num = (numId: number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`

export const styled = (id: string): string => `<w:pStyle w:val="${id}"/>`

/** A level of a list definition; `rest` is further elements. */
export const lvl = (index: number, format: string, text: string, rest = '', start = 1): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${rest}<w:lvlText w:val="${text}"/></w:lvl>`

export const abstractNum = (id: number, ...levels: string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`

export const numInstance = (id: number, abstractId: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${overrides}</w:num>`

export const startOverride = (level: number, start: number): string =>
  `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/></w:lvlOverride>`

/** A table of rows of cells; a cell is paragraphs. */
export const table = (rows: string[][], borders: 'single' | 'none' | null): string => {
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  const lines = borders
    ? `<w:tblBorders>${sides.map((side) => `<w:${side} w:val="${borders}"/>`).join('')}</w:tblBorders>`
    : ''
  const cells = (row: string[]) => row.map((cell) => `<w:tc>${cell}</w:tc>`).join('')
  return `<w:tbl><w:tblPr>${lines}</w:tblPr>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`
}

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`
const relations = (inner: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`

/** The members of a DOCX by name, as XML. */
export function docxMembers(parts: DocxParts): Array<[string, string]> {
  const members: Array<[string, string]> = []
  const rels: string[] = []
  const add = (type: string, file: string, xml: string) => {
    members.push([`word/${file}`, xml])
    rels.push(relation(`rId${rels.length + 1}`, type, file))
  }
  if (parts.numbering)
    add('numbering', 'numbering.xml', `<w:numbering ${w}>${parts.numbering}</w:numbering>`)
  if (parts.styles) add('styles', 'styles.xml', `<w:styles ${w}>${parts.styles}</w:styles>`)
  if (parts.footnotes)
    add('footnotes', 'footnotes.xml', `<w:footnotes ${namespaces}>${parts.footnotes}</w:footnotes>`)
  if (parts.theme)
    add(
      'theme',
      'theme/theme1.xml',
      `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>${parts.theme}</a:fontScheme></a:themeElements></a:theme>`,
    )
  for (const [i, header] of (parts.headers ?? []).entries())
    add('header', `header${i + 1}.xml`, `<w:hdr ${namespaces}>${header}</w:hdr>`)
  for (const [i, footer] of (parts.footers ?? []).entries())
    add('footer', `footer${i + 1}.xml`, `<w:ftr ${namespaces}>${footer}</w:ftr>`)
  return [
    [
      '[Content_Types].xml',
      `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`,
    ],
    ['_rels/.rels', relations(relation('rId1', 'officeDocument', 'word/document.xml'))],
    ...(parts.title
      ? [
          [
            'docProps/core.xml',
            `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${parts.title}</dc:title></cp:coreProperties>`,
          ] satisfies [string, string],
        ]
      : []),
    [
      'word/document.xml',
      `<?xml version="1.0" encoding="UTF-8"?>\n<w:document ${namespaces}><w:body>${parts.body}</w:body></w:document>`,
    ],
    ['word/_rels/document.xml.rels', relations(rels.join(''))],
    ...members,
  ]
}

/** A DOCX file. */
export function makeDocx(parts: DocxParts): Buffer {
  return writeStoredZip(docxMembers(parts).map(([name, xml]) => [name, Buffer.from(xml)]))
}
