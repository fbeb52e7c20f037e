// Who reviews: whoever is logged in; without accounts a name that people type in once, remembered in a cookie.
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { visitorOf } from './accounts/visitor.ts'

const cookieName = 'vanthu-who'
const oneYearSeconds = 365 * 24 * 3600
const longestName = 100

/** The account's name, else the name that was given last; '' where none was. */
export const whoOf = (c: Context): string =>
  visitorOf(c).account?.name ?? (getCookie(c, cookieName) ?? '').slice(0, longestName)

/** The name under which something is kept: nobody who is logged in can say he is another. */
export const signedBy = (c: Context, typed: unknown): unknown => visitorOf(c).account?.name ?? typed

/** Remembers a name with this answer, where there are no accounts. */
export function rememberWho(c: Context, who: string): void {
  if (visitorOf(c).isAsked) return
  setCookie(c, cookieName, who.trim().slice(0, longestName).toWellFormed(), {
    path: '/',
    maxAge: oneYearSeconds,
    sameSite: 'Lax',
    httpOnly: true,
  })
}
