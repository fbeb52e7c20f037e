// The addresses for operators: "/accounts" and "/audit".
import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { AccountFault } from '../../accounts/fault.ts'
import { accountKey } from '../../accounts/name.ts'
import type { App } from '../../app/app.ts'
import { UserError } from '../../errors.ts'
import type { Account } from '../../model/account.ts'
import { limitBody } from '../json-body.ts'
import { type PageContext, pageContextOf, sendPage } from '../layout.ts'
import { formOf } from './account-pages.ts'
import { auditPage } from './audit-page.ts'
import { accountsPage, operatorPage } from './operator-page.ts'
import { byOf, visitorOf } from './visitor.ts'

const auditPageSize = 100

/** Routes of these pages, to be mounted at /. */
export function operatorPages(app: App): Hono {
  const routes = new Hono()
  routes.get('/accounts', async (c) => {
    const page = pageContextOf(c)
    return sendPage(c, page, accountsPage(page, await app.accounts.list(), {}))
  })
  routes.post('/accounts', limitBody, async (c) => {
    const page = pageContextOf(c)
    const form = await formOf(c)
    const typed = { name: form.get('name') ?? '', role: form.get('role') ?? '' }
    const password = form.get('next') ?? ''
    const problem = await problemOf(page, () =>
      app.accounts.add(byOf(visitorOf(c)), { ...typed, password }),
    )
    const list = await app.accounts.list()
    const content = problem
      ? accountsPage(page, list, { problem, typed })
      : accountsPage(page, list, { said: page.t.accounts.added(typed.name) })
    return sendPage(c, page, content, problem ? 400 : 201)
  })
  routes.get('/accounts/:name', async (c) => {
    const page = pageContextOf(c)
    return sendPage(c, page, operatorPage(page, await named(app, c), {}))
  })
  routes.post('/accounts/:name/role', limitBody, async (c) => {
    const role = (await formOf(c)).get('role') ?? ''
    return change(app, c, ({ name }) => app.accounts.setRole(byOf(visitorOf(c)), name, role))
  })
  routes.post('/accounts/:name/password', limitBody, async (c) => {
    const next = (await formOf(c)).get('next') ?? ''
    const set = ({ name }: Account) => app.accounts.setPassword(byOf(visitorOf(c)), name, next)
    return change(app, c, set)
  })
  for (const action of ['lock', 'unlock'] as const)
    routes.post(`/accounts/:name/${action}`, (c) =>
      change(app, c, ({ name }) =>
        app.accounts.setLocked(byOf(visitorOf(c)), name, action === 'lock'),
      ),
    )
  routes.post('/accounts/:name/remove', limitBody, async (c) => {
    if (!(await formOf(c)).has('sure')) throw new UserError('Say that you are sure.')
    const page = pageContextOf(c)
    const account = await named(app, c)
    const problem = await problemOf(page, () =>
      app.accounts.remove(byOf(visitorOf(c)), account.name),
    )
    if (problem) return sendPage(c, page, operatorPage(page, account, { problem }), 400)
    return c.redirect('/accounts', 303)
  })
  routes.get('/audit', async (c) => {
    const page = pageContextOf(c)
    const asked = (name: string) => c.req.query(name)?.trim() ?? ''
    const filter = { who: asked('who'), action: asked('action'), target: asked('target') }
    const found = await app.accounts.audit({
      limit: auditPageSize,
      before: asked('before') || undefined,
      who: filter.who || undefined,
      action: filter.action || undefined,
      target: filter.target || undefined,
    })
    return sendPage(c, page, auditPage(page, found, filter))
  })
  return routes
}

/** The account that the address names. @throws HTTPException 404 */
async function named(app: App, c: Context): Promise<Account> {
  const key = accountKey(c.req.param('name') ?? '')
  const found = (await app.accounts.list()).find((account) => account.key === key)
  if (!found) throw new HTTPException(404, { message: 'There is no such account.' })
  return found
}

/** Changes an account and shows it. */
async function change(
  app: App,
  c: Context,
  work: (account: Account) => Promise<Account>,
): Promise<Response> {
  const page = pageContextOf(c)
  const account = await named(app, c)
  const problem = await problemOf(page, () => work(account))
  const told = problem ? { problem } : { said: page.t.accounts.done }
  return sendPage(c, page, operatorPage(page, await named(app, c), told), problem ? 400 : 200)
}

/** Does something; gives what is wrong with it in the words of the page, '' where it was done. */
async function problemOf({ t }: PageContext, work: () => Promise<unknown>): Promise<string> {
  try {
    await work()
    return ''
  } catch (error) {
    if (!(error instanceof AccountFault)) throw error
    return t.accounts.faults[error.code]
  }
}
