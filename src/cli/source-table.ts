// Sources as a table that opens in a spreadsheet: tabs between cells, a header row, one source a row.
//
//   url	name	every	province	include	max_pages …
//   https://sgd.example.vn/	Sở Giáo dục	0 */6 * * *	dien-bien	/tin-tuc/* /van-ban/*	1000 …
import { readFile } from 'node:fs/promises'
import { readSource } from '../app/crawl/source-input.ts'
import { readSourceTable, type SourceRow, tableOfSources } from '../app/crawl/source-table.ts'
import { messageOf, UserError } from '../errors.ts'
import { openApp } from './open-app.ts'
import { print, printJson, say } from './output.ts'

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
  for (const { input } of rows) {
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

/** The rows of a table. Throws UserError that names every mistake with its place: "nguon.tsv:3:4: …". */
function readRows(file: string, content: string, provinces: ReadonlySet<string>): SourceRow[] {
  const rows = tableRows(file, content)
  const problems: string[] = []
  const lines = new Map<string, number>()
  for (const { line, columns, input } of rows) {
    const at = (field: string, check: () => void): boolean => {
      try {
        check()
        return true
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        problems.push(`${file}:${line}:${columns[field]}: ${messageOf(error)}`)
        return false
      }
    }
    const { url, ...settings } = input
    const isSite = at('url', () => {
      const { id } = readSource({ url }, provinces)
      const before = lines.get(id)
      if (before !== undefined) throw new UserError(`the same site is in line ${before}`)
      lines.set(id, line)
    })
    const cells = Object.entries(settings).sort(
      ([one], [other]) => (columns[one] ?? 0) - (columns[other] ?? 0),
    )
    // Each cell by itself, so that a mistake has its place.
    for (const [field, value] of isSite ? cells : [])
      at(field, () => {
        readSource({ url, [field]: value }, provinces)
      })
  }
  if (problems.length > 0) throw new UserError(problems.join('\n'))
  return rows
}

function tableRows(file: string, content: string): SourceRow[] {
  try {
    return readSourceTable(content)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    throw new UserError(`${file}:1: ${error.message}`, { cause: error })
  }
}
