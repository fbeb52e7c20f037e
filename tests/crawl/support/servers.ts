// Real servers on loopback for the running test, well-behaved or broken on purpose.
import {
  createServer as createHttpServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import {
  type AddressInfo,
  createServer as createNetServer,
  type Server,
  type Socket,
} from 'node:net'
import type { SecureContextOptions } from 'node:tls'
import { onTestFinished } from 'vitest'

export type Handler = (request: IncomingMessage, response: ServerResponse) => void

export type TestServer = {
  port: number
  /** "http://127.0.0.1:PORT", or https. */
  origin: string
  /** Paths asked, in order. */
  asked: string[]
  /** Connections taken. */
  connections: () => number
}

/** Serves over HTTP. Whatever the handler throws is a 500. */
export const serve = (handler: Handler): Promise<TestServer> =>
  start('http', (asked) =>
    createHttpServer((request, response) => {
      asked.push(request.url ?? '')
      handler(request, response)
    }),
  )

/** Serves over TLS with a key and certificates. */
export const serveTls = (context: SecureContextOptions, handler: Handler): Promise<TestServer> =>
  start('https', (asked) =>
    createHttpsServer(context, (request, response) => {
      asked.push(request.url ?? '')
      handler(request, response)
    }),
  )

/** Answers each request, as bytes, with bytes: for what no HTTP library would send. */
export const serveRaw = (answer: (socket: Socket, path: string) => void): Promise<TestServer> =>
  start('http', (asked) =>
    createNetServer((socket) => {
      socket.on('error', () => undefined)
      socket.on('data', (data) => {
        const path = /^GET (\S+)/.exec(data.toString('latin1'))?.[1] ?? ''
        asked.push(path)
        answer(socket, path)
      })
    }),
  )

async function start(scheme: string, make: (asked: string[]) => Server): Promise<TestServer> {
  const asked: string[] = []
  const server = make(asked)
  const sockets = new Set<Socket>()
  let connections = 0
  server.on('connection', (socket) => {
    connections += 1
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { port, origin: `${scheme}://127.0.0.1:${port}`, asked, connections: () => connections }
}

/** A handler that answers paths of a table, and 404 elsewhere. */
export const paths =
  (table: Record<string, Handler>): Handler =>
  (request, response) => {
    const handler = table[request.url ?? '']
    if (handler) handler(request, response)
    else send('không có', { status: 404 })(request, response)
  }

/** A handler that sends a body. */
export const send =
  (
    body: string | Buffer,
    { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
  ): Handler =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers })
    response.end(body)
  }

/** A handler that redirects. */
export const redirect = (to: string, status = 302, headers: Record<string, string> = {}): Handler =>
  send('', { status, headers: { location: to, ...headers } })
