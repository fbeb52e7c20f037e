// The pages of sources: which is next, what visits came to, and the evidence of every fetch.
import type { CrawlPage, FetchEvidence } from '../../model/crawl.ts'
import type { CrawlLease, CrawlStore, PageVisit } from '../../ports/crawl-store.ts'
import { insertOffers, placesOf } from './offers.ts'
import { evidenceOf, pageKeyOf, pageOf } from './row.ts'
import { heldOrThrow, type RunScript, type Script, type Statement } from './script.ts'

type Methods = Pick<
  CrawlStore,
  | 'pagesDue'
  | 'claimPage'
  | 'retryAt'
  | 'saveVisit'
  | 'saveOffers'
  | 'crawlPage'
  | 'pagesOf'
  | 'fetchesOf'
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
        for (const one of evidence) yield insertOf(one)
        return fresh
      }),

    saveOffers: (lease, claimed, offers) =>
      run(function* (): Script<void> {
        yield* heldOrThrow(lease)
        yield* insertOffers(lease.sourceId, lease.run, claimed, offers)
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

    fetchesOf: (url, limit) =>
      run(function* (): Script<FetchEvidence[]> {
        const rows = yield [
          `SELECT * FROM fetch_evidence WHERE page_key IN (SELECT key FROM page WHERE url = $1)
           ORDER BY at DESC LIMIT $2`,
          [url, limit],
        ]
        return rows.map(evidenceOf)
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

function insertOf(evidence: FetchEvidence): Statement {
  const { sourceId, pageKey, at, asked, url, redirects, status, headers } = evidence
  const { sha256, size, flags, outcome } = evidence
  return [
    `INSERT INTO fetch_evidence (key, source_id, page_key, at, asked, url, redirects, status, headers, sha256, size, flags,
       outcome)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT (key) DO NOTHING`,
    [
      `${pageKey} ${at}`,
      sourceId,
      pageKey,
      at,
      asked,
      url,
      JSON.stringify(redirects),
      status,
      JSON.stringify(headers),
      sha256,
      size,
      JSON.stringify(flags),
      outcome,
    ],
  ]
}
