// Where the forms go by which people say who is who.
import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { App } from '../../app/app.ts'
import { UserError } from '../../errors.ts'
import { limitBody } from '../json-body.ts'
import { pageContextOf, sendPage } from '../layout.ts'
import { refuseForeignForms } from '../upload.ts'
import { rememberWho, signedBy } from '../who.ts'
import { personPage } from './people-page.ts'
import { personHref } from './person-address.ts'
import { readRef } from './person-forms.ts'

/** Routes of these forms, to be mounted at /. */
export function personActions(app: App): Hono {
  const routes = new Hono()
  const act = (name: string, work: (form: URLSearchParams, who: string) => Promise<string>) =>
    routes.post(`/people/:id/${name}`, limitBody, async (c) => {
      refuseForeignForms(c)
      const form = new URLSearchParams(await c.req.text())
      const who = String(signedBy(c, form.get('who') ?? ''))
      if (who.trim()) rememberWho(c, who)
      try {
        return c.redirect(personHref(await work(form, who)), 303)
      } catch (error) {
        if (error instanceof UserError) return again(app, c, error.message)
        throw error
      }
    })
  act('same', async (form, who) => {
    const one = readRef(form.get('one'))
    await app.facts.decide({ action: 'same', one, other: readRef(form.get('other')), who })
    return `${one.name}~${one.document.slice(0, 12)}`
  })
  act('alone', async (form, who) => {
    const [first, ...rest] = form.getAll('one').map(readRef)
    if (!first) throw new UserError('Choose at least one document.')
    for (const one of [first, ...rest])
      await app.facts.decide({ action: 'alone', one, other: null, who })
    // What was chosen together is one person.
    for (const other of rest) await app.facts.decide({ action: 'same', one: first, other, who })
    return `${first.name}~${first.document.slice(0, 12)}`
  })
  act('undo', async (form) => {
    const one = readRef(form.get('one'))
    const other = form.get('other') ? readRef(form.get('other')) : null
    const action = form.get('action') === 'same' ? 'same' : 'alone'
    await app.facts.withdraw({ action, one, other })
    return `${one.name}~${one.document.slice(0, 12)}`
  })
  return routes
}

/** The people of a reference. @throws HTTPException 404 where nobody is */
export async function peopleOf(app: App, reference: string) {
  const details = reference.length <= 400 ? await app.facts.people(reference) : null
  if (!details)
    throw new HTTPException(404, { message: 'There is nobody like that in the archive.' })
  return details
}

/** The page again with what is wrong. */
async function again(app: App, c: Context, problem: string): Promise<Response> {
  const page = pageContextOf(c)
  const details = await peopleOf(app, c.req.param('id') ?? '')
  return sendPage(c, page, personPage(page, details, problem), 400)
}
