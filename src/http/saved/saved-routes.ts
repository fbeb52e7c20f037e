// Kept searches in the API: listed, made, shown, removed.
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { App } from '../../app/app.ts'
import { UserError } from '../../errors.ts'
import { setAuditTarget } from '../accounts/visitor.ts'
import { jsonOf, limitBody } from '../json-body.ts'
import { onlyParameters } from '../known-parameters.ts'
import { refuseForeignForms } from '../upload.ts'
import { signedBy } from '../who.ts'
import { readSavedQuery } from './saved-query.ts'
import { savedBodyOf, savedInputSchema } from './schemas.ts'

/** Routes of the API, to be mounted at /api. */
export function savedRoutes(app: App): Hono {
  const routes = new Hono()
  routes.get('/saved', async (c) => {
    onlyParameters(c, [])
    return c.json({ saved: (await app.saved.list()).map(savedBodyOf) })
  })
  routes.post('/saved', limitBody, async (c) => {
    refuseForeignForms(c)
    const read = savedInputSchema.safeParse(await jsonOf(c, 'the saved search'))
    if (!read.success)
      throw new UserError(
        `The search cannot be kept: ${read.error.issues.map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`).join('; ')}.`,
      )
    const { name, query, who = '', webhook } = read.data
    const { saved, secret } = await app.saved.add({
      name,
      query: readSavedQuery(query),
      who: signedBy(c, who),
      webhook,
    })
    setAuditTarget(c, [saved.id])
    return c.json({ ...savedBodyOf(saved), secret }, 201)
  })
  routes.get('/saved/:id', async (c) => {
    onlyParameters(c, [])
    return c.json(savedBodyOf(found(await app.saved.get(c.req.param('id')))))
  })
  routes.delete('/saved/:id', async (c) => {
    refuseForeignForms(c)
    const id = c.req.param('id')
    const saved = found(await app.saved.get(id))
    found(await app.saved.remove(id))
    return c.json(savedBodyOf(saved))
  })
  return routes
}

/** What an application gave. @throws HTTPException 404 where it is null: there is no such search */
export function found<T>(given: T | null): T {
  if (given === null) throw new HTTPException(404, { message: 'There is no such saved search.' })
  return given
}
