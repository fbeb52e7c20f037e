// Stands before every route: who asks, whether he may, how often he asked, and what the audit log says of it.
import type { Context, MiddlewareHandler, Next } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type Action, rules } from '../../accounts/roles.ts'
import { hashOf } from '../../accounts/secret.ts'
import type { App } from '../../app/app.ts'
import { isForPrograms, notAllowed } from '../answer-errors.ts'
import { refuseForeignForms, setOwnOrigin } from '../upload.ts'
import { type Access, isLoopbackHost, isLoopbackName } from './access.ts'
import { clientAddress, networkOf } from './client-address.ts'
import { localPath } from './local-path.ts'
import { createRequestLimit } from './request-limit.ts'
import { type AskedRoute, askedRoute } from './route-actions.ts'
import { readSession } from './session-cookie.ts'
import { auditTargetOf, byOf, known, setVisitor, stranger, type Visitor } from './visitor.ts'

/** The middleware; refusals are thrown as HTTPException 401, 403 or 429. */
export function guard(app: App, access: Access): MiddlewareHandler {
  if (!access.accounts)
    return async (c, next) => {
      refuseStrangeHost(c)
      if (isChange(c)) refuseForeignForms(c)
      await next()
    }
  const limit = createRequestLimit(access.requestsPerMinute, access.now)
  return async (c, next) => {
    const { visitor, secret } = await recognise(app, c, access)
    setVisitor(c, visitor)
    const { address } = visitor
    const isOwn = access.proxies === 0 && isLoopbackName(address)
    const client = visitor.account ? hashOf(secret) : networkOf(address)
    // Files of pages come in dozens with the first page, and never again.
    const isCounted = !c.req.path.startsWith('/assets/') && (visitor.account !== null || !isOwn)
    const waitSeconds = isCounted ? limit(client) : 0
    if (waitSeconds > 0) {
      c.header('retry-after', String(waitSeconds))
      throw new HTTPException(429, {
        message: `Too many requests in a minute: go on in ${waitSeconds} seconds.`,
      })
    }
    if (isChange(c)) refuseForged(c, access, visitor)
    // Where no route answers, only those who may read are told so.
    const asked = askedRoute(c) ?? { action: 'read' as const, parameter: '' }
    if (asked.action === 'open') await next()
    else if (!visitor.account) {
      const answer = sendToLogin(c)
      if (answer) return answer
    } else await inRole(app, c, next, visitor, asked as AskedRoute & { action: Action })
    keepPrivate(c)
  }
}

/** Lets somebody who is known do what his role may, and writes it down. */
async function inRole(
  app: App,
  c: Context,
  next: Next,
  visitor: Visitor,
  { action, parameter }: AskedRoute & { action: Action },
): Promise<void> {
  const { audited } = rules[action]
  const note = (outcome: 'done' | 'refused' | 'failed') =>
    app.accounts.note(byOf(visitor), {
      action,
      target: auditTargetOf(c) ?? parameter,
      outcome,
      detail: `${c.req.method} ${c.req.path}`,
    })
  const isNoted = audited === 'always' || (audited === 'changes' && isChange(c))
  if (!visitor.may(action)) {
    if (isChange(c)) await note('refused')
    throw new HTTPException(403, { message: refusalOf(visitor, action), cause: notAllowed })
  }
  await next()
  const { status } = c.res
  if (isNoted) await note(status < 400 ? 'done' : status === 403 ? 'refused' : 'failed')
}

/** Who asks: by a token, by the cookie of a session, or nobody we know. @throws HTTPException 401 for a token that is none */
async function recognise(
  app: App,
  c: Context,
  access: Access,
): Promise<{ visitor: Visitor; secret: string }> {
  const address = clientAddress(c, access.proxies)
  const authorization = c.req.header('authorization')
  if (authorization !== undefined) {
    const secret = /^Bearer +(\S{1,200})$/i.exec(authorization.trim())?.[1] ?? ''
    const found = await app.accounts.ofToken(secret)
    return {
      visitor: found ? known(found.account, address, found.scopes) : stranger(address),
      secret,
    }
  }
  const secret = readSession(c, access) ?? ''
  const account = secret ? await app.accounts.ofSession(secret) : null
  return { visitor: account ? known(account, address, null) : stranger(address), secret }
}

/** To the login and back, where a person asks; a program is told. @throws HTTPException 401 */
function sendToLogin(c: Context): Response | undefined {
  if (isForPrograms(c.req.path) || c.req.header('authorization') !== undefined) {
    c.header('www-authenticate', 'Bearer realm="vanthu"')
    throw new HTTPException(401, {
      message: c.req.header('authorization')
        ? 'The token is none, was revoked, or is over.'
        : 'Log in, or send a token: "Authorization: Bearer vt_…".',
    })
  }
  const { pathname, search } = new URL(c.req.url)
  const login = `/login?next=${encodeURIComponent(isChange(c) ? cameFrom(c) : localPath(pathname + search))}`
  if (c.req.header('hx-request') === undefined) return c.redirect(login, 303)
  // A part of a page is asked for: the whole page goes to the login.
  c.header('hx-redirect', login)
  return c.body(null, 401)
}

/** The page of ours that a form was sent from. */
function cameFrom(c: Context): string {
  const referer = c.req.header('referer') ?? ''
  if (!URL.canParse(referer)) return '/'
  const { host, pathname, search } = new URL(referer)
  return host === hostOf(c) ? localPath(pathname + search) : '/'
}

/** Another site may have its name lead to this machine, and would then be one origin with us. @throws HTTPException 403 */
function refuseStrangeHost(c: Context): void {
  if (!isLoopbackHost(hostOf(c)))
    throw new HTTPException(403, {
      message:
        'This archive is open to its own machine only: ask for it as http://127.0.0.1 or http://localhost.',
    })
}

/**
 * Refuses what a page of another site makes a browser send. Browsers say where a form comes from; a session that comes without
 * saying so is no browser. @throws HTTPException 403
 */
function refuseForged(c: Context, { publicUrl }: Access, { way }: Visitor): void {
  if (publicUrl) setOwnOrigin(c, new URL(publicUrl).origin)
  refuseForeignForms(c)
  const says = c.req.header('sec-fetch-site') ?? c.req.header('origin')
  if (way === 'session' && says === undefined)
    throw new HTTPException(403, {
      message: 'Programs send a token, not the cookie of a browser.',
    })
}

function refusalOf({ account, way }: Visitor, action: Action): string {
  const { roles, scope } = rules[action]
  if (!account || !roles.some((role) => role === account.role))
    return `This is for ${roles.join(' and ')}; you are ${account?.role ?? 'not logged in'}.`
  return scope === null
    ? `This is done by people who log in, not by a ${way}.`
    : `The token has not the scope "${scope}".`
}

/** What somebody sees who is logged in is kept by his own browser only, and asked for again. */
function keepPrivate(c: Context): void {
  if (!/private|no-store|immutable/.test(c.res.headers.get('cache-control') ?? ''))
    c.header('cache-control', 'private, no-cache')
  c.header('vary', 'Authorization', { append: true })
}

const hostOf = (c: Context): string => c.req.header('host') ?? new URL(c.req.url).host
const isChange = (c: Context): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)
