// Accounts as every database keeps them: each method is a script, run as one transaction.
import {
  type Account,
  type ApiToken,
  type AuditEntry,
  accountSchema,
  apiTokenSchema,
  auditEntrySchema,
} from '../../model/account.ts'
import type { AccountChanges, AccountStore } from '../../ports/accounts.ts'
import type { RunScript, Script } from '../script.ts'
import { valid } from '../valid.ts'
import { accountOf, apiTokenOf, auditEntryOf } from './row.ts'
import { createSessions, readAccount } from './sessions.ts'

/** The methods of a store that are about accounts. */
export function createAccountStore(run: RunScript): AccountStore {
  return {
    ...createSessions(run),

    addAccount: (given, passwordHash) =>
      run(function* (): Script<boolean> {
        const account = valid(accountSchema, given, `account ${given.key}`)
        const added = yield [
          `INSERT INTO account (key, name, role, password_hash, created_at, locked_at, last_login_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING key`,
          [
            account.key,
            account.name,
            account.role,
            passwordHash,
            account.createdAt,
            account.lockedAt,
            account.lastLoginAt,
          ],
        ]
        return added.length > 0
      }),

    accounts: () =>
      run(function* (): Script<Account[]> {
        return (yield ['SELECT * FROM account ORDER BY key', []]).map(accountOf)
      }),

    account: (key) =>
      run(function* () {
        const [row] = yield ['SELECT * FROM account WHERE key = $1', [key]]
        return row ? { account: accountOf(row), passwordHash: String(row.password_hash) } : null
      }),

    changeAccount: (key, changes) =>
      run(function* (): Script<Account | null> {
        const columns = columnsOf(changes)
        const sets = Object.keys(columns).map((name, i) => `${name} = $${i + 2}`)
        const [row] = yield [
          sets.length > 0
            ? `UPDATE account SET ${sets.join(', ')} WHERE key = $1 RETURNING *`
            : 'SELECT * FROM account WHERE key = $1',
          [key, ...Object.values(columns)],
        ]
        return row ? accountOf(row) : null
      }),

    removeAccount: (key) =>
      run(function* (): Script<Account | null> {
        // Sessions and tokens go with it.
        const [row] = yield ['DELETE FROM account WHERE key = $1 RETURNING *', [key]]
        return row ? accountOf(row) : null
      }),

    addToken: (given, hash) =>
      run(function* (): Script<void> {
        const token = valid(apiTokenSchema, given, `token ${given.id}`)
        yield [
          `INSERT INTO api_token (id, hash, account_key, label, start, scopes, created_at, expires_at, used_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [
            token.id,
            hash,
            token.accountKey,
            token.label,
            token.start,
            JSON.stringify(token.scopes),
            token.createdAt,
            token.expiresAt,
            token.usedAt,
          ],
        ]
      }),

    tokensOf: (accountKey) =>
      run(function* (): Script<ApiToken[]> {
        const rows = yield [
          'SELECT * FROM api_token WHERE account_key = $1 ORDER BY created_at, id',
          [accountKey],
        ]
        return rows.map(apiTokenOf)
      }),

    token: (hash) =>
      run(function* () {
        const [row] = yield ['SELECT * FROM api_token WHERE hash = $1', [hash]]
        if (!row) return null
        const account = yield* readAccount(row.account_key)
        return account && { token: apiTokenOf(row), account }
      }),

    touchToken: (id, usedAt) =>
      run(function* (): Script<void> {
        yield ['UPDATE api_token SET used_at = $2 WHERE id = $1', [id, usedAt]]
      }),

    removeToken: (accountKey, id) =>
      run(function* (): Script<ApiToken | null> {
        const [row] = yield [
          'DELETE FROM api_token WHERE id = $2 AND account_key = $1 RETURNING *',
          [accountKey, id],
        ]
        return row ? apiTokenOf(row) : null
      }),

    addAudit: (given) =>
      run(function* (): Script<void> {
        const entry = valid(auditEntrySchema, given, `audit entry ${given.action}`)
        const { key, at, who, way, address, action, target, outcome, detail } = entry
        yield [
          `INSERT INTO audit_entry (key, at, who, way, address, action, target, outcome, detail)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [key, at, who, way, address, action, target, outcome, detail],
        ]
      }),

    audit: ({ limit, before, who, action, target }) =>
      run(function* (): Script<AuditEntry[]> {
        const conditions = Object.entries({ who, action, target }).filter(
          (one): one is [string, string] => one[1] !== undefined,
        )
        const tests = conditions.map(([column], i) => ` AND ${column} = $${i + 3}`).join('')
        const rows = yield [
          // Every key begins with a year: "9999" is after all of them.
          `SELECT * FROM audit_entry WHERE key < $1${tests} ORDER BY key DESC LIMIT $2`,
          [before ?? '9999', limit, ...conditions.map(([, value]) => value)],
        ]
        return rows.map(auditEntryOf)
      }),
  }
}

/** The columns of what may change; only of what is given. */
function columnsOf({ role, lockedAt, lastLoginAt, passwordHash }: AccountChanges) {
  return Object.fromEntries(
    Object.entries({
      role,
      locked_at: lockedAt,
      last_login_at: lastLoginAt,
      password_hash: passwordHash,
    }).filter((one): one is [string, string | null] => one[1] !== undefined),
  )
}
