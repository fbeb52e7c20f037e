// Bodies that are cut, endless, slow, lying or larger than they look: none is ever taken for a whole one, and no file is left.

import type { Socket } from 'node:net'
import { setInterval, setTimeout } from 'node:timers'
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { defaultLimits } from '../../src/crawl/fetch-limits.ts'
import { send, serve, serveRaw } from './support/servers.ts'
import { inWords, testFetcher } from './support/test-fetcher.ts'

const ok = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n'
const html = `<!doctype html><title>Tin</title>${'<p>Sở đã tổ chức hội nghị.</p>'.repeat(50)}`
const small = { ...defaultLimits.sentBytes, page: 20_000 }
const limits = {
  totalMs: 3000,
  headersMs: 500,
  connectMs: 500,
  idleMs: 500,
  headerBytes: 8192,
  sentBytes: small,
  bodyBytes: { ...defaultLimits.bodyBytes, page: 60_000 },
}

/** Writes a piece every few milliseconds until the other side has enough. */
function drip(socket: Socket, piece: string, everyMs: number): void {
  const timer = setInterval(() => socket.write(piece), everyMs)
  socket.on('close', () => clearInterval(timer))
}

const answered =
  (text: string, then: 'end' | 'reset' | 'stay' = 'stay') =>
  (socket: Socket) => {
    socket.write(text)
    if (then === 'end') socket.end()
    // A reset may overtake what was written before it.
    if (then === 'reset') setTimeout(() => socket.resetAndDestroy(), 30)
  }

const chunk = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`

describe('cut', () => {
  test.each([
    [
      'Content-Length too long, closed',
      answered(`${ok}Content-Length: 500\r\n\r\n${'a'.repeat(100)}`, 'end'),
      'later cut',
    ],
    [
      'Content-Length too long, reset',
      answered(`${ok}Content-Length: 500\r\n\r\n${'a'.repeat(100)}`, 'reset'),
      'later cut',
    ],
    [
      'Content-Length too long, kept open',
      answered(`${ok}Content-Length: 500\r\n\r\n${'a'.repeat(100)}`),
      'later timeout',
    ],
    [
      'Content-Length too short',
      answered(`${ok}Content-Length: 100\r\n\r\n${'a'.repeat(500)}`),
      'later cut',
    ],
    [
      'Content-Length counted in characters',
      answered(`${ok}Content-Length: ${html.length}\r\n\r\n${html}`),
      'later cut',
    ],
    [
      'Content-Length twice',
      answered(`${ok}Content-Length: 5\r\nContent-Length: 3\r\n\r\nhello`),
      'later cut',
    ],
    [
      'no last chunk, closed',
      answered(`${ok}Transfer-Encoding: chunked\r\n\r\n${chunk(html)}`, 'end'),
      'later cut',
    ],
    [
      'no last chunk, reset',
      answered(`${ok}Transfer-Encoding: chunked\r\n\r\n${chunk(html)}`, 'reset'),
      'later cut',
    ],
    [
      'within a chunk',
      answered(`${ok}Transfer-Encoding: chunked\r\n\r\nfff\r\nabc`, 'end'),
      'later cut',
    ],
    ['before any header', answered('', 'end'), 'later connection'],
    ['within the headers', answered('HTTP/1.1 200 OK\r\nContent-Ty', 'end'), 'later connection'],
    [
      'no chunk at all',
      answered(`${ok}Transfer-Encoding: chunked\r\n\r\nxin chào`, 'stay'),
      'failed bad-answer',
    ],
    [
      'both lengths',
      answered(
        `${ok}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n${chunk('hello')}0\r\n\r\n`,
      ),
      'failed bad-answer',
    ],
    ['not HTTP', answered('SSH-2.0-OpenSSH_9.6\r\n'), 'failed bad-answer'],
    [
      'packed for the way',
      answered(`${ok}Transfer-Encoding: gzip, chunked\r\n\r\n${chunk('hello')}0\r\n\r\n`),
      'failed bad-encoding',
    ],
  ])('%s', async (_what, answer, words) => {
    const server = await serveRaw(answer)
    const fetcher = await testFetcher({ limits, robots: false })
    expect(inWords(await fetcher.get(`${server.origin}/`))).toBe(words)
    expect(await fetcher.filesLeft()).toEqual([])
  })
})

describe('slow and endless', () => {
  test.each([
    ['no answer', () => undefined, 'later timeout'],
    ['headers a byte at a time', (socket: Socket) => drip(socket, 'X', 20), 'failed bad-answer'],
    [
      'headers a line at a time',
      (socket: Socket) => {
        socket.write('HTTP/1.1 200 OK\r\n')
        drip(socket, 'X-A: b\r\n', 20)
      },
      'later timeout',
    ],
    [
      'early hints without end',
      (socket: Socket) => drip(socket, 'HTTP/1.1 103 Early Hints\r\n\r\n', 20),
      'later timeout',
    ],
    ['headers without a body', answered(`${ok}Content-Length: 500\r\n\r\n`), 'later timeout'],
    ['a body that stops', answered(`${ok}Content-Length: 500\r\n\r\nabc`), 'later timeout'],
    [
      'a body a byte at a time',
      (socket: Socket) => {
        socket.write(`${ok}Content-Length: 500\r\n\r\n`)
        drip(socket, 'a', 20)
      },
      'later timeout',
    ],
    [
      'a body without end',
      (socket: Socket) => {
        socket.write(`${ok}\r\n`)
        drip(socket, 'a'.repeat(4000), 5)
      },
      'failed too-large',
    ],
    [
      'chunks without end',
      (socket: Socket) => {
        socket.write(`${ok}Transfer-Encoding: chunked\r\n\r\n`)
        drip(socket, chunk('a'.repeat(4000)), 5)
      },
      'failed too-large',
    ],
    [
      'headers too large',
      answered(`${ok}X-Dai: ${'a'.repeat(9000)}\r\n\r\n`),
      'failed headers-too-large',
    ],
    [
      'an unwanted body without end',
      (socket: Socket) => {
        socket.write('HTTP/1.1 404 Not Found\r\n\r\n')
        drip(socket, 'a'.repeat(4000), 5)
      },
      'gone',
    ],
    [
      'an unwanted body that stops',
      answered('HTTP/1.1 404 Not Found\r\nContent-Length: 500\r\n\r\nabc'),
      'gone',
    ],
  ])('%s', async (_what, answer, words) => {
    const server = await serveRaw(answer)
    const fetcher = await testFetcher({ limits, robots: false })
    const started = Date.now()
    expect(inWords(await fetcher.get(`${server.origin}/`))).toBe(words)
    expect(Date.now() - started).toBeLessThan(6000)
    expect(await fetcher.filesLeft()).toEqual([])
  })

  test('a secure connection that never comes about', async () => {
    const server = await serveRaw(() => undefined)
    const quick = { ...limits, totalMs: 20_000, headersMs: 20_000 }
    const fetcher = await testFetcher({ limits: quick, robots: false })
    const started = Date.now()
    expect(inWords(await fetcher.get(`https://a.test:${server.port}/`))).toBe('later timeout')
    expect(Date.now() - started).toBeLessThan(6000)
  })

  test('the time for all is for all redirects together', async () => {
    const server = await serve((request, response) => {
      const step = Number(request.url?.slice(1))
      setTimeout(() => {
        response.writeHead(302, { location: `/${step + 1}` })
        response.end()
      }, 200)
    })
    const fetcher = await testFetcher({
      limits: { ...limits, totalMs: 700, headersMs: 600 },
      robots: false,
    })
    expect(inWords(await fetcher.get(`${server.origin}/1`))).toBe('later timeout')
    expect(server.asked.length).toBeLessThanOrEqual(4)
  })

  test.each([
    ['no answer', () => undefined],
    ['headers that stop', answered('HTTP/1.1 200 OK\r\nContent-Ty')],
    ['no body', answered(`${ok}Content-Length: 500\r\n\r\n`)],
    ['a body that stops', answered(`${ok}Content-Length: 500\r\n\r\nabc`)],
  ])('%s is not waited for until the time for all is over', async (_what, answer) => {
    const server = await serveRaw(answer)
    const fetcher = await testFetcher({ limits: { ...limits, totalMs: 20_000 }, robots: false })
    const started = Date.now()
    expect(inWords(await fetcher.get(`${server.origin}/`))).toBe('later timeout')
    expect(Date.now() - started).toBeLessThan(6000)
  })

  test('a caller that stops', async () => {
    const server = await serveRaw(() => undefined)
    const fetcher = await testFetcher({ robots: false })
    const outcome = fetcher.get(`${server.origin}/`, { signal: AbortSignal.timeout(100) })
    expect(inWords(await outcome)).toBe('later stopped')
    expect(inWords(await fetcher.get(`${server.origin}/`, { signal: AbortSignal.abort() }))).toBe(
      'later stopped',
    )
    expect(server.asked).toHaveLength(1)
  })

  test('a slow body that keeps coming is waited for', async () => {
    const server = await serve((_request, response) => {
      let left = 15
      const timer = setInterval(() => {
        response.write('abc')
        left -= 1
        if (left > 0) return
        clearInterval(timer)
        response.end()
      }, 60)
    })
    const outcome = await (await testFetcher({ limits, robots: false })).get(`${server.origin}/`)
    expect(outcome).toMatchObject({ kind: 'body', size: 45 })
  })
})

describe('large', () => {
  const zeros = Buffer.alloc(4_000_000)
  test.each([
    ['gzip', gzipSync(zeros)],
    ['deflate', deflateSync(zeros)],
    ['br', brotliCompressSync(zeros)],
    ['zstd', zstdCompressSync(zeros)],
  ])('a bomb packed with %s', async (encoding, bomb) => {
    expect(bomb.length).toBeLessThan(small.page)
    const server = await serve(send(bomb, { headers: { 'content-encoding': encoding } }))
    const fetcher = await testFetcher({ limits, robots: false })
    expect(inWords(await fetcher.get(`${server.origin}/`))).toBe('failed bomb')
    expect(await fetcher.filesLeft()).toEqual([])
  })

  test('a length that is too large is not read at all', async () => {
    const server = await serveRaw(answered(`${ok}Content-Length: 5000000000\r\n\r\n`))
    const fetcher = await testFetcher({ limits, robots: false })
    expect(inWords(await fetcher.get(`${server.origin}/`))).toBe('failed too-large')
  })

  test('too much as sent, though it unpacks to little', async () => {
    const members = Buffer.concat(Array.from({ length: 2000 }, () => gzipSync('')))
    const server = await serve(send(members, { headers: { 'content-encoding': 'gzip' } }))
    const fetcher = await testFetcher({ limits, robots: false })
    expect(inWords(await fetcher.get(`${server.origin}/`))).toBe('failed too-large')
  })

  test('a body of just the size that is allowed', async () => {
    const server = await serve(send('a'.repeat(small.page)))
    const outcome = await (await testFetcher({ limits, robots: false })).get(`${server.origin}/`)
    expect(outcome).toMatchObject({ kind: 'body', size: small.page })
  })

  test('attachments may be larger than pages', async () => {
    const server = await serve(send('a'.repeat(50_000)))
    const fetcher = await testFetcher({ limits, robots: false })
    expect(inWords(await fetcher.get(`${server.origin}/`))).toBe('failed too-large')
    expect(inWords(await fetcher.get(`${server.origin}/`, { accept: 'attachment' }))).toBe('body')
  })
})

test('a folder that cannot be written to is our own trouble, not an outcome', async () => {
  const server = await serve(send(html))
  const fetcher = await testFetcher({ folder: '/dev/null/none', robots: false })
  await expect(fetcher.get(`${server.origin}/`)).rejects.toMatchObject({ name: 'TransientError' })
})
