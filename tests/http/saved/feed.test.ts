// Feeds, read back as a news reader reads them.
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { errorBodySchema } from '../../../src/http/api-schemas.ts'
import { createHttp } from '../../../src/http/create-http.ts'
import { recordOf } from '../../support/record-of.ts'
import { type Archive, openArchive } from '../support/archive.ts'

type Link = { '@rel': string; '@type': string; '@href': string }
type Entry = {
  id: string
  title: string
  updated: string
  published: string
  link: Link
  summary: string
}
type Feed = {
  '@xmlns': string
  id: string
  title: string
  updated: string
  author: { name: string }
  link: Link[]
  entry?: Entry[]
}

let archive: Archive
let http: ReturnType<typeof createHttp>
beforeEach(async () => {
  archive = await openArchive()
  http = createHttp(archive.app)
})
afterEach(() => archive.remove())

const site = 'http://localhost'
const get = (path: string, headers: Record<string, string> = {}) => http.request(path, { headers })
/** Everything that RFC 4287 requires is looked at here. */
async function feedAt(path: string): Promise<Feed> {
  const answer = await get(path)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
  const xml = await answer.text()
  expect(XMLValidator.validate(xml)).toBe(true)
  expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/)
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    isArray: (_, where) => where === 'feed.entry',
  })
  const { feed }: { feed: Feed } = parser.parse(xml)
  expect(feed['@xmlns']).toBe('http://www.w3.org/2005/Atom')
  expect(feed.author.name).toBe('Văn thư')
  for (const one of [feed, ...(feed.entry ?? [])]) {
    expect(one.id).toMatch(/^tag:vanthu,2026:[a-z]+:[0-9a-f]+$/)
    expect(one.title).not.toBe('')
    expect(new Date(one.updated).toISOString()).toBe(one.updated)
  }
  for (const { link, published, summary } of feed.entry ?? []) {
    expect(link).toMatchObject({ '@rel': 'alternate', '@type': 'text/html' })
    expect(new Date(published).toISOString()).toBe(published)
    expect(summary.length).toBeLessThan(700)
  }
  return feed
}
const meeting = (title: string) =>
  recordOf({
    lines: [`title: ${title}`, 'lead: Sáng 21/3, ông Lò Văn Thử dự.'],
    number: '18/KH-UBND',
  })

test('a search has a feed: the latest first, with what a reader needs', async () => {
  const first = await archive.add(meeting('Hội nghị một'))
  await new Promise((resolve) => setTimeout(resolve, 5))
  const second = await archive.add(meeting('Hội nghị hai'))
  await archive.add(recordOf({ lines: ['title: Thông báo', 'Nghỉ lễ.'] }))
  const feed = await feedAt('/feed?q=hoi+nghi&lang=vi')
  expect(feed.title).toBe('Văn thư · hoi nghi')
  expect(feed.link.map((link) => [link['@rel'], link['@href']])).toEqual([
    ['self', `${site}/feed?q=hoi+nghi`],
    ['alternate', `${site}/?q=hoi+nghi`],
  ])
  expect(feed.entry?.map(({ id, title, link }) => [id, title, link['@href']])).toEqual([
    [`tag:vanthu,2026:document:${second}`, 'Hội nghị hai', `${site}/d/${second}`],
    [`tag:vanthu,2026:document:${first}`, 'Hội nghị một', `${site}/d/${first}`],
  ])
  expect(feed.updated).toBe(feed.entry?.[0]?.updated)
  expect(feed.entry?.[0]?.summary).toBe('18/KH-UBND · Sáng 21/3, ông Lò Văn Thử dự.')
  expect((await feedAt('/feed?q=hoi+nghi&limit=1')).entry).toHaveLength(1)
  expect((await feedAt('/feed')).entry).toHaveLength(3)
  const none = await feedAt('/feed?q=xyzzy&year=2020')
  expect([none.entry, none.title]).toEqual([undefined, 'Văn thư · xyzzy · 2020'])
})

test('a saved search has its own, which stays the same feed', async () => {
  const query = { q: '"hội nghị"', year: ['2023'] }
  const { saved } = await archive.app.saved.add({ name: 'A <b> & "c"', query })
  const empty = await feedAt(`/saved/${saved.id}/feed`)
  expect(empty).toMatchObject({ title: 'A <b> & "c"', updated: saved.createdAt })
  await archive.add({ ...meeting('Hội nghị'), publishedAt: '2023-03-21' })
  await archive.add({ ...meeting('Hội nghị khác'), publishedAt: '2024-03-21' })
  const feed = await feedAt(`/saved/${saved.id}/feed`)
  expect(feed.entry?.map(({ title }) => title)).toEqual(['Hội nghị'])
  expect(feed.id).toBe(empty.id)
})

test.each([
  ['markup', '<script>alert(1)</script> & ]]> &amp; "x"'],
  ['controls', 'a\u0000b\u0007c\u001Bd\u000Be\uFFFEf\uFFFFg'],
  ['half a pair', 'a\uD800b'],
  ['turned round', 'a\u202Ecba\u202C'],
  ['letters outside of the first plane', '𠀀 𝒳 😀'],
])('text cannot break it: %s', async (_, text) => {
  await archive.add(recordOf({ lines: [`title: Hội nghị ${text}`, `Dự: ${text}`] }))
  const { entry } = await feedAt('/feed?q=hoi+nghi')
  const plain = text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000B\u001B\uFFFE\uFFFF\u202A-\u202E]/g, '')
  expect(entry?.[0]?.title).toBe(`Hội nghị ${plain}`)
  // White space of any kind is one space there.
  expect(entry?.[0]?.summary?.replaceAll(' ', '')).toBe(`Dự: ${plain}`.replaceAll(' ', ''))
  await feedAt(`/feed?q=${encodeURIComponent(`hội ${text.toWellFormed()}`)}`)
})

test('who has it already is told so, until something changes', async () => {
  await archive.add(meeting('Hội nghị'))
  const etag = (await get('/feed?q=hoi+nghi')).headers.get('etag') ?? ''
  expect(etag).toMatch(/^"[\w-]{20,}"$/)
  for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
    const answer = await get('/feed?q=hoi+nghi', { 'if-none-match': known })
    expect([answer.status, await answer.text(), answer.headers.get('etag')]).toEqual([
      304,
      '',
      etag,
    ])
  }
  for (const other of ['"x"', etag.slice(1), ''])
    expect((await get('/feed?q=hoi+nghi', { 'if-none-match': other })).status).toBe(200)
  await archive.add(meeting('Hội nghị nữa'))
  expect((await get('/feed?q=hoi+nghi', { 'if-none-match': etag })).status).toBe(200)
})

test.each([
  ['/feed?yaer=2023', 400, 'bad-request'],
  ['/feed?year=abc', 400, 'bad-request'],
  ['/feed?province=atlantis', 400, 'bad-request'],
  ['/feed?limit=1000', 400, 'bad-request'],
  ['/feed?cursor=x', 400, 'bad-request'],
  ['/saved/0000/feed', 404, 'not-found'],
  ['/saved/0000/feed?x=1', 400, 'bad-request'],
])('%s is refused as programs are', async (path, status, code) => {
  const answer = await get(path)
  expect(answer.status).toBe(status)
  const { error } = errorBodySchema.parse(await answer.json())
  expect(status === 400 ? error.code !== '' : error.code === code).toBe(true)
  expect(error.message).toMatch(/\.$/)
})
