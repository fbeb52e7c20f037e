// Small documents made by code, byte for byte the same each time, as an inbox gets them: text, web pages, Word files, in folders,
// one of them twice, one that cannot be read and one that is empty.
import { createHash } from 'node:crypto'
import { makeDocx, p } from '../support/make-docx.ts'
import { makeZip } from '../support/make-zip.ts'

export type Input = {
  /** Path within the inbox. */
  path: string
  bytes: Buffer
  /** What becomes of it: a record, a failure, or it is not even taken. */
  ends: 'read' | 'failed' | 'refused'
}

const places = ['Hòa Bình', 'Điện Biên', 'Bến Tre', 'Phú Thọ', 'Lào Cai']
const topics = ['thi đua', 'chuyển đổi số', 'phổ cập giáo dục', 'tuyển sinh']

/** The words of document number `n`. */
function words(n: number): { title: string; body: string } {
  const place = places[n % places.length]
  const topic = topics[n % topics.length]
  return {
    title: `Hội nghị ${topic} lần thứ ${n + 1} tại ${place}`,
    body: `Ngày ${(n % 28) + 1}/${(n % 12) + 1}/2024, tại ${place}, Sở Giáo dục và Đào tạo họp bàn về ${topic}. Tỷ lệ trường tham gia đạt ${n % 100}%.`,
  }
}

/** Text number `n`. */
export const textOf = (n: number): Buffer =>
  Buffer.from(`SỞ GIÁO DỤC VÀ ĐÀO TẠO\n\n${words(n).title}\n\n${words(n).body}\n`)

/** Web page number `n`. */
export function pageOf(n: number): Buffer {
  const { title, body } = words(n)
  return Buffer.from(
    `<!doctype html><html lang="vi"><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${body}</p></article></body></html>`,
  )
}

/** Word file number `n`. */
export const wordOf = (n: number): Buffer =>
  makeDocx({ body: p(words(n).title) + p(words(n).body) })

/** A text of some 60 KB that cannot be packed into much less. */
export function longText(): Buffer {
  let seed = 7
  const syllable = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
    return seed.toString(36).slice(0, 5)
  }
  const line = () => Array.from({ length: 20 }, syllable).join(' ')
  return Buffer.from(Array.from({ length: 500 }, line).join('\n\n'))
}

const kinds = [
  ['txt', textOf],
  ['html', pageOf],
  ['docx', wordOf],
] as const

/** A Word file, complete as far as it can be seen from outside, in which nothing can be read. */
const broken = makeZip([
  {
    name: '[Content_Types].xml',
    content: Buffer.from(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
  },
  { name: 'word/document.xml', content: Buffer.from('<w:document') },
])

/** Documents number `from` up to, not including, `to`. */
export function documents(from: number, to: number): Input[] {
  return Array.from({ length: to - from }, (_, i) => {
    const n = from + i
    const [extension, make] = kinds[n % kinds.length] ?? kinds[0]
    const folder = n % 4 === 0 ? '2024/' : ''
    return { path: `${folder}văn bản ${n}.${extension}`, bytes: make(n), ends: 'read' }
  })
}

/** So many documents; one is there twice, one cannot be read, one is empty. */
export function mixed(count: number): Input[] {
  return [
    ...documents(0, count - 3),
    { path: 'bản sao/văn bản 1 (chép).html', bytes: pageOf(1), ends: 'read' },
    { path: 'hỏng.docx', bytes: broken, ends: 'failed' },
    { path: 'rỗng.pdf', bytes: Buffer.alloc(0), ends: 'refused' },
  ]
}

/** SHA-256 of bytes: the id of their document. */
export const idOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
