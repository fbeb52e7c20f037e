// Logging in and out: sessions and their cookies, wrong passwords, lock-out, where a login leads.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { cookieOf, type Guarded, onTheCli, openGuarded, passwordOf } from './support/guarded.ts'

let site: Guarded
beforeEach(async () => {
  site = await openGuarded()
  await site.addAccount('lan', 'operator')
  await site.addAccount('minh', 'reader')
})
afterEach(() => site.remove())

const minute = 60_000
const hour = 60 * minute
const wrong = (name = 'lan') => site.send('/login', { name, password: 'một mật khẩu sai' })
const right = (name = 'lan') => site.send('/login', { name, password: passwordOf(name) })
/** Whether a cookie lets somebody see the first page. */
const isIn = async (cookie: string) =>
  (await site.ask('/account', { headers: { cookie } })).status === 200

describe('a login', () => {
  test('without one a page leads to it, and it leads back', async () => {
    const first = await site.ask('/status/documents?state=failed')
    expect([first.status, first.headers.get('location')]).toEqual([
      303,
      '/login?next=%2Fstatus%2Fdocuments%3Fstate%3Dfailed',
    ])
    const page = await (await site.ask(first.headers.get('location') ?? '')).text()
    expect(page).toContain('name="next" value="/status/documents?state=failed"')
    expect(page).toContain('<h1>Đăng nhập</h1>')
    expect(page).not.toContain('href="/sources"')
    const answer = await site.send('/login', {
      name: 'LAN',
      password: passwordOf('lan'),
      next: '/status/documents?state=failed',
    })
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      '/status/documents?state=failed',
    ])
    expect(await isIn(cookieOf(answer) ?? '')).toBe(true)
    expect((await site.ask('/login', { headers: { cookie: cookieOf(answer) ?? '' } })).status).toBe(
      303,
    )
  })

  test('a program is told in JSON', async () => {
    const answer = await site.ask('/api/status')
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="vanthu"',
    ])
    expect(await answer.json()).toEqual({
      error: { code: 'unauthorized', message: expect.stringContaining('Authorization: Bearer') },
    })
  })

  test('a part of a page that is asked for by a script sends the whole page there', async () => {
    const answer = await site.ask('/?q=x', { headers: { 'hx-request': 'true' } })
    expect([answer.status, answer.headers.get('hx-redirect')]).toEqual([
      401,
      '/login?next=%2F%3Fq%3Dx',
    ])
  })

  test('a form that comes after the session is over leads back to its page', async () => {
    const answer = await site.send(
      '/status/retry',
      {},
      { headers: { referer: 'http://localhost/status' } },
    )
    expect(answer.headers.get('location')).toBe('/login?next=%2Fstatus')
    const foreign = { headers: { referer: 'http://evil.example/status' } }
    const other = await site.send('/status/retry', {}, foreign)
    expect(other.headers.get('location')).toBe('/login?next=%2F')
  })

  test('the cookie is for this site and no script', async () => {
    const [set] = (await right()).headers.getSetCookie()
    expect(set).toMatch(/^vanthu=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  test('over https it is bound to it and to the host', async () => {
    const secure = await openGuarded({ publicUrl: 'https://vanthu.example' })
    await secure.addAccount('lan', 'reader')
    const headers = { 'sec-fetch-site': 'same-origin', origin: 'https://vanthu.example' }
    const fields = { name: 'lan', password: passwordOf('lan') }
    const answer = await secure.send('/login', fields, { headers })
    const [set] = answer.headers.getSetCookie()
    expect(set).toMatch(
      /^__Host-vanthu=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    // The name without the prefix is what another host of the domain could set.
    const cookie = (cookieOf(answer) ?? '').replace('__Host-', '')
    expect((await secure.ask('/account', { headers: { cookie } })).status).toBe(303)
    await secure.remove()
  })

  test('begins a new session whatever the browser brought', async () => {
    const planted = `vanthu=${'A'.repeat(43)}`
    const fields = { name: 'lan', password: passwordOf('lan') }
    const answer = await site.send('/login', fields, { headers: { cookie: planted } })
    const first = cookieOf(answer) ?? ''
    expect(first).not.toBe(planted)
    expect([await isIn(planted), await isIn(first)]).toEqual([false, true])
    const again = await site.send('/login', fields, { headers: { cookie: first } })
    expect([await isIn(first), await isIn(cookieOf(again) ?? '')]).toEqual([false, true])
  })

  test('the store has no secret of a session', async () => {
    const secret = (await site.logIn('lan')).slice('vanthu='.length)
    expect(JSON.stringify(await site.app.accounts.list())).not.toContain('scrypt')
    expect(await site.app.accounts.ofSession(secret)).toMatchObject({ name: 'lan' })
    expect(JSON.stringify((await site.app.accounts.audit({ limit: 50 })).entries)).not.toContain(
      secret,
    )
  })
})

describe('a session ends', () => {
  test.each<[what: string, end: (cookie: string) => Promise<unknown>]>([
    ['by logging out', (cookie) => site.send('/logout', {}, { headers: { cookie } })],
    [
      'after twelve hours without use',
      async () => {
        site.clock.now += 12 * hour + 1
      },
    ],
    [
      'when an operator sets another password',
      () => site.app.accounts.setPassword(onTheCli, 'minh', 'cá nướng pa pỉnh tộp'),
    ],
    ['when its account is locked', () => site.app.accounts.setLocked(onTheCli, 'minh', true)],
    ['when its account is removed', () => site.app.accounts.remove(onTheCli, 'minh')],
  ])('%s', async (_, end) => {
    const [minh, lan] = [await site.logIn('minh'), await site.logIn('lan')]
    const ofLan = await isIn(lan)
    await end(minh)
    expect([ofLan, await isIn(minh)]).toEqual([true, false])
  })

  test('after seven days, however often it was used', async () => {
    const cookie = await site.logIn('minh')
    for (let halfDays = 0; halfDays < 14; halfDays++) {
      expect(await isIn(cookie)).toBe(true)
      site.clock.now += 12 * hour
    }
    site.clock.now += 1
    expect(await isIn(cookie)).toBe(false)
  })

  test('not before: eleven hours, and another person’s log-out', async () => {
    const [minh, lan] = [await site.logIn('minh'), await site.logIn('lan')]
    site.clock.now += 11 * hour
    await site.send('/logout', {}, { headers: { cookie: lan } })
    expect(await isIn(minh)).toBe(true)
  })

  test('everywhere but here when somebody changes the own password', async () => {
    const [here, elsewhere] = [await site.logIn('minh'), await site.logIn('minh')]
    const fields = { current: passwordOf('minh'), next: 'cá nướng pa pỉnh tộp' }
    const answer = await site.send('/account/password', fields, { headers: { cookie: here } })
    const now = cookieOf(answer) ?? ''
    expect(await answer.text()).toContain('Đã đổi mật khẩu')
    expect([await isIn(here), await isIn(elsewhere), await isIn(now)]).toEqual([false, false, true])
    expect((await right('minh')).status).toBe(401)
  })

  test.each([
    [
      'the current one is wrong',
      { current: 'x', next: 'cá nướng pa pỉnh tộp' },
      'hiện nay không đúng',
    ],
    ['the new one is short', { current: passwordOf('minh'), next: 'ngắn' }, 'ít nhất 12 ký tự'],
  ])('not where %s', async (_, fields, said) => {
    const cookie = await site.logIn('minh')
    const answer = await site.send('/account/password', fields, { headers: { cookie } })
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining(said)])
    expect([await isIn(cookie), (await right('minh')).status]).toEqual([true, 303])
  })
})

describe('wrong passwords', () => {
  test('get one answer, whether the name is there or not', async () => {
    const known = await wrong()
    const unknown = await wrong('khong-co-ai')
    const body = async (answer: Response) =>
      (await answer.text()).replace(/value="(?:lan|khong-co-ai)"/, '')
    expect([known.status, unknown.status]).toEqual([401, 401])
    expect(await body(unknown)).toBe(await body(known))
    expect(cookieOf(known)).toBeNull()
  })

  test.each(['lan', 'khong-co-ai'])('after five, %s waits a minute, then two', async (name) => {
    for (let n = 0; n < 5; n++) expect((await wrong(name)).status).toBe(401)
    const refused = await wrong(name)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60'])
    expect(await refused.text()).toContain('sau 1 phút')
    site.clock.now += minute - 1
    expect((await wrong(name)).status).toBe(429)
    site.clock.now += 1
    expect((await wrong(name)).status).toBe(401)
    expect((await wrong(name)).headers.get('retry-after')).toBe('120')
  })

  test('while it waits, the right one does not count either', async () => {
    for (let n = 0; n < 5; n++) await wrong()
    expect((await right()).status).toBe(429)
    // Somebody else of the same office is let in.
    expect((await right('minh')).status).toBe(303)
    site.clock.now += minute
    expect((await right()).status).toBe(303)
    expect((await wrong()).status).toBe(401)
  })

  test('of thirty at once, five are looked at', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => wrong()))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
  })

  test('an address that tries many names has to wait, and only it', async () => {
    const tryAs = (n: number, address: string) =>
      site.ask(
        '/login',
        {
          method: 'POST',
          body: new URLSearchParams({ name: `ten-${n}`, password: 'một mật khẩu sai' }),
          headers: { 'sec-fetch-site': 'same-origin' },
        },
        address,
      )
    for (let n = 0; n < 20; n++) expect((await tryAs(n, '2001:db8::1')).status).toBe(401)
    // The same network of IPv6, which one machine may have for itself.
    expect((await tryAs(20, '2001:db8::2')).status).toBe(429)
    expect((await tryAs(21, '2001:db9::1')).status).toBe(401)
    expect((await right()).status).toBe(303)
  })

  test('an operator unlocks an account before its time', async () => {
    for (let n = 0; n < 5; n++) await wrong()
    await site.app.accounts.setLocked(onTheCli, 'lan', false)
    expect((await right()).status).toBe(303)
  })

  test('a locked account is let in with no password, and says no more than a wrong one', async () => {
    await site.app.accounts.setLocked(onTheCli, 'minh', true)
    const locked = await right('minh')
    expect([locked.status, await locked.text()]).toEqual([401, await (await wrong('minh')).text()])
  })

  test('what was typed as an unknown name is not in the log', async () => {
    await wrong('mat-khau-cua-toi')
    await wrong()
    await right()
    const { entries } = await site.app.accounts.audit({ limit: 3 })
    expect(entries.map(({ who, outcome, detail }) => [who, outcome, detail])).toEqual([
      ['lan', 'done', ''],
      ['lan', 'refused', 'wrong password'],
      ['', 'refused', 'no such account'],
    ])
    expect(entries[0]).toMatchObject({ action: 'login', way: 'session', address: '203.0.113.7' })
  })
})

describe('where a login leads', () => {
  test('of the form as of the address', async () => {
    const fields = { name: 'lan', password: passwordOf('lan'), next: '//evil.example' }
    expect((await site.send('/login', fields)).headers.get('location')).toBe('/')
    expect(await (await site.ask('/login?next=//evil.example')).text()).toContain(
      'name="next" value="/"',
    )
  })
})
