// What the API takes and gives about crawl sources, as zod schemas.
import { z } from 'zod'
import type { App, SiteOffer } from '../app/app.ts'
import type { ImportedSources } from '../app/crawl/import-sources.ts'
import {
  type CrawlSource,
  type FetchEvidence,
  pageKinds,
  pageStates,
  type SourceProgress,
  visitResults,
} from '../model/crawl.ts'

const problem = z.object({ code: z.string(), message: z.string() })

const runSchema = z.object({
  number: z.int(),
  startedAt: z.string(),
  endedAt: z.string().nullable().describe('Null while it is under way.'),
  visits: z.int().describe('Pages fetched so far.'),
  waitsUntil: z.string().nullable().describe('Until when it waits for a host.'),
  error: problem.nullable().describe('Why it ended early or waits.'),
})

export const sourceSchema = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  every: z.string().describe('Cron pattern of five parts, minute first, by the local time.'),
  province: z.string().nullable(),
  depth: z.int().nullable().describe('Most links from the first page.'),
  include: z.array(z.string()),
  exclude: z.array(z.string()),
  maxPages: z.int().describe('Most fetches in a run.'),
  delayMs: z.number().nullable().describe('Least pause between two requests to a host.'),
  allowHosts: z.array(z.string()).describe('Hosts that may be at addresses that are not public.'),
  extraCas: z.record(z.string(), z.string()).describe('Host → certificates (PEM) trusted for it.'),
  paused: z.boolean(),
  createdAt: z.string(),
  lookedAt: z.string().describe('When its feeds, sitemaps and lists were sought last.'),
  nextRunAt: z.string().nullable(),
  run: runSchema.nullable().describe('The latest run.'),
}) satisfies z.ZodType<CrawlSource>

export const sourcesBodySchema = z.object({ sources: z.array(sourceSchema) })

const kind = z.enum(pageKinds)
const state = z.enum(pageStates)

export const sourceProgressSchema = z.object({
  source: sourceSchema,
  run: z
    .object({ found: z.int(), ...counts(visitResults) })
    .describe('Of the latest run: pages not known before, and what its visits came to.'),
  waiting: z.int().describe('Visits that the run has still to make, for now.'),
  states: z.object(counts(pageStates)).describe('Pages and files by state, of all runs.'),
  documents: z.int().describe('Documents of the archive that came from it.'),
  failures: z.array(
    z.object({
      url: z.string(),
      kind,
      state,
      code: z.string(),
      message: z.string(),
      misses: z.int().describe('Visits in a row that found nothing.'),
      at: z.string().nullable(),
    }),
  ),
}) satisfies z.ZodType<SourceProgress>

function counts<T extends string>(names: readonly T[]): Record<T, z.ZodInt> {
  return Object.fromEntries(names.map((name) => [name, z.int()])) as Record<T, z.ZodInt>
}

export const sourcePagesSchema = z.object({
  pages: z.array(
    z.object({
      key: z.string(),
      sourceId: z.string(),
      urlKey: z.string(),
      url: z.string(),
      kind,
      entry: z.boolean(),
      title: z.string(),
      offeredBy: z.string().nullable().describe('Key of the page that offered it first.'),
      depth: z.int(),
      state,
      foundRun: z.int(),
      visitedRun: z.int(),
      result: z.enum(visitResults).nullable(),
      etag: z.string().nullable(),
      lastModified: z.string().nullable(),
      sha256: z.string().nullable().describe('Of pages and files also the id of their document.'),
      textPrint: z.string().nullable().describe('Of its text as it counted last.'),
      status: z.int().nullable(),
      misses: z.int(),
      tries: z.int(),
      fetchedAt: z.string().nullable(),
      changedAt: z.string().nullable(),
      nextVisitAt: z.string().nullable(),
      error: problem.nullable(),
    }),
  ),
  next: z.string().nullable(),
}) satisfies z.ZodType<Awaited<ReturnType<App['sourcePages']>>>

export const fetchesBodySchema = z.object({
  fetches: z.array(
    z.object({
      sourceId: z.string(),
      pageKey: z.string(),
      at: z.string(),
      asked: z.string(),
      url: z.string().describe('Where the redirects led.'),
      redirects: z.array(z.object({ url: z.string(), status: z.int() })),
      status: z.int().nullable(),
      headers: z.record(z.string(), z.string()),
      sha256: z.string().nullable(),
      size: z.int().nullable().describe('Bytes.'),
      flags: z.array(z.string()),
      outcome: z.string(),
      changed: z.boolean().describe('It told something new of the page.'),
    }),
  ),
}) satisfies z.ZodType<{ fetches: FetchEvidence[] }>

const text = z.string().max(4000)
const newest = z.string().max(64).nullable()

/** What a look at a site found. It comes back when the source is saved, so that the site is not looked at twice. */
export const offerSchema = z.object({
  url: z.url({ protocol: /^https?$/ }),
  title: text,
  portal: z.object({
    kind: z.enum([
      'nukeviet',
      'liferay',
      'sharepoint',
      'dotnetnuke',
      'wordpress',
      'joomla',
      'drupal',
      'vnpt',
      'unknown',
    ]),
    evidence: text,
  }),
  feeds: z.array(z.object({ url: text, title: text, entries: z.int(), newest })),
  sitemaps: z.array(z.object({ url: text, pages: z.int(), articles: z.int(), newest })),
  lists: z.array(
    z.object({ url: text, title: text, articles: z.int(), hasMorePages: z.boolean() }),
  ),
  articleCount: z.int(),
  samples: z.array(z.object({ url: text, title: text, publishedAt: newest })),
  warnings: z.array(text),
  requests: z.int(),
}) satisfies z.ZodType<SiteOffer>

/** Described here, checked by the application, which names every mistake. */
const settings = {
  name: z.string().optional(),
  every: z.string().optional().describe('Cron pattern of five parts; default: every six hours.'),
  province: z.string().nullable().optional().describe('Id of a province, such as "dien-bien".'),
  depth: z.int().nullable().optional(),
  include: z.array(z.string()).optional().describe('Patterns of addresses: "/thong-bao/*".'),
  exclude: z.array(z.string()).optional(),
  maxPages: z.int().optional(),
  delaySeconds: z.number().nullable().optional(),
  allowHosts: z.array(z.string()).optional(),
  extraCas: z.record(z.string(), z.string()).optional(),
}
export const sourceInputSchema = z.object({ url: z.string(), ...settings })
export const newSourceSchema = sourceInputSchema.extend({
  offer: offerSchema.optional().describe('What the probe gave; without it the site is looked at.'),
})
export const sourceChangesSchema = z.object(settings)

export const importedSchema = z.object({
  added: z.array(sourceSchema),
  refused: z.array(z.object({ line: z.int(), url: z.string(), message: z.string() })),
}) satisfies z.ZodType<ImportedSources>
