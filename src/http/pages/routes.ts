// The addresses of the pages: "/", "/d/{id}", "/status", and where the upload form goes.
import { type Context, Hono } from 'hono'
import type { App } from '../../app/app.ts'
import { documentOf } from '../api.ts'
import { pageContextOf, sendPage } from '../layout.ts'
import { readSearchQuery } from '../search-query.ts'
import { limitUploads, receiveUploads } from '../upload.ts'
import { documentPage } from './document-page.ts'
import { uploadPage } from './message-page.ts'
import { searchPage } from './search-page.ts'
import { statusPage } from './status-page.ts'

/** Routes of the pages, to be mounted at /. */
export function pageRoutes(app: App, { maxUploadBytes }: { maxUploadBytes: number }): Hono {
  const routes = new Hono()
  routes.get('/', async (c) => {
    const page = pageContextOf(c)
    const { query, problems } = readSearchQuery(new URL(c.req.url).searchParams, ['lang'])
    const status = await app.status()
    const found = query ? { query, result: await app.search(query) } : null
    const data = { values: typedValues(c), problems, found, status, maxUploadBytes }
    const content = { title: page.t.appName, main: searchPage(page, app, data) }
    return sendPage(c, page, content, query ? 200 : 400)
  })
  routes.get('/d/:id', async (c) => {
    const page = pageContextOf(c)
    const details = await documentOf(app, c.req.param('id'))
    return sendPage(c, page, documentPage(page, app, details))
  })
  routes.get('/status', async (c) => {
    const page = pageContextOf(c)
    const main = statusPage(page, app, await app.status())
    return sendPage(c, page, { title: page.t.status.title, main })
  })
  routes.post('/upload', limitUploads(maxUploadBytes), async (c) => {
    const result = await receiveUploads(app, c)
    const [only] = result.documents
    if (only && result.documents.length === 1 && result.refused.length === 0)
      return c.redirect(`/d/${only.id}`, 303)
    const page = pageContextOf(c)
    return sendPage(c, page, { title: page.t.upload.done, main: uploadPage(page, result) }, 201)
  })
  return routes
}

/** What was typed into the search form, right or wrong. */
function typedValues(c: Context) {
  const typed = (field: string) => c.req.query(field) ?? ''
  return {
    q: typed('q'),
    province: typed('province'),
    official: typed('official'),
    year: typed('year'),
    type: typed('type'),
  }
}
