// Real files through the whole of it: blob, row, parse in a child process, extract, search.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { sha256Of } from '../../src/app/ingest.ts'
import { createRecordReader } from '../../src/app/read-record.ts'
import { UserError } from '../../src/errors.ts'
import type { DocumentRow } from '../../src/model.ts'
import { makeZip } from '../support/make-zip.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { openTestApp } from '../support/test-app.ts'

const samples = join(import.meta.dirname, '..', '..', 'samples')
const report = readFileSync(join(samples, 'txt-bao-cao-huyen', 'source.txt'))

test('a file becomes a record that is found, shown and given back', async () => {
  const finished: DocumentRow[] = []
  const app = await openTestApp({ onFinished: (row) => finished.push(row) })
  app.startWorkers()
  const { id, isNew } = await app.ingest({ name: 'bao-cao.txt', bytes: Readable.from([report]) })
  expect({ id, isNew }).toEqual({ id: sha256Of(report), isNew: true })
  await app.idle()
  expect(finished.map((row) => [row.id, row.state, row.attempts])).toEqual([[id, 'extracted', 0]])
  const details = await app.document(id.slice(0, 8))
  const reader = createRecordReader({ children: 1 })
  onTestFinished(() => reader.close())
  const path = join(samples, 'txt-bao-cao-huyen', 'source.txt')
  expect(details?.record).toEqual((await reader.read({ name: 'bao-cao.txt', path })).outcome)
  const result = await app.search({ q: 'tuy an "mam non"', limit: 5 })
  expect(result.hits.map((hit) => hit.id)).toEqual([id])
  expect(result.hits[0]?.highlights.length).toBeGreaterThan(0)
  expect(await app.original(id)).toMatchObject({ name: 'bao-cao.txt', mediaType: 'text/plain' })
  expect(sha256Of((await app.original(id))?.bytes ?? new Uint8Array())).toBe(id)
  expect(await app.status()).toMatchObject({ counts: { extracted: 1, pending: 0 }, waiting: 0 })
})

test.each<[code: string, name: string, bytes: Uint8Array]>([
  ['empty', 'rong.txt', new Uint8Array()],
  ['unsupported', 'rac.pdf', Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) & 0xff)],
])(
  'a document that cannot be read fails as %s, by name, and is not tried again',
  async (code, name, bytes) => {
    const app = await openTestApp()
    app.startWorkers()
    const { id } = await app.ingest({ name, bytes })
    await app.idle()
    const { failures } = await app.status()
    expect(failures).toMatchObject([{ id, name, code, message: expect.stringContaining(name) }])
    expect((await app.document(id))?.row).toMatchObject({ state: 'failed', nextJob: null })
    expect(await app.recover()).toBe(0)
  },
)

test('what is in an archive becomes documents, each with where it came from', async () => {
  const app = await openTestApp()
  app.startWorkers()
  const bytes = makeZip([
    { name: '2019/báo cáo.txt', content: report },
    { name: 'rỗng.txt', content: Buffer.alloc(0) },
  ])
  const { id } = await app.ingest({ name: 'kho.zip', bytes })
  await app.idle()
  const archive = await app.document(id)
  expect(archive).toMatchObject({
    row: { state: 'extracted', mediaType: 'application/zip', container: null },
    container: null,
    members: [
      { id: sha256Of(report), name: '2019/báo cáo.txt', state: 'extracted' },
      { name: 'rỗng.txt', state: 'failed' },
    ],
    record: { documentType: 'other', officials: [], dates: [], directives: [], provinces: [] },
  })
  expect(await app.document(sha256Of(report))).toMatchObject({
    container: { id, name: 'kho.zip' },
    record: { source: { name: '2019/báo cáo.txt', container: { name: 'kho.zip', sha256: id } } },
  })
  expect(await app.status()).toMatchObject({
    counts: { extracted: 2, failed: 1 },
    failures: [{ name: 'rỗng.txt', container: 'kho.zip', code: 'empty' }],
  })
})

test('the same bytes are read once, under whatever names they come', async () => {
  let reads = 0
  const app = await openTestApp({ onFinished: () => reads++ })
  app.startWorkers()
  const first = await app.ingest({ name: 'a.txt', bytes: report })
  await app.idle()
  const second = await app.ingest({ name: 'b.txt', bytes: report })
  await app.idle()
  expect(second).toEqual({ id: first.id, isNew: false })
  expect(reads).toBe(1)
  expect((await app.document(first.id))?.names).toEqual(['a.txt', 'b.txt'])
})

test('what was taken in but not read before the process ended is read by the next', async () => {
  const folder = await temporaryFolder()
  const first = await openTestApp({ folder })
  const { id } = await first.ingest({ name: 'a.txt', bytes: report })
  await first.close()
  const second = await openTestApp({ folder })
  expect((await second.document(id))?.row).toMatchObject({ state: 'pending', nextJob: 'parse' })
  second.startWorkers()
  await second.idle()
  expect((await second.document(id))?.row.state).toBe('extracted')
})

test('closing in the middle loses nothing and counts nothing', async () => {
  const folder = await temporaryFolder()
  const first = await openTestApp({ folder })
  first.startWorkers()
  const ids: string[] = []
  for (let i = 0; i < 6; i++)
    ids.push(
      (
        await first.ingest({
          name: `${i}.txt`,
          bytes: Buffer.concat([report, Buffer.from(`${i}`)]),
        })
      ).id,
    )
  await first.close()
  const second = await openTestApp({ folder })
  const rows = await Promise.all(ids.map(async (id) => (await second.document(id))?.row))
  expect(rows.some((row) => row?.state === 'pending')).toBe(true)
  expect(rows.every((row) => row?.attempts === 0 && row.holder === null)).toBe(true)
  second.startWorkers()
  await second.idle()
  expect((await second.status()).counts).toEqual({
    pending: 0,
    extracted: 6,
    partial: 0,
    failed: 0,
  })
})

test.each([
  [{ limit: 0 }, /limit/],
  [{ limit: 101 }, /limit/],
  [{ limit: 5, year: '23' }, /four digits/],
  [{ limit: 5, province: 'atlantis' }, /no province/],
  [{ limit: 5, type: 'novel' as never }, /no document type/],
])('a search for %j is refused', async (query, sentence) => {
  const app = await openTestApp()
  await expect(app.search(query)).rejects.toThrow(UserError)
  await expect(app.search(query)).rejects.toThrow(sentence)
})

test('a province may be named instead of its id', async () => {
  const app = await openTestApp()
  expect((await app.search({ limit: 5, province: 'Phú Thọ' })).total).toBe(0)
})
