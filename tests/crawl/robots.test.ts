// robots.txt is asked before the first page of a site, obeyed, and kept for a day.
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type Handler, paths, redirect, send, serve, serveRaw } from './support/servers.ts'
import { inWords, testFetcher } from './support/test-fetcher.ts'

const disallowAll = 'User-agent: *\nDisallow: /'

/** Fetches a page of a site with this robots.txt. */
async function fetchBehind(robots: Handler, others: Record<string, Handler> = {}) {
  const server = await serve(
    paths({
      '/robots.txt': robots,
      '/tin.html': send('tin'),
      '/kin/1.html': send('kín'),
      ...others,
    }),
  )
  const fetcher = await testFetcher({ limits: { headersMs: 1500, connectMs: 500 } })
  const outcome = await fetcher.get(`${server.origin}/tin.html`)
  return { server, fetcher, outcome }
}

describe('stops', () => {
  test.each([
    ['disallowed', send(disallowAll), 'refused robots-disallowed'],
    ['behind a byte order mark', send(`\uFEFF${disallowAll}`), 'refused robots-disallowed'],
    [
      'packed',
      send(gzipSync(disallowAll), { headers: { 'content-encoding': 'gzip' } }),
      'refused robots-disallowed',
    ],
    ['500', send(disallowAll, { status: 500 }), 'later robots-unreachable'],
    ['502', send('', { status: 502 }), 'later robots-unreachable'],
    ['503', send('', { status: 503 }), 'later robots-unreachable'],
    ['429', send('', { status: 429 }), 'later robots-unreachable'],
    ['no answer in time', () => undefined, 'later robots-unreachable'],
    ['reset', (request) => request.socket.resetAndDestroy(), 'later robots-unreachable'],
    [
      'cut',
      (_request, response) => {
        response.writeHead(200, { 'content-length': '99' })
        response.write('User-agent: *')
        response.socket?.end()
      },
      'later robots-unreachable',
    ],
    [
      'packed and cut',
      send(gzipSync(disallowAll).subarray(0, 20), { headers: { 'content-encoding': 'gzip' } }),
      'later robots-unreachable',
    ],
    [
      'packed in an unknown way',
      send('abc', { headers: { 'content-encoding': 'compress' } }),
      'later robots-unreachable',
    ],
    [
      'a redirect to a private address',
      redirect('http://10.0.0.1/robots.txt'),
      'later robots-unreachable',
    ],
    ['a redirect to an error', redirect('/loi'), 'later robots-unreachable'],
    ['a redirect to the rules', redirect('/r.txt'), 'refused robots-disallowed'],
    ['no content', send('', { status: 204 }), 'later robots-unreachable'],
  ] as Array<[string, Handler, string]>)('%s', async (_what, robots, words) => {
    const { server, fetcher, outcome } = await fetchBehind(robots, {
      '/loi': send('', { status: 500 }),
      '/r.txt': send(disallowAll),
    })
    expect(inWords(outcome)).toBe(words)
    expect(server.asked).not.toContain('/tin.html')
    expect(await fetcher.filesLeft()).toEqual([])
    if (outcome.kind === 'later') expect(outcome.retryAfterMs).toBeGreaterThan(1000)
  })

  test.each([
    ['allowed', send(''), ['body', 'body', 'body']],
    ['out of order', send('', { status: 500 }), Array(3).fill('later robots-unreachable')],
  ] as Array<[string, Handler, string[]]>)(
    'a crowd of callers with one question, where the answer is %s',
    async (_what, robots, words) => {
      const server = await serve((request, response) =>
        (request.url === '/robots.txt' ? robots : send('tin'))(request, response),
      )
      const fetcher = await testFetcher()
      const get = (path: string) => fetcher.get(server.origin + path)
      const outcomes = await Promise.all(['/a', '/b', '/c'].map(get))
      expect(outcomes.map(inWords)).toEqual(words)
      expect(server.asked.filter((path) => path === '/robots.txt')).toHaveLength(1)
    },
  )
})

describe('goes on', () => {
  const hops: Record<string, Handler> = Object.fromEntries(
    Array.from({ length: 10 }, (_, i) => [`/r${i}`, redirect(`/r${i + 1}`)]),
  )
  test.each([
    ['400', send(disallowAll, { status: 400 })],
    ['401', send(disallowAll, { status: 401 })],
    ['403', send(disallowAll, { status: 403 })],
    ['404', send(disallowAll, { status: 404 })],
    ['410', send(disallowAll, { status: 410 })],
    ['418', send(disallowAll, { status: 418 })],
    ['empty', send('')],
    ['another path disallowed', send('User-agent: *\nDisallow: /kin/')],
    ['a page in its place', send('<html><body>Trang chủ</body></html>')],
    ['more redirects than it is worth', redirect('/r0')],
    ['a circle of redirects', redirect('/robots.txt')],
    ['a rule beyond 500 KiB', send(`User-agent: *\n${'#'.repeat(512_000)}\nDisallow: /`)],
    [
      'a rule that 500 KiB cut in two',
      send(`User-agent: *\n${'#'.repeat(512_000 - 14 - 1 - 11)}\nDisallow: /kin/`),
    ],
    ['10 MB of comments', send('# không có gì\n'.repeat(700_000))],
    [
      '10 MB of comments, packed',
      send(gzipSync('# không có gì\n'.repeat(700_000)), {
        headers: { 'content-encoding': 'gzip' },
      }),
    ],
  ])('%s', async (_what, robots) => {
    const { fetcher, outcome } = await fetchBehind(robots, hops)
    expect(inWords(outcome)).toBe('body')
    expect(await fetcher.filesLeft()).toHaveLength(1)
  })

  test('five redirects to the rules', async () => {
    const { server, outcome } = await fetchBehind(redirect('/r6'), {
      ...hops,
      '/r10': send(disallowAll),
    })
    expect(inWords(outcome)).toBe('refused robots-disallowed')
    expect(server.asked).toHaveLength(6)
  })

  test('where it is not obeyed', async () => {
    const server = await serve(send(disallowAll))
    const fetcher = await testFetcher({ robots: false })
    expect(inWords(await fetcher.get(`${server.origin}/`))).toBe('body')
    expect(server.asked).toEqual(['/'])
  })
})

test('one rule of the site allows, another disallows, and the file is asked once', async () => {
  const { server, fetcher } = await fetchBehind(send('User-agent: *\nDisallow: /kin/'))
  expect(inWords(await fetcher.get(`${server.origin}/kin/1.html`))).toBe(
    'refused robots-disallowed',
  )
  expect(inWords(await fetcher.get(`${server.origin}/tin.html`))).toBe('body')
  expect(server.asked).toEqual(['/robots.txt', '/tin.html', '/tin.html'])
})

test('asked again after a day, and after an error when its time is up', async () => {
  let clock = Date.now()
  const answers = [
    send('', { status: 503, headers: { 'retry-after': '600' } }),
    send(''),
    send(disallowAll),
  ]
  const server = await serve((request, response) => {
    if (request.url === '/robots.txt') answers.shift()?.(request, response)
    else send('tin')(request, response)
  })
  const fetcher = await testFetcher({ now: () => clock })
  const get = async () => inWords(await fetcher.get(`${server.origin}/`))
  expect(await fetcher.get(`${server.origin}/`)).toMatchObject({
    reason: 'robots-unreachable',
    retryAfterMs: 600_000,
  })
  clock += 590_000
  expect(await fetcher.get(`${server.origin}/`)).toMatchObject({
    reason: 'robots-unreachable',
    retryAfterMs: 10_000,
  })
  clock += 11_000
  expect(await get()).toBe('body')
  clock += 23 * 3600 * 1000
  expect(await get()).toBe('body')
  clock += 3600 * 1000
  expect(await get()).toBe('refused robots-disallowed')
  expect(server.asked.filter((path) => path === '/robots.txt')).toHaveLength(3)
})

test('its delay is kept between two requests', async () => {
  const times: number[] = []
  const server = await serve((request, response) => {
    times.push(performance.now())
    send(request.url === '/robots.txt' ? 'User-agent: *\nCrawl-delay: 0.2' : 'tin')(
      request,
      response,
    )
  })
  const fetcher = await testFetcher()
  for (const path of ['/1', '/2', '/3']) await fetcher.get(server.origin + path)
  const gaps = times.slice(1).map((time, i) => time - (times[i] ?? 0))
  expect(gaps).toHaveLength(3)
  for (const gap of gaps) expect(gap).toBeGreaterThan(190)
})

test('a delay longer than a caller should wait is told', async () => {
  const { outcome } = await fetchBehind(send('User-agent: *\nCrawl-delay: 3600'))
  expect(outcome).toMatchObject({ kind: 'later', reason: 'host-paused' })
  expect(outcome.kind === 'later' && outcome.retryAfterMs).toBeGreaterThan(3_590_000)
})

test('sitemaps are told, and null where nothing can be known', async () => {
  const { server, fetcher } = await fetchBehind(send('Sitemap: http://so.vn/s.xml'))
  expect(await fetcher.robotsOf(server.origin)).toMatchObject({ sitemaps: ['http://so.vn/s.xml'] })
  expect(await fetcher.robotsOf('http://10.0.0.1/')).toBeNull()
})

test('a robots.txt cut at its limit by a server that never ends does not hold us', async () => {
  const server = await serveRaw((socket, path) => {
    if (path === '/robots.txt') {
      socket.write('HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /kin\n')
      const timer = setInterval(() => socket.write('# dài\n'.repeat(20_000)), 1)
      socket.on('close', () => clearInterval(timer))
    } else socket.end('HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\ntin')
  })
  const fetcher = await testFetcher()
  expect(inWords(await fetcher.get(`${server.origin}/kin`))).toBe('refused robots-disallowed')
  expect(inWords(await fetcher.get(`${server.origin}/tin`))).toBe('body')
})
