// Corrections in the API: listed, made, withdrawn.
import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { App } from '../app/app.ts'
import { documentOf } from './api.ts'
import { jsonOf, limitBody } from './json-body.ts'
import { onlyParameters } from './known-parameters.ts'
import { refuseForeignForms } from './upload.ts'
import { signedBy } from './who.ts'

/** Routes of the API, to be mounted at /api. */
export function correctionRoutes(app: App): Hono {
  const routes = new Hono()
  routes.get('/documents/:id/corrections', async (c) => {
    onlyParameters(c, [])
    const { corrections } = await documentOf(app, c.req.param('id'))
    return c.json({ corrections })
  })
  routes.post('/documents/:id/corrections', limitBody, async (c) => {
    onlyParameters(c, [])
    refuseForeignForms(c)
    const { row } = await documentOf(app, c.req.param('id'))
    const asked = await jsonOf(c, 'the correction')
    return c.json(await app.correct(row.id, signed(c, asked)), 201)
  })
  routes.delete('/documents/:id/corrections/:number', async (c) => {
    onlyParameters(c, ['who'])
    refuseForeignForms(c)
    const { row } = await documentOf(app, c.req.param('id'))
    const who = String(signedBy(c, c.req.query('who') ?? ''))
    return c.json(await withdrawn(app, row.id, c.req.param('number'), who))
  })
  return routes
}

/** What was asked, by whoever is logged in. */
function signed(c: Context, asked: unknown): unknown {
  if (typeof asked !== 'object' || asked === null || Array.isArray(asked)) return asked
  const { who, ...rest } = { who: undefined, ...asked }
  return { ...rest, who: signedBy(c, who) }
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
