// The addresses of the page about kept searches, and where its forms go.
import { type Context, Hono } from 'hono'
import type { App } from '../../app/app.ts'
import { UserError } from '../../errors.ts'
import { formOf } from '../accounts/account-pages.ts'
import { setAuditTarget } from '../accounts/visitor.ts'
import { limitBody } from '../json-body.ts'
import { onlyParameters } from '../known-parameters.ts'
import { pageContextOf, sendPage } from '../layout.ts'
import { refuseForeignForms } from '../upload.ts'
import { rememberWho, signedBy } from '../who.ts'
import { type SavedPageData, savedPage } from './saved-page.ts'
import { readSavedQuery } from './saved-query.ts'
import { found } from './saved-routes.ts'

/** Routes of these pages, to be mounted at /. */
export function savedPages(app: App): Hono {
  const routes = new Hono()
  routes.get('/saved', async (c) => {
    onlyParameters(c, ['removed'])
    const { saved } = pageContextOf(c).t
    return show(app, c, c.req.query('removed') === undefined ? {} : { said: saved.removed })
  })
  routes.post('/saved', limitBody, async (c) => {
    refuseForeignForms(c)
    const form = await formOf(c)
    const who = form.get('who') ?? ''
    const url = form.get('webhook')?.trim()
    try {
      const { saved, secret } = await app.saved.add({
        name: form.get('name') ?? '',
        query: readSavedQuery(form.get('query') ?? ''),
        who: signedBy(c, who),
        webhook: url ? { url } : null,
      })
      setAuditTarget(c, [saved.id])
      if (who) rememberWho(c, who)
      return await show(app, c, { secret, said: pageContextOf(c).t.saved.saved }, 201)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      return show(app, c, { problem: error.message }, 400)
    }
  })
  routes.post('/saved/:id/remove', async (c) => {
    refuseForeignForms(c)
    found(await app.saved.remove(c.req.param('id')))
    return c.redirect('/saved?removed', 303)
  })
  return routes
}

async function show(
  app: App,
  c: Context,
  told: Omit<SavedPageData, 'saved'>,
  status: 200 | 201 | 400 = 200,
): Promise<Response> {
  const page = pageContextOf(c)
  const content = savedPage(page, app, { saved: await app.saved.list(), ...told })
  const answer = await sendPage(c, page, content, status)
  // A secret is not kept anywhere, and does not come back with the button of the browser.
  if (told.secret) answer.headers.set('cache-control', 'no-store')
  return answer
}
