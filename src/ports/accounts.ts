// The port of accounts: who may log in, browsers that are logged in, tokens, failed attempts, the audit log. Part of the store.
// It keeps hashes, never a password or the secret of a session or token.
import type { Account, ApiToken, AuditEntry, LoginFailures, Session } from '../model/account.ts'

export type AccountChanges = Partial<Pick<Account, 'role' | 'lockedAt' | 'lastLoginAt'>> & {
  passwordHash?: string
}

export type AuditQuery = {
  limit: number
  /** Only entries before this key. */
  before?: string | undefined
  who?: string | undefined
  action?: string | undefined
  target?: string | undefined
}

export type AccountStore = {
  /** False where there is one of this key already. */
  addAccount(account: Account, passwordHash: string): Promise<boolean>
  /** By key. */
  accounts(): Promise<Account[]>
  account(key: string): Promise<{ account: Account; passwordHash: string } | null>
  /** Null where there is none of this key. */
  changeAccount(key: string, changes: AccountChanges): Promise<Account | null>
  /** Removes an account with its sessions and tokens. Null where there is none of this key. */
  removeAccount(key: string): Promise<Account | null>

  addSession(session: Session): Promise<void>
  session(hash: string): Promise<{ session: Session; account: Account } | null>
  touchSession(hash: string, seenAt: string): Promise<void>
  endSession(hash: string): Promise<void>
  /** Ends all sessions of an account; gives how many there were. */
  endSessionsOf(accountKey: string): Promise<number>

  addToken(token: ApiToken, hash: string): Promise<void>
  /** Of an account, in the order they were made. */
  tokensOf(accountKey: string): Promise<ApiToken[]>
  token(hash: string): Promise<{ token: ApiToken; account: Account } | null>
  touchToken(id: string, usedAt: string): Promise<void>
  /** Null where the account has none of this id. */
  removeToken(accountKey: string, id: string): Promise<ApiToken | null>

  /**
   * Gives `change` the failures of these keys and keeps what it makes of them, in one transaction that nobody else's attempt on
   * the same keys can come between. Rows that come back with a count of 0 are removed.
   */
  changeFailures(
    keys: readonly string[],
    change: (before: readonly LoginFailures[]) => readonly LoginFailures[],
  ): Promise<void>
  /** Removes sessions begun or last used before these instants, and failures older than one. */
  dropOld(before: { createdAt: string; seenAt: string; failedAt: string }): Promise<void>

  /** Entries can be added and read; nothing changes or removes them. */
  addAudit(entry: AuditEntry): Promise<void>
  /** The latest first. */
  audit(query: AuditQuery): Promise<AuditEntry[]>
}
