// Facts in the API: /api/facts/directives?province=dien-bien&deadlineFrom=2023-01-01 and its like.
import { Hono } from 'hono'
import type { App } from '../../app/app.ts'
import { factParams, readParams, sentenceOfProblems } from '../../app/facts/params.ts'
import { UserError } from '../../errors.ts'
import { factKinds } from '../../model/facts.ts'

/** Routes of the API, to be mounted at /api. */
export function factRoutes(app: App): Hono {
  const routes = new Hono()
  for (const kind of factKinds)
    routes.get(`/facts/${kind}`, async (c) => {
      const { asked, problems } = readParams(factParams[kind], new URL(c.req.url).searchParams)
      if (!asked) throw new UserError(sentenceOfProblems(problems))
      const { limit, cursor, ...filters } = asked
      return c.json(await app.facts.find(kind, filters, { limit, cursor }))
    })
  return routes
}
