// What a page says about itself in its head and its structured data: title, site, time of publication, author.
//
//   <meta property="article:published_time" content="2023-02-09T20:01:00+07:00">
import type { CheerioAPI } from 'cheerio'
import { readDateLine } from '../../text/date-line.ts'

export type PageFacts = {
  /** Titles from JSON-LD, og:title and <title>, in this order, as written. */
  titles: string[]
  siteName: string | undefined
  /** What metadata say of the time of publication; the more trusted first. */
  published: string[]
  modified: string[]
  author: string | undefined
  canonicalUrl: string | undefined
}

/** Reads the head and structured data. To be called before scripts are removed. */
export function readFacts($: CheerioAPI): PageFacts {
  const named = metaTags($)
  const meta = (name: string) => named.get(name.toLowerCase())
  const data = structuredData($)
  const titles = [data.headline, meta('og:title'), titleTag($)]
  const published = [
    meta('article:published_time'),
    meta('datePublished'),
    clean($('[itemprop="datePublished"]').attr('datetime')),
    clean($('[itemprop="datePublished"]').attr('content')),
    data.datePublished,
    ...['pubdate', 'publish-date', 'publish_date', 'og:published_time', 'DC.date.issued'].map(meta),
  ]
  const modified = [
    meta('article:modified_time'),
    meta('dateModified'),
    data.dateModified,
    meta('lastmod'),
    meta('og:updated_time'),
  ]
  const instants = (list: Array<string | undefined>) =>
    list.map((text) => instantOf(text)).filter((at) => at !== undefined)
  return {
    titles: titles.filter((t): t is string => Boolean(t)),
    siteName: meta('og:site_name') ?? meta('application-name'),
    published: instants(published),
    modified: instants(modified),
    author: data.author ?? meta('article:author') ?? meta('author'),
    canonicalUrl: urlOf(clean($('link[rel="canonical"]').attr('href')) ?? meta('og:url')),
  }
}

/** What <title> says; a title that was never closed holds the scripts behind it too. */
const titleTag = ($: CheerioAPI): string | undefined =>
  clean(
    $('title')
      .first()
      .text()
      .replace(/<\/?[a-z][\s\S]*$/i, ''),
  )

/** The content of every <meta>, by its name, the first of each. */
function metaTags($: CheerioAPI): Map<string, string> {
  const named = new Map<string, string>()
  for (const { attribs } of $('meta').toArray()) {
    const content = clean(attribs.content)
    if (!content) continue
    for (const name of [attribs.property, attribs.name, attribs.itemprop])
      if (name && !named.has(name.toLowerCase())) named.set(name.toLowerCase(), content)
  }
  return named
}

function clean(text: string | undefined): string | undefined {
  const flat = text?.replace(/\s+/g, ' ').normalize('NFC').trim()
  return flat ? flat : undefined
}

function urlOf(text: string | undefined): string | undefined {
  return text && /^https?:\/\/[^/]+\.[^/]/i.test(text) && URL.canParse(text) ? text : undefined
}

/** An ISO date or date-time with offset; Vietnamese time where none is given; undefined for anything else or the future. */
export function instantOf(text: string | undefined, now = Date.now()): string | undefined {
  const match =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
      text?.trim() ?? '',
    )
  if (!match) {
    // Other systems write it as their pages show it: "22/09/2023 05:30".
    const shown = text && readDateLine(text)
    return shown && isPast(shown.at, now) ? shown.at : undefined
  }
  const [, day, time, seconds = ':00', offset = '+07:00'] = match
  const colon = offset.length === 5 ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset
  const written = time ? `${day}T${time}${seconds}${colon}` : (day ?? '')
  return isPast(written, now) ? written : undefined
}

/** Whether an ISO date or date-time lies between 1990 and tomorrow: publication is never in the future. */
export function isPast(written: string, now = Date.now()): boolean {
  const at = Date.parse(written.includes('T') ? written : `${written}T00:00:00+07:00`)
  return !Number.isNaN(at) && at <= now + 86_400_000 && at >= Date.UTC(1990, 0)
}

type Structured = {
  headline?: string
  datePublished?: string
  dateModified?: string
  author?: string
}

/** The first article in the page's JSON-LD. Broken JSON is passed over: the page itself still says everything. */
function structuredData($: CheerioAPI): Structured {
  for (const script of $('script[type="application/ld+json"]').toArray()) {
    const found = articleIn(parseJson($(script).text()), 0)
    if (found) return found
  }
  return {}
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function articleIn(value: unknown, depth: number): Structured | null {
  if (depth > 5 || typeof value !== 'object' || value === null) return null
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 50)) {
      const found = articleIn(item, depth + 1)
      if (found) return found
    }
    return null
  }
  const node = value as Record<string, unknown>
  const types = [node['@type']].flat().map(String)
  if (!types.some((t) => /Article|BlogPosting|Report/.test(t)))
    return articleIn(node['@graph'], depth + 1)
  const text = (v: unknown) => (typeof v === 'string' ? clean(v) : undefined)
  const person = [node.author].flat()[0] as Record<string, unknown> | string | undefined
  const headline = text(node.headline)
  const datePublished = text(node.datePublished)
  const dateModified = text(node.dateModified)
  const author = typeof person === 'string' ? clean(person) : text(person?.name)
  return {
    ...(headline ? { headline } : {}),
    ...(datePublished ? { datePublished } : {}),
    ...(dateModified ? { dateModified } : {}),
    ...(author ? { author } : {}),
  }
}
