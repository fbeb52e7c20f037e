// The addresses of the pages: "/", "/d/{id}", "/status", and where the upload form goes.
import { type Context, Hono } from 'hono'
import type { App } from '../../app/app.ts'
import { UserError } from '../../errors.ts'
import { documentOf, originalOf } from '../api.ts'
import { pageContextOf, sendPage } from '../layout.ts'
import { originalResponse } from '../original.ts'
import { readSearchQuery } from '../search-query.ts'
import { limitUploads, receiveUploads } from '../upload.ts'
import { correctionPages } from './correction-pages.ts'
import { documentActions } from './document-actions.ts'
import { documentPage } from './document-page.ts'
import { gonePage } from './forget-page.ts'
import { alteredPage, uploadPage } from './message-page.ts'
import { type SearchPageData, searchPage } from './search-page.ts'
import { sourcePages } from './source-pages.ts'
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
    const id = c.req.param('id')
    const gone = id.length === 64 ? await app.forgotten(id) : null
    if (gone) return sendPage(c, page, gonePage(page, gone), 404)
    return sendPage(c, page, documentPage(page, app, await documentOf(app, id)))
  })
  routes.get('/d/:id/original', async (c) => {
    const id = c.req.param('id')
    const original = await originalOf(app, id)
    if (!original.isAltered) return originalResponse(original)
    const page = pageContextOf(c)
    return sendPage(c, page, alteredPage(page, id, original.name))
  })
  routes.get('/status', async (c) => {
    const page = pageContextOf(c)
    const main = statusPage(page, app, await app.status())
    return sendPage(c, page, { title: page.t.status.title, main })
  })
  routes.route('/', documentActions(app))
  routes.route('/', correctionPages(app))
  routes.route('/', sourcePages(app))
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
