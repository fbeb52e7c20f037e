// An inbox whose process is killed between the steps of taking a file, and one into which very many files are moved at once.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, rename, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../../src/open-adapters.ts'
import type { InboxFigures, InboxProcess } from '../../support/inbox-process.ts'
import { hasPostgres } from '../../support/postgres.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { eventually, filesIn, openInbox, source, sourcesOf } from '../../support/test-inbox.ts'
import { usePostgres } from '../../support/use-postgres.ts'

const program = join(import.meta.dirname, '..', '..', 'support', 'inbox-process.ts')

/** Runs an inbox in a process of its own, to its end. */
async function run(what: InboxProcess): Promise<{ signal: string | null; stdout: string }> {
  const child = spawn(process.execPath, [program, JSON.stringify(what)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = once(child, 'exit')
  const stdout = await text(child.stdout)
  const [, signal] = await ended
  return { signal, stdout }
}

const words = (n: number) => `Báo cáo số ${n}. `.repeat(40_000)
/** The second is the first under another name. */
const files: Array<[name: string, bytes: string]> = [
  ['một.txt', words(1)],
  ['bản sao.txt', words(1)],
  ['x/hai.txt', words(2)],
  ['x/ba.txt', words(3)],
  ['bốn.txt', words(4)],
]

function survivesKills(storeUrlIn: (base: string) => string): void {
  test.each<[at: NonNullable<InboxProcess['killAt']>, what: string, after: number]>([
    ['copy', 'while bytes are copied', 4],
    ['blob', 'between the blob and its row', 1],
    ['blob', 'between the blob and its row', 4],
    ['row', 'between the row and the move', 1],
    ['row', 'between the row and the move', 5],
    ['shelf', 'when the shelf is chosen', 2],
  ])('killed at %s (%s), time %i: every file is there once', async (killAt, _, after) => {
    const base = await temporaryFolder()
    const storeUrl = storeUrlIn(base)
    await mkdir(join(base, 'inbox', 'x'), { recursive: true })
    for (const [name, bytes] of files) await writeFile(join(base, 'inbox', name), bytes)
    expect(await run({ base, storeUrl, killAt, after })).toMatchObject({ signal: 'SIGKILL' })
    // The premise: work was left undone.
    expect((await filesIn(join(base, 'inbox'))).some((path) => !path.startsWith('.done'))).toBe(
      true,
    )

    const box = await openInbox({ base, openStore: () => openStore(storeUrl) })
    await eventually(box.files, files.map(([name]) => `.done/${name}`).sort(), 20_000)
    expect(await box.sources()).toEqual(files.map(([name, bytes]) => source(name, bytes)).sort())
    expect((await box.store.countStates()).pending).toBe(4)
    for (const id of await box.store.idsAfter('', 99)) expect(await box.blobs.has(id)).toBe(true)
    expect(await readdir(join(base, 'blobs', '.incoming'))).toEqual([])
    expect(await box.told()).toEqual([])
  })
}

describe('SQLite', () => {
  survivesKills((base) => `sqlite:${join(base, 'vanthu.db')}`)
})

describe.skipIf(!hasPostgres())('PostgreSQL', () => {
  const { freshSchema } = usePostgres()
  survivesKills(() => freshSchema().url)
})

/** The long form of the tests takes what was asked for; the short one is enough to see what grows with it. */
const [many, megabytes] = process.env.VANTHU_TEST_LONG ? [10_000, 500] : [1_000, 150]

test(`${many} files moved in at once are taken once each, in little memory, while the process answers`, {
  timeout: 600_000,
}, async () => {
  const base = await temporaryFolder()
  const away = join(base, 'away')
  const folder = join(base, 'inbox')
  await mkdir(away)
  await mkdir(folder)
  for (let n = 0; n < many; n++) await writeFile(join(away, `văn bản ${n}.txt`), `Văn bản số ${n}`)
  const storeUrl = `sqlite:${join(base, 'vanthu.db')}`
  const running = run({ base, storeUrl, until: many })
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  await rename(away, join(folder, 'mới'))
  const figures: InboxFigures = JSON.parse((await running).stdout)
  console.log(many, 'files:', figures)
  expect(figures.taken).toBe(many)
  expect(figures.rssMb).toBeLessThan(300)
  expect(figures.loopMs.p99).toBeLessThan(250)
  const done = await filesIn(folder)
  expect(done.length).toBe(many)
  expect(done.every((path) => path.startsWith('.done/mới/'))).toBe(true)
  const store = await openStore(storeUrl)
  expect(new Set(await sourcesOf(store)).size).toBe(many)
  await store.close()
})

test(`a file of ${megabytes} MB passes through in little memory`, {
  timeout: 300_000,
}, async () => {
  const base = await temporaryFolder()
  await mkdir(join(base, 'inbox'))
  const path = join(base, 'inbox', 'lớn.txt')
  await writeFile(path, 'Sáng nay')
  await truncate(path, megabytes * 1024 ** 2)
  const storeUrl = `sqlite:${join(base, 'vanthu.db')}`
  const figures: InboxFigures = JSON.parse((await run({ base, storeUrl, until: 1 })).stdout)
  console.log(megabytes, 'MB:', figures)
  expect(figures.rssMb).toBeLessThan(300)
  expect(await filesIn(join(base, 'inbox'))).toEqual(['.done/lớn.txt'])
})
