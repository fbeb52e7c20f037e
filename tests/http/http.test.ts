import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { App } from '../../src/app/app.ts'
import { BadDocumentError } from '../../src/errors.ts'
import {
  documentBodySchema,
  searchResultSchema,
  statusBodySchema,
  uploadBodySchema,
} from '../../src/http/api-schemas.ts'
import { createHttp } from '../../src/http/create-http.ts'
import { type Archive, openArchive } from './support/archive.ts'
import { at, conference, hostile, recordOf, sha256 } from './support/records.ts'

let archive: Archive
let http: ReturnType<typeof createHttp>
const ids = { conference: '', hostile: '', failed: '', pending: '' }

beforeAll(async () => {
  archive = await openArchive()
  http = createHttp(archive.app, { maxUploadBytes: 10_000 })
  ids.conference = await archive.add(conference)
  ids.hostile = await archive.add(hostile)
  for (const n of [1, 2, 3])
    await archive.add(
      recordOf(
        `tin-${n}.txt`,
        [
          ['title', `Tin ${n}`],
          ['body', 'Giao ban.'],
        ],
        () => ({
          publishedAt: `202${n}-01-01`,
          documentType: 'report',
        }),
      ),
    )
  ids.failed = await archive.addFailed('quét.pdf', {
    code: 'needs-ocr',
    message: 'The file quét.pdf holds pictures only.',
  })
  ids.pending = (await archive.app.ingest({ name: 'mới.txt', bytes: Buffer.from('mới') })).id
})
afterAll(() => archive.remove())

/** The path with ids put in: "/d/:conference". */
const filled = (path: string) =>
  path.replace(/:(conference|hostile|failed|pending)/g, (_, name: keyof typeof ids) => ids[name])

const noSuchId = '0'.repeat(64)

/** The stable anchor of some words of the conference. */
const anchorOf = (words: string, nth = 1) => {
  const { start, end } = at(conference.text, words, nth)
  return `a=${start}-${end}`
}

it('a document that came in an archive links to it, and the archive to its files', async () => {
  const own = await openArchive()
  onTestFinished(() => own.remove())
  const http = createHttp(own.app)
  const kho = await own.add(recordOf('kho <b>.zip', [['boilerplate', 'trong/<i>.txt']]))
  const inside = await own.putInside(kho, recordOf('trong/<i>.txt', [['body', 'Giao.']]))
  const page = async (id: string) => (await http.request(`/d/${id}`)).text()
  expect(await page(inside)).toContain(
    `Nằm trong</dt><dd><a href="/d/${kho}" dir="auto">kho &lt;b&gt;.zip`,
  )
  expect(await page(kho)).toContain(
    `<li><a href="/d/${inside}" dir="auto">trong/&lt;i&gt;.txt</a></li>`,
  )
  const body = await (await http.request(`/api/documents/${inside}`)).json()
  expect(documentBodySchema.parse(body).container).toEqual({ id: kho, name: 'kho <b>.zip' })
})

describe('GET', () => {
  it.each<[path: string, status: number, type: string, contains: string[], lacks?: string[]]>([
    ['/', 200, 'text/html', ['<html lang="vi">', 'Tìm văn bản', 'enctype="multipart/form-data"']],
    ['/?q=', 200, 'text/html', ['5 văn bản', 'Đang đọc 1 văn bản']],
    [
      '/?q=hoc+ba',
      200,
      'text/html',
      ['<mark>học</mark>', '1 văn bản', `/d/:conference`],
      ['Tin 1'],
    ],
    ['/?q=h%E1%BB%8Dc', 200, 'text/html', ['value="học"', '<mark>học</mark>']],
    [
      '/?province=hoa-binh&year=2023',
      200,
      'text/html',
      [
        'Đang lọc theo',
        'href="/?year=2023" aria-label="Bỏ điều kiện Tỉnh, thành phố: Hòa Bình"',
        'href="/?province=hoa-binh" aria-label="Bỏ điều kiện Năm: 2023"',
        'href="/?province=hoa-binh&amp;year=2023&amp;type=article"',
        '<option value="hoa-binh" selected>Hòa Bình (nay thuộc Phú Thọ)</option>',
      ],
    ],
    ['/?limit=2', 200, 'text/html', ['rel="next"', 'cursor=']],
    [
      '/?q=kh%C3%B4ngc%C3%B3t%E1%BB%ABn%C3%A0y',
      200,
      'text/html',
      ['Không tìm thấy văn bản nào', 'Bớt từ'],
    ],
    [
      '/?year=99&type=poem',
      400,
      'text/html',
      ['value="99"', 'id="year-problem"', 'id="type-problem"'],
    ],
    ['/?province=nowhere', 400, 'text/html', ['id="province-problem"', 'Chọn một tỉnh']],
    ['/?cursor=nonsense', 400, 'text/html', ['hãy tìm lại từ đầu']],
    ['/api/search?province=nowhere', 400, 'application/json', ['nowhere', '"user"']],
    ['/api/search?province=H%C3%B2a+B%C3%ACnh', 200, 'application/json', ['"total":1']],
    ['/?lang=en', 200, 'text/html', ['<html lang="en">', 'Find documents', 'lang=vi']],
    ['/status', 200, 'text/html', ['quét.pdf', 'needs-ocr', 'OCR', 'Tình trạng kho']],
    [
      '/d/:conference',
      200,
      'text/html',
      [
        `id="${anchorOf('Đinh Thị Mận', 3)}"`,
        'href="#i-official-0"',
        'id="i-official-0"',
        `href="#${anchorOf('Hòa Bình', 5)}"`,
        'nay thuộc Phú Thọ',
        '312 trên 416 trường',
        'khớp với tỷ số',
        'trên 90%',
        'Nhiệm vụ 1',
        'Hạn: 30/06/2023',
        '18/KH-SGDĐT',
        'class="z-boilerplate"',
        `<td dir="auto"><span class="m warning" id="${anchorOf('Vùng cao A')}">Vùng cao A</span></td>`,
        'Trang 2',
        `/d/:conference/original`,
      ],
      ['undefined', '[object'],
    ],
    [
      '/d/:conference?lang=en',
      200,
      'text/html',
      ['now in Phú Thọ', 'Task 1', 'Due: 30 June 2023', 'lang="vi"'],
    ],
    ['/d/:failed', 200, 'text/html', ['needs-ocr', 'holds pictures only', 'nhận dạng chữ (OCR)']],
    [
      '/d/:pending',
      200,
      'text/html',
      ['đang chờ đọc', 'data-follow="/upload/progress?ids=:pending"', 'http-equiv="refresh"'],
    ],
    [`/d/${noSuchId}`, 404, 'text/html', ['Không có trang này']],
    ['/d/..%2f..%2fetc', 404, 'text/html', ['Không có trang này']],
    ['/nowhere', 404, 'text/html', ['Không có trang này', 'href="/"']],
    ['/api/nowhere', 404, 'application/json', ['"not-found"']],
    [`/api/documents/${noSuchId}`, 404, 'application/json', ['"not-found"']],
    ['/api/documents/xyz/original', 404, 'application/json', ['"not-found"']],
    [
      '/api/search?year=99&limit=0&colour=red',
      400,
      'application/json',
      ['year: ', 'limit: ', 'colour: ', '"user"'],
    ],
    ['/api/search?limit=2&limit=3', 400, 'application/json', ['limit: given twice']],
    ['/api/search?year=2022&year=2021&year=2021', 200, 'application/json', ['"total":2']],
    [
      '/api/search?schoolYear=2023&state=gone',
      400,
      'application/json',
      ['schoolYear: ', 'state: '],
    ],
    ['/api/search?q=giao%20-ban', 200, 'application/json', ['"total":0', '"cutTo":null']],
    [`/api/search?q=${'giao+'.repeat(900)}`, 200, 'application/json', ['"cutTo":"giao giao']],
    [
      `/?q=${'giao+'.repeat(900)}`,
      200,
      'text/html',
      ['Câu tìm quá dài', '<q dir="auto">giao giao'],
    ],
    [
      '/?q=gaio+ban',
      200,
      'text/html',
      ['Có phải bạn muốn tìm:', '<a href="/?q=giao+ban" dir="auto">giao ban</a>'],
    ],
    [
      '/?year=2021&year=2022&type=report',
      200,
      'text/html',
      [
        'aria-label="Bỏ điều kiện Năm: 2021"',
        'aria-label="Bỏ điều kiện Năm: 2022"',
        '<input type="hidden" name="year" value="2022">',
        // Another value of a facet is added, one that was chosen is taken away.
        'href="/?year=2021&amp;year=2022&amp;year=2023&amp;type=report"',
        '<a href="/?year=2022&amp;type=report" aria-current="true"',
      ],
    ],
    ['/api/search?type=', 200, 'application/json', ['"total":5']],
    ['/healthz', 200, 'application/json', ['ok']],
    ['/readyz', 200, 'application/json', ['ok']],
    [
      '/metrics',
      200,
      'text/plain',
      ['vanthu_documents{state="extracted"} 5', 'vanthu_jobs_waiting 1'],
    ],
    ['/api/openapi.json', 200, 'application/json', ['"openapi":"3.1.0"', '/api/documents/{id}']],
    ['/assets/style.css', 200, 'text/css', ['prefers-color-scheme']],
    ['/assets/document.css', 200, 'text/css', [':target']],
    ['/assets/page.js', 200, 'text/javascript', ['keydown']],
    ['/assets/icon.svg', 200, 'image/svg+xml', ['<svg']],
    ['/assets/..%2fcreate-http.ts', 404, 'application/json', ['not-found']],
  ])('%s → %i', async (path, status, type, contains, lacks = []) => {
    const response = await http.request(filled(path))
    const body = await response.text()
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toContain(type)
    for (const part of contains) expect(body).toContain(filled(part))
    for (const part of lacks) expect(body).not.toContain(filled(part))
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('referrer-policy')).toBe('same-origin')
    const policy = response.headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
  })

  it.each(['/', '/?lang=en', '/d/:conference', '/d/:hostile', '/status'])(
    'every place that %s links to is in the page, and no id is there twice',
    async (path) => {
      const body = await (await http.request(filled(path))).text()
      const anchors = Array.from(body.matchAll(/ id="([^"]+)"/g), (m) => m[1])
      expect(new Set(anchors).size).toBe(anchors.length)
      for (const [, target] of body.matchAll(/href="#([^"]+)"/g)) expect(anchors).toContain(target)
    },
  )

  it('remembers the language in a cookie', async () => {
    const asked = await http.request('/?lang=en')
    const cookie = asked.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^vanthu-lang=en;.*HttpOnly.*SameSite=Lax/)
    const later = await http.request('/status', { headers: { cookie: 'vanthu-lang=en' } })
    expect(await later.text()).toContain('State of the archive')
    const unknown = await http.request('/?lang=fr')
    expect(unknown.headers.get('set-cookie')).toBeNull()
    expect(await unknown.text()).toContain('<html lang="vi">')
  })

  it('leads through all pages of a search', async () => {
    const titles: string[] = []
    let path: string | undefined = '/?limit=2'
    for (let page = 0; path && page < 9; page++) {
      const body: string = await (await http.request(path)).text()
      titles.push(
        ...Array.from(body.matchAll(/class="hit-title" href="\/d\/(\w+)"/g), (m) => m[1] ?? ''),
      )
      path = /rel="next" href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(titles).toHaveLength(5)
    expect(new Set(titles).size).toBe(5)
  })
})

describe('hostile documents', () => {
  it.each(['/', '/d/:hostile', '/d/:hostile?lang=en', '/?q=script', '/status'])(
    '%s holds nothing of them but text',
    async (path) => {
      const body = await (await http.request(filled(path))).text()
      const ours = body.replace(
        /<script src="\/assets\/(?:page|htmx)\.js\?v=\w+" defer><\/script>/g,
        '',
      )
      expect(ours).not.toMatch(/<script|<svg|<img|<b |<u>|<em>|<i>|<\/dd><s/)
      // Nothing of theirs became an attribute either.
      expect(ours.replace(/"[^"]*"/g, '""')).not.toMatch(/<[^>]*\son\w+\s*=/)
      expect(ours).not.toMatch(/[\u0000\u202A-\u202E\u2066-\u2069]/)
      expect(ours.isWellFormed()).toBe(true)
    },
  )

  it('are still shown whole', async () => {
    const body = await (await http.request(filled('/d/:hostile'))).text()
    expect(body).toContain(
      '&lt;script&gt;alert(&#39;tiêu đề&#39;)&lt;/script&gt; &amp; &quot;ngoặc&quot;',
    )
    expect(body).toContain('Đầu\uFFFDcuối \uFFFDexe.fdp\uFFFD')
  })

  it.each([
    ['/?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E'],
    ['/?year=%22%3E%3Cscript%3E'],
    ['/?%3Cscript%3E=1'],
    ['/%3Cscript%3E'],
    ['/?official=%00%E2%80%AE'],
  ])('the query %s is escaped', async (path) => {
    const body = await (await http.request(path)).text()
    expect(body).not.toMatch(/<script>|[\u0000\u202E]/)
  })
})

describe('API bodies are as described', () => {
  it('search', async () => {
    const response = await http.request('/api/search?q=hoc+ba&province=phu-tho&limit=5')
    const result = searchResultSchema.strict().parse(await response.json())
    expect(result.total).toBe(1)
    expect(result.hits[0]).toMatchObject({ id: ids.conference, documentType: 'article' })
    expect(result.hits[0]?.highlights.length).toBeGreaterThan(0)
  })

  it('document', async () => {
    const body = await (await http.request(filled('/api/documents/:conference'))).json()
    const document = documentBodySchema.strict().parse(body)
    expect(document).toMatchObject({
      id: ids.conference,
      state: 'extracted',
      names: [conference.source.name],
    })
    expect(document.record).toEqual(conference)
  })

  it('failed document and status', async () => {
    const failed = documentBodySchema.parse(
      await (await http.request(filled('/api/documents/:failed'))).json(),
    )
    expect(failed).toMatchObject({ state: 'failed', record: null, error: { code: 'needs-ocr' } })
    const status = statusBodySchema.parse(await (await http.request('/api/status')).json())
    expect(status).toMatchObject({ waiting: 1, counts: { extracted: 5, failed: 1, pending: 1 } })
    expect(status.failures).toEqual([
      {
        id: ids.failed,
        name: 'quét.pdf',
        attempts: 1,
        code: 'needs-ocr',
        message: 'The file quét.pdf holds pictures only.',
      },
    ])
  })

  it('every reference of the OpenAPI document leads somewhere', async () => {
    const text = await (await http.request('/api/openapi.json')).text()
    const { components, paths } = JSON.parse(text) as {
      components: { schemas: Record<string, object> }
      paths: Record<string, { get?: object }>
    }
    const named = Array.from(text.matchAll(/"#\/components\/schemas\/(\w+)"/g), (m) => m[1] ?? '')
    expect(named.length).toBeGreaterThan(9)
    for (const name of named) expect(Object.keys(components.schemas)).toContain(name)
    for (const [path, { get }] of Object.entries(paths)) {
      // Crawl sources, people and saved searches have ids of their own, and tests of their own.
      if (/^\/(?:api\/(?:sources\/|fetches|people\/)|(?:api\/)?saved\/)/.test(path)) continue
      const response = await http.request(
        path.replace('{id}', ids.conference).replace('{number}', '29-NQ%2FTW'),
      )
      expect([path, response.status]).toEqual([path, get ? 200 : 404])
    }
  })

  it('the original comes as it was, as an attachment that may run nothing', async () => {
    const response = await http.request(filled('/api/documents/:hostile/original'))
    expect(response.status).toBe(200)
    expect(sha256(new Uint8Array(await response.arrayBuffer()))).toBe(ids.hostile)
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="_><img src=x/,
    )
    expect(response.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })
})

describe('uploads', () => {
  const formOf = (...files: Array<[name: string, content: string]>) => {
    const form = new FormData()
    for (const [name, content] of files) form.append('file', new File([content], name))
    return form
  }
  const post = (path: string, body: FormData | string, headers: Record<string, string> = {}) =>
    http.request(path, { method: 'POST', body, headers })

  /** The application, taking in no file of more than 50 bytes. */
  const refusingLong = (app: App): App => ({
    ...app,
    ingest: async (input) => {
      if (input.bytes instanceof Uint8Array && input.bytes.length > 50)
        throw new BadDocumentError('too-large', `${input.name} is larger than 50 bytes.`)
      return app.ingest(input)
    },
  })

  it('keeps every file and tells the ids; the same bytes are one document', async () => {
    const form = () => formOf(['thư/mục/một.txt', 'một'], ['hai.txt', 'hai'])
    const first = await post('/api/documents', form())
    expect(first.status).toBe(201)
    const body = uploadBodySchema.parse(await first.json())
    expect(body.ids).toEqual([sha256('một'), sha256('hai')])
    expect(body.documents).toMatchObject([{ name: 'một.txt', isNew: true }, { name: 'hai.txt' }])
    const again = await post('/api/documents', form())
    expect(again.status).toBe(200)
    expect(uploadBodySchema.parse(await again.json()).documents[0]?.isNew).toBe(false)
    const kept = await http.request(`/api/documents/${sha256('hai')}/original`)
    expect(await kept.text()).toBe('hai')
  })

  it('says which of several files was not taken', async () => {
    const picky = createHttp(refusingLong(archive.app))
    const body = formOf(['dài.txt', 'x'.repeat(99)], ['ba.txt', 'ba'])
    const response = await picky.request('/api/documents', { method: 'POST', body })
    expect(response.status).toBe(201)
    const { ids: kept, refused } = uploadBodySchema.parse(await response.json())
    expect(kept).toEqual([sha256('ba')])
    expect(refused).toMatchObject([{ name: 'dài.txt', code: 'too-large' }])
  })

  it.each<
    [
      title: string,
      body: () => FormData | string,
      headers: Record<string, string>,
      status: number,
      code: string,
    ]
  >([
    ['no file', () => new FormData(), {}, 400, 'user'],
    ['a field left empty', () => formOf(['', '']), {}, 400, 'user'],
    ['no form', () => '{"a":1}', { 'content-type': 'application/json' }, 400, 'user'],
    [
      'a damaged form',
      () => 'x',
      { 'content-type': 'multipart/form-data; boundary=b' },
      400,
      'user',
    ],
    ['too many bytes', () => formOf(['to.txt', 'x'.repeat(20_000)]), {}, 413, 'too-large'],
    [
      'another web site',
      () => formOf(['a.txt', 'a']),
      { origin: 'https://evil.example' },
      403,
      'forbidden',
    ],
    ['a hidden origin', () => formOf(['a.txt', 'a']), { origin: 'null' }, 403, 'forbidden'],
    [
      'another web site, by fetch',
      () => formOf(['a.txt', 'a']),
      { 'sec-fetch-site': 'cross-site' },
      403,
      'forbidden',
    ],
  ])('refuses %s', async (_, body, headers, status, code) => {
    for (const path of ['/api/documents', '/upload']) {
      const response = await post(path, body(), headers)
      expect(response.status).toBe(status)
      if (path === '/upload') expect(await response.text()).toContain('Về trang tìm kiếm')
      else {
        const { error } = (await response.json()) as { error: { code: string; message: string } }
        expect(error.code).toBe(code)
        expect(error.message).toMatch(/\.$/)
      }
    }
  })

  it('answers 422 where the only file cannot be taken', async () => {
    const body = formOf(['dài.txt', 'x'.repeat(99)])
    const picky = createHttp(refusingLong(archive.app))
    const response = await picky.request('/upload', { method: 'POST', body })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('Chia tệp thành nhiều phần')
  })

  it('counts bytes that come without an announced length', async () => {
    const boundary = 'b'
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="to.txt"\r\n\r\n`
    const stream = Readable.toWeb(
      Readable.from(
        [head, ...Array(40).fill('x'.repeat(1000)), `\r\n--${boundary}--`].map((s) =>
          Buffer.from(s),
        ),
      ),
    )
    const response = await http.request('/api/documents', {
      method: 'POST',
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      body: stream as ReadableStream,
      duplex: 'half',
    } as RequestInit)
    expect(response.status).toBe(413)
  })

  it('takes the form of the page: one file leads to its document, several to a list', async () => {
    const own = { origin: 'http://localhost' }
    const one = await post('/upload', formOf(['bốn.txt', 'bốn']), own)
    expect([one.status, one.headers.get('location')]).toEqual([303, `/d/${sha256('bốn')}`])
    const two = await post(
      '/upload',
      formOf(['năm.txt', 'năm'], ['<s>.txt', 'sáu'], ['bốn.txt', 'bốn']),
      own,
    )
    expect(two.status).toBe(303)
    const list = await http.request(two.headers.get('location') ?? '')
    const body = await list.text()
    expect(body).toContain(`/d/${sha256('năm')}`)
    expect(body).toContain('&lt;s&gt;.txt')
    expect(body).toContain('đã có trong kho')
  })
})

describe('an empty archive', () => {
  it('says where to put files', async () => {
    const empty = await openArchive()
    try {
      const body = await (await createHttp(empty.app).request('/')).text()
      expect(body).toContain('Kho chưa có văn bản nào')
      expect(body).toContain(empty.app.config.inbox[0])
      expect(body).toContain('action="/upload"')
    } finally {
      await empty.remove()
    }
  })
})

describe('errors of the program', () => {
  it('are told to the log, and nothing of them to the visitor', async () => {
    const broken = await openArchive()
    await broken.app.close()
    const bugs: string[] = []
    const http = createHttp(broken.app, { onBug: (error) => bugs.push(error.message) })
    const api = await http.request('/api/status')
    expect(api.status).toBe(500)
    expect(await api.text()).toContain('"code":"bug"')
    const page = await http.request('/status')
    expect(page.status).toBe(500)
    expect(await page.text()).toContain('Có lỗi trong chương trình')
    expect(bugs).toHaveLength(2)
    const ready = await http.request('/readyz')
    expect([ready.status, ready.headers.get('retry-after')]).toEqual([503, '30'])
    await broken.remove()
  })
})
