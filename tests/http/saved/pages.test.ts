// The page of saved searches, and the form below the hits that leads to it.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createHttp } from '../../../src/http/create-http.ts'
import { recordOf } from '../../support/record-of.ts'
import { type Archive, openArchive } from '../support/archive.ts'
import { openGuarded, ownForm } from '../support/guarded.ts'

let archive: Archive
let http: ReturnType<typeof createHttp>
beforeEach(async () => {
  archive = await openArchive()
  http = createHttp(archive.app)
})
afterEach(() => archive.remove())

const page = async (path: string) => (await http.request(path)).text()
const send = (path: string, fields: Record<string, string>, headers: object = ownForm) =>
  http.request(path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { ...headers },
  })

test('below the hits stands a form that saves the search, and the head names its feed', async () => {
  await archive.add(recordOf({ lines: ['title: Hội nghị', 'Dự.'], publishedAt: '2023-02-01' }))
  const shown = await page('/?q=hoi+nghi&year=2023&limit=5')
  expect(shown).toContain(
    '<link rel="alternate" type="application/atom+xml" href="/feed?q=hoi+nghi&amp;year=2023"',
  )
  expect(shown).toContain('Lưu tìm kiếm này')
  const query = /name="query" value="([^"]*)"/.exec(shown)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect(query).toBe('q=hoi+nghi&year=2023')
  const made = await send('/saved', { name: 'Giao <ban>', query, who: 'Lan', webhook: '' })
  expect(made.status).toBe(201)
  expect(await archive.app.saved.list()).toMatchObject([
    { name: 'Giao <ban>', who: 'Lan', query: { q: 'hoi nghi', year: ['2023'] }, webhookUrl: null },
  ])
  const list = await page('/saved')
  expect(list).toContain('Giao &lt;ban&gt;')
  expect(list).toContain('href="/?q=hoi+nghi&amp;year=2023"')
  expect(list).toContain('hoi nghi · 2023')
  const english = await page('/saved?lang=en')
  expect(english).toContain('Saved searches')
})

test('the secret of a webhook is shown once, and what became of messages', async () => {
  const made = await send('/saved', { name: 'a', query: '', webhook: 'https://hook.example.vn/x' })
  expect(made.headers.get('cache-control')).toBe('no-store')
  expect(await made.text()).toMatch(/<code class="secret">whsec_[A-Za-z0-9+/]{43}=<\/code>/)
  const list = await page('/saved')
  expect(list).not.toContain('whsec_')
  expect(list).toContain('https://hook.example.vn/x')
  expect(list).toContain('chưa báo gì')
})

test.each([
  ['no name', { name: ' ', query: 'q=a' }, 'name: must not be empty'],
  ['a private webhook', { name: 'a', query: '', webhook: 'http://127.0.0.1/' }, 'public internet'],
  ['a query nobody wrote', { name: 'a', query: 'yaer=1' }, 'yaer'],
])('what is wrong is said on the page: %s', async (_, fields, reason) => {
  const answer = await send('/saved', fields)
  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain(reason)
  expect(await archive.app.saved.list()).toEqual([])
})

test('one is removed by its button, and not by another web site', async () => {
  const { saved } = await archive.app.saved.add({ name: 'a', query: {} })
  const foreign = { 'sec-fetch-site': 'cross-site' }
  expect((await send(`/saved/${saved.id}/remove`, {}, foreign)).status).toBe(403)
  expect((await send('/saved', { name: 'b', query: '' }, foreign)).status).toBe(403)
  expect(await archive.app.saved.list()).toHaveLength(1)
  const answer = await send(`/saved/${saved.id}/remove`, {})
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/saved?removed'])
  expect(await page('/saved?removed')).toContain('Đã xóa.')
  expect((await send(`/saved/${saved.id}/remove`, {})).status).toBe(404)
})

test('readers see the feed of a search, and neither form nor page', async () => {
  const site = await openGuarded()
  await site.addAccount('Minh', 'reader')
  const headers = { cookie: await site.logIn('Minh') }
  const shown = await (await site.ask('/?q=a', { headers })).text()
  expect(shown).toContain('href="/feed?q=a"')
  expect(shown).not.toContain('action="/saved"')
  expect(shown).not.toContain('href="/saved"')
  expect((await site.ask('/saved', { headers })).status).toBe(403)
  await site.remove()
})
