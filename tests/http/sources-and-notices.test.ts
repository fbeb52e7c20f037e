// Where a document came from, its versions, and what people should know: on the pages, in the API, on the command line.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts'
import { documentBodySchema, statusBodySchema } from '../../src/http/api-schemas.ts'
import { createHttp } from '../../src/http/create-http.ts'
import { runCli } from '../support/run-cli.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { openTestApp } from '../support/test-app.ts'

async function setUp() {
  const folder = await temporaryFolder()
  const app = await openTestApp({ folder })
  const http = createHttp(app)
  const page = async (path: string) => (await http.request(path)).text()
  const json = async (path: string) => (await http.request(path)).json()
  return { folder, app, page, json, cli: (...args: string[]) => runCli(args, { cwd: folder }) }
}

test('two versions from one place, one of them twice, in folders that are tags', async () => {
  const { app, page, json, cli } = await setUp()
  const from = { name: 'bao-cao.txt', place: '2023/Phú Thọ/bao-cao.txt', tags: ['2023', 'Phú Thọ'] }
  const first = await app.ingest({ ...from, bytes: Buffer.from('Báo cáo, bản một') })
  await app.ingest({ name: 'khác.txt', bytes: Buffer.from('Báo cáo, bản một') })
  const second = await app.ingest({ ...from, bytes: Buffer.from('Báo cáo, bản hai') })

  const body = documentBodySchema.parse(await json(`/api/documents/${first.id}`))
  expect(body).toMatchObject({
    names: ['bao-cao.txt', 'khác.txt'],
    sources: [{ place: from.place }, { place: 'khác.txt', tags: [] }],
    tags: ['2023', 'Phú Thọ'],
    versions: [{ id: first.id }, { id: second.id, state: 'pending' }],
  })
  const vi = await page(`/d/${first.id}?lang=vi`)
  for (const part of [
    'Các phiên bản',
    '<strong>văn bản này</strong>',
    `<a href="/d/${second.id}" dir="auto">bao-cao.txt</a>`,
    'mới nhất',
    '2023, Phú Thọ',
    '2023/Phú Thọ/bao-cao.txt',
    'khác.txt',
  ])
    expect(vi).toContain(part)
  const en = await page(`/d/${second.id}?lang=en`)
  for (const part of [
    'Versions',
    '<strong>this document</strong>',
    'newest',
    'Came from',
    'Folders',
  ])
    expect(en).toContain(part)
  const shown = await cli('show', first.id.slice(0, 12))
  expect(shown.stdout).toMatch(/came as 2023\/Phú Thọ\/bao-cao\.txt at 20/)
  expect(shown.stdout).toMatch(/in folders 2023, Phú Thọ/)
  expect(shown.stdout).toMatch(
    new RegExp(`another version.*bao-cao.txt \\(${second.id.slice(0, 12)}`),
  )
  const asJson = JSON.parse((await cli('show', second.id, '--json')).stdout)
  expect(asJson).toMatchObject({ tags: ['2023', 'Phú Thọ'], versions: [{}, { id: second.id }] })
})

test('a document that is the only one of its place has no versions', async () => {
  const { app, page, json } = await setUp()
  const { id } = await app.ingest({ name: 'a.txt', bytes: Buffer.from('Báo cáo') })
  expect(await json(`/api/documents/${id}`)).toMatchObject({ versions: [], tags: [] })
  const text = await page(`/d/${id}?lang=vi`)
  expect(text).not.toContain('Các phiên bản')
  expect(text).not.toContain('Thư mục')
})

test('files on the command line are sources by their names', async () => {
  const { folder, cli } = await setUp()
  const ids: string[] = []
  for (const words of ['Báo cáo một', 'Báo cáo hai']) {
    await writeFile(join(folder, 'bao-cao.txt'), words)
    await cli('ingest', 'bao-cao.txt')
    ids.push(JSON.parse((await cli('search', '--json', words)).stdout).hits[0].id)
  }
  const shown = JSON.parse((await cli('show', ids[0] ?? '', '--json')).stdout)
  expect(shown.versions.map((version: { id: string }) => version.id)).toEqual(ids)
})

test('notices are told, in the words of their code, until they are over', async () => {
  const { folder, page, json, cli } = await setUp()
  expect(await page('/status?lang=vi')).not.toContain('Cần chú ý')
  const store = openSqliteStore(join(folder, 'data', 'vanthu.db'))
  onTestFinished(() => store.close())
  const notice = {
    process: 'inbox /srv/scans on kho-1',
    code: 'disk-full',
    message: 'The inbox <b> takes nothing for now.',
    since: '2026-03-01T08:00:00.000Z',
  }
  await store.putNotice(notice)
  expect(statusBodySchema.parse(await json('/api/status')).notices).toEqual([notice])
  const vi = await page('/status?lang=vi')
  for (const part of ['Cần chú ý', 'Hết chỗ trên đĩa', 'The inbox &lt;b&gt; takes', 'kho-1'])
    expect(vi).toContain(part)
  expect(await page('/status?lang=en')).toMatch(/Needs attention[\s\S]*The disk is full/)
  expect((await cli('status')).stdout).toMatch(/disk-full since 2026-03-01.*takes nothing for now/)
  expect(JSON.parse((await cli('status', '--json')).stdout).notices).toEqual([notice])
  await store.clearNotice(notice.process, notice.code)
  expect(await page('/status?lang=vi')).not.toContain('Cần chú ý')
})

test('files of a folder on the command line came from their paths in it', async () => {
  const { folder, cli } = await setUp()
  for (const year of ['2022', '2023']) {
    await mkdir(join(folder, 'kho', year), { recursive: true })
    await writeFile(join(folder, 'kho', year, 'bao-cao.txt'), `Báo cáo năm ${year}`)
  }
  await cli('ingest', 'kho')
  const found = JSON.parse((await cli('search', '--json', 'báo cáo năm 2022')).stdout)
  const shown = JSON.parse((await cli('show', found.hits[0].id, '--json')).stdout)
  expect(shown).toMatchObject({
    sources: [{ name: 'bao-cao.txt', place: '2022/bao-cao.txt' }],
    tags: ['2022'],
    versions: [],
  })
})
