// What a body is and what becomes of it: an article or a file is taken in, a list looked through, and what stands in for something
// else (an error page, a login form) takes the place of nothing.
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { canonicalUrl } from '../../crawl/canonical-url.ts'
import { decodeText } from '../../crawl/decode-text.ts'
import { readFeed } from '../../crawl/feed.ts'
import type { FetchOutcome } from '../../crawl/fetch-outcome.ts'
import { judgePage, type PageJudgement } from '../../crawl/judge-page.ts'
import { pageNumberOf } from '../../crawl/page-number.ts'
import { readSitemap } from '../../crawl/sitemap.ts'
import { textPrintOf } from '../../crawl/text-print.ts'
import { urlKey } from '../../crawl/url-key.ts'
import { readWebPage, type WebPage } from '../../crawl/web-page.ts'
import type { CrawlPage } from '../../model/crawl.ts'
import { detectMediaType } from '../../parse/detect.ts'
import type { PageOffer, PageVisit } from '../../ports/crawl-store.ts'
import { ingest } from '../ingest.ts'
import { fileNameOf } from './file-name.ts'
import { offersOfArticle, offersOfFeed, offersOfList, offersOfSitemap } from './offers.ts'
import { baseOf, failedVisit, missedVisit, never, revisitAt } from './page-visit.ts'
import { offerOf } from './site-rules.ts'
import { bytesOf, type Trip } from './visit-page.ts'

type Body = Extract<FetchOutcome, { kind: 'body' }>
/** What is known of the article that a body is. */
type Article = { bytes: Buffer; textPrint: string | null }
type Read = { visits: PageVisit[]; offers: PageOffer[] }

const monthMs = 30 * 86_400_000
const headBytes = 16 * 1024

/** Reads what came. Throws BadDocumentError where it cannot be taken in. */
export async function readBody(trip: Trip, page: CrawlPage, body: Body): Promise<Read> {
  switch (page.kind) {
    case 'feed':
    case 'sitemap':
      return readMachinePage(trip, page, body)
    case 'attachment':
      return readAttachment(trip, page, body)
    case 'list':
      return readList(trip, page, body)
    case 'page':
      return readArticle(trip, page, body)
  }
}

async function readMachinePage({ rules }: Trip, page: CrawlPage, body: Body): Promise<Read> {
  const bytes = await bytesOf(body)
  const options = { url: body.url, charset: body.charsetFromHeader, nowMs: Date.now() }
  const found = page.kind === 'feed' ? readFeed(bytes, options) : await readSitemap(bytes, options)
  if (!found) {
    const message = `${body.url} is no ${page.kind} any more.`
    return { visits: [failedVisit(page, body, { code: `no-${page.kind}`, message })], offers: [] }
  }
  const offers =
    'format' in found ? offersOfFeed(found, page, rules) : offersOfSitemap(found, page, rules)
  return { visits: [takenVisit(page, body, null)], offers }
}

async function readList(trip: Trip, page: CrawlPage, body: Body): Promise<Read> {
  const { web, judgement } = webPageOf(trip, body, await bytesOf(body))
  const bad = standIn(page, body, judgement)
  if (bad) return { visits: [bad], offers: [] }
  const { isList, offers } = offersOfList(web, page, trip.rules, trip.memory)
  const isFirst = pageNumberOf(page.url) === null
  const nextVisitAt = isList ? (isFirst ? null : never) : later(body, monthMs)
  const visit = takenVisit(page, body, nextVisitAt)
  return { visits: [isList ? visit : { ...visit, result: 'no-article' }], offers }
}

async function readAttachment(trip: Trip, page: CrawlPage, body: Body): Promise<Read> {
  if (typeOf(await headOf(body)) === 'text/html') {
    const { judgement } = webPageOf(trip, body, await bytesOf(body))
    const message = `${body.url} is a page in place of a file. ${judgement.reason}`
    const visit = standIn(page, body, judgement)
    return { visits: [visit ?? failedVisit(page, body, { code: 'no-file', message })], offers: [] }
  }
  return { visits: [await takeFile(trip, page, body)], offers: [] }
}

async function readArticle(trip: Trip, page: CrawlPage, body: Body): Promise<Read> {
  const bytes = await bytesOf(body)
  const type = typeOf(bytes.subarray(0, headBytes))
  // A file at the address of a page: "/van-ban/12" gives the PDF itself.
  if (type !== 'text/html' && !/html/.test(body.contentType ?? 'html'))
    return { visits: [await takeFile(trip, page, body)], offers: [] }
  const { html, web, judgement } = webPageOf(trip, body, bytes)
  const bad = standIn(page, body, judgement)
  if (bad) return { visits: [bad], offers: [] }
  if (judgement.kind !== 'article') return notAnArticle(page, body, judgement)
  const url = canonicalUrl(body.url, body.url) ?? page.url
  const offers = offersOfArticle(web, page.depth + 1, trip.rules)
  const article = { bytes, textPrint: textPrintOf(html, web, trip.rules.words) }
  if (urlKey(url) === page.urlKey)
    return { visits: [await takeArticle(trip, page, body, article)], offers }
  return movedTo(url, trip, page, body, article, offers)
}

/** A page that led to another one: what came is that one's, which is not fetched once more in this run. */
async function movedTo(
  url: string,
  trip: Trip,
  page: CrawlPage,
  body: Body,
  article: Article,
  files: PageOffer[],
): Promise<Read> {
  const [there] = offerOf(trip.rules, 'page', { url, title: page.title, depth: page.depth })
  if (!there) {
    const message = `${page.url} leads to ${url}, which is not of this source.`
    const error = { code: 'out-of-scope', message }
    return {
      visits: [{ ...baseOf(page, body), state: 'refused', result: 'refused', error }],
      offers: [],
    }
  }
  const moved: PageVisit = {
    ...baseOf(page, body),
    ...{ state: 'done', result: 'moved', misses: 0, nextVisitAt: later(body, monthMs) },
  }
  const known = await trip.context.store.crawlPage(page.sourceId, there.urlKey)
  if (known && known.visitedRun >= trip.run) return { visits: [moved], offers: files }
  const other: CrawlPage = known ?? {
    ...page,
    ...{ urlKey: there.urlKey, url, kind: 'page', entry: false },
    ...{
      sha256: null,
      textPrint: null,
      changedAt: null,
      etag: null,
      lastModified: null,
      misses: 0,
    },
  }
  return {
    visits: [moved, await takeArticle(trip, other, body, article)],
    offers: [there, ...files],
  }
}

/** The page has another meaning than an article: what was one before is missed, as sites show their first page for what is gone. */
function notAnArticle(page: CrawlPage, body: Body, { kind, reason }: PageJudgement): Read {
  if (page.sha256 !== null && page.result !== 'no-article') {
    const message = `${body.url} shows something else than the article it was. ${reason}`
    const error = { code: `now-${kind}`, message }
    return { visits: [missedVisit(page, body, error)], offers: [] }
  }
  const visit = takenVisit(page, body, later(body, monthMs))
  return { visits: [{ ...visit, sha256: null, result: 'no-article' }], offers: [] }
}

/** What only stands in for a page: an error with status 200 is a miss, a login form or maintenance says nothing of the page. */
function standIn(page: CrawlPage, body: Body, { kind, reason }: PageJudgement): PageVisit | null {
  const message = `${body.url}: ${reason}`
  if (kind === 'error') return missedVisit(page, body, { code: 'error-page', message })
  if (kind === 'login') return failedVisit(page, body, { code: 'login-wall', message })
  return kind === 'maintenance' ? failedVisit(page, body, { code: kind, message }) : null
}

/** Takes an article into the archive, under the address of its page; only where it says something else than before. */
async function takeArticle(
  trip: Trip,
  page: CrawlPage,
  body: Body,
  { bytes, textPrint }: Article,
): Promise<PageVisit> {
  if (textPrint !== null && textPrint === page.textPrint && page.sha256 !== null) {
    const { etag, lastModified, fetchedAt } = body
    return {
      ...baseOf(page, body),
      ...{ state: 'done', result: 'unchanged', misses: 0, etag, lastModified },
      nextVisitAt: revisitAt(fetchedAt, page.changedAt),
    }
  }
  const name = fileNameOf(page, body.headers, '.html')
  return { ...(await take(trip, page, body, name, bytes)), textPrint }
}

/** Takes a file, however large, into the archive. */
const takeFile = (trip: Trip, page: CrawlPage, body: Body): Promise<PageVisit> =>
  take(trip, page, body, fileNameOf(page, body.headers), createReadStream(body.file))

async function take(
  { context, source }: Trip,
  page: CrawlPage,
  body: Body,
  name: string,
  bytes: Buffer | Readable,
): Promise<PageVisit> {
  await ingest(context, {
    ...{ name, bytes, place: page.url, tags: [source.name] },
    charset: body.charsetFromHeader ?? undefined,
  })
  const changedAt = page.sha256 === body.sha256 ? page.changedAt : body.fetchedAt
  return takenVisit(page, body, revisitAt(body.fetchedAt, changedAt))
}

function takenVisit(page: CrawlPage, body: Body, nextVisitAt: string | null): PageVisit {
  const isSame = page.sha256 === body.sha256
  return {
    ...baseOf(page, body),
    state: 'done',
    result: isSame ? 'unchanged' : page.sha256 === null ? 'new' : 'changed',
    etag: body.etag,
    lastModified: body.lastModified,
    sha256: body.sha256,
    misses: 0,
    changedAt: isSame ? page.changedAt : body.fetchedAt,
    nextVisitAt,
  }
}

function webPageOf(
  { rules }: Trip,
  body: Body,
  bytes: Buffer,
): { html: string; web: WebPage; judgement: PageJudgement } {
  const { text: html } = decodeText(bytes, body.charsetFromHeader)
  const web = readWebPage(html, body.url)
  return { html, web, judgement: judgePage(web, rules.words) }
}

/** The media type by the first bytes; of archives and Office files only that they are none of text. */
function typeOf(head: Buffer): string {
  const isPacked = head[0] === 0xd0 || head.toString('latin1', 0, 2) === 'PK'
  return isPacked ? 'application/octet-stream' : detectMediaType(head)
}

/** The first bytes of a body that may be too large to be read whole. */
async function headOf({ file }: Body): Promise<Buffer> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

const later = ({ fetchedAt }: Body, ms: number): string =>
  new Date(Date.parse(fetchedAt) + ms).toISOString()
