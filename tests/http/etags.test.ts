// Validators: what a program or browser has is not sent again, and what changed is.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createHttp } from '../../src/http/create-http.ts'
import { type Archive, openArchive } from './support/archive.ts'
import { openGuarded } from './support/guarded.ts'
import { conference, recordOf } from './support/records.ts'

let archive: Archive
let http: ReturnType<typeof createHttp>
let id = ''
beforeAll(async () => {
  archive = await openArchive()
  http = createHttp(archive.app)
  id = await archive.add(conference)
})
afterAll(() => archive.remove())

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  http.request(path.replace(':id', id), { method, headers })
const known = (etag: string) => ({ 'if-none-match': etag })

describe.each([
  ['/api/documents/:id', 'no-cache'],
  ['/api/search?q=giao', 'no-cache'],
  ['/api/facts/directives', 'no-cache'],
  ['/api/openapi.json', 'no-cache'],
  ['/api/documents/:id/original', 'private, max-age=3600'],
  ['/d/:id/original', 'private, max-age=3600'],
  ['/d/:id', 'no-cache'],
  ['/directives', 'no-cache'],
  ['/assets/style.css', 'public, max-age=31536000, immutable'],
])('%s', (path, control) => {
  test('is tagged, and not sent again', async () => {
    const first = await ask(path)
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]+"$/)
    expect(first.headers.get('cache-control')).toBe(control)
    for (const sent of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const again = await ask(path, known(sent))
      expect([sent, again.status, await again.text()]).toEqual([sent, 304, ''])
      expect(again.headers.get('etag')).toBe(etag)
      expect(again.headers.get('cache-control')).toBe(control)
      expect(again.headers.get('x-content-type-options')).toBe('nosniff')
    }
    const other = await ask(path, known('"other"'))
    expect([other.status, (await other.text()) !== '']).toEqual([200, true])
    const head = await ask(path, known(etag), 'HEAD')
    expect(head.status).toBe(304)
  })
})

test.each([
  ['what streams', '/api/export/dates.csv', 200],
  ['what says how the process is', '/healthz', 200],
  ['what is not there', '/api/documents/none', 404],
  ['what is not there, as a page', '/nowhere', 404],
  ['what was asked in a wrong way', '/?year=x', 400],
])('%s is not tagged, and no 304', async (_, path, status) => {
  const answer = await ask(path, known('*'))
  expect([answer.status, answer.headers.get('etag')]).toEqual([status, null])
  await answer.body?.cancel()
})

test('a search has another tag when a document came', async () => {
  const etag = (await ask('/api/search')).headers.get('etag') ?? ''
  expect((await ask('/api/search', known(etag))).status).toBe(304)
  await archive.add(recordOf('mới.txt', [['title', 'Tin mới']]))
  expect((await ask('/api/search', known(etag))).status).toBe(200)
})

test('a page is kept by language, and by who is logged in', async () => {
  const etag = (await ask('/d/:id')).headers.get('etag') ?? ''
  expect((await ask('/d/:id', { ...known(etag), cookie: 'vanthu-lang=en' })).status).toBe(200)
  const site = await openGuarded()
  try {
    await site.addAccount('lan', 'reader')
    const cookie = await site.logIn('lan')
    for (const path of ['/directives', '/api/search']) {
      const first = await site.ask(path, { headers: { cookie } })
      const tag = first.headers.get('etag') ?? ''
      expect(first.headers.get('cache-control')).toBe('private, no-cache')
      const again = await site.ask(path, { headers: { cookie, ...known(tag) } })
      expect([again.status, again.headers.get('cache-control')]).toEqual([304, 'private, no-cache'])
      expect(again.headers.get('vary')).toContain('Authorization')
      // Who may not see it is not told that it is the same.
      expect((await site.ask(path, { headers: known(tag) })).status).not.toBe(304)
    }
  } finally {
    await site.remove()
  }
})
