// The rows of accounts, sessions, tokens, failures and the audit log, the same for every database.
import {
  type Account,
  type ApiToken,
  type AuditEntry,
  accountSchema,
  apiTokenSchema,
  auditEntrySchema,
  type LoginFailures,
  type Session,
} from '../../model/account.ts'
import type { ScriptRow } from '../script.ts'

const textOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value)

export function accountOf(row: ScriptRow): Account {
  return accountSchema.parse({
    key: row.key,
    name: row.name,
    role: row.role,
    createdAt: row.created_at,
    lockedAt: textOf(row.locked_at),
    lastLoginAt: textOf(row.last_login_at),
  })
}

export const sessionOf = (row: ScriptRow): Session => ({
  hash: String(row.hash),
  accountKey: String(row.account_key),
  createdAt: String(row.created_at),
  seenAt: String(row.seen_at),
})

export function apiTokenOf(row: ScriptRow): ApiToken {
  return apiTokenSchema.parse({
    id: row.id,
    accountKey: row.account_key,
    label: row.label,
    start: row.start,
    scopes: JSON.parse(String(row.scopes)),
    createdAt: row.created_at,
    expiresAt: textOf(row.expires_at),
    usedAt: textOf(row.used_at),
  })
}

export const failuresOf = (row: ScriptRow): LoginFailures => ({
  key: String(row.key),
  count: Number(row.count),
  lastAt: String(row.last_at),
  lockedUntil: textOf(row.locked_until),
})

export const auditEntryOf = (row: ScriptRow): AuditEntry =>
  auditEntrySchema.parse({ ...row, address: textOf(row.address) })
