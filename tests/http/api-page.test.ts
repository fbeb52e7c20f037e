// The page about the API: every operation, with its parameters, an example, its answers; and every type.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHttp } from '../../src/http/create-http.ts'
import { openApiDocument } from '../../src/http/openapi.ts'
import { type Archive, openArchive } from './support/archive.ts'

let archive: Archive
let pages: Record<'vi' | 'en', string>
beforeAll(async () => {
  archive = await openArchive()
  const http = createHttp(archive.app)
  const page = async (language: string) => (await http.request(`/api?lang=${language}`)).text()
  pages = { vi: await page('vi'), en: await page('en') }
})
afterAll(() => archive.remove())

test('every operation and every type has its place, once', () => {
  const { paths, components } = openApiDocument()
  const names = Object.entries(paths as Record<string, object>).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(names.length).toBeGreaterThan(40)
  for (const name of names)
    expect([name, pages.en.split(`<summary><code>${name}</code>`).length]).toEqual([name, 2])
  for (const name of Object.keys(components.schemas))
    expect(pages.en.split(`id="type-${name}"`).length).toBe(2)
  const anchors = Array.from(pages.en.matchAll(/ id="([^"]+)"/g), (match) => match[1])
  expect(new Set(anchors).size).toBe(anchors.length)
  for (const [, target] of pages.en.matchAll(/href="#([^"]+)"/g)) expect(anchors).toContain(target)
})

test.each([
  ['vi', 'API cho phần mềm', 'Tham số', 'Văn bản'],
  ['en', 'API for programs', 'Parameters', 'Documents'],
] as const)('in %s', (language, ...words) => {
  for (const word of words) expect(pages[language]).toContain(word)
  expect(pages[language]).not.toMatch(/>undefined|\[object/)
})

test.each([
  'curl &#39;http://localhost/api/search&#39;',
  'curl -F &#39;file=@bao-cao.pdf&#39; &#39;http://localhost/api/documents&#39;',
  'curl -X DELETE &#39;http://localhost/api/documents/ID&#39;',
  'curl -X POST &#39;http://localhost/api/reprocess?which=…&#39;',
  'curl -X PATCH -H &#39;content-type: application/json&#39; --data-binary @body &#39;http://localhost/api/sources/ID&#39;',
])('shows how to ask: %s', (command) => {
  expect(pages.en).toContain(command)
})
