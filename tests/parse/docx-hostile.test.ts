// Hostile and broken Word documents: each has its own code and sentence, and none costs more than its size.
import { createRequire } from 'node:module'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { BadDocumentError } from '../../src/errors.ts'
import { docx } from '../../src/parse/docx.ts'
import { defaultLimits, type ParseLimits } from '../../src/parse/parser.ts'
import { readDocument } from '../../src/parse/read-document.ts'
import { writeStoredZip } from '../../src/parse/zip-write.ts'
import {
  abstractNum,
  docxMembers,
  lvl,
  makeDocx,
  num,
  numInstance,
  p,
  r,
  startOverride,
  styled,
  table,
} from '../support/make-docx.ts'

const cfb = createRequire(import.meta.url)('cfb') as typeof import('cfb')

const parse = (bytes: Uint8Array, limits: Partial<ParseLimits> = {}) =>
  docx.parse({
    bytes,
    name: 'thu.docx',
    limits: { ...defaultLimits, ...limits },
    progress: () => undefined,
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
    ['a document of zero bytes in the container', withPart('word/document.xml', ''), 'corrupt'],
    [
      'a container cut off before its text',
      good.subarray(0, good.indexOf('word/document.xml')),
      'corrupt',
    ],
    [
      'a million paragraphs',
      withPart('word/document.xml', documentXml('<w:p></w:p>'.repeat(1_000_001))),
      'too-complex',
    ],
    [
      'ten million empty paragraphs',
      withPart('word/document.xml', documentXml('<w:p/>'.repeat(10_000_000))),
      'too-complex',
    ],
    [
      'one paragraph of eleven million characters',
      withPart('word/document.xml', documentXml(p(r('chữ ').repeat(230_000)))),
      'too-complex',
    ],
    ['a cut-off ZIP bomb', deflated(zeros, zeros.length).subarray(0, -60), 'zip-bomb'],
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

  test.each<[string, () => Buffer, string]>([
    [
      'styles based on each other in a circle',
      () =>
        makeDocx({
          styles:
            '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>',
          body: p('x', styled('A')),
        }),
      'x',
    ],
    [
      'numbering styles that name each other',
      () =>
        makeDocx({
          numbering: `${abstractNum(0, '<w:numStyleLink w:val="DS"/>')}${abstractNum(1, '<w:numStyleLink w:val="DS"/>')}${numInstance(1, 0)}${numInstance(2, 1)}`,
          styles:
            '<w:style w:type="numbering" w:styleId="DS"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
          body: p('x', num(1)) + p('y', num(2)),
        }),
      'x\ny',
    ],
    [
      'a hundred thousand styles, each based on the last',
      () =>
        makeDocx({
          styles: Array.from(
            { length: 100_000 },
            (_, i) =>
              `<w:style w:type="paragraph" w:styleId="S${i}"><w:basedOn w:val="S${i - 1}"/></w:style>`,
          ).join(''),
          body: p('x', styled('S99999')),
        }),
      'x',
    ],
    [
      'levels and starts without number, and a level text without end',
      () =>
        makeDocx({
          numbering:
            abstractNum(0, lvl(0, 'decimal', '%1'.repeat(100_000))) +
            numInstance(
              1,
              0,
              Array.from({ length: 20_000 }, (_, i) => startOverride(i - 5, 2)).join(''),
            ),
          body: p('x', num(1, -3)) + p('y', num(1, 1e9)),
        }),
      'x\ny',
    ],
    [
      'fields that are begun and never ended',
      () =>
        makeDocx({
          body: p(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>${r('x')}`.repeat(5_000)),
        }),
      'x'.repeat(5_000),
    ],
    [
      'a bomb that lies beside the document',
      () => withPart('word/embeddings/a.zip', zeros.subarray(0, 9_000_000).toString()),
      'x',
    ],
    [
      'a cell of half a million spaces and as many line breaks',
      () =>
        makeDocx({
          body:
            table([[p(`a${' '.repeat(500_000)}b`), p('c')]], 'single') +
            p(`${r('x')}${'<w:r><w:br/></w:r>'.repeat(100_000)}${r('y')}`),
        }),
      `a${' '.repeat(500_000)}b\tc\nx\ny`,
    ],
    ['parts of zero bytes', () => withPart('word/styles.xml', ''), 'x'],
  ])('reads %s', async (_, make, text) => {
    expect((await parse(make())).text).toBe(text)
  })

  test('of a container that was cut off what comes before the cut is read', async () => {
    const words = Array.from({ length: 3_000 }, (_, i) => `Căn cứ số ${i} ${(i * 7919) % 1009}`)
    const xml = documentXml(words.map((text) => p(text)).join(''))
    const whole = deflated(Buffer.from(xml), Buffer.byteLength(xml))
    const parsed = await parse(whole.subarray(0, Math.floor(whole.length / 2)))
    expect(parsed.partial).toBe(true)
    expect(parsed.warnings.map(({ code }) => code)).toEqual(['cut-short'])
    const lines = parsed.text.split('\n')
    expect(lines.length).toBeGreaterThan(500)
    expect(lines.slice(0, -1)).toEqual(words.slice(0, lines.length - 1))
  })

  test('a damaged part beside the document is left out, and said so', async () => {
    const members = new Map(docxMembers({ body: p('Thân'), footers: [p('Chân')] }))
    members.set('word/footer1.xml', '<w:ftr><w:p></w:ftr>')
    const bytes = writeStoredZip([...members].map(([name, xml]) => [name, Buffer.from(xml)]))
    const parsed = await parse(bytes)
    expect(parsed).toMatchObject({ text: 'Thân', partial: true })
    expect(parsed.warnings[0]).toMatchObject({
      code: 'part-not-read',
      message: expect.stringContaining('word/footer1.xml'),
    })
  })

  test('at every length of a cut it is a document or a named failure', async () => {
    const whole = makeDocx({ body: p('Hội nghị').repeat(50), styles: '<w:style w:styleId="A"/>' })
    for (let length = 4; length < whole.length; length += 97)
      await parse(whole.subarray(0, length)).then(
        ({ text, partial }) => {
          expect(partial).toBe(true)
          expect(text).toMatch(/^H/)
        },
        (error) => expect(error).toBeInstanceOf(BadDocumentError),
      )
  })

  test('elements where they do not belong: a document or a bad document, never a bug', async () => {
    const strays = [
      '<w:sym/>',
      '<w:tbl/>',
      '<w:tc/>',
      '<w:pict/>',
      '<w:vanish/>',
      '<w:rPr><w:del/></w:rPr>',
      '<w:txbxContent><w:p/></w:txbxContent>',
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
      '<w:drawing><a:blip r:embed="rId1"/></w:drawing>',
      '<w:hyperlink r:id="rId99"/>',
      '<w:footnoteReference w:id="99"/>',
      '<w:numPr><w:ilvl w:val="-1"/><w:numId w:val="x"/></w:numPr>',
      '<mc:AlternateContent/>',
      '<w:sdt><w:sdtPr/><w:sdtContent/></w:sdt>',
    ]
    const body =
      p('Một', num(1)) +
      table([[p('a'), p('b')]], 'single') +
      p(
        `<w:r><w:pict><v:textbox><w:txbxContent>${p('hộp')}</w:txbxContent></v:textbox></w:pict></w:r>`,
      )
    const numbering = abstractNum(0, lvl(0, 'decimal', '%1.')) + numInstance(1, 0)
    for (let at = body.indexOf('<'); at >= 0; at = body.indexOf('<', at + 1))
      for (const stray of strays)
        await parse(
          makeDocx({ numbering, body: body.slice(0, at) + stray + body.slice(at) }),
        ).catch((error) => expect(error).toBeInstanceOf(BadDocumentError))
  })

  test('a document under a password', async () => {
    const container = cfb.utils.cfb_new()
    cfb.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(5_000, 7))
    cfb.utils.cfb_add(container, '/EncryptionInfo', Buffer.alloc(500, 7))
    const bytes = Buffer.from(cfb.write(container, { type: 'buffer' }) as Buffer)
    const reading = readDocument({
      bytes,
      name: 'thu.docx',
      limits: defaultLimits,
      progress() {},
    })
    await expect(reading).rejects.toMatchObject({ code: 'encrypted' })
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

  test('a long document is read in chunks, a long table between its rows', async () => {
    const row = `<w:tr>${`<w:tc>${p('Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;')}</w:tc>`.repeat(3)}</w:tr>`
    const long = p('Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;').repeat(12_000)
    const longTable = `<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>${row.repeat(4_000)}</w:tbl>`
    const parsed = await parse(makeDocx({ body: long + longTable }))
    expect(parsed.blocks).toHaveLength(16_000)
    expect(new Set(parsed.text.split('\n')).size).toBe(2)
  })
})
