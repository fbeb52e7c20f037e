// The name and options of `vanthu export`; the command is loaded when it is called.
import { type Command, Option } from 'commander'

/** Filters by the name they have in the API; which of them a kind takes is checked when it is asked. */
export const exportFilters: Readonly<Record<string, string>> = {
  q: 'words of the fact or around it; of documents, words of the document',
  province: "name or id, old or today's: hoa-binh",
  year: 'year of the document',
  from: 'first day the document may be of: 2023-01-31',
  to: 'last day the document may be of',
  official: 'name of an official, whole or in part',
  organisation: 'body or title of that official',
  type: 'document type: article, resolution, decision …',
  document: 'only of the document of this id',
  role: 'officials: holder, acting or former',
  deadlineFrom: 'directives: first day the deadline may end on',
  deadlineTo: 'directives: last day the deadline may end on',
  issuer: 'directives, citations, documents: who ordered or issued it',
  assignee: 'directives: who is to do it',
  kind: 'directives, dates: which kind',
  order: 'directives: day, deadline, -deadline; percentages: check, day',
  subject: 'percentages: words of what it is a share of',
  check: 'percentages: disagrees, agrees or none',
  number: 'citations: number of the document that is named, in any spelling',
  relation: 'citations: mentions, based-on, amends, replaces, repeals or implements',
  known: 'citations: whether the archive has that document, yes or no',
  dateFrom: 'dates: first day the date may touch',
  dateTo: 'dates: last day the date may touch',
  provinceThen: "documents: province as it was at the document's time",
  org: 'documents: organisation that people of the document belong to',
  schoolYear: 'documents: school year, such as 2022-2023',
  source: 'documents: crawl source, folder of an inbox, or upload',
  language: 'documents: language, such as vi',
  state: 'documents: extracted or partial',
}

const optionOf = (filter: string) =>
  filter.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** Adds the command. `end` is told its exit status. */
export function addExportCommand(program: Command, end: (status: number) => void): void {
  const command = program
    .command('export')
    .description('write everything that matches as NDJSON, CSV or XLSX')
    .argument('<what>', 'documents, officials, directives, percentages, citations or dates')
    .addOption(
      new Option(
        '--format <format>',
        'how to write it (default: as the file is named, else ndjson)',
      ).choices(['ndjson', 'csv', 'xlsx']),
    )
    .option('-o, --output <file>', 'write into this file instead of to stdout')
    .option('--force', 'replace the file where it is there')
  for (const [filter, description] of Object.entries(exportFilters))
    command.option(`--${optionOf(filter)} <value>`, description)
  command
    .addOption(new Option('--json', 'with -o: print what was written as JSON, for programs'))
    .addHelpText(
      'after',
      `
Examples:
  $ vanthu export directives --province dien-bien --deadline-from 2023-01-01 -o giao-viec.xlsx
  $ vanthu export percentages --subject "trường đạt chuẩn quốc gia" --check disagrees --format csv
  $ vanthu export citations --number 29-NQ/TW | jq .document`,
    )
    .action(async (what, options) =>
      end(await (await import('./export.ts')).exportFacts(what, options)),
    )
}
