// Tokens of programs: made, told once, listed, used, revoked.
import { randomBytes } from 'node:crypto'
import { AccountFault } from '../../accounts/fault.ts'
import { scopesOf } from '../../accounts/roles.ts'
import { hashOf, isToken, newToken, startOf } from '../../accounts/secret.ts'
import { type Account, type ApiToken, type Scope, scopes } from '../../model/account.ts'
import { type AccountsContext, accountOf, type By, note } from './context.ts'
import { touchMs } from './log-in.ts'

const dayMs = 24 * 3_600_000
const mostTokens = 50
const mostDays = 3_650

export type NewToken = {
  label: string
  scopes: readonly string[]
  /** Days it is good for; null: until it is revoked. */
  days: number | null
}

/** Makes a token of an account. Its secret is given here and never again. @throws AccountFault */
export async function addToken(
  context: AccountsContext,
  by: By,
  name: string,
  { label, scopes: asked, days }: NewToken,
): Promise<{ token: ApiToken; secret: string }> {
  const { store, now } = context
  const account = await accountOf(context, name)
  const said = label.normalize('NFC').trim()
  if (said.length === 0 || said.length > 60 || /\p{Cc}/u.test(said))
    throw new AccountFault('bad-label', 'Say in 1 to 60 characters what the token is for.')
  if (days !== null && !(Number.isInteger(days) && days >= 1 && days <= mostDays))
    throw new AccountFault('bad-days', `A token is good for 1 to ${mostDays} days.`)
  if ((await store.tokensOf(account.key)).length >= mostTokens)
    throw new AccountFault(
      'many-tokens',
      `An account has at most ${mostTokens} tokens: revoke one first.`,
    )
  const secret = newToken()
  const token: ApiToken = {
    id: randomBytes(6).toString('hex'),
    accountKey: account.key,
    label: said,
    start: startOf(secret),
    scopes: grantable(account, asked),
    createdAt: new Date(now()).toISOString(),
    expiresAt: days === null ? null : new Date(now() + days * dayMs).toISOString(),
    usedAt: null,
  }
  await store.addToken(token, hashOf(secret))
  await note(context, by, {
    action: 'token-add',
    target: account.name,
    detail: `${token.start}… ${token.scopes.join(',')} ${said}`,
  })
  return { token, secret }
}

/** Revokes a token of an account. @throws AccountFault where it has none of this id */
export async function revokeToken(
  context: AccountsContext,
  by: By,
  name: string,
  id: string,
): Promise<ApiToken> {
  const account = await accountOf(context, name)
  const token = await context.store.removeToken(account.key, id)
  if (!token)
    throw new AccountFault(
      'no-token',
      `The account "${account.name}" has no token ${id.slice(0, 40)}.`,
    )
  await note(context, by, {
    action: 'token-revoke',
    target: account.name,
    detail: `${token.start}… ${token.label}`,
  })
  return token
}

/** Account and scopes of a token's secret; null where it is none, is over, or its account is locked. */
export async function accountOfToken(
  { store, now }: AccountsContext,
  secret: string,
): Promise<{ account: Account; scopes: Scope[] } | null> {
  if (!isToken(secret)) return null
  const found = await store.token(hashOf(secret))
  if (!found || found.account.lockedAt !== null) return null
  const { token, account } = found
  if (token.expiresAt !== null && Date.parse(token.expiresAt) <= now()) return null
  if (token.usedAt === null || now() - Date.parse(token.usedAt) > touchMs)
    await store.touchToken(token.id, new Date(now()).toISOString())
  return { account, scopes: token.scopes }
}

/** The scopes asked for, in order. @throws AccountFault where there is none, or one is of no use to the account */
function grantable({ name, role }: Account, asked: readonly string[]): Scope[] {
  const possible = scopesOf(role)
  const stranger = asked.find((one) => !possible.some((scope) => scope === one))
  if (stranger !== undefined || asked.length === 0)
    throw new AccountFault(
      'bad-scopes',
      `A token of "${name}", who is ${role}, can have the scopes ${possible.join(', ')}.`,
    )
  return scopes.filter((scope) => asked.includes(scope))
}
