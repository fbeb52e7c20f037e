import { describe, expect, test } from 'vitest'
import { accountKey, accountName } from '../../src/accounts/name.ts'
import { type Action, actions, may, rules, scopesOf } from '../../src/accounts/roles.ts'
import {
  hashOf,
  isSession,
  isToken,
  newSession,
  newToken,
  startOf,
} from '../../src/accounts/secret.ts'
import { type Role, roles, scopes } from '../../src/model/account.ts'

/** Written out by hand: what each role may do more than the one before. */
const more: Record<Role, Action[]> = {
  reader: ['read', 'export', 'own'],
  archivist: ['upload', 'retry', 'reprocess', 'correct', 'save', 'forget'],
  operator: ['sources', 'metrics', 'queues', 'audit', 'accounts'],
}
const mayDo = (role: Role): Action[] =>
  roles.slice(0, roles.indexOf(role) + 1).flatMap((one) => more[one])

describe('who may do what', () => {
  test('every action is in the table', () => {
    expect(Object.values(more).flat().sort()).toEqual([...actions].sort())
  })

  test.each(roles.flatMap((role) => actions.map((action) => [role, action] as const)))(
    '%s: %s',
    (role, action) => {
      expect(may(role, action, null)).toBe(mayDo(role).includes(action))
    },
  )

  test.each(roles.flatMap((role) => actions.map((action) => [role, action] as const)))(
    'a token of %s with all scopes does no more than its account: %s',
    (role, action) => {
      const byToken = may(role, action, scopes)
      expect(byToken).toBe(mayDo(role).includes(action) && rules[action].scope !== null)
      expect(may(role, action, [])).toBe(false)
    },
  )

  test.each(actions)('a scope opens nothing but its own: %s', (action) => {
    for (const scope of scopes)
      expect(may('operator', action, [scope])).toBe(rules[action].scope === scope)
  })

  test('accounts and passwords are no token’s', () => {
    expect([rules.accounts.scope, rules.own.scope]).toEqual([null, null])
  })

  test.each([
    ['reader', ['read']],
    ['archivist', ['read', 'write']],
    ['operator', ['read', 'write', 'operate']],
  ] as const)('scopes of use to %s', (role, useful) => {
    expect(scopesOf(role)).toEqual(useful)
  })
})

describe('names', () => {
  test.each([
    ['lan', 'lan'],
    ['Lan.Nguyen@so.example.vn', 'lan.nguyen@so.example.vn'],
    [' Nguyễn Thị Lan ', 'nguyễn thị lan'],
    ['Hòa Bình'.normalize('NFD'), 'hòa bình'],
    ['x1', 'x1'],
  ])('taken: %s', (typed, key) => {
    const name = accountName(typed)
    expect(name).toBe(typed.normalize('NFC').trim())
    expect(accountKey(name ?? '')).toBe(key)
    expect(accountKey(typed.toUpperCase())).toBe(key)
  })

  test.each([
    '',
    'x',
    ' ',
    '-lan',
    'lan-',
    'lan  nguyen',
    'lan/nguyen',
    'lan\u0000nguyen',
    'lan\u202Enaol',
    '<b>lan</b>',
    'a'.repeat(65),
  ])('refused: %j', (typed) => {
    expect(accountName(typed)).toBeNull()
  })
})

describe('secrets', () => {
  test('are long, random, and told apart from what is none', () => {
    const token = newToken()
    const session = newSession()
    expect(Buffer.from(token.slice(3), 'base64url')).toHaveLength(32)
    expect(new Set(Array.from({ length: 50 }, newToken)).size).toBe(50)
    expect([isToken(token), isSession(token)]).toEqual([true, false])
    expect([isToken(session), isSession(session)]).toEqual([false, true])
    expect(token.startsWith(startOf(token))).toBe(true)
    expect(startOf(token)).toHaveLength(11)
    expect(hashOf(token)).toMatch(/^[0-9a-f]{64}$/)
  })

  test.each(['', 'vt_', `vt_${'a'.repeat(42)}`, `vt_${'a'.repeat(44)}`, `vt_${'a'.repeat(42)}=`])(
    'no token: %s',
    (text) => {
      expect(isToken(text)).toBe(false)
    },
  )
})
