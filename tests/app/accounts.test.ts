// The use-cases of accounts over a real store: what no page and no command shows.
import { expect, onTestFinished, test } from 'vitest'
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts'
import { createAccounts } from '../../src/app/accounts/accounts.ts'
import { TransientError } from '../../src/errors.ts'

const by = { who: 'test', way: 'cli', address: null } as const
const password = 'qua cầu treo bản xa'

function setUp() {
  const store = openSqliteStore(':memory:')
  onTestFinished(() => store.close())
  const at = (ln: number) =>
    createAccounts(store, { now: () => Date.now(), cost: { ln, r: 8, p: 1 } })
  const stored = async () => (await store.account('lan'))?.passwordHash ?? ''
  return { store, at, stored }
}

test('a password that cost less than it does now is hashed anew when it is known again', async () => {
  const { at, stored } = setUp()
  await at(4).add(by, { name: 'lan', role: 'reader', password })
  const first = await stored()
  const logIn = (ln: number, typed = password) =>
    at(ln).logIn({ name: 'lan', password: typed, address: '203.0.113.7' })
  expect(await logIn(5, 'một mật khẩu sai')).toMatchObject({ isIn: false })
  expect(await stored()).toBe(first)
  expect(await logIn(5)).toMatchObject({ isIn: true })
  const second = await stored()
  expect([first.slice(0, 13), second.slice(0, 13)]).toEqual(['$scrypt$ln=4,', '$scrypt$ln=5,'])
  expect(await logIn(4)).toMatchObject({ isIn: true })
  expect(await stored()).toBe(second)
})

test('neither the password nor what opens something is anywhere in the store', async () => {
  const { store, at } = setUp()
  const accounts = at(4)
  await accounts.add(by, { name: 'lan', role: 'operator', password })
  const { secret } = await accounts.addToken(by, 'lan', {
    label: 'x',
    scopes: ['read'],
    days: null,
  })
  const login = await accounts.logIn({ name: 'lan', password, address: '203.0.113.7' })
  const session = login.isIn ? login.session : ''
  expect(session).not.toBe('')
  const rows: string[] = []
  for await (const row of store.looseRows()) rows.push(JSON.stringify(row))
  const all = rows.join('\n')
  expect(all).toContain('account-add')
  for (const one of [password, secret, secret.slice(3), session]) expect(all).not.toContain(one)
})

test('what was typed as a name is kept as a hash only', async () => {
  const { store, at } = setUp()
  await at(4).logIn({ name: 'mat-khau-cua-toi', password, address: '203.0.113.7' })
  await store.changeFailures(['account mat-khau-cua-toi', 'address 203.0.113.7'], (rows) => {
    expect(rows.map(({ count }) => count)).toEqual([0, 1])
    return rows
  })
})

test('of many who log in at once, few wait and the rest come later', async () => {
  const { at } = setUp()
  const accounts = at(12)
  const tries = await Promise.allSettled(
    Array.from({ length: 60 }, (_, n) =>
      accounts.logIn({ name: `ten-${n}`, password, address: `203.0.113.${n}` }),
    ),
  )
  const refused = tries.filter(
    (one) => one.status === 'rejected' && one.reason instanceof TransientError,
  )
  expect(refused).toHaveLength(60 - 32)
  // The places are free again.
  expect(await accounts.logIn({ name: 'ten', password, address: '198.51.100.1' })).toEqual({
    isIn: false,
    waitMs: 0,
  })
})
