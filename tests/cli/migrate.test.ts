// `vanthu migrate` between real databases: killed, while the source changes, with faults in the target.
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { text } from 'node:stream/consumers'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openFolderBlobs } from '../../src/adapters/blobs/folder-blobs.ts'
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts'
import { migrate as run } from '../../src/app/migrate.ts'
import type { MigrateResult } from '../../src/cli/migrate.ts'
import type { Store } from '../../src/ports/store.ts'
import { markFailed, saveParsed, saveRecord } from '../support/attempts.ts'
import { parsedOf } from '../support/page.ts'
import { hasPostgres } from '../support/postgres.ts'
import { idOf, recordOf } from '../support/record-of.ts'
import { runCli, startCli } from '../support/run-cli.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { usePostgres } from '../support/use-postgres.ts'

const receivedAt = '2026-03-01T08:00:00.000Z'
const topics = ['thi đua', 'chuyển đổi số', 'phổ cập', 'tuyển sinh', 'giao ban']

/** A new archive in a file; closed after the test. */
async function archive(): Promise<{ path: string; url: string; store: Store; cwd: string }> {
  const cwd = await temporaryFolder()
  const path = join(cwd, 'data', 'vanthu.db')
  const store = openSqliteStore(path)
  onTestFinished(() => store.close())
  return { path, url: `sqlite:${path}`, store, cwd }
}

async function addExtracted(store: Store, key: string, words = ''): Promise<string> {
  const id = idOf(key)
  const topic = topics[key.length % topics.length] ?? ''
  await store.addDocument({ id, source: { name: `${key}.txt` }, bytes: key.length, receivedAt })
  await saveParsed(store, id, parsedOf(`Hội nghị ${topic} ${key}`))
  await saveRecord(
    store,
    id,
    recordOf({
      lines: [`title: Hội nghị ${topic}`, `Văn bản ${key} ${words}`],
      officials: [`Bùi Văn ${key}`],
      provinces: [['hoa-binh', 'phu-tho']],
      publishedAt: `20${String(key.length % 30).padStart(2, '0')}-03-21`,
    }),
  )
  return id
}

/** Documents of every state, and an archive with members. */
async function fill(store: Store): Promise<number> {
  for (const key of ['một', 'hai', 'ba']) await addExtracted(store, key)
  const add = (id: string, name: string, containerId?: string) =>
    store.addDocument({
      id,
      source: { name },
      bytes: 7,
      receivedAt,
      container: containerId ? { id: containerId, types: ['application/zip'] } : null,
    })
  await add(idOf('kho'), 'kho.zip')
  for (let i = 0; i < 9; i++) await add(idOf(`trong ${i}`), `tệp ${9 - i}.pdf`, idOf('kho'))
  await add(idOf('một'), 'bản sao.txt', idOf('kho'))
  await add(idOf('hỏng'), 'hỏng\u0000.pdf')
  await markFailed(store, idOf('hỏng'), { code: 'corrupt', message: 'Tệp hỏng.' })
  return 14
}

async function migrate(args: string[], cwd: string) {
  const run = await runCli(['migrate', ...args, '--json'], { cwd })
  const result: MigrateResult = run.stdout ? JSON.parse(run.stdout) : {}
  return { ...run, result }
}

describe.skipIf(!hasPostgres())('to PostgreSQL', () => {
  const { freshSchema, open, ask, addressWith } = usePostgres()
  const countIn = async (schema: string): Promise<number> => {
    const [found] = await ask(`SELECT to_regclass('${schema}.document') AS name`)
    if (!found?.name) return 0
    return Number((await ask(`SELECT count(*) AS n FROM ${schema}.document`))[0]?.n)
  }

  test('copies all, finds the same, and skips it the second time; and back again', async () => {
    const { url, store, cwd, path } = await archive()
    const documents = await fill(store)
    // As of long ago: nothing of it is looked at again for having changed lately.
    const database = new DatabaseSync(path)
    database.exec("UPDATE document SET changed_at = '2020-01-01T00:00:00.000Z'")
    database.close()
    const { url: to } = freshSchema()
    const first = await migrate(['--from', url, '--to', to], cwd)
    expect(first.status, first.stderr + first.stdout).toBe(0)
    expect(first.result).toMatchObject({ documents, copied: documents, there: 0, differences: [] })
    expect(first.result.counts.target).toEqual(await store.countStates())
    expect(first.stdout).not.toContain('only-for-tests')
    const target = await open(to)
    for (const query of [{ q: 'hoi nghi' }, { q: 'phổ cập' }, { province: 'phu-tho' }])
      expect(await target.search({ ...query, limit: 10 })).toEqual(
        await store.search({ ...query, limit: 10 }),
      )
    expect((await target.membersOf(idOf('kho'), 20)).map(({ name }) => name)).toEqual(
      (await store.membersOf(idOf('kho'), 20)).map(({ name }) => name),
    )
    const second = await migrate(['--from', url, '--to', to], cwd)
    expect(second.status).toBe(0)
    expect(second.result).toMatchObject({ documents, copied: 0, there: documents })

    const back = `sqlite:${join(dirname(path), 'back.db')}`
    const third = await migrate(['--from', to, '--to', back], cwd)
    expect(third.status, third.stderr + third.stdout).toBe(0)
    expect(third.result).toMatchObject({ documents, copied: documents })
    const fourth = await migrate(['--from', url, '--to', back, '--compare'], cwd)
    expect(fourth.status, fourth.stdout).toBe(0)
  })

  test('goes on where it was killed', { timeout: 120_000 }, async () => {
    const { url, store, cwd } = await archive()
    await fill(store)
    for (let i = 0; i < 250; i++) await addExtracted(store, `văn bản ${i}`, 'nội dung '.repeat(400))
    const { url: to, schema } = freshSchema()
    const args = ['migrate', '--from', url, '--to', to, '--json']
    for (const some of [20, 100]) {
      const child = startCli(args, { cwd })
      const ended = once(child, 'close')
      await expect
        .poll(() => countIn(schema), { timeout: 20_000, interval: 10 })
        .toBeGreaterThan(some)
      child.kill('SIGKILL')
      expect(await ended).toEqual([null, 'SIGKILL'])
    }
    const before = await countIn(schema)
    expect(before).toBeLessThan(264)
    const last = await migrate(['--from', url, '--to', to], cwd)
    expect(last.status, last.stderr).toBe(0)
    expect(last.result.documents).toBe(264)
    // What was there without its container, or a container without all its members, was written again.
    expect(last.result.there).toBeGreaterThan(before - 14)
    expect(last.result.copied).toBe(264 - (last.result.there ?? 0))
  })

  test('carries over what changes while it runs', { timeout: 120_000 }, async () => {
    const { url, store, cwd } = await archive()
    for (let i = 0; i < 250; i++) await addExtracted(store, `văn bản ${i}`, 'nội dung '.repeat(400))
    const { url: to, schema } = freshSchema()
    const child = startCli(['migrate', '--from', url, '--to', to, '--json'], { cwd })
    const [stdout, ended] = [text(child.stdout), once(child, 'close')]
    await expect.poll(() => countIn(schema), { timeout: 20_000, interval: 10 }).toBeGreaterThan(20)
    await fill(store)
    const ids = await store.idsAfter('', 1000)
    const changed = [ids[0], ids[5], ids[150], ids.at(-1)].map((id) => id ?? '')
    for (const id of changed) {
      await saveRecord(store, id, recordOf({ lines: ['Bản ghi làm lại', id] }))
      await store.addDocument({ id, source: { name: 'tên khác.txt' }, bytes: 1, receivedAt })
    }
    expect(child.exitCode).toBeNull()
    expect(await ended).toEqual([0, null])
    expect(JSON.parse(await stdout)).toMatchObject({ documents: 264, differing: 0 })
    const target = await open(to)
    for (const id of changed)
      expect(await target.wholeDocument(id)).toEqual(await store.wholeDocument(id))
    expect((await target.search({ q: 'bản ghi làm lại', limit: 5 })).total).toBe(4)
    expect((await migrate(['--from', url, '--to', to, '--compare'], cwd)).status).toBe(0)
  })

  test('names what the target does not keep as it was given, and mends it later', async () => {
    const { url, store, cwd } = await archive()
    await fill(store)
    const { url: to, schema } = freshSchema()
    await open(to)
    await ask(`CREATE FUNCTION ${schema}.spoil() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN NEW.body = replace(NEW.body, 'Văn bản hai', 'Văn bản hại'); RETURN NEW; END $$`)
    await ask(`CREATE TRIGGER spoil BEFORE INSERT OR UPDATE ON ${schema}.record
      FOR EACH ROW EXECUTE FUNCTION ${schema}.spoil()`)
    const first = await migrate(['--from', url, '--to', to], cwd)
    expect(first.status, first.stderr).toBe(3)
    expect(first.result).toMatchObject({
      documents: 14,
      copied: 14,
      differing: 1,
      differences: [{ id: idOf('hai'), name: 'hai.txt', what: 'differs in record' }],
    })
    await ask(`DROP TRIGGER spoil ON ${schema}.record`)
    const second = await migrate(['--from', url, '--to', to], cwd)
    expect(second.status).toBe(0)
    expect(second.result).toMatchObject({ documents: 14, copied: 1, there: 13 })
  })

  test.each([
    [
      'a row of another state',
      (schema: string) =>
        `UPDATE ${schema}.document SET state = 'extracted', attempts = 2 WHERE id = '${idOf('hỏng')}'`,
      { id: idOf('hỏng'), name: 'hỏng\u0000.pdf', what: 'differs in state, attempts' },
    ],
    [
      'a word in a parsed document',
      (schema: string) =>
        `UPDATE ${schema}.parsed SET body = replace(body, 'giao', 'gieo') WHERE document_id = '${idOf('một')}'`,
      { id: idOf('một'), name: 'một.txt', what: 'differs in parsed' },
    ],
    [
      'a lost document',
      (schema: string) => `DELETE FROM ${schema}.document WHERE id = '${idOf('ba')}'`,
      { id: idOf('ba'), name: 'ba.txt', what: 'is not in the target' },
    ],
    [
      'a member of another name',
      (schema: string) =>
        `UPDATE ${schema}.member SET name = 'x' WHERE document_id = '${idOf('một')}'`,
      { id: idOf('kho'), name: 'kho.zip', what: 'differs in members' },
    ],
  ])('--compare names %s, writes nothing; a further run mends it', async (_, sql, difference) => {
    const { url, store, cwd } = await archive()
    await fill(store)
    // A document without parsed text would hide the word looked for.
    await saveParsed(store, idOf('một'), parsedOf('Hội nghị giao ban'))
    const { url: to, schema } = freshSchema()
    const args = ['--from', url, '--to', to]
    expect((await migrate(args, cwd)).status).toBe(0)
    await ask(sql(schema))
    for (let time = 0; time < 2; time++) {
      const compared = await migrate([...args, '--compare'], cwd)
      expect(compared.status, compared.stderr).toBe(3)
      expect(compared.result.differences).toEqual([difference])
    }
    const people = await runCli(['migrate', ...args, '--compare'], { cwd })
    expect(people.stdout).toContain('1 difference:')
    expect(people.stdout).toContain(difference.what)
    const mended = await migrate(args, cwd)
    expect(mended.status).toBe(0)
    expect(mended.result.there).toBeLessThan(14)
  })

  test('what was changed in the target later is left alone and named', async () => {
    const { url, store, cwd } = await archive()
    await fill(store)
    const { url: to } = freshSchema()
    const args = ['--from', url, '--to', to]
    expect((await migrate(args, cwd)).status).toBe(0)
    const target = await open(to)
    await saveRecord(target, idOf('ba'), recordOf({ lines: ['Bản mới hơn'] }))
    const run = await migrate(args, cwd)
    expect(run.status).toBe(3)
    expect(run.result).toMatchObject({ copied: 0, there: 14, differing: 1 })
    expect(run.result.differences[0]?.what).toMatch(
      /^differs in .*record; the target was changed later$/,
    )
    expect((await target.search({ q: 'bản mới hơn', limit: 5 })).total).toBe(1)
  })

  test('refuses a target that holds another archive, and a source that is none', async () => {
    const { url, store, cwd } = await archive()
    await fill(store)
    const { url: to } = freshSchema()
    const target = await open(to)
    await addExtracted(target, 'của người khác')
    const run = await migrate(['--from', url, '--to', to], cwd)
    expect(run).toMatchObject({ status: 2, stdout: '' })
    expect(run.stderr).toContain(idOf('của người khác'))
    expect((await target.countStates()).pending).toBe(0)
    const compared = await migrate(['--from', url, '--to', to, '--compare'], cwd)
    expect(compared.result.differences).toContainEqual({
      id: idOf('của người khác'),
      name: 'của người khác.txt',
      what: 'is only in the target',
    })

    const { url: empty, schema } = freshSchema()
    const none = await migrate(['--from', empty, '--to', url], cwd)
    expect(none.status).toBe(2)
    expect(none.stderr).toMatch(/--from: The schema "test_\w+" .* holds no archive of this version/)
    expect(await ask(`SELECT FROM pg_namespace WHERE nspname = '${schema}'`)).toEqual([])
  })

  test('refuses a newer target, one store twice, and a server that is not there', async () => {
    const { url, cwd } = await archive()
    const { url: newer, schema } = freshSchema()
    await open(newer)
    await ask(`INSERT INTO ${schema}.schema_version VALUES (999, '0999-future.sql', '')`)
    const otherName = addressWith((address) => {
      address.hostname = address.hostname === '127.0.0.1' ? 'localhost' : address.hostname
      address.searchParams.set('schema', schema)
    })
    const gone = addressWith((address) => {
      address.port = '1'
    })
    for (const [from, to, sentence] of [
      [url, newer, /--to: .* schema version 999/],
      [newer, url, /--from: .* schema version 999/],
      [newer, otherName, /--from and --to are the same store: postgres:\/\/127/],
      [url, gone, /--to: .* cannot be reached .* and --to\./],
    ] as const) {
      const run = await migrate(['--from', from, '--to', to], cwd)
      expect(run).toMatchObject({ status: 2, stdout: '' })
      expect(run.stderr).toMatch(sentence)
      expect(run.stderr).not.toContain('only-for-tests')
    }
  })
})

test('between files, with the blobs', async () => {
  const { url, store, cwd, path } = await archive()
  const blobs = await openFolderBlobs(join(cwd, 'data', 'blobs'))
  const ids: string[] = []
  for (const key of ['một', 'hai', 'ba']) {
    const { id } = await blobs.put(Buffer.from(`nội dung ${key}`))
    await store.addDocument({ id, source: { name: `${key}.txt` }, bytes: 1, receivedAt })
    ids.push(id)
  }
  const [good, damaged, missing] = ids as [string, string, string]
  const blobPath = (folder: string, id: string) =>
    join(cwd, folder, id.slice(0, 2), id.slice(2, 4), id)
  await writeFile(blobPath('data/blobs', damaged), 'khác')
  const gone = idOf('không có')
  await store.addDocument({ id: gone, source: { name: 'mất.txt' }, bytes: 1, receivedAt })
  const before = await readFile(path)
  const args = [
    ...['--from', url, '--to', 'sqlite:mới/vanthu.db'],
    ...['--from-blobs', 'folder:data/blobs', '--to-blobs', 'folder:mới/blobs'],
  ]
  const first = await migrate(args, cwd)
  expect(first.status, first.stderr).toBe(3)
  expect(first.result).toMatchObject({ copied: 4, blobs: { copied: 2, there: 0 } })
  expect(new Set(first.result.differences)).toEqual(
    new Set([
      { id: damaged, name: 'hai.txt', what: 'its blob is altered in the source' },
      { id: gone, name: 'mất.txt', what: 'its blob is missing in the source' },
    ]),
  )
  expect(existsSync(blobPath('mới/blobs', damaged))).toBe(false)
  expect(await readFile(path)).toEqual(before)
  await writeFile(blobPath('data/blobs', damaged), 'nội dung hai')
  await writeFile(blobPath('mới/blobs', missing), 'hỏng')
  await mkdir(dirname(blobPath('data/blobs', gone)), { recursive: true })
  await writeFile(blobPath('data/blobs', gone), 'không có')
  const compared = await migrate([...args, '--compare'], cwd)
  expect(compared.result.differences).toHaveLength(3)
  const second = await migrate(args, cwd)
  expect(second.status, second.stdout).toBe(0)
  expect(second.result).toMatchObject({ copied: 0, there: 4, blobs: { copied: 3, there: 1 } })
  expect(await readFile(blobPath('mới/blobs', good), 'utf8')).toBe('nội dung một')
})

describe('a source that changes at the last moment', () => {
  async function runWhile(change: (store: Store, round: number) => Promise<unknown>) {
    const { store, cwd } = await archive()
    const total = await fill(store)
    const target = openSqliteStore(join(cwd, 'b.db'))
    onTestFinished(() => target.close())
    let round = 0
    const changes: Promise<unknown>[] = []
    const report = await run({
      from: store,
      to: target,
      onProgress(step, done) {
        // When the last document of a round was compared.
        if (step === 'Comparing' && done === total) changes.push(change(store, ++round))
      },
    })
    await Promise.all(changes)
    return { store, target, report, total }
  }

  test('is followed', async () => {
    const { store, target, report, total } = await runWhile(async (store, round) => {
      if (round > 2) return
      await addExtracted(store, `nữa ${round}`)
      await saveRecord(store, idOf('ba'), recordOf({ lines: [`lần ${round}`] }))
    })
    expect(report).toMatchObject({ documents: total + 2, differing: 0, isChanging: false })
    for (const id of [idOf('ba'), idOf('nữa 2')])
      expect(await target.wholeDocument(id)).toEqual(await store.wholeDocument(id))
  })

  test('without end is given up, and said', async () => {
    const { report } = await runWhile((store, round) =>
      saveRecord(store, idOf('ba'), recordOf({ lines: [`lần ${round}`] })),
    )
    expect(report.isChanging).toBe(true)
  })
})

test('for people: counts, and what to set', async () => {
  const { url, store, cwd } = await archive()
  await fill(store)
  const run = await runCli(['migrate', '--from', url, '--to', 'sqlite:b.db'], { cwd })
  expect(run).toMatchObject({ status: 0, stderr: '' })
  expect(run.stdout).toMatch(/pending +10 +10\n.*extracted +3 +3\n[\s\S]*failed +1 +1\n/)
  expect(run.stdout).toMatch(/14 documents: 14 copied now, 0 there already; [\d.]+ s\./)
  expect(run.stdout).toContain('equal in both')
  expect(run.stdout).toContain('VANTHU_BLOBS_URL')
})

test.each<[string, string[], RegExp]>([
  ['no target', ['--from', 'sqlite:a.db'], /--to/],
  ['no kind', ['--from', 'a.db', '--to', 'sqlite:b.db'], /--from must begin with its kind/],
  ['a kind of store we lack', ['--from', 'sqlite:a.db', '--to', 'mysql://h/d'], /"mysql:" is not/],
  ['a kind of source we lack', ['--from', 'mysql://u:p@h/d', '--to', 'sqlite:b.db'], /"mysql:" is/],
  ['one file twice', ['--from', 'sqlite:a.db', '--to', 'sqlite:./x/../a.db'], /the same store/],
  ['no file', ['--from', 'sqlite:c.db', '--to', 'sqlite:b.db'], /There is no database .*c\.db/],
  ['no database', ['--from', 'sqlite:text.db', '--to', 'sqlite:b.db'], /cannot be read as a data/],
  ['a newer source', ['--from', 'sqlite:newer.db', '--to', 'sqlite:b.db'], /version 999/],
  ['an older source', ['--from', 'sqlite:older.db', '--to', 'sqlite:b.db'], /of an older vanthu/],
  ['memory', ['--from', 'sqlite:a.db', '--to', 'sqlite::memory:'], /gone when this ends/],
  ['bad address', ['--from', 'sqlite:a.db', '--to', 'postgres://h:p%@x/d y'], /--to/],
  [
    'half of the blobs',
    ['--from', 'sqlite:a.db', '--to', 'sqlite:b.db', '--from-blobs', 'folder:x'],
    /both --from-blobs and --to-blobs/,
  ],
  [
    'no folder of blobs',
    [
      '--from',
      'sqlite:a.db',
      '--to',
      'sqlite:b.db',
      '--from-blobs',
      'folder:x',
      '--to-blobs',
      'folder:y',
    ],
    /There is no folder/,
  ],
])('refuses %s and makes nothing', async (_, args, sentence) => {
  const cwd = await temporaryFolder()
  for (const name of ['a.db', 'newer.db', 'older.db'])
    await openSqliteStore(join(cwd, name)).close()
  for (const [name, sql] of [
    ['newer.db', "INSERT INTO schema_version VALUES (999, '0999-future.sql', '')"],
    ['older.db', 'DELETE FROM schema_version WHERE version > 1'],
  ] as const) {
    const database = new DatabaseSync(join(cwd, name))
    database.exec(sql)
    database.close()
  }
  await writeFile(join(cwd, 'text.db'), 'Báo cáo tổng kết. '.repeat(100))
  const run = await runCli(['migrate', ...args], { cwd })
  expect(run).toMatchObject({ status: 2, stdout: '' })
  expect(run.stderr).toMatch(sentence)
  expect(['b.db', 'c.db', 'x', 'y'].filter((name) => existsSync(join(cwd, name)))).toEqual([])
})
