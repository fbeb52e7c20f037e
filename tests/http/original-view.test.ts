// The original beside the text: pages as pictures, or its words without any of its markup.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts'
import { createHttp } from '../../src/http/create-http.ts'
import type { ParsedDocument } from '../../src/model.ts'
import { saveParsed, saveRecord } from '../support/attempts.ts'
import { honest } from '../support/hostile-pdfs.ts'
import { type Archive, openArchive } from './support/archive.ts'
import { recordOf, sha256 } from './support/records.ts'

let archive: Archive
let http: ReturnType<typeof createHttp>
let pdf = ''
let page = ''
beforeAll(async () => {
  archive = await openArchive()
  http = createHttp(archive.app)
  const store = openSqliteStore(archive.app.config.storeUrl.replace('sqlite:', ''))
  /** Takes bytes in, with what is read of them and found in them. */
  const add = async (name: string, bytes: Uint8Array, parsed: ParsedDocument, pages?: number) => {
    const { id } = await archive.app.ingest({ name, bytes })
    await saveParsed(store, id, parsed)
    const record = recordOf(name, [
      ['title', 'Thông báo', 1],
      ['body', 'Họp ngày 21/3/2023.', 3],
    ])
    const { start, end, text } = { start: 19, end: 28, text: '21/3/2023' }
    const date = { edtf: '2023-03-21', kind: 'event', inferred: false } as const
    await saveRecord(store, id, {
      ...record,
      source: { ...record.source, ...(pages ? { pages } : {}) },
      dates: [{ ...date, start, end, text, rule: 'test', confidence: 1 }],
    })
    return id
  }
  const parsed = (mediaType: string, text: string, blocks: ParsedDocument['blocks']) => ({
    version: 1 as const,
    parser: 'test/1',
    mediaType,
    text,
    blocks,
    metadata: {},
    warnings: [],
    partial: false,
  })
  pdf = await add('thông-báo.pdf', honest(), parsed('application/pdf', '', []), 3)
  const text = 'Đề <b>mục</b>\nmột\nhai\na\tb\nChân trang\nĐoạn'
  const kinds = ['heading', 'list-item', 'list-item', 'table-row', 'page-footer', 'paragraph']
  let start = 0
  const blocks = text.split('\n').map((line, i) => {
    const block = { start, end: start + line.length, kind: kinds[i] ?? 'paragraph' }
    start += line.length + 1
    return block as ParsedDocument['blocks'][number]
  })
  page = await add('trang.html', Buffer.from('<p>trang'), parsed('text/html', text, blocks))
  await store.close()
})
afterAll(() => archive.remove())
const get = (path: string, headers: Record<string, string> = {}) => http.request(path, { headers })

describe('a PDF', () => {
  it('has its pages as pictures that are fetched when they are near, and is led to from items', async () => {
    const body = await (await get(`/d/${pdf}`)).text()
    for (const part of [
      `<img src="/d/${pdf}/pages/1.png" alt="Trang 1" loading="lazy"`,
      `<img src="/d/${pdf}/pages/3.png"`,
      'href="#p-3" aria-label="tr. 3, Bản gốc"',
      'id="a=19-28"',
      'href="#a=19-28"',
      '<p class="page-break" id="t-3"><span><a href="#p-3">Trang 3</a>',
      'id="p-2"><figcaption>Trang 2</figcaption>',
    ])
      expect(body).toContain(part)
    expect(body).not.toContain('/pages/4.png')
  })

  it('gives a page once, then says that the browser has it', async () => {
    const first = await get(`/d/${pdf}/pages/2.png`)
    expect(first.status).toBe(200)
    expect(first.headers.get('content-type')).toBe('image/png')
    expect(first.headers.get('content-security-policy')).toContain('sandbox')
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[0-9a-f]{32}-2-\d+"$/)
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`]) {
      const again = await get(`/d/${pdf}/pages/2.png`, { 'if-none-match': known })
      expect([known, again.status, (await again.arrayBuffer()).byteLength]).toEqual([known, 304, 0])
    }
    expect((await get(`/d/${pdf}/pages/2.png`, { 'if-none-match': '"other"' })).status).toBe(200)
  })

  it.each([
    ['a page it does not have', () => `/d/${pdf}/pages/4.png`],
    ['a page of a document without pages', () => `/d/${page}/pages/1.png`],
    ['page 0', () => `/d/${pdf}/pages/0.png`],
    ['no number', () => `/d/${pdf}/pages/x.png`],
    ['a number beyond all pages', () => `/d/${pdf}/pages/99999.png`],
    ['an unknown document', () => `/d/${sha256('x')}/pages/1.png`],
    ['a way out', () => '/d/..%2f..%2fetc/pages/1.png'],
  ])('is 404 for %s', async (_, path) => {
    expect((await get(path())).status).toBe(404)
  })

  it('draws a page once that several ask for at once', async () => {
    const all = await Promise.all([1, 2, 3].map(() => get(`/d/${pdf}/pages/3.png`)))
    const sizes = await Promise.all(all.map(async (one) => (await one.arrayBuffer()).byteLength))
    expect(new Set(sizes).size).toBe(1)
  })
})

describe('anything else', () => {
  it('is shown by its words in elements of ours', async () => {
    const body = await (await get(`/d/${page}`)).text()
    for (const part of [
      '<h3 dir="auto">Đề &lt;b&gt;mục&lt;/b&gt;</h3>',
      '<ul><li dir="auto">một</li><li dir="auto">hai</li></ul>',
      '<tr><td dir="auto">a</td><td dir="auto">b</td></tr>',
      '<p class="aside" dir="auto">Chân trang</p>',
      '<p dir="auto">Đoạn</p>',
    ])
      expect(body).toContain(part)
    expect(body).not.toContain('<b>mục')
    expect(body).not.toContain('.png"')
    expect(body).not.toContain('href="#p-')
  })
})
