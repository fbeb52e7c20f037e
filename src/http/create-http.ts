// The HTTP face of the application: JSON API and pages in one Hono app, asked in tests by `createHttp(app).request('/')`.
import { Hono } from 'hono'
import type { App } from '../app/app.ts'
import { type Access, openAccess } from './accounts/access.ts'
import { accountPages } from './accounts/account-pages.ts'
import { accountRoutes } from './accounts/account-routes.ts'
import { guard } from './accounts/guard.ts'
import { operatorPages } from './accounts/operator-pages.ts'
import { answerFor, errorJson, isForPrograms } from './answer-errors.ts'
import { apiRoutes, queueBoardRoutes, watchRoutes } from './api.ts'
import { assetRoutes } from './assets.ts'
import { tagged } from './etag.ts'
import { pageContextOf, sendPage } from './layout.ts'
import { errorPage } from './pages/message-page.ts'
import { pageRoutes } from './pages/routes.ts'
import { feedRoutes } from './saved/feed-routes.ts'
import { uploadProgressRoutes } from './upload-progress.ts'

export type HttpOptions = {
  /** Most bytes of one upload; default 100 MB (of 1024² bytes). */
  maxUploadBytes?: number
  /** Whether people log in; default: everybody who reaches this machine's own address may do everything. */
  access?: Access
  /** Aborted when the server is about to be closed: what streams events ends then. */
  ending?: AbortSignal
  /** Told of every error that is a bug; default writes its stack to stderr. */
  onBug?: (error: Error) => void
}

const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  // Pages follow uploads and swap results by asking for them.
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Puts API, pages and assets over an application. The caller closes the application. */
export function createHttp(app: App, options: HttpOptions = {}): Hono {
  const {
    maxUploadBytes = 100 * 1024 ** 2,
    access = openAccess,
    onBug = (error) => console.error(error),
  } = options
  const http = new Hono()
  http.use(async (c, next) => {
    await next()
    c.header('x-content-type-options', 'nosniff')
    // Not "no-referrer": browsers would then send our own upload form with the origin "null".
    c.header('referrer-policy', 'same-origin')
    c.header('cross-origin-resource-policy', 'same-origin')
    c.header('x-frame-options', 'DENY')
    if (!c.res.headers.has('content-security-policy'))
      c.header('content-security-policy', contentSecurityPolicy)
  })
  http.use(guard(app, access))
  if (access.accounts) {
    http.route('/', accountPages(app, access))
    http.route('/', operatorPages(app))
  }
  http.use('/api/*', tagged)
  http.route('/api', accountRoutes())
  http.route('/api', apiRoutes(app, { maxUploadBytes }))
  http.route('/assets', assetRoutes())
  http.route('/', watchRoutes(app))
  if (!app.hasOwnQueue) http.route('/', queueBoardRoutes(app))
  // Behind what watches the process, which is to be told each time.
  http.use(tagged)
  http.route('/', uploadProgressRoutes(app, options.ending))
  http.route('/', feedRoutes(app))
  http.route('/', pageRoutes(app, { maxUploadBytes }))

  http.notFound((c) => {
    const message = `There is nothing at ${c.req.method} ${c.req.path}.`
    const answer = { status: 404 as const, code: 'not-found', message, isBug: false }
    if (isForPrograms(c.req.path)) return errorJson(c, answer)
    const page = pageContextOf(c)
    return sendPage(c, page, errorPage(page, answer), 404)
  })
  http.onError((error, c) => {
    const answer = answerFor(error)
    if (answer.isBug) onBug(error)
    if (answer.status === 503) c.header('retry-after', '30')
    if (isForPrograms(c.req.path)) return errorJson(c, answer)
    const page = pageContextOf(c)
    return sendPage(c, page, errorPage(page, answer), answer.status)
  })
  return http
}
