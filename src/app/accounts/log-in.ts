// Logging in with a password, being logged in, logging out. Names that are not there take as long and get the same answer.
import { AccountFault } from '../../accounts/fault.ts'
import { forgottenAfterMs, oneLess, oneMore, waitLeft } from '../../accounts/lockout.ts'
import { accountKey } from '../../accounts/name.ts'
import { hashOf, isSession, newSession } from '../../accounts/secret.ts'
import type { Account } from '../../model/account.ts'
import { type AccountsContext, type By, noAccount, note } from './context.ts'
import { failuresKey, freeFailures, refuseWeak } from './manage.ts'

const hourMs = 3_600_000
/** A session that was not used for so long is over. */
export const idleMs = 12 * hourMs
/** No session is longer. */
export const sessionMs = 7 * 24 * hourMs
/** How exactly it is kept when a session or a token was used last. */
export const touchMs = 60_000

export type LoginInput = {
  name: string
  password: string
  /** Where the request came from. */
  address: string
  /** Secret of the session that the browser came with: it ends. */
  oldSession?: string | undefined
}

export type LoginResult =
  | { isIn: true; account: Account; session: string }
  | { isIn: false; waitMs: number }

/** Checks a password and begins a session, always a new one. `waitMs`: how long no attempt is looked at; 0 where it was wrong. */
export async function logIn(context: AccountsContext, input: LoginInput): Promise<LoginResult> {
  const { store, hashing, now } = context
  const key = accountKey(input.name)
  const found = await store.account(key)
  const by: By = { who: found?.account.name ?? '', way: 'nobody', address: input.address }
  const attempt = await tried(context, [failuresKey(key), `address ${input.address}`])
  if (attempt.waitMs > 0) return { isIn: false, waitMs: attempt.waitMs }
  const isRight = await hashing.verify(input.password, found?.passwordHash ?? null)
  if (!isRight || !found || found.account.lockedAt !== null) {
    // What was typed as a name stays out of the log: it may be a password.
    const detail = !found ? 'no such account' : isRight ? 'the account is locked' : 'wrong password'
    await note(context, by, { action: 'login', outcome: 'refused', detail })
    return { isIn: false, waitMs: 0 }
  }
  await attempt.succeeded()
  if (input.oldSession) await store.endSession(hashOf(input.oldSession))
  const lastLoginAt = new Date(now()).toISOString()
  // Passwords are only known here: the time to keep one at today's cost.
  const passwordHash = hashing.isOutdated(found.passwordHash)
    ? { passwordHash: await hashing.hash(input.password) }
    : {}
  const account = await store.changeAccount(key, { lastLoginAt, ...passwordHash })
  if (!account) return { isIn: false, waitMs: 0 }
  const session = await beginSession(context, key)
  await note(context, { ...by, way: 'session' }, { action: 'login' })
  return { isIn: true, account, session }
}

/** The account of a session's secret; null where it is none, is over, or its account is locked. */
export async function accountOfSession(
  { store, now }: AccountsContext,
  secret: string,
): Promise<Account | null> {
  if (!isSession(secret)) return null
  const hash = hashOf(secret)
  const found = await store.session(hash)
  if (!found) return null
  const { createdAt, seenAt } = found.session
  const unusedMs = now() - Date.parse(seenAt)
  if (now() - Date.parse(createdAt) > sessionMs || unusedMs > idleMs) {
    await store.endSession(hash)
    return null
  }
  if (found.account.lockedAt !== null) return null
  if (unusedMs > touchMs) await store.touchSession(hash, new Date(now()).toISOString())
  return found.account
}

export async function logOut(context: AccountsContext, by: By, secret: string): Promise<void> {
  await context.store.endSession(hashOf(secret))
  await note(context, by, { action: 'logout' })
}

/**
 * Changes the password of somebody who knows it, ends all sessions of the account, and begins one for the browser that asked.
 * Gives its secret; null where the password is not the current one. @throws AccountFault
 */
export async function changeOwnPassword(
  context: AccountsContext,
  by: By,
  key: string,
  { current, next }: { current: string; next: string },
): Promise<string | null> {
  const { store, hashing } = context
  const found = await store.account(key)
  if (!found) throw noAccount(by.who)
  refuseWeak(next, found.account.name)
  const attempt = await tried(context, [failuresKey(key)])
  if (attempt.waitMs > 0)
    throw new AccountFault('waiting', 'Too many wrong passwords: try again in some minutes.')
  const said = { action: 'account-password', target: found.account.name }
  if (!(await hashing.verify(current, found.passwordHash))) {
    await note(context, by, { ...said, outcome: 'refused', detail: 'wrong password' })
    return null
  }
  await attempt.succeeded()
  await store.changeAccount(key, { passwordHash: await hashing.hash(next) })
  await store.endSessionsOf(key)
  await note(context, by, said)
  return beginSession(context, key)
}

async function beginSession({ store, now }: AccountsContext, accountKey: string): Promise<string> {
  const at = now()
  const instant = (ms: number) => new Date(ms).toISOString()
  await store.dropOld({
    createdAt: instant(at - sessionMs),
    seenAt: instant(at - idleMs),
    failedAt: instant(at - forgottenAfterMs),
  })
  const secret = newSession()
  const createdAt = instant(at)
  await store.addSession({ hash: hashOf(secret), accountKey, createdAt, seenAt: createdAt })
  return secret
}

/** Counts an attempt as failed until it has `succeeded`. Where `waitMs` is above 0 it is not to be looked at, nor counted. */
async function tried({ store, now }: AccountsContext, keys: readonly string[]) {
  const at = now()
  let waitMs = 0
  await store.changeFailures(keys, (rows) => {
    waitMs = Math.max(...rows.map((row) => waitLeft(row, at)))
    return waitMs > 0 ? rows : rows.map((row) => oneMore(row, at, freeFailures(row.key)))
  })
  const succeeded = () =>
    store.changeFailures(keys, (rows) =>
      rows.map((row) =>
        row.key.startsWith('account ') ? { ...row, count: 0 } : oneLess(row, freeFailures(row.key)),
      ),
    )
  return { waitMs, succeeded }
}
