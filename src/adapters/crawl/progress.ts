// How a source gets on, counted from its pages.
import {
  type CrawlSource,
  type PageKind,
  type PageState,
  pageStates,
  type SourceProgress,
  visitResults,
} from '../../model/crawl.ts'
import type { CrawlStore } from '../../ports/crawl-store.ts'
import { isDue } from './pages.ts'
import { crawlSourceOf } from './row.ts'
import type { RunScript, Script } from './script.ts'

const mostFailures = 100
/** What counts as found: not what only leads to it. */
const content = "kind IN ('page', 'attachment')"

/** The methods of a store that tell how sources get on. */
export function createCrawlProgress(run: RunScript): Pick<CrawlStore, 'sourceProgress'> {
  return {
    sourceProgress: (id) =>
      run(function* (now): Script<SourceProgress | null> {
        const [row] = yield ['SELECT * FROM crawl_source WHERE id = $1', [id]]
        if (!row) return null
        const source: CrawlSource = crawlSourceOf(row)
        const number = source.run?.number ?? 0
        const [found] = yield [
          `SELECT count(*) AS n FROM page WHERE source_id = $1 AND found_run = $2 AND ${content}`,
          [id, number],
        ]
        const results = yield [
          `SELECT result, count(*) AS n FROM page WHERE source_id = $1 AND visited_run = $2 AND ${content} GROUP BY result`,
          [id, number],
        ]
        const states = yield [
          `SELECT state, count(*) AS n FROM page WHERE source_id = $1 AND ${content} GROUP BY state`,
          [id],
        ]
        const [due] =
          source.run?.endedAt === null
            ? yield [`SELECT count(*) AS n FROM page WHERE ${isDue}`, [id, number, now(0)]]
            : []
        const [documents] = yield [
          `SELECT count(DISTINCT d.id) AS n FROM page p JOIN document d ON d.id = p.sha256
           WHERE p.source_id = $1 AND p.${content}`,
          [id],
        ]
        const failures = yield [
          `SELECT * FROM page WHERE source_id = $1 AND error_code IS NOT NULL
           ORDER BY coalesce(fetched_at, '') DESC, key LIMIT ${mostFailures}`,
          [id],
        ]
        return {
          source,
          run: { found: Number(found?.n), ...countsOf(visitResults, results, 'result') },
          waiting: Number(due?.n ?? 0),
          states: countsOf(pageStates, states, 'state'),
          documents: Number(documents?.n),
          failures: failures.map((page) => ({
            url: String(page.url),
            kind: String(page.kind) as PageKind,
            state: String(page.state) as PageState,
            code: String(page.error_code),
            message: String(page.error_message),
            misses: Number(page.misses),
            at: page.fetched_at === null ? null : String(page.fetched_at),
          })),
        }
      }),
  }
}

/** Counts by name; none where no row tells. */
function countsOf<Name extends string>(
  names: readonly Name[],
  rows: readonly Record<string, unknown>[],
  column: string,
): Record<Name, number> {
  const counts = new Map(rows.map((row) => [String(row[column]), Number(row.n)]))
  return Object.fromEntries(names.map((name) => [name, counts.get(name) ?? 0])) as Record<
    Name,
    number
  >
}
