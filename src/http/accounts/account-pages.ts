// The addresses for everybody who has an account: "/login", "/logout", "/account".
import { type Context, Hono } from 'hono'
import { AccountFault } from '../../accounts/fault.ts'
import type { App } from '../../app/app.ts'
import { UserError } from '../../errors.ts'
import type { Account } from '../../model/account.ts'
import { formatNumber } from '../format.ts'
import { limitBody } from '../json-body.ts'
import { pageContextOf, sendPage } from '../layout.ts'
import type { Access } from './access.ts'
import { type AccountPageData, accountPage } from './account-page.ts'
import { clientAddress, networkOf } from './client-address.ts'
import { localPath } from './local-path.ts'
import { loginPage } from './login-page.ts'
import { clearSession, readSession, writeSession } from './session-cookie.ts'
import { byOf, visitorOf } from './visitor.ts'

/** Routes of these pages, to be mounted at /. */
export function accountPages(app: App, access: Access): Hono {
  const routes = new Hono()
  routes.get('/login', async (c) => {
    const next = localPath(c.req.query('next'))
    if (visitorOf(c).account) return c.redirect(next, 303)
    const page = pageContextOf(c)
    return sendPage(c, page, loginPage(page, { name: '', next, problem: '' }))
  })
  routes.post('/login', limitBody, async (c) => {
    const form = await formOf(c)
    const name = form.get('name') ?? ''
    const next = localPath(form.get('next'))
    const result = await app.accounts.logIn({
      name,
      password: form.get('password') ?? '',
      address: networkOf(clientAddress(c, access.proxies)),
      oldSession: readSession(c, access),
    })
    if (result.isIn) {
      writeSession(c, access, result.session)
      return c.redirect(next, 303)
    }
    const page = pageContextOf(c)
    const { wait, wrong } = page.t.accounts
    const minutes = formatNumber(Math.ceil(result.waitMs / 60_000), page.language)
    const problem = result.waitMs > 0 ? wait(minutes) : wrong
    if (result.waitMs > 0) c.header('retry-after', String(Math.ceil(result.waitMs / 1_000)))
    const status = result.waitMs > 0 ? 429 : 401
    return sendPage(c, page, loginPage(page, { name, next, problem }), status)
  })
  routes.post('/logout', async (c) => {
    const secret = readSession(c, access)
    if (secret) await app.accounts.logOut(byOf(visitorOf(c)), secret)
    clearSession(c, access)
    // What was seen is not for whoever sits down here next.
    c.header('clear-site-data', '"cache"')
    return c.redirect('/login', 303)
  })
  routes.get('/account', (c) => ownPage(app, c, {}))
  routes.post('/account/password', limitBody, async (c) => {
    const { t } = pageContextOf(c)
    const form = await formOf(c)
    const { key } = accountOf(c)
    const passwords = { current: form.get('current') ?? '', next: form.get('next') ?? '' }
    return orProblem(app, c, async () => {
      const session = await app.accounts.changeOwnPassword(byOf(visitorOf(c)), key, passwords)
      if (!session) return { problem: t.accounts.currentWrong }
      writeSession(c, access, session)
      return { said: t.accounts.changed }
    })
  })
  routes.post('/account/tokens', limitBody, async (c) => {
    const form = await formOf(c)
    const token = {
      label: form.get('label') ?? '',
      scopes: form.getAll('scope'),
      days: form.get('days') ? Number(form.get('days')) : null,
    }
    return orProblem(app, c, async () => {
      const { name } = accountOf(c)
      const { secret } = await app.accounts.addToken(byOf(visitorOf(c)), name, token)
      return { secret }
    })
  })
  routes.post('/account/tokens/:id/revoke', (c) =>
    orProblem(app, c, async () => {
      const id = c.req.param('id')
      await app.accounts.revokeToken(byOf(visitorOf(c)), accountOf(c).name, id)
      return { said: pageContextOf(c).t.accounts.done }
    }),
  )
  return routes
}

/** Who is logged in; the guard lets nobody else come here. */
function accountOf(c: Context): Account {
  const { account } = visitorOf(c)
  if (!account) throw new Error('Nobody is logged in on a page for those who are.')
  return account
}

type Told = Omit<AccountPageData, 'account' | 'tokens'>

async function ownPage(app: App, c: Context, told: Told): Promise<Response> {
  const page = pageContextOf(c)
  const account = accountOf(c)
  const tokens = await app.accounts.tokens(account.name)
  // What shows a secret is not kept anywhere, and does not come back with the button of the browser.
  const content = accountPage(page, { account, tokens, ...told })
  const answer = await sendPage(c, page, content, told.problem ? 400 : 200)
  if (told.secret) answer.headers.set('cache-control', 'no-store')
  return answer
}

/** Does something and shows the page; what the person got wrong stands on it. */
async function orProblem(app: App, c: Context, work: () => Promise<Told>): Promise<Response> {
  try {
    return await ownPage(app, c, await work())
  } catch (error) {
    if (!(error instanceof AccountFault)) throw error
    return ownPage(app, c, { problem: pageContextOf(c).t.accounts.faults[error.code] })
  }
}

/** The fields of a form of ours. @throws UserError where it is sent in another way */
export async function formOf(c: Context): Promise<URLSearchParams> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? ''))
    throw new UserError('Send the form of the page.')
  return new URLSearchParams(await c.req.text())
}
