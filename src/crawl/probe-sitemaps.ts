// The sitemaps of a site: those its robots.txt names, and those at the usual places.
import { BadDocumentError } from '../errors.ts'
import { isArticleUrl } from './article-url.ts'
import { canonicalUrl } from './canonical-url.ts'
import { followSitemaps } from './follow-sitemaps.ts'
import { type PortalKind, usualPlaces } from './portal.ts'
import type { OfferedSitemap, Probe } from './probe.ts'
import { newestOf } from './probe-feeds.ts'
import { readSitemap, type Sitemap } from './sitemap.ts'
import { siteOf, urlKey } from './url-key.ts'
import type { WebPage } from './web-page.ts'

const mostFiles = 12

/** Finds the sitemaps of a site; `named` are those of its robots.txt. */
export async function probeSitemaps(
  front: WebPage,
  portal: PortalKind,
  named: readonly string[],
  probe: Probe,
): Promise<OfferedSitemap[]> {
  const places = (paths: readonly string[]) =>
    paths.flatMap((path) => canonicalUrl(path, front.url) ?? [])
  const found: OfferedSitemap[] = []
  const asked = new Set<string>()
  // Where robots.txt names any, the usual places are not asked besides.
  for (const start of places(named)) {
    const offered = asked.has(urlKey(start)) ? null : await lookAt(start, asked, front, probe)
    if (offered) found.push(offered)
  }
  for (const start of found.length > 0 ? [] : places(usualPlaces[portal].sitemaps)) {
    const offered = asked.has(urlKey(start)) ? null : await lookAt(start, asked, front, probe)
    if (offered) return [offered]
  }
  return found
}

async function lookAt(
  start: string,
  asked: Set<string>,
  front: WebPage,
  probe: Probe,
): Promise<OfferedSitemap | null> {
  const site = siteOf(new URL(front.url))
  const offered: OfferedSitemap = { url: start, pages: 0, articles: 0, newest: null }
  let left = 0
  let isSitemap = false
  const read = async (url: string): Promise<Sitemap | null> => {
    asked.add(urlKey(url))
    const sitemap = await readOne(url, probe)
    isSitemap ||= sitemap !== null
    return sitemap
  }
  for await (const { sitemap } of followSitemaps(start, { read, mostFiles }, () => left++)) {
    if (sitemap.cut) probe.warn(`The sitemap ${start} ends early.`)
    for (const { url, title, publishedAt, changedAt } of sitemap.entries) {
      if (siteOf(new URL(url)) !== site) continue
      offered.pages++
      if (!isArticleUrl(url, probe.words)) continue
      offered.articles++
      probe.see({ url, title: title ?? '', publishedAt })
      offered.newest = newestOf([offered.newest, publishedAt ?? changedAt])
    }
  }
  if (left > 0) probe.warn(`The sitemap ${start} has ${left} more parts, which were not counted.`)
  if (isSitemap && offered.pages === 0)
    probe.warn(`The sitemap ${start} lists no page of this site.`)
  return offered.pages > 0 ? offered : null
}

async function readOne(url: string, probe: Probe): Promise<Sitemap | null> {
  const fetched = await probe.fetch(url, 'feed')
  if (!fetched) return null
  try {
    return await readSitemap(fetched.bytes, {
      url: fetched.url,
      charset: fetched.charset,
      nowMs: probe.nowMs,
    })
  } catch (error) {
    if (!(error instanceof BadDocumentError)) throw error
    probe.warn(error.message)
    return null
  }
}
