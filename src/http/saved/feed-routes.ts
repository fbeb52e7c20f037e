// Feeds of documents that match: of a kept search, and of any search.
import { createHash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import type { App } from '../../app/app.ts'
import { UserError } from '../../errors.ts'
import { etagOf, isKnown } from '../etag.ts'
import { onlyParameters } from '../known-parameters.ts'
import { readSearchQuery, sentenceOf } from '../search-query.ts'
import { atomOf, type Feed } from './atom.ts'
import { pageOfQuery, savedQueryOf, writeSavedQuery } from './saved-query.ts'
import { found } from './saved-routes.ts'

const usualEntries = 50
const mediaType = 'application/atom+xml; charset=utf-8'
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Routes of feeds, to be mounted at /. */
export function feedRoutes(app: App): Hono {
  const routes = new Hono()
  routes.get('/saved/:id/feed', async (c) => {
    onlyParameters(c, [])
    const { id, name, query, createdAt } = found(await app.saved.get(c.req.param('id')))
    const site = siteOf(app, c)
    return sendFeed(c, {
      ...{ name: `saved:${id}`, title: name, createdAt, site },
      self: `${site}/saved/${id}/feed`,
      page: site + pageOfQuery(query),
      documents: await app.saved.newest(query, usualEntries),
    })
  })
  routes.get('/feed', async (c) => {
    const params = new URL(c.req.url).searchParams
    const { query, problems } = readSearchQuery(params, ['lang'])
    if (!query) throw new UserError(sentenceOf(problems))
    if (query.cursor) throw new UserError('A feed has no pages: leave "cursor" out.')
    const asked = savedQueryOf(query)
    const text = writeSavedQuery(asked)
    const site = siteOf(app, c)
    const limit = params.get('limit')?.trim() ? query.limit : usualEntries
    return sendFeed(c, {
      ...{
        name: `search:${sha256(text).slice(0, 32)}`,
        createdAt: '1970-01-01T00:00:00.000Z',
        site,
      },
      title: ['Văn thư', ...new URLSearchParams(text).values()].join(' · '),
      self: `${site}/feed${text ? `?${text}` : ''}`,
      page: site + pageOfQuery(asked),
      documents: await app.saved.newest(asked, limit),
    })
  })
  return routes
}

/** The address by which this archive was asked, without a slash at its end. */
const siteOf = (app: App, c: Context): string =>
  app.config.publicUrl?.replace(/\/$/, '') ?? new URL(c.req.url).origin

/** The feed, or that it is still the one that the asker has. */
function sendFeed(c: Context, feed: Feed): Response {
  const xml = atomOf(feed)
  const etag = etagOf(xml)
  c.header('etag', etag)
  c.header('cache-control', 'no-cache')
  if (isKnown(c, etag)) return c.body(null, 304)
  return c.body(xml, 200, { 'content-type': mediaType })
}
