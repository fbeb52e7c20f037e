// The addresses of the pages: "/", "/d/{id}", "/status", and where the upload form goes.
import { Hono } from 'hono'
import type { App } from '../../app/app.ts'
import { UserError } from '../../errors.ts'
import { documentOf, originalOf } from '../api.ts'
import { factPages } from '../facts/pages.ts'
import { onlyParameters } from '../known-parameters.ts'
import { pageContextOf, sendPage } from '../layout.ts'
import { openApiDocument } from '../openapi.ts'
import { originalResponse } from '../original.ts'
import { pagePictureResponse } from '../page-picture.ts'
import { feedHref } from '../saved/saved-page.ts'
import { savedPages } from '../saved/saved-pages.ts'
import { readSearchQuery } from '../search-query.ts'
import { limitUploads, receiveUploads } from '../upload.ts'
import { afterUpload } from '../upload-progress.ts'
import { apiPage, type Described } from './api-page.ts'
import { correctionPages } from './correction-pages.ts'
import { dashboardPage } from './dashboard-page.ts'
import { documentActions } from './document-actions.ts'
import { documentPage } from './document-page.ts'
import { filesPage } from './files-page.ts'
import { gonePage } from './forget-page.ts'
import { alteredPage } from './message-page.ts'
import { picturedPages } from './original-view.ts'
import { tileMaps } from './province-tiles.ts'
import { formValuesOf } from './search-form.ts'
import { type SearchPageData, searchPage } from './search-page.ts'
import { sourcePages } from './source-pages.ts'
import { statusPage } from './status-page.ts'

/** Routes of the pages, to be mounted at /. */
export function pageRoutes(app: App, { maxUploadBytes }: { maxUploadBytes: number }): Hono {
  const routes = new Hono()
  routes.get('/', async (c) => {
    const page = pageContextOf(c)
    const status = await app.status()
    const params = new URL(c.req.url).searchParams
    const { found, problems } = await searchFor(app, params)
    const data = { values: formValuesOf(params), problems, found, status, maxUploadBytes }
    const feed = found ? feedHref(found.query) : undefined
    const content = { title: page.t.appName, main: searchPage(page, app, data), feed }
    return sendPage(c, page, content, found ? 200 : 400)
  })
  routes.get('/d/:id', async (c) => {
    const page = pageContextOf(c)
    const id = c.req.param('id')
    const gone = id.length === 64 ? await app.forgotten(id) : null
    if (gone) return sendPage(c, page, gonePage(page, gone), 404)
    const details = await documentOf(app, id)
    const parsed = picturedPages(details) > 0 ? null : await app.parsed(id)
    return sendPage(c, page, documentPage(page, app, details, parsed))
  })
  routes.get('/d/:id/pages/:name{[1-9][0-9]{0,3}\\.png}', async (c) => {
    const { row } = await documentOf(app, c.req.param('id'))
    const number = Number.parseInt(c.req.param('name'), 10)
    return pagePictureResponse(c, row.id, number, () => app.pagePicture(row.id, number))
  })
  routes.get('/d/:id/original', async (c) => {
    const id = c.req.param('id')
    const original = await originalOf(app, id)
    if (!original.isAltered) return originalResponse(c, id, original)
    const page = pageContextOf(c)
    return sendPage(c, page, alteredPage(page, id, original.name))
  })
  routes.get('/dashboard', async (c) => {
    const page = pageContextOf(c)
    onlyParameters(c, ['map'])
    const map = c.req.query('map') ?? '34'
    const known = tileMaps.find((one) => one === map)
    if (!known)
      throw new UserError(`There is no map "${map.slice(0, 20)}"; the maps are 34 and 63.`)
    const main = dashboardPage(page, app, await app.dashboard(), known)
    return sendPage(c, page, { title: page.t.dashboard.title, main })
  })
  routes.get('/api', (c) => {
    const page = pageContextOf(c)
    onlyParameters(c, [])
    const origin = app.config.publicUrl?.replace(/\/$/, '') ?? new URL(c.req.url).origin
    const described = openApiDocument() as unknown as Described
    return sendPage(c, page, apiPage(page, described, origin))
  })
  routes.get('/status', async (c) => {
    const page = pageContextOf(c)
    const main = statusPage(page, app, await app.status())
    return sendPage(c, page, { title: page.t.status.title, main })
  })
  routes.route('/', documentActions(app))
  routes.route('/', correctionPages(app))
  routes.route('/', sourcePages(app))
  routes.route('/', factPages(app))
  routes.route('/', savedPages(app))
  routes.post('/upload', limitUploads(maxUploadBytes), async (c) => {
    const result = await receiveUploads(app, c)
    const elsewhere = result.refused.length === 0 ? afterUpload(c, result.documents) : null
    if (elsewhere) return elsewhere
    const page = pageContextOf(c)
    const known = new Set(result.documents.flatMap(({ id, isNew }) => (isNew ? [] : [id])))
    const lines = await app.linesOf(result.documents.map(({ id }) => id))
    const main = filesPage(page, lines, known, result.refused)
    return sendPage(c, page, { title: page.t.upload.done, main }, 201)
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
