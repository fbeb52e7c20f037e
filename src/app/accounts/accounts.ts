// What the application can do about accounts, as http and cli see it.
import type { Cost } from '../../accounts/password.ts'
import { UserError } from '../../errors.ts'
import type { Account, ApiToken, AuditEntry, Scope } from '../../model/account.ts'
import type { AccountStore, AuditQuery } from '../../ports/accounts.ts'
import { type AccountsContext, accountOf, type By, type Note, note } from './context.ts'
import { createHashing } from './hashing.ts'
import {
  accountOfSession,
  changeOwnPassword,
  type LoginInput,
  type LoginResult,
  logIn,
  logOut,
} from './log-in.ts'
import {
  addAccount,
  type NewAccount,
  removeAccount,
  setLocked,
  setPassword,
  setRole,
} from './manage.ts'
import { accountOfToken, addToken, type NewToken, revokeToken } from './tokens.ts'

export type { By, LoginResult, Note }

export type Accounts = {
  list(): Promise<Account[]>
  /** @throws AccountFault where it cannot be; so do the following, also where there is no such account. */
  add(by: By, account: NewAccount): Promise<Account>
  setPassword(by: By, name: string, password: string): Promise<Account>
  setRole(by: By, name: string, role: string): Promise<Account>
  setLocked(by: By, name: string, isLocked: boolean): Promise<Account>
  remove(by: By, name: string): Promise<Account>
  logIn(input: LoginInput): Promise<LoginResult>
  /** The account of a session's secret; null where it is none or is over. */
  ofSession(secret: string): Promise<Account | null>
  logOut(by: By, secret: string): Promise<void>
  /** Gives the secret of a new session, the only one left; null where the current password is another. */
  changeOwnPassword(
    by: By,
    key: string,
    passwords: { current: string; next: string },
  ): Promise<string | null>
  addToken(by: By, name: string, token: NewToken): Promise<{ token: ApiToken; secret: string }>
  tokens(name: string): Promise<ApiToken[]>
  revokeToken(by: By, name: string, id: string): Promise<ApiToken>
  /** Null where the secret is no token, or is over. */
  ofToken(secret: string): Promise<{ account: Account; scopes: Scope[] } | null>
  /** Writes to the audit log. */
  note(by: By, said: Note): Promise<void>
  /** The audit log, the latest first; `next` is the `before` of the page that follows. */
  audit(query: AuditQuery): Promise<{ entries: AuditEntry[]; next: string | null }>
}

/** `now` gives milliseconds since 1970, `cost` what the hash of a password costs. */
export function createAccounts(
  store: AccountStore,
  { now, cost }: { now(): number; cost: Cost },
): Accounts {
  const context: AccountsContext = { store, now, hashing: createHashing(cost) }
  return {
    list: () => store.accounts(),
    add: (by, account) => addAccount(context, by, account),
    setPassword: (by, name, password) => setPassword(context, by, name, password),
    setRole: (by, name, role) => setRole(context, by, name, role),
    setLocked: (by, name, isLocked) => setLocked(context, by, name, isLocked),
    remove: (by, name) => removeAccount(context, by, name),
    logIn: (input) => logIn(context, input),
    ofSession: (secret) => accountOfSession(context, secret),
    logOut: (by, secret) => logOut(context, by, secret),
    changeOwnPassword: (by, key, passwords) => changeOwnPassword(context, by, key, passwords),
    addToken: (by, name, token) => addToken(context, by, name, token),
    tokens: async (name) => store.tokensOf((await accountOf(context, name)).key),
    revokeToken: (by, name, id) => revokeToken(context, by, name, id),
    ofToken: (secret) => accountOfToken(context, secret),
    note: (by, said) => note(context, by, said),
    async audit(query) {
      const { limit } = query
      if (!Number.isInteger(limit) || limit < 1 || limit > 500)
        throw new UserError('"limit" must be a whole number from 1 to 500.')
      const entries = await store.audit({ ...query, limit: limit + 1 })
      const next = entries.length > limit ? (entries[limit - 1]?.key ?? null) : null
      return { entries: entries.slice(0, limit), next }
    },
  }
}
