// JSON that comes in over the API.
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { UserError } from '../errors.ts'

const mostBytes = 256 * 1024

/** Refuses bodies larger than anything that a form or a program has to say. @throws HTTPException 413 */
export const limitBody = bodyLimit({
  maxSize: mostBytes,
  onError: () => {
    throw new HTTPException(413, { message: 'The body of the request is larger than 256 KB.' })
  },
})

/** The body as JSON; `what` names it in errors: "the correction". @throws UserError where it is none */
export async function jsonOf(c: Context, what: string): Promise<unknown> {
  // Forms of other sites cannot send this type.
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
    throw new UserError(`Send ${what} as application/json.`)
  try {
    return await c.req.json()
  } catch (error) {
    if (error instanceof HTTPException) throw error
    throw new UserError('The body is no JSON.', { cause: error })
  }
}
