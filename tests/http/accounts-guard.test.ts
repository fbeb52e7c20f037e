// What stands before every route: forms of other sites, names that lead here, too many requests, caches.
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { isLoopbackHost } from '../../src/http/accounts/access.ts'
import { createHttp } from '../../src/http/create-http.ts'
import { type Guarded, openGuarded, ownForm, passwordOf } from './support/guarded.ts'

let site: Guarded
beforeEach(async () => {
  site = await openGuarded()
  await site.addAccount('lan', 'operator')
  await site.addAccount('hoa', 'archivist')
  await site.addAccount('minh', 'reader')
})
afterEach(() => site.remove())

describe('forms of other sites', () => {
  const rows: Array<[what: string, headers: Record<string, string>]> = [
    ['another origin', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://localhost:8080' }],
    ['no origin at all, as in a sandboxed frame', { origin: 'null' }],
    ['another site, as browsers say', { 'sec-fetch-site': 'cross-site' }],
    [
      'a neighbour of the same domain',
      { 'sec-fetch-site': 'same-site', origin: 'http://a.localhost' },
    ],
    ['neither: no browser', {}],
  ]
  test.each(rows)('refused with a session: %s', async (_, headers) => {
    const cookie = await site.logIn('lan')
    for (const path of ['/status/retry', '/upload', '/accounts', '/logout']) {
      const answer = await site.ask(path, { method: 'POST', headers: { ...headers, cookie } })
      expect([path, answer.status]).toEqual([path, 403])
    }
    expect((await site.ask('/account', { headers: { cookie } })).status).toBe(200)
  })

  test.each(rows.slice(0, -1))(
    'refused at the login, and without accounts: %s',
    async (_, headers) => {
      const fields = { name: 'lan', password: passwordOf('lan') }
      const body = new URLSearchParams(fields)
      const login = await site.ask('/login', { method: 'POST', headers, body })
      expect([login.status, login.headers.getSetCookie()]).toEqual([403, []])
      const open = createHttp(site.app)
      expect((await open.request('/status/retry', { method: 'POST', headers })).status).toBe(403)
    },
  )

  test.each([
    ['our own page', ownForm],
    ['our own page, in an older browser', { origin: 'http://localhost' }],
  ])('taken: %s', async (_, headers) => {
    const cookie = await site.logIn('hoa')
    const init = { method: 'POST', headers: { ...headers, cookie } }
    expect((await site.ask('/status/retry', init)).status).toBe(303)
  })

  test('programs without a browser’s headers come by token, or where there are no accounts', async () => {
    const authorization = await site.token('hoa', ['write'])
    const init = { method: 'POST', headers: { authorization } }
    expect((await site.ask('/api/retry', init)).status).toBe(200)
    expect((await createHttp(site.app).request('/api/retry', { method: 'POST' })).status).toBe(200)
  })

  test('behind a proxy the origin is that of its address, whatever Host it sends us', async () => {
    const behind = await openGuarded({ publicUrl: 'https://vanthu.example/' })
    onTestFinished(() => behind.remove())
    const post = async (origin: string) =>
      (
        await behind.ask('/login', {
          method: 'POST',
          body: '',
          headers: { origin, host: 'web:4280' },
        })
      ).status
    expect(await post('https://vanthu.example')).toBe(400)
    expect(await post('http://vanthu.example')).toBe(403)
    expect(await post('http://web:4280')).toBe(403)
  })
})

describe('without accounts, the archive answers to this machine’s own names only', () => {
  test.each([
    'localhost',
    'localhost:4280',
    '127.0.0.1',
    '127.9.9.9:80',
    '[::1]',
    '[::1]:4280',
    'x.localhost',
  ])('taken: %s', async (host) => {
    expect(isLoopbackHost(host)).toBe(true)
    expect((await createHttp(site.app).request('/api/status', { headers: { host } })).status).toBe(
      200,
    )
  })

  test.each([
    'evil.example',
    'evil.example:4280',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '127.evil.example',
    '192.168.1.5:4280',
    '0.0.0.0',
    '[::2]',
    '[::1].evil.example',
    'localhost:4280.evil.example',
    'localhost:evil',
    '',
  ])('refused: %j', async (host) => {
    expect(isLoopbackHost(host)).toBe(false)
    if (host === '') return
    for (const path of ['/', '/api/status', '/assets/page.js', '/healthz'])
      expect((await createHttp(site.app).request(path, { headers: { host } })).status).toBe(403)
  })
})

describe('too many requests', () => {
  const statusOf = async (at: Guarded, path: string, headers = {}, address?: string) =>
    (await at.ask(path, { headers }, address)).status
  async function openLimited(more = {}) {
    const limited = await openGuarded({ requestsPerMinute: 5, ...more })
    onTestFinished(() => limited.remove())
    await limited.addAccount('lan', 'operator')
    return limited
  }

  test('of an address without a login, until the minute is over', async () => {
    const limited = await openLimited()
    for (let n = 0; n < 5; n++) expect(await statusOf(limited, '/api/status')).toBe(401)
    const refused = await limited.ask('/api/status')
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60'])
    expect(await refused.json()).toEqual({
      error: { code: 'too-many-requests', message: expect.stringContaining('60 seconds') },
    })
    expect(await (await limited.ask('/login')).text()).toContain('Quá nhiều yêu cầu')
    expect(await statusOf(limited, '/api/status', {}, '203.0.113.8')).toBe(401)
    limited.clock.now += 60_000
    expect(await statusOf(limited, '/api/status')).toBe(401)
  })

  test('of a token, wherever it comes from; another one is not held up', async () => {
    const limited = await openLimited()
    const [one, other] = [
      await limited.token('lan', ['read']),
      await limited.token('lan', ['read']),
    ]
    const ask = (authorization: string, n: number) =>
      statusOf(limited, '/api/status', { authorization }, `203.0.113.${n}`)
    for (let n = 0; n < 5; n++) expect(await ask(one, n)).toBe(200)
    expect([await ask(one, 9), await ask(other, 9)]).toEqual([429, 200])
  })

  test('of a session; not of this machine where nobody is logged in', async () => {
    const limited = await openLimited()
    const cookie = await limited.logIn('lan')
    for (let n = 0; n < 5; n++) expect(await statusOf(limited, '/account', { cookie })).toBe(200)
    expect(await statusOf(limited, '/account', { cookie })).toBe(429)
    expect(await statusOf(limited, '/assets/page.js', { cookie })).toBe(200)
    for (let n = 0; n < 7; n++)
      expect(await statusOf(limited, '/healthz', {}, '127.0.0.1')).toBe(200)
  })

  test('behind proxies, clients are told apart by what the outermost of ours wrote', async () => {
    const limited = await openLimited({ proxies: 2 })
    const ask = (forwarded: string) =>
      statusOf(limited, '/healthz', { 'x-forwarded-for': forwarded }, '127.0.0.1')
    for (let n = 0; n < 5; n++) expect(await ask(`1.2.3.${n}, 198.51.100.1, 10.0.0.2`)).toBe(200)
    expect(await ask('9.9.9.9, 198.51.100.1, 10.0.0.2')).toBe(429)
    expect(await ask('198.51.100.1, 198.51.100.2:999, 10.0.0.2')).toBe(200)
  })
})

test('what is shown to somebody is kept by no cache of others', async () => {
  const cookie = await site.logIn('minh')
  for (const path of ['/', '/api/status', '/account']) {
    const { headers } = await site.ask(path, { headers: { cookie } })
    expect([path, headers.get('cache-control')]).toEqual([
      path,
      expect.stringMatching(/private|no-store/),
    ])
    expect(headers.get('vary')).toContain('Authorization')
  }
  const asset = await site.ask('/assets/page.js')
  expect(asset.headers.get('cache-control')).toContain('immutable')
})
