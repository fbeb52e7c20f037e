// Troubles with robots.txt.
import { only, onlyTake, type Trouble, withBody, withStatus } from './trouble.ts'

const robots = (change: NonNullable<Trouble['change']>): Trouble => ({
  change: only(['robots'], change),
})
const text = (body: string): Trouble => robots((reply) => withBody(reply, body))

export const robotsTroubles = {
  'robots-missing': robots((reply) => withStatus(reply, 404)),
  'robots-server-error': robots((reply) => withStatus(reply, 500)),
  'robots-busy': robots((reply) => withStatus(reply, 503, { 'retry-after': '120' })),
  'robots-forbidden': robots((reply) => withStatus(reply, 403)),
  'robots-never-answers': { take: onlyTake(['robots'], () => true) },
  'robots-huge': robots((reply) =>
    withBody(reply, `User-agent: *\nDisallow: /users/\n${'# '.padEnd(1024, 'x')}\n`.repeat(10_000)),
  ),
  'robots-with-mark': robots((reply) =>
    withBody(
      reply,
      Buffer.concat([
        Buffer.from([0xef, 0xbb, 0xbf]),
        Buffer.from('User-agent: *\nDisallow: /tin-tuc/thong-bao/\n'),
      ]),
    ),
  ),
  'robots-elsewhere': {
    change: (reply, { url }) =>
      url.pathname === '/robots-moi.txt'
        ? withBody({ ...reply, kind: 'other' }, 'User-agent: *\nDisallow: /tin-tuc/thong-bao/\n', {
            'content-type': 'text/plain',
          })
        : reply.kind === 'robots'
          ? {
              ...reply,
              status: 301,
              headers: { location: '/robots-moi.txt' },
              body: Buffer.alloc(0),
            }
          : reply,
  },
  'robots-is-a-page': robots((reply) =>
    withBody(reply, '<!DOCTYPE html><html><body><h1>Trang chủ</h1></body></html>', {
      'content-type': 'text/html',
    }),
  ),
  'robots-disallow-all': text('User-agent: *\nDisallow: /\n'),
  'robots-disallow-section': text(
    'User-agent: *\nDisallow: /tin-tuc/thong-bao/\nAllow: /tin-tuc/\n',
  ),
  'robots-slow-down': text('User-agent: *\nCrawl-delay: 2\nDisallow: /admin/\n'),
} satisfies Record<string, Trouble>
