// The names and options of `vanthu source …`; each command is loaded when it is called.
import { type Command, Option } from 'commander'

const json = () => new Option('--json', 'print JSON, for programs')
const collect = (value: string, before: string[] = []): string[] => [...before, value]

/** Adds the commands. `end` is told the exit status of the one that was called. */
export function addSourceCommands(program: Command, end: (status: number) => void): void {
  const source = program.command('source').description('the sites that are crawled')
  const load = () => import('./source.ts')
  const withId = (name: string, description: string) =>
    source
      .command(name)
      .description(description)
      .argument('<id>', 'its id, as "vanthu source list" names it')
      .addOption(json())

  withSettings(source.command('add'))
    .description('look at a site, show what it would take, and crawl it from now on')
    .argument('<url>', 'its address')
    .option('--yes', 'do not ask')
    .option('--run', 'crawl it at once, until that is over')
    .addOption(json())
    .addHelpText(
      'after',
      `
Set VANTHU_CRAWL_CONTACT to a web or e-mail address first: the site's keeper is told it.

Examples:
  $ vanthu source add https://sgddt.example.gov.vn --province dien-bien
  $ vanthu source add sgddt.example.gov.vn --include "/tin-tuc/*" --every "30 2 * * *"`,
    )
    .action(async (url, options) => end(await (await load()).addSource(url, options)))
  source
    .command('list')
    .description('print all, with their last and next runs')
    .addOption(json())
    .action(async (options) => end(await (await load()).listSources(options)))
  withId('show', 'print how one gets on, and what could not be fetched').action(
    async (id, options) => end(await (await load()).showSource(id, options)),
  )
  withSettings(withId('edit', 'change its settings; "none" takes one back')).action(
    async (id, options) => end(await (await load()).editSource(id, options)),
  )
  withId('pause', 'crawl it no more until it is resumed').action(async (id, options) =>
    end(await (await load()).pauseSource(id, true, options)),
  )
  withId('resume', 'crawl it again').action(async (id, options) =>
    end(await (await load()).pauseSource(id, false, options)),
  )
  withId('run', 'crawl it now').action(async (id, options) =>
    end(await (await load()).runSource(id, options)),
  )
  withId('remove', 'crawl it no more; its documents stay')
    .option('--yes', 'do not ask')
    .action(async (id, options) => end(await (await load()).removeSource(id, options)))
  source
    .command('export')
    .description('print all as a table: tabs between cells, one source a row')
    .addOption(json())
    .action(async (options) =>
      end(await (await import('./source-table.ts')).exportSources(options)),
    )
  source
    .command('import')
    .description('add the sources of such a table, and change those that are there')
    .argument('<file>', 'the table; the columns may stand in any order, "url" must be there')
    .addOption(json())
    .action(async (file, options) =>
      end(await (await import('./source-table.ts')).importSources(file, options)),
    )
}

function withSettings(command: Command): Command {
  return command
    .option('--name <name>', 'what people call it')
    .option('--every <pattern>', 'when: minute, hour, day, month, weekday ("0 */6 * * *")')
    .option('--province <id>', 'the province it belongs to')
    .option('--depth <number>', 'most links from the first page')
    .option(
      '--include <pattern>',
      'only addresses like this: "/tin-tuc/*"; may be repeated',
      collect,
    )
    .option('--exclude <pattern>', 'no addresses like this; may be repeated', collect)
    .option('--max-pages <number>', 'most fetches in a run (1000)')
    .option('--delay <seconds>', 'least pause between two requests (2)')
    .option('--allow-host <host>', 'a host that may be at an address that is not public', collect)
    .option('--ca <file>', 'a certificate (PEM) to trust for this site only')
}
