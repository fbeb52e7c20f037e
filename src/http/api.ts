// The JSON API. Every body is described in api-schemas.ts; errors are `{ "error": { "code", "message" } }`.
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { App, DocumentDetails } from '../app/app.ts'
import { TransientError, UserError } from '../errors.ts'
import type { DocumentBody } from './api-schemas.ts'
import { correctionRoutes } from './correction-routes.ts'
import { documentRoutes } from './document-routes.ts'
import { exportRoutes } from './facts/export-routes.ts'
import { factRoutes } from './facts/fact-routes.ts'
import { peopleRoutes } from './facts/people-routes.ts'
import { onlyParameters } from './known-parameters.ts'
import { openApiDocument } from './openapi.ts'
import { originalResponse } from './original.ts'
import { savedRoutes } from './saved/saved-routes.ts'
import { readSearchQuery, sentenceOf } from './search-query.ts'
import { sourceRoutes } from './source-routes.ts'
import { limitUploads, receiveUploads } from './upload.ts'

/** Routes of the API, to be mounted at /api. Uploads of more than `maxUploadBytes` are refused. */
export function apiRoutes(app: App, { maxUploadBytes }: { maxUploadBytes: number }): Hono {
  const routes = new Hono()
  routes.get('/search', async (c) => {
    const { query, problems } = readSearchQuery(new URL(c.req.url).searchParams)
    if (!query) throw new UserError(sentenceOf(problems))
    return c.json(await app.search(query))
  })
  routes.post('/documents', limitUploads(maxUploadBytes), async (c) => {
    const { documents, refused } = await receiveUploads(app, c)
    const ids = documents.map(({ id }) => id)
    return c.json({ ids, documents, refused }, documents.some((d) => d.isNew) ? 201 : 200)
  })
  routes.get('/documents/:id', async (c) => {
    onlyParameters(c, [])
    return c.json(bodyOf(await documentOf(app, c.req.param('id'))))
  })
  routes.get('/documents/:id/original', async (c) => {
    onlyParameters(c, [])
    const id = c.req.param('id')
    return originalResponse(c, id, await originalOf(app, id))
  })
  routes.route('/', documentRoutes(app))
  routes.route('/', correctionRoutes(app))
  routes.route('/', sourceRoutes(app))
  routes.route('/', factRoutes(app))
  routes.route('/', peopleRoutes(app))
  routes.route('/', exportRoutes(app))
  routes.route('/', savedRoutes(app))
  routes.get('/status', async (c) => {
    onlyParameters(c, [])
    return c.json(await app.status())
  })
  routes.get('/openapi.json', (c) => {
    onlyParameters(c, [])
    return c.json(openApiDocument())
  })
  return routes
}

/** Routes for those who watch the process: /healthz, /readyz, /metrics. */
export function watchRoutes(app: App): Hono {
  const routes = new Hono()
  routes.get('/healthz', (c) => c.json({ status: 'ok' }))
  routes.get('/readyz', async (c) => {
    const { queue } = await app.status().catch((error: unknown) => {
      throw new TransientError('The archive does not answer: look at the log of the server.', {
        cause: error,
      })
    })
    if (queue === null) throw new TransientError('The queue does not answer.')
    return c.json({ status: 'ok' })
  })
  routes.get('/metrics', async (c) => {
    const { text, contentType } = await app.metrics()
    return c.body(text, 200, { 'content-type': contentType })
  })
  return routes
}

/** The board of a shared queue at /queues. */
export function queueBoardRoutes(app: App): Hono {
  const routes = new Hono()
  let board: ReturnType<App['queueBoard']> | undefined
  routes.get('/queues/', (c) => c.redirect('/queues'))
  routes.on('GET', ['/queues', '/queues/*'], async (c) => {
    board ??= app.queueBoard('/queues')
    return (await board)?.(c.req.raw) ?? c.notFound()
  })
  return routes
}

const isDocumentId = (id: string) => /^[0-9a-f]{64}$/.test(id)
const noSuchDocument = (id: string) =>
  new HTTPException(404, { message: `There is no document ${id.slice(0, 64)} in the archive.` })

/** A document by its id. @throws HTTPException 404 where there is none any more or never was, or the id is none */
export async function documentOf(app: App, id: string): Promise<DocumentDetails> {
  const details = isDocumentId(id) ? await app.document(id) : null
  if (details) return details
  const gone = isDocumentId(id) ? await app.forgotten(id) : null
  if (gone)
    throw new HTTPException(404, {
      message: `The document ${gone.name} (${id}) was forgotten at ${gone.at}.`,
    })
  throw noSuchDocument(id)
}

/** The original of a document by its id. @throws HTTPException 404 where there is none, or the id is none */
export async function originalOf(app: App, id: string) {
  const original = isDocumentId(id) ? await app.original(id) : null
  if (!original) throw noSuchDocument(id)
  return original
}

function bodyOf({ row, ...details }: DocumentDetails): DocumentBody {
  return { ...row, ...details }
}
