// What a page says about itself in its head and its structured data: title, site, time of publication, author.
//
//   <meta property="article:published_time" content="2023-02-09T20:01:00+07:00">
import type { CheerioAPI } from 'cheerio'

export type PageFacts = {
  /** Titles from JSON-LD, og:title and <title>, in this order, as written. */
  titles: string[]
  siteName: string | undefined
  publishedAt: string | undefined
  author: string | undefined
  canonicalUrl: string | undefined
}

/** Reads the head and structured data. To be called before scripts are removed. */
export function readFacts($: CheerioAPI): PageFacts {
  const meta = (name: string) =>
    clean(
      $(`meta[property="${name}"],meta[name="${name}"],meta[itemprop="${name}"]`).attr('content'),
    )
  const data = structuredData($)
  const titles = [
    data.headline,
    meta('og:title'),
    clean($('head title').first().text() || $('title').first().text()),
  ]
  const dates = [
    data.datePublished,
    meta('article:published_time'),
    meta('datePublished'),
    clean($('[itemprop="datePublished"]').attr('datetime')),
    clean($('[itemprop="datePublished"]').attr('content')),
    meta('pubdate'),
    meta('publish-date'),
    meta('DC.date.issued'),
  ]
  return {
    titles: titles.filter((t): t is string => Boolean(t)),
    siteName: meta('og:site_name') ?? meta('application-name'),
    publishedAt: dates.map((d) => instantOf(d)).find((d) => d !== undefined),
    author: data.author ?? meta('article:author') ?? meta('author'),
    canonicalUrl: urlOf(clean($('link[rel="canonical"]').attr('href')) ?? meta('og:url')),
  }
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
  if (!match) return undefined
  const [, day, time, seconds = ':00', offset = '+07:00'] = match
  const colon = offset.length === 5 ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset
  const written = time ? `${day}T${time}${seconds}${colon}` : (day ?? '')
  const at = Date.parse(time ? written : `${day}T00:00:00+07:00`)
  if (Number.isNaN(at) || at > now + 86_400_000 || at < Date.UTC(1990, 0)) return undefined
  return written
}

const visibleDate =
  /(?<!\d)(\d{1,2})\s?(?:[/.-]\s?(\d{1,2})\s?[/.-]|\s+Tháng\s+(\d{1,2}),?\s+(?:năm\s+)?|\s+tháng\s+(\d{1,2})\s+năm\s+)\s?(\d{4})(?!\d)/iu
const visibleTime =
  /(?<!\d)([01]?\d|2[0-3])\s?[:h]\s?([0-5]\d)(?!\d)(?:\s?:\s?[0-5]\d)?\s?(PM|CH)?/i

/** The time of publication in a visible date line: "Thứ năm - 09/02/2023 20:01" → "2023-02-09T20:01:00+07:00". */
export function visibleInstant(line: string, now = Date.now()): string | undefined {
  // The day a law comes into force, or its entry was last touched, is not the day of publication.
  if (/hiệu lực|ban hành|ngày cập nhật/iu.test(line)) return undefined
  const match = visibleDate.exec(line)
  if (!match) return undefined
  const two = (n: number | string) => String(n).padStart(2, '0')
  const day = two(match[1] ?? '')
  const month = two(match[2] ?? match[3] ?? match[4] ?? '')
  const date = `${match[5]}-${month}-${day}`
  if (
    Number(month) > 12 ||
    Number(day) > new Date(Date.UTC(Number(match[5]), Number(month), 0)).getUTCDate()
  )
    return undefined
  const rest = line.replace(match[0], ' ')
  const time = visibleTime.exec(rest)
  if (!time) return instantOf(date, now)
  const hour = Number(time[1]) + (time[3] && Number(time[1]) < 12 ? 12 : 0)
  return instantOf(`${date}T${two(hour)}:${time[2]}:00+07:00`, now)
}

/** Whether a short line is a date line: a weekday, a date, a time, and hardly anything else. */
export function isDateLine(line: string): boolean {
  if (line.length > 90 || !visibleDate.test(line)) return false
  const rest = line
    .replace(visibleDate, '')
    .replace(visibleTime, '')
    .replace(
      /Thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|Chủ nhật|GMT\s?\+?\s?\d{0,2}|ngày|lúc|đăng|cập nhật|xuất bản|tạo|viết|lần|cuối|giờ|AM|PM|SA|CH|Tin|Thời gian|có hiệu lực|published|posted|on|updated/giu,
      '',
    )
  return (rest.match(/[\p{L}\d]/gu)?.length ?? 0) <= 4
}

type Structured = { headline?: string; datePublished?: string; author?: string }

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
  const author = typeof person === 'string' ? clean(person) : text(person?.name)
  return {
    ...(headline ? { headline } : {}),
    ...(datePublished ? { datePublished } : {}),
    ...(author ? { author } : {}),
  }
}
