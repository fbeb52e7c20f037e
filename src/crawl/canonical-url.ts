// An address as it is asked and kept: whole, in one spelling, without what only tells visits apart.
//
//   canonicalUrl('../tin/Ho%c3%a0.html?utm_source=zalo#top', 'https://SGD.vn:443/a/b/')  →  https://sgd.vn/a/tin/Ho%C3%A0.html
import { longestAddress } from './fetch-limits.ts'
import { aspSessionInPath, isVisitParameter, sessionInPath } from './url-parameters.ts'

/**
 * The whole address that a link names, seen from the page it stands on; null where it leads to no page: mailto:, javascript:,
 * data:, a place within the page, a password in the address, something that is none. Parameters keep their order: some servers
 * mind it.
 */
export function canonicalUrl(href: string, base: string | URL): string | null {
  const written = href.trim()
  if (written === '' || written.startsWith('#') || written.length > longestAddress) return null
  const url = URL.parse(written, String(base))
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null
  if (url.username || url.password || url.hostname === '') return null
  const path = oneSpelling(url.pathname.replace(sessionInPath, '').replace(aspSessionInPath, ''))
  const query = parametersOf(url)
    .map(({ written }) => written)
    .join('&')
  // "sgd.vn." is sgd.vn.
  const host = url.host.replace(/\.+(?=:|$)/, '')
  return `${url.protocol}//${host}${path}${query && `?${query}`}`
}

export type UrlParameter = {
  name: string
  value: string
  /** As it stands in the address, in one spelling. */
  written: string
}

/** The parameters of an address that say something about the page, in order. */
export function parametersOf(url: URL): UrlParameter[] {
  if (url.search === '') return []
  return url.search
    .slice(1)
    .split('&')
    .flatMap((piece) => {
      // An address that was escaped twice has "amp;page=2" for "page=2".
      const written = oneSpelling(piece.replace(/^(?:amp;)+/, ''))
      if (written === '') return []
      const equals = written.indexOf('=')
      const name = decoded(equals < 0 ? written : written.slice(0, equals))
      const value = decoded(equals < 0 ? '' : written.slice(equals + 1))
      return isVisitParameter(name, value) ? [] : [{ name, value, written }]
    })
}

/** What need not be percent-encoded, and is not. */
const plain = /[A-Za-z0-9\-._~]/

/** One spelling of percent-encodings: none where none is needed, capital digits elsewhere. */
function oneSpelling(text: string): string {
  if (!text.includes('%')) return text
  return text.replace(/%([0-9a-fA-F]{2})/g, (encoding: string, digits: string) => {
    const char = String.fromCharCode(Number.parseInt(digits, 16))
    return plain.test(char) ? char : encoding.toUpperCase()
  })
}

/** The text of an encoded piece; as written where it is broken. */
function decoded(piece: string): string {
  if (!/[%+]/.test(piece)) return piece
  try {
    return decodeURIComponent(piece.replaceAll('+', ' '))
  } catch (error) {
    if (error instanceof URIError) return piece
    throw error
  }
}
