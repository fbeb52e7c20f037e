// The addresses of the pages about facts: people, provinces, numbers of documents, the register of directives, shares.
import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { App } from '../../app/app.ts'
import {
  type AskedFacts,
  type ParamProblem,
  readParams,
  sentenceOfProblems,
} from '../../app/facts/params.ts'
import { UserError } from '../../errors.ts'
import type { Facts } from '../../model/facts.ts'
import { pageContextOf, sendPage } from '../layout.ts'
import {
  deadlinesOf,
  directiveRegister,
  registerParams,
  registerStates,
} from './directive-register.ts'
import { numberPage } from './number-page.ts'
import { peopleList, personPage } from './people-page.ts'
import { namesOf, peopleParams } from './people-routes.ts'
import { peopleOf, personActions } from './person-actions.ts'
import { personHref } from './person-address.ts'
import { provinceList, provincePage } from './province-page.ts'
import { mostShares, statisticsPage, statisticsParams } from './statistics-page.ts'

const onPage = 50
const topSubjects = 60

/** Routes of these pages, to be mounted at /. */
export function factPages(app: App): Hono {
  const routes = new Hono()
  routes.get('/directives', async (c) => {
    const page = pageContextOf(c)
    const typed = typedIn(c)
    const state = registerStates.find((one) => one === (typed.state ?? 'upcoming'))
    if (!state) throw new UserError(`state: must be one of ${registerStates.join(', ')}.`)
    const today = todayInVietnam()
    const { asked, problems } = readParams(registerParams, paramsOf(c), ['lang', 'state'])
    const { found, problem } = await orProblem(async () => {
      if (!asked) return null
      const { cursor, ...filters } = asked
      const all = deadlinesOf(state, filters, today)
      const facts = await app.facts.find('directives', all, { limit: onPage, cursor })
      return { asked: all, page: facts }
    })
    const data = { state, typed, today, found, problems: [...problems, ...problem] }
    const main = directiveRegister(page, app, data)
    return sendPage(c, page, { title: page.t.facts.directives.title, main }, found ? 200 : 400)
  })
  routes.get('/statistics', async (c) => {
    const page = pageContextOf(c)
    const typed = typedIn(c)
    const { asked, problems } = readParams(statisticsParams, paramsOf(c), ['lang'])
    const { found, problem } = await orProblem(async () =>
      asked && Object.keys(asked).length > 0 ? { asked, ...(await sharesOf(app, asked)) } : null,
    )
    const all = [...problems, ...problem]
    const top = found || all.length > 0 ? [] : await app.facts.topKeys('percentages', topSubjects)
    const main = statisticsPage(page, app, { typed, problems: all, found, top })
    const title = page.t.facts.statistics.title
    return sendPage(c, page, { title, main }, all.length > 0 ? 400 : 200)
  })
  routes.get('/people', async (c) => {
    const page = pageContextOf(c)
    const { asked, problems } = readParams(peopleParams, paramsOf(c), ['lang'])
    if (!asked) throw new UserError(sentenceOfProblems(problems))
    const { q = '', cursor } = asked
    const { names, next } = await namesOf(app, asked)
    const query = { ...(q ? { q } : {}), ...(cursor ? { cursor } : {}) }
    const main = peopleList(page, query, names, next)
    return sendPage(c, page, { title: page.t.facts.people.title, main })
  })
  routes.get('/people/:id', async (c) => {
    const page = pageContextOf(c)
    const reference = c.req.param('id')
    const details = await peopleOf(app, reference)
    const [only] = details.people
    // One address a person, whichever document led here.
    if (details.people.length === 1 && only && only.id !== reference)
      return c.redirect(personHref(only.id), 302)
    return sendPage(c, page, personPage(page, details))
  })
  routes.route('/', personActions(app))
  routes.get('/provinces', (c) => {
    const page = pageContextOf(c)
    const main = provinceList(page, app)
    return sendPage(c, page, { title: page.t.facts.provinces.title, main })
  })
  routes.get('/provinces/:id', async (c) => {
    const page = pageContextOf(c)
    const id = c.req.param('id')
    if (!app.lexicon.provinces.periods.has(id))
      throw new HTTPException(404, { message: 'There is no such province.' })
    const of = { province: id }
    const [{ hits }, officials, directives, shares] = await Promise.all([
      app.search({ ...of, limit: 10 }),
      app.facts.find('officials', of, { limit: 200 }),
      app.facts.find('directives', { ...of, order: '-deadline' }, { limit: 20 }),
      app.facts.find('percentages', of, { limit: 20 }),
    ])
    const data = {
      id,
      documents: hits,
      officials: officials.facts,
      directives: directives.facts,
      shares: shares.facts,
      today: todayInVietnam(),
    }
    return sendPage(c, page, provincePage(page, app, data))
  })
  routes.get('/numbers/:number{.+}', async (c) => {
    const page = pageContextOf(c)
    const details = await app.facts.number(c.req.param('number'))
    if (!details) throw new HTTPException(404, { message: 'That is no number of a document.' })
    return sendPage(c, page, numberPage(page, details))
  })
  return routes
}

/** The ISO day that it is in Vietnam. */
export const todayInVietnam = (): string =>
  new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)

const paramsOf = (c: Context) => new URL(c.req.url).searchParams

/** What stands in the address but the language, by name. */
const typedIn = (c: Context): Record<string, string> => {
  const params = paramsOf(c)
  params.delete('lang')
  return Object.fromEntries([...params].filter(([, value]) => value.trim() !== ''))
}

/** What `find` gives; what a person got wrong (a province, a cursor) comes back as a problem of a field. */
async function orProblem<T>(
  find: () => Promise<T | null>,
): Promise<{ found: T | null; problem: ParamProblem[] }> {
  try {
    return { found: await find(), problem: [] }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const field = /cursor/i.test(error.message) ? 'cursor' : 'province'
    return { found: null, problem: [{ field, message: error.message }] }
  }
}

/** Shares of a subject, as many as are put into one table. */
async function sharesOf(app: App, asked: AskedFacts<'percentages'>) {
  const shares: Facts['percentages'][] = []
  let cursor: string | undefined
  do {
    const page = await app.facts.find('percentages', asked, { limit: 200, cursor })
    shares.push(...page.facts)
    cursor = page.next ?? undefined
  } while (cursor && shares.length < mostShares)
  return { shares, isCut: cursor !== undefined }
}
