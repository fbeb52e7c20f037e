// Who reviews: a name typed in once and remembered in a cookie. There are no accounts; it is what people say of themselves.
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

const cookieName = 'vanthu-who'
const oneYearSeconds = 365 * 24 * 3600
const longestName = 100

/** The name that was given last; '' where none was. */
export const whoOf = (c: Context): string => (getCookie(c, cookieName) ?? '').slice(0, longestName)

/** Remembers a name with this answer. */
export function rememberWho(c: Context, who: string): void {
  setCookie(c, cookieName, who.trim().slice(0, longestName).toWellFormed(), {
    path: '/',
    maxAge: oneYearSeconds,
    sameSite: 'Lax',
    httpOnly: true,
  })
}
