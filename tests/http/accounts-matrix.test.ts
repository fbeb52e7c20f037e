// Every route of the application, for every role and every kind of token, against the table of who may do what.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Action, rules } from '../../src/accounts/roles.ts'
import type { App } from '../../src/app/app.ts'
import { openAccess } from '../../src/http/accounts/access.ts'
import { routesOf } from '../../src/http/accounts/route-actions.ts'
import { createHttp } from '../../src/http/create-http.ts'
import { roles, scopes } from '../../src/model/account.ts'
import { type Guarded, onTheCli, openGuarded, ownForm } from './support/guarded.ts'

let site: Guarded
let http: Guarded['http']
const tokens = new Map<string, string>()
/** Of those who are logged in, by role. */
const cookies = new Map<string, string>()

beforeAll(async () => {
  site = await openGuarded()
  // With the board of a shared queue, which this archive has not.
  const shared: App = Object.create(site.app, { hasOwnQueue: { value: false } })
  http = createHttp(shared, {
    access: { ...openAccess, accounts: true, now: () => site.clock.now },
  })
  for (const role of roles) await site.addAccount(role, role)
  for (const scope of scopes) tokens.set(scope, await site.token('operator', [scope]))
  // With a scope of the time when he was an archivist: it is worth nothing to a reader.
  await site.addAccount('demoted', 'archivist')
  tokens.set('read of a reader', await site.token('demoted', ['read', 'write']))
  await site.app.accounts.setRole(onTheCli, 'demoted', 'reader')
})
afterAll(() => site.remove())

const listed = Object.entries(routesOf).flatMap(([action, routes]) =>
  routes.map((route) => [route, action as Action | 'open'] as const),
)

/** A request that the route answers, with nothing in it that would do anything. */
async function ask(route: string, headers: Record<string, string>) {
  const [method = '', pattern = ''] = route.split(' ')
  const path = pattern
    .replace(/:name\{[^}]*\}/g, '1.png')
    .replace(/:number(?:\{[^}]*\})?/g, '1')
    .replace(/:[a-z]+(?:\{[^}]*\})?/gi, '0'.repeat(64))
    .replace('*', 'x')
  const isForm = method !== 'GET'
  const answer = await http.request(path, {
    method,
    headers: { ...(isForm ? ownForm : {}), ...headers },
    ...(isForm ? { body: new URLSearchParams() } : {}),
  })
  await answer.body?.cancel()
  return answer
}

/** What became of it: let through, sent to log in, or refused. */
function outcomeOf({ status, headers }: Response, route: string): string {
  if (status === 401 || (status === 303 && /^\/login\?/.test(headers.get('location') ?? '')))
    return 'log in'
  if (status === 403) return 'refused'
  return status < 500 || route === 'GET /readyz' ? 'let through' : `failed: ${status}`
}

test('every route of the application says what it does, and no other is listed', () => {
  const real = http.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`)
  // A route that is missing goes into src/http/accounts/route-actions.ts.
  expect([...new Set(real)].filter((route) => !listed.some(([one]) => one === route))).toEqual([])
  expect(listed.map(([route]) => route).filter((route) => !real.includes(route))).toEqual([])
  expect(new Set(listed.map(([route]) => route)).size).toBe(listed.length)
})

describe('nobody', () => {
  test.each(listed)('%s', async (route, action) => {
    const expected = action === 'open' ? 'let through' : 'log in'
    // What is read for nobody is an answer of the login itself: a wrong name.
    const answer = await ask(route, {})
    expect(route === 'POST /login' ? answer.status : outcomeOf(answer, route)).toBe(
      route === 'POST /login' ? 401 : expected,
    )
  })
})

describe.each(roles)('%s, logged in', (role) => {
  test.each(listed)('%s', async (route, action) => {
    const cookie = cookies.get(role) ?? (await site.logIn(role))
    cookies.set(role, cookie)
    const isAllowed = action === 'open' || rules[action].roles.some((one) => one === role)
    const answer = await ask(route, { cookie })
    if (route === 'POST /login') expect(answer.status).toBe(401)
    else if (route === 'POST /logout') {
      expect(answer.headers.get('location')).toBe('/login')
      cookies.delete(role)
    } else expect(outcomeOf(answer, route)).toBe(isAllowed ? 'let through' : 'refused')
  })
})

describe.each(scopes)('a token of an operator with the scope %s', (scope) => {
  test.each(listed.filter(([, action]) => action !== 'open'))('%s', async (route, action) => {
    const isAllowed = rules[action as Action].scope === scope
    const answer = await ask(route, { authorization: tokens.get(scope) ?? '' })
    expect(outcomeOf(answer, route)).toBe(isAllowed ? 'let through' : 'refused')
  })
})

describe('a token of a reader, whatever its scopes', () => {
  test.each(listed.filter(([, action]) => action !== 'open'))('%s', async (route, action) => {
    const { roles: allowed, scope } = rules[action as Action]
    const isAllowed = allowed.some((one) => one === 'reader') && scope !== null
    const answer = await ask(route, { authorization: tokens.get('read of a reader') ?? '' })
    expect(outcomeOf(answer, route)).toBe(isAllowed ? 'let through' : 'refused')
  })
})

test('a route that nobody listed is the operators’ alone', async () => {
  const own = createHttp(site.app, {
    access: { ...openAccess, accounts: true, now: () => site.clock.now },
  })
  own.get('/forgotten-by-the-table', (c) => c.text('secret'))
  const asked = async (headers: Record<string, string>) =>
    (await own.request('/forgotten-by-the-table', { headers })).status
  expect(await asked({ cookie: await site.logIn('archivist') })).toBe(403)
  expect(await asked({ authorization: tokens.get('operate') ?? '' })).toBe(403)
  expect(await asked({ cookie: await site.logIn('operator') })).toBe(200)
  expect(await asked({})).toBe(303)
})

test('what is not there is told to those who may read, and to nobody else', async () => {
  const status = async (path: string, headers: Record<string, string>) =>
    (await http.request(path, { headers })).status
  const cookie = await site.logIn('reader')
  expect([await status('/api/nothing', { cookie }), await status('/nothing', { cookie })]).toEqual([
    404, 404,
  ])
  expect([await status('/api/nothing', {}), await status('/nothing', {})]).toEqual([401, 303])
})
