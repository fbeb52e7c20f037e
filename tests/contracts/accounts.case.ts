// What every Store does about accounts: accounts, sessions, tokens, failed attempts, the audit log, and which of it a backup has.
import { beforeEach, describe, expect, test } from 'vitest'
import type { Account, ApiToken, AuditEntry, LoginFailures } from '../../src/model/account.ts'
import type { LooseRow, Store } from '../../src/ports/store.ts'

const at = '2026-03-01T08:00:00.000Z'
const later = '2026-03-01T09:00:00.000Z'
const lan: Account = {
  ...{ key: 'lan', name: 'Lan', role: 'operator', createdAt: at },
  ...{ lockedAt: null, lastLoginAt: null },
}
const hoa: Account = { ...lan, key: 'hòa bình', name: 'Hòa Bình', role: 'reader', lockedAt: at }
const token: ApiToken = {
  ...{ id: 't1', accountKey: 'lan', label: 'Prometheus', start: 'vt_Ab3dE9xQ' },
  ...{ scopes: ['read', 'operate'], createdAt: at, expiresAt: later, usedAt: null },
}
const entry = (key: string, more: Partial<AuditEntry> = {}): AuditEntry => ({
  ...{ key, at, who: 'Lan', way: 'session', address: '203.0.113.7', action: 'upload' },
  ...{ target: 'a'.repeat(64), outcome: 'done', detail: '' },
  ...more,
})
const session = (hash: string, more: object = {}) => ({
  ...{ hash, accountKey: 'lan', createdAt: at, seenAt: at },
  ...more,
})

export function runAccountsContract({
  name,
  create,
}: {
  name: string
  create: () => Promise<Store>
}): void {
  describe(`accounts in ${name}`, () => {
    let store: Store
    beforeEach(async () => {
      store = await create()
      return () => store.close()
    })
    const addBoth = async () => [await store.addAccount(lan, 'h1'), await store.addAccount(hoa, '')]

    test('are added once, listed by key, changed and removed', async () => {
      expect(await addBoth()).toEqual([true, true])
      expect(await store.addAccount({ ...lan, name: 'LAN', role: 'reader' }, 'h2')).toBe(false)
      expect(await store.accounts()).toEqual([hoa, lan])
      expect(await store.account('lan')).toEqual({ account: lan, passwordHash: 'h1' })
      expect(await store.account('minh')).toBeNull()
      const changed = { ...lan, role: 'reader', lockedAt: later, lastLoginAt: at }
      expect(
        await store.changeAccount('lan', { role: 'reader', lockedAt: later, lastLoginAt: at }),
      ).toEqual(changed)
      expect(await store.changeAccount('lan', {})).toEqual(changed)
      await store.changeAccount('lan', { lockedAt: null, passwordHash: 'h3' })
      expect(await store.account('lan')).toEqual({
        account: { ...changed, lockedAt: null },
        passwordHash: 'h3',
      })
      expect(await store.changeAccount('minh', { role: 'reader' })).toBeNull()
      expect(await store.removeAccount('hòa bình')).toEqual(hoa)
      expect(await store.removeAccount('hòa bình')).toBeNull()
      expect((await store.accounts()).map(({ key }) => key)).toEqual(['lan'])
    })

    test('a role that is none is refused whole', async () => {
      await expect(store.addAccount({ ...lan, role: 'king' as 'reader' }, 'h')).rejects.toThrow(
        'role',
      )
      expect(await store.accounts()).toEqual([])
    })

    test('sessions belong to an account, and go with it', async () => {
      await addBoth()
      await store.addSession(session('s1'))
      await store.addSession(session('s2'))
      await store.addSession(session('s3', { accountKey: hoa.key }))
      await expect(store.addSession(session('s4', { accountKey: 'minh' }))).rejects.toThrow()
      expect(await store.session('s1')).toEqual({ session: session('s1'), account: lan })
      expect(await store.session('none')).toBeNull()
      await store.touchSession('s1', later)
      expect((await store.session('s1'))?.session).toEqual(session('s1', { seenAt: later }))
      await store.endSession('s1')
      expect(await store.session('s1')).toBeNull()
      expect(await store.endSessionsOf('lan')).toBe(1)
      expect(await store.endSessionsOf('lan')).toBe(0)
      // The account is as it is now, not as it was when the session began.
      await store.changeAccount(hoa.key, { role: 'archivist' })
      expect((await store.session('s3'))?.account.role).toBe('archivist')
      await store.removeAccount(hoa.key)
      expect(await store.session('s3')).toBeNull()
    })

    test.each([
      ['begun long ago', { createdAt: '2026-02-01T00:00:00.000Z' }, true],
      ['not used for long', { seenAt: '2026-02-20T00:00:00.000Z' }, true],
      ['fresh', {}, false],
    ])('old sessions are dropped: %s', async (_, times, isDropped) => {
      await addBoth()
      await store.addSession(session('s1', times))
      await store.dropOld({
        createdAt: '2026-02-10T00:00:00.000Z',
        seenAt: '2026-02-27T00:00:00.000Z',
        failedAt: at,
      })
      expect((await store.session('s1')) === null).toBe(isDropped)
    })

    test('tokens are found by their hash, and go with their account', async () => {
      await addBoth()
      await store.addToken(token, 'hash1')
      await store.addToken({ ...token, id: 't0', expiresAt: null }, 'hash0')
      await expect(store.addToken({ ...token, id: 't2' }, 'hash1')).rejects.toThrow()
      expect(await store.token('hash1')).toEqual({ token, account: lan })
      expect(await store.token('vt_Ab3dE9xQ')).toBeNull()
      await store.touchToken('t1', later)
      expect((await store.tokensOf('lan')).map(({ id, usedAt }) => [id, usedAt])).toEqual([
        ['t0', null],
        ['t1', later],
      ])
      expect(await store.removeToken(hoa.key, 't1')).toBeNull()
      expect((await store.removeToken('lan', 't0'))?.id).toBe('t0')
      expect(await store.removeToken('lan', 't0')).toBeNull()
      await store.removeAccount('lan')
      expect(await store.token('hash1')).toBeNull()
    })

    test('failures are counted one attempt after the other, also of many at once', async () => {
      const seen: number[][] = []
      const addOne = (rows: readonly LoginFailures[]) => {
        seen.push(rows.map(({ count }) => count))
        return rows.map((row) => ({ ...row, count: row.count + 1, lastAt: at }))
      }
      await Promise.all(
        Array.from({ length: 6 }, (_, i) =>
          store.changeFailures(i % 2 ? ['b', 'a'] : ['a', 'b'], addOne),
        ),
      )
      expect(seen.map(([first]) => first).sort()).toEqual([0, 1, 2, 3, 4, 5])
      await store.changeFailures(['a', 'c'], (rows) => {
        expect(rows).toMatchObject([
          { key: 'a', count: 6, lastAt: at, lockedUntil: null },
          { key: 'c', count: 0 },
        ])
        return rows.map((row) => ({ ...row, count: 0 }))
      })
      await store.changeFailures(['b'], ([row]) => (row ? [{ ...row, lockedUntil: later }] : []))
      await store.changeFailures(['a', 'b'], (rows) => {
        expect(rows).toMatchObject([{ count: 0 }, { count: 6, lockedUntil: later }])
        return rows
      })
      await store.dropOld({ createdAt: at, seenAt: at, failedAt: later })
      await store.changeFailures(['b'], (rows) => {
        expect(rows).toMatchObject([{ count: 0, lockedUntil: null }])
        return rows
      })
    })

    test('the audit log is read from the latest on, filtered, page by page', async () => {
      const login = { action: 'login', target: '', who: '', way: 'nobody', address: null } as const
      await store.addAudit(entry('2026-01'))
      await store.addAudit(entry('2026-03', login))
      await store.addAudit(entry('2026-02', { who: 'Hòa Bình', outcome: 'refused' }))
      await expect(store.addAudit(entry('2026-01'))).rejects.toThrow()
      const keys = async (query: object) =>
        (await store.audit({ limit: 5, ...query })).map(({ key }) => key)
      expect(await keys({})).toEqual(['2026-03', '2026-02', '2026-01'])
      expect(await keys({ limit: 2 })).toEqual(['2026-03', '2026-02'])
      expect(await keys({ before: '2026-02' })).toEqual(['2026-01'])
      expect(await keys({ action: 'upload' })).toEqual(['2026-02', '2026-01'])
      expect(await keys({ who: 'Lan', action: 'upload' })).toEqual(['2026-01'])
      expect(await keys({ target: 'a'.repeat(64), before: '2026-02' })).toEqual(['2026-01'])
      expect(await keys({ who: 'lan' })).toEqual([])
      expect((await store.audit({ limit: 1 }))[0]).toEqual(entry('2026-03', login))
    })

    test('a backup has accounts, tokens and the audit log, and no session', async () => {
      await addBoth()
      await store.addSession(session('s1'))
      await store.addToken(token, 'hash1')
      await store.addAudit(entry('2026-01'))
      await store.changeFailures(['a'], (rows) => rows.map((row) => ({ ...row, count: 3 })))
      const rows: LooseRow[] = []
      for await (const row of store.looseRows()) rows.push(row)
      expect(rows.map(({ table }) => table)).toEqual([
        'account',
        'account',
        'api_token',
        'audit_entry',
      ])
      const other = await create()
      // An account of the same name that is there already becomes that of the backup.
      await other.addAccount({ ...lan, role: 'reader' }, 'other')
      // Twice: a copy that was interrupted is begun again.
      for (const row of [...rows, ...rows]) await other.putLooseRow(row)
      expect(await other.accounts()).toEqual([hoa, lan])
      expect((await other.account('lan'))?.passwordHash).toBe('h1')
      expect((await other.token('hash1'))?.token).toEqual(token)
      expect(await other.audit({ limit: 5 })).toEqual([entry('2026-01')])
      expect(await other.session('s1')).toBeNull()
      const changed = rows.at(-1) as LooseRow
      await expect(
        other.putLooseRow({ ...changed, row: { ...changed.row, who: 'Minh' } }),
      ).rejects.toThrow('only added to')
      expect(await other.audit({ limit: 5 })).toEqual([entry('2026-01')])
      await other.close()
    })
  })
}
