// Exports in the API: /api/export/directives.csv?province=dien-bien and its like, as streams.
import { Readable } from 'node:stream'
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { App } from '../../app/app.ts'
import { exportFormats, exportKinds, exportParams, mediaTypes } from '../../app/export/params.ts'
import { readParams, sentenceOfProblems } from '../../app/facts/params.ts'
import { UserError } from '../../errors.ts'

/** Routes of the API, to be mounted at /api. */
export function exportRoutes(app: App): Hono {
  const routes = new Hono()
  routes.get('/export/:file', async (c) => {
    const [name, extension, ...more] = c.req.param('file').split('.')
    const kind = exportKinds.find((one) => one === name)
    const format = exportFormats.find((one) => one === extension)
    if (!kind || !format || more.length > 0)
      throw new HTTPException(404, {
        message: `There is no such export; there are ${exportKinds.join(', ')} as .${exportFormats.join(', .')}.`,
      })
    const { asked, problems } = readParams(exportParams[kind], new URL(c.req.url).searchParams)
    if (!asked) throw new UserError(sentenceOfProblems(problems))
    const bytes = await app.facts.exportAll(kind, format, asked)
    return c.body(Readable.toWeb(bytes) as ReadableStream, 200, {
      'content-type': mediaTypes[format],
      'content-disposition': `attachment; filename="${kind}.${format}"`,
      'cache-control': 'no-store',
    })
  })
  return routes
}
