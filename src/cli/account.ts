// `vanthu account …`: who may log in.
import { userInfo } from 'node:os'
import type { App } from '../app/app.ts'
import { UserError } from '../errors.ts'
import type { Account, AuditEntry } from '../model/account.ts'
import { isSure, readPassword } from './ask.ts'
import { openApp } from './open-app.ts'
import { oneLine, print, printJson, say } from './output.ts'
import { table } from './table.ts'

type Json = { json?: boolean }

/** Who uses the command line, as the audit log has it. */
export function onCommandLine() {
  return { who: userNameOf(), way: 'cli', address: null } as const
}

/** Runs something with the application, and tells what came of it. */
export async function withAccounts<T>(
  work: (accounts: App['accounts']) => Promise<T>,
  { json }: Json,
  words: (result: T) => string,
): Promise<number> {
  const { app, close } = await openApp()
  const result = await work(app.accounts)
  await close()
  if (json) await printJson(result)
  else await print(words(result))
  return 0
}

export async function addAccount(name: string, options: Json & { role: string }): Promise<number> {
  const password = await readPassword(`Password for ${oneLine(name)}: `)
  return withAccounts(
    (accounts) => accounts.add(onCommandLine(), { name, role: options.role, password }),
    options,
    (account) => `${oneLine(account.name)} is added as ${account.role}.`,
  )
}

export async function listAccounts(options: Json): Promise<number> {
  return withAccounts(
    (accounts) => accounts.list(),
    options,
    (all) =>
      all.length > 0
        ? table(
            ['NAME', 'ROLE', 'STATE', 'LAST LOGIN'].map((heading) => ({ heading, max: 64 })),
            all.map((one) => [one.name, one.role, stateOf(one), one.lastLoginAt ?? 'never']),
          )
        : 'There is no account yet; make one with "vanthu account add NAME --role operator".',
  )
}

export async function setPassword(name: string, options: Json): Promise<number> {
  const password = await readPassword(`New password for ${oneLine(name)}: `)
  return withAccounts(
    (accounts) => accounts.setPassword(onCommandLine(), name, password),
    options,
    (account) => `${oneLine(account.name)} has the new password, and is logged out everywhere.`,
  )
}

export async function setRole(name: string, role: string, options: Json): Promise<number> {
  return withAccounts(
    (accounts) => accounts.setRole(onCommandLine(), name, role),
    options,
    (account) => `${oneLine(account.name)} is ${account.role} from now on.`,
  )
}

export async function setLocked(name: string, isLocked: boolean, options: Json): Promise<number> {
  return withAccounts(
    (accounts) => accounts.setLocked(onCommandLine(), name, isLocked),
    options,
    (account) => `${oneLine(account.name)} is ${isLocked ? 'locked' : 'unlocked'}.`,
  )
}

export async function removeAccount(
  name: string,
  options: Json & { yes?: boolean },
): Promise<number> {
  if (!options.yes && !process.stdin.isTTY)
    throw new UserError('Removing an account cannot be undone: say --yes to do it unasked.')
  if (!options.yes && !(await isSure(`Remove ${oneLine(name)} with its tokens?`))) {
    say('Nothing was removed.')
    return 0
  }
  return withAccounts(
    (accounts) => accounts.remove(onCommandLine(), name),
    options,
    (account) => `${oneLine(account.name)} is removed.`,
  )
}

export async function printAudit(
  options: Json & {
    who?: string
    action?: string
    target?: string
    limit: string
    before?: string
  },
): Promise<number> {
  const { who, action, target, before } = options
  return withAccounts(
    (accounts) => accounts.audit({ who, action, target, before, limit: Number(options.limit) }),
    options,
    ({ entries, next }) => {
      if (entries.length === 0) return 'There is no entry.'
      const more = next === null ? '' : `\n\nOlder: --before ${next}`
      const headings = ['AT', 'WHO', 'WAY', 'FROM', 'ACTION', 'TO', 'OUTCOME', 'DETAIL']
      return `${table(
        headings.map((heading) => ({ heading, max: 64 })),
        entries.map(cellsOf),
      )}${more}`
    },
  )
}

const cellsOf = ({ at, who, way, address, action, target, outcome, detail }: AuditEntry) => [
  ...[at, who, way, address ?? '', action],
  ...[/^[0-9a-f]{64}$/.test(target) ? target.slice(0, 12) : target, outcome, detail],
]

const stateOf = ({ lockedAt }: Account): string =>
  lockedAt ? `locked since ${lockedAt}` : 'in use'

function userNameOf(): string {
  try {
    return userInfo().username
  } catch {
    // A user that no list of the machine names, as in some containers.
    return process.getuid ? `uid ${process.getuid()}` : ''
  }
}
