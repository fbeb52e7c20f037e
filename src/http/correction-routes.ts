// Corrections in the API: listed, made, withdrawn.
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { App } from '../app/app.ts'
import { documentOf } from './api.ts'
import { jsonOf, limitBody } from './json-body.ts'
import { refuseForeignForms } from './upload.ts'

/** Routes of the API, to be mounted at /api. */
export function correctionRoutes(app: App): Hono {
  const routes = new Hono()
  routes.get('/documents/:id/corrections', async (c) => {
    const { corrections } = await documentOf(app, c.req.param('id'))
    return c.json({ corrections })
  })
  routes.post('/documents/:id/corrections', limitBody, async (c) => {
    refuseForeignForms(c)
    const { row } = await documentOf(app, c.req.param('id'))
    return c.json(await app.correct(row.id, await jsonOf(c, 'the correction')), 201)
  })
  routes.delete('/documents/:id/corrections/:number', async (c) => {
    refuseForeignForms(c)
    const { row } = await documentOf(app, c.req.param('id'))
    return c.json(await withdrawn(app, row.id, c.req.param('number'), c.req.query('who') ?? ''))
  })
  return routes
}

/** Withdraws a correction named in an address. @throws HTTPException 404 where there is none */
export async function withdrawn(app: App, id: string, number: string, who: string) {
  const correction = /^\d{1,9}$/.test(number)
    ? await app.withdrawCorrection(id, Number(number), who)
    : null
  if (!correction)
    throw new HTTPException(404, { message: 'The document has no correction of this number.' })
  return correction
}
