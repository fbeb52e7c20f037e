// Types by content: what is recognised, and what only looks like it.
import CFB from 'cfb'
import { describe, expect, test } from 'vitest'
import { detectMediaType } from '../../src/parse/detect.ts'
import { docxType } from '../../src/parse/media-types.ts'
import { writeStoredZip } from '../../src/parse/zip-write.ts'
import { makeDocx, p } from '../support/make-docx.ts'

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1')
const utf8 = (text: string): Buffer => Buffer.from(text)
const zip = (...names: string[]): Buffer =>
  writeStoredZip(names.map((name) => [name, Buffer.from('x')]))
const ole = (stream: string): Buffer =>
  Buffer.concat([
    latin1('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1'),
    Buffer.alloc(1500),
    Buffer.from(`${stream}\0`, 'utf16le'),
    Buffer.alloc(500),
  ])
/** A real container with these streams. */
const nested = (...paths: string[]): Buffer => {
  const container = CFB.utils.cfb_new()
  for (const path of paths) CFB.utils.cfb_add(container, path, Buffer.from('nội dung'))
  return Buffer.from(CFB.write(container, { type: 'buffer' }) as Uint8Array)
}
const xls = 'application/vnd.ms-excel'
const doc = 'application/msword'
const docxFile = makeDocx({ body: p('x') })
const pdf = `%PDF-1.4\n%\xE2\xE3\xCF\xD3\n${'1 0 obj << >> endobj\n'.repeat(20)}`

describe('detectMediaType', () => {
  test.each<[string, Buffer, string]>([
    ['PDF', latin1(pdf), 'application/pdf'],
    ['a workbook that holds a Word document', nested('/Workbook', '/MBD1/WordDocument'), xls],
    ['a Word document that holds a workbook', nested('/WordDocument', '/_1/Workbook'), doc],
    ['PDF behind junk', latin1(`\r\n${'junk '.repeat(150)}\n${pdf}`), 'application/pdf'],
    ['PDF behind binary junk', latin1(`${'\0\x01'.repeat(300)}${pdf}`), 'application/pdf'],
    ['DOCX', docxFile, docxType],
    ['DOCX cut off', docxFile.subarray(0, docxFile.length - 300), docxType],
    [
      'XLSX',
      zip('[Content_Types].xml', 'xl/workbook.xml'),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    [
      'PPTX',
      zip('[Content_Types].xml', 'ppt/presentation.xml'),
      'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    ],
    [
      'ODT',
      writeStoredZip([
        ['mimetype', Buffer.from('application/vnd.oasis.opendocument.text')],
        ['content.xml', Buffer.from('<x/>')],
      ]),
      'application/vnd.oasis.opendocument.text',
    ],
    ['ZIP of other things', zip('word/document.xml', 'anh.jpg'), 'application/zip'],
    ['DOC', ole('WordDocument'), 'application/msword'],
    ['XLS', ole('Workbook'), 'application/vnd.ms-excel'],
    ['PPT', ole('PowerPoint Document'), 'application/vnd.ms-powerpoint'],
    ['OOXML with a password', ole('EncryptedPackage'), 'application/x-encrypted-office'],
    ['RTF', latin1('{\\rtf1\\ansi Xin ch\\u224?o}'), 'application/rtf'],
    ['HTML', utf8('<!DOCTYPE html><html><body>Hội nghị</body></html>'), 'text/html'],
    ['HTML behind a mark and space', utf8('\uFEFF \r\n\t<HTML><p>x'), 'text/html'],
    ['HTML behind a comment', utf8('<!-- sao lưu --><html lang="vi"></html>'), 'text/html'],
    [
      'XHTML',
      utf8('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0"><html></html>'),
      'text/html',
    ],
    [
      'HTML in UTF-16',
      Buffer.from('\uFEFF<html><body>Hội nghị</body></html>', 'utf16le'),
      'text/html',
    ],
    ['a piece of HTML', utf8('<div class="post"><p>Hội nghị</p></div>'), 'text/html'],
    [
      'a piece of HTML cut before its first end tag',
      utf8('<p>Hội nghị<br />\nHọp<br />'),
      'text/html',
    ],
    [
      'HTML behind the code of its server',
      utf8('<%@ Control Language="C#" %>\n<div><p>Họp</p></div>'),
      'text/html',
    ],
    ['an SVG', utf8('<?xml version="1.0"?><svg xmlns="x"></svg>'), 'image/svg+xml'],
    ['other XML', utf8('<?xml version="1.0"?><rss><channel/></rss>'), 'application/xml'],
    [
      'MHTML',
      utf8(
        'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="x"\r\n\r\n--x',
      ),
      'multipart/related',
    ],
    [
      'e-mail',
      utf8('Received: from a\r\n by b\r\nMessage-ID: <1@x>\r\nSubject: x\r\n\r\nChào'),
      'message/rfc822',
    ],
    [
      'e-mail with a picture in its text',
      utf8(
        'From: a@x.vn\r\nTo: b@x.vn\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x',
      ),
      'message/rfc822',
    ],
    ['PNG', latin1('\x89PNG\r\n\x1A\n\0\0\0\rIHDR'), 'image/png'],
    ['JPEG', latin1('\xFF\xD8\xFF\xE0\0\x10JFIF'), 'image/jpeg'],
    ['TIFF', latin1('II*\0\x08\0\0\0'), 'image/tiff'],
    ['GIF', latin1('GIF89a\x01\0'), 'image/gif'],
    ['text in UTF-8', utf8('Căn cứ Luật Giáo dục'), 'text/plain'],
    ['text in UTF-16 with a mark', Buffer.from('\uFEFFCăn cứ Luật', 'utf16le'), 'text/plain'],
    ['text in UTF-16 without', Buffer.from('Can cu Luat Giao duc', 'utf16le'), 'text/plain'],
    ['text in an 8-bit font', latin1('Céng hßa x· héi chñ nghÜa ViÖt Nam'), 'text/plain'],
  ])('finds %s', (_, bytes, mediaType) => {
    expect(detectMediaType(bytes)).toBe(mediaType)
  })

  test.each<[string, Buffer, string]>([
    ['text that speaks of PDF', utf8('Tệp %PDF-1.4'), 'text/plain'],
    ['text with a tag inside', utf8('Dùng thẻ <html> để mở trang.'), 'text/plain'],
    ['one tag at the start', utf8('<b> là thẻ chữ đậm'), 'text/plain'],
    ['a sign before words', utf8('<3 các thầy cô'), 'text/plain'],
    ['text with labelled lines', utf8('Kính gửi: Sở\nNơi nhận: VT\nNội dung'), 'text/plain'],
    [
      'binary rubbish',
      Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 7919) % 256)),
      'application/octet-stream',
    ],
    [
      'a program',
      latin1('\x7FELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0'),
      'application/octet-stream',
    ],
    ['PDF far behind junk', latin1(`${'\0'.repeat(3000)}${pdf}`), 'application/octet-stream'],
  ])('ignores %s', (_, bytes, mediaType) => {
    expect(detectMediaType(bytes)).toBe(mediaType)
  })
})
