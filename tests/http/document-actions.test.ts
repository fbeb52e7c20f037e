// Listing documents by state, trying again, reading again, forgetting: over the API and by the forms of the pages.
import { beforeEach, describe, expect, it } from 'vitest'
import {
  askedAgainSchema,
  documentPageSchema,
  forgottenSchema,
  statusBodySchema,
} from '../../src/http/api-schemas.ts'
import { createHttp } from '../../src/http/create-http.ts'
import { type Archive, openArchive } from './support/archive.ts'
import { conference, recordOf } from './support/records.ts'

let archive: Archive
let http: ReturnType<typeof createHttp>
const ids = { read: '', corrupt: '', empty: '', zip: '', inside: '' }
const noSuchId = '0'.repeat(64)

beforeEach(async () => {
  archive = await openArchive()
  http = createHttp(archive.app)
  ids.read = await archive.add(conference)
  ids.corrupt = await archive.addFailed('hỏng <b>.pdf', { code: 'corrupt', message: 'Cut <i>.' })
  ids.empty = await archive.addFailed('rỗng.pdf', { code: 'empty', message: 'Empty.' })
  ids.zip = await archive.add(recordOf('kho.zip', [['boilerplate', 'trong.txt']]))
  ids.inside = await archive.putInside(ids.zip, recordOf('trong.txt', [['body', 'Giao ban.']]))
  return () => archive.remove()
})

const filled = (path: string) =>
  path.replace(/:(read|corrupt|empty|zip|inside)/g, (_, name: keyof typeof ids) => ids[name])
const ask = (method: string, path: string, headers: Record<string, string> = {}, form = '') =>
  http.request(filled(path), {
    method,
    headers: {
      ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      ...headers,
    },
    ...(form ? { body: form } : {}),
  })
const json = async (response: Response | Promise<Response>) => (await response).json()
const stateOf = async (id: string) => (await archive.app.document(id))?.row.state

describe('the API', () => {
  it('lists documents by state, with stage and advice, in pages', async () => {
    const first = documentPageSchema.parse(
      await json(ask('GET', '/api/documents?state=failed&limit=1')),
    )
    expect(first.documents).toMatchObject([
      {
        name: 'rỗng.pdf',
        stage: 'failed',
        attempts: 1,
        advice: { vi: expect.stringContaining('Tệp rỗng') },
      },
    ])
    const next = encodeURIComponent(first.next ?? '')
    const second = documentPageSchema.parse(
      await json(ask('GET', `/api/documents?state=failed&limit=1&cursor=${next}`)),
    )
    expect(second).toMatchObject({ documents: [{ name: 'hỏng <b>.pdf' }], next: null })
    const picked = documentPageSchema.parse(
      await json(ask('GET', '/api/documents?state=failed&code=corrupt')),
    )
    expect(picked.documents.map(({ id }) => id)).toEqual([ids.corrupt])
  })

  it.each([
    ['/api/documents?state=lost', 'lost'],
    ['/api/documents?limit=0', 'limit'],
    ['/api/documents?limit=ten', 'limit'],
    ['/api/documents?cursor=x', 'cursor'],
    ['/api/documents?code=odd', 'odd'],
  ])('refuses %s', async (path, says) => {
    const response = await ask('GET', path)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain(says)
  })

  it('tries documents again', async () => {
    expect(await json(ask('POST', '/api/documents/:corrupt/retry'))).toEqual({ ids: [ids.corrupt] })
    expect(await stateOf(ids.corrupt)).toBe('pending')
    const all = askedAgainSchema.parse(await json(ask('POST', '/api/retry')))
    expect(all).toEqual({ ids: [ids.empty] })
    const refused = await ask('POST', '/api/documents/:read/retry')
    expect(refused.status).toBe(400)
    expect(await refused.text()).toContain('reprocess')
  })

  it('tries again those of one code', async () => {
    expect(await json(ask('POST', '/api/retry?code=empty'))).toEqual({ ids: [ids.empty] })
    expect(await stateOf(ids.corrupt)).toBe('failed')
    expect((await ask('POST', '/api/retry?code=odd')).status).toBe(400)
  })

  it('reads documents again; they are found meanwhile', async () => {
    expect(await json(ask('POST', '/api/documents/:read/reprocess'))).toEqual({ ids: [ids.read] })
    expect(await stateOf(ids.read)).toBe('pending')
    expect((await archive.app.search({ q: 'học bạ', limit: 5 })).total).toBe(1)
    // Tests of records name no parser of ours.
    const stale = askedAgainSchema.parse(await json(ask('POST', '/api/reprocess?which=stale')))
    expect(stale.ids.sort()).toEqual([ids.zip, ids.inside].sort())
    expect(await json(ask('POST', '/api/reprocess?which=all'))).toEqual({ ids: [] })
    expect((await ask('POST', '/api/reprocess')).status).toBe(400)
  })

  it('forgets a document, its bytes included', async () => {
    const response = await ask('DELETE', '/api/documents/:read')
    expect(forgottenSchema.parse(await response.json()).documents).toMatchObject([{ id: ids.read }])
    expect(await archive.app.document(ids.read)).toBeNull()
    expect((await ask('GET', '/api/documents/:read/original')).status).toBe(404)
    const gone = await ask('GET', '/api/documents/:read')
    expect(gone.status).toBe(404)
    expect(await gone.text()).toMatch(/was forgotten at 20\d\d-/)
    const status = statusBodySchema.parse(await json(ask('GET', '/api/status')))
    expect(status.forgotten).toMatchObject([{ id: ids.read, name: conference.source.name }])
  })

  it('does not forget what holds others unless they go as well', async () => {
    const refused = await ask('DELETE', '/api/documents/:zip')
    expect(refused.status).toBe(400)
    expect(await refused.text()).toContain('trong.txt')
    const both = await json(ask('DELETE', '/api/documents/:zip?withMembers=true'))
    expect(both).toMatchObject({ documents: [{ id: ids.zip }, { id: ids.inside }] })
    expect(await archive.app.document(ids.inside)).toBeNull()
  })

  const changes: Array<[method: string, path: string]> = [
    ['POST', '/api/documents/:corrupt/retry'],
    ['POST', '/api/documents/:read/reprocess'],
    ['DELETE', '/api/documents/:read'],
    ['POST', '/api/retry'],
    ['POST', '/api/reprocess?which=all'],
    ['POST', '/d/:corrupt/retry'],
    ['POST', '/d/:read/reprocess'],
    ['POST', '/d/:read/forget'],
    ['POST', '/status/retry'],
    ['POST', '/status/reprocess'],
  ]
  it.each(changes)('%s %s is refused from another web site', async (method, path) => {
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
    ])
      expect((await ask(method, path, headers as Record<string, string>)).status).toBe(403)
    expect(await archive.app.status()).toMatchObject({ counts: { failed: 2, pending: 0 } })
    expect(await archive.app.document(ids.read)).not.toBeNull()
  })

  it.each([
    ['POST', `/api/documents/${noSuchId}/retry`],
    ['POST', '/api/documents/xyz/reprocess'],
    ['DELETE', `/api/documents/${noSuchId}`],
    ['POST', `/d/${noSuchId}/forget`],
  ])('%s %s → 404', async (method, path) => {
    expect((await ask(method, path)).status).toBe(404)
  })
})

describe('the pages', () => {
  const own = { 'sec-fetch-site': 'same-origin' }
  const pageAt = async (path: string) => (await ask('GET', path)).text()

  it('name every failure with attempts and advice, in both languages', async () => {
    const body = await pageAt('/status')
    for (const part of [
      'hỏng &lt;b&gt;.pdf',
      '<code>corrupt</code> <span lang="en">Cut &lt;i&gt;.</span>',
      'Tệp hỏng: thử mở',
      'Số lần thử',
      'action="/status/retry"',
      filled('action="/d/:corrupt/retry"'),
      '<option>corrupt</option>',
      'Xong trong 10 phút qua',
      'href="/status/documents?state=failed"',
    ])
      expect(body).toContain(part)
    const english = await pageAt('/status?lang=en')
    for (const part of ['Open and save it again', 'Attempts', 'Try all again', 'Ended in the last'])
      expect(english).toContain(part)
  })

  it('name what is under way, hangs, and is kept apart', async () => {
    await ask('POST', '/api/documents/:corrupt/retry')
    await archive.startAttempts(ids.corrupt, 3)
    expect(await pageAt('/status')).toMatch(
      /Đang làm<\/dt>[\s\S]*hỏng[\s\S]*đang đọc[\s\S]*Để riêng[\s\S]*hỏng/,
    )
    expect(await pageAt('/status?lang=en')).toMatch(/Under way[\s\S]*being read[\s\S]*Kept apart/)
    const status = statusBodySchema.parse(await json(ask('GET', '/api/status')))
    expect(status.quarantined).toMatchObject([{ id: ids.corrupt, attempts: 3, stage: 'parsing' }])
  })

  it('list documents by state, in pages', async () => {
    const failed = await pageAt('/status/documents?state=failed&limit=1')
    expect(failed).toContain('rỗng.pdf')
    expect(failed).not.toContain('hỏng')
    const next = /rel="next" href="([^"]+)"/.exec(failed)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(await pageAt(next)).toContain('hỏng &lt;b&gt;.pdf')
    expect(await pageAt('/status/documents?state=extracted')).toContain('đã đọc xong')
    expect(await pageAt('/status/documents?state=pending')).toContain('Không có văn bản nào')
  })

  it('try again and read again, and lead back', async () => {
    const retried = await ask('POST', '/d/:corrupt/retry', own)
    expect([retried.status, retried.headers.get('location')]).toEqual([303, `/d/${ids.corrupt}`])
    expect(await stateOf(ids.corrupt)).toBe('pending')
    const reread = await ask('POST', '/d/:read/reprocess', own)
    expect([reread.status, reread.headers.get('location')]).toEqual([303, `/d/${ids.read}`])
    const all = await ask('POST', '/status/retry', own, 'code=empty')
    expect([all.status, all.headers.get('location')]).toEqual([303, '/status'])
    expect(await stateOf(ids.empty)).toBe('pending')
    expect((await ask('POST', '/status/reprocess', own, 'which=all')).status).toBe(303)
    expect(await stateOf(ids.zip)).toBe('pending')
  })

  it('ask before they forget, naming what came in it, and say what is gone', async () => {
    expect(await pageAt('/d/:zip')).toContain(filled('href="/d/:zip/forget"'))
    const asked = await pageAt('/d/:zip/forget')
    expect(asked).toContain('trong.txt')
    expect(asked).toContain(filled('method="post" action="/d/:zip/forget"'))
    expect(await stateOf(ids.zip)).toBe('extracted')
    const done = await ask('POST', '/d/:zip/forget', own)
    expect(done.status).toBe(200)
    expect(await done.text()).toContain('Đã xóa khỏi kho')
    const gone = await ask('GET', '/d/:zip')
    expect(gone.status).toBe(404)
    expect(await gone.text()).toContain('Văn bản này đã bị xóa khỏi kho')
    expect(await pageAt('/status')).toMatch(/Đã xóa khỏi kho[\s\S]*kho\.zip/)
  })
})
