// Writes workbooks (.xlsx) part by part, with what SheetJS cannot write: fonts and texts of several fonts.
import { writeStoredZip } from '../../src/parse/zip-write.ts'

export type XlsxParts = {
  /** Content of <sheetData> of each sheet, and what follows it. */
  sheets: Array<{ name: string; rows: string; after?: string }>
  /** Names of fonts; format number i uses font i. */
  fonts?: string[]
  /** The <si> elements of the shared strings. */
  strings?: string
  others?: Array<[name: string, xml: string]>
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export function makeXlsx({ sheets, fonts = ['Arial'], strings, others = [] }: XlsxParts): Buffer {
  const parts: Array<[path: string, type: string, relation: string, xml: string]> = [
    [
      'styles.xml',
      'styles',
      'styles',
      `<styleSheet xmlns="${main}"><fonts>${fonts.map((name) => `<font><sz val="12"/><name val="${name}"/></font>`).join('')}</fonts><cellXfs>${fonts.map((_, i) => `<xf numFmtId="0" fontId="${i}"/>`).join('')}</cellXfs></styleSheet>`,
    ],
    ...(strings === undefined
      ? []
      : [
          [
            'sharedStrings.xml',
            'sharedStrings',
            'sharedStrings',
            `<sst xmlns="${main}">${strings}</sst>`,
          ] as [string, string, string, string],
        ]),
    ...sheets.map(
      ({ rows, after = '' }, i) =>
        [
          `worksheets/sheet${i + 1}.xml`,
          'worksheet',
          'worksheet',
          `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`,
        ] as [string, string, string, string],
    ),
  ]
  const idOf = (path: string) => `rId${parts.findIndex(([each]) => each === path) + 1}`
  const members: Array<[string, string]> = [
    [
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>${parts.map(([path, type]) => `<Override PartName="/xl/${path}" ContentType="${types}.${type}+xml"/>`).join('')}</Types>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets.map(({ name }, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="${idOf(`worksheets/sheet${i + 1}.xml`)}"/>`).join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships>${parts.map(([path, , relation]) => `<Relationship Id="${idOf(path)}" Type="${relations}/${relation}" Target="${path}"/>`).join('')}</Relationships>`,
    ],
    ...parts.map(([path, , , xml]): [string, string] => [`xl/${path}`, xml]),
    ...others,
  ]
  return writeStoredZip(members.map(([name, xml]) => [name, Buffer.from(xml)]))
}
