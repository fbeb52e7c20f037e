// PDFs that nobody writes in good faith, or that got broken on their way, built by code.
import { constants, deflateRawSync, deflateSync } from 'node:zlib'
import { hexOf, type PageToWrite, placeLines, writePdf } from './write-pdf.ts'
import { stream, writeObjects } from './write-pdf-objects.ts'

const line = 'Thực hiện Kế hoạch của Ủy ban nhân dân tỉnh về việc phát động phong trào'

/** A page of honest text that says which one it is. */
export const page = (number: number): PageToWrite => ({
  texts: placeLines([`Điều ${number}. Phạm vi điều chỉnh của trang ${number}`, line, line]),
})
const pages = (count: number) => Array.from({ length: count }, (_, i) => page(i + 1))
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const bytes = (text: string) => Buffer.from(text, 'latin1')

export const honest = () => writePdf(pages(3))
export const userPassword = () =>
  writePdf(pages(1), { passwords: { user: 'bi mat', owner: 'chu' } })
export const ownerPassword = () => writePdf(pages(2), { passwords: { user: '', owner: 'chu' } })
export const truncated = () => {
  const whole = writePdf(pages(20))
  return whole.subarray(0, Math.floor(0.6 * whole.length))
}
/** Every place in the table of objects is wrong. */
export const brokenTable = () =>
  bytes(latin1(honest()).replace(/^\d{10} 00000 n/gm, '0000000007 00000 n'))
export const withoutEnd = () => writePdf(pages(3), { withoutTable: true })
export const junkBefore = () => writePdf(pages(2), { before: 'HTTP/1.1 200 OK\r\nX: y\r\n\r\n' })
export const cyclicPages = () => writePdf(pages(1), { cyclicPages: true })
export const zeroPages = () => writePdf([])
export const hugePage = () => writePdf([{ ...page(1), size: [50_000, 50_000] }])
export const manyPages = (count: number) => writePdf(pages(count))
export const wrongLengths = () =>
  bytes(latin1(honest()).replace(/\/Length \d+ >>/g, '/Length 7 >>'))
export const hugeNumbers = () =>
  writePdf([
    {
      content: `q 1e300 0 0 1e300 1e308 0 cm BT /F3 99999999999999999999 Tf 1e38 0 0 1e38 0 0 Tm ${hexOf('vô cùng')} Tj ET Q BT /F3 12 Tf 1 0 0 1 72 700 Tm -99999999999 Tc ${hexOf('A')} Tj 0 Tc 1e99 Tw 1e99 TL T* ${hexOf('B')} Tj ET`,
    },
    page(2),
  ])
/** Would be seen by its mark in the output if it were ever run. */
export const script = () =>
  writePdf(pages(1), {
    catalog: '/OpenAction << /S /JavaScript /JS (app.alert\\("CHAY-MA"\\); while\\(true\\){}) >>',
  })

/** Forms that paint each other, `depth` deep; the last paints the first again if `cyclic`. */
export function nestedForms(depth: number, cyclic = false): Uint8Array {
  const objects = Array.from({ length: depth }, (_, i) => {
    const next = i + 2 <= depth ? i + 2 : cyclic ? 1 : 0
    const resources = next === 0 ? '' : ` /Resources << /XObject << /X ¤${next} 0 R >> >>`
    return stream(
      next === 0 ? '' : '/X Do',
      ` /Type /XObject /Subtype /Form /BBox [0 0 99 99]${resources}`,
    )
  })
  return writePdf([{ content: '/X Do' }, page(2)], { objects, resources: '/X ¤1 0 R' })
}

/** One page whose content unpacks to `count` operators. */
export function manyOperators(operator: string, count: number): Uint8Array {
  const packed = deflateSync(Buffer.from(operator.repeat(count), 'latin1'), { level: 9 })
  return withContent(packed, ' /Filter /FlateDecode')
}

function withContent(content: Buffer, entries: string): Uint8Array {
  const font = (name: string) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} >>`
  return writeObjects([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    stream(content.toString('latin1'), entries),
    font('Helvetica'),
  ])
}

/** Data that inflates to so many megabytes of spaces, made of one megabyte packed once. */
function packedSpaces(megabytes: number, head = ''): Buffer {
  const flush = { level: 9, finishFlush: constants.Z_FULL_FLUSH }
  const first = deflateRawSync(Buffer.from(head), flush)
  const once = deflateRawSync(Buffer.alloc(1024 * 1024, 0x20), flush)
  const last = Buffer.from([0x03, 0x00, 0, 0, 0, 0])
  const all = Array.from({ length: megabytes }, () => once)
  return Buffer.concat([Buffer.from([0x78, 0xda]), first, ...all, last])
}

/** A content of white space, packed `times` over, that unpacks to `megabytes`. */
export function flateBomb(megabytes: number, times: 1 | 2 = 1): Uint8Array {
  const once = packedSpaces(megabytes)
  const content = times === 2 ? deflateSync(once, { level: 9 }) : once
  return withContent(content, ` /Filter [${'/FlateDecode '.repeat(times)}]`)
}

/** A page tree inside a stream of objects that unpacks to `megabytes`. */
export function objectStreamBomb(megabytes: number): Uint8Array {
  const tree = '<< /Type /Pages /Kids [] /Count 0 >>'
  const head = '2 0 '
  const packed = packedSpaces(megabytes, head + tree).toString('latin1')
  const pieces = ['%PDF-1.7\n']
  const offsets: number[] = []
  const add = (piece: string) => {
    offsets.push(pieces.reduce((sum, p) => sum + p.length, 0))
    pieces.push(piece)
  }
  add('1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n')
  add(
    `3 0 obj\n${stream(packed, ` /Type /ObjStm /N 1 /First ${head.length} /Filter /FlateDecode`)}\nendobj\n`,
  )
  const row = (type: number, a: number, b: number) =>
    String.fromCharCode(type, (a >> 16) & 255, (a >> 8) & 255, a & 255, b)
  const start = pieces.reduce((sum, p) => sum + p.length, 0)
  const table =
    row(0, 0, 0) +
    row(1, offsets[0] ?? 0, 0) +
    row(2, 3, 0) +
    row(1, offsets[1] ?? 0, 0) +
    row(1, start, 0)
  pieces.push(
    `4 0 obj\n${stream(table, ' /Type /XRef /Size 5 /W [1 3 1] /Root 1 0 R')}\nendobj\nstartxref\n${start}\n%%EOF\n`,
  )
  return bytes(pieces.join(''))
}
