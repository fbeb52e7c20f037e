// Workbooks: rows by sheets, numbers the Vietnamese way, old fonts by cell, what stands around a table, what is left out.
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import type { ParsedDocument } from '../../src/model.ts'
import { defaultLimits } from '../../src/parse/parser.ts'
import { spreadsheet } from '../../src/parse/spreadsheet.ts'
import { writeStoredZip } from '../../src/parse/zip-write.ts'
import { makeXls5, makeXls8, type XlsText } from '../support/make-xls.ts'
import { makeXlsx } from '../support/make-xlsx.ts'
import { blockLines } from '../support/parse-blocks.ts'

const xlsx = createRequire(import.meta.url)('@e965/xlsx') as typeof import('@e965/xlsx')

type Sheet = { name: string; rows: unknown[][]; hidden?: boolean; merges?: string[] }

function make(sheets: Sheet[], bookType: 'xlsx' | 'biff8' | 'biff5'): Buffer {
  const book = xlsx.utils.book_new()
  for (const { name, rows, merges } of sheets) {
    const sheet = xlsx.utils.aoa_to_sheet(rows)
    if (merges) sheet['!merges'] = merges.map((range) => xlsx.utils.decode_range(range))
    xlsx.utils.book_append_sheet(book, sheet, name)
  }
  book.Workbook = { Sheets: sheets.map(({ hidden }) => ({ Hidden: hidden ? 1 : 0 })) }
  return xlsx.write(book, { type: 'buffer', bookType }) as Buffer
}

const parse = (bytes: Uint8Array): Promise<ParsedDocument> =>
  spreadsheet.parse({ bytes, name: 'thu', limits: defaultLimits, progress: () => undefined })

const number = (v: number, z: string) => ({ t: 'n', v, z })
/** The lines of a sheet "A" without its heading. */
const linesOf = async (bytes: Uint8Array): Promise<string[]> =>
  (await blockLines(spreadsheet, bytes)).filter(
    (line) => !/^(?:heading 1|page-header): A$/.test(line),
  )

describe.each(['xlsx', 'biff8'] as const)('%s', (type) => {
  test.each<[string, Sheet[], string[]]>([
    [
      'a heading a sheet, a block a row',
      [
        {
          name: 'Quý I',
          rows: [
            ['STT', 'Đơn vị'],
            [1, 'Sở Nội vụ'],
          ],
        },
        { name: 'Quý II', rows: [['Hết', 1]] },
      ],
      [
        'heading 1: Quý I',
        'table-row: STT\tĐơn vị',
        'table-row: 1\tSở Nội vụ',
        'heading 1: Quý II',
        'table-row: Hết\t1',
      ],
    ],
    [
      'the label of a tab only heads a sheet that has no title of its own',
      [{ name: 'T12', rows: [['BÁO CÁO QUÝ I'], ['TT', 'Đơn vị', 'Số'], [1, 'Sở Nội vụ', 2]] }],
      [
        'page-header: T12',
        'paragraph: BÁO CÁO QUÝ I',
        'table-row: TT\tĐơn vị\tSố',
        'table-row: 1\tSở Nội vụ\t2',
      ],
    ],
    [
      'no heading for a sheet that nobody named',
      [
        { name: 'Sheet1', rows: [['a', 1]] },
        { name: 'Trang tính2', rows: [['b', 2]] },
      ],
      ['table-row: a\t1', 'table-row: b\t2'],
    ],
  ])('%s', async (_, sheets, expected) => {
    expect(await blockLines(spreadsheet, make(sheets, type))).toEqual(expected)
  })

  test.each<[string, unknown[], string]>([
    ['thousands and decimals', [number(1011821.5, '#,##0.0'), 87.25], '1.011.821,5\t87,25'],
    ['percentages', [number(0.756, '0.0%'), number(-0.05, '0%')], '75,6%\t-5%'],
    [
      'numbers with words of their format',
      [number(1234.5, '#,##0.0" đ/kg"'), 1],
      '1.234,5 đ/kg\t1',
    ],
    ['numbers of lists', [number(1, '0"."'), number(2, '0")"')], '1.\t2)'],
    ['a dash for nothing', [number(0, '#,##0;-#,##0;"-"'), 1], '-\t1'],
    ['points that the format has typed', [number(1234, '0\\.000'), 5], '1.234\t5'],
    ['texts that look like numbers as they stand', ['1.001', '5,9'], '1.001\t5,9'],
    ["Excel's own short date", [number(45356, 'm/d/yy'), 1], '05/03/2024\t1'],
    ['American dates', [number(45356.5, 'mm/dd/yyyy hh:mm'), 1], '05/03/2024 12:00\t1'],
    [
      'the long date of the system',
      [number(45356, '[$-F800]dddd, mmmm dd, yyyy'), 1],
      '05/03/2024\t1',
    ],
    [
      'Vietnamese dates',
      [number(45356, 'dd/mm/yyyy'), number(45356, 'd-m-yyyy')],
      '05/03/2024\t5-3-2024',
    ],
    ['texts that begin with "="', ['=1+1', 'x'], '=1+1\tx'],
    ['empty cells between, and cells of several lines as one', ['a\nb', '', 'c', ''], 'a b\tc'],
  ])('shows %s', async (_, row, expected) => {
    // A second row keeps the columns where they are.
    const filled = expected.includes('a b') ? [] : [row.map(() => 1)]
    const lines = await linesOf(make([{ name: 'A', rows: [row, ...filled] }], type))
    expect(lines[0]).toBe(`table-row: ${expected}`)
  })

  test('merged cells once, with room for the columns they span', async () => {
    const rows = [
      ['TT', 'Năm 2024', 'thừa', 'Ghi chú'],
      ['', 'Chỉ tiêu', 'Kết quả', 'thừa'],
      [1, 10, 9, 'x'],
    ]
    const merges = ['A1:A2', 'B1:C1', 'D1:D2']
    expect(await linesOf(make([{ name: 'A', rows, merges }], type))).toEqual([
      'table-row: TT\tNăm 2024\t\tGhi chú',
      'table-row: \tChỉ tiêu\tKết quả',
      'table-row: 1\t10\t9\tx',
    ])
  })

  test('what stands around a table is no row of it', async () => {
    const rows = [
      ['UBND TỈNH LẠNG SƠN', null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['SỞ Y TẾ', null, null, 'Độc lập - Tự do - Hạnh phúc'],
      ['BÁO CÁO TÌNH HÌNH QUÝ I'],
      ['Đơn vị tính:', 'triệu đồng'],
      [],
      ['TT', 'Nội dung', 'Số tiền', 'Ghi chú'],
      [1, 'Chi', 10, 'a'],
      ['A. Chi thường xuyên'],
      [2, 'Thu', 20, 'b'],
      [],
      ['NGƯỜI LẬP BIỂU', null, null, 'GIÁM ĐỐC\n(Ký tên)'],
    ]
    expect(await linesOf(make([{ name: 'A', rows }], type))).toEqual([
      'paragraph: UBND TỈNH LẠNG SƠN',
      'paragraph: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'paragraph: SỞ Y TẾ',
      'paragraph: Độc lập - Tự do - Hạnh phúc',
      'paragraph: BÁO CÁO TÌNH HÌNH QUÝ I',
      'paragraph: Đơn vị tính: triệu đồng',
      'table-row: TT\tNội dung\tSố tiền\tGhi chú',
      'table-row: 1\tChi\t10\ta',
      'table-row: A. Chi thường xuyên',
      'table-row: 2\tThu\t20\tb',
      'paragraph: NGƯỜI LẬP BIỂU',
      'paragraph: GIÁM ĐỐC',
      'paragraph: (Ký tên)',
    ])
  })

  test.each<[string, unknown[][], string[]]>([
    [
      'a table of two columns',
      [
        ['Tên', 'Mã'],
        ['Sở Y tế', 'SYT'],
      ],
      ['table-row: Tên\tMã', 'table-row: Sở Y tế\tSYT'],
    ],
    [
      'short rows within a table and at its end',
      [['TT', 'Tên', 'Số'], [1, 'xi măng', 5], ['', 'lò quay'], ['Cộng']],
      [
        'table-row: TT\tTên\tSố',
        'table-row: 1\txi măng\t5',
        'table-row: \tlò quay',
        'table-row: Cộng',
      ],
    ],
  ])('ignores %s', async (_, rows, expected) => {
    expect(await linesOf(make([{ name: 'A', rows }], type))).toEqual(expected)
  })

  test('two columns typed into one cell with spaces are two', async () => {
    const head = 'SỞ Y TẾ             Độc lập - Tự do - Hạnh phúc'
    const dots = '....., ngày        tháng      năm'
    expect(await linesOf(make([{ name: 'A', rows: [[head], [dots]] }], type))).toEqual([
      'paragraph: SỞ Y TẾ',
      'paragraph: Độc lập - Tự do - Hạnh phúc',
      'paragraph: ....., ngày tháng năm',
    ])
  })

  test('hidden sheets are read, and said to be hidden', async () => {
    const parsed = await parse(
      make(
        [
          { name: 'A', rows: [['x', 1], [], [''], ['y', 2]] },
          { name: 'Trống', rows: [[null, ' ']] },
          { name: 'Ẩn', rows: [['bí mật', 1]], hidden: true },
        ],
        type,
      ),
    )
    expect(parsed.text).toBe('A\nx\t1\ny\t2\nẨn\nbí mật\t1')
    expect(parsed.warnings).toHaveLength(1)
    const [warning] = parsed.warnings
    expect(warning?.code).toBe('hidden-sheet')
    expect(parsed.text.slice(warning?.start, warning?.end)).toBe('Ẩn\nbí mật\t1')
  })

  test('without any cell there is no text', async () => {
    const empty = make([{ name: 'A', rows: [[]] }], type)
    await expect(parse(empty)).rejects.toMatchObject({ code: 'no-text' })
  })

  test('a file cut short is a bad document at every length', async () => {
    const bytes = make([{ name: 'A', rows: [['x', 1]] }], type)
    for (let length = 600; length < bytes.length - 1500; length += 997) {
      const outcome = await parse(bytes.subarray(0, length)).then(
        () => 'read',
        (error: unknown) => (error as { code?: string }).code,
      )
      expect(['read', 'corrupt', 'no-text']).toContain(outcome)
    }
  })
})

const fonts = ['Arial', '.VnTime', '.VnTimeH', 'VNI-Times', 'Calibri', '.VnArialH']
const report = 'B¸o c¸o t×nh h×nh ®Çu t­ n¨m 2005'
const vni = 'Baùo caùo tình hình ñaàu tö naêm 2005'
const text = (row: number, column: number, words: string, font?: number): XlsText => ({
  row,
  column,
  text: words,
  ...(font === undefined ? {} : { font }),
})

/** The same texts in the three kinds of workbooks, in a sheet "A". */
const inAll: ReadonlyArray<readonly [string, (texts: XlsText[]) => Buffer]> = [
  ['BIFF8', (texts) => makeXls8({ fonts, sheets: [{ name: 'A', texts }] })],
  ['BIFF5', (texts) => makeXls5({ fonts, sheets: [{ name: 'A', texts }] })],
  // Vietnamese Windows writes its own code page, though the bytes are those of the font.
  [
    'BIFF5 in code page 1258',
    (texts) => makeXls5({ fonts, codePage: 1258, sheets: [{ name: 'A', texts }] }),
  ],
  ['xlsx', (texts) => makeXlsx(xlsxParts(texts))],
]

function xlsxParts(texts: XlsText[]) {
  const last = Math.max(...texts.map(({ row }) => row))
  const rows = Array.from({ length: last + 1 }, (_, r) => {
    const cells = texts.flatMap(({ row, column, font = 0 }, i) =>
      row === r
        ? [`<c r="${xlsx.utils.encode_cell({ r, c: column })}" s="${font}" t="s"><v>${i}</v></c>`]
        : [],
    )
    return `<row r="${r + 1}">${cells.join('')}</row>`
  })
  const strings = texts.map(({ text: words, changes = [] }) => {
    if (changes.length === 0) return `<si><t>${words}</t></si>`
    const places: Array<[number, number | null]> = [[0, null], ...changes]
    const runs = places.map(([start, font], i) => {
      const properties = font === null ? '' : `<rPr><rFont val="${fonts[font]}"/></rPr>`
      return `<r>${properties}<t xml:space="preserve">${words.slice(start, places[i + 1]?.[0])}</t></r>`
    })
    return `<si>${runs.join('')}</si>`
  })
  return { fonts, strings: strings.join(''), sheets: [{ name: 'A', rows: rows.join('') }] }
}

describe.each(inAll)('old fonts in %s', (_, makeWith) => {
  test.each<[string, XlsText[], string[]]>([
    ['TCVN3', [text(0, 0, report, 1)], ['Báo cáo tình hình đầu tư năm 2005']],
    ['VNI', [text(0, 0, vni, 3)], ['Báo cáo tình hình đầu tư năm 2005']],
    [
      'fonts of capitals, cell by cell',
      [
        text(0, 0, report, 1),
        text(1, 0, 'céng hßa', 2),
        text(1, 1, 'Céng hßa', 1),
        text(1, 2, 'stt', 5),
      ],
      ['Báo cáo tình hình đầu tư năm 2005', 'CỘNG HÒA\tCộng hòa\tSTT'],
    ],
    [
      'both in one workbook',
      [text(0, 0, report, 1), text(1, 0, vni, 3)],
      ['Báo cáo tình hình đầu tư năm 2005', 'Báo cáo tình hình đầu tư năm 2005'],
    ],
    [
      'a font that changes within a cell',
      [
        text(0, 0, report, 1),
        { row: 1, column: 0, text: 'Sè liÖu céng hßa', font: 1, changes: [[8, 2]] },
      ],
      ['Báo cáo tình hình đầu tư năm 2005', 'Số liệu CỘNG HÒA'],
    ],
    [
      'foreign words that no syllable vouches for',
      [text(0, 0, report, 1), text(1, 0, 'Xim¨ng poãcl¨ng', 1)],
      ['Báo cáo tình hình đầu tư năm 2005', 'Ximăng poóclăng'],
    ],
    ['without the font, by the words', [text(0, 0, report)], ['Báo cáo tình hình đầu tư năm 2005']],
  ])('reads %s', async (_, texts, expected) => {
    const lines = (await linesOf(makeWith(texts))).map((line) => line.replace(/^[a-z-]+: /, ''))
    expect(lines).toEqual(expected)
  })

  test.each<[string, XlsText[]]>([
    ['plain words in a plain font', [text(0, 0, 'Tong cong')]],
    ['French in a plain font', [text(0, 0, 'Société générale de crédit')]],
    ['powers', [text(0, 0, 'Dien tich (m²)', 1)]],
  ])('ignores %s', async (_, texts) => {
    expect((await parse(makeWith(texts))).text).toBe(`A\n${texts[0]?.text}`)
  })

  test('keeps what the file held, and says what was decoded', async () => {
    const parsed = await parse(makeWith([text(0, 0, report, 1), text(0, 1, 'TT'), text(0, 2, 'x')]))
    expect(parsed.blocks[1]).toMatchObject({ original: `${report}\tTT\tx` })
    expect(parsed.warnings.map(({ code }) => code)).toEqual(['legacy-encoding'])
  })
})

test('a Unicode workbook that still names .VnTime stays as it is', async () => {
  const words = 'Báo cáo của Ủy ban nhân dân tỉnh'
  const parsed = await parse(
    makeXls8({
      fonts,
      sheets: [{ name: 'A', texts: [text(0, 0, words, 1), text(1, 0, 'stt', 2)] }],
    }),
  )
  expect(parsed.text).toBe(`A\n${words}\nstt`)
  expect(parsed.warnings).toEqual([])
})

describe('BIFF8', () => {
  test('old letters beside Unicode in one cell', async () => {
    const texts = [
      ...Array.from({ length: 21 }, (_, i) => text(i, 0, report, 1)),
      text(21, 0, 'tại QuyÕt ®ịnh ngµy', 1),
    ]
    const lines = await linesOf(makeXls8({ fonts, sheets: [{ name: 'A', texts }] }))
    expect(lines.at(-1)).toBe('paragraph: tại Quyết định ngày')
  })

  test('a table of strings cut anywhere', async () => {
    const texts = [
      text(0, 0, report, 1),
      {
        row: 1,
        column: 0,
        text: 'Sè liÖu céng hßa',
        font: 1,
        changes: [[8, 2]] as Array<[number, number]>,
      },
      {
        row: 2,
        column: 0,
        text: 'v¨n b¶n cña tØnh',
        font: 1,
        changes: [[8, 2]] as Array<[number, number]>,
      },
    ]
    // Inside the characters of the three strings.
    for (const sstCuts of [[31], [31, 102], [102, 133]]) {
      const bytes = makeXls8({ fonts, sheets: [{ name: 'A', texts }], sstCuts })
      expect((await parse(bytes)).text).toBe(
        'A\nBáo cáo tình hình đầu tư năm 2005\nSố liệu CỘNG HÒA\nvăn bản CỦA TỈNH',
      )
    }
  })

  test('sheets in the order of the tabs, without macro sheets', async () => {
    const bytes = makeXls8({
      fonts,
      sheets: [
        { name: 'Một', texts: [text(0, 0, 'a')] },
        { name: '00000000', texts: [text(0, 0, 'macro')], kind: 1, state: 2 },
        { name: 'Hai', texts: [text(0, 0, 'b')], state: 1 },
      ],
    })
    const parsed = await parse(bytes)
    expect(parsed.text).toBe('Một\na\nHai\nb')
    expect(parsed.warnings.map(({ code }) => code)).toEqual(['hidden-sheet'])
  })
})

test('an OpenDocument spreadsheet as its cells show it', async () => {
  const cell = (type: string, value: string, shown: string) =>
    `<table:table-cell office:value-type="${type}" office:${type === 'date' ? 'date-' : ''}value="${value}"><text:p>${shown}</text:p></table:table-cell>`
  const content = `<office:document-content><office:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet><table:table table:name="Quý I"><table:table-row>${cell('float', '3085.5', '3.085,5')}${cell('percentage', '0.756', '75,6%')}${cell('date', '2024-03-05', '05/03/2024')}</table:table-row><table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table><table:table table:name="Ẩn" table:style-name="ta2"><table:table-row>${cell('float', '1', '1')}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`
  const zip = (manifest: string) =>
    writeStoredZip([
      ['mimetype', Buffer.from('application/vnd.oasis.opendocument.spreadsheet')],
      ['META-INF/manifest.xml', Buffer.from(manifest)],
      ['styles.xml', Buffer.from('<office:document-styles/>')],
      ['content.xml', Buffer.from(content)],
    ])
  const parsed = await parse(zip('<manifest:manifest/>'))
  expect(parsed.text).toBe('Quý I\n3.085,5\t75,6%\t05/03/2024\nẨn\n1')
  expect(parsed.warnings.map(({ code }) => code)).toEqual(['hidden-sheet'])
  await expect(parse(zip('<manifest:encryption-data/>'))).rejects.toMatchObject({
    code: 'encrypted',
  })
})

test('text boxes after their sheet, without the pictures beside them', async () => {
  const box = (words: string) =>
    `<xdr:sp><xdr:txBody><a:p><a:r><a:t>${words}</a:t></a:r></a:p></xdr:txBody></xdr:sp>`
  const bytes = makeXlsx({
    sheets: [{ name: 'A', rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }],
    others: [
      [
        'xl/worksheets/_rels/sheet1.xml.rels',
        '<Relationships><Relationship Id="rId1" Type="x/drawing" Target="../drawings/drawing1.xml"/></Relationships>',
      ],
      [
        'xl/drawings/drawing1.xml',
        `<xdr:wsDr><xdr:grpSp>${box('BÁO CÁO &amp;')}${box('QUÝ I')}</xdr:grpSp><xdr:pic><xdr:cNvPr descr="ảnh"/></xdr:pic></xdr:wsDr>`,
      ],
    ],
  })
  expect(await linesOf(bytes)).toEqual(['table-row: 1', 'paragraph: BÁO CÁO &', 'paragraph: QUÝ I'])
})

describe('hostile workbooks', () => {
  test('one cell at the end of the largest sheet', async () => {
    const cell = (place: string) => `<c r="${place}" t="inlineStr"><is><t>ô ${place}</t></is></c>`
    const bytes = makeXlsx({
      sheets: [
        {
          name: 'A',
          rows: `<row r="1">${cell('A1')}</row><row r="1048576">${cell('XFD1048576')}</row>`,
        },
      ],
    })
    expect((await parse(bytes)).text).toBe('A\nô A1\nô XFD1048576')
  })

  test('links and merged cells over all cells', async () => {
    const bytes = makeXlsx({
      sheets: [
        {
          name: 'A',
          rows: '<row r="1"><c r="A1"><v>1</v></c></row>',
          after:
            '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>',
        },
      ],
    })
    expect((await parse(bytes)).text).toBe('A\n1')
  })

  test('more rows than are read: the rest is left out, and said', async () => {
    const rows = Array.from(
      { length: 200_010 },
      (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>1</v></c></row>`,
    )
    const parsed = await parse(makeXlsx({ sheets: [{ name: 'A', rows: rows.join('') }] }))
    expect(parsed.partial).toBe(true)
    expect(parsed.warnings.map(({ code }) => code)).toEqual(['too-many-cells'])
  })

  test('formulas are not computed, other workbooks not opened', async () => {
    const bytes = makeXlsx({
      sheets: [
        {
          name: 'A',
          rows: '<row r="1"><c r="A1"><f>1+1</f><v>3</v></c><c r="B1" t="str"><f>[1]B!A1</f><v>đã tính</v></c></row>',
        },
      ],
      others: [['xl/externalLinks/externalLink1.xml', '<!DOCTYPE x>']],
    })
    expect((await parse(bytes)).text).toBe('A\n3\tđã tính')
  })

  test.each<[string, Buffer, string]>([
    [
      'a container that would inflate beyond the limits',
      writeStoredZip([
        ['[Content_Types].xml', Buffer.from('<Types/>')],
        ['xl/workbook.xml', Buffer.alloc(11 * 1024 * 1024, 0x20)],
      ]),
      'zip-bomb',
    ],
    [
      'a container without a workbook',
      writeStoredZip([['xl/x.xml', Buffer.from('<x/>')]]),
      'corrupt',
    ],
    [
      'an old workbook with a password',
      makeXls8({ fonts, sheets: [{ name: 'A', texts: [text(0, 0, 'a')] }], encrypted: true }),
      'encrypted',
    ],
  ])('refuses %s', async (_, bytes, code) => {
    const outcome = blockLines(spreadsheet, bytes, { inflatedBytes: 10 * 1024 * 1024 })
    await expect(outcome).rejects.toMatchObject({ code })
  })
})
