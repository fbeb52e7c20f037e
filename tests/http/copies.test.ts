// Copies and versions on the pages and in the API.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { documentBodySchema, searchResultSchema } from '../../src/http/api-schemas.ts'
import { createHttp } from '../../src/http/create-http.ts'
import { article, otherArticle } from '../support/near-texts.ts'
import { type Archive, openArchive } from './support/archive.ts'
import { recordOf } from './support/records.ts'

let archive: Archive
let http: ReturnType<typeof createHttp>
const ids: string[] = []

beforeAll(async () => {
  archive = await openArchive()
  http = createHttp(archive.app)
  // The bytes differ by what the sites put around the text.
  for (const site of ['báo <b>một</b>', 'báo hai', 'báo ba'])
    ids.push(
      await archive.add(
        recordOf(`${site}.html`, [
          ['boilerplate', `Trang chủ ${site}`],
          ['title', 'Sơ kết thi đua'],
          ...article.map((line) => ['body', line] as const),
        ]),
      ),
    )
  ids.push(
    await archive.add(
      recordOf(
        'mưa lũ.html',
        otherArticle.map((line) => ['body', line] as const),
      ),
    ),
  )
})
afterAll(() => archive.remove())

const page = async (path: string) => (await http.request(path)).text()

describe('the search page', () => {
  test('shows copies as one hit, with links to the others and to all of them', async () => {
    const text = await page('/?q=h%E1%BB%99i+ngh%E1%BB%8B')
    expect(text).toContain('1 văn bản')
    expect(text).toContain('<summary>2 bản sao</summary>')
    expect(text).toContain(`<a href="/d/${ids[1]}" dir="auto">báo hai.html</a>`)
    expect(text).toContain('href="/?q=h%E1%BB%99i+ngh%E1%BB%8B&amp;copies=all"')
    expect(await page('/?lang=en')).toContain('<summary>2 copies</summary>')
  })

  test('shows each where that is asked for, and leads back', async () => {
    const text = await page('/?copies=all')
    expect(text).toContain('4 văn bản')
    expect(text).toContain('Gộp các bản sao')
    expect(text).toContain('báo &lt;b&gt;một&lt;/b&gt;.html')
    expect(text).not.toContain('<b>một')
  })

  test('says nothing of copies where there are none', async () => {
    const text = await page('/?q=%22s%E1%BA%A1t+l%E1%BB%9F%22')
    expect(text).toContain('1 văn bản')
    expect(text).not.toContain('bản sao')
  })

  test('tells what is wrong with the address', async () => {
    expect((await http.request('/?copies=none')).status).toBe(400)
    expect((await http.request('/api/search?copies=none')).status).toBe(400)
  })
})

test('the page of a document lists its copies, not itself', async () => {
  const text = await page(`/d/${ids[1]}`)
  expect(text).toContain('<dt>Bản sao</dt>')
  expect(text).toContain(`href="/d/${ids[0]}"`)
  expect(text).toContain(`href="/d/${ids[2]}"`)
  expect(await page(`/d/${ids[3]}`)).not.toContain('Bản sao')
})

test('the API gives them as described', async () => {
  const found = searchResultSchema.parse(await (await http.request('/api/search?q=thi+dua')).json())
  expect(found.total).toBe(1)
  expect(found.hits[0]).toMatchObject({
    id: ids[0],
    copyCounts: { all: 2, matching: 2 },
    copies: [
      { id: ids[1], relation: 'copy' },
      { id: ids[2], relation: 'copy' },
    ],
  })
  const all = searchResultSchema.parse(
    await (await http.request('/api/search?q=thi+dua&copies=all')).json(),
  )
  expect(all.total).toBe(3)
  const document = documentBodySchema.parse(
    await (await http.request(`/api/documents/${ids[2]}`)).json(),
  )
  expect(document).toMatchObject({ copyCount: 2, copies: [{ id: ids[0] }, { id: ids[1] }] })
})
