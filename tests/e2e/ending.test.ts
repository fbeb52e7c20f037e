// `vanthu serve` ended in the middle of work: told to (SIGTERM), or killed. What it had begun goes on with the next one.
import { type ChildProcess, execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts'
import { startCli } from '../support/run-cli.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { openTestApp } from '../support/test-app.ts'

const documents = 40

/** An archive in which so many documents wait. */
async function waitingArchive() {
  const folder = await temporaryFolder()
  const app = await openTestApp({ folder })
  for (let i = 0; i < documents; i++)
    await app.ingest({
      name: `${i}.txt`,
      bytes: Buffer.from(`SỞ Y TẾ\n\nBáo cáo số ${i}: tỷ lệ tiêm chủng đạt ${i}%.\n`.repeat(40)),
    })
  await app.close()
  const store = openSqliteStore(join(folder, 'data', 'vanthu.db'))
  onTestFinished(() => store.close())
  const read = async () => (await store.countStates()).extracted
  const serve = (): ChildProcess => {
    const child = startCli(['serve'], {
      cwd: folder,
      environment: { VANTHU_PORT: '0', VANTHU_LOG_LEVEL: 'error' },
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    return child
  }
  const rows = async () => [
    ...(await store.documentsIn({ state: 'pending', limit: 100 })).documents,
    ...(await store.documentsIn({ state: 'extracted', limit: 100 })).documents,
  ]
  return { store, read, serve, rows }
}

/** Processes whose command line names this child's group: readers of documents. */
const childrenOf = (pid: number | undefined): string[] =>
  execFileSync('ps', ['-eo', 'ppid=,pid='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([parent]) => parent === String(pid))
    .map(([, child]) => child ?? '')

const isThere = (pid: string) => {
  try {
    process.kill(Number(pid), 0)
    return true
  } catch {
    return false
  }
}

test('told to end, it exits 0, releases what it holds without counting it, and leaves no children', {
  timeout: 120_000,
}, async () => {
  const { store, read, serve, rows } = await waitingArchive()
  const child = serve()
  const ended = once(child, 'exit')
  await expect.poll(read, { timeout: 60_000, interval: 50 }).toBeGreaterThan(1)
  const readers = childrenOf(child.pid)
  expect(readers.length).toBeGreaterThan(0)
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  const left = await rows()
  expect(left).toHaveLength(documents)
  expect(left.filter((row) => row.holder !== null || row.attempts > 0)).toEqual([])
  expect(await store.holders()).toEqual([])
  await expect.poll(() => readers.filter(isThere), { timeout: 5_000 }).toEqual([])
})

test('killed again and again, every document is read in the end, none twice', {
  timeout: 180_000,
}, async () => {
  const { store, read, serve, rows } = await waitingArchive()
  for (let kill = 0, before = 0; kill < 3; kill++) {
    const child = serve()
    const ended = once(child, 'exit')
    await expect.poll(read, { timeout: 60_000, interval: 20 }).toBeGreaterThan(before)
    child.kill('SIGKILL')
    await ended
    before = await read()
  }
  // Something had been begun and was left behind.
  expect((await store.holders()).length).toBeGreaterThan(0)
  const last = serve()
  await expect.poll(read, { timeout: 120_000, interval: 100 }).toBe(documents)
  expect((await rows()).filter((row) => row.attempts > 0 || row.holder !== null)).toEqual([])
  last.kill('SIGTERM')
  expect(await once(last, 'exit')).toEqual([0, null])
})
