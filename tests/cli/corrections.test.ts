// `vanthu corrections export` on a real archive: sections on stdout, or a file for each dictionary.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts'
import { columnsOf } from '../../src/lexicon/schemas.ts'
import type { NewCorrection } from '../../src/model/correction.ts'
import { applyCorrections } from '../../src/record/corrections/apply-corrections.ts'
import { saveRecord } from '../support/attempts.ts'
import { idOf, recordOf } from '../support/record-of.ts'
import { runCli } from '../support/run-cli.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const id = idOf('bao-cao')
const at = '2026-03-01T08:00:00.000Z'

async function makeArchive(corrections: readonly NewCorrection[]): Promise<string> {
  const cwd = await temporaryFolder()
  const store = openSqliteStore(join(cwd, 'data', 'vanthu.db'), applyCorrections)
  await store.addDocument({ id, source: { name: 'a.txt' }, bytes: 1, receivedAt: at })
  await saveRecord(store, id, recordOf({ lines: ['title: Thi đua', 'Bà Chúa Thượng Ngàn'] }))
  for (const correction of corrections) await store.addCorrection(correction)
  await store.close()
  return cwd
}

const quote = { start: 8, end: 27, text: 'Bà Chúa Thượng Ngàn', before: '', after: '' }
const common = { documentId: id, who: 'Lan\t', at }
const corrections: NewCorrection[] = [
  {
    ...{ ...common, item: 'official', action: 'reject' },
    ...{ target: { value: 'Bà Chúa Thượng Ngàn', quote }, value: null },
  },
  { ...common, item: 'field', action: 'correct', target: 'title', value: 'Thi\tđua\nhai' },
]
const proposed = ['phrase\tkind', 'Bà Chúa Thượng Ngàn\tofficial']
const rest = [
  'document\tnumber\twho\tat\taction\titem\twords\twas\tvalue',
  `${id}\t2\tLan\t${at}\tcorrect\tfield\ttitle\t\t"Thi\\tđua\\nhai"`,
]

test('prints a section for each dictionary, and the rest', async () => {
  const cwd = await makeArchive(corrections)
  const { status, stdout } = await runCli(['corrections', 'export'], { cwd })
  expect([status, stdout]).toEqual([
    0,
    `${['# stop-phrases.tsv', ...proposed, '', '# corrections.tsv', ...rest].join('\n')}\n`,
  ])
  const json = await runCli(['corrections', 'export', '--json'], { cwd })
  expect(JSON.parse(json.stdout)).toMatchObject({
    rows: [{ dictionary: 'stop-phrases', from: [{ documentId: id, number: 1 }] }],
    rest: [{ number: 2, target: 'title' }],
  })
})

test('writes files in the formats of the dictionaries', async () => {
  const cwd = await makeArchive(corrections)
  const { status, stdout, stderr } = await runCli(['corrections', 'export', '--to', 'ra/đây'], {
    cwd,
  })
  expect([status, stdout]).toEqual([0, ''])
  expect(stderr).toContain('1 proposed row')
  const folder = join(cwd, 'ra', 'đây')
  expect((await readdir(folder)).sort()).toEqual(['corrections.tsv', 'stop-phrases.tsv'])
  const written = await readFile(join(folder, 'stop-phrases.tsv'), 'utf8')
  expect(written).toBe(`${proposed.join('\n')}\n`)
  expect(written.split('\n')[0]).toBe(columnsOf('stop-phrases').join('\t'))
})

test('says so where there is nothing; other commands are refused', async () => {
  const cwd = await makeArchive([])
  const { status, stdout, stderr } = await runCli(['corrections', 'export'], { cwd })
  expect([status, stdout]).toEqual([0, ''])
  expect(stderr).toContain('no correction')
  expect((await runCli(['corrections', 'import'], { cwd })).status).toBe(2)
})

test('show says how many there are, and by whom', async () => {
  const cwd = await makeArchive(corrections)
  const { stdout } = await runCli(['show', id.slice(0, 12)], { cwd })
  expect(stdout).toContain('2 corrections by Lan')
  const json = JSON.parse((await runCli(['show', id, '--json'], { cwd })).stdout)
  expect(json.corrections).toHaveLength(2)
})
