// Whatever is put into an address or a body is answered with what was asked for or with a sentence: never with a failure of the
// program, never with silence. Run for both databases.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { errorBodySchema } from '../../../src/http/api-schemas.ts'
import type { FilledSite } from './filled-site.ts'
import {
  addressOf,
  apiRoutesToFuzz,
  type FuzzedRoute,
  pageParameters,
  pageRoutesToFuzz,
} from './fuzzed-routes.ts'
import { bodiesOf } from './hostile-bodies.ts'
import { hostileJson, hostileRaw, hostileTexts } from './hostile-values.ts'

/** Of what fast-check thinks up; another one: VANTHU_FUZZ_SEED=7. */
export const seed = Number(process.env.VANTHU_FUZZ_SEED ?? 20_261_126)
/** A request that takes longer hangs. */
const longestMs = 20_000
/** Of all requests of a test: they take some ten seconds where nothing else runs. */
const timeout = 300_000
const shown = (text: string) =>
  text.length > 120 ? `${text.slice(0, 120)}… (${text.length})` : text

const allRaws: ReadonlyArray<readonly [name: string, raw: string]> = [
  ...Object.entries(hostileTexts).map(([name, text]) => [name, encodeURIComponent(text)] as const),
  ...Object.entries(hostileRaw),
]
/** Those that a database may stumble over; the others are the same for every database. */
const toDatabases: ReadonlyArray<keyof typeof hostileTexts> = [
  'ten kilobytes of words',
  'NUL',
  'not a character',
  'outside the first plane',
  'an SQL quote',
  'an SQL statement',
  'SQL wildcards',
  'a dollar quote',
  'quotes without an end',
  'FTS5: brackets',
  'tsquery operators',
  'beyond 64 bits',
  'beyond doubles',
  'a day before all days',
  'a day after all days',
  'a cursor of nulls',
  'a cursor of objects',
]
const encoded = (values: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(values).map(([name, one]) => [name, encodeURIComponent(one)]))

/** @param values those that only databases tell apart, or all */
export function fuzzCases(open: () => Promise<FilledSite>, values: 'all' | 'database'): void {
  const raws =
    values === 'all' ? allRaws : allRaws.filter(([name]) => toDatabases.some((one) => one === name))
  let site: FilledSite
  beforeAll(async () => {
    site = await open()
  })
  afterAll(() => site?.close())

  /** What is wrong with the answer to a request; null where nothing is. */
  async function faultOf(
    address: string,
    isPage: boolean,
    init: RequestInit = {},
  ): Promise<string | null> {
    const bugsBefore = site.bugs.length
    let timer: NodeJS.Timeout | undefined
    const answered = await Promise.race([
      answerTo(address, init),
      new Promise<null>((resolve) => {
        timer = setTimeout(resolve, longestMs, null)
      }),
    ])
    clearTimeout(timer)
    const told = `${init.method ?? 'GET'} ${shown(address)}`
    if (!answered) return `${told}: no answer`
    const { status, headers, text } = answered
    if (status >= 500) return `${told}: ${status} ${site.bugs.at(-1)?.stack ?? text.slice(0, 300)}`
    if (site.bugs.length > bugsBefore) return `${told}: ${site.bugs.at(-1)?.stack}`
    if (headers.getSetCookie().some((cookie) => !/^vanthu-(?:lang|who)=/.test(cookie)))
      return `${told}: sets ${headers.getSetCookie()}`
    const type = headers.get('content-type') ?? ''
    if (type.startsWith('text/html') && /<script>alert|"\s+onmouseover="alert/.test(text))
      return `${told}: markup of the request in the page`
    if (status < 400) return null
    if (isPage)
      return type.startsWith('text/html') || /^\/(?:assets|api)/.test(address)
        ? null
        : `${told}: ${status} as ${type}`
    const problem = errorBodySchema.safeParse(
      type.startsWith('application/json') ? JSON.parse(text) : null,
    )
    return problem.success && problem.data.error.message !== ''
      ? null
      : `${told}: ${status} without a sentence: ${text.slice(0, 200)}`
  }

  async function answerTo(address: string, init: RequestInit) {
    const { status, headers, body } = await site.http.request(address, init)
    // A stream of events has no end of its own.
    if (headers.get('content-type')?.startsWith('text/event-stream')) {
      await body?.cancel()
      return { status, headers, text: '' }
    }
    return { status, headers, text: await new Response(body).text() }
  }

  const routes = (): FuzzedRoute[] => [...apiRoutesToFuzz(site), ...pageRoutesToFuzz(site)]
  const fixedBut = ({ fixed = {} }: FuzzedRoute, ...names: string[]) =>
    Object.entries(encoded(fixed)).filter(([name]) => !names.includes(name))

  test.runIf(values === 'all')(
    'every page that can be asked for is in the table of parameters',
    () => {
      const asked = site.http.routes
        .filter(
          ({ method, path }) =>
            method === 'GET' && !/^\/(?:api|queues|healthz|readyz|metrics)/.test(path),
        )
        .map(({ path }) => path.replace(/:(\w+)(?:\{.*\})?/g, '{$1}'))
      const known = new Set(Object.keys(pageParameters))
      expect([...new Set(asked)].filter((path) => !known.has(path))).toEqual([])
    },
  )

  test('every parameter, in path and query, with every hostile value', { timeout }, async () => {
    const faults: string[] = []
    for (const route of routes()) {
      for (const name of Object.keys(route.inPath))
        for (const [, raw] of raws) {
          const inPath = { ...encoded(route.inPath), [name]: raw }
          faults.push(
            ...told(await faultOf(addressOf(route, inPath, fixedBut(route)), route.isPage)),
          )
        }
      for (const name of route.inQuery)
        for (const [, raw] of raws) {
          const query = [...fixedBut(route, name), [name, raw] as const]
          const address = addressOf(route, encoded(route.inPath), query)
          faults.push(...told(await faultOf(address, route.isPage)))
        }
    }
    expect(faults).toEqual([])
  })

  test.runIf(values === 'all')(
    'parameters that are given twice, as arrays, as objects, in hundreds, or are none',
    {
      timeout,
    },
    async () => {
      const faults: string[] = []
      for (const route of routes()) {
        const [name = 'x'] = route.inQuery
        const queries: Array<Array<readonly [string, string]>> = [
          [
            [name, '1'],
            [name, '2'],
          ],
          [[`${name}[]`, '1']],
          [[`${name}[a]`, '1']],
          [
            ['__proto__', '1'],
            ['constructor', '2'],
            ['toString', '3'],
          ],
          [
            ['%00', '%00'],
            ['', ''],
            ['%ff', '%ff'],
          ],
          [['%3Cscript%3Ealert(1)%3C/script%3E', '1']],
          Array.from({ length: 300 }, (_, n) => [name, String(n)] as const),
          [[name, 'a'.repeat(100_000)]],
        ]
        for (const query of queries) {
          const address = addressOf(route, encoded(route.inPath), [
            ...fixedBut(route, name),
            ...query,
          ])
          faults.push(...told(await faultOf(address, route.isPage)))
        }
      }
      expect(faults).toEqual([])
    },
  )

  test('cursors of real pages with every part of them replaced', { timeout }, async () => {
    const faults: string[] = []
    let cursors = 0
    for (const path of [
      '/api/search?limit=1',
      '/api/search?limit=1&q=truong',
      '/api/documents?state=extracted&limit=1',
      ...['officials', 'directives', 'percentages', 'citations', 'dates'].map(
        (kind) => `/api/facts/${kind}?limit=1`,
      ),
    ]) {
      const { next } = (await (await site.http.request(path)).json()) as { next: string | null }
      if (next === null) continue
      cursors++
      for (const cursor of spoilt(next))
        faults.push(...told(await faultOf(`${path}&cursor=${encodeURIComponent(cursor)}`, false)))
    }
    expect(faults).toEqual([])
    expect(cursors).toBeGreaterThan(5)
  })

  test(`several parameters with anything in them (seed ${seed})`, { timeout }, async () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme-composite', maxLength: 60 }),
      fc.double().map(String),
      fc.constantFrom(...Object.values(hostileTexts), 'dien-bien', '2023', 'truong'),
    )
    for (const route of routes()) {
      if (route.inQuery.length === 0) continue
      const query = fc.dictionary(fc.constantFrom(...route.inQuery), value, { maxKeys: 4 })
      await fc.assert(
        fc.asyncProperty(query, async (asked) => {
          const given = Object.entries(asked).map(
            ([name, text]) => [name, encodeURIComponent(text.toWellFormed())] as const,
          )
          const address = addressOf(route, encoded(route.inPath), [
            ...fixedBut(route, ...Object.keys(asked)),
            ...given,
          ])
          expect(await faultOf(address, route.isPage)).toBeNull()
        }),
        { seed, numRuns: 20 },
      )
    }
  })

  test('bodies: every field with every hostile value, and what is no body at all', {
    timeout,
  }, async () => {
    const faults: string[] = []
    for (const { address, init, isPage } of await bodiesOf(site))
      faults.push(...told(await faultOf(address, isPage, init)))
    expect(faults).toEqual([])
  })
}

const told = (fault: string | null): string[] => (fault === null ? [] : [fault])

/** A cursor with each of its parts replaced, as far as it is JSON; and cut, and doubled. */
function spoilt(cursor: string): string[] {
  const ends = [cursor.slice(0, -3), cursor + cursor, cursor.toUpperCase()]
  let value: unknown
  try {
    value = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return ends
  }
  const parts = value && typeof value === 'object' ? Object.keys(value) : []
  const replaced = parts.flatMap((part) =>
    hostileJson
      // An address has an end.
      .filter(([, json]) => json.length < 1_500)
      .map(([, json]) => {
        const copy = structuredClone(value) as Record<string, unknown>
        copy[part] = JSON.parse(json)
        return Buffer.from(JSON.stringify(copy)).toString('base64url')
      }),
  )
  return [...ends, ...replaced]
}
