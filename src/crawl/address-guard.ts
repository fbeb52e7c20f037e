// The guard before every request: which addresses a crawler may ask. A link may come from anybody, so it is checked as written,
// as DNS answers it, and once more as the connection stands.
import { lookup } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import { type FetchFault, refused } from './fetch-fault.ts'
import { longestAddress } from './fetch-limits.ts'
import { isPublicAddress } from './public-address.ts'

export type Resolved = { address: string; family: number }

/** Every address of a host; throws as dns.lookup does. */
export type Resolve = (host: string) => Promise<readonly Resolved[]>

export type AddressGuard = {
  /**
   * Reads an address as written, or as a redirect of `base` gave it, and checks it.
   * Gives it without its fragment; throws a refusal that says why.
   */
  checkUrl(written: string, base?: URL): URL
  /** The `lookup` of a connection to a port: all of DNS's addresses are checked, and only those checked are handed on. */
  lookupFor(port: number): LookupFunction
  /** Throws unless a standing connection is with an address that may be asked. */
  checkConnected(host: string, port: number, address: string | undefined): void
}

const resolveAll: Resolve = (host) => lookup(host, { all: true })

/**
 * @param allowedHosts hosts that may be anywhere, as the operator named them: "127.0.0.1", "[::1]:8080", "intranet.vn". Where a
 *   port is given only that port is allowed.
 */
export function createAddressGuard(
  allowedHosts: readonly string[],
  resolve: Resolve = resolveAll,
): AddressGuard {
  const allowed = new Set(allowedHosts.map((host) => host.toLowerCase()))
  const isAllowed = (host: string, port: number): boolean => {
    const name = isIP(host) === 6 ? `[${host}]` : host
    return allowed.has(name) || allowed.has(`${name}:${port}`)
  }

  const check = (host: string, port: number, address: string): void => {
    if (!isAllowed(host, port) && !isPublicAddress(address))
      throw refused(
        'forbidden-address',
        `${host} is at ${address}, which is no address of the public internet. If it is meant, allow the host by name.`,
      )
  }

  return {
    checkUrl(written, base) {
      const url = parse(written, base)
      if (url.protocol !== 'http:' && url.protocol !== 'https:')
        throw refused(
          'forbidden-scheme',
          `Only http and https are asked, not ${url.protocol} (${url.href})`,
        )
      if (url.username || url.password)
        throw refused(
          'credentials-in-address',
          `The address has a user name in it: …@${url.host}${url.pathname}`,
        )
      const host = url.hostname.replace(/^\[|\]$/g, '')
      const port = portOf(url)
      if (host.endsWith('.'))
        throw refused(
          'forbidden-address',
          `The host ends in a dot, which would name it a second time: ${host}`,
        )
      if (isIP(host)) {
        if (isIP(host) === 4 && host !== base?.hostname && !written.includes(host))
          throw refused(
            'forbidden-address',
            `The address hides ${host} in another notation: ${written}`,
          )
        check(host, port, host)
      } else if ((host === 'localhost' || host.endsWith('.localhost')) && !isAllowed(host, port)) {
        throw refused('forbidden-address', `${host} is this machine`)
      }
      return url
    },

    lookupFor: (port) => (host, options, callback) => {
      resolve(host).then(
        (found) => {
          try {
            for (const { address } of found) check(host, port, address)
          } catch (error) {
            callback(error as FetchFault, [])
            return
          }
          const [first] = found
          if (!first) callback(noAddress(host), [])
          else if (options.all) callback(null, [...found])
          else callback(null, first.address, first.family)
        },
        (error: NodeJS.ErrnoException) => callback(error, []),
      )
    },

    checkConnected(host, port, address) {
      check(host, port, address ?? 'an unknown address')
    },
  }
}

function parse(written: string, base: URL | undefined): URL {
  const url = written.length <= longestAddress ? URL.parse(written, base?.href) : null
  if (!url || url.href.length > longestAddress)
    throw refused(
      'invalid-address',
      `Not an address that can be asked: ${written.slice(0, 200)}${written.length > 200 ? '…' : ''}`,
    )
  url.hash = ''
  return url
}

/** The port asked, also where the address does not write it. */
export const portOf = (url: URL): number =>
  Number(url.port) || (url.protocol === 'https:' ? 443 : 80)

const noAddress = (host: string): NodeJS.ErrnoException =>
  Object.assign(new Error(`${host} has no address`), { code: 'ENOTFOUND' })
