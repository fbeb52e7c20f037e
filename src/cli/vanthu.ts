#!/usr/bin/env node
// The command line: names the commands and their options; each command is loaded when it is called.
import { readFileSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { Command, CommanderError, Option } from 'commander'
import { messageOf, reactTo } from '../errors.ts'
import { escapeControls } from '../log.ts'
import { addAccountCommands } from './account-commands.ts'
import { closeAll, endOnClosedPipe, endOnSignals, isEnding } from './closing.ts'
import { addExportCommand } from './export-command.ts'
import { addSavedCommands } from './saved-commands.ts'
import { addSourceCommands } from './source-commands.ts'
import { addUpkeepCommands } from './upkeep-commands.ts'

// Commands are loaded after this line: their stripped types are kept in the temporary folder for the next start.
enableCompileCache()
let status = 0
/** An option that may be given several times. */
const several = (value: string, before: string[] = []): string[] => [...before, value]
const about: { version: string } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
)
/** Signals end `serve` and `demo` as they should end; anything else is interrupted by them. */
let endsBySignal = false

const program = new Command('vanthu')
  .description(
    'Reads Vietnamese reports and official documents into structured, searchable records.',
  )
  .version(about.version, '-V, --version', 'print the version')
  .helpOption('-h, --help', 'print this help')
  .showSuggestionAfterError()
  .showHelpAfterError('Run "vanthu --help" to see what there is.')
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(escapeLines(text)) })
  .addHelpText(
    'after',
    `
Examples:
  $ vanthu demo                          see it work on the samples
  $ vanthu extract bao-cao.pdf           what is in this file?
  $ vanthu ingest ~/Documents/van-ban    take a folder into the archive
  $ vanthu search "thi đua" --province dien-bien --year 2023
  $ vanthu serve                         the archive as a page on http://127.0.0.1:4280

Settings come from VANTHU_… variables or vanthu.config.json; "vanthu check" prints them.
Exit status: 0 done, 1 a fault of vanthu, 2 asked wrongly, 3 a document cannot be read, 4 try again later.`,
  )

const json = () => new Option('--json', 'print JSON, for programs')

command('serve', 'serve the page and the API, read the inbox, until Ctrl+C')
  .option('--host <host>', 'address to listen on (VANTHU_HOST, 127.0.0.1)')
  .option('--port <port>', 'port to listen on (VANTHU_PORT, 4280)')
  .addOption(json())
  .action(async (options) => {
    endsBySignal = true
    status = await (await import('./serve.ts')).serve(options)
  })

command('ingest', 'take files and folders into the archive and read them')
  .argument('<path...>', 'files, or folders with all that is below them')
  .addOption(json())
  .addHelpText('after', '\nExample:\n  $ vanthu ingest bao-cao.pdf ~/van-ban --json')
  .action(async (paths, options) => {
    status = await (await import('./ingest.ts')).ingest(paths, options)
  })

command('extract', 'print the record of each file, without any archive')
  .argument('<file...>', 'files; "-" reads one document from stdin')
  .addOption(
    new Option(
      '--format <format>',
      'how to print (default: table on a terminal, else ndjson)',
    ).choices(['json', 'ndjson', 'table']),
  )
  .addOption(json())
  .addHelpText(
    'after',
    '\nExamples:\n  $ vanthu extract bao-cao.pdf\n  $ vanthu extract van-ban/*.docx > records.ndjson\n  $ cat trang.html | vanthu extract --json -',
  )
  .action(async (files, options) => {
    status = await (await import('./extract.ts')).extract(files, options)
  })

command('explain', 'print why the record of a file says what it says, and why not something else')
  .argument('<file>', 'one file')
  .addOption(
    new Option(
      '--at <offset>',
      'only this offset of the text, and what was dropped there',
    ).conflicts('find'),
  )
  .option('--find <words>', 'the same for the first place of these words')
  .addOption(
    new Option('--type <type>', 'only items of this type').choices([
      'facts',
      'officials',
      'provinces',
      'dates',
      'percentages',
      'ratios',
      'directives',
      'citations',
    ]),
  )
  .addOption(json())
  .addHelpText(
    'after',
    '\nExamples:\n  $ vanthu explain bao-cao.pdf --type officials\n  $ vanthu explain bao-cao.pdf --find "20/30 trường"',
  )
  .action(async (file, options) => {
    status = await (await import('./explain.ts')).explain(file, options)
  })

command('search', 'find documents in the archive')
  .argument(
    '[query...]',
    'words, with or without tone marks; "…" for words in a row, -word for none of it, title: official: org: province: year: type: number: issuer:',
  )
  .option(
    '--province <province>',
    "name or id, old or today's: hoa-binh; may be given again for several",
    several,
  )
  .option('--official <name>', 'name of an official, whole or in part', several)
  .option('--org <name>', 'name of an organisation, whole or in part', several)
  .option('--issuer <name>', 'name of whoever issued it, whole or in part', several)
  .option('--year <year>', 'year of publication or issue', several)
  .option('--type <type>', 'document type: article, resolution, decision …', several)
  .option('--limit <number>', 'most documents to print, 1 to 100', '20')
  .option('--cursor <cursor>', 'continue after the page that gave this')
  .option('--all-copies', 'list copies and versions of one document each by itself')
  .addOption(json())
  .addHelpText(
    'after',
    '\nExamples:\n  $ vanthu search hoi nghi giao ban\n  $ vanthu search \'"thi đua"\' --province phu-tho --year 2022\n  $ vanthu search \'tiêu-đề:"học phí" -"mầm non" năm:2021-2023\' --province son-la --province dien-bien',
  )
  .action(async (query, options) => {
    status = await (await import('./search.ts')).search(query, options)
  })

command('show', 'print one document of the archive')
  .argument('<id>', 'its id, or the first digits of it')
  .addOption(json())
  .action(async (id, options) => {
    status = await (await import('./show.ts')).show(id, options)
  })

command(
  'status',
  'print how many documents are in which state, how fast they are read, which failed',
)
  .option(
    '--state <state>',
    'list the documents in this state: pending, extracted, partial or failed',
  )
  .option('--code <code>', 'with --state failed: only those with this code')
  .option('--limit <number>', 'most documents to list, 1 to 500', '50')
  .option('--cursor <cursor>', 'continue after the page that gave this')
  .addOption(json())
  .action(async (options) => {
    status = await (await import('./status.ts')).status(options)
  })

command('retry', 'try documents again that could not be read')
  .argument('[id...]', 'their ids, or the first digits of them')
  .option('--failed', 'all that failed')
  .option('--code <code>', 'with --failed: only those with this code, such as corrupt')
  .addOption(json())
  .addHelpText(
    'after',
    '\nExamples:\n  $ vanthu retry 3f2a91c0\n  $ vanthu retry --failed --code needs-ocr',
  )
  .action(async (ids, options) => {
    status = await (await import('./retry.ts')).retry(ids, options)
  })

command('reprocess', 'read documents again that were read before')
  .argument('[id...]', 'their ids, or the first digits of them')
  .option('--stale', 'those read by another version of parser, extractor or dictionaries')
  .option('--all', 'all that were read')
  .addOption(json())
  .addHelpText(
    'after',
    '\nWhat was read before is found until the new reading replaces it; corrections are kept.\n\nExample:\n  $ vanthu reprocess --stale',
  )
  .action(async (ids, options) => {
    status = await (await import('./reprocess.ts')).reprocess(ids, options)
  })

command('forget', 'remove a document with its original for good; only its name is remembered')
  .argument('<id>', 'its id, or the first digits of it')
  .option('--with-members', 'what came only in it as well')
  .option('--yes', 'do not ask')
  .addOption(json())
  .action(async (id, options) => {
    status = await (await import('./forget.ts')).forget(id, options)
  })

addSourceCommands(program, (code) => {
  status = code
})
addAccountCommands(program, (code) => {
  status = code
})
addSavedCommands(program, (code) => {
  status = code
})
addExportCommand(program, (code) => {
  status = code
})

command('corrections', 'what people corrected in the records of the archive')
  .command('export')
  .description('print it as rows for the dictionaries, to look over, and the rest as a list')
  .option('--to <folder>', 'write a file for each dictionary into this folder instead')
  .addOption(json())
  .addHelpText('after', '\nExample:\n  $ vanthu corrections export --to de-xuat')
  .action(async (options) => {
    status = await (await import('./corrections.ts')).exportCorrections(options)
  })

addUpkeepCommands(program, about.version, (code) => {
  status = code
})

command('schema', 'print the JSON Schema of the record')
  .addOption(json())
  .action(async () => {
    status = await (await import('./schema.ts')).schema()
  })

command('check', 'print the settings, and check dictionaries and folders')
  .addOption(json())
  .action(async (options) => {
    status = await (await import('./check.ts')).check(options)
  })

command('demo', 'read the samples into a throwaway archive and show it')
  .option('--once', 'end after reading; do not serve the page')
  .addOption(json())
  .action(async (options) => {
    endsBySignal = !options.once
    status = await (await import('./demo.ts')).demo(options)
  })

function command(name: string, description: string): Command {
  // The settings of the program are not handed down by `addCommand`; `command` copies them.
  return program.command(name).description(description)
}

/** Control characters out of a message that may quote what was typed; line breaks stay. */
function escapeLines(text: string): string {
  return text.split('\n').map(escapeControls).join('\n')
}

function tell(error: unknown): number {
  if (error instanceof CommanderError) {
    // Commander has printed its sentence. Help and version end well; all else was asked wrongly.
    const asked = ['commander.helpDisplayed', 'commander.version', 'commander.help']
    return error.exitCode === 0 && asked.includes(error.code) ? 0 : 2
  }
  const { exitStatus } = reactTo(error)
  process.stderr.write(`vanthu: ${escapeLines(messageOf(error))}\n`)
  if (exitStatus === 1) {
    const stack = error instanceof Error ? error.stack : undefined
    process.stderr.write(`This is a fault of vanthu.\n${escapeLines(stack ?? '')}\n`)
  }
  return exitStatus
}

endOnClosedPipe()
endOnSignals((signal) => (endsBySignal ? 0 : signal === 'SIGINT' ? 130 : 143))
try {
  await program.parseAsync()
} catch (error) {
  // What fails while everything is closed under it is no news; `closing.ts` gives the status then.
  if (!isEnding()) status = tell(error)
}
try {
  await closeAll()
} catch (error) {
  status ||= tell(error)
}
process.exitCode = status
