// People and numbers of documents in the API: what their pages tell, as JSON.
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { z } from 'zod'
import type { App } from '../../app/app.ts'
import { type Person, toldOf } from '../../app/facts/facts.ts'
import { pageParams, readParams, sentenceOfProblems } from '../../app/facts/params.ts'
import { UserError } from '../../errors.ts'
import type { KeyCount } from '../../ports/facts.ts'
import { onlyParameters } from '../known-parameters.ts'
import { peopleOf } from './person-actions.ts'
import { personHref } from './person-address.ts'
import type { NameBody, PeopleBody, PersonBody, PersonDetailsBody } from './schemas.ts'

/** What "/people" and "/api/people" take. */
export const peopleParams = z.object({
  q: z
    .string()
    .max(200, 'must have at most 200 characters')
    .optional()
    .describe('Words of the name, with or without tone marks; all must occur.'),
  limit: pageParams.limit,
  cursor: z
    .string()
    .max(300, 'must be "next" of the page before')
    .optional()
    .describe('`next` of the page before.'),
})

/** One page of names: of `limit` names from behind `cursor` on, and the cursor of the next page. */
export async function namesOf(
  app: App,
  { q, limit, cursor }: z.output<typeof peopleParams>,
): Promise<{ names: KeyCount[]; next: string | null }> {
  const found = await app.facts.keys('officials', { q, after: cursor, limit: limit + 1 })
  const names = found.slice(0, limit)
  return { names, next: found.length > limit ? (names.at(-1)?.key ?? null) : null }
}

/** Routes of the API, to be mounted at /api. */
export function peopleRoutes(app: App): Hono {
  const routes = new Hono()
  routes.get('/people', async (c) => {
    const { asked, problems } = readParams(peopleParams, new URL(c.req.url).searchParams)
    if (!asked) throw new UserError(sentenceOfProblems(problems))
    const { names, next } = await namesOf(app, asked)
    return c.json({ names: names.map(nameOf), next } satisfies PeopleBody)
  })
  routes.get('/people/:id', async (c) => {
    onlyParameters(c, [])
    const { people, namesakes, met, decisions } = await peopleOf(app, c.req.param('id'))
    return c.json({
      people: people.map(personOf),
      namesakes: namesakes.map(personOf),
      met: met.map(nameOf),
      decisions,
    } satisfies PersonDetailsBody)
  })
  routes.get('/numbers/:number{.+}', async (c) => {
    onlyParameters(c, [])
    const details = await app.facts.number(c.req.param('number'))
    if (!details) throw new HTTPException(404, { message: 'That is no number of a document.' })
    return c.json(details)
  })
  return routes
}

const nameOf = ({ key, label, facts, documents, lastDay }: KeyCount): NameBody => ({
  name: label,
  person: personHref(key),
  facts,
  documents,
  lastDay: lastDay || null,
})

function personOf(person: Person): PersonBody {
  const { documents, positions } = toldOf(person)
  return {
    id: person.id,
    person: personHref(person.id),
    name: person.name,
    otherNames: person.otherNames,
    positions,
    documents: documents.map(({ id, title, day, copies }) => ({ id, title, day, copies })),
  }
}
