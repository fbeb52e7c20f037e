// Accounts made, changed, locked and removed by an operator or on the command line.
import { AccountFault } from '../../accounts/fault.ts'
import { accountFailures, addressFailures } from '../../accounts/lockout.ts'
import { accountKey, accountName } from '../../accounts/name.ts'
import { leastPassword, mostPassword, passwordFault } from '../../accounts/password.ts'
import { hashOf } from '../../accounts/secret.ts'
import { type Account, type Role, roles } from '../../model/account.ts'
import { type AccountsContext, accountOf, type By, noAccount, note } from './context.ts'

export type NewAccount = { name: string; role: string; password: string }

/** Makes an account. @throws AccountFault where name, role or password will not do, or the name is taken */
export async function addAccount(
  context: AccountsContext,
  by: By,
  { name: typed, role, password }: NewAccount,
): Promise<Account> {
  const name = accountName(typed)
  if (!name)
    throw new AccountFault(
      'bad-name',
      'The name of an account has 2 to 64 letters, digits, spaces or "._@+-", and begins and ends with a letter or digit.',
    )
  refuseWeak(password, name)
  const account: Account = {
    key: accountKey(name),
    name,
    role: roleOf(role),
    createdAt: new Date(context.now()).toISOString(),
    lockedAt: null,
    lastLoginAt: null,
  }
  if (!(await context.store.addAccount(account, await context.hashing.hash(password))))
    throw new AccountFault('taken', `There is an account "${name}" already.`)
  await note(context, by, { action: 'account-add', target: name, detail: account.role })
  return account
}

/** Gives an account another password, and logs it out everywhere. @throws AccountFault */
export async function setPassword(
  context: AccountsContext,
  by: By,
  name: string,
  password: string,
): Promise<Account> {
  const account = await accountOf(context, name)
  refuseWeak(password, account.name)
  const passwordHash = await context.hashing.hash(password)
  if (!(await context.store.changeAccount(account.key, { passwordHash }))) throw noAccount(name)
  await context.store.endSessionsOf(account.key)
  await note(context, by, { action: 'account-password', target: account.name })
  return account
}

/** Changes what an account may do, from its next request on. @throws AccountFault */
export async function setRole(
  context: AccountsContext,
  by: By,
  name: string,
  role: string,
): Promise<Account> {
  const account = await accountOf(context, name)
  if (roleOf(role) !== 'operator') await refuseLastOperator(context, account)
  const changed = await context.store.changeAccount(account.key, { role: roleOf(role) })
  if (!changed) throw noAccount(name)
  await note(context, by, { action: 'account-role', target: account.name, detail: role })
  return changed
}

/** Locks an account, its sessions and its tokens, or unlocks it and forgets its failed attempts. @throws AccountFault */
export async function setLocked(
  context: AccountsContext,
  by: By,
  name: string,
  isLocked: boolean,
): Promise<Account> {
  const account = await accountOf(context, name)
  if (isLocked) await refuseLastOperator(context, account)
  const lockedAt = isLocked ? new Date(context.now()).toISOString() : null
  const changed = await context.store.changeAccount(account.key, { lockedAt })
  if (!changed) throw noAccount(name)
  if (isLocked) await context.store.endSessionsOf(account.key)
  else
    await context.store.changeFailures([failuresKey(account.key)], (rows) =>
      rows.map((row) => ({ ...row, count: 0 })),
    )
  await note(context, by, {
    action: isLocked ? 'account-lock' : 'account-unlock',
    target: account.name,
  })
  return changed
}

/** Removes an account with its sessions and tokens; the audit log keeps its name. @throws AccountFault */
export async function removeAccount(
  context: AccountsContext,
  by: By,
  name: string,
): Promise<Account> {
  const account = await accountOf(context, name)
  // The very last account may go: then there are none, as at the beginning.
  if ((await context.store.accounts()).length > 1) await refuseLastOperator(context, account)
  const removed = await context.store.removeAccount(account.key)
  if (!removed) throw noAccount(name)
  await note(context, by, { action: 'account-remove', target: account.name })
  return removed
}

/** Whose failed attempts a row counts. Only a hash of what was typed as a name: it may be a password. */
export const failuresKey = (key: string): string => `account ${hashOf(key)}`

/** How many failures cost nothing, by the key of their row. */
export const freeFailures = (key: string): number =>
  key.startsWith('account ') ? accountFailures : addressFailures

/** @throws AccountFault where a password will not do */
export function refuseWeak(password: string, name: string): void {
  const fault = passwordFault(password, name)
  if (!fault) return
  const sentences = {
    short: `The password must have at least ${leastPassword} characters; several words in a row are easy to keep.`,
    long: `The password must have at most ${mostPassword} characters.`,
    name: 'The password is little more than the name of the account or a usual word; choose other words.',
    plain: 'The password repeats a few signs only; choose other words.',
  }
  throw new AccountFault(fault, sentences[fault])
}

function roleOf(role: string): Role {
  const known = roles.find((one) => one === role)
  if (!known)
    throw new AccountFault(
      'bad-role',
      `"${role.slice(0, 40)}" is no role; the roles are ${roles.join(', ')}.`,
    )
  return known
}

async function refuseLastOperator({ store }: AccountsContext, account: Account): Promise<void> {
  if (account.role !== 'operator' || account.lockedAt !== null) return
  const others = (await store.accounts()).filter(
    ({ key, role, lockedAt }) => key !== account.key && role === 'operator' && lockedAt === null,
  )
  if (others.length === 0)
    throw new AccountFault(
      'last-operator',
      `"${account.name}" is the only operator: make another one first, who can look after the accounts.`,
    )
}
