// Cookies within one chain of redirects. Some portals set a cookie and redirect to the same page until it comes back. Each is
// sent back to the very origin that set it, and all are forgotten when the chain ends.

const mostCookies = 20
const mostCharacters = 4096

export type ChainCookies = {
  /** Takes the Set-Cookie headers of an answer of `origin`. */
  take(origin: string, setCookies: readonly string[]): void
  /** The Cookie header for `origin`; null where it set none. */
  headerFor(origin: string): string | null
}

export function createChainCookies(): ChainCookies {
  const jars = new Map<string, Map<string, string>>()
  return {
    take(origin, setCookies) {
      const jar = jars.get(origin) ?? new Map<string, string>()
      jars.set(origin, jar)
      for (const line of setCookies) {
        const [pair = ''] = line.split(';', 1)
        const equals = pair.indexOf('=')
        const name = pair.slice(0, equals).trim()
        const value = pair.slice(equals + 1).trim()
        // Printable ASCII only: the value goes into a header of ours.
        if (equals < 1 || !/^[!-~]+$/.test(name) || !/^[ -~]*$/.test(value)) continue
        if (jar.size < mostCookies || jar.has(name)) jar.set(name, value)
      }
    },
    headerFor(origin) {
      const header = [...(jars.get(origin) ?? [])]
        .map(([name, value]) => `${name}=${value}`)
        .join('; ')
      return header && header.length <= mostCharacters ? header : null
    },
  }
}
