// Sources as a table that opens in a spreadsheet: tabs between cells, a header row, one source a row.
//
//   url	name	every	province	include	max_pages …
//   https://sgd.example.vn/	Sở Giáo dục	0 */6 * * *	dien-bien	/tin-tuc/* /van-ban/*	1000 …
import { readFile } from 'node:fs/promises'
import { readSource } from '../app/crawl/source-input.ts'
import { tableOfSources } from '../app/crawl/source-table.ts'
import { messageOf, UserError } from '../errors.ts'
import { describeProblem, type Problem, readTsv } from '../lexicon/read-tsv.ts'
import { openApp } from './open-app.ts'
import { print, printJson, say } from './output.ts'

type Cell = {
  field: string
  /** Throws UserError where the cell is mistaken. */
  read(cell: string): unknown
}

const number = (cell: string): number | null => {
  if (cell === '') return null
  const value = Number(cell)
  if (!Number.isFinite(value)) throw new UserError('must be a number')
  return value
}
const words = (cell: string): string[] => cell.split(/\s+/).filter(Boolean)
const text = (cell: string): string | undefined => cell || undefined
const json = (cell: string): unknown => {
  try {
    return JSON.parse(cell || '{}')
  } catch (error) {
    throw new UserError('must be JSON', { cause: error })
  }
}

/** Columns by name; `tableOfSources` writes them. */
const columns: Record<string, Cell> = {
  url: { field: 'url', read: text },
  name: { field: 'name', read: text },
  every: { field: 'every', read: text },
  province: { field: 'province', read: (cell) => cell || null },
  depth: { field: 'depth', read: number },
  include: { field: 'include', read: words },
  exclude: { field: 'exclude', read: words },
  max_pages: { field: 'maxPages', read: (cell) => number(cell) ?? undefined },
  delay_seconds: { field: 'delaySeconds', read: number },
  allow_hosts: { field: 'allowHosts', read: words },
  extra_cas: { field: 'extraCas', read: json },
}

/** Prints all sources as a table. */
export async function exportSources(options: { json?: boolean }): Promise<number> {
  const { app, close } = await openApp()
  const sources = await app.sources()
  await close()
  if (options.json) await printJson(sources)
  else await print(tableOfSources(sources).replace(/\n$/, ''))
  return 0
}

/** Adds the sources of a table, and changes those that are there. Where any row is mistaken, nothing is done. */
export async function importSources(file: string, options: { json?: boolean }): Promise<number> {
  const { app, close } = await openApp()
  const provinces = new Set(app.lexicon.provinces.periods.keys())
  const rows = readRows(file, await contentOf(file), provinces)
  const known = new Map((await app.sources()).map((source) => [source.id, source]))
  const done: Array<{ id: string; url: string; outcome: 'added' | 'changed' }> = []
  for (const input of rows) {
    const { id, url } = readSource(input, provinces)
    const { url: _, ...settings } = input
    if (known.has(id)) await app.editSource(id, settings)
    else {
      say(`Looking at ${url} …`)
      await app.addSource(input)
    }
    done.push({ id, url, outcome: known.has(id) ? 'changed' : 'added' })
  }
  await close()
  if (options.json) await printJson(done)
  else for (const { id, outcome } of done) await print(`${outcome}  ${id}`)
  return 0
}

async function contentOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new UserError(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`, {
      cause: error,
    })
  }
}

/** The rows as sources. Throws UserError that names every mistake with its place: "nguon.tsv:3:4: …". */
function readRows(
  file: string,
  content: string,
  provinces: ReadonlySet<string>,
): Record<string, unknown>[] {
  const header = (/^\uFEFF?([^\r\n]*)/.exec(content)?.[1] ?? '').split('\t')
  const problems: Problem[] = header.flatMap((name, i) =>
    name in columns
      ? header.indexOf(name) === i
        ? []
        : [{ file, line: 1, column: i + 1, message: `the column "${name}" is there twice` }]
      : [
          {
            file,
            line: 1,
            column: i + 1,
            message: `there is no column "${name}"; there are ${Object.keys(columns).join(', ')}`,
          },
        ],
  )
  if (!header.includes('url'))
    problems.push({ file, line: 1, column: 1, message: 'the column "url" is missing' })
  if (problems.length > 0) throw mistakes(problems)
  const tsv = readTsv(file, content, header)
  problems.push(...tsv.problems)
  const lines = new Map<string, number>()
  const rows = tsv.rows.map(({ line, cells }) => {
    const input: Record<string, unknown> = {}
    const at = (column: number, what: () => void) => {
      try {
        what()
      } catch (error) {
        problems.push({ file, line, column: column + 1, message: messageOf(error) })
      }
    }
    const urlAt = header.indexOf('url')
    at(urlAt, () => {
      const { id } = readSource({ url: cells.url ?? '' }, provinces)
      const before = lines.get(id)
      if (before !== undefined) throw new UserError(`the same site is in line ${before}`)
      lines.set(id, line)
      input.url = cells.url
      // Each cell by itself, so that a mistake has its place.
      for (const [i, name] of header.entries())
        at(i, () => {
          const cell = columns[name]
          const value = cell?.read(plain(cells[name] ?? ''))
          if (!cell || name === 'url' || value === undefined) return
          readSource({ url: cells.url, [cell.field]: value }, provinces)
          input[cell.field] = value
        })
    })
    return input
  })
  if (problems.length > 0) throw mistakes(problems)
  return rows
}

/** A cell without the mark that keeps spreadsheets from running it. */
const plain = (cell: string): string => cell.replace(/^'(?=[=+\-@])/, '')

const mistakes = (problems: readonly Problem[]): UserError =>
  new UserError(problems.map(describeProblem).join('\n'))
