// `vanthu backup`, `restore`, `reindex` as processes, ended at any moment.
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { listBlobs } from '../../src/adapters/blobs/folder-blob-list.ts'
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts'
import { allOf } from '../support/all-of.ts'
import {
  addLong,
  archiveWithBackup as archive,
  elsewhere,
  entriesOf,
} from '../support/backup-archive.ts'
import { fiftyQueries } from '../support/fill-store.ts'
import { runCli, startCli } from '../support/run-cli.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

test('an archive goes into one file, and comes out of it elsewhere with the same answers', async () => {
  const { cwd, store, file, report } = await archive()
  expect(report).toMatchObject({ file, documents: 15, unsound: [], originals: { count: 15 } })
  expect((await readdir(cwd)).sort()).toEqual(['b.tar', 'data'])
  const names = (await entriesOf(file)).map(({ name }) => name)
  expect([names[0], names.at(-2), names.at(-1)]).toEqual([
    'manifest.json',
    'summary.json',
    'SHA256SUMS',
  ])
  const there = await elsewhere(cwd)
  const restored = await runCli(['restore', file], there)
  expect(restored.stderr).toBe('')
  expect(restored.stdout).toMatch(
    /^15 documents and 15 originals restored, as of 20.*\n2 documents wait to be read/,
  )
  expect(restored.status).toBe(0)
  const target = openSqliteStore(join(there.environment.VANTHU_DATA, 'vanthu.db'))
  onTestFinished(() => target.close())
  for (const query of fiftyQueries)
    expect(await target.search({ ...query, limit: 20 })).toEqual(
      await store.search({ ...query, limit: 20 }),
    )
  for (const args of [['verify'], ['verify', file]]) {
    const verified = await runCli(args, there)
    expect([verified.status, verified.stdout]).toEqual([0, expect.stringContaining('All is well.')])
  }
  const again = await runCli(['restore', file], there)
  expect([again.status, again.stdout]).toEqual([2, ''])
  expect(again.stderr).toContain('The archive holds 15 documents already')
})

describe('ended early', () => {
  test('a restoring leaves an empty archive, and is run again', { timeout: 120_000 }, async () => {
    const { cwd, store } = await archive(60)
    await addLong(store, 30)
    const file = join(cwd, 'long.tar')
    expect((await runCli(['backup', file], { cwd })).status).toBe(3)
    const there = await elsewhere(cwd)
    const database = join(there.environment.VANTHU_DATA, 'vanthu.db')
    const blobs = join(there.environment.VANTHU_DATA, 'blobs')
    const originals = async () => allOf(listBlobs(blobs)).then(({ length }) => length)
    const moments: Array<() => boolean | Promise<boolean>> = [
      async () => existsSync(blobs),
      async () => (await originals()) > 20,
      async () => {
        if ((await originals()) < 63) return false
        // The rows are on their way into the database.
        await wait(500)
        return true
      },
    ]
    for (const moment of moments) {
      const child = startCli(['restore', file], there)
      const ended = once(child, 'close')
      await expect.poll(moment, { timeout: 30_000, interval: 2 }).toBe(true)
      child.kill('SIGKILL')
      expect(await ended).toEqual([null, 'SIGKILL'])
      const target = openSqliteStore(database)
      expect(await target.idsAfter('', 5)).toEqual([])
      await target.close()
    }
    const restored = await runCli(['restore', file, '--json'], there)
    expect(restored.stderr).toBe('')
    expect(JSON.parse(restored.stdout)).toMatchObject({ documents: 93, originals: 63 })
    const target = openSqliteStore(database)
    onTestFinished(() => target.close())
    expect(await target.search({ q: 'hoi nghi', limit: 50 })).toEqual(
      await store.search({ q: 'hoi nghi', limit: 50 }),
    )
    expect(await target.countStates()).toEqual(await store.countStates())
  })

  test.each(['SIGTERM', 'SIGINT'] as const)(
    '%s: a backup takes its half-written file away',
    async (signal) => {
      const { cwd, store } = await archive(2)
      await addLong(store, 40)
      const part = join(cwd, 'c.tar.part')
      const child = startCli(['backup', 'c.tar'], { cwd })
      let stderr = ''
      child.stderr.on('data', (chunk) => {
        stderr += chunk
      })
      const ended = once(child, 'close')
      await expect.poll(() => existsSync(part), { timeout: 20_000, interval: 1 }).toBe(true)
      child.kill(signal)
      expect(await ended).toEqual([signal === 'SIGINT' ? 130 : 143, null])
      expect(stderr).toBe('')
      expect((await readdir(cwd)).sort()).toEqual(['b.tar', 'data'])
    },
  )
})

test('an emptied index comes back by `vanthu reindex`, with the same answers', async () => {
  const { cwd, store } = await archive()
  const ask = () => Promise.all(fiftyQueries.map((query) => store.search({ ...query, limit: 20 })))
  const before = await ask()
  for (const args of [['reindex'], ['reindex', '--empty-first']]) {
    const database = new DatabaseSync(join(cwd, 'data', 'vanthu.db'), { defensive: false })
    for (const table of ['record_index', 'record_province', 'folded_words', 'marked_words'])
      database.exec(`DELETE FROM ${table}`)
    database.close()
    expect(await ask()).not.toEqual(before)
    expect((await runCli(['verify'], { cwd })).status).toBe(3)
    const run = await runCli(args, { cwd })
    expect([run.status, run.stdout.trim()]).toEqual([0, '12 records indexed.'])
    expect(await ask()).toEqual(before)
    expect((await runCli(['verify'], { cwd })).status).toBe(0)
  }
})

test('what is asked wrongly is told in a sentence', async () => {
  const cwd = await temporaryFolder()
  for (const [args, says] of [
    [['backup', 'b.tar'], /There is no database/],
    [['verify'], /There is no database/],
    [['verify', 'b.tar'], /There is no file .*b\.tar/],
    [['restore', 'b.tar'], /There is no file .*b\.tar/],
    [['restore', '.'], /is no file/],
    [['backup'], /missing required argument 'file'/],
  ] as const) {
    const run = await runCli([...args], { cwd })
    expect([run.status, run.stdout]).toEqual([2, ''])
    expect(run.stderr).toMatch(says)
  }
})
