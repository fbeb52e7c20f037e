// Saved searches in the API: made, listed, shown, removed; what is refused; who may.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { errorBodySchema } from '../../../src/http/api-schemas.ts'
import { createHttp } from '../../../src/http/create-http.ts'
import { openApiDocument } from '../../../src/http/openapi.ts'
import { newSavedSchema, savedListSchema, savedSchema } from '../../../src/http/saved/schemas.ts'
import { type Archive, openArchive } from '../support/archive.ts'
import { type Guarded, openGuarded } from '../support/guarded.ts'

let archive: Archive
let http: ReturnType<typeof createHttp>
beforeEach(async () => {
  archive = await openArchive()
  http = createHttp(archive.app)
})
afterEach(() => archive.remove())

const post = (body: unknown, headers: Record<string, string> = {}) =>
  http.request('/api/saved', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

test('a search is saved, listed, shown and removed; its secret is told once', async () => {
  const webhook = { url: 'https://hook.example.vn/a?b=1' }
  const made = await post({
    name: ' Giao ban ',
    query: 'year=2023&q=h%E1%BB%99i&type=report&type=plan&limit=5&copies=all',
    who: 'Lan',
    webhook,
  })
  expect(made.status).toBe(201)
  const { secret, ...body } = newSavedSchema.strict().parse(await made.json())
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  expect(body).toMatchObject({
    ...{ name: 'Giao ban', who: 'Lan', webhook, deliveries: [] },
    query: 'q=h%E1%BB%99i&year=2023&type=plan&type=report',
    feed: `/saved/${body.id}/feed`,
  })
  await post({ name: 'A', webhook: null })
  const list = await (await http.request('/api/saved')).json()
  expect(savedListSchema.parse(list).saved.map(({ name, query }) => [name, query])).toEqual([
    ['A', ''],
    ['Giao ban', body.query],
  ])
  const one = await http.request(`/api/saved/${body.id}`)
  expect(savedSchema.strict().parse(await one.json())).toEqual(body)
  expect(JSON.stringify(list)).not.toContain('whsec_')
  const remove = () => http.request(`/api/saved/${body.id}`, { method: 'DELETE' })
  expect(await (await remove()).json()).toEqual(body)
  expect((await remove()).status).toBe(404)
  expect((await http.request(`/api/saved/${body.id}`)).status).toBe(404)
  expect((await http.request(`/saved/${body.id}/feed`)).status).toBe(404)
})

const secret = `whsec_${Buffer.alloc(24, 1).toString('base64')}`
test('a secret that is brought along is used', async () => {
  const answer = await post({ name: 'a', webhook: { url: 'http://hook.example.vn', secret } })
  expect(newSavedSchema.parse(await answer.json()).secret).toBe(secret)
})

test.each<[string, unknown, RegExp]>([
  ['no name', { query: 'q=a' }, /name/],
  ['an empty name', { name: ' ' }, /name: must not be empty/],
  ['a long name', { name: 'a'.repeat(201) }, /at most 200/],
  ['an unknown field', { name: 'a', quary: 'q=a' }, /quary/],
  ['an unknown parameter', { name: 'a', query: 'yaer=2023' }, /yaer/],
  ['a year that is none', { name: 'a', query: 'year=x' }, /four digits/],
  ['a province that is none', { name: 'a', query: 'province=atlantis' }, /no province/],
  ['a query that is no text', { name: 'a', query: { q: 'x' } }, /query: must be text/],
  [
    'a secret that is too short',
    { name: 'a', webhook: { url: 'https://a.vn', secret: 'whsec_YQ==' } },
    /24 to 64 bytes/,
  ],
  ['a private address', { name: 'a', webhook: { url: 'http://10.1.2.3/' } }, /public internet/],
  ['no JSON', '{', /no JSON/],
  ['a list', [], /cannot be kept/],
])('it is refused: %s', async (_, body, reason) => {
  const answer = await post(body)
  expect(answer.status).toBe(400)
  expect(errorBodySchema.parse(await answer.json()).error.message).toMatch(reason)
  expect(await archive.app.saved.list()).toEqual([])
})

test('another web site cannot make a browser save or remove one', async () => {
  const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
  expect((await post({ name: 'a' }, foreign)).status).toBe(403)
  const { saved } = await archive.app.saved.add({ name: 'a', query: {} })
  const init = { method: 'DELETE', headers: foreign }
  expect((await http.request(`/api/saved/${saved.id}`, init)).status).toBe(403)
  expect(await archive.app.saved.list()).toHaveLength(1)
})

test('the description has all of it', () => {
  const { paths, components } = openApiDocument()
  for (const path of ['/api/saved', '/api/saved/{id}', '/feed', '/saved/{id}/feed'])
    expect(Object.keys(paths)).toContain(path)
  expect(Object.keys(components.schemas)).toEqual(
    expect.arrayContaining(['SavedSearch', 'SavedSearches', 'NewSavedSearch', 'SavedInput']),
  )
})

describe('with accounts', () => {
  let site: Guarded
  beforeEach(async () => {
    site = await openGuarded()
    await site.addAccount('Lan', 'archivist')
    await site.addAccount('Minh', 'reader')
  })
  afterEach(() => site.remove())
  const json = (body: unknown, authorization: string) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify(body),
  })

  test('an archivist saves in his own name, whatever he says; readers read the feed', async () => {
    const write = await site.token('Lan', ['write'])
    const made = await site.ask('/api/saved', json({ name: 'a', who: 'Minh' }, write))
    const { id, who } = newSavedSchema.parse(await made.json())
    expect(who).toBe('Lan')
    const reader = { headers: { authorization: await site.token('Minh', ['read']) } }
    expect((await site.ask(`/saved/${id}/feed`, reader)).status).toBe(200)
    expect((await site.ask('/feed?q=a', reader)).status).toBe(200)
    expect((await site.ask('/api/saved', reader)).status).toBe(403)
    const log = await site.app.accounts.audit({ limit: 5, action: 'save' })
    expect(log.entries).toMatchObject([{ who: 'Lan', target: id, outcome: 'done' }])
    // A news reader is told that it needs a token, not led to the page where people log in.
    expect((await site.ask('/feed?q=a')).status).toBe(401)
    expect((await site.ask(`/saved/${id}/feed`)).status).toBe(401)
  })
})
