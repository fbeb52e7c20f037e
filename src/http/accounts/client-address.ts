// Where a request comes from.
import { isIP, isIPv6 } from 'node:net'
import type { Context } from 'hono'

type Bindings = { incoming?: { socket?: { remoteAddress?: string | undefined } } } | undefined

/**
 * The address of who asks, without a port; "unknown" where the connection has none. Behind `proxies` of our own it is what the
 * outermost of them wrote: what stands before it in X-Forwarded-For anybody may have made up.
 */
export function clientAddress(c: Context, proxies: number): string {
  const direct = plain((c.env as Bindings)?.incoming?.socket?.remoteAddress ?? '')
  if (proxies === 0) return direct ?? 'unknown'
  const hops = (c.req.header('x-forwarded-for') ?? '').split(',').map((hop) => plain(hop.trim()))
  return hops.at(-proxies) ?? direct ?? 'unknown'
}

/** What attempts and requests are counted by: of IPv6 the network, since one machine may have all of it. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('::')
  const groups = head.split(':').filter(Boolean)
  const after = tail?.split(':').filter(Boolean) ?? []
  const missing = tail === undefined ? 0 : 8 - groups.length - after.length
  const all = [...groups, ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...after]
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

/** "::ffff:192.0.2.1" → "192.0.2.1", "192.0.2.1:443" → "192.0.2.1", "[::1]:443" → "::1"; undefined where it is no address. */
function plain(text: string): string | undefined {
  const bare = text.replace(/^\[(.*)\](?::\d{1,5})?$/, '$1').replace(/^::ffff:(?=\d)/i, '')
  const address = isIP(bare) ? bare : bare.replace(/:\d{1,5}$/, '')
  return isIP(address) ? address : undefined
}
