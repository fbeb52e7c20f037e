// Every sample is read as its expected.json says, and every span quotes the text.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type RecordFailure, recordSchema, type VanthuRecord } from '../../src/model.ts'
import { readRecords } from '../support/read-folder.ts'
import { expectedOf } from '../support/sample-record.ts'

const folder = join(import.meta.dirname, '../../samples')
const samples = readdirSync(folder, { withFileTypes: true })
  .filter((e) => e.isDirectory())
  .map((e) => e.name)
const pathOf = (sample: string) => {
  const source = readdirSync(join(folder, sample)).find((name) => name.startsWith('source.'))
  return join(folder, sample, source ?? 'source is missing')
}
let records: Array<VanthuRecord | RecordFailure>

beforeAll(async () => {
  records = await readRecords(samples.map(pathOf))
}, 120_000)

test('there are at least ten samples', () => {
  expect(samples.length).toBeGreaterThanOrEqual(10)
})

describe.each(samples)('%s', (sample) => {
  const record = () => records[samples.indexOf(sample)]

  test('is read as expected.json says (npm run samples -- --update rewrites it)', () => {
    expect(expectedOf(record())).toEqual(
      JSON.parse(readFileSync(join(folder, sample, 'expected.json'), 'utf8')),
    )
  })

  test('keeps the contract, and every span quotes the text', () => {
    const parsed = recordSchema.parse(record())
    const spans = [
      ...parsed.officials.flatMap((o) => o.mentions),
      ...parsed.provinces.flatMap((p) => p.mentions),
      ...parsed.dates,
      ...parsed.percentages,
      ...parsed.ratios,
      ...parsed.directives,
      ...parsed.citations,
    ]
    expect(spans.filter((s) => parsed.text.slice(s.start, s.end) !== s.text)).toEqual([])
    expect(spans.length).toBeGreaterThan(0)
  })
})
