// `vanthu verify` on archives damaged in every way: each fault is named with its file, nothing is changed, nothing is invented.
import { createHash } from 'node:crypto'
import { appendFile, mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openFolderBlobs } from '../../src/adapters/blobs/folder-blobs.ts'
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts'
import type { Finding } from '../../src/app/backup/verify.ts'
import { verify as verifyArchive } from '../../src/app/backup/verify.ts'
import { openBlobSource, openBlobs, openStore, openStoreSource } from '../../src/open-adapters.ts'
import { type Filled, fillStore } from '../support/fill-store.ts'
import { blobPath, flipByte } from '../support/flip-byte.ts'
import { hasPostgres } from '../support/postgres.ts'
import { idOf } from '../support/record-of.ts'
import { runCli } from '../support/run-cli.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { usePostgres } from '../support/use-postgres.ts'

type Place = { cwd: string; blobs: string; filled: Filled; exec(sql: string): void }

async function archive(): Promise<Place> {
  const cwd = await temporaryFolder()
  const path = join(cwd, 'data', 'vanthu.db')
  const store = openSqliteStore(path)
  onTestFinished(() => store.close())
  const blobs = join(cwd, 'data', 'blobs')
  const folder = await openFolderBlobs(blobs)
  const filled = await fillStore(store, 4)
  for (const bytes of filled.bytes.values()) await folder.put(bytes)
  return {
    cwd,
    blobs,
    filled,
    exec(sql) {
      const database = new DatabaseSync(path, { defensive: false })
      database.exec(sql)
      database.close()
    },
  }
}

/** Paths and hashes of all below a folder but SQLite's memory of locks. */
async function stateOf(folder: string): Promise<string[]> {
  const lines: string[] = []
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    const found = await stat(join(folder, name))
    const isBeside = name.endsWith('-shm')
    const bytes = found.isFile() && !isBeside ? await readFile(join(folder, name)) : ''
    lines.push(`${name} ${createHash('sha256').update(bytes).digest('hex')}`)
  }
  return lines
}

const longAgo = new Date(Date.now() - 2 * 3_600_000)
const orphan = Buffer.from('không có dòng nào')
const putOrphan = async (blobs: string) => (await openFolderBlobs(blobs)).put(orphan)
const first = ({ filled }: Place) => filled.extracted[0] ?? ''
const document = (sql: string) => async (place: Place) =>
  place.exec(`UPDATE document SET ${sql} WHERE id = '${first(place)}'`)

test('an archive in order is well, while it is written to as well', async () => {
  const { cwd, blobs } = await archive()
  // What is on its way in is no fault.
  await putOrphan(blobs)
  await writeFile(join(blobs, '.incoming', 'x.part'), 'x')
  const before = await stateOf(cwd)
  const run = await runCli(['verify'], { cwd })
  expect(run).toMatchObject({ status: 0, stderr: '' })
  expect(run.stdout).toMatch(/^7 documents, 8 blobs of 0\.0 MB\.\nAll is well\.\n$/)
  expect(await stateOf(cwd)).toEqual(before)
})

test.each<[what: string, damage: (place: Place) => Promise<unknown>, Array<Partial<Finding>>]>([
  [
    'a flipped byte',
    (place) => flipByte(blobPath(place.blobs, first(place))),
    [{ what: 'altered', name: 'báo cáo 0.txt' }],
  ],
  [
    'bytes added',
    (place) => appendFile(blobPath(place.blobs, first(place)), 'x'),
    [{ what: 'altered', name: 'báo cáo 0.txt' }],
  ],
  [
    'lost originals',
    async ({ blobs, filled }) => {
      await rm(blobPath(blobs, filled.member))
      await rm(blobPath(blobs, filled.failed))
    },
    [
      { what: 'missing', name: 'hỏng.pdf' },
      { what: 'missing', name: 'trong kho.pdf' },
    ],
  ],
  [
    'an original that cannot be read',
    async (place) => {
      await rm(blobPath(place.blobs, first(place)))
      await mkdir(blobPath(place.blobs, first(place)))
    },
    [{ what: 'stranger' }, { what: 'unreadable', name: 'báo cáo 0.txt' }],
  ],
  [
    'a blob of no document',
    async ({ blobs }) => {
      const { id } = await putOrphan(blobs)
      await utimes(blobPath(blobs, id), longAgo, longAgo)
    },
    [
      {
        what: 'orphaned',
        id: idOf(orphan.toString()),
        message: expect.stringContaining('belongs to no document'),
      },
    ],
  ],
  [
    'strangers in the folder',
    async ({ blobs }) => {
      await writeFile(join(blobs, 'Thumbs.db'), 'x')
      await mkdir(join(blobs, '3f', '2a'), { recursive: true })
      await writeFile(join(blobs, '3f', '2a', 'báo cáo\n.pdf'), 'x')
    },
    [
      { what: 'stranger', name: join('3f', '2a', 'báo cáo\n.pdf') },
      { what: 'stranger', name: 'Thumbs.db' },
    ],
  ],
  [
    'a document that is done and waits',
    document("next_job = 'parse'"),
    [{ what: 'state', message: expect.stringContaining('it is extracted, but waits') }],
  ],
  [
    'a document that waits for nothing',
    document("state = 'pending'"),
    [{ what: 'state', message: expect.stringContaining('for no job') }],
  ],
  [
    'a failure without a reason',
    document("state = 'failed'"),
    [{ what: 'state', message: expect.stringContaining('without a reason') }],
  ],
  [
    'a whole document called partial',
    document("state = 'partial'"),
    [{ what: 'state', message: expect.stringContaining('its record is complete') }],
  ],
  [
    'a lost record',
    async (place) =>
      place.exec(
        `PRAGMA foreign_keys = ON; DELETE FROM record WHERE document_id = '${first(place)}'`,
      ),
    [
      { what: 'state', message: expect.stringContaining('has no record') },
      { what: 'store', message: expect.stringContaining('folded_words') },
      { what: 'store', message: expect.stringContaining('marked_words') },
      { what: 'store', message: expect.stringContaining('prominent_words') },
      { what: 'store', message: expect.stringContaining('fact_words') },
    ],
  ],
  [
    'a record that is no JSON',
    async (place) =>
      place.exec(`UPDATE record SET body = '{' WHERE document_id = '${first(place)}'`),
    [{ what: 'state', id: expect.any(String), message: expect.stringContaining('cannot be read') }],
  ],
  [
    'an emptied index',
    async (place) => place.exec('DELETE FROM folded_words'),
    Array.from({ length: 4 }, () => ({ what: 'index' as const })),
  ],
  [
    'an index damaged inside',
    async (place) => place.exec('DELETE FROM folded_words_data WHERE id > 10'),
    [{ what: 'store', message: expect.stringContaining('fts5: corruption') }],
  ],
])('%s: named, and left as it is', async (_, damage, expected) => {
  const place = await archive()
  await damage(place)
  const before = await stateOf(place.cwd)
  const json = await runCli(['verify', '--json'], place)
  expect(json).toMatchObject({ status: 3, stderr: '' })
  const { findings } = JSON.parse(json.stdout) as { findings: Finding[] }
  const order = (a: Partial<Finding>, b: Partial<Finding>) =>
    `${a.what} ${a.name}` < `${b.what} ${b.name}` ? -1 : 1
  expect(findings.toSorted(order)).toMatchObject(expected)
  const people = await runCli(['verify'], place)
  expect(people.status).toBe(3)
  expect(people.stdout).toContain(`${expected.length} fault`)
  for (const { name } of expected)
    if (name && !name.includes('\n')) expect(people.stdout).toContain(name)
  // A name cannot break a line, nor the terminal.
  expect(people.stdout.trim().split('\n').length).toBe(2 + findings.length)
  expect(await stateOf(place.cwd)).toEqual(before)
})

test('blobs or a store that are not there could not be looked at', async () => {
  const { cwd } = await archive()
  for (const environment of [
    { VANTHU_BLOBS_URL: 'folder:không/có' },
    { VANTHU_STORE_URL: 'sqlite:không.db' },
    { VANTHU_STORE_URL: 'postgres://vanthu@127.0.0.1:1/vanthu' },
    { VANTHU_BLOBS_URL: 's3://kho?endpoint=http://127.0.0.1:1' },
  ]) {
    const run = await runCli(['verify'], {
      cwd,
      environment: { ...environment, AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'x' },
    })
    expect([2, 4]).toContain(run.status)
    expect(run.stdout).toBe('')
    expect(run.stderr).toMatch(/^vanthu: [^\n]+\n$/)
  }
})

describe.skipIf(!hasPostgres())('on PostgreSQL', () => {
  const { freshSchema, ask } = usePostgres()
  test('the same faults are found', async () => {
    const { url, schema } = freshSchema()
    const blobsUrl = `folder:${await temporaryFolder()}/blobs`
    const store = await openStore(url)
    const blobs = await openBlobs(blobsUrl)
    onTestFinished(() => store.close())
    const filled = await fillStore(store, 4)
    for (const bytes of filled.bytes.values()) await blobs.put(bytes)
    const find = async () => {
      const [source, snapshot] = [
        await openStoreSource(url),
        await openStoreSource(url, { snapshot: true }),
      ]
      const found = await verifyArchive({
        store: source,
        snapshot,
        blobs: await openBlobSource(blobsUrl),
      })
      await source.close()
      return found.findings
    }
    expect(await find()).toEqual([])
    const [one = '', two = '', three = ''] = filled.extracted
    await flipByte(blobPath(blobsUrl.slice('folder:'.length), one))
    await ask(`UPDATE ${schema}.document SET next_job = 'parse' WHERE id = '${two}'`)
    await ask(
      `DELETE FROM ${schema}.marked_words WHERE record = (SELECT number FROM ${schema}.record WHERE document_id = '${three}')`,
    )
    expect((await find()).map(({ what, name }) => `${what} ${name}`).sort()).toEqual([
      'altered báo cáo 0.txt',
      'index báo cáo 2.txt',
      'state báo cáo 1.txt',
    ])
  })
})
