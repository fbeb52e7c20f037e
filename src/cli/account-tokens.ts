// `vanthu account token …`: tokens, by which programs come in.
import type { ApiToken } from '../model/account.ts'
import { onCommandLine, withAccounts } from './account.ts'
import { oneLine, say } from './output.ts'
import { table } from './table.ts'

type Json = { json?: boolean }

/** Prints the token alone, so that it can be kept by `… > file`. */
export async function addToken(
  name: string,
  options: Json & { label: string; scope: string[]; days?: string },
): Promise<number> {
  const { label, scope: scopes } = options
  const days = options.days === undefined ? null : Number(options.days)
  const status = await withAccounts(
    (accounts) => accounts.addToken(onCommandLine(), name, { label, scopes, days }),
    options,
    ({ secret }) => secret,
  )
  if (!options.json) say('Keep it now: it is not printed again.')
  return status
}

export async function listTokens(name: string, options: Json): Promise<number> {
  return withAccounts(
    (accounts) => accounts.tokens(name),
    options,
    (tokens) =>
      tokens.length > 0
        ? table(
            ['ID', 'BEGINS', 'LABEL', 'SCOPES', 'ENDS', 'LAST USED'].map((heading) => ({
              heading,
            })),
            tokens.map(cellsOf),
          )
        : `${oneLine(name)} has no token.`,
  )
}

export async function revokeToken(name: string, id: string, options: Json): Promise<number> {
  return withAccounts(
    (accounts) => accounts.revokeToken(onCommandLine(), name, id),
    options,
    (token) => `${token.start}… (${oneLine(token.label)}) is revoked.`,
  )
}

const cellsOf = ({ id, start, label, scopes, expiresAt, usedAt }: ApiToken): string[] => [
  ...[id, start, label, scopes.join(','), expiresAt ?? 'never', usedAt ?? 'never'],
]
