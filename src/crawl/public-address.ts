// Which internet addresses are public: everything that is not is out of bounds for a crawler.
//
//   203.162.0.11 → public      10.0.0.5, 169.254.169.254, ::1, ::ffff:10.0.0.5, 64:ff9b::a00:5 → not
import ipaddr from 'ipaddr.js'

// Public by their range, but answered by the cloud's own host (Azure's WireServer).
const metadata = new Set(['168.63.129.16'])

// Global unicast is 2000::/3 so far. Everything else, IPv4-compatible addresses too, is no place of the public net.
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether an address, as DNS or a socket gives it, is a public one. Loopback, private, link-local, multicast, reserved and
 * documentation ranges are not; nor are addresses that wrap an IPv4 one (mapped, 6to4, NAT64, Teredo), whatever they wrap.
 * What is no address at all is not public.
 */
export function isPublicAddress(text: string): boolean {
  if (metadata.has(text) || !ipaddr.isValid(text)) return false
  const address = ipaddr.parse(text)
  if (address.range() !== 'unicast') return false
  return address instanceof ipaddr.IPv4 || address.match(globalUnicast)
}
