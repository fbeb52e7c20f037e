// The names and options of `vanthu saved …`; each command is loaded when it is called.
import { type Command, Option } from 'commander'

const json = () => new Option('--json', 'print JSON, for programs')

/** Adds the commands. `end` is told the exit status of the one that was called. */
export function addSavedCommands(program: Command, end: (status: number) => void): void {
  const saved = program
    .command('saved')
    .description('searches that are kept, for feeds and webhooks')
  const load = () => import('./saved.ts')
  saved
    .command('list')
    .description('print all, with what became of their latest messages')
    .addOption(json())
    .action(async (options) => end(await (await load()).listSaved(options)))
  saved
    .command('add')
    .description('keep a search; with a webhook, its secret is printed this once')
    .argument('<name>', 'what people call it')
    .option('--query <query>', 'as in the address of a search: "q=hội nghị&year=2023"', '')
    .option('--webhook <url>', 'where new documents that match are told')
    .addOption(json())
    .addHelpText(
      'after',
      '\nExample:\n  $ vanthu saved add "Chuyển đổi số" --query "q=chuyển đổi số&type=plan" --webhook https://example.vn/hook',
    )
    .action(async (name, options) => end(await (await load()).addSaved(name, options)))
  saved
    .command('remove')
    .description('keep one no longer')
    .argument('<id>', 'its id, as "vanthu saved list" names it')
    .addOption(json())
    .action(async (id, options) => end(await (await load()).removeSaved(id, options)))
}
