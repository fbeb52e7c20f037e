// The names and options of `vanthu account …`; each command is loaded when it is called.
import { type Command, Option } from 'commander'
import { roles, scopes } from '../model/account.ts'

const json = () => new Option('--json', 'print JSON, for programs')
const collect = (value: string, before: string[] = []): string[] => [...before, value]
const name = '<name>'
const nameHint = 'of the account; in quotes where it has spaces'

/** Adds the commands. `end` is told the exit status of the one that was called. */
export function addAccountCommands(program: Command, end: (status: number) => void): void {
  const account = program.command('account').description('who may log in, and what they may do')
  const load = () => import('./account.ts')
  const withName = (command: string, description: string) =>
    account.command(command).description(description).argument(name, nameHint).addOption(json())
  const role = () =>
    new Option('--role <role>', 'reader, archivist (also corrects), operator (everything)').choices(
      roles,
    )

  withName('add', 'make an account; its password is asked for, or read from stdin')
    .addOption(role().makeOptionMandatory())
    .addHelpText(
      'after',
      '\nExamples:\n  $ vanthu account add lan --role operator\n  $ vanthu account add "Hòa Bình" --role reader < password.txt',
    )
    .action(async (given, options) => end(await (await load()).addAccount(given, options)))
  account
    .command('list')
    .description('print all, with their roles')
    .addOption(json())
    .action(async (options) => end(await (await load()).listAccounts(options)))
  withName('password', 'give one another password, and log it out everywhere').action(
    async (given, options) => end(await (await load()).setPassword(given, options)),
  )
  withName('role', 'change what one may do')
    .argument('<role>', roles.join(', '))
    .action(async (given, to, options) => end(await (await load()).setRole(given, to, options)))
  withName('lock', 'let one in no more, nor its tokens').action(async (given, options) =>
    end(await (await load()).setLocked(given, true, options)),
  )
  withName('unlock', 'let one in again, and forget its wrong passwords').action(
    async (given, options) => end(await (await load()).setLocked(given, false, options)),
  )
  withName('remove', 'remove one with its tokens; the audit log keeps its name')
    .option('--yes', 'do not ask')
    .action(async (given, options) => end(await (await load()).removeAccount(given, options)))
  account
    .command('audit')
    .description('print who did what, the latest first')
    .option('--who <name>', 'only what this account did')
    .option('--action <action>', 'only this: login, upload, forget, account-add …')
    .option('--target <id>', 'only what was done to this document, source or account')
    .option('--limit <number>', 'most entries to print, 1 to 500', '50')
    .option('--before <key>', 'continue after the page that gave this')
    .addOption(json())
    .action(async (options) => end(await (await load()).printAudit(options)))

  const token = account.command('token').description('tokens, by which programs come in')
  const tokens = () => import('./account-tokens.ts')
  token
    .command('add')
    .description('make a token of an account; it is printed once')
    .argument(name, nameHint)
    .requiredOption('--label <words>', 'what it is for')
    .requiredOption('--scope <scope>', `${scopes.join(', ')}; may be repeated`, collect)
    .option('--days <number>', 'how long it is good for; without end where not given')
    .addOption(json())
    .addHelpText(
      'after',
      '\nExample:\n  $ vanthu account token add lan --label Prometheus --scope operate --days 365',
    )
    .action(async (given, options) => end(await (await tokens()).addToken(given, options)))
  token
    .command('list')
    .description('print the tokens of an account; never the secrets')
    .argument(name, nameHint)
    .addOption(json())
    .action(async (given, options) => end(await (await tokens()).listTokens(given, options)))
  token
    .command('revoke')
    .description('take a token back')
    .argument(name, nameHint)
    .argument('<id>', 'of the token, as "token list" names it')
    .addOption(json())
    .action(async (given, id, options) =>
      end(await (await tokens()).revokeToken(given, id, options)),
    )
}
