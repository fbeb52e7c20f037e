// What is kept of who did what, and what is offered to whom.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Guarded, onTheCli, openGuarded, ownForm } from './support/guarded.ts'
import { conference, sha256 } from './support/records.ts'

let site: Guarded
beforeEach(async () => {
  site = await openGuarded()
  await site.addAccount('lan', 'operator')
  await site.addAccount('hoa', 'archivist')
  await site.addAccount('minh', 'reader')
})
afterEach(() => site.remove())

const upload = (text: string) => {
  const body = new FormData()
  body.append('file', new File([text], 'báo cáo.txt'))
  return body
}

describe('the audit log', () => {
  const entries = async () => (await site.app.accounts.audit({ limit: 50 })).entries

  test('says who did what to which document, from where, and how it ended', async () => {
    const cookie = await site.logIn('hoa')
    const headers = { ...ownForm, cookie }
    await site.ask('/upload', { method: 'POST', body: upload('một'), headers })
    const id = sha256('một')
    await site.ask(`/d/${id}/reprocess`, { method: 'POST', headers })
    await site.ask('/status/reprocess', { method: 'POST', headers })
    const reader = { ...ownForm, cookie: await site.logIn('minh') }
    await site.ask(`/d/${id}/forget`, { method: 'POST', headers: reader }, '198.51.100.4')
    const authorization = await site.token('hoa', ['write'])
    await site.ask(`/api/documents/${id}`, { method: 'DELETE', headers: { authorization } })
    await site.ask('/', { headers: { cookie } })
    const told = (await entries())
      .filter(({ action }) => !/^(?:login|account-add|token-add)$/.test(action))
      .map(({ who, way, address, action, target, outcome }) => [
        who,
        way,
        address,
        action,
        target,
        outcome,
      ])
    expect(told).toEqual([
      ['hoa', 'token', '203.0.113.7', 'forget', id, 'done'],
      ['minh', 'session', '198.51.100.4', 'forget', id, 'refused'],
      ['hoa', 'session', '203.0.113.7', 'reprocess', '', 'failed'],
      ['hoa', 'session', '203.0.113.7', 'reprocess', id, 'done'],
      ['hoa', 'session', '203.0.113.7', 'upload', id, 'done'],
    ])
  })

  test('has changes of accounts by the use-cases themselves, with no password in them', async () => {
    const headers = { cookie: await site.logIn('lan') }
    const next = 'cá nướng pa pỉnh tộp'
    await site.send('/accounts', { name: 'Bình', role: 'reader', next }, { headers })
    const path = `/accounts/${encodeURIComponent('bình')}`
    await site.send(`${path}/role`, { role: 'archivist' }, { headers })
    await site.send(`${path}/password`, { next: `${next} nhé` }, { headers })
    await site.send(`${path}/lock`, {}, { headers })
    await site.send(`${path}/unlock`, {}, { headers })
    await site.send(`${path}/remove`, { sure: '1' }, { headers })
    const all = await entries()
    expect(all.slice(0, 6).map(({ who, action, target }) => [who, action, target])).toEqual(
      ['remove', 'unlock', 'lock', 'password', 'role', 'add'].map((one) => [
        'lan',
        `account-${one}`,
        'Bình',
      ]),
    )
    expect(JSON.stringify(all)).not.toContain('nướng')
    expect((await site.app.accounts.list()).map(({ name }) => name)).toEqual(['hoa', 'lan', 'minh'])
  })

  test('is a page for operators, filtered and page by page', async () => {
    const headers = { cookie: await site.logIn('lan') }
    for (let n = 0; n < 101; n++)
      await site.app.accounts.note(
        { who: '<i>An</i>', way: 'token', address: null },
        { action: 'export', target: `n${n}` },
      )
    const page = async (query = '') => (await site.ask(`/audit${query}`, { headers })).text()
    const first = await page('?action=export')
    expect(first).toContain('&lt;i&gt;An&lt;/i&gt;')
    expect([first.includes('>n100<'), first.includes('>n1<'), first.includes('>n0<')]).toEqual([
      true,
      true,
      false,
    ])
    const [, next = ''] = /rel="next" href="\/audit([^"]*)"/.exec(first) ?? []
    const second = await page(next.replaceAll('&amp;', '&'))
    expect([
      second.includes('>n0<'),
      second.includes('>n1<'),
      second.includes('rel="next"'),
    ]).toEqual([true, false, false])
    expect(await page('?who=lan')).toContain('login')
    expect(await page('?who=nobody')).toContain('Không có dòng nào')
  })
})

test('a correction is signed by who is logged in, whatever is said', async () => {
  const id = await site.add(conference)
  const cookie = await site.logIn('hoa')
  const headers = { cookie }
  const page = await (await site.ask(`/d/${id}`, { headers })).text()
  expect(page).toContain('<strong dir="auto">hoa</strong>')
  expect(page).not.toContain('name="who"')
  const form = { action: 'correct', item: 'field', field: 'title', value: 'Một', who: 'Lan' }
  expect((await site.send(`/d/${id}/corrections`, form, { headers })).status).toBe(303)
  const program = {
    authorization: await site.token('lan', ['write']),
    'content-type': 'application/json',
  }
  const path = `/api/documents/${id}/corrections`
  const said = { item: 'field', action: 'correct', target: 'title', value: 'Hai' }
  for (const body of [said, { ...said, who: 'Ai đó' }])
    expect(
      (await site.ask(path, { method: 'POST', headers: program, body: JSON.stringify(body) }))
        .status,
    ).toBe(201)
  await site.ask(`${path}/1?who=Ai`, { method: 'DELETE', headers: program })
  const { corrections } = (await (await site.ask(path, { headers })).json()) as {
    corrections: Array<{ who: string; withdrawnBy?: string }>
  }
  expect(corrections.map(({ who, withdrawnBy }) => [who, withdrawnBy])).toEqual([
    ['hoa', 'lan'],
    ['lan', undefined],
    ['lan', undefined],
  ])
})

test('what a reader may not do is not offered to him', async () => {
  const id = await site.add(conference)
  const page = async (name: string, path: string) =>
    (await site.ask(path, { headers: { cookie: await site.logIn(name) } })).text()
  for (const [path, marks] of [
    ['/', ['action="/upload"', 'href="/sources"']],
    [
      `/d/${id}`,
      [`/d/${id}/forget`, `/d/${id}/reprocess`, '/corrections/add', 'class="review-bar"'],
    ],
    ['/status', ['action="/status/reprocess"']],
  ] as const) {
    const [ofReader, ofOperator] = [await page('minh', path), await page('lan', path)]
    for (const mark of marks)
      expect([mark, ofReader.includes(mark), ofOperator.includes(mark)]).toEqual([
        mark,
        false,
        true,
      ])
  }
})

test('accounts: the only operator stays, and names that are taken are', async () => {
  const headers = { cookie: await site.logIn('lan') }
  for (const [path, fields] of [
    ['/accounts/lan/role', { role: 'reader' }],
    ['/accounts/lan/lock', {}],
    ['/accounts/lan/remove', { sure: '1' }],
    ['/accounts', { name: 'LAN', role: 'reader', next: 'cá nướng pa pỉnh tộp' }],
    ['/accounts', { name: '<b>', role: 'reader', next: 'cá nướng pa pỉnh tộp' }],
    ['/accounts', { name: 'Bình', role: 'king', next: 'cá nướng pa pỉnh tộp' }],
    ['/accounts', { name: 'Bình', role: 'reader', next: 'ngắn' }],
  ] as const)
    expect([path, (await site.send(path, fields, { headers })).status]).toEqual([path, 400])
  expect(await site.app.accounts.list()).toHaveLength(3)
  await site.app.accounts.setRole(onTheCli, 'hoa', 'operator')
  expect((await site.send('/accounts/lan/role', { role: 'reader' }, { headers })).status).toBe(200)
  expect((await site.ask('/accounts', { headers })).status).toBe(403)
})
