// Messages to webhooks: sent at least once, each try with the same id, with growing waits between them, until one is taken.
import { FetchFault } from '../../crawl/fetch-fault.ts'
import { post } from '../../crawl/post.ts'
import type { DeliveryEnd, StartedDelivery } from '../../ports/saved.ts'
import { type SavedContext, siteOf } from './context.ts'
import { signedHeaders } from './sign.ts'

/** How long a try may be under way before another process takes it for lost. */
const leaseMs = 60_000
/** Searches whose webhooks are asked at once. */
const atOnce = 4
const mostDue = 200
const minute = 60_000
const hour = 60 * minute
/** Between the first try and the second, and so on: a day and a half in all. */
const waitsMs = [minute, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour] as const

/** Sends what is due. Of each search one message after the other, and none behind one that failed. */
export async function deliverDue(context: SavedContext, signal: AbortSignal): Promise<void> {
  const due = await context.store.deliveriesDue(mostDue)
  const bySearch = [...Map.groupBy(due, ({ savedId }) => savedId).values()]
  const work = async () => {
    for (let list = bySearch.shift(); list; list = bySearch.shift())
      for (const { id } of list) {
        if (signal.aborted) return
        if (!(await deliver(context, id, signal))) break
      }
  }
  // All of them, so that nobody closes the store below one that is still at work.
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, work))
  const failed = ends.find((end) => end.status === 'rejected')
  if (failed) throw failed.reason
}

/** False where the webhook did not take it. */
async function deliver(context: SavedContext, id: string, signal: AbortSignal): Promise<boolean> {
  const started = await context.store.startDelivery(id, leaseMs)
  if (!started) return true
  const body = await bodyOf(context, started)
  const end = body === null ? nothingLeft : await send(context, started, body, signal)
  // Told to stop: the try is lost with its process, and the next one finds its lease over.
  if (end === null) return false
  await context.store.endDelivery(id, started.lease, end)
  if (end.state !== 'delivered')
    context.log.warn('a webhook was not told', { name: started.search.name, reason: end.reason })
  return end.state === 'delivered'
}

/** All its documents were forgotten before it was sent. */
const nothingLeft: DeliveryEnd = { state: 'delivered', waitMs: 0, status: null, reason: null }

/** Null where the process is told to end. */
async function send(
  context: SavedContext,
  { delivery, search, secret }: StartedDelivery,
  body: string,
  signal: AbortSignal,
): Promise<DeliveryEnd | null> {
  const { config, version } = context
  try {
    const { status, retryAfterMs } = await post(search.webhookUrl ?? '', {
      headers: {
        'content-type': 'application/json',
        'user-agent': `vanthu/${version}`,
        ...signedHeaders(secret, { id: delivery.id, at: Date.now(), body }),
      },
      body,
      allowedHosts: config.webhookHosts,
      signal,
    })
    if (status >= 200 && status < 300)
      return { state: 'delivered', waitMs: 0, status, reason: null }
    const reason =
      status >= 300 && status < 400
        ? `It answers ${status}; redirects are not followed.`
        : `It answers ${status}.`
    return again(delivery.tries, { status, reason, leastMs: retryAfterMs ?? 0 })
  } catch (error) {
    if (!(error instanceof FetchFault)) throw error
    const { fault } = error
    if (fault.kind === 'later' && fault.reason === 'stopped') return null
    return again(delivery.tries, { status: null, reason: error.message, leastMs: 0 })
  }
}

/** Another try, or none: the tries are at an end, or the receiver says 410, that it wants nothing any more. */
function again(
  tries: number,
  { status, reason, leastMs }: { status: number | null; reason: string; leastMs: number },
): DeliveryEnd {
  const wait = waitsMs[tries - 1]
  return wait === undefined || status === 410
    ? { state: 'failed', waitMs: 0, status, reason }
    : { state: 'waiting', waitMs: Math.max(wait, leastMs), status, reason }
}

/** What is said of the documents, as JSON; null where none is left. */
async function bodyOf(
  context: SavedContext,
  { delivery, search, documentIds }: StartedDelivery,
): Promise<string | null> {
  const { store, config } = context
  const documents = []
  for (const id of documentIds) {
    const [row, record] = [await store.getDocument(id), await store.getRecord(id)]
    if (!row || !record) continue
    documents.push({
      id,
      name: row.name,
      title: record.title,
      url: `${siteOf(config)}/d/${id}`,
      documentType: record.documentType,
      number: record.number,
      issuer: record.issuer,
      issuedOn: record.issuedOn,
      publishedAt: record.publishedAt,
    })
  }
  if (documents.length === 0) return null
  const { id, name, query } = search
  return JSON.stringify({
    type: 'search.matched',
    timestamp: delivery.createdAt,
    search: { id, name, query },
    documents,
  })
}
