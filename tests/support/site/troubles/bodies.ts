// Troubles with how the bodies of articles are sent.
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { only, onlyTake, type Trouble, withBody } from './trouble.ts'

const articles = (take: NonNullable<Trouble['take']>): Trouble => ({
  take: onlyTake(['article'], take),
})
/** Packed once, when it is first asked for. */
const packed = (encoding: string, pack: (bytes: Buffer) => Buffer): Trouble => {
  let body: Buffer | null = null
  return {
    change: only(['article'], (reply) => {
      body ??= pack(Buffer.alloc(40 * 1024 * 1024, 0x20))
      return withBody(reply, body, { 'content-encoding': encoding })
    }),
  }
}

export const bodyTroubles = {
  'body-drips': articles((reply, _, response) => {
    response.writeHead(200, reply.headers)
    let at = 0
    const drip = setInterval(() => {
      response.write(reply.body.subarray(at, ++at))
    }, 100)
    response.on('close', () => clearInterval(drip))
    return true
  }),
  'body-never-ends': articles((reply, _, response) => {
    response.writeHead(200, reply.headers)
    const more = (): void => {
      if (response.destroyed) return
      if (response.write(Buffer.alloc(64 * 1024, 0x61))) setImmediate(more)
    }
    response.on('drain', more)
    more()
    return true
  }),
  'body-stops': articles((reply, _, response) => {
    response.writeHead(200, { ...reply.headers, 'content-length': String(reply.body.length) })
    response.write(reply.body.subarray(0, reply.body.length / 2))
    return true
  }),
  'body-cut': articles((reply, _, response) => {
    response.writeHead(200, { ...reply.headers, 'content-length': String(reply.body.length) })
    response.write(reply.body.subarray(0, reply.body.length / 2), () => response.destroy())
    return true
  }),
  'body-cut-chunked': articles((reply, _, response) => {
    response.writeHead(200, reply.headers)
    response.write(reply.body.subarray(0, reply.body.length / 2), () => response.destroy())
    return true
  }),
  'body-cut-once': articles((reply, { count }, response) => {
    if (count > 1) return false
    response.writeHead(200, { ...reply.headers, 'content-length': String(reply.body.length) })
    response.write(reply.body.subarray(0, reply.body.length / 2), () => response.destroy())
    return true
  }),
  'body-empty': { change: only(['article'], (reply) => withBody(reply, '')) },
  'body-gzip': {
    change: only(['article', 'list'], (reply) => ({
      ...reply,
      headers: { ...reply.headers, 'content-encoding': 'gzip' },
      body: gzipSync(reply.body),
    })),
  },
  'body-gzip-bomb': packed('gzip', gzipSync),
  'body-brotli-bomb': packed('br', brotliCompressSync),
  'body-gzip-cut': {
    change: only(['article'], (reply) =>
      withBody(reply, gzipSync(reply.body).subarray(0, 200), { 'content-encoding': 'gzip' }),
    ),
  },
  'body-not-packed-as-said': {
    change: only(['article'], (reply) =>
      withBody(reply, reply.body, { 'content-encoding': 'gzip' }),
    ),
  },
  'connection-reset': articles((_, __, response) => {
    response.socket?.resetAndDestroy()
    return true
  }),
  'never-answers': articles(() => true),
} satisfies Record<string, Trouble>
