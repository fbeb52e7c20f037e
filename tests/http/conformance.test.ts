// The API is what its own description says: requests are made of the schemas of /api/openapi.json, sent to a real server over a real
// archive, and every answer is held against the description.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHttp } from '../../src/http/create-http.ts'
import { type HttpServer, serveHttp } from '../../src/http/serve-http.ts'
import {
  answerChecker,
  type Description,
  type Operation,
  operationsOf,
  valuesFor,
} from './support/described.ts'
import { exampleFor } from './support/example-for.ts'
import { type FilledSite, openFilledSite } from './support/filled-site.ts'

let site: FilledSite
let server: HttpServer
let description: Description
let operations: Operation[]
let faultOf: ReturnType<typeof answerChecker>
const bugs: Error[] = []

beforeAll(async () => {
  site = await openFilledSite()
  server = await serveHttp({
    app: site.app,
    host: '127.0.0.1',
    port: 0,
    onBug: (error) => bugs.push(error),
  })
  description = (await (await fetch(`${server.address}/api/openapi.json`)).json()) as Description
  operations = operationsOf(description)
  faultOf = answerChecker(description)
})
afterAll(async () => {
  await server?.close()
  await site?.close()
})

const exists: Record<string, (path: string) => string> = {
  id: (path) => {
    if (path.includes('/sources/')) return site.sourceId
    if (path.includes('/saved/')) return site.savedId
    if (path.includes('/people/')) return site.person
    return path.endsWith('/retry') ? site.failedId : site.id
  },
  number: (path) => (path.includes('/corrections/') ? '1' : '29-NQ/TW'),
}
/** What means something in the archive, by the name of the parameter. */
const meant = (): Record<string, string> => ({
  province: 'dien-bien',
  provinceThen: 'dien-bien',
  year: '2023',
  schoolYear: '2022-2023',
  document: site.id,
  number: '29-NQ/TW',
  url: `${site.site.origin}/`,
  who: 'Lan',
  language: 'vi',
  key: site.person,
})
const json = (body: unknown): RequestInit => ({
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
})
/** Bodies that are taken, by operation. */
const bodies: Record<string, () => RequestInit[]> = {
  'POST /api/documents': () => {
    const form = () => {
      const body = new FormData()
      body.append('file', new File(['Công văn mới.'], 'công văn.txt'))
      return { body }
    }
    // New, and then known.
    return [form(), form()]
  },
  'POST /api/documents/{id}/corrections': () => [json(site.correction)],
  'POST /api/sources': () => [
    json({ ...exampleFor.source(site), url: `${site.site.origin}/tin/` }),
  ],
  'POST /api/sources/probe': () => [json(exampleFor.source(site))],
  'POST /api/sources/import': () => [
    {
      body: `url\n${site.site.origin}/nhap/\n`,
      headers: { 'content-type': 'text/tab-separated-values' },
    },
  ],
  'PATCH /api/sources/{id}': () => [json({ name: 'Sở', every: '0 4 * * *' })],
  'POST /api/saved': () => [json({ name: 'Trường', query: 'q=truong', who: 'Lan' })],
}

const addressOf = (
  path: string,
  query: ReadonlyArray<readonly [string, string]>,
  isLast = false,
) => {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(
      isLast && path === '/api/documents/{id}' ? site.failedId : (exists[name]?.(path) ?? ''),
    ),
  )
  return query.length > 0
    ? `${filled}?${new URLSearchParams(query.map(([name, value]) => [name, value] as [string, string]))}`
    : filled
}

/** Queries that are right: what must be there alone, each parameter with each value, all at once. */
function* queriesOf({ parameters }: Operation): Generator<Array<readonly [string, string]>> {
  const values = parameters
    .filter((one) => one.in === 'query' && one.name !== 'cursor')
    .map((one) => ({ ...one, values: valuesFor(one, meant()) }))
  const required = values
    .filter((one) => one.required)
    .map(({ name, values: [first = ''] }) => [name, first] as const)
  yield required
  for (const { name, values: all } of values)
    for (const one of all) yield [...required.filter(([other]) => other !== name), [name, one]]
  if (values.length > 1)
    yield values.map(({ name, values: [first = ''] }) => [name, first] as const)
}

const ask = (address: string, method: string, init: RequestInit = {}) =>
  fetch(server.address + address, { method, redirect: 'manual', ...init })

test('every address under /api is described, and nothing else', () => {
  const routed = createHttp(site.app)
    .routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)(?:\{.*\})?/g, '{$1}')}`)
  const described = operations
    .filter(({ path }) => path.startsWith('/api/'))
    // One route serves all exports.
    .map(
      ({ method, path }) => `${method} ${path.replace(/^\/api\/export\/.*/, '/api/export/{file}')}`,
    )
  expect([...new Set(described)].sort()).toEqual([...new Set(routed)].sort())
})

test('pages lead on by `next`, as described', async () => {
  const faults: string[] = []
  let led = 0
  for (const operation of operations) {
    const names = operation.parameters.map(({ name }) => name)
    if (!names.includes('cursor') || !names.includes('limit') || !operation.path.startsWith('/api'))
      continue
    const first = addressOf(operation.path, [
      ['limit', '1'],
      ...(operation.path === '/api/documents' ? [['state', 'extracted'] as const] : []),
    ])
    const { next } = (await (await ask(first, 'GET')).json()) as { next: string | null }
    if (!next) continue
    led++
    const address = `${first}&cursor=${encodeURIComponent(next)}`
    const answer = await ask(address, 'GET')
    expect([address, answer.status]).toEqual([address, 200])
    faults.push(...told(await faultOf(operation, address, answer)))
  }
  expect(faults).toEqual([])
  expect(led).toBeGreaterThan(5)
})

test('what is wrong is answered as described: unknown parameters, ids of nothing', async () => {
  const faults: string[] = []
  for (const operation of operations.filter(
    ({ method, path }) => method === 'GET' && path.startsWith('/api/'),
  )) {
    const wrong = addressOf(operation.path, [['parametre', '1']])
    const refused = await ask(wrong, 'GET')
    if (refused.status !== 400) faults.push(`GET ${wrong}: ${refused.status}`)
    faults.push(...told(await faultOf(operation, wrong, refused)))
    if (!operation.path.includes('{')) continue
    const nothing = operation.path.replace(/\{\w+\}/g, '0'.repeat(64))
    faults.push(...told(await faultOf(operation, nothing, await ask(nothing, 'GET'))))
  }
  expect(faults).toEqual([])
})

// The last: it removes.
test('right requests are answered as described', { timeout: 120_000 }, async () => {
  const faults: string[] = []
  for (const operation of operations) {
    const { method, path } = operation
    for (const query of queriesOf(operation))
      for (const init of bodies[`${method} ${path}`]?.() ?? [{}]) {
        const address = addressOf(path, query, method === 'DELETE')
        const answer = await ask(address, method, init)
        if (answer.status >= 400 && !(answer.status === 404 && isRefused(operation)))
          faults.push(`${method} ${address}: ${answer.status} ${await answer.clone().text()}`)
        const fault = await faultOf(operation, address, answer)
        if (fault) faults.push(fault)
      }
  }
  expect(faults).toEqual([])
  expect(bugs).toEqual([])
})

/** What was removed by the request before cannot be removed again, with another value of a parameter. */
const isRefused = ({ method, parameters }: Operation) =>
  method === 'DELETE' && parameters.some((one) => one.in === 'query')

const told = (fault: string | null): string[] => (fault === null ? [] : [fault])
