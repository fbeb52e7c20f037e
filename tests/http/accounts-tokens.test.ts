// Tokens of programs: which are taken, when they end, how they are made.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Guarded, onTheCli, openGuarded } from './support/guarded.ts'

let site: Guarded
beforeEach(async () => {
  site = await openGuarded()
  await site.addAccount('lan', 'operator')
  await site.addAccount('hoa', 'archivist')
  await site.addAccount('minh', 'reader')
})
afterEach(() => site.remove())

const day = 24 * 3_600_000

describe('tokens', () => {
  test.each<[what: string, header: (token: string) => string]>([
    ['none of ours', () => `Bearer vt_${'a'.repeat(43)}`],
    ['cut', (token) => token.slice(0, -1)],
    ['another scheme', (token) => token.replace('Bearer', 'Basic')],
    ['empty', () => ''],
    ['with more behind it', (token) => `${token} x`],
  ])('refused also beside a good session: %s', async (_, header) => {
    const cookie = await site.logIn('lan')
    const authorization = header(await site.token('lan', ['read']))
    const answer = await site.ask('/api/status', { headers: { cookie, authorization } })
    expect(answer.status).toBe(401)
  })

  test('end when they are revoked, over, or their account is locked; not with the password', async () => {
    const { secret, token } = await site.app.accounts.addToken(onTheCli, 'lan', {
      ...{ label: 'a', scopes: ['read'], days: 30 },
    })
    const other = await site.token('hoa', ['read'])
    const ask = async (authorization = `Bearer ${secret}`) =>
      (await site.ask('/api/status', { headers: { authorization } })).status
    expect(await ask()).toBe(200)
    await site.app.accounts.setPassword(onTheCli, 'lan', 'cá nướng pa pỉnh tộp')
    site.clock.now += 30 * day - 1
    expect(await ask()).toBe(200)
    site.clock.now += 1
    expect([await ask(), await ask(other)]).toEqual([401, 200])
    await site.app.accounts.setLocked(onTheCli, 'hoa', true)
    expect(await ask(other)).toBe(401)
    await site.app.accounts.setLocked(onTheCli, 'hoa', false)
    expect(await ask(other)).toBe(200)
    await site.app.accounts.revokeToken(onTheCli, 'lan', token.id)
    expect(await site.app.accounts.tokens('lan')).toEqual([])
  })

  test('lose what a role loses, at once', async () => {
    const authorization = await site.token('hoa', ['write'])
    const retry = async () =>
      (await site.ask('/api/retry', { method: 'POST', headers: { authorization } })).status
    expect(await retry()).toBe(200)
    await site.app.accounts.setRole(onTheCli, 'hoa', 'reader')
    expect(await retry()).toBe(403)
  })

  test('are made on the own page, shown once, and only for what the role may do', async () => {
    const cookie = await site.logIn('minh')
    const fields = { label: 'Máy <b>', scope: 'read', days: '90' }
    const made = await site.send('/account/tokens', fields, { headers: { cookie } })
    expect(made.headers.get('cache-control')).toContain('no-store')
    const html = await made.text()
    const [secret = ''] = /vt_[\w-]{43}/.exec(html) ?? []
    expect(
      (await site.ask('/api/status', { headers: { authorization: `Bearer ${secret}` } })).status,
    ).toBe(200)
    const page = await (await site.ask('/account', { headers: { cookie } })).text()
    expect(page).not.toContain(secret)
    expect(page).toContain(`${secret.slice(0, 11)}…`)
    expect(page).toContain('Máy &lt;b&gt;')
    expect(page).not.toContain('value="operate"')
    const more = { label: 'x', scope: 'operate', days: '' }
    expect((await site.send('/account/tokens', more, { headers: { cookie } })).status).toBe(400)
    const [token] = await site.app.accounts.tokens('minh')
    const revoke = `/account/tokens/${token?.id}/revoke`
    // Another's token is none of hers.
    const ofLan = await site.logIn('lan')
    expect((await site.send(revoke, {}, { headers: { cookie: ofLan } })).status).toBe(400)
    expect((await site.send(revoke, {}, { headers: { cookie } })).status).toBe(200)
    expect(
      (await site.ask('/api/status', { headers: { authorization: `Bearer ${secret}` } })).status,
    ).toBe(401)
  })
})
