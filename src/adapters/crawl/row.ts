// The rows of crawl tables, the same for every database.
import { createHash } from 'node:crypto'
import type {
  CrawlPage,
  CrawlSource,
  FetchEvidence,
  PageKind,
  PageState,
  VisitResult,
} from '../../model/crawl.ts'

export type Row = Record<string, unknown>

/** The key of a page: addresses may be longer than an index row. */
export const pageKeyOf = (sourceId: string, urlKey: string): string =>
  createHash('sha256').update(`${sourceId} ${urlKey}`).digest('hex')

export function crawlSourceOf(row: Row): CrawlSource {
  return {
    id: String(row.id),
    name: String(row.name),
    url: String(row.url),
    every: String(row.every),
    province: textOf(row.province),
    depth: numberOf(row.depth),
    include: JSON.parse(String(row.include)),
    exclude: JSON.parse(String(row.exclude)),
    maxPages: Number(row.max_pages),
    delayMs: numberOf(row.delay_ms),
    allowHosts: JSON.parse(String(row.allow_hosts)),
    extraCas: JSON.parse(String(row.extra_cas)),
    paused: Number(row.paused) === 1,
    createdAt: String(row.created_at),
    lookedAt: textOf(row.looked_at) ?? String(row.created_at),
    nextRunAt: textOf(row.next_run_at),
    run:
      Number(row.run) === 0
        ? null
        : {
            number: Number(row.run),
            startedAt: String(row.started_at),
            endedAt: textOf(row.ended_at),
            visits: Number(row.visits),
            waitsUntil: textOf(row.waits_until),
            error: errorOf(row),
          },
  }
}

export function pageOf(row: Row): CrawlPage {
  return {
    key: String(row.key),
    sourceId: String(row.source_id),
    urlKey: String(row.url_key),
    url: String(row.url),
    kind: String(row.kind) as PageKind,
    entry: Number(row.entry) === 1,
    title: String(row.title),
    offeredBy: textOf(row.offered_by),
    depth: Number(row.depth),
    state: String(row.state) as PageState,
    foundRun: Number(row.found_run),
    visitedRun: Number(row.visited_run),
    result: textOf(row.result) as VisitResult | null,
    etag: textOf(row.etag),
    lastModified: textOf(row.last_modified),
    sha256: textOf(row.sha256),
    textPrint: textOf(row.text_print),
    status: numberOf(row.status),
    misses: Number(row.misses),
    tries: Number(row.tries),
    fetchedAt: textOf(row.fetched_at),
    changedAt: textOf(row.changed_at),
    nextVisitAt: textOf(row.next_visit_at),
    error: errorOf(row),
  }
}

export function evidenceOf(row: Row): FetchEvidence {
  return {
    sourceId: String(row.source_id),
    pageKey: String(row.page_key),
    at: String(row.at),
    asked: String(row.asked),
    url: String(row.url),
    redirects: JSON.parse(String(row.redirects)),
    status: numberOf(row.status),
    headers: JSON.parse(String(row.headers)),
    sha256: textOf(row.sha256),
    size: numberOf(row.size),
    flags: JSON.parse(String(row.flags)),
    outcome: String(row.outcome),
    changed: row.changed === null || Number(row.changed) === 1,
  }
}

const textOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value)
const numberOf = (value: unknown): number | null =>
  value === null || value === undefined ? null : Number(value)
const errorOf = (row: Row) =>
  row.error_code === null || row.error_code === undefined
    ? null
    : { code: String(row.error_code), message: String(row.error_message) }
