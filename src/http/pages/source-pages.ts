// The addresses of the pages about crawl sources, and where their forms go. "/fetches" shows the evidence of an address.
import { type Context, Hono } from 'hono'
import type { App, SiteOffer } from '../../app/app.ts'
import { importSources } from '../../app/crawl/import-sources.ts'
import { UserError } from '../../errors.ts'
import { limitBody } from '../json-body.ts'
import { pageContextOf, sendPage } from '../layout.ts'
import { changesOf, emptyForm, formFrom, inputOf } from '../source-form.ts'
import { done, fetchesAsked, found, offerFrom, pagesQueryOf } from '../source-routes.ts'
import { refuseForeignForms } from '../upload.ts'
import { fetchesPage } from './fetches-page.ts'
import { addPage, editPage, offerPage } from './source-add.ts'
import { addressesPage } from './source-addresses.ts'
import { importedPage, sourceList } from './source-list.ts'
import { removePage, sourcePage } from './source-page.ts'

/** Routes of these pages, to be mounted at /. */
export function sourcePages(app: App): Hono {
  const routes = new Hono()
  routes.get('/sources', (c) => listOf(app, c, ''))
  routes.get('/sources/add', (c) => {
    const page = pageContextOf(c)
    return sendPage(c, page, addPage(page, emptyForm, ''))
  })
  routes.post('/sources/probe', limitBody, async (c) => {
    refuseForeignForms(c)
    const page = pageContextOf(c)
    const form = formFrom(await typedIn(c))
    return orProblem(
      async () => {
        const offer = await app.probeSource(inputOf(form))
        return sendPage(c, page, offerPage(page, app, form, offer, ''))
      },
      (problem) => sendPage(c, page, addPage(page, form, problem), 400),
    )
  })
  routes.post('/sources', limitBody, async (c) => {
    refuseForeignForms(c)
    const page = pageContextOf(c)
    const typed = await typedIn(c)
    const form = formFrom(typed)
    const offer = offerIn(typed.get('offer'))
    return orProblem(
      async () => {
        const { id } = await app.addSource(inputOf(form), offer)
        return c.redirect(`/sources/${id}`, 303)
      },
      (problem) =>
        sendPage(
          c,
          page,
          offer ? offerPage(page, app, form, offer, problem) : addPage(page, form, problem),
          400,
        ),
    )
  })
  routes.post('/sources/import', limitBody, async (c) => {
    refuseForeignForms(c)
    const page = pageContextOf(c)
    const table = (await c.req.parseBody()).table
    const text = table instanceof File ? await table.text() : ''
    return sendPage(c, page, importedPage(page, await importSources(app, text)))
  })
  routes.get('/sources/:id', async (c) => {
    const page = pageContextOf(c)
    const progress = found(await app.sourceProgress(c.req.param('id')))
    return sendPage(c, page, sourcePage(page, app, progress))
  })
  routes.post('/sources/:id', limitBody, async (c) => {
    refuseForeignForms(c)
    const page = pageContextOf(c)
    const form = formFrom(await typedIn(c))
    const source = found(await app.source(c.req.param('id')))
    return orProblem(
      async () => {
        found(await app.editSource(source.id, changesOf(form)))
        return c.redirect(`/sources/${source.id}`, 303)
      },
      (problem) => sendPage(c, page, editPage(page, app, source, form, problem), 400),
    )
  })
  routes.get('/sources/:id/edit', async (c) => {
    const page = pageContextOf(c)
    const source = found(await app.source(c.req.param('id')))
    return sendPage(c, page, editPage(page, app, source, null, ''))
  })
  for (const action of ['run', 'pause', 'resume'] as const)
    routes.post(`/sources/:id/${action}`, async (c) => {
      const { id } = await done(app, c, action)
      return c.redirect(`/sources/${id}`, 303)
    })
  routes.get('/sources/:id/remove', async (c) => {
    const page = pageContextOf(c)
    return sendPage(c, page, removePage(page, found(await app.source(c.req.param('id')))))
  })
  routes.post('/sources/:id/remove', async (c) => {
    refuseForeignForms(c)
    const { name } = found(await app.removeSource(c.req.param('id')))
    return listOf(app, c, pageContextOf(c).t.sources.removed(name))
  })
  routes.get('/sources/:id/pages', async (c) => {
    const page = pageContextOf(c)
    const source = found(await app.source(c.req.param('id')))
    const query = pagesQueryOf(c)
    const pages = await app.sourcePages(source.id, query)
    return sendPage(c, page, addressesPage(page, source, pages, query))
  })
  routes.get('/fetches', async (c) => {
    const page = pageContextOf(c)
    const fetches = await fetchesAsked(app, c)
    const hashes = new Set(fetches.flatMap(({ sha256 }) => sha256 ?? []))
    const documents = new Set<string>()
    for (const id of hashes) if (await app.document(id)) documents.add(id)
    return sendPage(c, page, fetchesPage(page, c.req.query('url') ?? '', fetches, documents))
  })
  return routes
}

async function listOf(app: App, c: Context, said: string): Promise<Response> {
  const page = pageContextOf(c)
  const all = await Promise.all((await app.sources()).map(({ id }) => app.sourceProgress(id)))
  // One that was removed meanwhile is not shown.
  const main = sourceList(
    page,
    all.filter((one) => one !== null),
    said,
  )
  return sendPage(c, page, { title: page.t.sources.title, main })
}

/** Runs `action`; what a person got wrong goes to `otherwise` in place of a page of its own. */
async function orProblem(
  action: () => Promise<Response>,
  otherwise: (problem: string) => Promise<Response>,
): Promise<Response> {
  try {
    return await action()
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return otherwise(error.message)
  }
}

/** The offer that the form brought back; none where it holds none. @throws UserError where it is damaged */
function offerIn(field: string | null): SiteOffer | undefined {
  if (!field) return undefined
  try {
    return offerFrom(JSON.parse(field))
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new UserError('The form came back damaged: look at the site again.', { cause: error })
    throw error
  }
}

const typedIn = async (c: Context) => new URLSearchParams(await c.req.text())
