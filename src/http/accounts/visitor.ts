// Who asks: found out once for a request, and known to every route and page of it.
import type { Context } from 'hono'
import { type Action, may } from '../../accounts/roles.ts'
import type { By } from '../../app/accounts/accounts.ts'
import type { Account, Scope } from '../../model/account.ts'

export type Visitor = {
  /** Null where nobody is logged in, and where there are no accounts. */
  readonly account: Account | null
  readonly way: By['way']
  /** Of the token that was sent; null where there is none. */
  readonly scopes: readonly Scope[] | null
  readonly address: string
  /** Whether there are accounts here at all. */
  readonly isAsked: boolean
  may(action: Action): boolean
}

/** Who reaches a server without accounts. */
export const anybody: Visitor = {
  account: null,
  way: 'nobody',
  scopes: null,
  address: '',
  isAsked: false,
  may: () => true,
}

export const stranger = (address: string): Visitor => ({
  account: null,
  way: 'nobody',
  scopes: null,
  address,
  isAsked: true,
  may: () => false,
})

/** `scopes` are those of the token; null for a browser. */
export const known = (account: Account, address: string, scopes: Scope[] | null): Visitor => ({
  account,
  way: scopes ? 'token' : 'session',
  scopes,
  address,
  isAsked: true,
  may: (action) => may(account.role, action, scopes),
})

const visitorKey = 'visitor'
const targetKey = 'audit-target'

export const visitorOf = (c: Context): Visitor => c.get(visitorKey) ?? anybody
export const setVisitor = (c: Context, visitor: Visitor): void => c.set(visitorKey, visitor)

/** The visitor as the audit log has it. */
export const byOf = ({ account, way, address }: Visitor): By => ({
  who: account?.name ?? '',
  way,
  address: address || null,
})

/** Says what a request was about, where its address does not. */
export const setAuditTarget = (c: Context, ids: readonly string[]): void =>
  c.set(targetKey, ids.join(' '))
export const auditTargetOf = (c: Context): string | undefined => c.get(targetKey)
