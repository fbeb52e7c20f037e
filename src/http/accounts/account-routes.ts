// "/api/account": who a program is to us.
import { Hono } from 'hono'
import { z } from 'zod'
import { roles, scopes } from '../../model/account.ts'
import { onlyParameters } from '../known-parameters.ts'
import { visitorOf } from './visitor.ts'

export const accountBodySchema = z.object({
  accounts: z.boolean().describe('Whether people log in here; if not, everything else is null.'),
  name: z.string().nullable(),
  role: z.enum(roles).nullable(),
  scopes: z
    .array(z.enum(scopes))
    .nullable()
    .describe('Of the token that was sent; null where there is none.'),
})

/** Routes of the API, to be mounted at /api. */
export function accountRoutes(): Hono {
  const routes = new Hono()
  routes.get('/account', (c) => {
    onlyParameters(c, [])
    const { isAsked, account, scopes } = visitorOf(c)
    return c.json({
      accounts: isAsked,
      name: account?.name ?? null,
      role: account?.role ?? null,
      scopes: scopes && [...scopes],
    } satisfies z.infer<typeof accountBodySchema>)
  })
  return routes
}
