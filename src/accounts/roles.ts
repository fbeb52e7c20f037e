// Who may do what: one table for pages, API and tokens. Whatever a route does is one of these actions.
import { type Role, roles, type Scope } from '../model/account.ts'

const everybody: readonly Role[] = roles
const archivists: readonly Role[] = ['archivist', 'operator']
const operators: readonly Role[] = ['operator']

type Rule = {
  roles: readonly Role[]
  /** The scope a token needs; null: no token may do it. */
  scope: Scope | null
  /** Which requests the audit log has: those that change something, all, or those that its use-cases tell it. */
  audited: 'changes' | 'always' | 'itself'
}

export const rules = {
  read: { roles: everybody, scope: 'read', audited: 'changes' },
  export: { roles: everybody, scope: 'read', audited: 'always' },
  /** Own password, own tokens, logging out. */
  own: { roles: everybody, scope: null, audited: 'itself' },
  upload: { roles: archivists, scope: 'write', audited: 'changes' },
  retry: { roles: archivists, scope: 'write', audited: 'changes' },
  reprocess: { roles: archivists, scope: 'write', audited: 'changes' },
  correct: { roles: archivists, scope: 'write', audited: 'changes' },
  /** Searches that are kept for all, and whom their webhooks tell. */
  save: { roles: archivists, scope: 'write', audited: 'changes' },
  forget: { roles: archivists, scope: 'write', audited: 'changes' },
  sources: { roles: operators, scope: 'operate', audited: 'changes' },
  metrics: { roles: operators, scope: 'operate', audited: 'changes' },
  queues: { roles: operators, scope: 'operate', audited: 'changes' },
  audit: { roles: operators, scope: 'operate', audited: 'changes' },
  accounts: { roles: operators, scope: null, audited: 'itself' },
} as const satisfies Record<string, Rule>

export type Action = keyof typeof rules
export const actions = Object.keys(rules) as Action[]

/** Whether somebody of this role may do it; `granted` are the scopes of the token he comes with, null where he logged in. */
export function may(role: Role, action: Action, granted: readonly Scope[] | null): boolean {
  const rule: Rule = rules[action]
  if (!rule.roles.includes(role)) return false
  return granted === null || (rule.scope !== null && granted.includes(rule.scope))
}

/** The scopes that are of any use to a role. */
export function scopesOf(role: Role): Scope[] {
  const useful = actions.filter((action) => may(role, action, null))
  return [...new Set(useful.flatMap((action) => rules[action].scope ?? []))]
}
