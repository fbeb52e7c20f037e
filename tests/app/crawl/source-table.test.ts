// Crawl sources as a table: what is written is read again, and what spreadsheets make of it, too.
import { expect, test } from 'vitest'
import { readSourceTable, tableOfSources } from '../../../src/app/crawl/source-table.ts'
import type { CrawlSource } from '../../../src/model/crawl.ts'

const source: CrawlSource = {
  id: 'so-example',
  name: 'Sở\tGiáo dục',
  url: 'https://so.example/',
  every: '0 */6 * * *',
  province: 'dien-bien',
  depth: 3,
  include: ['/a/*', '/b/*'],
  exclude: [],
  maxPages: 50,
  delayMs: 2500,
  allowHosts: ['kho.so.example'],
  extraCas: { 'so.example': '-----BEGIN CERTIFICATE-----\nAB"C\n-----END CERTIFICATE-----' },
  paused: false,
  createdAt: '2026-01-01T00:00:00.000Z',
  lookedAt: '2026-01-01T00:00:00.000Z',
  nextRunAt: null,
  run: null,
}
const input = {
  url: 'https://so.example/',
  name: 'Sở Giáo dục',
  every: '0 */6 * * *',
  province: 'dien-bien',
  depth: 3,
  include: ['/a/*', '/b/*'],
  maxPages: 50,
  delaySeconds: 2.5,
  allowHosts: ['kho.so.example'],
  extraCas: source.extraCas,
}

test('a table is read as it was written', () => {
  const columns = { url: 1, maxPages: 8, extraCas: 11 }
  expect(readSourceTable(tableOfSources([source]))).toMatchObject([{ line: 2, columns, input }])
  expect(readSourceTable(tableOfSources([source]))[0]?.input).toEqual(input)
})

test('names that a spreadsheet would run stand behind an apostrophe, which is none of the name', () => {
  const table = tableOfSources([{ ...source, name: '=HYPERLINK("https://xau.example")' }])
  expect(table).toContain(`\t'=HYPERLINK`)
  expect(readSourceTable(table)[0]?.input.name).toBe('=HYPERLINK("https://xau.example")')
})

test.each<[what: string, table: string, inputs: object[]]>([
  [
    'only addresses',
    'url\nhttps://a.example/\n\nhttps://b.example/',
    [{ url: 'https://a.example/' }, { url: 'https://b.example/' }],
  ],
  [
    'a mark of order, Windows line ends, other columns first',
    '\uFEFFname\turl\r\nSở\thttps://a.example/\r\n',
    [{ url: 'https://a.example/', name: 'Sở' }],
  ],
  [
    'cells in quotation marks',
    'url\tname\nhttps://a.example/\t"Sở ""A"""\n',
    [{ url: 'https://a.example/', name: 'Sở "A"' }],
  ],
  ['short lines', 'url\tname\tdepth\nhttps://a.example/\n', [{ url: 'https://a.example/' }]],
  [
    'mistakes, to be named by who checks',
    'url\tdepth\textra_cas\n\tba\t{\n',
    [{ url: '', depth: 'ba', extraCas: '{' }],
  ],
])('reads %s', (_, table, inputs) => {
  expect(readSourceTable(table).map((row) => row.input)).toEqual(inputs)
})

test.each([
  ['', 'url'],
  ['name\tevery\n', 'url'],
  ['url\tmàu\n', 'màu'],
  ['url\tname\turl\n', '"url" is there twice'],
  ['<html>', 'url'],
])('%j is no such table', (table, says) => {
  expect(() => readSourceTable(table)).toThrow(says)
})
