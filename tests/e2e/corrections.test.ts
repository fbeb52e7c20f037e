// A correction made on the page outlives everything being read again, and is what the search finds: on both engines.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { App } from '../../src/app/app.ts'
import { loadConfig } from '../../src/config.ts'
import { createApp } from '../../src/create-app.ts'
import { createHttp } from '../../src/http/create-http.ts'
import { createLog } from '../../src/log.ts'
import { hasPostgres } from '../support/postgres.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { usePostgres } from '../support/use-postgres.ts'

const sample = join(import.meta.dirname, '..', '..', 'samples', 'html-hoi-nghi-so-ket')

async function openArchive(storeUrl?: string): Promise<{ app: App; ended: string[] }> {
  const folder = await temporaryFolder()
  const environment = {
    VANTHU_DATA: join(folder, 'data'),
    ...(storeUrl ? { VANTHU_STORE_URL: storeUrl } : {}),
  }
  const ended: string[] = []
  const app = await createApp(loadConfig({ environment, folder }), {
    log: createLog({ level: 'silent' }),
    onFinished: ({ state }) => ended.push(state),
  })
  onTestFinished(() => app.close())
  return { app, ended }
}

async function correctedOutlives(storeUrl?: string): Promise<void> {
  const { app, ended } = await openArchive(storeUrl)
  const http = createHttp(app)
  app.startWorkers()
  const bytes = readFileSync(join(sample, 'source.html'))
  const { id } = await app.ingest({ name: 'so-ket.html', bytes })
  await app.idle()
  const recordNow = async () => {
    const { record } = (await app.document(id)) ?? {}
    if (!record) throw new Error('no record')
    return record
  }
  const extracted = await recordNow()
  const [official] = extracted.officials
  const [date] = extracted.dates
  if (!official || !date) throw new Error('the sample has an official and a date')
  const wrong = official.name
  const right = `${wrong} Hiền`
  const total = async (query: object) => (await app.search({ limit: 5, ...query })).total
  expect(await total({ official: right })).toBe(0)
  expect(await total({ year: '2031' })).toBe(0)

  const post = async (fields: Record<string, string>) => {
    const answer = await http.request(`/d/${id}/corrections`, {
      method: 'POST',
      body: new URLSearchParams({ who: 'Lan', ...fields }),
      headers: { 'sec-fetch-site': 'same-origin' },
    })
    expect(answer.status).toBe(303)
  }
  await post({
    ...{ item: 'official', value: wrong, action: 'correct', 'v.name': right },
    ...{
      'v.positions.0.title': 'Chánh Thanh tra',
      'v.positions.0.organisation': 'Liên hội Thác Bạc',
    },
  })
  await post({ item: 'field', field: 'publishedAt', action: 'correct', 'v.field': '2/1/2031' })
  await post({ reject: `item=date&start=${date.start}&end=${date.end}` })
  await post({ item: 'field', field: 'title', action: 'correct', 'v.field': 'Tên do người đặt' })
  const corrected = await recordNow()

  async function holds() {
    expect(await recordNow()).toEqual(corrected)
    expect(corrected.officials[0]).toMatchObject({ name: right, review: { who: 'Lan' } })
    expect(corrected.dates).toEqual(extracted.dates.slice(1))
    expect(await total({ official: right })).toBe(1)
    const { hits, facets } = await app.search({ q: 'ten do nguoi dat', limit: 5 })
    expect(hits.map((hit) => [hit.id, hit.title])).toEqual([[id, 'Tên do người đặt']])
    expect(facets.official.map(({ value }) => value)).toContain(right)
    expect(facets.official.map(({ value }) => value)).not.toContain(wrong)
    expect(facets.year).toEqual([{ value: '2031', count: 1 }])
    expect(await total({ year: '2031' })).toBe(1)
    expect(await total({ q: 'liên hội thác bạc' })).toBe(1)
    const page = await (await http.request('/?official=Hi%E1%BB%81n')).text()
    expect(page).toContain(`href="/d/${id}"`)
  }
  await holds()
  expect(await app.reprocess({ all: true })).toEqual([id])
  await app.idle()
  expect(ended).toEqual(['extracted', 'extracted'])
  await holds()

  // Taken back, all is as it was read.
  const { corrections } = (await app.document(id)) ?? { corrections: [] }
  for (const { number } of corrections) await app.withdrawCorrection(id, number, 'Lan')
  expect(await recordNow()).toEqual(extracted)
  expect(await total({ official: right })).toBe(0)
}

test('SQLite', () => correctedOutlives())

describe.skipIf(!hasPostgres())('with a server', () => {
  const { freshSchema } = usePostgres()
  test('PostgreSQL', () => correctedOutlives(freshSchema().url))
})
