// Crawl sources as a table with tabs, for spreadsheets and for other archives: a row of names, then a row a source. Lists are parted
// by spaces, which addresses and patterns have none of; certificates are JSON.
import { UserError } from '../../errors.ts'
import type { CrawlSource } from '../../model/crawl.ts'
import { plainCell, safeCell } from '../export/cells.ts'

/** The columns, with the part of a source's input that each holds. */
const fields = {
  url: 'url',
  name: 'name',
  every: 'every',
  province: 'province',
  depth: 'depth',
  include: 'include',
  exclude: 'exclude',
  max_pages: 'maxPages',
  delay_seconds: 'delaySeconds',
  allow_hosts: 'allowHosts',
  extra_cas: 'extraCas',
} as const
type Column = keyof typeof fields
const columns = Object.keys(fields) as Column[]

export type SourceRow = {
  /** 1 is the row of names. */
  line: number
  /** Where the cell of each part of the input stands; 1 is the first column. */
  columns: Readonly<Record<string, number>>
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
  return safeCell(value.replace(/[\t\r\n]+/g, ' '))
}

/** What a cell holds: without what `cellOf` put before it, and without the quotation marks of a spreadsheet. */
function contentOf(cell: string): string {
  const text = cell.trim()
  const isQuoted = text.length > 1 && text.startsWith('"') && text.endsWith('"')
  const plain = isQuoted ? text.slice(1, -1).replaceAll('""', '"') : text
  return plainCell(plain)
}

/** The rows of a table; columns in any order, only "url" must be there. Throws UserError where it is no such table. */
export function readSourceTable(table: string): SourceRow[] {
  const [head = '', ...lines] = table.split(/\r?\n/)
  // Trimming takes the mark of byte order away, too.
  const names = head.split('\t').map((name) => name.trim())
  const fault = faultOf(names)
  if (fault !== null)
    throw new UserError(
      `The first line must name the columns, "url" among them, parted by tabs; the columns are ${columns.join(', ')}.${fault}`,
    )
  const places = Object.fromEntries(
    columns.flatMap((name) =>
      names.includes(name) ? [[fields[name], names.indexOf(name) + 1]] : [],
    ),
  )
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return []
    const cells = line.split('\t').map(contentOf)
    const cell = (name: Column) => cells[names.indexOf(name)] ?? ''
    return [{ line: i + 2, columns: places, input: inputOf(cell) }]
  })
}

/** What is wrong with the names of columns, as a further sentence; null where nothing is. */
function faultOf(names: readonly string[]): string | null {
  const unknown = names.find((name) => !columns.some((column) => column === name))
  if (unknown) return ` "${unknown.slice(0, 40)}" is none.`
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice) return ` "${twice}" is there twice.`
  return names.includes('url') && unknown === undefined ? null : ''
}

function inputOf(cell: (name: Column) => string): SourceRow['input'] {
  const read: Record<Column, (text: string) => unknown> = {
    ...{ url: asWritten, name: asWritten, every: asWritten, province: asWritten },
    ...{ depth: numberOf, include: wordsOf, exclude: wordsOf, max_pages: numberOf },
    ...{ delay_seconds: numberOf, allow_hosts: wordsOf, extra_cas: jsonOf },
  }
  const named = columns.flatMap((name) => {
    const value = read[name](cell(name))
    return value === '' ? [] : [[fields[name], value]]
  })
  return { url: '', ...Object.fromEntries(named) }
}

const asWritten = (text: string): string => text

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
