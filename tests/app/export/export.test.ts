// Exports of some thousands: read back equal, in order, and as a stream that may be left early.

import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { read as readWorkbook, utils } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { openSqliteStore } from '../../../src/adapters/sqlite/store.ts'
import type { App } from '../../../src/app/app.ts'
import { plainCell, safeCell } from '../../../src/app/export/cells.ts'
import { type Cell, columnsOf } from '../../../src/app/export/columns.ts'
import { csvOf } from '../../../src/app/export/lines.ts'
import { exportKinds } from '../../../src/app/export/params.ts'
import { workbookOf } from '../../../src/app/export/workbook.ts'
import { manyDocuments, nothing } from '../../support/many-facts.ts'
import { parseCsv } from '../../support/parse-csv.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { openTestApp } from '../../support/test-app.ts'

async function archiveOf(count: number): Promise<App> {
  const folder = await temporaryFolder()
  const store = openSqliteStore(join(folder, 'data', 'vanthu.db'))
  await store.fill({ documents: () => manyDocuments(count), looseRows: nothing })
  await store.close()
  return openTestApp({ folder })
}

const count = 2000

test('what is read back is what was there, in every format', { timeout: 120_000 }, async () => {
  const app = await archiveOf(count)
  for (const kind of exportKinds) {
    const bytes = async (format: 'ndjson' | 'csv' | 'xlsx') =>
      buffer(await app.facts.exportAll(kind, format, {}))
    const rows = (await bytes('ndjson'))
      .toString()
      .trim()
      .split('\n')
      .map((l) => JSON.parse(l))
    expect(rows.length).toBe(count)
    expect(new Set(rows.map((row) => row.document ?? row.id)).size).toBe(count)
    const columns = columnsOf[kind]
    const cells = rows.map((row) => columns.map(([, of]): Cell => of(row as never)))
    const csv = parseCsv((await bytes('csv')).toString())
    expect(csv.slice(1).map((row) => row.map(plainCell))).toEqual(
      cells.map((row) => row.map((cell) => String(cell ?? ''))),
    )
    const book = readWorkbook(await bytes('xlsx'))
    const sheet = utils.sheet_to_json(book.Sheets[kind] ?? {}, { header: 1, defval: null })
    expect(sheet).toEqual([columns.map(([name]) => name), ...cells])
  }
})

test('an export that is left early reads no further', async () => {
  const app = await archiveOf(3000)
  const bytes = await app.facts.exportAll('dates', 'xlsx', {})
  await new Promise((resolve) => bytes.once('readable', resolve))
  const closed = new Promise((resolve) => bytes.once('close', resolve))
  bytes.destroy()
  await closed
  expect((await app.facts.find('dates', {}, { limit: 1 })).facts).toHaveLength(1)
})

async function* given<T>(rows: readonly T[]) {
  yield* rows
}
const odd = [
  '=1+1',
  '+84',
  '-5',
  '@a',
  "'=1",
  "''=1",
  "'a",
  '\t=1',
  '\r\n=1',
  '＝1',
  'a"b,c\nd\re',
  ' a ',
  '_x0041_ _x000d_',
  '\u0001\u001f\u007f\ufffe',
  '<b>&amp;</b>]]>',
  '',
  '𝒳 điện biên',
  '0012',
  '1e5',
]

describe('odd texts', () => {
  const columns = [['text', (text: string) => text]] as const

  test.each(odd)('%j is kept as it is, and no formula', async (text) => {
    expect(plainCell(safeCell(text))).toBe(text)
    expect(safeCell(text)).not.toMatch(/^[=+\-@\t\r\n＝]/)
    let csv = ''
    for await (const piece of csvOf(given([text]), columns)) csv += piece
    expect(parseCsv(csv)).toEqual([['text'], [safeCell(text)]])
    const book = readWorkbook(await buffer(workbookOf(given([text]), columns, 'một')))
    // The reader makes one line end of two characters.
    expect(book.Sheets.một?.A2?.v ?? '').toBe(text.replace('\r\n', '\n'))
    expect(book.Sheets.một?.A2?.f).toBeUndefined()
  })
})

test('numbers and truth are cells of their own kind', async () => {
  const columns = [
    ['number', () => -75.6],
    ['truth', () => true],
    ['nothing', () => null],
  ] as const
  const book = readWorkbook(await buffer(workbookOf(given([0]), columns, 's')))
  expect(utils.sheet_to_json(book.Sheets.s ?? {}, { header: 1 })[1]).toEqual([-75.6, true])
  let csv = ''
  for await (const piece of csvOf(given([0]), columns)) csv += piece
  expect(csv).toBe('\uFEFFnumber,truth,nothing\r\n-75.6,true,\r\n')
})

test('a sheet that is full is followed by another one', async () => {
  const columns = [['n', (n: number) => n]] as const
  const numbers = Array.from({ length: 7 }, (_, i) => i)
  const book = readWorkbook(await buffer(workbookOf(given(numbers), columns, 'số', 4)))
  expect(book.SheetNames).toEqual(['số', 'số 2', 'số 3'])
  const cells = book.SheetNames.map((name) =>
    utils
      .sheet_to_json(book.Sheets[name] ?? {}, { header: 1 })
      .slice(1)
      .flat(),
  )
  expect(cells).toEqual([[0, 1, 2], [3, 4, 5], [6]])
})

test('an error in the middle ends the stream with it', async () => {
  async function* broken() {
    yield 1
    throw new Error('the disk is gone')
  }
  const columns = [['n', (n: number) => n]] as const
  await expect(buffer(workbookOf(broken(), columns, 's'))).rejects.toThrow('the disk is gone')
})
