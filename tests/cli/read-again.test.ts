// `vanthu retry`, `reprocess`, `forget` and the lists of `status`, as real processes on one archive.
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sha256Of } from '../../src/app/ingest.ts'
import { runCli } from '../support/run-cli.ts'

const samples = join(import.meta.dirname, '..', '..', 'samples')
let cwd = ''
const empty = sha256Of(new Uint8Array()).slice(0, 10)
const run = (...args: string[]) => runCli(args, { cwd })

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'vanthu-cli-'))
  await cp(join(samples, 'txt-bao-cao-huyen/source.txt'), join(cwd, 'báo cáo.txt'))
  await writeFile(join(cwd, 'rỗng.pdf'), '')
  expect((await run('ingest', 'báo cáo.txt', 'rỗng.pdf')).status).toBe(3)
}, 60_000)
afterAll(() => rm(cwd, { recursive: true, force: true }))

test.each<[args: string[], says: RegExp]>([
  [['retry'], /--failed/],
  [['retry', 'abcd', '--failed'], /--failed/],
  [['retry', '--code', 'empty', 'abcd'], /--code belongs to --failed/],
  [['retry', '--failed', '--code', 'odd'], /"odd" is no code/],
  [['retry', 'ffffff'], /no document ffffff/],
  [['reprocess'], /--stale, or --all/],
  [['reprocess', '--stale', '--all'], /--stale, or --all/],
  [['forget', empty], /--yes/],
  [['forget', 'ffffff', '--yes'], /no document ffffff/],
  [['status', '--state', 'lost'], /"lost" is no state/],
  [['status', '--cursor', 'x'], /--state/],
  [['status', '--state', 'failed', '--cursor', 'x'], /cursor/],
  [['status', '--state', 'failed', '--limit', '0'], /limit/],
])('%j is refused with a sentence', async (args, says) => {
  const { status, stderr, stdout } = await run(...args)
  expect(stderr).toMatch(says)
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
})

test('status lists documents with stage, attempts, error and what to do', async () => {
  const { stdout } = await run('status', '--state', 'failed')
  expect(stdout).toMatch(/rỗng\.pdf\s+failed\s+1\s+20\d\d.*empty: rỗng\.pdf is empty/)
  expect(stdout).toContain('empty: The file is empty: copy it again')
  const page = JSON.parse((await run('status', '--state', 'extracted', '--json')).stdout)
  expect(page).toMatchObject({
    documents: [{ name: 'báo cáo.txt', stage: 'extracted' }],
    next: null,
  })
  expect((await run('status')).stdout).toMatch(/2 ended in the last 10 minutes/)
})

test('retry and reprocess read again and tell what became of it', async () => {
  const retried = await run('retry', '--failed', '--json')
  expect(retried.status).toBe(3)
  expect(JSON.parse(retried.stdout)).toMatchObject({ documents: 1, failed: 1, pending: 0 })
  const stale = await run('reprocess', '--stale')
  expect([stale.status, stale.stdout]).toEqual([
    0,
    '0 documents to be read again: nothing to do.\n',
  ])
  const all = await run('reprocess', '--all')
  expect([all.status, all.stdout]).toEqual([0, '1 document to be read again: 1 complete.\n'])
})

test('forget removes for good; show and status say so', async () => {
  expect(await run('forget', empty, '--yes')).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('1 document removed for good:\n  rỗng.pdf'),
  })
  expect(await run('show', empty)).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/rỗng\.pdf .* was forgotten at 20/),
  })
  expect((await run('status')).stdout).toMatch(/forgotten at 20.*rỗng\.pdf/)
})
