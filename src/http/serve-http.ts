// Listens on a port: `serveHttp({ app, host: '127.0.0.1', port: 4280 })` → { address: "http://127.0.0.1:4280", close }.
import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import type { Hono } from 'hono'
import type { App } from '../app/app.ts'
import { UserError } from '../errors.ts'
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
 * @throws UserError when the port is taken, may not be used, or the host is not of this machine
 */
export function serveHttp({
  app,
  host,
  port,
  ...options
}: { app: App; host: string; port: number } & HttpOptions): Promise<HttpServer> {
  return listen(createHttp(app, options), host, port)
}

/** Serves /healthz, /readyz and /metrics alone, for a worker. Errors as for `serveHttp`. */
export function serveWatch({
  app,
  host,
  port,
}: {
  app: App
  host: string
  port: number
}): Promise<HttpServer> {
  return listen(watchRoutes(app), host, port)
}

async function listen(http: Hono, host: string, port: number): Promise<HttpServer> {
  const server = await new Promise<ServerType>((resolve, reject) => {
    const starting = serve({ fetch: http.fetch, hostname: host, port }, () => resolve(starting))
    starting.once('error', (error) => reject(explain(error, host, port)))
  })
  const { port: realPort } = server.address() as AddressInfo
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${realPort}`,
    close: () =>
      new Promise((resolve, reject) => {
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
