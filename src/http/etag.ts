// Validators: what was sent once is not sent again while it is the same. JSON of the API and pages get an ETag of their bytes; originals,
// pictures, assets and feeds have one of their own, which `isKnown` compares.
import { createHash } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'

/** A strong ETag of a text. */
export const etagOf = (text: string): string =>
  `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`

/** Whether who asks has this already: If-None-Match names it, or anything ("*"). */
export function isKnown(c: Context, etag: string): boolean {
  const asked = c.req.header('if-none-match')?.split(',') ?? []
  return asked.some((one) => ['*', etag].includes(one.trim().replace(/^W\//, '')))
}

/**
 * The middleware for JSON and pages. Nothing is tagged that streams (exports, events), that is no 200, or that is not to be kept
 * ("no-store"). Browsers and programs ask again each time ("no-cache") and get a 304 without a body where nothing changed.
 */
export const tagged: MiddlewareHandler = async (c, next) => {
  await next()
  const { status, headers } = c.res
  const isText = /^(?:application\/json|text\/html)\b/.test(headers.get('content-type') ?? '')
  const isAsked = c.req.method === 'GET' || c.req.method === 'HEAD'
  if (!isAsked || status !== 200 || !isText || headers.has('etag')) return
  const control = headers.get('cache-control')
  if (control?.includes('no-store')) return
  const text = await c.res.text()
  const etag = etagOf(text)
  const known = isKnown(c, etag)
  const kept = new Headers(headers)
  kept.set('etag', etag)
  if (control === null) kept.set('cache-control', 'no-cache')
  if (known) kept.delete('content-type')
  c.res = undefined
  c.res = new Response(known ? null : text, { status: known ? 304 : 200, headers: kept })
}

/** What the OpenAPI document says of it, for every path: each GET that answers with JSON under /api. */
export function withTags<Paths extends Record<string, object>>(paths: Paths): Paths {
  const header = {
    ETag: {
      description: 'Of this answer; sent as If-None-Match the next time, it saves the body.',
      schema: { type: 'string' },
    },
  }
  return Object.fromEntries(
    Object.entries(paths).map(([path, item]) => [
      path,
      path.startsWith('/api/') ? tag(item) : item,
    ]),
  ) as Paths

  function tag(item: { get?: { responses?: Record<string, object> } }): object {
    const answer = item.get?.responses?.[200] as { content?: object; headers?: object } | undefined
    const types = Object.keys(answer?.content ?? {})
    if (!types.includes('application/json') && !types.includes('*/*')) return item
    const responses = {
      ...item.get?.responses,
      200: { ...answer, headers: { ...answer?.headers, ...header } },
      304: { description: 'The same as If-None-Match names; without a body.' },
    }
    return { ...item, get: { ...item.get, responses } }
  }
}
