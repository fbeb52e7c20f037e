// The pages about facts over a real store: what they show, whom they link, and that nothing of a document runs in them.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createHttp } from '../../../src/http/create-http.ts'
import { factRecord } from '../../support/fact-records.ts'
import { type Archive, openArchive } from '../support/archive.ts'
import { hostile } from '../support/records.ts'

let archive: Archive
let http: ReturnType<typeof createHttp>
const bugs: Error[] = []
const get = (path: string) => http.request(path, { headers: { cookie: 'vanthu-lang=vi' } })
const page = async (path: string, status = 200) => {
  const response = await get(path)
  expect([path, response.status]).toEqual([path, status])
  return response.text()
}
const own = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' }
const send = (
  path: string,
  fields: Array<[string, string]>,
  headers: Record<string, string> = own,
) => http.request(path, { method: 'POST', headers, body: String(new URLSearchParams(fields)) })

const hoaBinh = ['hoa-binh', 'phu-tho', 'Hòa Bình', 'issuer', 'host'] as const
const report = (
  year: number,
  share: string,
  value: number,
  organisation: string,
  province: string,
) =>
  factRecord({
    lines: [
      `title: Báo cáo ${year} của ${organisation}`,
      `Bà Hà Thị Sử, ${organisation}, và ông Lò Văn Páo nêu ${share} trường đạt chuẩn quốc gia năm ${year}.`,
      'Thực hiện Nghị quyết 29-NQ/TW và thay thế Kế hoạch 7/KH-UBND.',
    ],
    documentType: 'report',
    number: `${year}/BC-UBND`,
    issuedOn: `${year}-05-02`,
    provinces: [hoaBinh],
    officials: [
      { name: 'Hà Thị Sử', positions: [{ title: 'Giám đốc', organisation, province }] },
      { name: 'Lò Văn Páo', positions: [{ title: 'Trưởng phòng', organisation }] },
    ],
    percentages: [{ value, text: share, subject: 'trường đạt chuẩn quốc gia', check: 'disagrees' }],
    citations: [
      { number: '29-NQ/TW', text: '29-NQ/TW' },
      { number: '7/KH-UBND', text: '7/KH-UBND', relation: 'replaces' },
    ],
  })
let ids: string[]

beforeAll(async () => {
  archive = await openArchive()
  http = createHttp(archive.app, { onBug: (error) => bugs.push(error) })
  ids = [
    await archive.add(report(2021, '60,5%', 60.5, 'Sở Y tế', 'hoa-binh')),
    await archive.add(report(2023, '75%', 75, 'Sở Y tế', 'hoa-binh')),
    await archive.add(report(2022, '50%', 50, 'Sở Nội vụ', 'son-la')),
    await archive.add(
      factRecord({
        lines: [
          'title: Kế hoạch năm',
          'Giao Sở Y tế nộp báo cáo trước 30/6/2023.',
          'Giao các huyện hoàn thành trước năm 2999.',
          'Các trường họp.',
        ],
        number: '7/KH-UBND',
        issuer: 'Ủy ban nhân dân tỉnh',
        documentType: 'plan',
        issuedOn: '2020-01-01',
        provinces: [hoaBinh],
        directives: [
          {
            kind: 'task',
            text: 'Giao Sở Y tế nộp báo cáo trước 30/6/2023',
            assignees: ['Sở Y tế'],
            deadline: '2023-06-30',
          },
          { kind: 'task', text: 'Giao các huyện hoàn thành trước năm 2999', deadline: '2999' },
          { kind: 'plan', text: 'Các trường họp' },
        ],
      }),
    ),
    await archive.add({
      ...hostile,
      directives: factRecord({
        lines: ['<script>alert(1)</script>'],
        directives: [
          {
            kind: 'task',
            text: '<script>alert(1)</script>',
            issuer: '<b>x',
            assignees: ['"><img>'],
            deadline: '2998',
          },
        ],
      }).directives,
      percentages: factRecord({
        lines: ['<i>5%</i>'],
        percentages: [{ value: 5, text: '<i>5%</i>', subject: '<script>s</script>' }],
      }).percentages,
    }),
  ]
})
afterAll(async () => {
  await archive.remove()
  expect(bugs).toEqual([])
})

test('the register shows what is due, what is over and what has no deadline', async () => {
  const upcoming = await page('/directives')
  expect(upcoming).toContain('hoàn thành trước năm 2999')
  expect(upcoming).not.toContain('30/6/2023')
  expect(upcoming).toMatch(/còn [\d.]+ ngày/)
  const overdue = await page('/directives?state=overdue')
  expect(overdue).toMatch(/quá hạn [\d.]+ ngày/)
  expect(overdue).toMatch(new RegExp(`href="/d/${ids[3]}#a=\\d+-\\d+"`))
  expect(overdue).toContain('/api/export/directives.xlsx?')
  expect(overdue).toContain('<a href="/provinces/hoa-binh" dir="auto">Hòa Bình</a>')
  expect(await page('/directives?state=all')).toContain('không ghi thời hạn')
  expect(await page('/directives?state=overdue&assignee=so+y+te')).toContain('nộp báo cáo')
  expect(await page('/directives?state=overdue&assignee=so+noi+vu')).toContain(
    'Không có việc nào như vậy',
  )
  expect(await page('/directives?state=all&deadlineFrom=hom+nay', 400)).toContain(
    'Chưa lọc được, hãy sửa: Hạn từ ngày.',
  )
  expect(await page('/directives?province=atlantis', 400)).toContain('hãy sửa: Tỉnh, thành phố')
  expect(await page('/directives?state=all&cursor=x', 400)).toContain('hãy sửa')
  await page('/directives?state=later', 400)
})

test('shares of a subject are drawn and listed', async () => {
  const top = await page('/statistics')
  expect(top).toContain('trường đạt chuẩn quốc gia</a>')
  const shown = await page('/statistics?subject=truong+dat+chuan')
  expect(shown).toContain('<svg viewBox=')
  expect(shown.match(/<circle /g)).toHaveLength(3)
  expect(shown).toContain('không khớp với tỷ số')
  expect(shown).not.toMatch(/ style=/)
  expect(await page('/statistics?subject=truong+dat+chuan&year=2021')).toMatch(/<rect /)
  const ofProvince = await page('/statistics?province=hoa-binh')
  expect(ofProvince).toContain('60,5%')
  expect(ofProvince).not.toContain('<svg viewBox=')
  expect(await page('/statistics?subject=hoc+sinh')).toContain('Không có tỷ lệ nào như vậy')
  expect(await page('/statistics?year=20', 400)).toContain('hãy sửa: Năm của văn bản')
})

test('a number’s page tells who cites, replaces and bears it', async () => {
  const absent = await page(`/numbers/${encodeURIComponent('29-NQ/TW')}`)
  expect(absent).toContain('chưa có trong kho')
  expect(absent.match(/Báo cáo 20\d\d/g)?.length).toBeGreaterThanOrEqual(3)
  expect(await page('/numbers/29 - nq/tw')).toContain('Văn bản số 29-NQ/TW')
  const present = await page('/numbers/07%2FKH-UBND')
  expect(present).toContain('Được sửa đổi, thay thế, bãi bỏ bởi')
  expect(present).toContain('Ủy ban nhân dân tỉnh')
  expect(present).toContain('Dẫn tới')
  await page('/numbers/xin-chao', 404)
})

test('a province’s page has its borders and what the archive has of it', async () => {
  const former = await page('/provinces/hoa-binh')
  expect(former).toContain('Nay thuộc: <a href="/provinces/phu-tho"')
  for (const words of ['Hà Thị Sử', 'nộp báo cáo', '60,5%', 'Kế hoạch năm'])
    expect(former).toContain(words)
  const today = await page('/provinces/phu-tho')
  expect(today).toMatch(/Gồm các tỉnh trước đây: .*<a href="\/provinces\/hoa-binh"/)
  expect(today).toContain('Báo cáo 2023')
  expect(await page('/provinces')).toContain('/provinces/dien-bien')
  await page('/provinces/atlantis', 404)
})

describe('people', () => {
  const ref = (n: number) => `ha-thi-su~${ids[n]?.slice(0, 12)}`

  test('are listed by name', async () => {
    expect(await page('/people')).toContain('href="/people/ha-thi-su"')
    expect(await page('/people?q=su')).not.toContain('Lò Văn Páo')
    await page('/people?name=x', 400)
    await page(`/people?q=${'x'.repeat(201)}`, 400)
    expect(await page('/people?q=???')).toContain('Không có ai như vậy')
  })

  test('of one name are told apart by body, province and time', async () => {
    const several = await page('/people/ha-thi-su')
    expect(several).toContain('Có nhiều người tên Hà Thị Sử')
    expect(several).toContain(`href="/people/${ref(0)}"`)
    expect(several).toContain(`href="/people/${ref(2)}"`)
    // Whichever document led there, a person has one address.
    const moved = await get(`/people/${ref(1)}`)
    expect([moved.status, moved.headers.get('location')]).toEqual([302, `/people/${ref(0)}`])
    const person = await page(`/people/${ref(0)}`)
    expect(person).toContain('02/05/2021 – 02/05/2023')
    expect(person).toContain('Lò Văn Páo')
    expect(person).not.toContain('Báo cáo 2022')
    await page('/people/khong-ai', 404)
    await page(`/people/ha-thi-su~ffffffffffff`, 404)
  })

  test('are put together and taken apart by hand, and back again', async () => {
    const one = `ha-thi-su~${ids[0]}`
    const other = `ha-thi-su~${ids[2]}`
    const fields: Array<[string, string]> = [
      ['one', one],
      ['other', other],
    ]
    const path = `/people/${ref(0)}`
    const same = await send(`${path}/same`, [...fields, ['who', 'Lan']])
    expect([same.status, same.headers.get('location')]).toEqual([303, path])
    const merged = await page(path)
    expect(merged).toContain('Báo cáo 2022')
    expect(merged).toContain('Sở Nội vụ')
    // It outlives the index.
    const alone = await send(`${path}/alone`, [
      ['one', `ha-thi-su~${ids[1]}`],
      ['who', 'Lan'],
    ])
    expect(alone.headers.get('location')).toBe(`/people/${ref(1)}`)
    expect(await page(`/people/${ref(1)}`)).not.toContain('Báo cáo 2021')
    for (const [action, undone] of [
      ['same', fields],
      ['alone', [['one', `ha-thi-su~${ids[1]}`]]],
    ] as Array<[string, Array<[string, string]>]>)
      expect((await send(`${path}/undo`, [...undone, ['action', action]])).status).toBe(303)
    expect(await page(path)).not.toContain('Báo cáo 2022')
    expect(await page(path)).toContain('Báo cáo 2023')
  })

  test.each<[string, string, Array<[string, string]>, number]>([
    ['nobody says who he is', 'same', [['who', ' ']], 400],
    ['the form is damaged', 'same', [['one', 'x']], 400],
    ['the other is not named there', 'same', [['other', `ha-thi-su~${'0'.repeat(64)}`]], 400],
    ['nothing is chosen', 'alone', [], 400],
  ])('are left as they are where %s', async (_, action, changes, status) => {
    const fields = new Map([
      ['who', 'Lan'],
      ...(action === 'same' ? [['one', `ha-thi-su~${ids[0]}`] as const] : []),
      ...(action === 'same' ? [['other', `ha-thi-su~${ids[2]}`] as const] : []),
      ...changes,
    ])
    const response = await send(`/people/${ref(0)}/${action}`, [...fields])
    expect(response.status).toBe(status)
    expect(await response.text()).toContain('role="alert"')
  })

  test('are not decided about from other sites', async () => {
    const foreign = { ...own, 'sec-fetch-site': 'cross-site' }
    const fields: Array<[string, string]> = [
      ['one', `ha-thi-su~${ids[0]}`],
      ['other', `ha-thi-su~${ids[2]}`],
      ['who', 'Lan'],
    ]
    expect((await send(`/people/${ref(0)}/same`, fields, foreign)).status).toBe(403)
  })
})

test('nothing of a document runs in these pages', async () => {
  const paths = [
    '/directives?state=all',
    '/directives?q="><script>alert(1)</script>&state=all',
    '/statistics',
    '/statistics?subject=s',
    '/statistics?subject=<script>alert(1)</script>',
    '/people',
    '/people/script-o-script',
    '/people?q="><script>alert(1)</script>',
    '/provinces/lao-cai',
    `/numbers/${encodeURIComponent('1/QĐ<script>alert(1)</script>')}`,
  ]
  for (const path of paths) {
    const response = await http.request(path.replaceAll('<', '%3C').replaceAll('>', '%3E'))
    const text = await response.text()
    expect([path, text.replaceAll(/<script src="\/assets\/[^"]*"[^>]*><\/script>/g, '')]).toEqual([
      path,
      expect.not.stringMatching(/<script|<img|onerror=[^&]|<svg onload|<b>x|<i>5%/),
    ])
  }
})

test('every page is there in English', async () => {
  for (const [path, words] of [
    ['/directives', 'Register of directives'],
    ['/statistics', 'Shares by subject'],
    ['/people', 'Office holders'],
    ['/provinces', 'Former'],
    ['/provinces/hoa-binh', 'Borders over time'],
    ['/numbers/29-NQ%2FTW', 'Cited by'],
  ] as const) {
    const text = await (await http.request(`${path}?lang=en`)).text()
    expect([path, text]).toEqual([path, expect.stringContaining(words)])
  }
})
