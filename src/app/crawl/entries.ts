// What every run of a source begins with: found by a look at the site when the source is added, and sought again now and then,
// since feeds move and new ones come.
import { canonicalUrl } from '../../crawl/canonical-url.ts'
import { probe, type SiteOffer } from '../../crawl/probe.ts'
import { urlKey } from '../../crawl/url-key.ts'
import type { CrawlSource, PageKind } from '../../model/crawl.ts'
import type { CrawlLease, PageOffer } from '../../ports/crawl-store.ts'
import type { Hosts } from './hosts.ts'
import type { Trip } from './visit-page.ts'

const dayMs = 86_400_000
/** A site is looked at so often at least, and so often at most where what runs begin with is asked for in vain. */
export const looksEveryDays = 30
const mostOftenDays = 7

/** The first page, and what the site was found to offer. */
export function entriesOf(siteUrl: string, offer: SiteOffer): PageOffer[] {
  const entry = (kind: PageKind, url: string, title = ''): PageOffer[] => {
    const canonical = canonicalUrl(url, url)
    if (canonical === null) return []
    return [{ urlKey: urlKey(canonical), url: canonical, kind, title, depth: 0, entry: true }]
  }
  return [
    ...offer.feeds.flatMap(({ url, title }) => entry('feed', url, title)),
    ...offer.sitemaps.flatMap(({ url }) => entry('sitemap', url)),
    ...offer.lists.flatMap(({ url, title }) => entry('list', url, title)),
    ...entry('list', offer.url || siteUrl, offer.title),
  ]
}

/**
 * Looks at the site where it is time to, before the first visit of a run. Where nothing is found, as the site is out of reach,
 * the next run looks.
 */
export async function lookAgain(trip: Trip, lease: CrawlLease, hosts: Hosts): Promise<void> {
  const { context, source, fetcher, rules, signal } = trip
  const { store, log } = context
  if (!isLookDue(source, await store.brokenEntries(source.id), Date.now())) return
  if (!(await hosts.take(new URL(source.url).host))) return
  const offer = await probe(fetcher, source.url, { words: rules.words, nowMs: Date.now(), signal })
  const { feeds, sitemaps, lists, requests } = offer
  if (signal.aborted || feeds.length + sitemaps.length + lists.length === 0) return
  const fresh = await store.saveLook(lease, entriesOf(source.url, offer))
  log.info('looked at a site again', { source: source.id, requests, entries: fresh })
}

/** `broken`: how many of what runs begin with were asked for in vain. */
export function isLookDue(
  { lookedAt }: Pick<CrawlSource, 'lookedAt'>,
  broken: number,
  nowMs: number,
): boolean {
  const days = (nowMs - Date.parse(lookedAt)) / dayMs
  return days >= (broken > 0 ? mostOftenDays : looksEveryDays)
}
