// What each route does, as the table of roles has it. A route that stands nowhere here is the operators' alone, and a test fails.
import type { Context } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { Action } from '../../accounts/roles.ts'

/** Taken by the operators alone, where somebody forgot to say what a route does. */
export const unlisted: Action = 'accounts'

export const routesOf: Record<Action | 'open', readonly string[]> = {
  // Without any login.
  open: ['GET /healthz', 'GET /readyz', 'GET /assets/:name', 'GET /login', 'POST /login'],
  read: [
    'GET /',
    'GET /d/:id',
    'GET /d/:id/original',
    'GET /d/:id/pages/:name{[1-9][0-9]{0,3}\\.png}',
    'GET /dashboard',
    'GET /upload/files',
    'GET /upload/progress',
    'GET /status',
    'GET /status/documents',
    'GET /fetches',
    'GET /api/search',
    'GET /api/documents',
    'GET /api/documents/:id',
    'GET /api/documents/:id/original',
    'GET /api/documents/:id/corrections',
    'GET /api/status',
    'GET /api/account',
    'GET /api/fetches',
    'GET /api/facts/officials',
    'GET /api/facts/directives',
    'GET /api/facts/percentages',
    'GET /api/facts/citations',
    'GET /api/facts/dates',
    'GET /api/people',
    'GET /api/people/:id',
    'GET /api/numbers/:number{.+}',
    'GET /feed',
    'GET /saved/:id/feed',
    'GET /directives',
    'GET /statistics',
    'GET /people',
    'GET /people/:id',
    'GET /provinces',
    'GET /provinces/:id',
    'GET /numbers/:number{.+}',
    'GET /api',
    'GET /api/openapi.json',
  ],
  export: ['GET /api/export/:file'],
  own: [
    'GET /account',
    'POST /account/password',
    'POST /account/tokens',
    'POST /account/tokens/:id/revoke',
    'POST /logout',
  ],
  upload: ['POST /upload', 'POST /api/documents'],
  retry: [
    'POST /d/:id/retry',
    'POST /status/retry',
    'POST /api/documents/:id/retry',
    'POST /api/retry',
  ],
  reprocess: [
    'POST /d/:id/reprocess',
    'POST /status/reprocess',
    'POST /api/documents/:id/reprocess',
    'POST /api/reprocess',
  ],
  correct: [
    'GET /d/:id/corrections/edit',
    'GET /d/:id/corrections/add',
    'POST /d/:id/corrections',
    'POST /d/:id/corrections/:number/withdraw',
    'POST /api/documents/:id/corrections',
    'DELETE /api/documents/:id/corrections/:number',
    'POST /people/:id/same',
    'POST /people/:id/alone',
    'POST /people/:id/undo',
  ],
  save: [
    'GET /saved',
    'POST /saved',
    'POST /saved/:id/remove',
    'GET /api/saved',
    'POST /api/saved',
    'GET /api/saved/:id',
    'DELETE /api/saved/:id',
  ],
  forget: ['GET /d/:id/forget', 'POST /d/:id/forget', 'DELETE /api/documents/:id'],
  sources: [
    'GET /sources',
    'GET /sources/add',
    'GET /sources/:id',
    'GET /sources/:id/edit',
    'GET /sources/:id/pages',
    'GET /sources/:id/remove',
    'POST /sources',
    'POST /sources/probe',
    'POST /sources/import',
    'POST /sources/:id',
    'POST /sources/:id/run',
    'POST /sources/:id/pause',
    'POST /sources/:id/resume',
    'POST /sources/:id/remove',
    'GET /api/sources',
    'GET /api/sources/export.tsv',
    'GET /api/sources/:id',
    'GET /api/sources/:id/progress',
    'GET /api/sources/:id/pages',
    'POST /api/sources',
    'POST /api/sources/probe',
    'POST /api/sources/import',
    'POST /api/sources/:id/run',
    'POST /api/sources/:id/pause',
    'POST /api/sources/:id/resume',
    'PATCH /api/sources/:id',
    'DELETE /api/sources/:id',
  ],
  metrics: ['GET /metrics'],
  queues: ['GET /queues', 'GET /queues/', 'GET /queues/*'],
  audit: ['GET /audit'],
  accounts: [
    'GET /accounts',
    'POST /accounts',
    'GET /accounts/:name',
    'POST /accounts/:name/role',
    'POST /accounts/:name/password',
    'POST /accounts/:name/lock',
    'POST /accounts/:name/unlock',
    'POST /accounts/:name/remove',
  ],
}

const actionOfRoute = new Map(
  Object.entries(routesOf).flatMap(([action, routes]) =>
    routes.map((route) => [route, action as Action | 'open'] as const),
  ),
)

export type AskedRoute = {
  action: Action | 'open'
  /** What stands in the address in place of its first parameter: an id, a name. */
  parameter: string
}

/** What the request does; null where no route answers it. */
export function askedRoute(c: Context): AskedRoute | null {
  // Whatever is used by all routes stands among them, for all methods.
  const route = matchedRoutes(c).find(({ method }) => method !== 'ALL')
  if (!route) return null
  const place = route.path.split('/').findIndex((part) => part.startsWith(':'))
  return {
    action: actionOfRoute.get(`${route.method} ${route.path}`) ?? unlisted,
    parameter: place < 0 ? '' : decoded(c.req.path.split('/')[place] ?? ''),
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
