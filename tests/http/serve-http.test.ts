import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { loadConfig } from '../../src/config.ts'
import { createApp } from '../../src/create-app.ts'
import { UserError } from '../../src/errors.ts'
import { serveHttp, serveWatch } from '../../src/http/serve-http.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { type Archive, openArchive } from './support/archive.ts'

let archive: Archive
beforeAll(async () => {
  archive = await openArchive()
})
afterAll(() => archive.remove())

it('listens, answers over the network, uploads, and closes while a browser keeps its connection', async () => {
  const server = await serveHttp({ app: archive.app, host: '127.0.0.1', port: 0 })
  expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d{2,5}$/)
  expect((await fetch(`${server.address}/healthz`)).status).toBe(200)
  const form = new FormData()
  form.append('file', new File(['nội dung'], 'báo cáo.txt'))
  const response = await fetch(`${server.address}/api/documents`, { method: 'POST', body: form })
  expect(response.status).toBe(201)
  const { ids } = (await response.json()) as { ids: string[] }
  const original = await fetch(`${server.address}/api/documents/${ids[0]}/original`)
  expect(original.headers.get('content-disposition')).toContain(
    `filename*=UTF-8''b%C3%A1o%20c%C3%A1o.txt`,
  )
  expect(await original.text()).toBe('nội dung')
  await server.close()
  await expect(fetch(`${server.address}/healthz`)).rejects.toThrow()
})

it('names the port that is in use, and what to do', async () => {
  const { app } = archive
  const first = await serveHttp({ app, host: '127.0.0.1', port: 0 })
  const port = Number(new URL(first.address).port)
  const second = serveHttp({ app, host: '127.0.0.1', port })
  await expect(second).rejects.toThrow(UserError)
  await expect(second).rejects.toThrow(new RegExp(`Port ${port} .* already in use.*VANTHU_PORT`))
  await first.close()
})

it('names a host that is not of this machine', async () => {
  const { app } = await withAccount()
  const elsewhere = serveHttp({ app, host: '192.0.2.1', port: 0 })
  await expect(elsewhere).rejects.toThrow(/192\.0\.2\.1 is not one of this machine.*VANTHU_HOST/)
})

/** An archive with an operator, whose token is given. */
async function withAccount(environment: Record<string, string> = {}) {
  const folder = await temporaryFolder()
  const config = loadConfig({ environment: { VANTHU_LOG_LEVEL: 'silent', ...environment }, folder })
  const app = await createApp(config, { passwordCost: { ln: 4, r: 8, p: 1 } })
  onTestFinished(() => app.close())
  const by = { who: 'test', way: 'cli', address: null } as const
  await app.accounts.add(by, { name: 'lan', role: 'operator', password: 'qua cầu treo bản xa' })
  const asked = { label: 'x', scopes: ['operate'], days: null }
  const { secret } = await app.accounts.addToken(by, 'lan', asked)
  return { app, headers: { authorization: `Bearer ${secret}` }, by }
}

it.each(['0.0.0.0', '::', '192.0.2.1', 'vanthu.example', '127.evil.example'])(
  'where others can reach it, it does not start without an account: %s',
  async (host) => {
    const start = serveHttp({ app: archive.app, host, port: 0 })
    await expect(start).rejects.toThrow(UserError)
    await expect(start).rejects.toThrow(
      `At ${host} others can reach the archive, and it has no account yet: make one with "vanthu account add NAME --role operator"`,
    )
  },
)

it('where others can reach it, people log in; health is told to all', async () => {
  const { app, headers } = await withAccount()
  const server = await serveHttp({ app, host: '0.0.0.0', port: 0 })
  const ask = async (path: string, init = {}) =>
    (await fetch(server.address + path, { redirect: 'manual', ...init })).status
  expect([await ask('/healthz'), await ask('/readyz'), await ask('/login')]).toEqual([
    200, 200, 200,
  ])
  expect([await ask('/'), await ask('/api/status'), await ask('/metrics')]).toEqual([303, 401, 401])
  expect([await ask('/metrics', { headers }), await ask('/api/status', { headers })]).toEqual([
    200, 403,
  ])
  await server.close()
})

it('"accounts": "on" asks on this machine as well', async () => {
  const { app, by } = await withAccount({ VANTHU_ACCOUNTS: 'on' })
  const server = await serveHttp({ app, host: '127.0.0.1', port: 0 })
  expect((await fetch(`${server.address}/api/status`)).status).toBe(401)
  await server.close()
  await app.accounts.remove(by, 'lan')
  await expect(serveHttp({ app, host: '127.0.0.1', port: 0 })).rejects.toThrow(
    'there is no account yet',
  )
})

it('a worker tells its figures to a token only, where others can reach it', async () => {
  const { app, headers } = await withAccount()
  for (const [host, status] of [
    ['0.0.0.0', 401],
    ['127.0.0.1', 200],
  ] as const) {
    const server = await serveWatch({ app, host, port: 0 })
    const ask = async (path: string, init = {}) => (await fetch(server.address + path, init)).status
    expect([await ask('/healthz'), await ask('/readyz'), await ask('/metrics')]).toEqual([
      200,
      200,
      status,
    ])
    expect(await ask('/metrics', { headers })).toBe(200)
    await server.close()
  }
})
