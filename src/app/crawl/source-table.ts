// Crawl sources as a table with tabs, for spreadsheets and for other archives: a row of names, then a row a source. Lists are parted
// by spaces, which addresses and patterns have none of; certificates are JSON.
import { UserError } from '../../errors.ts'
import type { CrawlSource } from '../../model/crawl.ts'

const columns = [
  'url',
  'name',
  'every',
  'province',
  'depth',
  'include',
  'exclude',
  'max_pages',
  'delay_seconds',
  'allow_hosts',
  'extra_cas',
] as const
type Column = (typeof columns)[number]

export type SourceRow = {
  /** 1 is the row of names. */
  line: number
  /** For `addSource`, which checks it. */
  input: Record<string, unknown> & { url: string }
}

/** The table of sources. */
export function tableOfSources(sources: readonly CrawlSource[]): string {
  const rowOf = (source: CrawlSource): Record<Column, string> => ({
    url: source.url,
    name: source.name,
    every: source.every,
    province: source.province ?? '',
    depth: source.depth === null ? '' : String(source.depth),
    include: source.include.join(' '),
    exclude: source.exclude.join(' '),
    max_pages: String(source.maxPages),
    delay_seconds: source.delayMs === null ? '' : String(source.delayMs / 1000),
    allow_hosts: source.allowHosts.join(' '),
    extra_cas: Object.keys(source.extraCas).length > 0 ? JSON.stringify(source.extraCas) : '',
  })
  const lines = sources.map((source) => {
    const row = rowOf(source)
    return columns.map((column) => cellOf(row[column])).join('\t')
  })
  return `${[columns.join('\t'), ...lines].join('\n')}\n`
}

/** A cell: without tabs and line breaks, and nothing that a spreadsheet would run as a formula (names come from sites). */
function cellOf(value: string): string {
  const line = value.replace(/[\t\r\n]+/g, ' ')
  return /^[=+\-@]/.test(line) ? `'${line}` : line
}

/** What a cell holds: without what `cellOf` put before it, and without the quotation marks of a spreadsheet. */
function contentOf(cell: string): string {
  const text = cell.trim()
  const isQuoted = text.length > 1 && text.startsWith('"') && text.endsWith('"')
  const plain = isQuoted ? text.slice(1, -1).replaceAll('""', '"') : text
  return plain.replace(/^'(?=[=+\-@])/, '')
}

/** The rows of a table; columns in any order, only "url" must be there. Throws UserError where it is no such table. */
export function readSourceTable(table: string): SourceRow[] {
  const [head = '', ...lines] = table.split(/\r?\n/)
  // Trimming takes the mark of byte order away, too.
  const names = head.split('\t').map((name) => name.trim())
  const unknown = names.filter((name) => !columns.some((column) => column === name))
  if (!names.includes('url') || unknown.length > 0)
    throw new UserError(
      `The first line must name the columns, "url" among them, parted by tabs; the columns are ${columns.join(', ')}.${unknown[0] ? ` "${unknown[0].slice(0, 40)}" is none.` : ''}`,
    )
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return []
    const cells = line.split('\t').map(contentOf)
    const cell = (name: Column) => cells[names.indexOf(name)] ?? ''
    return [{ line: i + 2, input: inputOf(cell) }]
  })
}

function inputOf(cell: (name: Column) => string): SourceRow['input'] {
  const given = {
    name: cell('name'),
    every: cell('every'),
    province: cell('province'),
    depth: numberOf(cell('depth')),
    include: wordsOf(cell('include')),
    exclude: wordsOf(cell('exclude')),
    maxPages: numberOf(cell('max_pages')),
    delaySeconds: numberOf(cell('delay_seconds')),
    allowHosts: wordsOf(cell('allow_hosts')),
    extraCas: jsonOf(cell('extra_cas')),
  }
  const named = Object.entries(given).filter(([, value]) => value !== '')
  return { url: cell('url'), ...Object.fromEntries(named) }
}

const wordsOf = (text: string): string[] | '' => (text === '' ? '' : text.split(/\s+/))

/** What is no number, or no JSON, stays as it is, to be named as a mistake with the others. */
const numberOf = (text: string): number | string =>
  text === '' || Number.isNaN(Number(text)) ? text : Number(text)

function jsonOf(text: string): unknown {
  if (text === '') return ''
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return text
    throw error
  }
}
