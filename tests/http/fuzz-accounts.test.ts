// Whatever comes in a form of logging in, of accounts and of tokens, or in the address of such a page, is answered with a page: never
// with a failure of the program, never by letting somebody in.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cookieOf, type Guarded, openGuarded, ownForm, passwordOf } from './support/guarded.ts'
import { hostileRaw, hostileTexts } from './support/hostile-values.ts'

const timeout = 120_000

let site: Guarded
let cookie: string
beforeAll(async () => {
  site = await openGuarded()
  await site.addAccount('lan', 'operator')
  await site.addAccount('minh', 'reader')
  cookie = await site.logIn('lan')
})
afterAll(() => site?.remove())

/** Every form with what it holds where nobody means harm. */
const forms: ReadonlyArray<readonly [path: string, fields: Record<string, string>]> = [
  ['/login', { name: 'lan', password: 'sai', next: '/' }],
  ['/account/password', { current: 'sai', next: 'một mật khẩu mới dài' }],
  ['/account/tokens', { label: 'máy', scope: 'read', days: '30' }],
  ['/accounts', { name: 'hoa', role: 'reader', next: 'một mật khẩu mới dài' }],
  ['/accounts/minh/role', { role: 'archivist' }],
  ['/accounts/minh/password', { next: 'một mật khẩu mới dài' }],
  ['/accounts/minh/remove', { sure: '' }],
]

const hostile = Object.entries(hostileTexts)
/** Addresses from which nobody has failed yet, so that none is locked out. */
let lastAddress = 0
const freshAddress = () => `198.51.${(++lastAddress >> 8) & 255}.${lastAddress & 255}`

async function faultOf(
  asked: string,
  path: string,
  init: RequestInit,
  canLogIn = false,
): Promise<string[]> {
  const what = asked.length > 120 ? `${asked.slice(0, 60)} … ${asked.slice(-60)}` : asked
  const answer = await site.ask(path, init, freshAddress())
  const text = await answer.text()
  if (answer.status >= 500) return [`${what}: ${answer.status} ${text.slice(0, 200)}`]
  if (/<script>alert|"\s+onmouseover="alert/.test(text)) return [`${what}: markup in the page`]
  const leadsTo = answer.headers.get('location') ?? '/'
  if (!leadsTo.startsWith('/') || /^\/[/\\]/.test(leadsTo))
    return [`${what}: leads to ${leadsTo.slice(0, 100)}`]
  if (!canLogIn && cookieOf(answer)) return [`${what}: lets somebody in`]
  return []
}

test.each(forms)('%s: every field with every hostile value', { timeout }, async (path, fields) => {
  const faults: string[] = []
  for (const name of [...Object.keys(fields), 'một tên khác'])
    for (const [kind, text] of hostile) {
      const body = new URLSearchParams({ ...fields, [name]: text })
      const headers = { ...ownForm, ...(path === '/login' ? {} : { cookie }) }
      const init = { method: 'POST', body, headers }
      faults.push(...(await faultOf(`${path} ${name}: ${kind}`, path, init)))
    }
  expect(faults).toEqual([])
})

test('where a right login leads', { timeout }, async () => {
  const faults: string[] = []
  for (const [kind, next] of hostile) {
    const body = new URLSearchParams({ name: 'lan', password: passwordOf('lan'), next })
    const init = { method: 'POST', body, headers: ownForm }
    faults.push(...(await faultOf(`next: ${kind}`, '/login', init, true)))
  }
  expect(faults).toEqual([])
})

test('what is no form, and forms of any length', { timeout }, async () => {
  const faults: string[] = []
  const type = 'application/x-www-form-urlencoded'
  for (const [path] of forms)
    for (const [kind, contentType, body] of [
      ['nothing', type, ''],
      ['signs alone', type, '&&==&%&%zz=%ff&=%00'],
      ['JSON', 'application/json', '{"name":"lan"}'],
      ['no type', '', 'name=lan'],
      ['many parts', type, 'a=b&'.repeat(10_000)],
      ['the same field often', type, 'name=lan&'.repeat(1_000)],
      ['three megabytes', type, `name=${'a'.repeat(3_000_000)}`],
    ] as const) {
      const headers = { ...ownForm, cookie, 'content-type': contentType }
      const init = { method: 'POST', body, headers }
      faults.push(...(await faultOf(`${path}: ${kind}`, path, init)))
    }
  expect(faults).toEqual([])
})

test('every part of the addresses, the cookie and the token', { timeout }, async () => {
  const faults: string[] = []
  const encoded = hostile.map(([kind, text]) => [kind, encodeURIComponent(text)] as const)
  for (const [kind, raw] of [...encoded, ...Object.entries(hostileRaw)]) {
    const get = (path: string) => faultOf(`${path}: ${kind}`, path, { headers: { cookie } })
    const post = (path: string) =>
      faultOf(`${path}: ${kind}`, path, { method: 'POST', headers: { ...ownForm, cookie } })
    for (const path of [
      `/login?next=${raw}`,
      `/accounts/${raw}`,
      ...['who', 'action', 'target', 'before'].map((name) => `/audit?${name}=${raw}`),
    ])
      faults.push(...(await get(path)))
    for (const path of [
      `/accounts/${raw}/lock`,
      `/accounts/${raw}/unlock`,
      `/accounts/${raw}/remove`,
      `/account/tokens/${raw}/revoke`,
    ])
      faults.push(...(await post(path)))
  }
  for (const [kind, text] of hostile) {
    // What no header can hold is never sent.
    const value = Buffer.from(text, 'utf8')
      .toString('latin1')
      .replace(/[\0\r\n]/g, '')
    for (const headers of [
      { cookie: `vanthu=${value}` },
      { authorization: `Bearer ${value}` },
      { authorization: value },
    ]) {
      const answer = await site.ask('/api/status', { headers })
      if (answer.status !== 401) faults.push(`${JSON.stringify(headers)}: ${kind} ${answer.status}`)
    }
  }
  expect(faults).toEqual([])
})
