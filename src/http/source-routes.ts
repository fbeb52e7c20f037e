// Crawl sources in the API: listed, looked at, added, changed, run, removed; how they get on, and the evidence of fetches.
import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { App, SiteOffer } from '../app/app.ts'
import { importSources } from '../app/crawl/import-sources.ts'
import { tableOfSources } from '../app/crawl/source-table.ts'
import { UserError } from '../errors.ts'
import { type CrawlSource, type PageState, pageStates } from '../model/crawl.ts'
import { jsonOf, limitBody } from './json-body.ts'
import { onlyParameters } from './known-parameters.ts'
import { offerSchema } from './source-schemas.ts'
import { refuseForeignForms } from './upload.ts'

const defaultPage = 50
const mostFetches = 200

/** Routes of the API, to be mounted at /api. */
export function sourceRoutes(app: App): Hono {
  const routes = new Hono()
  routes.get('/sources', async (c) => {
    onlyParameters(c, [])
    return c.json({ sources: await app.sources() })
  })
  routes.post('/sources', limitBody, async (c) => {
    refuseForeignForms(c)
    const { offer, ...input } = await objectOf(c)
    return c.json(
      await app.addSource(input, offer === undefined ? undefined : offerFrom(offer)),
      201,
    )
  })
  routes.post('/sources/probe', limitBody, async (c) => {
    refuseForeignForms(c)
    return c.json(await app.probeSource(await objectOf(c)))
  })
  routes.get('/sources/export.tsv', async (c) => {
    onlyParameters(c, [])
    return c.body(tableOfSources(await app.sources()), 200, {
      'content-type': 'text/tab-separated-values; charset=utf-8',
      'content-disposition': 'attachment; filename="sources.tsv"',
    })
  })
  routes.post('/sources/import', limitBody, async (c) => {
    refuseForeignForms(c)
    return c.json(await importSources(app, await c.req.text()))
  })
  routes.get('/sources/:id', async (c) => {
    onlyParameters(c, [])
    return c.json(found(await app.source(c.req.param('id'))))
  })
  routes.patch('/sources/:id', limitBody, async (c) => {
    refuseForeignForms(c)
    return c.json(found(await app.editSource(c.req.param('id'), await objectOf(c))))
  })
  routes.delete('/sources/:id', async (c) => {
    refuseForeignForms(c)
    return c.json(found(await app.removeSource(c.req.param('id'))))
  })
  routes.post('/sources/:id/run', async (c) => c.json(await done(app, c, 'run')))
  routes.post('/sources/:id/pause', async (c) => c.json(await done(app, c, 'pause')))
  routes.post('/sources/:id/resume', async (c) => c.json(await done(app, c, 'resume')))
  routes.get('/sources/:id/progress', async (c) => {
    onlyParameters(c, [])
    return c.json(found(await app.sourceProgress(c.req.param('id'))))
  })
  routes.get('/sources/:id/pages', async (c) => {
    const query = pagesQueryOf(c)
    const { id } = found(await app.source(c.req.param('id')))
    return c.json(await app.sourcePages(id, query))
  })
  routes.get('/fetches', async (c) => c.json({ fetches: await fetchesAsked(app, c) }))
  return routes
}

/** What an application gave. @throws HTTPException 404 where it is null: there is no such source */
export function found<T>(given: T | null): T {
  if (given === null) throw new HTTPException(404, { message: 'There is no such crawl source.' })
  return given
}

/** Runs, pauses or resumes the source that the address names. @throws HTTPException 403 or 404, UserError */
export async function done(
  app: App,
  c: Context,
  action: 'run' | 'pause' | 'resume',
): Promise<CrawlSource> {
  refuseForeignForms(c)
  onlyParameters(c, [])
  const id = c.req.param('id') ?? ''
  return found(
    await (action === 'run' ? app.runSource(id) : app.pauseSource(id, action === 'pause')),
  )
}

/** What a look at a site gave, as it comes back. @throws UserError where it is something else */
export function offerFrom(given: unknown): SiteOffer {
  const read = offerSchema.safeParse(given)
  if (read.success) return read.data
  throw new UserError('"offer" is not what a look at a site gives: leave it out, or look again.', {
    cause: read.error,
  })
}

/** The pages that a query string asks for: `?state=failed&limit=50&cursor=…`. @throws UserError */
export function pagesQueryOf(c: Context): { state?: PageState; limit: number; cursor?: string } {
  onlyParameters(c, ['state', 'limit', 'cursor'])
  const asked = c.req.query('state')
  const state = pageStates.find((one) => one === asked)
  if (asked && !state)
    throw new UserError(
      `"${asked.slice(0, 40)}" is no state; the states are ${pageStates.join(', ')}.`,
    )
  const limit = Number(c.req.query('limit') || defaultPage)
  if (!Number.isInteger(limit) || limit < 1 || limit > 500)
    throw new UserError('"limit" must be a whole number from 1 to 500.')
  const cursor = c.req.query('cursor')
  return { limit, ...(state && { state }), ...(cursor && { cursor }) }
}

/** The fetches of the address that a query string names, the latest first. @throws UserError where it names none */
export async function fetchesAsked(app: App, c: Context) {
  onlyParameters(c, ['url'])
  const url = c.req.query('url')
  if (!url) throw new UserError('Say whose fetches: url=https://…')
  return app.fetchesOf(url, mostFetches)
}

async function objectOf(c: Context): Promise<Record<string, unknown>> {
  const given = await jsonOf(c, 'the source')
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return { ...given }
  throw new UserError('The body must be a JSON object.')
}
