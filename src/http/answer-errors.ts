// What goes wrong becomes an answer here and nowhere else: `reactTo` decides the status, HTTPException brings its own.
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { messageOf, reactTo } from '../errors.ts'

export type ErrorAnswer = {
  status: 400 | 403 | 404 | 413 | 422 | 500 | 503
  code: string
  /** One sentence. For bugs it says nothing of the inside of the program. */
  message: string
  isBug: boolean
}

/** Status, code and sentence for a thrown value. */
export function answerFor(error: unknown): ErrorAnswer {
  if (error instanceof HTTPException) {
    const { status, message } = error
    if (status === 403) return { status, code: 'forbidden', message, isBug: false }
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
