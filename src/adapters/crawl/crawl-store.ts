// Crawling as every database keeps it. The statements are the same for all: each method is a script that yields one statement
// after the other and is given its rows; the database runs a script as one transaction, with its own clock.
import type { CrawlSettings, CrawlSource } from '../../model/crawl.ts'
import type { CrawlStore } from '../../ports/crawl-store.ts'
import { longestLeaseMs } from '../../ports/store.ts'
import { createCrawlEvidence } from './evidence.ts'
import { insertEntries } from './offers.ts'
import { createCrawlPages } from './pages.ts'
import { createCrawlProgress } from './progress.ts'
import { crawlSourceOf } from './row.ts'
import { heldOrThrow, type RunScript, type Script, stands } from './script.ts'

/** How long a run waits for a host that another run has. */
const hostWaitMs = 15_000

/** The methods of a store that are about crawling. */
export function createCrawlStore(run: RunScript): CrawlStore {
  return {
    ...createCrawlPages(run),
    ...createCrawlEvidence(run),
    ...createCrawlProgress(run),

    addCrawlSource: (source, entries) =>
      run(function* (): Script<boolean> {
        const columns = columnsOf(source)
        const names = Object.keys(columns)
        const added = yield [
          `INSERT INTO crawl_source (id, url, created_at, looked_at, ${names.join(', ')})
           SELECT $1, $2, $3, $3, ${names.map((_, i) => `$${i + 4}`).join(', ')}
           WHERE NOT EXISTS (SELECT 1 FROM crawl_source WHERE id = $1 OR url = $2) RETURNING id`,
          [source.id, source.url, source.createdAt, ...Object.values(columns)],
        ]
        if (added.length === 0) return false
        yield* insertEntries(source.id, 0, entries)
        return true
      }),

    crawlSources: () =>
      run(function* (): Script<CrawlSource[]> {
        const rows = yield ['SELECT * FROM crawl_source ORDER BY name, id', []]
        return rows.map(crawlSourceOf)
      }),

    crawlSource: (id) => run(() => readSource(id)),

    changeCrawlSource: (id, changes) =>
      run(function* (): Script<CrawlSource | null> {
        const columns = columnsOf(changes)
        const sets = Object.keys(columns).map((name, i) => `${name} = $${i + 2}`)
        if (sets.length > 0)
          yield [
            `UPDATE crawl_source SET ${sets.join(', ')} WHERE id = $1`,
            [id, ...Object.values(columns)],
          ]
        return yield* readSource(id)
      }),

    removeCrawlSource: (id) =>
      run(function* (): Script<CrawlSource | null> {
        const source = yield* readSource(id)
        yield ['DELETE FROM crawl_source WHERE id = $1', [id]]
        yield ['DELETE FROM page WHERE source_id = $1', [id]]
        yield ['UPDATE crawl_host SET holder = NULL, leased_until = NULL WHERE holder = $1', [id]]
        return source
      }),

    crawlSourcesDue: (now) =>
      run(function* (): Script<CrawlSource[]> {
        const rows = yield [
          'SELECT * FROM crawl_source WHERE paused = 0 AND next_run_at <= $1 ORDER BY next_run_at, id',
          [now],
        ]
        return rows.map(crawlSourceOf)
      }),

    beginRun: (id, { dueAt, nextRunAt, at }) =>
      run(function* (): Script<boolean> {
        // The time changes in the same statement that is asked for it: of two that come at once, the second finds it changed.
        const turned = yield [
          `UPDATE crawl_source SET next_run_at = $2
           WHERE id = $1 AND paused = 0 AND (CAST($3 AS TEXT) IS NULL OR next_run_at = $3) RETURNING id`,
          [id, nextRunAt, dueAt],
        ]
        if (turned.length === 0) return false
        const begun = yield [
          `UPDATE crawl_source SET run = run + 1, started_at = $2, ended_at = NULL, visits = 0, waits_until = NULL,
             error_code = NULL, error_message = NULL
           WHERE id = $1 AND (run = 0 OR ended_at IS NOT NULL) RETURNING run`,
          [id, at],
        ]
        if (begun.length === 0) return false
        // What the run before gave up on is tried afresh.
        yield [
          'UPDATE page SET tries = 0, next_visit_at = NULL WHERE source_id = $1 AND tries > 0',
          [id],
        ]
        return true
      }),

    crawlsToRing: () =>
      run(function* (now): Script<string[]> {
        const rows = yield [
          `SELECT id FROM crawl_source WHERE ${isUnderWay} AND NOT (${stands('$1', '$2')})
             AND (waits_until IS NULL OR waits_until <= $1) ORDER BY started_at, id`,
          [now(0), now(longestLeaseMs)],
        ]
        return rows.map((row) => String(row.id))
      }),

    startCrawl: (id, { holder, leaseMs }) =>
      run(function* (now) {
        const rows = yield [
          `UPDATE crawl_source SET lease = lease + 1, holder = $2, leased_until = $3, waits_until = NULL,
             error_code = NULL, error_message = NULL
           WHERE id = $1 AND ${isUnderWay} AND NOT (${stands('$4', '$5')})
             AND (waits_until IS NULL OR waits_until <= $4) RETURNING *`,
          [id, holder, now(leaseMs), now(0), now(longestLeaseMs)],
        ]
        const [row] = rows
        if (!row) return null
        const lease = { sourceId: id, run: Number(row.run), lease: Number(row.lease) }
        return { lease, source: crawlSourceOf(row) }
      }),

    renewCrawl: ({ sourceId, lease }, leaseMs) =>
      run(function* (now): Script<boolean> {
        const renewed = yield [
          `UPDATE crawl_source SET leased_until = $3
           WHERE id = $1 AND lease = $2 AND holder IS NOT NULL AND paused = 0 RETURNING id`,
          [sourceId, lease, now(leaseMs)],
        ]
        if (renewed.length === 0) return false
        yield [
          'UPDATE crawl_host SET leased_until = $2 WHERE holder = $1',
          [sourceId, now(leaseMs)],
        ]
        return true
      }),

    waitCrawl: (lease, waitMs, error) =>
      run(function* (now): Script<void> {
        yield* heldOrThrow(lease)
        yield [
          `UPDATE crawl_source SET waits_until = $2, error_code = $3, error_message = $4, holder = NULL, leased_until = NULL
           WHERE id = $1`,
          [lease.sourceId, now(waitMs), error?.code ?? null, error?.message ?? null],
        ]
        yield freeHosts(lease.sourceId)
      }),

    endCrawl: (lease, error, againInMs) =>
      run(function* (now): Script<void> {
        yield* heldOrThrow(lease)
        yield [
          `UPDATE crawl_source SET ended_at = $2, error_code = $3, error_message = $4, holder = NULL, leased_until = NULL
           WHERE id = $1`,
          [lease.sourceId, now(0), error?.code ?? null, error?.message ?? null],
        ]
        if (againInMs !== undefined)
          yield [
            'UPDATE crawl_source SET next_run_at = $2 WHERE id = $1 AND next_run_at > $2',
            [lease.sourceId, now(againInMs)],
          ]
        yield freeHosts(lease.sourceId)
      }),

    brokenEntries: (id) =>
      run(function* (): Script<number> {
        const [row] = yield [
          `SELECT count(*) AS n FROM page WHERE source_id = $1 AND entry = 1 AND state <> 'refused'
             AND error_code IS NOT NULL AND status < 500`,
          [id],
        ]
        return Number(row?.n)
      }),

    saveLook: (lease, entries) =>
      run(function* (now): Script<number> {
        yield* heldOrThrow(lease)
        yield ['UPDATE crawl_source SET looked_at = $2 WHERE id = $1', [lease.sourceId, now(0)]]
        return yield* insertEntries(lease.sourceId, lease.run, entries)
      }),

    takeHost: (host, { sourceId }, leaseMs) =>
      run(function* (now): Script<string | null> {
        const taken = yield [
          `INSERT INTO crawl_host (host, holder, leased_until) VALUES ($1, $2, $3)
           ON CONFLICT (host) DO UPDATE SET holder = excluded.holder, leased_until = excluded.leased_until
           WHERE (crawl_host.paused_until IS NULL OR crawl_host.paused_until <= $4)
             AND (crawl_host.holder = $2 OR NOT (crawl_host.holder IS NOT NULL AND crawl_host.leased_until > $4
               AND crawl_host.leased_until <= $5)) RETURNING host`,
          [host, sourceId, now(leaseMs), now(0), now(longestLeaseMs)],
        ]
        if (taken.length > 0) return null
        const [row] = yield ['SELECT paused_until FROM crawl_host WHERE host = $1', [host]]
        const pausedUntil = row?.paused_until
        return typeof pausedUntil === 'string' && pausedUntil > now(0)
          ? pausedUntil
          : now(hostWaitMs)
      }),

    pauseHost: (host, pauseMs) =>
      run(function* (now): Script<void> {
        yield [
          `INSERT INTO crawl_host (host, paused_until) VALUES ($1, $2)
           ON CONFLICT (host) DO UPDATE SET paused_until = excluded.paused_until`,
          [host, now(pauseMs)],
        ]
      }),

    crawlHolders: () =>
      run(function* (): Script<string[]> {
        const rows = yield ['SELECT DISTINCT holder FROM crawl_source WHERE holder IS NOT NULL', []]
        return rows.map((row) => String(row.holder))
      }),

    releaseCrawls: (holders) =>
      run(function* (): Script<void> {
        for (const holder of holders) {
          const rows = yield [
            "UPDATE crawl_source SET leased_until = '' WHERE holder = $1 RETURNING id",
            [holder],
          ]
          for (const { id } of rows) yield freeHosts(String(id))
        }
      }),
  }
}

const isUnderWay = 'run > 0 AND ended_at IS NULL AND paused = 0'

const freeHosts = (sourceId: string): [string, string[]] => [
  'UPDATE crawl_host SET holder = NULL, leased_until = NULL WHERE holder = $1',
  [sourceId],
]

function* readSource(id: string): Script<CrawlSource | null> {
  const [row] = yield ['SELECT * FROM crawl_source WHERE id = $1', [id]]
  return row ? crawlSourceOf(row) : null
}

/** The columns of what may change of a source; only of what is given. */
function columnsOf(
  source: Partial<CrawlSettings & Pick<CrawlSource, 'paused' | 'nextRunAt'>>,
): Record<string, string | number | null> {
  const columns: Record<string, string | number | null | undefined> = {
    name: source.name,
    every: source.every,
    province: source.province,
    depth: source.depth,
    include: source.include && JSON.stringify(source.include),
    exclude: source.exclude && JSON.stringify(source.exclude),
    max_pages: source.maxPages,
    delay_ms: source.delayMs,
    allow_hosts: source.allowHosts && JSON.stringify(source.allowHosts),
    extra_cas: source.extraCas && JSON.stringify(source.extraCas),
    paused: source.paused === undefined ? undefined : Number(source.paused),
    next_run_at: source.nextRunAt,
  }
  const given: Record<string, string | number | null> = {}
  for (const [name, value] of Object.entries(columns)) if (value !== undefined) given[name] = value
  return given
}
