// The dashboard: figures as words beside every picture, both maps with every province once.
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createHttp } from '../../src/http/create-http.ts'
import { type Archive, openArchive } from './support/archive.ts'
import { conference, recordOf } from './support/records.ts'

let archive: Archive
let http: ReturnType<typeof createHttp>
beforeAll(async () => {
  archive = await openArchive()
  http = createHttp(archive.app)
})
afterAll(() => archive.remove())
const page = async (path: string) => (await http.request(path)).text()

it('says what to do where nothing is there yet', async () => {
  const own = await openArchive()
  onTestFinished(() => own.remove())
  const body = await (await createHttp(own.app).request('/dashboard')).text()
  expect(body).toContain('Kho chưa có văn bản nào')
  expect(body).toContain('href="/#upload"')
  expect(body).not.toContain('<svg')
})

describe('with documents', () => {
  beforeAll(async () => {
    await archive.add(conference)
    await archive.add(
      recordOf('cũ.txt', [['title', 'Cũ']], () => ({ issuedOn: '2019', documentType: 'report' })),
    )
    await archive.add(recordOf('không ngày.txt', [['title', 'Không ngày']]))
    await archive.addFailed('<i>hỏng.pdf', { code: 'corrupt', message: 'It is <b>damaged</b>.' })
  })

  it.each([
    ['/dashboard', '34', 34],
    ['/dashboard?map=34', '34', 34],
    ['/dashboard?map=63', '63', 63],
  ])('%s has the map of %s with every province once', async (path, map, count) => {
    const body = await page(path)
    const tiles = Array.from(
      body.matchAll(/<li class="row-(\d+) column-(\d+) shade-\d"><a href="([^"]+)"/g),
    )
    expect(tiles).toHaveLength(count)
    expect(new Set(tiles.map(([, row, column]) => `${row}/${column}`)).size).toBe(count)
    expect(new Set(tiles.map(([, , , href]) => href)).size).toBe(count)
    expect(body).toContain(`aria-current="true">${map} tỉnh`)
  })

  it.each([
    // Hòa Bình is in Phú Thọ today.
    ['34', 'title="Phú Thọ: 1 văn bản"', 'Hòa Bình: '],
    ['63', 'title="Hòa Bình: 1 văn bản"', 'Phú Thọ: 1'],
    ['63', 'title="Huế: 0 văn bản"', 'Thừa Thiên Huế'],
  ])('the map of %s has %s and lacks %s', async (map, has, lacks) => {
    const body = await page(`/dashboard?map=${map}`)
    expect(body).toContain(has)
    expect(body).not.toContain(lacks)
  })

  it('says every figure in words, and what to do about failures', async () => {
    const body = await page('/dashboard')
    for (const part of [
      '30 ngày qua nhận 4 văn bản; nhiều nhất là 4 văn bản',
      '<th scope="row"><a href="/?year=2023">2023</a></th>',
      '<abbr title="Không rõ tháng">?</abbr>',
      '1 văn bản không rõ ngày.',
      'Thư mục nhận, tải lên',
      '&lt;i&gt;hỏng.pdf',
      'It is &lt;b&gt;damaged&lt;/b&gt;.',
      'xin lại bản gốc',
    ])
      expect(body).toContain(part)
    expect(body.match(/<rect /g)).toHaveLength(30)
    expect(await page('/dashboard?lang=en')).toContain('4 documents came in the last 30 days')
  })

  it.each(['?mpa=63', '?map=63&map=34', '?map=63&x'])(
    'refuses %s with a sentence',
    async (query) => {
      const answer = await http.request(`/dashboard${query}`)
      expect(answer.status).toBe(400)
      expect(await answer.text()).toMatch(/is no parameter of this address|given twice/)
    },
  )

  it.each(['5', '63x', 'nam'])('refuses the map %j with a sentence', async (map) => {
    const answer = await http.request(`/dashboard?map=${map}`)
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('the maps are 34 and 63')
  })
})
