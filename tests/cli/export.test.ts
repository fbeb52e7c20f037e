// `vanthu export` as people meet it: real processes over a real archive.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { read as readWorkbook, utils } from '@e965/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts'
import { exportKinds, exportParams } from '../../src/app/export/params.ts'
import { exportFilters } from '../../src/cli/export-command.ts'
import { saveRecord } from '../support/attempts.ts'
import { factRecord } from '../support/fact-records.ts'
import { parseCsv } from '../support/parse-csv.ts'
import { idOf } from '../support/record-of.ts'
import { runCli } from '../support/run-cli.ts'

let cwd = ''
const run = (...args: string[]) =>
  runCli(['export', ...args], { cwd, environment: { VANTHU_DATA: join(cwd, 'data') } })

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'vanthu-export-'))
  const store = openSqliteStore(join(cwd, 'data', 'vanthu.db'))
  const id = idOf('a')
  await store.addDocument({
    id,
    source: { name: 'a.txt' },
    bytes: 1,
    receivedAt: '2026-01-01T00:00:00Z',
  })
  await saveRecord(
    store,
    id,
    factRecord({
      lines: ['title: Kế hoạch', 'Giao các trường nộp trước 30/6/2023; Ban giám hiệu họp.'],
      directives: [
        { kind: 'task', text: 'các trường nộp trước 30/6/2023', deadline: '2023-06-30' },
        { kind: 'plan', text: 'Ban giám hiệu họp' },
      ],
    }),
  )
  await store.close()
})
afterAll(() => rm(cwd, { recursive: true, force: true }))

test('the command takes every filter of the API, and no other', () => {
  const all = new Set(exportKinds.flatMap((kind) => Object.keys(exportParams[kind].shape)))
  expect(new Set(Object.keys(exportFilters))).toEqual(all)
})

test('prints what matches, line by line', async () => {
  const { status, stdout, stderr } = await run('directives', '--deadline-from', '2023-01-01')
  expect([status, stderr]).toEqual([0, ''])
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines.map(({ text }) => text)).toEqual(['các trường nộp trước 30/6/2023'])
})

test('writes a file in the format of its name, and replaces none', async () => {
  const csv = await run('directives', '-o', 'viec.csv')
  expect(csv).toMatchObject({ status: 0, stderr: '' })
  expect(csv.stdout).toMatch(/viec\.csv: \d+ bytes written/)
  const rows = parseCsv(await readFile(join(cwd, 'viec.csv'), 'utf8'))
  expect(rows.map(([, kind]) => kind)).toEqual(['kind', 'task', 'plan'])
  expect(await run('directives', '-o', 'viec.csv')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('viec.csv is there already'),
  })
  const again = await run('documents', '-o', 'viec.csv', '--force', '--json')
  expect(JSON.parse(again.stdout)).toMatchObject({ kind: 'documents', format: 'csv' })
  await run('directives', '-o', 'viec.xlsx', '--kind', 'plan')
  const book = readWorkbook(await readFile(join(cwd, 'viec.xlsx')))
  expect(utils.sheet_to_json(book.Sheets.directives ?? {})).toMatchObject([{ kind: 'plan' }])
  expect((await readdir(cwd)).filter((name) => name.endsWith('.partial'))).toEqual([])
})

test.each([
  [['people'], '"people" cannot be exported; documents, officials'],
  [['dates', '--subject', 'x'], 'subject: unknown; known are'],
  [['dates', '--year', '23'], 'year: must be a year'],
  [['dates', '--province', 'atlantis'], '"atlantis" is no province'],
  [['dates', '-o', 'khong/co/a.csv'], 'khong/co/a.csv cannot be written (ENOENT)'],
])('%j is asked wrongly', async (args, says) => {
  const { status, stdout, stderr } = await run(...args)
  expect(stderr).toContain(says)
  expect([status, stdout]).toEqual([2, ''])
})
