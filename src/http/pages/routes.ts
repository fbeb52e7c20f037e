// The addresses of the pages: "/", "/d/{id}", "/status", and where the upload form goes.
import { type Context, Hono } from 'hono'
import type { App } from '../../app/app.ts'
import { UserError } from '../../errors.ts'
import { documentOf } from '../api.ts'
import { pageContextOf, sendPage } from '../layout.ts'
import { readSearchQuery } from '../search-query.ts'
import { limitUploads, receiveUploads } from '../upload.ts'
import { documentPage } from './document-page.ts'
import { uploadPage } from './message-page.ts'
import { type SearchPageData, searchPage } from './search-page.ts'
import { statusPage } from './status-page.ts'

/** Routes of the pages, to be mounted at /. */
export function pageRoutes(app: App, { maxUploadBytes }: { maxUploadBytes: number }): Hono {
  const routes = new Hono()
  routes.get('/', async (c) => {
    const page = pageContextOf(c)
    const status = await app.status()
    const { found, problems } = await searchFor(app, new URL(c.req.url).searchParams)
    const data = { values: typedValues(c), problems, found, status, maxUploadBytes }
    const content = { title: page.t.appName, main: searchPage(page, app, data) }
    return sendPage(c, page, content, found ? 200 : 400)
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

type Found = Pick<SearchPageData, 'found' | 'problems'>

/** Searches; what cannot be searched for comes back as problems, to be shown in the form. */
async function searchFor(app: App, params: URLSearchParams): Promise<Found> {
  const { query, problems } = readSearchQuery(params, ['lang'])
  if (!query) return { found: null, problems }
  try {
    return { found: { query, result: await app.search(query) }, problems: [] }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    // Only a province's name and a cursor are checked by the search itself.
    const field = query.cursor && /cursor/i.test(error.message) ? 'cursor' : 'province'
    return { found: null, problems: [{ field, message: error.message }] }
  }
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
