// Files that harm whoever reads them carelessly, built by code, the same each time; with what must become of each.
import { makeDocx, p, r } from './make-docx.ts'
import { makeZip } from './make-zip.ts'
import { writePdf } from './write-pdf.ts'

export type NastyFile = {
  name: string
  bytes: Uint8Array
  /** Codes that say what is wrong with it; "read" where it can be read, "partial" where a part of it can. */
  ends: string[]
}

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const documentXml = (xml: string) =>
  makeZip([
    { name: '[Content_Types].xml', content: Buffer.from('<Types/>') },
    { name: 'word/document.xml', content: Buffer.from(xml) },
  ])
const docxOf = (body: string) =>
  documentXml(`<w:document ${w}><w:body>${body}</w:body></w:document>`)
const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024, ' ')
const entities = Array.from(
  { length: 9 },
  (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`,
).join('')
const page = { texts: [{ x: 72, y: 92, text: 'Điều 1. Phạm vi điều chỉnh của Quy định này.' }] }
const pdf = Buffer.from(writePdf([page, page, page]))
const png = (width: number, height: number) => {
  const head = Buffer.from(
    '\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\0\0\0\0\0\0\x08\x02\0\0\0\0\0\0\0',
    'latin1',
  )
  head.writeUInt32BE(width, 16)
  head.writeUInt32BE(height, 20)
  return Buffer.concat([head, Buffer.from('\0\0\0\0IEND\xAE\x42\x60\x82', 'latin1')])
}

/** All of them. Built anew at each call, since some are large. */
export function nastyFiles(): NastyFile[] {
  const bomb = documentXml('x')
  return [
    { name: 'rong.docx', bytes: new Uint8Array(), ends: ['empty'] },
    {
      name: 'bom-khai-that.docx',
      bytes: makeZip([
        { name: '[Content_Types].xml', content: Buffer.from('<Types/>') },
        { name: 'word/document.xml', content: zeros(300) },
      ]),
      ends: ['zip-bomb'],
    },
    {
      name: 'bom-khai-gian.docx',
      bytes: makeZip([
        { name: '[Content_Types].xml', content: Buffer.from('<Types/>') },
        { name: 'word/document.xml', content: zeros(300), claims: { size: 1000 } },
      ]),
      ends: ['zip-bomb'],
    },
    {
      name: 'bom-long-nhau.zip',
      bytes: makeZip([{ name: 'a.zip', content: makeZip([{ name: 'b', content: zeros(300) }]) }]),
      ends: ['zip-bomb'],
    },
    {
      name: 'long-20000-the.docx',
      bytes: docxOf('<w:p>'.repeat(20_000) + '</w:p>'.repeat(20_000)),
      ends: ['too-complex'],
    },
    {
      name: 'billion-laughs.docx',
      bytes: documentXml(
        `<!DOCTYPE x [<!ENTITY e0 "ha">${entities}]><w:document ${w}><w:body><w:p><w:r><w:t>&e9;</w:t></w:r></w:p></w:body></w:document>`,
      ),
      ends: ['corrupt', 'too-complex', 'no-text'],
    },
    {
      name: 'thuc-the-ngoai.docx',
      bytes: documentXml(
        `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document ${w}><w:body><w:p><w:r><w:t>Nội dung &e;</w:t></w:r></w:p></w:body></w:document>`,
      ),
      ends: ['corrupt', 'read', 'too-complex'],
    },
    {
      name: 'cat-ngang.docx',
      bytes: makeDocx({ body: p('Một') }).subarray(0, 400),
      ends: ['corrupt'],
    },
    { name: 'khong-phai-docx.docx', bytes: bomb, ends: ['corrupt', 'no-text'] },
    {
      name: 'muoi-van-doan.docx',
      bytes: docxOf(p('', '').repeat(300_000) + p(r('Hết'))),
      ends: ['read', 'too-complex'],
    },
    {
      name: 'long-20000-the.html',
      bytes: Buffer.from(`<html><body>${'<div>'.repeat(20_000)}chữ`),
      ends: ['too-complex', 'read', 'partial'],
    },
    {
      name: 'chi-co-ma.html',
      bytes: Buffer.from(`<html><body><script>${'x=1;'.repeat(500_000)}</script></body></html>`),
      ends: ['no-text'],
    },
    {
      name: 'hai-tram-nghin-the.html',
      bytes: Buffer.from(`<html><body>${'<p>Một đoạn văn bản.</p>'.repeat(200_000)}</body></html>`),
      ends: ['read', 'too-complex', 'too-slow', 'partial'],
    },
    {
      name: 'cat-ngang.pdf',
      bytes: pdf.subarray(0, pdf.lastIndexOf('xref', pdf.length - 40)),
      ends: ['read', 'partial'],
    },
    { name: 'chi-con-dau.pdf', bytes: pdf.subarray(0, 200), ends: ['corrupt'] },
    {
      name: 'xref-hong.pdf',
      bytes: Buffer.from(
        pdf.toString('latin1').replace(/startxref\s+\d+/, 'startxref 7'),
        'latin1',
      ),
      ends: ['read'],
    },
    {
      name: 'co-mat-khau.pdf',
      bytes: writePdf([page], { encrypted: true }),
      ends: ['encrypted'],
    },
    {
      name: 'cay-trang-vong.pdf',
      bytes: writePdf([page], { cyclicPages: true }),
      ends: ['corrupt', 'read', 'partial', 'no-text'],
    },
    {
      name: 'trang-50000.pdf',
      bytes: writePdf([{ ...page, size: [50_000, 50_000] }]),
      ends: ['read'],
    },
    {
      name: 'ba-nghin-trang.pdf',
      bytes: writePdf(Array.from({ length: 3_000 }, () => page)),
      ends: ['read', 'partial'],
    },
    { name: 'anh-50000.png', bytes: png(50_000, 50_000), ends: ['too-large'] },
    { name: 'anh-hong.png', bytes: png(500, 500), ends: ['corrupt'] },
    {
      name: 'long-20000-nhom.rtf',
      bytes: Buffer.from(`{\\rtf1 ${'{'.repeat(20_000)}chu${'}'.repeat(20_000)}}`),
      ends: ['too-complex', 'read', 'partial'],
    },
    {
      name: 'long-nhau.eml',
      bytes: Buffer.from(
        `Subject: x\r\nMIME-Version: 1.0\r\n${Array.from({ length: 500 }, (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n`).join('')}`,
      ),
      ends: ['corrupt', 'no-text'],
    },
    {
      name: 'mot-dong.txt',
      bytes: Buffer.from('Hội nghị sơ kết học kỳ I '.repeat(700_000)),
      ends: ['read'],
    },
    {
      name: 'qua-nhieu-chu.txt',
      bytes: Buffer.from('Hội nghị sơ kết học kỳ I\n\n'.repeat(2_000_000)),
      ends: ['too-large', 'partial'],
    },
    {
      name: 'rac.bin',
      bytes: Buffer.from(Array.from({ length: 5_000_000 }, (_, i) => (i * 7919) & 255)),
      ends: ['unsupported'],
    },
  ]
}
