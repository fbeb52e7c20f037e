// The cookie of a browser that is logged in. It holds a secret and nothing else; scripts never see it.
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { sessionMs } from '../../app/accounts/log-in.ts'
import { type Access, isSecure } from './access.ts'

/** Browsers take a name that begins with "__Host-" only over https, for this very host and all of its paths. */
const nameOf = (access: Access): string => (isSecure(access) ? '__Host-vanthu' : 'vanthu')

/** The secret that a browser brings; undefined where it brings none. */
export const readSession = (c: Context, access: Access): string | undefined =>
  getCookie(c, nameOf(access))

export function writeSession(c: Context, access: Access, secret: string): void {
  write(c, access, secret, sessionMs / 1_000)
}

export function clearSession(c: Context, access: Access): void {
  write(c, access, '', 0)
}

function write(c: Context, access: Access, secret: string, maxAge: number): void {
  setCookie(c, nameOf(access), secret, {
    path: '/',
    httpOnly: true,
    // Links from elsewhere find the reader logged in; forms from elsewhere do not.
    sameSite: 'Lax',
    secure: isSecure(access),
    maxAge,
  })
}
