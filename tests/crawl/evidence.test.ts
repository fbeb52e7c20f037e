// What is kept of a fetch, and fetching only what changed.
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type Handler, send, serve, serveRaw } from './support/servers.ts'
import { bytesOf, inWords, testFetcher } from './support/test-fetcher.ts'

test('a body comes with all its evidence, in a file of the folder', async () => {
  const text = 'Sở Giáo dục và Đào tạo tổ chức hội nghị.'
  const server = await serve(
    send(text, {
      headers: {
        'content-type': 'Text/HTML; Charset="UTF-8"',
        etag: '"a1"',
        'last-modified': 'Sun, 01 Mar 2026 00:10:00 GMT',
        'set-cookie': 'phien=bimat',
        'x-nhieu': 'd'.repeat(5000),
      },
    }),
  )
  const fetcher = await testFetcher({ robots: false, now: () => Date.UTC(2026, 2, 2) })
  const outcome = await fetcher.get(`${server.origin}/tin/1.html?p=2#binh-luan`)
  expect(outcome).toMatchObject({
    kind: 'body',
    url: `${server.origin}/tin/1.html?p=2`,
    redirects: [],
    fetchedAt: '2026-03-02T00:00:00.000Z',
    status: 200,
    contentType: 'text/html',
    charsetFromHeader: 'utf-8',
    etag: '"a1"',
    lastModified: 'Sun, 01 Mar 2026 00:10:00 GMT',
    size: Buffer.byteLength(text),
    sha256: createHash('sha256').update(text).digest('hex'),
    headers: { etag: '"a1"', 'x-nhieu': 'd'.repeat(1024) },
  })
  expect(outcome.headers).not.toHaveProperty('set-cookie')
  expect((await bytesOf(outcome)).toString()).toBe(text)
  expect(outcome.kind === 'body' && outcome.file.startsWith(fetcher.folder)).toBe(true)
})

test('no more headers are kept than are of use', async () => {
  const headers = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`x-${i}`, 'a']))
  const server = await serve(send('tin', { headers }))
  const outcome = await (await testFetcher({ robots: false })).get(`${server.origin}/`)
  expect(Object.keys(outcome.headers)).toHaveLength(64)
})

test.each([
  ['text/html; charset=windows-1258', 'text/html', 'windows-1258'],
  ['text/html;charset=utf-8', 'text/html', 'utf-8'],
  ['text/html; charset="utf-8"; boundary=x', 'text/html', 'utf-8'],
  ['text/html; boundary=x; CHARSET = TCVN', 'text/html', 'tcvn'],
  ['application/pdf', 'application/pdf', null],
  ['text/html; charset=', 'text/html', null],
  ['text/html; charset=a b', 'text/html', null],
  ['', null, null],
])('Content-Type "%s"', async (header, contentType, charsetFromHeader) => {
  const server = await serve(send('tin', { headers: { 'content-type': header } }))
  const outcome = await (await testFetcher({ robots: false })).get(`${server.origin}/`)
  expect(outcome).toMatchObject({ kind: 'body', contentType, charsetFromHeader })
})

test.each([
  ['with a length', 'HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\ntin', []],
  ['in chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\ntin\r\n0\r\n\r\n', []],
  ['with neither', 'HTTP/1.1 200 OK\r\n\r\ntin', ['no-length']],
  ['of HTTP/1.0', 'HTTP/1.0 200 OK\r\n\r\ntin', ['no-length']],
  [
    'after early hints',
    'HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\ntin',
    [],
  ],
])('a body %s', async (_what, answer, flags) => {
  const server = await serveRaw((socket) => socket.end(answer))
  const outcome = await (await testFetcher({ robots: false })).get(`${server.origin}/`)
  expect(outcome).toMatchObject({ kind: 'body', size: 3, flags })
})

test.each([
  ['500', send('', { status: 500 }), 'later server-error'],
  ['501', send('', { status: 501 }), 'later server-error'],
  ['408', send('', { status: 408 }), 'later server-error'],
  ['401', send('', { status: 401 }), 'failed forbidden'],
  ['403', send('', { status: 403 }), 'failed forbidden'],
  ['451', send('', { status: 451 }), 'failed forbidden'],
  ['400', send('', { status: 400 }), 'failed http-status'],
  ['204', send('', { status: 204 }), 'failed http-status'],
  ['206, which was not asked for', send('nửa', { status: 206 }), 'failed http-status'],
  ['300', send('', { status: 300 }), 'failed http-status'],
  ['404', send('không có', { status: 404 }), 'gone'],
  ['410', send('đã gỡ', { status: 410 }), 'gone'],
  ['200', send('tin'), 'body'],
  ['203', send('tin', { status: 203 }), 'body'],
])('status %s', async (_what, handler, words) => {
  const server = await serve(handler)
  const fetcher = await testFetcher({ robots: false })
  const outcome = await fetcher.get(`${server.origin}/`)
  expect(inWords(outcome)).toBe(words)
  expect(outcome.status).toBe(Number(_what.slice(0, 3)))
  if (outcome.kind === 'later') expect(outcome.retryAfterMs).toBe(30_000)
  expect(await fetcher.filesLeft()).toHaveLength(words === 'body' ? 1 : 0)
})

/** Answers 304 where the validators are the current ones, else the body. */
const versioned =
  (etag: string | null, lastModified: string | null): Handler =>
  (request, response) => {
    const same =
      (etag !== null && request.headers['if-none-match'] === etag) ||
      (lastModified !== null && request.headers['if-modified-since'] === lastModified)
    const headers = {
      ...(etag !== null && { etag }),
      ...(lastModified !== null && { 'last-modified': lastModified }),
    }
    send(same ? '' : 'tin', { status: same ? 304 : 200, headers })(request, response)
  }

const sunday = 'Sun, 01 Mar 2026 00:10:00 GMT'

describe('what did not change', () => {
  test.each([
    ['a tag', '"a1"', null],
    ['a weak tag', 'W/"a1"', null],
    ['a tag without quotes', 'a1', null],
    ['a tag with a comma', '"a,1"', null],
    ['a date', null, sunday],
    ['both', '"a1"', sunday],
  ])('is not sent again: %s', async (_what, etag, lastModified) => {
    const server = await serve(versioned(etag, lastModified))
    const fetcher = await testFetcher({ robots: false })
    const first = await fetcher.get(`${server.origin}/`)
    if (first.kind !== 'body') throw new Error('no body')
    expect([first.etag, first.lastModified]).toEqual([etag, lastModified])
    const second = await fetcher.get(`${server.origin}/`, first)
    expect(second).toMatchObject({ kind: 'unchanged', status: 304, flags: [] })
    expect(server.connections()).toBe(1)
  })

  test('is known by its bytes where it is sent again all the same', async () => {
    const server = await serve(send('tin'))
    const fetcher = await testFetcher({ robots: false })
    const first = await fetcher.get(`${server.origin}/`)
    if (first.kind !== 'body') throw new Error('no body')
    const second = await fetcher.get(`${server.origin}/`, { sha256: first.sha256 })
    expect(second).toMatchObject({ kind: 'unchanged', status: 200, flags: ['same-bytes'] })
    expect(await fetcher.filesLeft()).toHaveLength(1)
  })

  test('is not what another tag is given for', async () => {
    const server = await serve(versioned('"a2"', null))
    const fetcher = await testFetcher({ robots: false })
    const outcome = await fetcher.get(`${server.origin}/`, { etag: '"a1"', sha256: 'other' })
    expect(inWords(outcome)).toBe('body')
  })
})

test('an answer that nothing changed, to one who did not ask, is none', async () => {
  const server = await serve(send('', { status: 304 }))
  const fetcher = await testFetcher({ robots: false })
  expect(inWords(await fetcher.get(`${server.origin}/`))).toBe('failed bad-answer')
  expect(inWords(await fetcher.get(`${server.origin}/`, { etag: null }))).toBe('failed bad-answer')
  expect(inWords(await fetcher.get(`${server.origin}/`, { etag: '"a"' }))).toBe('unchanged')
})

test.each([
  ['a line break', '"a"\r\nX-Them: 1'],
  ['a letter that no header may have', '"ắ"'],
  ['more than a header should have', `"${'a'.repeat(2000)}"`],
])('a tag with %s is not sent', async (_what, etag) => {
  let seen: unknown = 'nothing'
  const server = await serve((request, response) => {
    seen = request.headers['if-none-match']
    send('tin')(request, response)
  })
  const outcome = await (await testFetcher({ robots: false })).get(`${server.origin}/`, { etag })
  expect(inWords(outcome)).toBe('body')
  expect(seen).toBeUndefined()
})

test('headers asked with: language, and what suits the kind', async () => {
  const seen: Array<Record<string, unknown>> = []
  const server = await serve((request, response) => {
    const { accept, 'accept-language': language, 'accept-encoding': encoding } = request.headers
    seen.push({ accept, language, encoding })
    send('tin')(request, response)
  })
  const fetcher = await testFetcher({ robots: false })
  await fetcher.get(`${server.origin}/`)
  await fetcher.get(`${server.origin}/`, { accept: 'feed' })
  expect(seen[0]).toMatchObject({
    accept: expect.stringContaining('text/html'),
    language: expect.stringContaining('vi'),
    encoding: 'gzip, deflate, br, zstd',
  })
  expect(seen[1]).toMatchObject({ accept: expect.stringContaining('rss') })
})
