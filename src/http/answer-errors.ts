// What goes wrong becomes an answer here and nowhere else: `reactTo` decides the status, HTTPException brings its own.
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { messageOf, reactTo } from '../errors.ts'

export type ErrorAnswer = {
  status: 400 | 401 | 403 | 404 | 413 | 422 | 429 | 500 | 503
  code: string
  /** One sentence. For bugs it says nothing of the inside of the program. */
  message: string
  isBug: boolean
}

/** Code of a 403, and `cause` of its HTTPException, where the role of an account or the scope of a token is not enough. */
export const notAllowed = 'not-allowed'

/** Whether a path is asked for by programs, which are answered in JSON, and not by people. */
export const isForPrograms = (path: string): boolean =>
  /^\/(?:(?:api|assets|healthz|readyz|metrics|feed)(?:\/|$)|saved\/[^/]*\/feed$)/.test(path)

/** Status, code and sentence for a thrown value. */
export function answerFor(error: unknown): ErrorAnswer {
  if (error instanceof HTTPException) {
    const { status, message } = error
    if (status === 401) return { status, code: 'unauthorized', message, isBug: false }
    if (status === 403) {
      const code = error.cause === notAllowed ? notAllowed : 'forbidden'
      return { status, code, message, isBug: false }
    }
    if (status === 429) return { status, code: 'too-many-requests', message, isBug: false }
    if (status === 404) return { status, code: 'not-found', message, isBug: false }
    if (status === 413) return { status, code: 'too-large', message, isBug: false }
  }
  const { httpStatus, code } = reactTo(error)
  const isBug = code === 'bug'
  const message = isBug
    ? 'Something is wrong in the program. The error was logged; try again, or tell the administrator.'
    : messageOf(error)
  return { status: httpStatus, code, message, isBug }
}

/** The error body of the API: `{ "error": { "code", "message" } }`. */
export function errorJson(c: Context, { status, code, message }: Omit<ErrorAnswer, 'isBug'>) {
  return c.json({ error: { code, message } }, status)
}
