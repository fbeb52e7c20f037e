// Crawl sources over the API and on the pages: a real application, and a real site that is crawled.
import { expect, test } from 'vitest'
import { createHttp } from '../../src/http/create-http.ts'
import {
  fetchesBodySchema,
  importedSchema,
  offerSchema,
  sourcePagesSchema,
  sourceProgressSchema,
  sourceSchema,
  sourcesBodySchema,
} from '../../src/http/source-schemas.ts'
import { type Site, type SiteOptions, startSite } from '../support/site/site.ts'
import { openTestApp } from '../support/test-app.ts'

const own = { 'sec-fetch-site': 'same-origin' }

async function setUp(options: SiteOptions = {}) {
  const site = await startSite(options)
  const app = await openTestApp()
  const http = createHttp(app, {
    onBug: (error) => {
      throw error
    },
  })
  const ask = (method: string, path: string, body?: unknown, headers = {}) =>
    http.request(path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  const json = async (method: string, path: string, body?: unknown) =>
    (await ask(method, path, body)).json()
  const page = async (path: string) => (await http.request(path)).text()
  /** Sends a form as a browser does. */
  const send = (path: string, fields: Record<string, string>, headers: object = own) =>
    http.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: String(new URLSearchParams(fields)),
    })
  return { site, app, http, ask, json, page, send }
}

const inputFor = (site: Site) => ({
  url: `${site.origin}/`,
  name: 'Sở GDĐT <b>Sơn Hạ</b>',
  allowHosts: ['127.0.0.1'],
  delaySeconds: 0,
})

/** A source that nobody has crawled: no workers run. */
async function withSource(options: SiteOptions = {}) {
  const all = await setUp(options)
  const response = await all.ask('POST', '/api/sources', inputFor(all.site))
  expect(response.status).toBe(201)
  const source = sourceSchema.parse(await response.json())
  return { ...all, source, at: `/sources/${source.id}` }
}

/** A source after its first run. */
async function crawled(options: SiteOptions = {}) {
  const all = await withSource(options)
  all.app.startWorkers(['crawl'])
  await expect
    .poll(async () => (await all.app.source(all.source.id))?.run?.endedAt, { timeout: 25_000 })
    .toBeTruthy()
  return all
}

test('the API looks at a site, keeps it, changes it, pauses it, and lets it go', async () => {
  const { site, json, ask } = await setUp()
  const offer = offerSchema.parse(await json('POST', '/api/sources/probe', inputFor(site)))
  expect(offer).toMatchObject({ portal: { kind: 'nukeviet' }, articleCount: 40 })
  expect(await json('GET', '/api/sources')).toEqual({ sources: [] })
  site.forget()
  const added = await ask('POST', '/api/sources', { ...inputFor(site), offer })
  expect(added.status).toBe(201)
  const { id } = sourceSchema.parse(await added.json())
  // What was found once is not looked for again.
  expect(site.requests).toEqual([])
  const { sources } = sourcesBodySchema.parse(await json('GET', '/api/sources'))
  expect(sources).toMatchObject([{ id, every: '0 */6 * * *', paused: false, run: { number: 1 } }])
  const changed = await json('PATCH', `/api/sources/${id}`, {
    name: 'Sở',
    depth: 3,
    delaySeconds: 2,
  })
  expect(sourceSchema.parse(changed)).toMatchObject({ name: 'Sở', depth: 3, delayMs: 2000 })
  expect(await json('POST', `/api/sources/${id}/pause`)).toMatchObject({
    paused: true,
    nextRunAt: null,
  })
  expect((await ask('POST', `/api/sources/${id}/run`)).status).toBe(400)
  expect(await json('POST', `/api/sources/${id}/resume`)).toMatchObject({ paused: false })
  expect(await json('POST', `/api/sources/${id}/run`)).toMatchObject({ run: { endedAt: null } })
  expect(await json('DELETE', `/api/sources/${id}`)).toMatchObject({ id })
  expect(await json('GET', '/api/sources')).toEqual({ sources: [] })
})

test('the API tells how a source gets on, its pages and the evidence', {
  timeout: 60_000,
}, async () => {
  const { site, json, source } = await crawled()
  const at = `/api/sources/${source.id}`
  const progress = sourceProgressSchema.parse(await json('GET', `${at}/progress`))
  const { articles, files } = site.expected()
  const all = articles.length + files.length
  expect(progress).toMatchObject({ run: { found: all, new: all, failed: 0 }, documents: all })
  const urls: string[] = []
  for (let cursor = ''; ; ) {
    const more = cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''
    const part = sourcePagesSchema.parse(
      await json('GET', `${at}/pages?state=done&limit=30${more}`),
    )
    expect(part.pages.length).toBeLessThanOrEqual(30)
    for (const { kind, url } of part.pages)
      if (kind === 'page' || kind === 'attachment') urls.push(url)
    if (!part.next) break
    cursor = part.next
  }
  expect(urls.sort()).toEqual([...articles, ...files].sort())
  const asked = `/api/fetches?url=${encodeURIComponent(articles[0] ?? '')}`
  const { fetches } = fetchesBodySchema.parse(await json('GET', asked))
  expect(fetches).toMatchObject([{ status: 200, outcome: 'body', asked: articles[0] }])
})

test.each<[method: string, path: string, body: unknown, status: number, says: string]>([
  ['POST', '/api/sources', { url: 'x y', every: 'never', depth: -1 }, 400, 'depth'],
  ['POST', '/api/sources', [], 400, 'object'],
  [
    'POST',
    '/api/sources',
    { url: 'https://so.example/', offer: { url: 'javascript:x' } },
    400,
    'offer',
  ],
  ['POST', '/api/sources/probe', { url: 'https://so.example/' }, 400, 'VANTHU_CRAWL_CONTACT'],
  ['POST', '/api/sources/probe', { url: 'ftp://so.example/' }, 400, 'must begin with http://'],
  ['POST', '/api/sources', { url: 'file:///srv/tin.html' }, 400, 'must begin with http://'],
  ['GET', '/api/sources/none', undefined, 404, 'no such'],
  ['PATCH', '/api/sources/none', { name: 'x' }, 404, 'no such'],
  ['DELETE', '/api/sources/none', undefined, 404, 'no such'],
  ['POST', '/api/sources/none/run', undefined, 404, 'no such'],
  ['POST', '/api/sources/none/pause', undefined, 404, 'no such'],
  ['GET', '/api/sources/none/progress', undefined, 404, 'no such'],
  ['GET', '/api/sources/none/pages', undefined, 404, 'no such'],
  ['GET', '/api/fetches', undefined, 400, 'url='],
  ['GET', '/sources/none', undefined, 404, 'Không có trang này'],
])('%s %s %j → %i', async (method, path, body, status, says) => {
  const { ask } = await setUp()
  const response = await ask(method, path, body)
  expect([response.status, await response.text()]).toEqual([status, expect.stringContaining(says)])
})

test('queries of pages are checked', async () => {
  const { ask, source } = await withSource()
  for (const query of ['state=lost', 'limit=0', 'limit=501', 'limit=ten'])
    expect([query, (await ask('GET', `/api/sources/${source.id}/pages?${query}`)).status]).toEqual([
      query,
      400,
    ])
})

test('nothing is done for a page of another web site', async () => {
  const { ask, send, source, at, site } = await withSource()
  site.forget()
  const foreign = { 'sec-fetch-site': 'cross-site' }
  const api = `/api${at}`
  for (const [method, path] of [
    ['POST', '/api/sources'],
    ['POST', '/api/sources/probe'],
    ['POST', '/api/sources/import'],
    ['PATCH', api],
    ['DELETE', api],
    ['POST', `${api}/run`],
    ['POST', `${api}/pause`],
    ['POST', `${api}/resume`],
  ] as const)
    expect([path, (await ask(method, path, { name: 'x' }, foreign)).status]).toEqual([path, 403])
  const actions = ['', '/run', '/pause', '/resume', '/remove'].map((action) => `${at}${action}`)
  for (const path of ['/sources', '/sources/probe', '/sources/import', ...actions])
    expect([path, (await send(path, { name: 'x', url: site.origin }, foreign)).status]).toEqual([
      path,
      403,
    ])
  expect(await (await ask('GET', api)).json()).toEqual(source)
  expect(site.requests).toEqual([])
})

test('a source is added on the pages: address, what the site offers, saved', async () => {
  const { site, page, send } = await setUp()
  expect(await page('/sources')).toMatch(
    /Chưa có nguồn nào[\s\S]*href="\/sources\/add"|href="\/sources\/add"[\s\S]*Chưa có nguồn nào/,
  )
  expect(await page('/sources/add')).toContain('action="/sources/probe"')
  const typed = { url: `${site.origin}/`, allowHosts: '127.0.0.1\r\n', delaySeconds: '0' }
  const offered = await (await send('/sources/probe', typed)).text()
  for (const part of [
    'nukeviet',
    '<strong>40</strong>',
    'sitemap.xml',
    'Lưu nguồn',
    '6 giờ một lần',
  ])
    expect(offered).toContain(part)
  const offer = /name="offer" value="([^"]*)"/.exec(offered)?.[1] ?? ''
  const saved = await send('/sources', {
    ...typed,
    name: '',
    every: '0 */6 * * *',
    otherEvery: '30 5 * * 1',
    province: 'dien-bien',
    exclude: '/lich-su/*\r\n/*?in=1',
    offer: offer.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&'),
  })
  expect(saved.status).toBe(303)
  const shown = await page(saved.headers.get('location') ?? '')
  for (const part of ['thứ Hai hằng tuần, lúc 5:30', 'Điện Biên', '/*?in=1', '127.0.0.1'])
    expect(shown).toContain(part)
  expect(await page('/sources?lang=en')).toContain('every Monday, at 5:30')
})

test('what was typed and cannot be taken stays in the form, with the reason', async () => {
  const { send, page, at, source } = await withSource()
  const probed = await send('/sources/probe', { url: 'https://', allowHosts: 'kho.noi-bo' })
  expect(probed.status).toBe(400)
  expect(await probed.text()).toMatch(/role="alert"[\s\S]*value="https:\/\/"[\s\S]*kho\.noi-bo/)
  const other = await send('/sources/probe', { url: 'ftp://so.example/' })
  expect([other.status, await other.text()]).toEqual([
    400,
    expect.stringMatching(/role="alert"[\s\S]*must begin with http:\/\//),
  ])
  const edited = await send(at, { name: 'Sở <i>', every: '* * *', depth: 'ba' })
  expect(edited.status).toBe(400)
  const again = await edited.text()
  expect(again).toMatch(/role="alert"[\s\S]*depth[\s\S]*value="Sở &lt;i&gt;"/)
  const damaged = await send('/sources', { url: 'https://so.example/', offer: '{"url":' })
  expect(damaged.status).toBe(400)
  expect(await page(`${at}/edit`)).toContain(
    `value="${source.name.replace(/</g, '&lt;').replace(/>/g, '&gt;')}"`,
  )
})

test('a source is changed, paused, run and removed on its page', async () => {
  const { page, send, at, app, source } = await withSource()
  const settings = {
    name: 'Sở',
    every: '0 5 * * *',
    depth: '',
    maxPages: '77',
    delaySeconds: '2,5',
  }
  const edited = await send(at, { ...settings, include: '/a/*\n/b/*', allowHosts: '127.0.0.1' })
  expect([edited.status, edited.headers.get('location')]).toEqual([303, at])
  expect(await app.source(source.id)).toMatchObject({
    name: 'Sở',
    depth: null,
    maxPages: 77,
    delayMs: 2500,
    include: ['/a/*', '/b/*'],
  })
  expect(await page(at)).toContain('mỗi ngày, khoảng 5 giờ')
  expect((await send(`${at}/pause`, {})).status).toBe(303)
  const paused = await page(at)
  expect(paused).toContain('tạm dừng')
  expect(paused).toContain(`action="${at}/resume"`)
  expect(paused).not.toContain(`action="${at}/run"`)
  expect((await send(`${at}/resume`, {})).status).toBe(303)
  expect((await send(`${at}/run`, {})).status).toBe(303)
  const asked = await page(`${at}/remove`)
  expect(asked).toContain(`method="post" action="${at}/remove"`)
  expect(await app.source(source.id)).not.toBeNull()
  const removed = await send(`${at}/remove`, {})
  expect(await removed.text()).toContain('Đã bỏ nguồn Sở.')
  expect(await app.source(source.id)).toBeNull()
})

test('a page looks again by itself only while its run is under way', {
  timeout: 60_000,
}, async () => {
  const { page, at, app, source } = await withSource()
  const refresh = '<meta http-equiv="refresh" content="5">'
  const running = await page(at)
  expect(running).toContain(refresh)
  expect(running).toContain('đang chạy')
  await app.pauseSource(source.id, true)
  expect(await page(at)).not.toContain('http-equiv="refresh"')
  await app.pauseSource(source.id, false)
  app.startWorkers(['crawl'])
  await expect
    .poll(async () => (await app.source(source.id))?.run?.endedAt, { timeout: 25_000 })
    .toBeTruthy()
  const ended = await page(at)
  expect(ended).not.toContain('http-equiv="refresh"')
  expect(ended).toContain('Kết thúc')
  expect(await page('/status')).not.toContain('http-equiv="refresh"')
})

test('what a site says is text on our pages, and its documents lead to the evidence', {
  timeout: 60_000,
}, async () => {
  const { site, page, at, app } = await setUpHostile()
  const [url = ''] = site.expected().articles
  const list = await page('/sources')
  const [main, pages, fetches] = await Promise.all([
    page(at),
    page(`${at}/pages?limit=500`),
    page(`/fetches?url=${encodeURIComponent(url)}`),
  ])
  for (const text of [list, main, pages, fetches]) {
    expect(text).not.toContain('<b>Sơn')
    expect(text).not.toContain('<script>alert')
  }
  expect(list).toContain('Sở GDĐT &lt;b&gt;Sơn Hạ&lt;/b&gt;')
  expect(pages).toMatch(/Thông báo &quot;kỳ thi&quot; &amp; .*lệ phí &lt; 9&#39; của tỉnh/)
  const evidence = await app.fetchesOf(url, 5)
  const id = evidence[0]?.sha256 ?? ''
  for (const part of ['đã lấy về', evidence[0]?.at ?? '', `href="/d/${id}"`, 'content-type'])
    expect(fetches).toContain(part)
  const document = await page(`/d/${id}`)
  expect(document).toContain(`href="/fetches?${new URLSearchParams({ url })}"`)
  expect(document).toContain(`href="${url}" rel="noreferrer noopener nofollow"`)
  expect(await page('/fetches?url=javascript:alert(1)')).not.toContain('href="javascript:')
})

async function setUpHostile() {
  const all = await setUp()
  all.site.shelf.change(27, {
    title: `Thông báo "kỳ thi" & <script>alert(1)</script> lệ phí < 9' của tỉnh`,
  })
  const source = sourceSchema.parse(await all.json('POST', '/api/sources', inputFor(all.site)))
  all.app.startWorkers(['crawl'])
  await expect
    .poll(async () => (await all.app.source(source.id))?.run?.endedAt, { timeout: 25_000 })
    .toBeTruthy()
  return { ...all, at: `/sources/${source.id}` }
}

test('addresses that are not had are told with the reason, in both languages', {
  timeout: 60_000,
}, async () => {
  const { page, at, json } = await crawled({ trouble: 'articles-forbidden' })
  const { failures } = sourceProgressSchema.parse(await json('GET', `/api${at}/progress`))
  expect(failures[0]).toMatchObject({ code: 'forbidden', state: 'failed' })
  const vi = await page(at)
  for (const part of [
    'Trang web không cho xem.',
    '<code>forbidden</code>',
    'bài viết',
    'href="/fetches?url=',
  ])
    expect(vi).toContain(part)
  expect(await page(`${at}?lang=en`)).toContain('The site does not let us see it.')
  const failed = await page(`${at}/pages?state=failed&limit=1`)
  expect(failed).toMatch(/aria-current="page">lỗi[\s\S]*<code>forbidden<\/code>/)
  const next = /rel="next" href="([^"]+)"/.exec(failed)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const second = await page(next)
  expect(second).toContain('← Về trang đầu')
  const shown = (text: string) => /href="(\/fetches[^"]*)"/.exec(text)?.[1]
  expect(shown(second)).not.toBe(shown(failed))
  expect(await page(`${at}/pages?state=done`)).not.toContain('<code>forbidden</code>')
})

test('the table that is exported adds the same sources elsewhere', async () => {
  const { site, http, send } = await withSource()
  const response = await http.request('/api/sources/export.tsv')
  expect(response.headers.get('content-type')).toContain('text/tab-separated-values')
  const table = await response.text()
  const again = importedSchema.parse(
    await (await http.request('/api/sources/import', { method: 'POST', body: table })).json(),
  )
  expect(again).toMatchObject({ added: [], refused: [{ line: 2, url: `${site.origin}/` }] })
  const other = await setUp()
  const bad = `${table}\nhttps://\tKhông có\n`
  const form = new FormData()
  form.set('table', new File([bad], 'sources.tsv'))
  const done = await other.http.request('/sources/import', {
    method: 'POST',
    headers: own,
    body: form,
  })
  const shown = await done.text()
  expect(shown).toContain('Sở GDĐT &lt;b&gt;Sơn Hạ&lt;/b&gt;')
  expect(shown).toMatch(/Dòng 4:/)
  expect(await other.app.sources()).toMatchObject([
    {
      url: `${site.origin}/`,
      name: 'Sở GDĐT <b>Sơn Hạ</b>',
      allowHosts: ['127.0.0.1'],
      delayMs: 0,
    },
  ])
  expect((await send('/sources/import', {})).status).toBe(400)
})

test('the description of the API names what there is', async () => {
  const { json, page, ask, source } = await withSource()
  const { paths, components } = (await json('GET', '/api/openapi.json')) as Record<string, object>
  expect(Object.keys(paths ?? {})).toEqual(
    expect.arrayContaining(['/api/sources', '/api/sources/{id}/pages', '/api/sources/import']),
  )
  for (const [path, { get }] of Object.entries(paths ?? {}) as Array<[string, { get?: object }]>) {
    if (!get || !/^\/api\/(?:sources|fetches)/.test(path)) continue
    const query = path === '/api/fetches' ? '?url=x' : ''
    const { status } = await ask('GET', path.replace('{id}', source.id) + query)
    expect([path, status]).toEqual([path, 200])
  }
  expect(components).toHaveProperty('schemas.SourceProgress.properties.states')
  expect(await page('/')).toContain('<a href="/sources" >Nguồn thu thập</a>')
})
