// An original that was altered or lost after it came: said wherever it is used, never passed over, never mended in silence.
import { appendFile, readFile, rm, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { App } from '../../src/app/app.ts'
import { createHttp } from '../../src/http/create-http.ts'
import { blobPath, flipByte } from '../support/flip-byte.ts'
import { openTestApp } from '../support/test-app.ts'

const bytes = Buffer.from('Hội nghị giao ban cụm thi đua số 5, ngày 21/3/2023 tại Hòa Bình.\n')
const fileOf = (app: App, id: string) => blobPath(join(app.config.data, 'blobs'), id)

test.each<[what: string, damage: (path: string) => Promise<void>, says: RegExp]>([
  ['one byte flipped', (path) => flipByte(path), /bao-cao\.txt .* no longer has its SHA-256/],
  [
    'some bytes added',
    (path) => appendFile(path, 'x'),
    /bao-cao\.txt .* no longer has its SHA-256/,
  ],
  ['emptied', (path) => truncate(path, 0), /bao-cao\.txt .* no longer has its SHA-256/],
  ['gone', (path) => rm(path), /The original of bao-cao\.txt is missing/],
])(
  '%s before it was read: the document fails as corrupt, and is read when it is whole again',
  async (_, damage, says) => {
    const app = await openTestApp()
    const { id } = await app.ingest({ name: 'bao-cao.txt', bytes })
    await damage(fileOf(app, id))
    app.startWorkers()
    await app.idle()
    const { failures } = await app.status()
    expect(failures).toMatchObject([{ id, code: 'corrupt', message: expect.stringMatching(says) }])
    expect((await app.document(id))?.record).toBeNull()
    await app.ingest({ name: 'bao-cao.txt', bytes })
    expect(await readFile(fileOf(app, id))).toEqual(bytes)
    await app.retry({ ids: [id] })
    await app.idle()
    expect((await app.document(id))?.row.state).toBe('extracted')
  },
)

test('flipped after it was read: served with a warning, by the page and the API, as it is', async () => {
  const app = await openTestApp()
  app.startWorkers()
  const { id } = await app.ingest({ name: 'Báo cáo <1>.txt', bytes })
  await app.idle()
  const http = createHttp(app)
  const whole = await http.request(`/d/${id}/original`)
  expect(Buffer.from(await whole.arrayBuffer())).toEqual(bytes)
  expect(whole.headers.get('content-disposition')).toMatch(/^attachment/)
  expect(whole.headers.has('x-vanthu-original')).toBe(false)

  await flipByte(fileOf(app, id))
  const damaged = await readFile(fileOf(app, id))
  expect(await (await http.request(`/d/${id}`)).text()).toContain(`href="/d/${id}/original"`)
  const page = await http.request(`/d/${id}/original`)
  expect([page.status, page.headers.get('content-disposition')]).toEqual([200, null])
  const words = await page.text()
  expect(words).toContain('Bản gốc không còn nguyên vẹn')
  expect(words).toContain('Báo cáo &lt;1&gt;.txt')
  expect(words).toContain(`href="/api/documents/${id}/original"`)
  expect(await (await http.request(`/d/${id}/original?lang=en`)).text()).toContain(
    'no longer has the SHA-256',
  )
  for (const method of ['GET', 'HEAD']) {
    const served = await http.request(`/api/documents/${id}/original`, { method })
    expect(served.status).toBe(200)
    expect(served.headers.get('x-vanthu-original')).toBe('altered')
    expect(served.headers.get('cache-control')).toBe('no-store')
    if (method === 'GET') expect(Buffer.from(await served.arrayBuffer())).toEqual(damaged)
  }
  // Looking does not mend it.
  expect(await readFile(fileOf(app, id))).toEqual(damaged)
})

test('gone after it was read: a sentence in its place, and the record is still there', async () => {
  const app = await openTestApp()
  app.startWorkers()
  const { id } = await app.ingest({ name: 'bao-cao.txt', bytes })
  await app.idle()
  await rm(fileOf(app, id))
  const http = createHttp(app)
  for (const path of [`/d/${id}/original`, `/api/documents/${id}/original`]) {
    const answer = await http.request(path)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(
      'The original of bao-cao.txt is missing from the archive.',
    )
  }
  expect((await app.search({ q: 'giao ban', limit: 5 })).total).toBe(1)
  expect((await http.request(`/d/${'0'.repeat(64)}/original`)).status).toBe(404)
})
