// The pages of sources: which is next, and what visits came to.
import type { CrawlPage } from '../../model/crawl.ts'
import type { CrawlLease, CrawlStore, PageVisit } from '../../ports/crawl-store.ts'
import { keepEvidence, keepLinks } from './evidence.ts'
import { insertOffers, placesOf } from './offers.ts'
import { pageKeyOf, pageOf } from './row.ts'
import { heldOrThrow, type RunScript, type Script, type Statement } from './script.ts'

type Methods = Pick<
  CrawlStore,
  'pagesDue' | 'claimPage' | 'retryAt' | 'saveVisit' | 'saveOffers' | 'crawlPage' | 'pagesOf'
>

/** Entries first, then what is new, lists that go on, and what may have changed. */
const order = `CASE WHEN entry = 1 THEN 0 WHEN kind IN ('page', 'attachment') AND visited_run = 0 THEN 1
  WHEN kind IN ('list', 'feed', 'sitemap') THEN 2 ELSE 3 END, tries,
  CASE kind WHEN 'feed' THEN 0 WHEN 'sitemap' THEN 1 ELSE 2 END, coalesce(next_visit_at, ''), key`

/** Parameters: source, run, now. */
export const isDue =
  'source_id = $1 AND visited_run < $2 AND (next_visit_at IS NULL OR next_visit_at <= $3)'

/** The methods of a store that are about pages. */
export function createCrawlPages(run: RunScript): Methods {
  return {
    pagesDue: (lease, passOver, limit) =>
      run(function* (now): Script<CrawlPage[]> {
        const others = passOver.length > 0 ? `AND host NOT IN (${placesOf(passOver, 5)})` : ''
        const rows = yield [
          `SELECT * FROM page WHERE ${isDue} ${others} ORDER BY ${order} LIMIT $4`,
          [lease.sourceId, lease.run, now(0), limit, ...passOver],
        ]
        return rows.map(pageOf)
      }),

    claimPage: (lease, key) =>
      run(function* (): Script<CrawlPage | null> {
        yield* heldOrThrow(lease)
        const [row] = yield [
          'UPDATE page SET tries = tries + 1 WHERE key = $1 AND source_id = $2 AND visited_run < $3 RETURNING *',
          [key, lease.sourceId, lease.run],
        ]
        return row ? pageOf(row) : null
      }),

    retryAt: (lease, passOver) =>
      run(function* (): Script<string | null> {
        const others = passOver.length > 0 ? `AND host NOT IN (${placesOf(passOver, 3)})` : ''
        const [row] = yield [
          `SELECT min(next_visit_at) AS at FROM page WHERE source_id = $1 AND visited_run < $2 AND tries > 0 ${others}`,
          [lease.sourceId, lease.run, ...passOver],
        ]
        return row?.at === null || row?.at === undefined ? null : String(row.at)
      }),

    saveVisit: (lease, { claimed, visits, evidence, offers, counted }) =>
      run(function* (): Script<number> {
        yield* heldOrThrow(lease, counted ? 1 : 0)
        const fresh = yield* insertOffers(lease.sourceId, lease.run, claimed, offers)
        for (const visit of visits) yield updateOf(visit, lease)
        if (!counted)
          yield ['UPDATE page SET tries = tries - 1 WHERE key = $1 AND tries > 0', [claimed]]
        yield* keepEvidence(evidence)
        yield* keepLinks(lease.sourceId, claimed, offers)
        return fresh
      }),

    saveOffers: (lease, claimed, offers) =>
      run(function* (): Script<void> {
        yield* heldOrThrow(lease)
        yield* insertOffers(lease.sourceId, lease.run, claimed, offers)
        yield* keepLinks(lease.sourceId, claimed, offers)
      }),

    crawlPage: (sourceId, urlKey) =>
      run(function* (): Script<CrawlPage | null> {
        const [row] = yield ['SELECT * FROM page WHERE key = $1', [pageKeyOf(sourceId, urlKey)]]
        return row ? pageOf(row) : null
      }),

    pagesOf: (id, { state = null, limit, cursor = '' }) =>
      run(function* (): Script<{ pages: CrawlPage[]; next: string | null }> {
        const rows = yield [
          `SELECT * FROM page WHERE source_id = $1 AND (CAST($2 AS TEXT) IS NULL OR state = $2) AND key > $3
           ORDER BY key LIMIT $4`,
          [id, state, cursor, limit + 1],
        ]
        const pages = rows.slice(0, limit).map(pageOf)
        return { pages, next: rows.length > limit ? (pages.at(-1)?.key ?? null) : null }
      }),
  }
}

function updateOf(visit: PageVisit, { sourceId, run }: CrawlLease): Statement {
  const { urlKey, state, result, etag, lastModified, sha256, status, misses, error } = visit
  const { fetchedAt, changedAt, nextVisitAt, textPrint, isOver } = visit
  const told = [error?.code ?? null, error?.message ?? null]
  return [
    `UPDATE page SET state = $2, result = $3, etag = $4, last_modified = $5, sha256 = $6, status = $7, misses = $8,
       fetched_at = $9, changed_at = $10, next_visit_at = $11, error_code = $12, error_message = $13, text_print = $14
       ${isOver ? ', visited_run = $15, tries = 0' : ''} WHERE key = $1`,
    [
      ...[pageKeyOf(sourceId, urlKey), state, result, etag, lastModified, sha256, status, misses],
      ...[fetchedAt, changedAt, nextVisitAt, ...told, textPrint, ...(isOver ? [run] : [])],
    ],
  ]
}
