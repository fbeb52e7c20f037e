// Originals that would run in a browser: none does so in ours, whatever it says it is, and nothing of it is shown as markup.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createHttp } from '../../src/http/create-http.ts'
import { type Archive, openArchive } from './support/archive.ts'
import { recordOf } from './support/records.ts'

const script = '<script>document.title="run"</script>'
const mhtml = [
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; boundary="b"; type="text/html"',
  '',
  '--b',
  'Content-Type: text/html; charset=utf-8',
  'Content-Location: https://so.example/',
  '',
  `<html><body>${script}</body></html>`,
  '--b--',
].join('\r\n')

const hostile: Array<[what: string, name: string, mediaType: string, text: string]> = [
  ['a page', 'trang.html', 'text/html', `<!doctype html><body onload="x()">${script}`],
  [
    'a page in XML',
    'trang.xhtml',
    'application/xhtml+xml',
    `<html xmlns="http://www.w3.org/1999/xhtml">${script}</html>`,
  ],
  [
    'a picture with a script',
    'hình.svg',
    'image/svg+xml',
    `<svg xmlns="http://www.w3.org/2000/svg" onload="x()">${script}</svg>`,
  ],
  [
    'XML with a style sheet',
    'bảng.xml',
    'application/xml',
    `<?xml-stylesheet href="javascript:x()"?><a>${script}</a>`,
  ],
  [
    'a PDF with a script',
    'báo cáo.pdf',
    'application/pdf',
    '%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(x)>>>>endobj',
  ],
  ['a saved page', 'trang.mhtml', 'multipart/related', mhtml],
  ['a name that is a header', 'a"\r\nSet-Cookie: x=1\r\n.html', 'text/html', script],
  ['a type that is none', 'x.bin', 'text/html; charset=utf-8"><script>', script],
  ['a script', 'x.js', 'text/javascript', 'document.title="run"'],
]

let archive: Archive
let http: ReturnType<typeof createHttp>
const ids = new Map<string, string>()
beforeAll(async () => {
  archive = await openArchive()
  http = createHttp(archive.app)
  for (const [what, name, mediaType, text] of hostile) {
    const record = recordOf(name, [['body', text]])
    ids.set(what, await archive.add({ ...record, source: { ...record.source, mediaType } }))
  }
})
afterAll(() => archive.remove())

describe.each(hostile)('%s', (what, _, __, text) => {
  test.each(['/api/documents/:id/original', '/d/:id/original'])('%s', async (path) => {
    const answer = await http.request(path.replace(':id', ids.get(what) ?? ''))
    expect(answer.status).toBe(200)
    const header = (name: string) => answer.headers.get(name) ?? ''
    expect(header('content-disposition')).toMatch(
      /^attachment; filename="[^"\r\n]*"; filename\*=UTF-8''[\w%.-]+$/,
    )
    expect(header('content-security-policy')).toBe("sandbox; default-src 'none'")
    expect(header('x-content-type-options')).toBe('nosniff')
    expect(header('cross-origin-resource-policy')).toBe('same-origin')
    expect(header('x-frame-options')).toBe('DENY')
    expect(header('content-type')).toMatch(/^[\w.+-]+\/[\w.+-]+$/)
    expect(answer.headers.getSetCookie()).toEqual([])
    expect(await answer.text()).toBe(text)
  })

  test('its page shows the text, and none of its markup', async () => {
    const answer = await http.request(`/d/${ids.get(what)}`)
    const html = await answer.text()
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe-|data:|\*|https?:/)
    expect(html).not.toContain(script)
    expect(html).not.toMatch(/<script(?![^>]* src="\/assets\/)/)
    expect(html.match(/ (?:on[a-z]+|style)="/g)).toBeNull()
  })
})
