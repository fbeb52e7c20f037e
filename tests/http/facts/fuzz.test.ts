// Whatever is asked of facts is answered, or refused with a sentence.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportKinds, exportParams } from '../../../src/app/export/params.ts'
import { factParams } from '../../../src/app/facts/params.ts'
import { createHttp } from '../../../src/http/create-http.ts'
import { factKinds } from '../../../src/model/facts.ts'
import { threeRecords } from '../../support/three-records.ts'
import { type Archive, openArchive } from '../support/archive.ts'

let archive: Archive
let http: ReturnType<typeof createHttp>
const bugs: Error[] = []

beforeAll(async () => {
  archive = await openArchive()
  http = createHttp(archive.app, { onBug: (error) => bugs.push(error) })
  for (const record of Object.values(threeRecords)) await archive.add(record)
})
afterAll(() => archive.remove())

const cursor = fc
  .array(fc.oneof(fc.integer(), fc.string(), fc.constantFrom('day', 'check', '2023-01-01', null)))
  .map((parts) => Buffer.from(JSON.stringify(parts)).toString('base64url'))
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('2023', '2023-01-01', '9999-12-31', '0000-01-01', 'dien-bien', 'task', 'check'),
  fc.constantFrom(
    '29-NQ/TW',
    '1',
    '200',
    'yes',
    '%',
    '_',
    "'",
    '"',
    '-deadline',
    'a OR b',
    'NEAR(',
  ),
  cursor,
)
const places = [
  ...factKinds.map((kind) => [`/api/facts/${kind}`, Object.keys(factParams[kind].shape)] as const),
  ...exportKinds.map(
    (kind) => [`/api/export/${kind}.csv`, Object.keys(exportParams[kind].shape)] as const,
  ),
  ['/directives', [...Object.keys(factParams.directives.shape), 'state']] as const,
  ['/statistics', Object.keys(factParams.percentages.shape)] as const,
  ['/people', ['q', 'cursor']] as const,
]

test.each(places)('%s', { timeout: 60_000 }, async (path, names) => {
  const query = fc.dictionary(fc.constantFrom(...names, 'lang', 'x'), value, { maxKeys: 3 })
  await fc.assert(
    fc.asyncProperty(query, async (asked) => {
      const params = Object.entries(asked).map(
        ([name, text]) => `${name}=${encodeURIComponent(text.toWellFormed())}`,
      )
      const response = await http.request(`${path}?${params.join('&')}`)
      const body = await response.text()
      expect([200, 400]).toContain(response.status)
      if (response.status === 400 && path.startsWith('/api'))
        expect(JSON.parse(body).error.message).not.toBe('')
    }),
    { numRuns: 60 },
  )
  expect(bugs).toEqual([])
})

test.each(['/people/', '/provinces/', '/numbers/', '/api/export/'])('%s…', async (path) => {
  await fc.assert(
    fc.asyncProperty(value, async (text) => {
      const response = await http.request(`${path}${encodeURIComponent(text.toWellFormed())}`)
      await response.text()
      expect([200, 302, 400, 404]).toContain(response.status)
    }),
    { numRuns: 60 },
  )
  expect(bugs).toEqual([])
})
