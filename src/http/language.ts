// The language of the pages: "?lang=en" asks for one and is remembered in a cookie; Vietnamese where nothing was asked.
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { type Language, languages } from './texts.ts'

const cookieName = 'vanthu-lang'
const oneYearSeconds = 365 * 24 * 3600

const known = (value: string | undefined) => languages.find((language) => language === value)

/** The language of this answer; sets the cookie where the address names one. */
export function languageOf(c: Context): Language {
  const asked = known(c.req.query('lang'))
  if (asked)
    setCookie(c, cookieName, asked, {
      path: '/',
      maxAge: oneYearSeconds,
      sameSite: 'Lax',
      httpOnly: true,
    })
  return asked ?? known(getCookie(c, cookieName)) ?? 'vi'
}

/** The address of the same page in the other language. */
export function otherLanguageHref(c: Context, language: Language): string {
  const url = new URL(c.req.url)
  url.searchParams.set('lang', language === 'vi' ? 'en' : 'vi')
  // An uploaded form has no page to come back to.
  const path = ['GET', 'HEAD'].includes(c.req.method) ? url.pathname : '/'
  return `${path}?${url.searchParams}`
}
