// Listens on a port: `serveHttp({ app, host: '127.0.0.1', port: 4280 })` → { address: "http://127.0.0.1:4280", close }.
import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { App } from '../app/app.ts'
import { UserError } from '../errors.ts'
import { accessAt, isLoopbackName } from './accounts/access.ts'
import { guard } from './accounts/guard.ts'
import { answerFor, errorJson } from './answer-errors.ts'
import { watchRoutes } from './api.ts'
import { createHttp, type HttpOptions } from './create-http.ts'

export type HttpServer = {
  /** Where it listens, with the real port where 0 was asked for. */
  address: string
  /** Stops listening and waits for the requests under way. */
  close(): Promise<void>
}

/**
 * Serves an application. The caller closes the application after the server.
 * Where others than this machine can reach it, people log in.
 * @throws UserError when there are no accounts then, the port is taken, may not be used, or the host is not of this machine
 */
export async function serveHttp({
  app,
  host,
  port,
  ...options
}: { app: App; host: string; port: number } & Omit<HttpOptions, 'access'>): Promise<HttpServer> {
  const access = accessAt(host, app.config)
  if (access.accounts && (await app.accounts.list()).length === 0) throw noAccounts(host)
  // Streams of events would hold up the end for as long as somebody looks at a page.
  const ending = new AbortController()
  const http = createHttp(app, { ...options, access, ending: ending.signal })
  return listen(http, host, port, () => ending.abort())
}

/** Nobody could log in, and nobody may do without. */
const noAccounts = (host: string): UserError =>
  new UserError(
    isLoopbackName(host)
      ? 'People are to log in ("accounts": "on"), and there is no account yet: make one with "vanthu account add NAME --role operator".'
      : `At ${host} others can reach the archive, and it has no account yet: make one with "vanthu account add NAME --role operator", or set VANTHU_HOST to 127.0.0.1 for this machine alone.`,
  )

/** Serves /healthz, /readyz and /metrics alone, for a worker; the last asks for a token where others can reach it. Errors as for `serveHttp`. */
export function serveWatch({
  app,
  host,
  port,
}: {
  app: App
  host: string
  port: number
}): Promise<HttpServer> {
  const http = new Hono()
  http.use(guard(app, accessAt(host, app.config)))
  http.route('/', watchRoutes(app))
  http.onError((error, c) => errorJson(c, answerFor(error)))
  return listen(http, host, port)
}

async function listen(
  http: Hono,
  host: string,
  port: number,
  onEnding: () => void = () => undefined,
): Promise<HttpServer> {
  const server = await new Promise<ServerType>((resolve, reject) => {
    const starting = serve({ fetch: http.fetch, hostname: host, port }, () => resolve(starting))
    starting.once('error', (error) => reject(explain(error, host, port)))
  })
  const { port: realPort } = server.address() as AddressInfo
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${realPort}`,
    close: () =>
      new Promise((resolve, reject) => {
        onEnding()
        server.close((error) => (error ? reject(error) : resolve()))
        // Browsers keep connections open without asking anything; they would hold up the end for ever.
        if ('closeIdleConnections' in server) server.closeIdleConnections()
      }),
  }
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const cause = { cause: error }
  if (error.code === 'EADDRINUSE')
    return new UserError(
      `Port ${port} on ${host} is already in use, perhaps by another vanthu: stop that program, or choose another port with VANTHU_PORT.`,
      cause,
    )
  if (error.code === 'EACCES')
    return new UserError(
      `Port ${port} may not be used without special rights: choose one above 1023 with VANTHU_PORT.`,
      cause,
    )
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new UserError(
      `The address ${host} is not one of this machine: set VANTHU_HOST to 127.0.0.1, or to 0.0.0.0 for all networks.`,
      cause,
    )
  return error
}
