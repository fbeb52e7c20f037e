// The connections of a fetcher: guarded addresses, certificates always verified, and for some hosts a certificate that the
// operator added because the host's own chain is incomplete.
import { isIP, type Socket } from 'node:net'
import { getCACertificates } from 'node:tls'
import { Agent, buildConnector } from 'undici'
import { UserError } from '../errors.ts'
import type { AddressGuard } from './address-guard.ts'
import type { FetchLimits } from './fetch-limits.ts'

/** Host name → certificates in PEM that are trusted for that host only. */
export type ExtraCas = Readonly<Record<string, string>>

/** An agent that keeps one connection an origin, one request at a time on it. */
export function createAgent(guard: AddressGuard, extraCas: ExtraCas, limits: FetchLimits): Agent {
  const connectors = new Map<string, buildConnector.connector>()
  const connectorOf = (host: string, port: number): buildConnector.connector => {
    const key = `${host}:${port}`
    const found = connectors.get(key)
    if (found) return found
    const made = buildConnector({
      timeout: limits.connectMs,
      lookup: guard.lookupFor(port),
      // Said here so that no variable of the environment can switch it off.
      rejectUnauthorized: true,
      ...trustFor(host, extraCas),
    })
    connectors.set(key, made)
    return made
  }
  const connect: buildConnector.connector = (options, callback) => {
    const host = options.hostname.replace(/^\[|\]$/g, '')
    const port = Number(options.port) || (options.protocol === 'https:' ? 443 : 80)
    connectorOf(host, port)(options, (...[error, socket]) => {
      if (error) return callback(error, null)
      const fault = faultOfConnected(guard, host, port, socket)
      if (!fault) return callback(null, socket)
      socket.destroy()
      callback(fault, null)
    })
  }
  return new Agent({
    connect,
    connections: 1,
    pipelining: 1,
    maxHeaderSize: limits.headerBytes,
    // The fetcher's own clocks decide.
    headersTimeout: 0,
    bodyTimeout: 0,
  })
}

/** The error of a connection that stands with an address it may not stand with; null where all is well. */
function faultOfConnected(
  guard: AddressGuard,
  host: string,
  port: number,
  socket: Socket,
): Error | null {
  try {
    guard.checkConnected(host, port, socket.remoteAddress)
    return null
  } catch (error) {
    return error as Error
  }
}

/**
 * What a host's chain is verified with. With an extra certificate a chain may also end there: an intermediate is enough, also
 * where its root is not ours to know.
 */
function trustFor(host: string, extraCas: ExtraCas): buildConnector.BuildOptions {
  const extra = extraCas[host]
  return extra === undefined
    ? {}
    : { ca: [...getCACertificates('default'), extra], allowPartialTrustChain: true }
}

/** Checks the certificates that an operator gave; throws a UserError that names the host. */
export function checkExtraCas(extraCas: ExtraCas): void {
  for (const [host, pem] of Object.entries(extraCas)) {
    if (host !== host.toLowerCase() || (host.includes(':') && isIP(host) === 0))
      throw new UserError(
        `An extra certificate is for a host name in lower case without a port, not "${host}".`,
      )
    if (!/-----BEGIN CERTIFICATE-----[\sA-Za-z0-9+/=]+-----END CERTIFICATE-----/.test(pem))
      throw new UserError(
        `The extra certificate of ${host} is not in PEM form (-----BEGIN CERTIFICATE-----).`,
      )
  }
}
