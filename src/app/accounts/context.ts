// What the use-cases of accounts work with, and how they write to the audit log.
import { randomBytes } from 'node:crypto'
import { AccountFault } from '../../accounts/fault.ts'
import { accountKey } from '../../accounts/name.ts'
import type { Account, AuditEntry } from '../../model/account.ts'
import type { AccountStore } from '../../ports/accounts.ts'
import type { Hashing } from './hashing.ts'

export type AccountsContext = {
  readonly store: AccountStore
  readonly hashing: Hashing
  /** Milliseconds since 1970. */
  now(): number
}

/** Who does something, as the audit log has it. */
export type By = Pick<AuditEntry, 'who' | 'way' | 'address'>

export type Note = {
  action: string
  target?: string | undefined
  outcome?: AuditEntry['outcome']
  detail?: string | undefined
}

const longestNote = 500
let notes = 0

/** Writes to the audit log. */
export async function note({ store, now }: AccountsContext, by: By, said: Note): Promise<void> {
  const at = new Date(now()).toISOString()
  const short = (text: string) => text.toWellFormed().slice(0, longestNote).toWellFormed()
  // Of what one process says in one millisecond, the order stays.
  const count = String(notes++ % 1_000_000).padStart(6, '0')
  await store.addAudit({
    key: `${at}-${count}-${randomBytes(4).toString('hex')}`,
    at,
    who: by.who,
    way: by.way,
    address: by.address,
    action: said.action,
    target: short(said.target ?? ''),
    outcome: said.outcome ?? 'done',
    detail: short(said.detail ?? ''),
  })
}

/** The account of a name. @throws AccountFault where there is none */
export async function accountOf({ store }: AccountsContext, name: string): Promise<Account> {
  const found = await store.account(accountKey(name))
  if (!found) throw noAccount(name)
  return found.account
}

export const noAccount = (name: string): AccountFault =>
  new AccountFault(
    'unknown',
    `There is no account "${name.slice(0, 64)}"; "vanthu account list" names them.`,
  )
