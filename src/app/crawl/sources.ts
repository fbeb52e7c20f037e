// The sources that operators named: added after a look at the site, changed, paused, run, removed.
import { probe, type SiteOffer } from '../../crawl/probe.ts'
import { UserError } from '../../errors.ts'
import type { CrawlSource } from '../../model/crawl.ts'
import { ring } from '../ring.ts'
import type { CrawlContext } from './crawl-context.ts'
import { entriesOf } from './entries.ts'
import { fetcherOf, userAgentFor } from './fetcher-of.ts'
import { nextRunOf } from './schedule.ts'
import { type CheckedSource, readChanges, readSource } from './source-input.ts'

/** Looks at a site as a source would take it; keeps nothing. Throws UserError for what cannot be. */
export async function probeSource(context: CrawlContext, input: unknown): Promise<SiteOffer> {
  return look(context, readSource(input, provincesOf(context)))
}

async function look(context: CrawlContext, source: CheckedSource): Promise<SiteOffer> {
  const fetcher = await fetcherOf(context, source)
  try {
    return await probe(fetcher, source.url, { words: context.siteWords(), nowMs: Date.now() })
  } finally {
    await fetcher.close()
  }
}

/** Adds a source with what its site offers; its first run is due at once. Throws UserError for what cannot be. */
export async function addSource(
  context: CrawlContext,
  input: unknown,
  offer?: SiteOffer,
): Promise<CrawlSource> {
  const checked = readSource(input, provincesOf(context))
  userAgentFor(context.crawler, checked.url)
  const { store } = context
  const known = (await store.crawlSources()).find(
    ({ id, url }) => id === checked.id || url === checked.url,
  )
  if (known) throw knownAlready(known.id)
  const entries = entriesOf(checked.url, offer ?? (await look(context, checked)))
  const now = new Date().toISOString()
  const source: CrawlSource = {
    ...checked,
    paused: false,
    createdAt: now,
    lookedAt: now,
    nextRunAt: now,
    run: null,
  }
  if (!(await store.addCrawlSource(source, entries))) throw knownAlready(source.id)
  await runSource(context, source.id)
  return (await store.crawlSource(source.id)) ?? source
}

const knownAlready = (id: string): UserError =>
  new UserError(`The source ${id} is there already; change it with "vanthu source edit ${id}".`)

/** Changes settings; null where there is no such source. */
export async function editSource(
  context: CrawlContext,
  id: string,
  input: unknown,
): Promise<CrawlSource | null> {
  const source = await context.store.crawlSource(id)
  if (!source) return null
  const { changed, changes } = readChanges(source, input, provincesOf(context))
  const nextRunAt =
    changes.every === undefined || source.paused
      ? {}
      : { nextRunAt: nextRunOf(changed, Date.now()) }
  return context.store.changeCrawlSource(id, { ...changes, ...nextRunAt })
}

/** Pauses a source, or lets it go on: a run under way goes on then, the next is due by its times. */
export async function pauseSource(
  context: CrawlContext,
  id: string,
  paused: boolean,
): Promise<CrawlSource | null> {
  const source = await context.store.crawlSource(id)
  if (!source || source.paused === paused) return source
  const nextRunAt = paused ? null : nextRunOf(source, Date.now())
  const changed = await context.store.changeCrawlSource(id, { paused, nextRunAt })
  if (!paused && source.run?.endedAt === null) await ring(context, { kind: 'crawl', id })
  return changed
}

/** Begins a run now; one under way stays that one. Throws UserError where the source is paused. */
export async function runSource(context: CrawlContext, id: string): Promise<CrawlSource | null> {
  const { store } = context
  const source = await store.crawlSource(id)
  if (!source) return null
  if (source.paused)
    throw new UserError(
      `The source ${id} is paused; let it go on with "vanthu source resume ${id}".`,
    )
  const nextRunAt = nextRunOf(source, Date.now())
  await store.beginRun(id, { dueAt: null, nextRunAt, at: new Date().toISOString() })
  await ring(context, { kind: 'crawl', id })
  return store.crawlSource(id)
}

const provincesOf = (context: CrawlContext): ReadonlySet<string> =>
  new Set(context.lexicon().provinces.periods.keys())
