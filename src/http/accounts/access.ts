// Who may reach the pages and the API at all: everybody on this machine, or whoever logs in.
import { isIPv4 } from 'node:net'
import type { Config } from '../../config.ts'

export type Access = {
  /** Whether people have to log in. If not, whoever reaches the loopback address may do everything. */
  accounts: boolean
  /** The address that browsers use where it is another than ours, as behind a proxy that speaks https. */
  publicUrl?: string | undefined
  /** How many proxies of our own stand before us, each adding to X-Forwarded-For. */
  proxies: number
  /** Most requests a minute of one token, session or address; 0: no bound. */
  requestsPerMinute: number
  /** Milliseconds since 1970. */
  now(): number
}

/** Without accounts, for an address that only this machine reaches. */
export const openAccess: Access = {
  accounts: false,
  proxies: 0,
  requestsPerMinute: 0,
  now: Date.now,
}

/** What holds for a server that listens on `host`. */
export function accessAt(host: string, config: Config): Access {
  const { publicUrl, proxies, requestsPerMinute } = config
  const accounts = config.accounts === 'on' || !isLoopbackName(host)
  return { accounts, publicUrl, proxies, requestsPerMinute, now: Date.now }
}

/** Whether a name or address of a host is this machine's own: "localhost", "127.0.0.1", "::1". */
export function isLoopbackName(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[(.*)\]$/, '$1')
  if (name === 'localhost' || name.endsWith('.localhost')) return true
  if (name === '::1' || name === '::ffff:127.0.0.1') return true
  return isIPv4(name) && name.startsWith('127.')
}

/** Whether what a request has as its Host is this machine's own name; a port may follow. */
export function isLoopbackHost(header: string): boolean {
  const name = /^(\[[^\]]*\]|[^:]*)(?::\d{1,5})?$/.exec(header)?.[1]
  return name !== undefined && isLoopbackName(name)
}

/** Whether browsers use https, so that cookies may be bound to it. */
export const isSecure = ({ publicUrl }: Access): boolean => publicUrl?.startsWith('https:') ?? false
