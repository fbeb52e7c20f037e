// Word documents: what becomes a block, what is kept, what is refused.
import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { BadDocumentError } from '../../src/errors.ts'
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
            `<w:fldSimple w:instr="PAGE">${r('trường ')}</w:fldSimple><w:hyperlink>${r('liên kết')}</w:hyperlink>`,
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
})

const withPart = (name: string, xml: string): Buffer => {
  const members = new Map(docxMembers({ body: p('x') }))
  members.set(name, xml)
  return writeStoredZip([...members].map(([member, text]) => [member, Buffer.from(text)]))
}

const documentXml = (inner: string, before = ''): string =>
  `${before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inner}</w:body></w:document>`

/** A container with one deflated member, whose directory may lie about its size. */
function deflated(content: Buffer, claimedBytes: number): Buffer {
  const packed = deflateRawSync(content)
  const zip = writeStoredZip([
    ['[Content_Types].xml', Buffer.from('<Types/>')],
    ['word/document.xml', packed],
  ])
  // Method and inflated size, in the local header and in the directory.
  for (const [signature, method, size] of [
    ['PK\x03\x04', 8, 22],
    ['PK\x01\x02', 10, 24],
  ] as const) {
    const at = zip.lastIndexOf(Buffer.from(signature, 'latin1'))
    zip.writeUInt16LE(8, at + method)
    zip.writeUInt32LE(claimedBytes, at + size)
  }
  return zip
}

const zeros = Buffer.alloc(60_000_000, 0x20)
const bomb = deflated(zeros, zeros.length)
const lyingBomb = deflated(zeros, 1000)
const good = makeDocx({ body: p('x') })

describe('hostile files', () => {
  test.each<[string, Buffer, string, Partial<ParseLimits>?]>([
    ['a ZIP bomb that says its size', bomb, 'zip-bomb'],
    ['a ZIP bomb that lies about its size', lyingBomb, 'zip-bomb'],
    ['more members than any document has', good, 'zip-bomb', { zipEntries: 3 }],
    [
      '20,000 nested elements',
      withPart('word/document.xml', documentXml('<w:p>'.repeat(20_000) + '</w:p>'.repeat(20_000))),
      'too-complex',
    ],
    [
      '20,000 nested elements in the styles',
      withPart(
        'word/document.xml',
        documentXml(
          `<w:tbl>${'<w:sdt><w:sdtContent>'.repeat(20_000)}${'</w:sdtContent></w:sdt>'.repeat(20_000)}</w:tbl>`,
        ),
      ),
      'too-complex',
    ],
    [
      'an outside entity',
      withPart(
        'word/document.xml',
        documentXml(p('&x;'), '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
      ),
      'corrupt',
    ],
    [
      'a billion laughs',
      withPart(
        'word/document.xml',
        documentXml(p('&b;'), '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'),
      ),
      'corrupt',
    ],
    [
      'an entity that nobody declared',
      withPart('word/document.xml', documentXml(p('&x;'))),
      'corrupt',
    ],
    [
      'XML that breaks off',
      withPart('word/document.xml', documentXml(p('x')).slice(0, -20)),
      'corrupt',
    ],
    ['a container that was cut off', good.subarray(0, good.length - 100), 'corrupt'],
    [
      'a container without a document',
      writeStoredZip([['_rels/.rels', Buffer.from('<Relationships/>')]]),
      'corrupt',
    ],
    ['a document without text', makeDocx({ body: p('') }), 'no-text'],
  ])('%s', async (_, bytes, code, limits) => {
    const error = await parse(bytes, limits).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(BadDocumentError)
    expect(error).toMatchObject({ code, message: expect.stringContaining('thu.docx') })
  })

  test('a linked picture is never opened', async () => {
    const picture =
      '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><a:blip r:link="rId9"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    const members = new Map(docxMembers({ body: p(r('Ảnh') + picture) }))
    members.set(
      'word/_rels/document.xml.rels',
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///dev/zero" TargetMode="External"/></Relationships>',
    )
    const bytes = writeStoredZip([...members].map(([name, xml]) => [name, Buffer.from(xml)]))
    expect((await parse(bytes)).text).toBe('Ảnh')
  })

  test('a long document is read in time that grows with its length', async () => {
    const body = p('Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;').repeat(20_000)
    const startedAt = performance.now()
    const parsed = await parse(makeDocx({ body }), { inflatedRatio: 1000 })
    expect(parsed.blocks).toHaveLength(20_000)
    expect(performance.now() - startedAt).toBeLessThan(20_000)
  })
})
