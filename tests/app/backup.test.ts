// Backups from and to each kind of archive, while it is in use, unsound, or short of disk.
import { randomUUID } from 'node:crypto'
import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { restore } from '../../src/app/backup/restore.ts'
import { verifyBackup } from '../../src/app/backup/verify-archive.ts'
import { allOf } from '../support/all-of.ts'
import {
  type Archive,
  answersOf,
  backUp,
  blobIdsOf,
  documentsOf,
  embedded,
  filledArchive,
  findingsIn,
  openPlace,
  type Place,
} from '../support/archives.ts'
import { blobPath, flipByte } from '../support/flip-byte.ts'
import { hasPostgres } from '../support/postgres.ts'
import { hasS3, startS3, startTimeoutMs, type TestS3 } from '../support/s3.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { openTestApp } from '../support/test-app.ts'
import { usePostgres } from '../support/use-postgres.ts'

async function expectSame(restored: Archive, original: Archive): Promise<void> {
  expect(await answersOf(restored.store)).toEqual(await answersOf(original.store))
  expect(await allOf(documentsOf(restored.store))).toEqual(await allOf(documentsOf(original.store)))
  expect(await allOf(restored.store.looseRows())).toEqual(await allOf(original.store.looseRows()))
  const corrected = await restored.store.search({ q: 'tiêu đề sửa tay', limit: 5 })
  expect(corrected.hits.map(({ title }) => title)).toEqual(
    (await original.store.countStates()).extracted > 3 ? ['Tiêu đề sửa tay'] : [],
  )
  expect(await blobIdsOf(restored.blobs)).toEqual(await blobIdsOf(original.blobs))
  expect(await restored.store.pending(9)).toEqual(await original.store.pending(9))
  expect(await findingsIn(restored.place)).toEqual([])
}

describe.skipIf(!hasPostgres() || !hasS3())('from one kind of archive to another', () => {
  const { freshSchema } = usePostgres()
  let s3: TestS3
  beforeAll(async () => {
    s3 = await startS3()
    for (const [name, value] of Object.entries(s3.credentials)) vi.stubEnv(name, value)
  }, startTimeoutMs)
  afterAll(async () => {
    vi.unstubAllEnvs()
    await s3?.stop()
  })
  const shared = async (): Promise<Place> => {
    const url = new URL(s3.url)
    url.pathname += `/${randomUUID()}`
    return { storeUrl: freshSchema().url, blobsUrl: url.href }
  }
  const kinds = { 'SQLite and a folder': embedded, 'PostgreSQL and S3': shared }
  type Kind = keyof typeof kinds

  test.each<[from: Kind, to: Kind]>([
    ['SQLite and a folder', 'SQLite and a folder'],
    ['SQLite and a folder', 'PostgreSQL and S3'],
    ['PostgreSQL and S3', 'SQLite and a folder'],
    ['PostgreSQL and S3', 'PostgreSQL and S3'],
  ])('%s → %s: the same documents, originals and answers to fifty questions', async (from, to) => {
    const original = await filledArchive(await kinds[from]())
    const file = join(await temporaryFolder(), 'b.tar')
    const report = await backUp(original.place, file)
    expect(report).toMatchObject({ documents: 15, others: 2, unsound: [] })
    expect(report.bytes).toBe((await stat(file)).size)
    expect(report.originals).toMatchObject({ count: 15 })
    expect((await verifyBackup(file)).findings).toEqual([])
    const restored = await openPlace(await kinds[to]())
    expect(await restore({ file, ...restored })).toMatchObject({
      documents: 15,
      originals: 15,
      madeAt: report.madeAt,
      unsound: [],
    })
    await expectSame(restored, original)
    // Once more, of what was restored: nothing is lost from one to the next.
    const again = join(await temporaryFolder(), 'b2.tar')
    await backUp(restored.place, again)
    const third = await openPlace(await embedded())
    await restore({ file: again, ...third })
    await expectSame(third, original)
  })

  test('while documents come in: what is restored is whole in itself', async () => {
    for (const make of Object.values(kinds)) {
      const original = await filledArchive(await make())
      let isDone = false
      let added = 0
      const coming = (async () => {
        for (; !isDone; added++) {
          const bytes = Buffer.from(`đến khi đang sao lưu ${added}`)
          const { id } = await original.blobs.put(bytes)
          await original.store.addDocument({
            id,
            source: { name: `mới ${added}.txt` },
            bytes: bytes.byteLength,
            receivedAt: new Date().toISOString(),
          })
        }
      })()
      const file = join(await temporaryFolder(), 'b.tar')
      await expect.poll(() => added, { timeout: 20_000 }).toBeGreaterThan(2)
      const atStart = added
      const report = await backUp(original.place, file)
      const atEnd = added
      isDone = true
      await coming
      expect(report.unsound).toEqual([])
      expect(report.documents).toBeGreaterThanOrEqual(15 + atStart)
      expect(report.documents).toBeLessThanOrEqual(15 + atEnd + 1)
      const restored = await openPlace(await embedded())
      await restore({ file, ...restored })
      expect(await findingsIn(restored.place)).toEqual([])
      expect(await answersOf(restored.store)).toEqual(await answersOf(original.store))
    }
  })
})

test('what waited to be read goes on after the restoring', async () => {
  const folder = await temporaryFolder()
  const app = await openTestApp({ folder })
  const { id } = await app.ingest({
    name: 'bao-cao.txt',
    bytes: Buffer.from('Hội nghị giao ban cụm thi đua tại Hòa Bình.'),
  })
  await app.close()
  const { storeUrl, blobsUrl } = app.config
  const file = join(folder, 'b.tar')
  await backUp({ storeUrl, blobsUrl }, file)
  const other = await openTestApp()
  await other.close()
  const restored = await openPlace(other.config)
  await restore({ file, ...restored })
  const folderThere = join(other.config.data, '..')
  const reopened = await openTestApp({ folder: folderThere })
  reopened.startWorkers()
  await expect
    .poll(async () => (await reopened.document(id))?.row.state, { timeout: 30_000 })
    .toBe('extracted')
  expect((await reopened.search({ q: 'giao ban', limit: 5 })).total).toBe(1)
})

test('an empty archive is backed up and restored as one', async () => {
  const original = await openPlace(await embedded())
  const file = join(await temporaryFolder(), 'b.tar')
  expect(await backUp(original.place, file)).toMatchObject({ documents: 0, others: 0 })
  const restored = await openPlace(await embedded())
  await restore({ file, ...restored })
  await expectSame(restored, original)
})

test('a text of many megabytes, and originals empty and of many pieces', async () => {
  const original = await openPlace(await embedded())
  for (const bytes of [
    Buffer.alloc(0),
    Buffer.alloc(1),
    Buffer.alloc(512),
    Buffer.alloc(3_000_001, 'đ'),
  ]) {
    const { id } = await original.blobs.put(bytes)
    await original.store.addDocument({
      id,
      source: { name: `${'tên rất dài/'.repeat(500)}${bytes.byteLength}.txt` },
      bytes: bytes.byteLength,
      receivedAt: new Date().toISOString(),
    })
  }
  const [first] = await original.store.idsAfter('', 1)
  const whole = await original.store.wholeDocument(first ?? '')
  if (!whole) throw new Error('It was just written.')
  await original.store.putDocument({
    ...whole,
    parsed: {
      version: 1,
      parser: 'test/1',
      mediaType: 'text/plain',
      text: 'a\u2028b\u0000\ud800\r\n đ'.repeat(1_500_000),
      blocks: [],
      metadata: {},
      warnings: [],
      partial: false,
    },
  })
  const file = join(await temporaryFolder(), 'b.tar')
  await backUp(original.place, file)
  const restored = await openPlace(await embedded())
  await restore({ file, ...restored })
  await expectSame(restored, original)
})

describe('an archive that is not sound', () => {
  test('is backed up with the names of what is wrong, and restored without it', async () => {
    const { filled, ...original } = await filledArchive(await embedded())
    const [altered = '', missing = '', shorter = ''] = filled.extracted
    const folder = original.place.blobsUrl.slice('folder:'.length)
    await flipByte(blobPath(folder, altered))
    await rm(blobPath(folder, missing))
    await writeFile(blobPath(folder, shorter), '')
    const file = join(await temporaryFolder(), 'b.tar')
    const { unsound, originals } = await backUp(original.place, file)
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
    const expected = [
      { id: altered, name: 'báo cáo 0.txt', fault: 'altered' },
      { id: missing, name: 'báo cáo 1.txt', fault: 'missing' },
      { id: shorter, name: 'báo cáo 2.txt', fault: 'altered' },
    ].sort(byId)
    expect(unsound.toSorted(byId)).toEqual(expected)
    expect(originals.count).toBe(14)
    const { findings } = await verifyBackup(file)
    expect(
      findings
        .map(({ id, name, what }) => ({ id, name, fault: what }))
        .sort((a, b) => byId(a as never, b as never)),
    ).toEqual(expected)

    const restored = await openPlace(await embedded())
    expect((await restore({ file, ...restored })).unsound.toSorted(byId)).toEqual(expected)
    expect(await answersOf(restored.store)).toEqual(await answersOf(original.store))
    expect(await blobIdsOf(restored.blobs)).toEqual(
      [...filled.bytes.keys()].filter((id) => ![altered, missing, shorter].includes(id)).sort(),
    )
    // The altered bytes are not thrown away: they are in the backup still.
    expect((await readFile(file)).includes(await readFile(blobPath(folder, altered)))).toBe(true)
  })
})

describe('the file', () => {
  test('is not replaced unasked, and only when the new one is whole', async () => {
    const { place } = await filledArchive(await embedded())
    const file = join(await temporaryFolder(), 'b.tar')
    await writeFile(file, 'cũ')
    await expect(backUp(place, file)).rejects.toThrow(/is there already; .*--force/)
    expect(await readFile(file, 'utf8')).toBe('cũ')
    const stopped = AbortSignal.abort()
    await expect(backUp(place, file, { force: true, signal: stopped })).rejects.toThrow()
    expect(await readFile(file, 'utf8')).toBe('cũ')
    await expect(stat(`${file}.part`)).rejects.toThrow('ENOENT')
    await backUp(place, file, { force: true })
    expect((await verifyBackup(file)).findings).toEqual([])
  })

  test('is not written by two at once; what a killed one left is no hindrance', async () => {
    const { place } = await filledArchive(await embedded())
    const file = join(await temporaryFolder(), 'b.tar')
    await writeFile(`${file}.part`, 'dở')
    await expect(backUp(place, file)).rejects.toThrow(/b\.tar\.part is being written/)
    const before = new Date(Date.now() - 120_000)
    await utimes(`${file}.part`, before, before)
    await backUp(place, file)
    expect((await verifyBackup(file)).findings).toEqual([])
    await expect(stat(`${file}.part`)).rejects.toThrow('ENOENT')
  })

  test('that cannot be written leaves nothing', async () => {
    const { place } = await filledArchive(await embedded())
    const folder = await temporaryFolder()
    await expect(backUp(place, join(folder, 'không có', 'b.tar'))).rejects.toThrow('ENOENT')
    await expect(backUp(place, folder)).rejects.toThrow('is no file to write a backup into')
  })
})
