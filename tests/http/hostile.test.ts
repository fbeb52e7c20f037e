// What hostile names do when they are kept and shown again, and what hostile paths reach. Requests themselves are in fuzz.test.ts,
// texts of documents in http.test.ts, types and bytes of originals in originals.test.ts, formulas in facts/api.test.ts.
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { safeName } from '../../src/http/upload.ts'
import { type FilledSite, openFilledSite } from './support/filled-site.ts'
import { pageParameters, pageRoutesToFuzz } from './support/fuzzed-routes.ts'

const markup = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' autofocus onfocus='alert(1)",
  '</title></textarea><svg onload=alert(1)>',
]

let site: FilledSite
const ids: string[] = []
beforeAll(async () => {
  site = await openFilledSite()
  for (const [n, name] of markup.entries()) {
    const bytes = Buffer.from(`Văn bản ${n}: ${name}`)
    ids.push((await site.app.ingest({ name: `${name}.txt`, bytes })).id)
    await site.app.saved.add({ name, query: { q: name }, who: name })
    await site.app.correct(site.id, {
      ...{ item: 'field', action: 'correct', target: 'issuer', value: name, who: name },
    })
  }
  await site.app.editSource(site.sourceId, { name: markup.join(' ') })
  // The run of the source waits on: nobody crawls here.
  while ((await site.app.linesOf(ids)).some(({ state }) => state === 'pending')) await wait(50)
})
afterAll(() => site?.close())

/** A page without what our own templates hold of scripts. */
const theirs = (html: string) =>
  html.replace(/<script src="\/assets\/(?:page|htmx)\.js\?v=\w+" defer><\/script>/g, '')

/** Elements and handlers that are not ours; what stands in quotes is a value. */
const foreignIn = (html: string) =>
  html.replace(/"[^"]*"/g, '""').match(/<script|<img src=x|<[^>]*\son\w+\s*=/g)

test('names of files, sources, searches, people are text on every page', async () => {
  const paths = pageRoutesToFuzz(site)
    .filter(({ path }) => !/original|\.png|progress|feed|assets|\/pages\/\{name/.test(path))
    .map(({ path, inPath, fixed }) => {
      const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
        encodeURIComponent(inPath[name] ?? ''),
      )
      return fixed ? `${filled}?${new URLSearchParams(fixed)}` : filled
    })
  for (const path of [
    ...paths,
    ...ids.map((id) => `/d/${id}`),
    `/upload/files?ids=${ids.join()}`,
  ]) {
    const first = await site.http.request(path)
    // A name leads to the address of the only person who bears it.
    const elsewhere = first.headers.get('location')
    const answer = elsewhere ? await site.http.request(elsewhere) : first
    const html = theirs(await answer.text())
    expect([path, foreignIn(html)]).toEqual([path, null])
    expect([path, answer.headers.get('content-type')]).toEqual([path, 'text/html; charset=UTF-8'])
    expect(answer.headers.get('content-security-policy')).not.toMatch(/unsafe|\*/)
  }
  expect(paths.length).toBeGreaterThan(Object.keys(pageParameters).length / 2)
})

test('JSON that holds them is never taken for a page', async () => {
  for (const path of [
    '/api/search?q=script',
    `/api/documents/${ids[0]}`,
    '/api/saved',
    '/api/sources',
    '/api/%3Cscript%3E',
    '/api/search?%3Cscript%3E=1',
  ]) {
    const { headers } = await site.http.request(path)
    expect([path, headers.get('content-type')]).toEqual([path, 'application/json'])
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  }
})

test('a feed that holds them is whole XML', async () => {
  const xml = await (await site.http.request('/feed')).text()
  expect(xml).toContain('&lt;script&gt;')
  expect(xml).not.toMatch(/<script|<img|<svg/)
})

describe('paths that lead out', () => {
  const out = [
    '../../../../etc/passwd',
    '..%2f..%2f..%2fetc%2fpasswd',
    '%2e%2e/%2e%2e/etc/passwd',
    '..%5c..%5cetc%5cpasswd',
    '%2fetc%2fpasswd',
    '..%252f..%252fetc',
    'style.css%00',
    '%c0%ae%c0%ae/passwd',
  ]
  test.each([
    '/assets/',
    '/d/',
    '/d/ID/pages/',
    '/api/documents/',
    '/api/export/',
    '/api/sources/',
  ])('%s', async (path) => {
    for (const one of out) {
      const answer = await site.http.request(path.replace('ID', site.id) + one)
      expect([one, answer.status, (await answer.text()).includes('root:')]).toEqual([
        one,
        404,
        false,
      ])
    }
  })
})

test.each([
  ['../../etc/passwd', 'passwd'],
  ['..\\..\\windows\\win.ini', 'win.ini'],
  ['/etc/cron.d/x', 'x'],
  ['C:\\báo cáo.docx', 'báo cáo.docx'],
  ['a\u0000.pdf', 'a.pdf'],
  ['\u202Efdp.exe', 'fdp.exe'],
  ['..', '..'],
  ['', 'upload'],
  ['/', 'upload'],
  [`${'a'.repeat(500)}.pdf`, 'a'.repeat(200)],
])('the name of an upload %j is kept as %j', (name, kept) => {
  expect(safeName(name)).toBe(kept)
})
