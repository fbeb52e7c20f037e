// Troubles with where articles have gone.
import type { Reply } from '../answer.ts'
import { only, type Trouble } from './trouble.ts'

const to = (
  reply: Reply,
  location: string,
  status = 302,
  headers: Record<string, string> = {},
): Reply => ({
  ...reply,
  status,
  headers: { location, ...headers },
  body: Buffer.alloc(0),
})
const articles = (change: NonNullable<Trouble['change']>): Trouble => ({
  change: only(['article'], change),
})

export const redirectTroubles = {
  'redirect-loop': articles((reply, { url }) =>
    to(reply, url.searchParams.has('a') ? url.pathname : `${url.pathname}?a=1`),
  ),
  'redirect-thirty': articles((reply, { url }) => {
    const hop = Number(url.searchParams.get('hop') ?? 0)
    return hop < 30 ? to(reply, `${url.pathname}?hop=${hop + 1}`) : reply
  }),
  'redirect-to-private': articles((reply) => to(reply, 'http://10.0.0.8/noi-bo/')),
  'redirect-to-metadata': articles((reply) =>
    to(reply, 'http://169.254.169.254/latest/meta-data/'),
  ),
  'redirect-to-file': articles((reply) => to(reply, 'file:///etc/passwd')),
  'redirect-to-login': articles((reply) => to(reply, '/users/login/')),
  'redirect-to-front': articles((reply) => to(reply, '/')),
  'redirect-nowhere': articles((reply) => ({ ...to(reply, ''), headers: {} })),
  'redirect-until-cookie': articles((reply, { url, headers }) =>
    headers.cookie?.includes('qua=1')
      ? reply
      : to(reply, url.pathname + url.search, 302, { 'set-cookie': 'qua=1; path=/' }),
  ),
} satisfies Record<string, Trouble>
