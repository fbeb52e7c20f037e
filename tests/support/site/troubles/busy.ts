// Troubles of a site that has too much to do, or that refuses.
import { type Trouble, withStatus } from './trouble.ts'

/** Everything but robots.txt. */
const pages = (change: NonNullable<Trouble['change']>): Trouble => ({
  change: (reply, asked) => (reply.kind === 'robots' ? reply : change(reply, asked)),
})

export const busyTroubles = {
  'too-many-requests': pages((reply, { total }) =>
    total % 5 === 0 ? withStatus(reply, 429, { 'retry-after': '1' }) : reply,
  ),
  'too-many-requests-until': pages((reply, { count }) =>
    count === 1 && reply.kind === 'list'
      ? withStatus(reply, 429, { 'retry-after': new Date(Date.now() + 2000).toUTCString() })
      : reply,
  ),
  'too-many-requests-for-years': pages((reply) =>
    withStatus(reply, 429, { 'retry-after': String(10 * 365 * 86_400) }),
  ),
  unavailable: pages((reply) => withStatus(reply, 503)),
  'unavailable-once': pages((reply, { count }) =>
    count === 1 ? withStatus(reply, 503, { 'retry-after': '1' }) : reply,
  ),
  'server-error': pages((reply) => (reply.kind === 'article' ? withStatus(reply, 500) : reply)),
  'every-third-fails': pages((reply, { total }) =>
    total % 3 === 0 ? withStatus(reply, 502) : reply,
  ),
  'articles-forbidden': pages((reply) =>
    reply.kind === 'article' ? withStatus(reply, 403) : reply,
  ),
  'slow-answers': pages(async (reply) => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    return reply
  }),
} satisfies Record<string, Trouble>
