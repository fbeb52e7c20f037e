// What can be done to documents over the API: listed by state, tried again, read again, forgotten.
import { type Context, Hono } from 'hono'
import type { App, DocumentPage } from '../app/app.ts'
import type { ReprocessInput } from '../app/reprocess.ts'
import { UserError } from '../errors.ts'
import { documentStates } from '../model.ts'
import { documentOf } from './api.ts'
import { onlyParameters } from './known-parameters.ts'
import { refuseForeignForms } from './upload.ts'

export const defaultPage = 50

/** Routes of the API, to be mounted at /api. */
export function documentRoutes(app: App): Hono {
  const routes = new Hono()
  routes.get('/documents', async (c) => c.json(await listedDocuments(app, c)))
  routes.post('/documents/:id/retry', async (c) => {
    onlyParameters(c, [])
    const id = await ownDocument(app, c, c.req.param('id'))
    return c.json({ ids: await app.retry({ ids: [id] }) })
  })
  routes.post('/documents/:id/reprocess', async (c) => {
    onlyParameters(c, [])
    const id = await ownDocument(app, c, c.req.param('id'))
    return c.json({ ids: await app.reprocess({ ids: [id] }) })
  })
  routes.delete('/documents/:id', async (c) => {
    onlyParameters(c, ['withMembers'])
    const id = await ownDocument(app, c, c.req.param('id'))
    return c.json(await app.forget({ id, withMembers: isTrue(c, 'withMembers') }))
  })
  routes.post('/retry', async (c) => {
    onlyParameters(c, ['code'])
    refuseForeignForms(c)
    return c.json({
      ids: await app.retry({ failed: true, code: c.req.query('code') || undefined }),
    })
  })
  routes.post('/reprocess', async (c) => {
    onlyParameters(c, ['which'])
    refuseForeignForms(c)
    return c.json({ ids: await app.reprocess(whichOf(c.req.query('which'))) })
  })
  return routes
}

/** The id in the address, where it is one of ours to change. @throws HTTPException 403 or 404 */
export async function ownDocument(app: App, c: Context, id: string): Promise<string> {
  refuseForeignForms(c)
  return (await documentOf(app, id)).row.id
}

/** The page of documents that a query string asks for: `?state=failed&code=corrupt&limit=50&cursor=…`. */
export async function listedDocuments(app: App, c: Context): Promise<DocumentPage> {
  onlyParameters(c, ['state', 'code', 'limit', 'cursor'])
  const state = c.req.query('state') || 'failed'
  const known = documentStates.find((one) => one === state)
  if (!known)
    throw new UserError(
      `"${state.slice(0, 40)}" is no state; the states are ${documentStates.join(', ')}.`,
    )
  return app.documentsIn({
    state: known,
    code: c.req.query('code') || undefined,
    limit: Number(c.req.query('limit') || defaultPage),
    cursor: c.req.query('cursor') || undefined,
  })
}

/** Whether a parameter says yes. @throws UserError where it says neither yes nor no */
function isTrue(c: Context, name: string): boolean {
  const given = c.req.query(name) || 'false'
  if (given !== 'true' && given !== 'false') throw new UserError(`"${name}" must be true or false.`)
  return given === 'true'
}

/** Which documents are read again. Throws UserError for anything but "stale" and "all". */
export function whichOf(asked: string | undefined): ReprocessInput {
  if (asked === 'stale') return { stale: true }
  if (asked === 'all') return { all: true }
  throw new UserError('Say which documents are to be read again: which=stale or which=all.')
}
