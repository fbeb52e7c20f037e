// The addresses of forms that do something to documents: try again, read again, forget; and the list by state.
import { Hono } from 'hono'
import type { App } from '../../app/app.ts'
import { documentStates } from '../../model.ts'
import { documentOf } from '../api.ts'
import { listedDocuments, ownDocument, whichOf } from '../document-routes.ts'
import { pageContextOf, sendPage } from '../layout.ts'
import { refuseForeignForms } from '../upload.ts'
import { forgetPage, forgottenPage } from './forget-page.ts'
import { listPage } from './list-page.ts'

/** Routes of these pages, to be mounted at /. */
export function documentActions(app: App): Hono {
  const routes = new Hono()
  routes.get('/status/documents', async (c) => {
    const page = pageContextOf(c)
    const found = await listedDocuments(app, c)
    const main = listPage(page, found, {
      state: documentStates.find((state) => state === c.req.query('state')) ?? 'failed',
      code: c.req.query('code'),
      cursor: c.req.query('cursor'),
    })
    return sendPage(c, page, { title: page.t.work.listTitle, main })
  })
  routes.post('/d/:id/retry', async (c) => {
    const id = await ownDocument(app, c, c.req.param('id'))
    await app.retry({ ids: [id] })
    return c.redirect(`/d/${id}`, 303)
  })
  routes.post('/d/:id/reprocess', async (c) => {
    const id = await ownDocument(app, c, c.req.param('id'))
    await app.reprocess({ ids: [id] })
    return c.redirect(`/d/${id}`, 303)
  })
  routes.get('/d/:id/forget', async (c) => {
    const page = pageContextOf(c)
    return sendPage(c, page, forgetPage(page, await documentOf(app, c.req.param('id'))))
  })
  routes.post('/d/:id/forget', async (c) => {
    const id = await ownDocument(app, c, c.req.param('id'))
    // The page that asked has named what came in it.
    const { documents } = await app.forget({ id, withMembers: true })
    const page = pageContextOf(c)
    return sendPage(c, page, forgottenPage(page, documents))
  })
  routes.post('/status/retry', async (c) => {
    refuseForeignForms(c)
    const { code } = await c.req.parseBody()
    await app.retry({ failed: true, code: typeof code === 'string' && code ? code : undefined })
    return c.redirect('/status', 303)
  })
  routes.post('/status/reprocess', async (c) => {
    refuseForeignForms(c)
    const { which } = await c.req.parseBody()
    await app.reprocess(whichOf(typeof which === 'string' ? which : undefined))
    return c.redirect('/status', 303)
  })
  return routes
}
