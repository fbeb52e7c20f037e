// What can be the matter with a site: a trouble changes replies, or takes the connection into its own hands.
import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import type { Reply } from '../answer.ts'
import type { Shelf } from '../shelf.ts'

export type Asked = {
  url: URL
  origin: string
  shelf: Shelf
  /** How often this very path was asked, this time included; and how many requests there were in all. */
  count: number
  total: number
  headers: IncomingHttpHeaders
}

export type Trouble = {
  change?: (reply: Reply, asked: Asked) => Reply | Promise<Reply>
  /** True where it answered, or will. */
  take?: (reply: Reply, asked: Asked, response: ServerResponse) => boolean
}

/** Another body, without what named the old one. */
export function withBody(
  reply: Reply,
  body: string | Buffer,
  headers: Record<string, string> = {},
): Reply {
  const { etag: _, 'last-modified': __, ...rest } = reply.headers
  return { ...reply, status: 200, headers: { ...rest, ...headers }, body: Buffer.from(body) }
}

export const withStatus = (
  reply: Reply,
  status: number,
  headers: Record<string, string> = {},
): Reply => ({
  ...reply,
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  body: Buffer.from(
    `<html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>`,
  ),
})

/** The same change for replies of some kinds only. */
export const only =
  (
    kinds: readonly Reply['kind'][],
    change: NonNullable<Trouble['change']>,
  ): NonNullable<Trouble['change']> =>
  (reply, asked) =>
    reply.status === 200 && kinds.includes(reply.kind) ? change(reply, asked) : reply

export const onlyTake =
  (
    kinds: readonly Reply['kind'][],
    take: NonNullable<Trouble['take']>,
  ): NonNullable<Trouble['take']> =>
  (reply, asked, response) =>
    reply.status === 200 && kinds.includes(reply.kind) && take(reply, asked, response)
