// The files that pages need, served by ourselves: style sheets, script, icon. Read once at start.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { isKnown } from './etag.ts'

const mediaTypes = {
  'style.css': 'text/css; charset=utf-8',
  'search.css': 'text/css; charset=utf-8',
  'document.css': 'text/css; charset=utf-8',
  'original.css': 'text/css; charset=utf-8',
  'corrections.css': 'text/css; charset=utf-8',
  'sources.css': 'text/css; charset=utf-8',
  'status.css': 'text/css; charset=utf-8',
  'dashboard.css': 'text/css; charset=utf-8',
  'tiles.css': 'text/css; charset=utf-8',
  'facts.css': 'text/css; charset=utf-8',
  'upload.css': 'text/css; charset=utf-8',
  'accounts.css': 'text/css; charset=utf-8',
  'api.css': 'text/css; charset=utf-8',
  'print.css': 'text/css; charset=utf-8',
  'page.js': 'text/javascript; charset=utf-8',
  'htmx.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const
type AssetName = keyof typeof mediaTypes

/** Our own files lie beside this one; htmx comes from its package. */
function placeOf(name: AssetName): URL {
  return name === 'htmx.js'
    ? new URL(import.meta.resolve('htmx.org/dist/htmx.min.js'))
    : new URL(`assets/${name}`, import.meta.url)
}

const assets = new Map(
  Object.entries(mediaTypes).map(([name, mediaType]) => {
    const body = readFileSync(placeOf(name as AssetName), 'utf8')
    const version = createHash('sha256').update(body).digest('hex').slice(0, 12)
    return [name, { body, mediaType, version }]
  }),
)

/** The address of an asset; it changes with the content, so browsers may keep it for ever. */
export const assetHref = (name: AssetName) => `/assets/${name}?v=${assets.get(name)?.version}`

/** Routes of the assets, to be mounted at /assets. */
export function assetRoutes(): Hono {
  const routes = new Hono()
  routes.get('/:name', (c) => {
    const asset = assets.get(c.req.param('name'))
    if (!asset) return c.notFound()
    const etag = `"${asset.version}"`
    const headers = { etag, 'cache-control': 'public, max-age=31536000, immutable' }
    if (isKnown(c, etag)) return c.body(null, 304, headers)
    return c.body(asset.body, 200, { ...headers, 'content-type': asset.mediaType })
  })
  return routes
}
