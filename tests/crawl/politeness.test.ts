// One request a host at a time, a delay that follows the host, and pauses that it asks for.
import { describe, expect, test } from 'vitest'
import { createHostTurns, type Politeness, type TurnReport } from '../../src/crawl/host-turns.ts'
import { type Handler, send, serve, serveRaw } from './support/servers.ts'
import { inWords, testFetcher } from './support/test-fetcher.ts'

const politeness: Politeness = {
  delayMs: 1000,
  maxDelayMs: 60_000,
  troubleDelayMs: 4000,
  backOffMs: 30_000,
  longestBackOffMs: 3_600_000,
  maxWaitMs: 100_000,
}
const fine: TurnReport = { answerMs: 100, trouble: false }
const trouble: TurnReport = { answerMs: 100, trouble: true }

/** The waits before each of several turns of a host, whose turns end as reported. */
async function waitsOf(
  reports: TurnReport[],
  settings: Partial<Politeness> = {},
  crawlDelayMs = 0,
): Promise<number[]> {
  let clock = 0
  const waits: number[] = []
  const turns = createHostTurns(
    { ...politeness, ...settings },
    {
      now: () => clock,
      async sleep(ms) {
        clock += ms
      },
    },
  )
  for (const report of [...reports, fine]) {
    const before = clock
    const turn = await turns.take('so.vn', crawlDelayMs)
    waits.push(Math.round(clock - before))
    turn.finish(report)
  }
  return waits.slice(1)
}

describe('the delay', () => {
  test.each([
    ['is as set where all is well', [fine, fine, fine], {}, 0, [1000, 1000, 1000]],
    ['is a crawl-delay at least', [fine, fine], {}, 5000, [5000, 5000]],
    ['is what is set where a crawl-delay is less', [fine], {}, 200, [1000]],
    ['grows with the time to answer', [{ answerMs: 9000, trouble: false }], {}, 0, [5000]],
    [
      'goes on growing while answers are slow',
      Array.from({ length: 3 }, () => ({ answerMs: 9000, trouble: false })),
      {},
      0,
      [5000, 7000, 8000],
    ],
    [
      'shrinks slowly when answers are quick again',
      [{ answerMs: 9000, trouble: false }, fine, fine],
      {},
      0,
      [5000, 4500, 4050],
    ],
    ['grows after trouble', [trouble], {}, 0, [4000]],
    ['doubles with each trouble', [trouble, trouble, trouble], {}, 0, [4000, 8000, 16_000]],
    [
      'shrinks slowly after trouble',
      [trouble, trouble, fine, fine],
      {},
      0,
      [4000, 8000, 7200, 6480],
    ],
    [
      'does not grow without end',
      Array.from({ length: 9 }, () => trouble),
      { maxDelayMs: 10_000 },
      0,
      [4000, 8000, ...Array(7).fill(10_000)],
    ],
    [
      'does not grow without end with slow answers',
      [{ answerMs: 1e9, trouble: false }],
      { maxDelayMs: 10_000 },
      0,
      [10_000],
    ],
    [
      'never shrinks below what is set',
      Array.from({ length: 4 }, () => ({ answerMs: 0, trouble: false })),
      {},
      0,
      [1000, 1000, 1000, 1000],
    ],
    ['may be nothing', [{ answerMs: 0, trouble: false }], { delayMs: 0 }, 0, [0]],
  ] as Array<[string, TurnReport[], Partial<Politeness>, number, number[]]>)(
    '%s',
    async (_what, reports, settings, crawlDelayMs, waits) => {
      expect(await waitsOf(reports, settings, crawlDelayMs)).toEqual(waits)
    },
  )

  test('is counted from the end of the last request, and not waited for twice', async () => {
    let clock = 0
    const sleeps: number[] = []
    const turns = createHostTurns(politeness, {
      now: () => clock,
      sleep: async (ms) => void sleeps.push(ms),
    })
    const first = await turns.take('so.vn', 0)
    clock = 5000
    first.finish(fine)
    clock = 5400
    const second = await turns.take('so.vn', 0)
    second.finish(fine)
    clock = 60_000
    await turns.take('so.vn', 0)
    expect(sleeps).toEqual([600])
  })

  test('is no longer where the clock is set back', async () => {
    let clock = 86_400_000
    const sleeps: number[] = []
    const turns = createHostTurns(politeness, {
      now: () => clock,
      sleep: async (ms) => void sleeps.push(ms),
    })
    const first = await turns.take('so.vn', 0)
    first.finish(fine)
    clock = 0
    await turns.take('so.vn', 0)
    expect(sleeps).toEqual([1000])
  })

  test('says nothing of a host where we stopped by ourselves', async () => {
    const stopped: TurnReport = { answerMs: null, trouble: false }
    expect(await waitsOf([trouble, stopped, trouble])).toEqual([4000, 4000, 8000])
  })

  test('trouble in a row is left alone ever longer, up to an hour', async () => {
    const turns = createHostTurns(
      { ...politeness, delayMs: 0, troubleDelayMs: 0 },
      { now: () => 0, sleep: async () => {} },
    )
    const backOffs: number[] = []
    for (let i = 0; i < 9; i++) backOffs.push((await turns.take('so.vn', 0)).finish(trouble))
    expect(backOffs.map((ms) => ms / 1000)).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600, 3600])
    expect((await turns.take('so.vn', 0)).finish(fine)).toBe(0)
    expect((await turns.take('so.vn', 0)).finish(trouble)).toBe(30_000)
  })
})

const nowMs = Date.UTC(2026, 2, 1)

describe('a host that asks for a pause', () => {
  const busy = (status: number, retryAfter?: string): Handler =>
    send('', { status, headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter } })

  test.each([
    ['429 with seconds', busy(429, '120'), 120_000],
    ['503 with seconds', busy(503, '120'), 120_000],
    ['ten years', busy(503, '315360000'), 86_400_000],
    ['garbage', busy(503, 'sau'), 30_000],
    ['less than nothing', busy(429, '-1'), 30_000],
    ['no header', busy(429), 30_000],
  ])('gets it, and no other host does: %s', async (_what, handler, pauseMs) => {
    let clock = nowMs
    const server = await serve((request, response) =>
      (request.headers.host?.startsWith('a.test') ? handler : send('tin'))(request, response),
    )
    const fetcher = await testFetcher({ robots: false, now: () => clock })
    const a = `http://a.test:${server.port}/`
    expect(await fetcher.get(a)).toMatchObject({
      kind: 'later',
      reason: 'busy',
      retryAfterMs: pauseMs,
    })
    clock += pauseMs - 1000
    expect(await fetcher.get(a)).toMatchObject({
      kind: 'later',
      reason: 'host-paused',
      retryAfterMs: 1000,
    })
    expect(server.asked).toHaveLength(1)
    expect(inWords(await fetcher.get(`http://b.test:${server.port}/`))).toBe('body')
    clock += 1001
    await fetcher.get(a)
    expect(server.asked).toHaveLength(3)
  })

  test.each([
    ['500', send('', { status: 500, headers: { 'retry-after': '120' } }), 'later server-error'],
    ['404', send('', { status: 404, headers: { 'retry-after': '120' } }), 'gone'],
    ['200', send('tin', { headers: { 'retry-after': '120' } }), 'body'],
  ])('is not one that answers %s', async (_what, handler, words) => {
    const server = await serve(handler)
    const fetcher = await testFetcher({ robots: false })
    expect(inWords(await fetcher.get(`${server.origin}/1`))).toBe(words)
    expect(inWords(await fetcher.get(`${server.origin}/2`))).toBe(words)
  })
})

test('a host is asked by one request at a time over one connection; another is asked meanwhile', async () => {
  let running = 0
  let most = 0
  const handler: Handler = (request, response) => {
    running += 1
    most = Math.max(most, running)
    setTimeout(() => {
      running -= 1
      send('tin')(request, response)
    }, 30)
  }
  const server = await serve(handler)
  const other = await serve(handler)
  const fetcher = await testFetcher({ robots: false })
  const get = (host: string, port: number, path: string) =>
    fetcher.get(`http://${host}:${port}${path}`)
  await Promise.all(['/1', '/2', '/3', '/4'].map((path) => get('a.test', server.port, path)))
  expect(most).toBe(1)
  expect(server.connections()).toBe(1)
  await Promise.all([
    ...['/1', '/2'].map((path) => get('a.test', server.port, path)),
    // The same host at another port is the same host.
    ...['/1', '/2'].map((path) => get('a.test', other.port, path)),
  ])
  expect(most).toBe(1)
  await Promise.all([get('a.test', server.port, '/1'), get('b.test', other.port, '/1')])
  expect(most).toBe(2)
})

test('a delay is really kept, and a caller that stops need not wait for it', async () => {
  const server = await serve(send('tin'))
  const fetcher = await testFetcher({ robots: false, politeness: { delayMs: 2000 } })
  await fetcher.get(`${server.origin}/1`)
  const started = performance.now()
  const signal = AbortSignal.timeout(100)
  expect(inWords(await fetcher.get(`${server.origin}/2`, { signal }))).toBe('later stopped')
  expect(performance.now() - started).toBeLessThan(1500)
  await fetcher.get(`${server.origin}/3`)
  expect(performance.now() - started).toBeGreaterThan(1900)
  expect(server.asked).toEqual(['/1', '/3'])
})

test.each([
  ['500', 1000],
  ['403', 1000],
  ['404', 0],
  ['200', 0],
])('after a %s the host is asked more slowly by %i ms', async (status, slowerMs) => {
  const times: number[] = []
  const server = await serve((request, response) => {
    times.push(performance.now())
    send('', { status: Number(status) })(request, response)
  })
  const politeness = { troubleDelayMs: 1000, maxDelayMs: 1000 }
  const fetcher = await testFetcher({ robots: false, politeness })
  await fetcher.get(`${server.origin}/1`)
  await fetcher.get(`${server.origin}/2`)
  const gap = (times[1] ?? 0) - (times[0] ?? 0)
  expect(gap).toBeGreaterThan(slowerMs - 10)
  expect(gap).toBeLessThan(slowerMs + 900)
})

test('a host out of reach is left alone for a while', async () => {
  const server = await serveRaw((socket) => socket.resetAndDestroy())
  const fetcher = await testFetcher({ robots: false })
  for (const retryAfterMs of [30_000, 60_000])
    expect(await fetcher.get(`${server.origin}/`)).toMatchObject({
      kind: 'later',
      reason: 'connection',
      retryAfterMs,
    })
})
