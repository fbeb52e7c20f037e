// Commands that go on until they are told to end, and readers that go away.
import { once } from 'node:events'
import { copyFile, mkdir, readdir, rename } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { SearchResult } from '../../src/ports/search.ts'
import { runCli, startCli } from '../support/run-cli.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const samples = join(import.meta.dirname, '..', '..', 'samples')
const sample = join(samples, 'txt-bao-cao-huyen', 'source.txt')

/** Number of documents that a search over the API finds. */
async function totalOf(address: string, q = ''): Promise<number> {
  const answer = await fetch(`${address}/api/search?q=${q}`)
  return ((await answer.json()) as SearchResult).total
}

/** Starts a command that serves; gives its address once it is there. */
async function serving(args: string[], cwd: string) {
  const child = startCli(args, { cwd, environment: { VANTHU_PORT: '0' } })
  let out = ''
  const ended = once(child, 'close')
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      out += chunk
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(out)
      if (found) resolve(found[0])
    })
    child.stderr.on('data', (chunk) => (out += chunk))
    child.on('close', () => reject(new Error(out)))
  })
  return { child, address, ended, output: () => out }
}

test('serve answers, reads the inbox, and ends well on SIGTERM', async () => {
  const cwd = await temporaryFolder()
  const { child, address, ended } = await serving(['serve'], cwd)
  expect((await fetch(`${address}/healthz`)).status).toBe(200)
  await mkdir(join(cwd, 'inbox'), { recursive: true })
  await copyFile(sample, join(cwd, 'inbox', 'a.txt.part'))
  await rename(join(cwd, 'inbox', 'a.txt.part'), join(cwd, 'inbox', 'báo cáo.txt'))
  await expect.poll(() => totalOf(address, 'tuy+an'), { timeout: 20_000 }).toBe(1)
  const days = await readdir(join(cwd, 'inbox', '.done'))
  expect(await readdir(join(cwd, 'inbox', '.done', days[0] ?? ''))).toEqual(['báo cáo.txt'])
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
})

test('demo --once reads the samples, shows them, and leaves nothing behind', async () => {
  const cwd = await temporaryFolder()
  const before = new Set(await readdir(tmpdir()))
  const run = await runCli(['demo', '--once'], { cwd })
  expect(run.status, run.stderr).toBe(0)
  expect(run.stdout).toMatch(/^title +date +officials +provinces +percentages +directives\n/)
  const count = (await readdir(samples, { withFileTypes: true })).filter((entry) =>
    entry.isDirectory(),
  ).length
  // The directive in the message, and the two documents in the archive.
  const inside = 3
  expect(run.stdout).toContain(`${count + inside} documents read in`)
  const left = (await readdir(tmpdir())).filter(
    (name) => name.startsWith('vanthu-demo-') && !before.has(name),
  )
  expect(left).toEqual([])
  expect(await readdir(cwd)).toEqual([])
})

test('demo serves, and throws its archive away on SIGINT', async () => {
  const cwd = await temporaryFolder()
  const before = new Set(await readdir(tmpdir()))
  const { child, address, ended } = await serving(['demo'], cwd)
  expect(await totalOf(address)).toBeGreaterThan(5)
  child.kill('SIGINT')
  expect(await ended).toEqual([0, null])
  const left = (await readdir(tmpdir())).filter(
    (name) => name.startsWith('vanthu-demo-') && !before.has(name),
  )
  expect(left).toEqual([])
})

test('a reader that goes away ends extract quietly', async () => {
  const child = startCli(['extract', ...Array(6).fill(sample)], { cwd: await temporaryFolder() })
  let stderr = ''
  child.stderr.on('data', (chunk) => (stderr += chunk))
  child.stdout.destroy()
  const [status] = await once(child, 'close')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})
