// What makes two addresses the same page: without scheme, "www.", index files, slashes at the end and the order of parameters.
//
//   http://www.sgd.vn/tin/index.php?b=2&a=1   and   https://sgd.vn/tin/?a=1&b=2   →   sgd.vn/tin?a=1&b=2
import { canonicalUrl, parametersOf } from './canonical-url.ts'

const indexFile = /\/(?:index\.(?:php\d?|html?|aspx?|jsp)|default\.(?:aspx?|html?))$/i
/** Servers of Microsoft's take no notice of capitals. */
const ignoresCase = /\.(?:aspx?|ashx|asmx)(?:\/|$)/i

/** The identity of a page. Throws TypeError where `url` is no whole http(s) address. */
export function urlKey(url: string): string {
  const canonical = canonicalUrl(url, url)
  if (canonical === null) throw new TypeError(`This is no address of a page: ${url}`)
  return keyOfCanonical(new URL(canonical))
}

/** The same for an address that is canonical. */
export function keyOfCanonical(url: URL): string {
  const path = url.pathname.replace(/\/{2,}/g, '/')
  const isCaseless = ignoresCase.test(path)
  const parameters = parametersOf(url).map(({ name, value }) => {
    const key = encodeURIComponent(isCaseless ? name.toLowerCase() : name)
    return value === '' ? key : `${key}=${encodeURIComponent(value)}`
  })
  const query = parameters.length > 0 ? `?${parameters.sort().join('&')}` : ''
  const shortPath = path.replace(indexFile, '').replace(/\/$/, '')
  return `${siteOf(url)}${isCaseless ? shortPath.toLowerCase() : shortPath}${query}`
}

/** The site of an address: its host without "www.", and its port where that is no usual one. */
export function siteOf(url: URL): string {
  return url.host.replace(/^www\./, '')
}
