// An archive of documents in every state, one in another, for tests of what is done to whole stores.
import type { Store } from '../../src/ports/store.ts'
import { markFailed, saveParsed, saveRecord } from './attempts.ts'
import { parsedOf } from './page.ts'
import { idOf, recordOf } from './record-of.ts'

const receivedAt = '2026-03-01T08:00:00.000Z'
const topics = ['thi đua', 'chuyển đổi số', 'phổ cập giáo dục', 'tuyển sinh', 'giao ban cụm']
const provinces = [
  ['hoa-binh', 'phu-tho'],
  ['dien-bien', 'dien-bien'],
  ['ben-tre', 'vinh-long'],
] as const
const names = ['Bùi Văn Mận', 'Lê Thị Na', 'Đinh Công Tú', 'Hà Thị Đào']

/** Adds a document with these bytes and its record. Gives the id. */
export async function addExtracted(store: Store, name: string, bytes: Buffer, n = 0) {
  const id = idOf(bytes.toString())
  const topic = topics[n % topics.length] ?? ''
  await store.addDocument({ id, source: { name }, bytes: bytes.byteLength, receivedAt })
  await saveParsed(store, id, parsedOf(`Hội nghị ${topic}, ${name}`))
  const record = recordOf({
    lines: [`title: Hội nghị ${topic} lần ${n}`, `Văn bản ${name} nói về ${topic} của năm ${n}.`],
    officials: [names[n % names.length] ?? '', names[(n * 3 + 1) % names.length] ?? ''],
    provinces: [provinces[n % provinces.length] ?? ['ha-noi', 'ha-noi']],
    publishedAt: `20${String(n % 25).padStart(2, '0')}-03-21`,
    status: n % 7 === 6 ? 'partial' : 'complete',
  })
  await saveRecord(store, id, { ...record, source: { ...record.source, sha256: id } })
  return id
}

export type Filled = {
  /** Bytes of every document, by id. */
  bytes: Map<string, Buffer>
  extracted: string[]
  /** It is a container, and waits to be parsed. */
  pending: string
  failed: string
  member: string
}

/** Fills a store with documents of all states, `count` of them extracted, and with what belongs to no document. */
export async function fillStore(store: Store, count = 12): Promise<Filled> {
  const bytes = new Map<string, Buffer>()
  const extracted: string[] = []
  for (let n = 0; n < count; n++) {
    const content = Buffer.from(`nội dung thứ ${n} `.repeat(n + 1))
    const id = await addExtracted(store, `báo cáo ${n}.txt`, content, n)
    bytes.set(id, content)
    extracted.push(id)
  }
  const add = async (name: string, container?: string) => {
    const content = Buffer.from(`bytes của ${name}`)
    const id = idOf(content.toString())
    bytes.set(id, content)
    await store.addDocument({
      id,
      source: { name },
      bytes: content.byteLength,
      receivedAt,
      container: container ? { id: container, types: ['application/zip'] } : null,
    })
    return id
  }
  const pending = await add('kho.zip')
  const member = await add('trong kho.pdf', pending)
  const failed = await add('hỏng.pdf')
  await markFailed(store, failed, { code: 'corrupt', message: 'Tệp hỏng.' })
  const gone = await add('quên.txt')
  await store.forget([gone], receivedAt)
  bytes.delete(gone)
  await store.putInboxFile({
    folder: '/srv/inbox',
    path: '2023/hỏng.pdf',
    size: 12,
    mtimeMs: 1_700_000_000_000.5,
    documentId: failed,
    error: { code: 'corrupt', message: 'Tệp hỏng.' },
    shelf: 'failed',
    shelfPath: '.failed/2026-03-01/hỏng.pdf',
    notePath: null,
    at: receivedAt,
  })
  return { bytes, extracted, pending, failed, member }
}

/** Fifty questions: words with and without marks, phrases, places, names, years, types, and two of them at once. */
export const fiftyQueries: Array<Record<string, string>> = [
  ...topics.flatMap((topic) => [{ q: topic }, { q: topic.toUpperCase() }, { q: `"${topic}"` }]),
  ...['hoi nghi', 'hoi', 'bao cao', 'van ban noi', 'lan 3', 'nam', 'giao', 'so', 'x', '???'].map(
    (q) => ({ q }),
  ),
  ...['hoa-binh', 'phu-tho', 'dien-bien', 'vinh-long', 'ha-noi'].map((province) => ({ province })),
  ...['mận', 'le thi', 'Đinh Công Tú', 'dao', 'không ai'].map((official) => ({ official })),
  ...['2000', '2003', '2007', '2011', '1999'].map((year) => ({ year })),
  ...topics.map((q, n) => ({ q, year: `200${n}` })),
  ...topics.map((q) => ({ q, province: 'phu-tho', official: 'na' })),
]
