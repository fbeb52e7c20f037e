// The files that the site's articles give along, in the format that each one's name says.
import { writeStoredZip } from '../../../src/parse/zip-write.ts'
import { makeDoc } from '../make-doc.ts'
import { makeDocx, p } from '../make-docx.ts'
import { makePpt } from '../make-ppt.ts'
import { makeXls8 } from '../make-xls.ts'
import { makeXlsx } from '../make-xlsx.ts'
import { makeZip } from '../make-zip.ts'
import { writePdf } from '../write-pdf.ts'
import type { FileOfArticle } from './content/department.ts'

const officeNames =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'

type Maker = { type: string; make: (lines: string[]) => Uint8Array }

const makers: Record<string, Maker> = {
  pdf: {
    type: 'application/pdf',
    make: (lines) =>
      writePdf([{ texts: lines.map((text, i) => ({ x: 72, y: 90 + 18 * i, text })) }]),
  },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    make: (lines) => makeDocx({ body: lines.map((line) => p(line)).join('') }),
  },
  doc: {
    type: 'application/msword',
    make: (lines) => makeDoc([{ text: `${lines.join('\r')}\r`, wide: true }]),
  },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    make: (lines) =>
      makeXlsx({
        sheets: [
          {
            name: 'Bảng 1',
            rows: lines
              .map(
                (line, i) =>
                  `<row r="${i + 1}"><c r="A${i + 1}" t="inlineStr"><is><t>${line}</t></is></c></row>`,
              )
              .join(''),
          },
        ],
      }),
  },
  xls: {
    type: 'application/vnd.ms-excel',
    make: (lines) =>
      makeXls8({
        fonts: ['Times New Roman'],
        sheets: [{ name: 'Bảng 1', texts: lines.map((text, row) => ({ row, column: 0, text })) }],
      }),
  },
  ppt: {
    type: 'application/vnd.ms-powerpoint',
    make: (lines) => makePpt([{ shapes: lines.map((text) => ({ text })) }]),
  },
  rtf: {
    type: 'application/rtf',
    make: (lines) =>
      Buffer.from(
        `{\\rtf1\\ansi\\ansicpg1252 ${lines
          .map((line) => line.replace(/[^\x20-\x7e]/g, (char) => `\\u${char.charCodeAt(0)}?`))
          .join('\\par ')}\\par}`,
      ),
  },
  odt: {
    type: 'application/vnd.oasis.opendocument.text',
    make: (lines) =>
      // The kind of an ODT is read from its first member, which must not be packed.
      writeStoredZip([
        ['mimetype', Buffer.from('application/vnd.oasis.opendocument.text')],
        [
          'content.xml',
          Buffer.from(
            `<office:document-content ${officeNames}><office:body><office:text>${lines.map((line) => `<text:p>${line}</text:p>`).join('')}</office:text></office:body></office:document-content>`,
          ),
        ],
      ]),
  },
  zip: {
    type: 'application/zip',
    make: (lines) =>
      makeZip([
        { name: 'thong-bao.txt', content: Buffer.from(lines.join('\n')) },
        {
          name: 'bieu-mau.docx',
          content: makeDocx({ body: lines.map((line) => p(line)).join('') }),
        },
      ]),
  },
}

/** The bytes of a file and their media type; the same bytes every time. */
export function makeFile(
  { name, text }: FileOfArticle,
  version = 1,
): { type: string; bytes: Buffer } {
  const maker = makers[name.slice(name.lastIndexOf('.') + 1)]
  if (!maker) throw new Error(`No file is made for ${name}`)
  const lines = [
    'SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH SƠN HẠ',
    text.toUpperCase(),
    `Các đơn vị trực thuộc căn cứ nội dung của văn bản này để tổ chức thực hiện${version > 1 ? `, thay cho bản lần ${version - 1}` : ''}.`,
    'Nơi nhận: Như trên; Lưu: VT.',
  ]
  return { type: maker.type, bytes: Buffer.from(maker.make(lines)) }
}
