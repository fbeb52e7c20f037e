// Adds the sources of a table. Each site is looked at, several at a time but no host twice at once; running it again is safe, as what
// is there already is named and left as it is.
import { UserError } from '../../errors.ts'
import type { CrawlSource } from '../../model/crawl.ts'
import type { App } from '../app.ts'
import { readSourceTable, type SourceRow } from './source-table.ts'

export type ImportedSources = {
  added: CrawlSource[]
  /** Rows that were not added, by line, with the reason. */
  refused: Array<{ line: number; url: string; message: string }>
}

/** Sites that are looked at at one time. */
const mostAtOnce = 8

/** Adds what a table names. Throws UserError where it is no such table; rows that cannot be added are told in the result. */
export async function importSources(
  app: Pick<App, 'addSource'>,
  table: string,
): Promise<ImportedSources> {
  const waiting = [...byHost(readSourceTable(table)).values()]
  const added: Array<{ line: number; source: CrawlSource }> = []
  const refused: ImportedSources['refused'] = []
  const add = async ({ line, input }: SourceRow) => {
    try {
      added.push({ line, source: await app.addSource(input) })
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      refused.push({ line, url: input.url, message: error.message })
    }
  }
  const work = async () => {
    for (let rows = waiting.shift(); rows; rows = waiting.shift())
      for (const row of rows) await add(row)
  }
  await Promise.all(Array.from({ length: mostAtOnce }, work))
  return {
    added: added.sort((a, b) => a.line - b.line).map(({ source }) => source),
    refused: refused.sort((a, b) => a.line - b.line),
  }
}

function byHost(rows: readonly SourceRow[]): Map<string, SourceRow[]> {
  const hosts = new Map<string, SourceRow[]>()
  for (const row of rows) {
    const { url } = row.input
    const host = URL.canParse(url) ? new URL(url).host : url
    const others = hosts.get(host)
    if (others) others.push(row)
    else hosts.set(host, [row])
  }
  return hosts
}
