// A bound on how much one client asks for: so many requests a minute, counted in this process.

const minuteMs = 60_000
/** Clients that are remembered at most; who is counted longest goes first. */
const mostClients = 10_000

/** Gives the seconds that a client has to wait; 0 where its request is taken. `key` tells clients apart. */
export type RequestLimit = (key: string) => number

export function createRequestLimit(perMinute: number, now: () => number): RequestLimit {
  const clients = new Map<string, { since: number; count: number }>()
  return (key) => {
    if (perMinute === 0) return 0
    const at = now()
    const known = clients.get(key)
    if (known && at - known.since < minuteMs) {
      known.count++
      if (known.count <= perMinute) return 0
      return Math.ceil((known.since + minuteMs - at) / 1_000)
    }
    // At the end, where the latest stand.
    clients.delete(key)
    clients.set(key, { since: at, count: 1 })
    if (clients.size > mostClients)
      for (const oldest of clients.keys()) {
        clients.delete(oldest)
        break
      }
    return 0
  }
}
