// Every sample is read as its expected.json says, and every span quotes the text.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type RecordFailure, recordSchema, type VanthuRecord } from '../../src/model.ts'
import { readWithMembers } from '../support/read-folder.ts'
import { expectedOfAll } from '../support/sample-record.ts'

const folder = join(import.meta.dirname, '../../samples')
const samples = readdirSync(folder, { withFileTypes: true })
  .filter((e) => e.isDirectory())
  .map((e) => e.name)
const pathOf = (sample: string) => {
  const source = readdirSync(join(folder, sample)).find((name) => name.startsWith('source.'))
  return join(folder, sample, source ?? 'source is missing')
}
/** For each sample its record, and behind it those of the files found inside. */
let records: Array<Array<VanthuRecord | RecordFailure>>

beforeAll(async () => {
  records = await readWithMembers(samples.map(pathOf))
}, 120_000)

test('there are at least ten samples, and one of every kind that a folder can be named after', () => {
  expect(samples.length).toBeGreaterThanOrEqual(10)
  const kinds = new Set(samples.map((sample) => sample.split('-')[0]))
  expect([...kinds].sort()).toEqual(
    'csv doc docx eml html md mhtml odt pdf png pptx rtf scan txt xlsx zip'.split(' '),
  )
})

describe.each(samples)('%s', (sample) => {
  const own = () => records[samples.indexOf(sample)] ?? []

  test('is read as expected.json says (npm run samples -- --update rewrites it)', () => {
    expect(expectedOfAll(own())).toEqual(
      JSON.parse(readFileSync(join(folder, sample, 'expected.json'), 'utf8')),
    )
  })

  test('keeps the contract, and every span quotes the text', () => {
    const spans = own().flatMap((record) => {
      const parsed = recordSchema.parse(record)
      const found = [
        ...parsed.officials.flatMap((o) => o.mentions),
        ...parsed.provinces.flatMap((p) => p.mentions),
        ...parsed.dates,
        ...parsed.percentages,
        ...parsed.ratios,
        ...parsed.directives,
        ...parsed.citations,
      ]
      expect(found.filter((s) => parsed.text.slice(s.start, s.end) !== s.text)).toEqual([])
      return found
    })
    expect(spans.length).toBeGreaterThan(0)
  })
})
