// Word documents: what becomes a block, what is kept, what is refused.
import { describe, expect, test } from 'vitest'
import { docx } from '../../src/parse/docx.ts'
import { defaultLimits, type ParseLimits } from '../../src/parse/parser.ts'
import { writeStoredZip } from '../../src/parse/zip-write.ts'
import {
  abstractNum,
  type DocxParts,
  docxMembers,
  lvl,
  makeDocx,
  num,
  numInstance,
  p,
  r,
  styled,
  table,
} from '../support/make-docx.ts'

const parse = (bytes: Uint8Array, limits: Partial<ParseLimits> = {}) =>
  docx.parse({
    bytes,
    name: 'thu.docx',
    limits: { ...defaultLimits, ...limits },
    progress: () => undefined,
  })

/** "kind level text" of each block. */
async function blocksOf(parts: DocxParts): Promise<string[]> {
  const parsed = await parse(makeDocx(parts))
  return parsed.blocks.map(
    ({ kind, level, start, end }) =>
      `${kind}${level === undefined ? '' : ` ${level}`}: ${parsed.text.slice(start, end)}`,
  )
}

const headingStyles =
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>' +
  '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Mục"/><w:basedOn w:val="H2"/></w:style>' +
  '<w:style w:type="table" w:styleId="Luoi"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr></w:style>'

const textBox = (text: string) =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${p(text)}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${p(text)}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`

const fldChar = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
const instr = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`
const field = (instruction: string, result: string) =>
  `${fldChar('begin')}${instr(instruction)}${fldChar('separate')}${result}${fldChar('end')}`
const styledRun = (properties: string, text: string) =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const deletedMark = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'

describe('blocks', () => {
  test.each<[string, DocxParts, string[]]>([
    [
      'headings by style, list items by list, paragraphs',
      {
        styles: headingStyles,
        numbering: abstractNum(0, lvl(0, 'decimal', '%1.')) + numInstance(1, 0),
        body:
          p('Kết quả', styled('H2')) + p('Chung', styled('Muc')) + p('Một', num(1)) + p('Văn bản'),
      },
      ['heading 2: Kết quả', 'heading 2: Chung', 'list-item 0: 1. Một', 'paragraph: Văn bản'],
    ],
    [
      'the two-column head of an official document: left cell, then right cell',
      {
        body:
          table(
            [
              [
                p('UBND TỈNH ĐIỆN BIÊN') + p('SỞ GIÁO DỤC'),
                p('CỘNG HÒA XÃ HỘI') + p('Độc lập - Tự do'),
              ],
              [p('Số: 12/KH-SGDĐT'), p('Điện Biên, ngày 05 tháng 01 năm 2023')],
            ],
            null,
          ) + p('KẾ HOẠCH'),
      },
      [
        'paragraph: UBND TỈNH ĐIỆN BIÊN',
        'paragraph: SỞ GIÁO DỤC',
        'paragraph: CỘNG HÒA XÃ HỘI',
        'paragraph: Độc lập - Tự do',
        'paragraph: Số: 12/KH-SGDĐT',
        'paragraph: Điện Biên, ngày 05 tháng 01 năm 2023',
        'paragraph: KẾ HOẠCH',
      ],
    ],
    [
      'a table with lines: a block a row, empty cells kept',
      {
        body: table(
          [
            [p('TT'), p('Đơn vị'), p('Số')],
            [p('1'), p('Sở Nội vụ') + p('(chủ trì)'), p('')],
            [p(''), p('Sở Y tế'), p('3')],
          ],
          'single',
        ),
      },
      ['table-row: TT\tĐơn vị\tSố', 'table-row: 1\tSở Nội vụ (chủ trì)', 'table-row: \tSở Y tế\t3'],
    ],
    [
      'a cell over two columns stands for both',
      {
        body: table(
          [
            [p('a'), p('b'), p('c')],
            [p('ab'), p('c')],
          ],
          'single',
        ).replace(
          '<w:tc><w:p><w:r><w:t xml:space="preserve">ab',
          '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t xml:space="preserve">ab',
        ),
      },
      ['table-row: a\tb\tc', 'table-row: ab\t\tc'],
    ],
    [
      'lines drawn by the style of the table',
      {
        styles: headingStyles,
        body: table([[p('a'), p('b')]], null).replace(
          '<w:tblPr>',
          '<w:tblPr><w:tblStyle w:val="Luoi"/>',
        ),
      },
      ['table-row: a\tb'],
    ],
    [
      'a line break parts sentences, but not a wrapped one',
      {
        body: p(
          `${r('QUY CHẾ')}<w:r><w:br/></w:r>${r('Về việc quản')}<w:r><w:br/></w:r>${r('lý')}`,
        ),
      },
      ['paragraph: QUY CHẾ', 'paragraph: Về việc quản\nlý'],
    ],
    [
      'a text box, once',
      { body: p(r('Neo') + textBox('Dự thảo')) },
      ['paragraph: Neo', 'paragraph: Dự thảo'],
    ],
    [
      'a tracked change as accepted',
      {
        body: p(
          `${r('giữ ')}<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:ins>${r('thêm')}</w:ins>`,
        ),
      },
      ['paragraph: giữ thêm'],
    ],
    [
      'fields, links, formulas, content controls, symbols',
      {
        body:
          p(
            `<w:fldSimple w:instr="DOCPROPERTY x">${r('trường ')}</w:fldSimple><w:hyperlink>${r('liên kết')}</w:hyperlink>`,
          ) +
          `<w:sdt><w:sdtContent>${p('ô nhập')}</w:sdtContent></w:sdt>` +
          p('<m:oMathPara><m:oMath><m:r><m:t>a &lt; b</m:t></m:r></m:oMath></m:oMathPara>'),
      },
      ['paragraph: trường liên kết', 'paragraph: ô nhập', 'paragraph: a < b'],
    ],
    [
      'footnotes, then each header and footer once, not the page number alone',
      {
        body: p('Thân'),
        footnotes: `<w:footnote w:type="separator" w:id="-1">${p('---')}</w:footnote><w:footnote w:id="1">${p('Chú thích')}</w:footnote>`,
        headers: [p('Sở Giáo dục'), p('Sở Giáo dục'), p('2')],
        footers: [p('Lưu hành nội bộ')],
      },
      [
        'paragraph: Thân',
        'footnote: Chú thích',
        'page-header: Sở Giáo dục',
        'page-footer: Lưu hành nội bộ',
      ],
    ],
    [
      'a complex field: its result, not its instruction, nor what is nested in that',
      {
        body: p(
          `${r('Bảng ')}${field('SEQ Bảng', r('3'))}${r(': ')}${fldChar('begin')}${instr('IF ')}${field('MERGEFIELD x', r('ẩn'))}${instr(' = 1')}${fldChar('separate')}${r('kết quả')}${fldChar('end')}`,
        ),
      },
      ['paragraph: Bảng 3: kết quả'],
    ],
    [
      'a field that never ends hides nothing',
      { body: p(`${fldChar('begin')}${r('giữ')}`) + p('sau') },
      ['paragraph: giữ', 'paragraph: sau'],
    ],
    [
      'a table of contents as chrome, by its field and by its styles',
      {
        styles: '<w:style w:type="paragraph" w:styleId="ML1"><w:name w:val="toc 1"/></w:style>',
        body:
          p(`${fldChar('begin')}${instr('TOC \\o "1-3"')}${fldChar('separate')}${r('Điều 1 5')}`) +
          p('Điều 2 7') +
          p(fldChar('end')) +
          p('Điều 1. Phạm vi') +
          p('Phụ lục', styled('ML1')),
      },
      ['chrome: Điều 1 5', 'chrome: Điều 2 7', 'paragraph: Điều 1. Phạm vi', 'chrome: Phụ lục'],
    ],
    [
      'hidden text goes, by itself, by a style, but not where a style is overruled',
      {
        styles:
          '<w:style w:type="character" w:styleId="An"><w:name w:val="An"/><w:rPr><w:vanish/></w:rPr></w:style>',
        body: p(
          `${r('thấy ')}${styledRun('<w:vanish/>', 'ẩn ')}${styledRun('<w:rStyle w:val="An"/>', 'ẩn ')}${styledRun('<w:rStyle w:val="An"/><w:vanish w:val="0"/>', 'hiện')}`,
        ),
      },
      ['paragraph: thấy hiện'],
    ],
    [
      'a deleted paragraph mark makes one of two; before a table or at the end of a cell it stays',
      {
        body:
          p('Hội nghị ', deletedMark) +
          p('sơ kết') +
          p('Cuối', deletedMark) +
          table([[p('ô', deletedMark), p('b')]], 'single') +
          p('Hết', deletedMark),
      },
      ['paragraph: Hội nghị sơ kết', 'paragraph: Cuối', 'table-row: ô\tb', 'paragraph: Hết'],
    ],
    [
      'what was moved stands in its new place only; a deleted row is gone',
      {
        body:
          p(`<w:moveFrom>${r('dời')}</w:moveFrom>`, '<w:rPr><w:moveFrom/></w:rPr>') +
          p('giữa') +
          p(`<w:moveTo>${r('dời')}</w:moveTo>`) +
          table(
            [
              [p('a'), p('b')],
              [p('bỏ'), p('bỏ')],
            ],
            'single',
          ).replace(/<w:tr>(?=<w:tc><w:p><w:r><w:t[^>]*>bỏ)/, '<w:tr><w:trPr><w:del/></w:trPr>'),
      },
      ['paragraph: giữa', 'paragraph: dời', 'table-row: a\tb'],
    ],
    [
      'comments are left out, capitals as they were written, breaks and hyphens as characters',
      {
        body: p(
          `<w:commentRangeStart w:id="1"/>${styledRun('<w:caps/>', 'kế hoạch')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r><w:r><w:cr/><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t></w:r>`,
        ),
      },
      ['paragraph: kế hoạch', 'paragraph: A\u2011B'],
    ],
    [
      'symbols: by code, and in a run of a symbol font',
      {
        body: p(
          `<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>${r(' có ')}${styledRun('<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>', 'Ø')}<w:r><w:sym/></w:r>${r(' không')}`,
        ),
      },
      ['paragraph: ☑ có ➢ không'],
    ],
    [
      'text with a phonetic guide',
      {
        body: p(
          `<w:r><w:ruby><w:rt>${r('hán')}</w:rt><w:rubyBase>${r('漢')}</w:rubyBase></w:ruby></w:r>`,
        ),
      },
      ['paragraph: 漢'],
    ],
    [
      'text boxes of old drawings, one in the other, with a picture inside',
      {
        body: p(
          `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p(`${r('Ngoài')}<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rId7"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`)}${p(textBox('Trong'))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
        ),
      },
      ['paragraph: Ngoài', 'paragraph: Trong'],
    ],
    [
      'two versions of a text: the one for all programs, once',
      {
        numbering: abstractNum(0, lvl(0, 'decimal', '%1.')) + numInstance(1, 0),
        body: `<mc:AlternateContent><mc:Choice Requires="w99">${p('mới', num(1))}</mc:Choice><mc:Fallback>${p('cũ', num(1))}</mc:Fallback></mc:AlternateContent><mc:AlternateContent><mc:Choice Requires="w99">${p('chỉ một', num(1))}</mc:Choice></mc:AlternateContent>`,
      },
      ['list-item 0: 1. cũ', 'list-item 0: 2. chỉ một'],
    ],
    [
      'a table inside a cell, between the parts of its row',
      {
        body: table(
          [[p('TT'), p('trước') + table([[p('x'), p('y')]], 'single') + p('sau'), p('z')]],
          'single',
        ),
      },
      ['table-row: TT\ttrước', 'table-row: x\ty', 'table-row: \tsau\tz'],
    ],
    [
      'two columns made with tabs in the head of a document',
      {
        body:
          p(
            `${r('UBND TỈNH X')}<w:r><w:tab/><w:tab/></w:r>${r('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')}`,
          ) + p('Nội dung'),
      },
      [
        'paragraph: UBND TỈNH X',
        'paragraph: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'paragraph: Nội dung',
      ],
    ],
    [
      'a footer without the page number in it',
      { body: p('Thân'), footers: [p(`${r('Mật. Trang ')}${field('PAGE', r('2'))}`)] },
      ['paragraph: Thân', 'page-footer: Mật. Trang'],
    ],
  ])('%s', async (_, parts, blocks) => {
    expect(await blocksOf(parts)).toEqual(blocks)
  })

  test('the title of the properties is metadata, never text', async () => {
    const parsed = await parse(makeDocx({ body: p('Thân'), title: 'Kế hoạch &amp; chương trình' }))
    expect(parsed.metadata).toEqual({ title: 'Kế hoạch & chương trình' })
    expect(parsed.text).toBe('Thân')
  })

  test('another prefix for the same namespace', async () => {
    const members = docxMembers({ body: p('Đây', '<w:outlineLvl w:val="2"/>') }).map(
      ([name, xml]): [string, Buffer] => [
        name,
        Buffer.from(xml.replaceAll('w:', 'ns0:').replaceAll('xmlns:w=', 'xmlns:ns0=')),
      ],
    )
    const parsed = await parse(writeStoredZip(members))
    expect(parsed.text).toBe('Đây')
    expect(parsed.blocks[0]).toMatchObject({ kind: 'heading', level: 3 })
  })

  test('parts of other formats are said to be missing', async () => {
    const parsed = await parse(makeDocx({ body: `${p('Thân')}<w:altChunk r:id="rId5"/>` }))
    expect(parsed.warnings.map(({ code }) => code)).toEqual(['part-not-read'])
  })
})

const strict = (xml: string) =>
  xml
    .replaceAll(
      'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
      'http://purl.oclc.org/ooxml/wordprocessingml/main',
    )
    .replaceAll(
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      'http://purl.oclc.org/ooxml/officeDocument/relationships',
    )
const listed: DocxParts = {
  numbering: abstractNum(0, lvl(0, 'decimal', 'Nhiệm vụ %1:')) + numInstance(1, 0),
  body: p('Ổn định', num(1)),
}

describe('containers', () => {
  test.each<[string, Array<[string, string | Buffer]>]>([
    ['Strict OOXML', docxMembers(listed).map(([name, xml]) => [name, strict(xml)])],
    [
      'parts with other names, found by the relations',
      docxMembers(listed).map(([name, xml]) => [
        name
          .replace('word/numbering.xml', 'word/lists/num1.xml')
          .replaceAll('document.xml', 'main2.xml'),
        xml
          .replace('Target="numbering.xml"', 'Target="/word/lists/num1.xml"')
          .replace('Target="word/document.xml"', 'Target="./word/main2.xml"'),
      ]),
    ],
    [
      'names in capitals and with backslashes',
      docxMembers(listed).map(([name, xml]) => [
        name.startsWith('word/') ? name.toUpperCase().replaceAll('/', '\\') : name,
        xml,
      ]),
    ],
    [
      'a template with macros',
      docxMembers(listed).map(([name, xml]) => [
        name,
        xml.replace(
          'openxmlformats-officedocument.wordprocessingml.document.main+xml',
          'ms-word.template.macroEnabledTemplate.main+xml',
        ),
      ]),
    ],
    ['no relations at all', docxMembers(listed).filter(([name]) => !name.endsWith('.rels'))],
    [
      'XML in UTF-16',
      docxMembers(listed).map(([name, xml]) => [
        name,
        Buffer.from(`\uFEFF${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le'),
      ]),
    ],
  ])('%s', async (_, members) => {
    const bytes = writeStoredZip(members.map(([name, xml]) => [name, Buffer.from(xml)]))
    expect((await parse(bytes)).text).toBe('Nhiệm vụ 1: Ổn định')
  })
})

const legacyStyles =
  '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/></w:rPr></w:rPrDefault></w:docDefaults>' +
  '<w:style w:type="paragraph" w:styleId="Hoa"><w:name w:val="Hoa"/><w:rPr><w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/></w:rPr></w:style>' +
  '<w:style w:type="character" w:styleId="Vni"><w:name w:val="Vni"/><w:rPr><w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/></w:rPr></w:style>'
const inFont = (font: string, text: string) =>
  styledRun(`<w:rFonts w:ascii="${font}" w:hAnsi="${font}"/>`, text)

describe('old fonts', () => {
  test.each<[string, DocxParts, string]>([
    [
      'TCVN3 beside Unicode in one paragraph',
      {
        body: p(
          `${inFont('Times New Roman', 'Số 12 của Sở Nội vụ ')}${inFont('.VnTime', 'tØnh §iÖn Biªn')}`,
        ),
      },
      'Số 12 của Sở Nội vụ tỉnh Điện Biên',
    ],
    [
      'a word parted into runs, and words in the font of capitals',
      {
        body: p(
          `${inFont('.VnTime', 'Héi nghÞ s¬ k')}${inFont('.VnTime', 'Õt cña ')}${inFont('.VnTimeH', 'tØnh Qu¶ng B×nh')}`,
        ),
      },
      'Hội nghị sơ kết của TỈNH QUẢNG BÌNH',
    ],
    [
      'the font of a style, of a character style, of the theme',
      {
        styles: legacyStyles,
        theme: '<a:minorFont><a:latin typeface=".VnTime"/></a:minorFont>',
        body:
          p('céng hßa x· héi', styled('Hoa')) +
          p(
            `${r('Héi nghÞ cña tØnh ')}${styledRun('<w:rStyle w:val="Vni"/>', 'hoäi nghò toång keát')}`,
          ),
      },
      'CỘNG HÒA XÃ HỘI\nHội nghị của tỉnh hội nghị tổng kết',
    ],
  ])('%s', async (_, parts, text) => {
    const parsed = await parse(makeDocx(parts))
    expect(parsed.text).toBe(text)
    expect(parsed.warnings.map(({ code }) => code)).toContain('legacy-encoding')
  })

  test.each<[string, string]>([
    ['Unicode in a font whose name is left over', inFont('.VnTime', 'Hội nghị sơ kết của tỉnh')],
    [
      'single letters in a left-over font',
      `${inFont('Arial', 'Hội nghị t')}${inFont('.VnTime', 'ổ')}${inFont('Arial', 'ng k')}${inFont('.VnTime', 'ế')}${inFont('Arial', 't')}`,
    ],
  ])('ignores %s', async (_, run) => {
    const parsed = await parse(makeDocx({ body: p(run) }))
    expect(parsed.text).toMatch(/^Hội nghị (?:sơ kết của tỉnh|tổng kết)$/)
    expect(parsed.warnings).toEqual([])
  })
})
