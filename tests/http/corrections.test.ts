// Corrections over HTTP: the API, and the pages as a browser without JavaScript uses them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  correctionsBodySchema,
  documentBodySchema,
  errorBodySchema,
} from '../../src/http/api-schemas.ts'
import { createHttp } from '../../src/http/create-http.ts'
import { correctionSchema } from '../../src/model/correction.ts'
import type { VanthuRecord } from '../../src/model.ts'
import { type Archive, openArchive } from './support/archive.ts'
import { at, recordOf } from './support/records.ts'

const found = { rule: 'test', confidence: 0.5 }
let count = 0

/** A record with an item of every kind, its text another one each time. */
const another = () =>
  recordOf(
    `bao-cao-${++count}.txt`,
    [
      ['title', 'Trang chủ'],
      ['body', 'Chiều 21/3, tại Hòa Bình, ông Tòng Văn Mẫu, Giám đốc Sở, dự sơ kết học kỳ I.'],
      ['body', `Toàn cụm ${count} có 20/30 trường đạt chuẩn, bằng 66,7%; còn lại là 33,3%.`],
      ['body', 'Yêu cầu thực hiện Nghị quyết số 29-NQ/TW trong học kỳ II, học kỳ I năm sau.'],
    ],
    (text) => {
      const one = (words: string) => ({ ...at(text, words), ...found })
      const percentage = (value: number, words: string) => ({
        ...{ value, comparator: '=', points: false, subject: null, province: null, ratio: null },
        ...{ check: 'unchecked', ...one(words) },
      })
      return {
        officials: [
          {
            ...{ name: 'Tòng Văn Mâu', honorifics: ['ông'], degrees: [], ...found },
            positions: [
              {
                ...{ title: 'Giám đốc', organisation: 'Sở Nội vụ', province: 'hoa-binh' },
                ...{ resolved: true, evidence: 'Hòa Bình', former: false, acting: false },
              },
            ],
            mentions: [at(text, 'Tòng Văn Mẫu')],
          },
        ],
        provinces: [
          {
            ...{ id: 'hoa-binh', name: 'Hòa Bình', current: 'phu-tho', roles: ['host'] },
            ...{ mentions: [at(text, 'Hòa Bình')], ...found },
          },
        ],
        dates: [{ edtf: '2032-03-21', kind: 'event', inferred: true, ...one('Chiều 21/3') }],
        percentages: [percentage(66.7, '66,7%'), percentage(33.3, '33,3%')],
        ratios: [{ numerator: 20, denominator: 30, unit: 'trường', ...at(text, '20/30') }],
        directives: [
          {
            ...{ number: null, kind: 'task', issuer: null, assignees: [], deadline: null },
            ...one('thực hiện Nghị quyết số 29-NQ/TW'),
          },
        ],
        citations: [
          {
            ...{ number: '29-NQ/TW', type: 'resolution', issuer: null, date: null, title: null },
            ...{ relation: 'implements', ...one('Nghị quyết số 29-NQ/TW') },
          },
        ],
      } as Partial<VanthuRecord>
    },
  )

let archive: Archive
let http: ReturnType<typeof createHttp>
beforeAll(async () => {
  archive = await openArchive()
  http = createHttp(archive.app)
})
afterAll(() => archive.remove())

async function added() {
  const record = another()
  const id = await archive.add(record)
  const now = async () => {
    const body = await (await http.request(`/api/documents/${id}`)).json()
    const { record, corrections } = documentBodySchema.parse(body)
    if (!record) throw new Error('no record')
    return { record, corrections }
  }
  const page = async (path = '') => (await http.request(`/d/${id}${path}`)).text()
  /** Sends a form as a browser does; gives the answer. */
  const post = (fields: Record<string, string>, path = '', headers = {}) =>
    http.request(`/d/${id}/corrections${path}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
    })
  return {
    id,
    text: record.text,
    place: (words: string) => at(record.text, words),
    now,
    page,
    post,
  }
}

const send = (id: string, body: unknown, headers: Record<string, string> = {}) =>
  http.request(`/api/documents/${id}/corrections`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  })

describe('the API', () => {
  it('takes a correction, applies it, lists it and lets go of it', async () => {
    const { id, place, now } = await added()
    const { text: _, ...target } = place('Chiều 21/3')
    const value = { edtf: '2023-03-21', kind: 'event', inferred: true }
    const made = await send(id, { item: 'date', action: 'correct', target, value, who: ' Lan ' })
    expect(made.status).toBe(201)
    const correction = correctionSchema.parse(await made.json())
    expect(correction).toMatchObject({ number: 1, documentId: id, who: 'Lan', value })
    expect((await now()).record.dates).toMatchObject([{ edtf: '2023-03-21', text: 'Chiều 21/3' }])
    expect((await now()).corrections).toEqual([correction])
    const list = await http.request(`/api/documents/${id}/corrections`)
    expect(correctionsBodySchema.parse(await list.json()).corrections).toEqual([correction])

    const path = `/api/documents/${id}/corrections/1`
    const withdraw = (who: string) => http.request(`${path}?who=${who}`, { method: 'DELETE' })
    expect((await withdraw('')).status).toBe(400)
    const withdrawn = await withdraw('Minh')
    expect(withdrawn.status).toBe(200)
    expect(await withdrawn.json()).toMatchObject({ number: 1, withdrawnBy: 'Minh' })
    expect((await now()).record.dates).toMatchObject([{ edtf: '2032-03-21' }])
    expect((await now()).corrections).toHaveLength(1)
  })

  const value = { value: 66.7, comparator: '=' }
  it.each<[name: string, body: object, shows: (record: VanthuRecord) => unknown, is: unknown]>([
    [
      'an official by name, with a province by name',
      {
        ...{ item: 'official', action: 'correct', target: { value: 'Tòng Văn Mâu' } },
        value: { name: 'Tòng Văn Mẫu', positions: [{ title: 'Giám đốc', province: 'Hòa Bình' }] },
      },
      ({ officials }) => officials.map((o) => [o.name, o.positions[0]?.province, o.review?.action]),
      [['Tòng Văn Mẫu', 'hoa-binh', 'correct']],
    ],
    [
      'an official corrected to what it is: a confirmation, with its evidence',
      {
        ...{ item: 'official', action: 'correct', target: { value: 'Tòng Văn Mâu' } },
        value: {
          ...{ name: 'Tòng Văn Mâu', honorifics: ['ông'] },
          positions: [{ title: 'Giám đốc', organisation: 'Sở Nội vụ', province: 'hoa-binh' }],
        },
      },
      ({ officials }) => officials.map((o) => [o.positions[0]?.evidence, o.review?.action]),
      [['Hòa Bình', 'confirm']],
    ],
    [
      'a province, completed from the lexicon',
      {
        item: 'province',
        action: 'correct',
        target: { value: 'hoa-binh' },
        value: { id: 'Hà Tây' },
      },
      ({ provinces }) => provinces.map((p) => [p.id, p.name, p.current]),
      [['ha-tay', 'Hà Tây', 'ha-noi']],
    ],
    [
      'words that stand once, added by the words alone',
      { item: 'percentage', action: 'add', target: { text: '20/30 trường' }, value },
      ({ percentages }) => percentages.map((p) => [p.value, p.text]),
      [
        [66.7, '20/30 trường'],
        [66.7, '66,7%'],
        [33.3, '33,3%'],
      ],
    ],
    [
      'words that stand twice, by their occurrence',
      {
        ...{ item: 'date', action: 'add', target: { text: 'học kỳ I', occurrence: 2 } },
        value: { edtf: '2023-09/2024-01', kind: 'semester' },
      },
      ({ dates, text }) => dates.map((d) => [d.edtf, text.slice(d.start, d.end + 4)]),
      [
        ['2032-03-21', 'Chiều 21/3, tạ'],
        ['2023-09/2024-01', 'học kỳ I năm'],
      ],
    ],
    [
      'a rejected item',
      { item: 'ratio', action: 'reject', target: { value: '20/30' } },
      ({ ratios }) => ratios,
      [],
    ],
    [
      'a field',
      { item: 'field', action: 'correct', target: 'title', value: ' Hội nghị sơ kết ' },
      ({ title, reviews }) => [title, reviews?.title?.who],
      ['Hội nghị sơ kết', 'Lan'],
    ],
    [
      'a field that the document does not have',
      { item: 'field', action: 'correct', target: 'title', value: null },
      ({ title }) => title,
      null,
    ],
    [
      'a confirmed field',
      { item: 'field', action: 'confirm', target: 'documentType' },
      ({ documentType, reviews }) => [documentType, reviews?.documentType?.action],
      ['article', 'confirm'],
    ],
  ])('takes %s', async (_, body, shows, is) => {
    const { id, now } = await added()
    const made = await send(id, { ...body, who: 'Lan' })
    expect([made.status, await made.json()]).toMatchObject([201, { number: 1 }])
    expect(shows((await now()).record)).toEqual(is)
  })

  const date = { item: 'date', action: 'correct', who: 'Lan', target: { value: '2032-03-21' } }
  const add = { item: 'date', action: 'add', who: 'Lan', value: { edtf: '2023', kind: 'other' } }
  const field = { item: 'field', action: 'correct', who: 'Lan' }
  it.each<[name: string, body: unknown, sentence: string]>([
    ['no JSON', '{', 'no JSON'],
    ['another shape', [], 'cannot be taken'],
    ['nobody', { ...date, who: ' ', value: {} }, 'who: must not be blank'],
    ['an unknown item', { ...date, item: 'poem' }, 'item:'],
    ['an unknown key', { ...date, colour: 'red' }, 'colour'],
    ['no value', date, 'The date cannot be taken'],
    ['a day that is none', { ...date, value: { edtf: '2023-02-30', kind: 'event' } }, 'calendar'],
    [
      'an interval that runs backwards',
      { ...date, value: { edtf: '2023/2021', kind: 'event' } },
      'calendar',
    ],
    ['an unknown kind', { ...date, value: { edtf: '2023', kind: 'party' } }, 'kind:'],
    [
      'a value with more than it has',
      { ...date, value: { edtf: '2023', kind: 'event', start: 0 } },
      'start',
    ],
    ['an item that is not there', { ...date, target: { value: '1999' } }, 'No date of the record'],
    ['no item', { ...date, target: {} }, 'Say which date is meant'],
    ['the place of another kind', { ...date, target: { start: 0, end: 9 } }, 'stands at 0 to 9'],
    ['a field as the target of an item', { ...date, target: 'title' }, 'its place or its value'],
    ['a place as the target of a field', { ...field, target: {}, value: 'x' }, 'is its name'],
    ['a field of another name', { ...field, target: 'colour', value: 'x' }, 'target'],
    ['a blank title', { ...field, target: 'title', value: ' ' }, 'must not be blank'],
    ['a type that is none', { ...field, target: 'documentType', value: 'poem' }, 'documentType'],
    ['a moment that is none', { ...field, target: 'publishedAt', value: '9/2/2023' }, 'a date'],
    ['a rejected field', { ...field, action: 'reject', target: 'title' }, 'to null where'],
    ['words that are not there', { ...add, target: { text: 'không có' } }, 'do not stand'],
    ['words at several places', { ...add, target: { text: 'học kỳ I' } }, 'stand at 2 places; say'],
    [
      'a third of two places',
      { ...add, target: { text: 'học kỳ I', occurrence: 3 } },
      '2 places only',
    ],
    ['a place outside the text', { ...add, target: { start: 0, end: 99_999 } }, 'no place in it'],
    ['an empty place', { ...add, target: { start: 5, end: 5 } }, 'no place in it'],
    [
      'other words than stand there',
      { ...add, target: { start: 0, end: 5, text: 'x' } },
      'are not',
    ],
    ['no words', { ...add, target: {} }, 'Quote the words'],
    [
      'a province that is none',
      { ...add, item: 'province', target: { text: 'Hòa Bình' }, value: { id: 'Atlantis' } },
      'Atlantis',
    ],
    [
      'a ratio over nothing',
      { ...add, item: 'ratio', target: { text: '20/30' }, value: { numerator: 1, denominator: 0 } },
      'denominator',
    ],
  ])('refuses %s with a sentence', async (_, body, sentence) => {
    const { id, now } = await added()
    const answer = await send(id, body)
    const { error } = errorBodySchema.parse(await answer.json())
    expect([answer.status, error.code]).toEqual([400, 'user'])
    expect(error.message).toContain(sentence)
    expect((await now()).corrections).toEqual([])
  })

  it('refuses what another site sends, documents that are not there or not read, and long bodies', async () => {
    const { id, now } = await added()
    const body = { item: 'field', action: 'confirm', target: 'title', who: 'Lan' }
    expect((await send(id, body, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await send(id, body, { origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await send(id, body, { 'content-type': 'text/plain' })).status).toBe(400)
    expect((await send('0'.repeat(64), body)).status).toBe(404)
    expect((await send(id, { ...body, value: 'x'.repeat(300_000) })).status).toBe(413)
    const failed = await archive.addFailed('quét.pdf', { code: 'needs-ocr', message: 'x' })
    const answer = await send(failed, body)
    expect([answer.status, errorBodySchema.parse(await answer.json()).error.message]).toEqual([
      400,
      expect.stringContaining('no record yet'),
    ])
    const path = `/api/documents/${id}/corrections`
    const remove = (name: string, headers = {}) =>
      http.request(`${path}/${name}?who=Lan`, { method: 'DELETE', headers })
    expect((await remove('1')).status).toBe(404)
    expect((await remove('x')).status).toBe(404)
    expect((await remove('1', { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await now()).corrections).toEqual([])
  })
})

describe('the pages', () => {
  /** The values of the small buttons of a kind on a page. */
  const buttons = (html: string, name: 'confirm' | 'reject') =>
    Array.from(html.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g')), (m) =>
      (m[1] ?? '').replaceAll('&amp;', '&'),
    )
  const who = 'Lan'

  it('every item and field has its buttons, and they do what they say', async () => {
    const { page, post, now, id } = await added()
    const html = await page()
    const items = ['official', 'province', 'date', 'percentage', 'ratio', 'directive', 'citation']
    for (const item of items)
      for (const name of ['confirm', 'reject'] as const)
        expect(buttons(html, name).filter((v) => v.startsWith(`item=${item}&`))).toHaveLength(
          item === 'percentage' ? 2 : 1,
        )
    expect(buttons(html, 'confirm')).toContain('item=field&field=title')
    expect(html).toContain('corrections/edit?item=field&amp;field=issuer')
    const press = async (name: 'confirm' | 'reject', item: string) => {
      const value = buttons(await page(), name).find((v) => v.startsWith(`item=${item}`)) ?? ''
      const answer = await post({ [name]: value, who })
      return [answer.status, answer.headers.get('location')]
    }
    for (const item of items)
      expect(await press('confirm', item)).toEqual([303, `/d/${id}#i-${item}-0`])
    expect(await press('confirm', 'field&field=title')).toEqual([303, `/d/${id}`])
    const { record } = await now()
    expect(record.officials[0]?.review?.action).toBe('confirm')
    expect(record.citations[0]?.review?.who).toBe('Lan')
    expect(record.reviews?.title?.action).toBe('confirm')
    expect(await press('reject', 'date')).toEqual([303, `/d/${id}#correction-9`])
    expect((await now()).record.dates).toEqual([])
    expect(await page()).toContain('id="correction-9"')
  })

  it('an item is corrected in a form of its own, wrong input is shown again', async () => {
    const { page, post, now, id, place } = await added()
    const { start, end } = place('Chiều 21/3')
    const form = await page(`/corrections/edit?item=date&start=${start}&end=${end}`)
    expect(form).toContain('<mark>Chiều 21/3</mark>')
    expect(form).toContain('name="v.edtf" value="21/03/2032"')
    expect(form).toContain('<option value="event" selected>')
    expect(form).toContain('name="v.inferred" value="1" checked')
    const target = { item: 'date', start: String(start), end: String(end), action: 'correct', who }
    const wrong = await post({ ...target, 'v.edtf': '31/2/2023 <b>', 'v.kind': 'event' })
    expect(wrong.status).toBe(400)
    const again = await wrong.text()
    expect(again).toContain('Chưa lưu được')
    expect(again).toContain('value="31/2/2023 &lt;b&gt;"')
    const right = await post({ ...target, 'v.edtf': '21/3/2023', 'v.kind': 'deadline' })
    expect([right.status, right.headers.get('location')]).toEqual([303, `/d/${id}#i-date-0`])
    expect((await now()).record.dates).toMatchObject([
      { edtf: '2023-03-21', kind: 'deadline', inferred: false },
    ])
  })

  it('an official is corrected with positions, one more and one less', async () => {
    const { post, now, page } = await added()
    const form = await page('/corrections/edit?item=official&value=T%C3%B2ng+V%C4%83n+M%C3%A2u')
    expect(form).toContain('name="v.positions.0.title" value="Giám đốc"')
    expect(form).toContain('name="v.positions.1.title" value=""')
    const target = { item: 'official', value: 'Tòng Văn Mâu', action: 'correct', who }
    const answer = await post({
      ...target,
      'v.name': 'Tòng Văn Mẫu',
      'v.honorifics': 'ông; đồng chí',
      'v.positions.0.title': '',
      'v.positions.1.title': 'Phó Giám đốc',
      'v.positions.1.province': 'hoa-binh',
      'v.positions.1.acting': '1',
    })
    expect(answer.status).toBe(303)
    expect((await now()).record.officials).toMatchObject([
      {
        name: 'Tòng Văn Mẫu',
        honorifics: ['ông', 'đồng chí'],
        positions: [{ title: 'Phó Giám đốc', province: 'hoa-binh', acting: true, former: false }],
      },
    ])
  })

  it('a percentage is corrected with its ratio; what is left empty is none', async () => {
    const { post, now, place } = await added()
    const { start, end } = place('66,7%')
    await post({
      ...{ item: 'percentage', start: String(start), end: String(end), action: 'correct', who },
      ...{ 'v.value': '66.7', 'v.comparator': '=', 'v.subject': '', 'v.province': '' },
      ...{ 'v.ratio.numerator': '20', 'v.ratio.denominator': '30', 'v.ratio.unit': 'trường' },
      ...{ 'v.change.direction': '', 'v.change.from': '', 'v.change.to': '' },
    })
    expect((await now()).record.percentages[0]).toMatchObject({
      ...{ value: 66.7, subject: null, province: null, check: 'agrees' },
      ratio: { numerator: 20, denominator: 30, unit: 'trường' },
    })
    expect((await now()).record.percentages[0]?.change).toBeUndefined()
  })

  it.each<[field: string, typed: string, value: unknown]>([
    ['title', ' Hội nghị ', 'Hội nghị'],
    ['title', '', null],
    ['issuedOn', '3/2/2023', '2023-02-03'],
    ['publishedAt', '9.2.2023', '2023-02-09'],
    ['documentType', 'report', 'report'],
    ['keywords', 'sơ kết\r\n\r\nthi đua', ['sơ kết', 'thi đua']],
    ['bylines', 'Lý Thị Na | photo', [{ name: 'Lý Thị Na', kind: 'photo' }]],
    [
      'signers',
      'Bùi Văn Tí | Phó Giám đốc | KT. GIÁM ĐỐC\nLý Na',
      [
        { name: 'Bùi Văn Tí', title: 'Phó Giám đốc', capacity: 'KT. GIÁM ĐỐC' },
        { name: 'Lý Na', title: null, capacity: null },
      ],
    ],
  ])('the field %s is typed in as “%s”, and shown so again', async (field, typed, value) => {
    const { post, now, page } = await added()
    const form = { item: 'field', field, action: 'correct', who, 'v.field': typed }
    expect((await post(form)).status).toBe(303)
    expect((await now()).record[field as keyof VanthuRecord]).toEqual(value)
    const again = await page(`/corrections/edit?item=field&field=${field}`)
    expect(again).toContain('name="v.field"')
    if (Array.isArray(value))
      expect(again).toContain(typed.replace(/\r?\n\r?\n|\r\n/g, '\n').trim())
  })

  it('words are found before an item is added; where they stand at several places one is chosen', async () => {
    const { page, post, now, text } = await added()
    expect(await page('/corrections/add?item=date')).toContain('Tìm trong văn bản')
    expect(await page('/corrections/add?item=date&words=kh%C3%B4ng+c%C3%B3')).toContain(
      'Không thấy những từ này',
    )
    const form = await page('/corrections/add?item=date&words=h%E1%BB%8Dc++k%E1%BB%B3+I')
    const places = Array.from(form.matchAll(/name="place" value="([^"]*)"/g), (m) => m[1] ?? '')
    const second = text.indexOf('học kỳ I năm')
    expect(places).toEqual([
      `${text.indexOf('học kỳ I.')}-${text.indexOf('học kỳ I.') + 8}`,
      `${second}-${second + 8}`,
    ])
    expect(form).toContain('Có 2 chỗ')
    const target = { item: 'date', words: 'học kỳ I', place: places[1] ?? '', action: 'add', who }
    const wrong = await post({ ...target, 'v.edtf': '', 'v.kind': 'semester' })
    expect([wrong.status, (await wrong.text()).includes('Có 2 chỗ')]).toEqual([400, true])
    const right = await post({ ...target, 'v.edtf': '2023-09/2024-01', 'v.kind': 'semester' })
    expect(right.headers.get('location')).toMatch(/#i-date-1$/)
    expect((await now()).record.dates[1]).toMatchObject({ start: second, text: 'học kỳ I' })
  })

  it('a correction is withdrawn from the history, which keeps it', async () => {
    const { page, post, now, id } = await added()
    await post({ item: 'field', field: 'title', action: 'correct', who, 'v.field': 'Tên <i>' })
    expect(await page()).toContain('sửa tiêu đề: <b>Tên &lt;i&gt;</b>')
    expect(await page()).toContain(`formaction="/d/${id}/corrections/1/withdraw"`)
    expect((await post({ who: '' }, '/1/withdraw')).status).toBe(400)
    const answer = await post({ who: 'Minh' }, '/1/withdraw')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/d/${id}#corrections`])
    expect((await now()).record.title).toBe('Trang chủ')
    const html = await page()
    expect(html).toContain('đã hoàn lại: Minh')
    expect(html).not.toContain('/corrections/1/withdraw"')
    expect((await post({ who: 'Minh' }, '/2/withdraw')).status).toBe(404)
  })

  it('the name is remembered, and stands in the fields', async () => {
    const { post, id } = await added()
    const answer = await post({ remember: '1', who: 'Lường Thị "Ơn" <b>' })
    expect(answer.status).toBe(303)
    const cookie = answer.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^vanthu-who=.*HttpOnly.*SameSite=Lax/)
    const page = await http.request(`/d/${id}`, { headers: { cookie: cookie.split(';')[0] ?? '' } })
    expect(await page.text()).toContain('value="Lường Thị &quot;Ơn&quot; &lt;b&gt;"')
    expect((await post({ item: 'field', field: 'title', action: 'confirm' })).status).toBe(400)
  })

  it('forms of other sites, of other types and of nothing are refused', async () => {
    const { post, now, page, id } = await added()
    const form = { item: 'field', field: 'title', action: 'confirm', who }
    for (const path of ['', '/1/withdraw'])
      expect((await post(form, path, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    const plain = await http.request(`/d/${id}/corrections`, { method: 'POST', body: 'x' })
    expect(plain.status).toBe(400)
    expect((await post({ who })).status).toBe(400)
    expect((await post({ who, item: 'field', field: 'colour', action: 'confirm' })).status).toBe(
      400,
    )
    for (const path of ['edit', 'edit?item=poem', 'edit?item=date&value=1', 'add?item=field'])
      expect(await page(`/corrections/${path}`)).toContain('Yêu cầu chưa đúng')
    expect((await http.request(`/d/${'0'.repeat(64)}/corrections/add?item=date`)).status).toBe(404)
    expect((await now()).corrections).toEqual([])
  })

  it('speaks English where asked', async () => {
    const { page } = await added()
    expect(await page('?lang=en')).toContain('Each item: ✓ right')
    expect(await page('/corrections/add?item=ratio&lang=en')).toContain('Find in the text')
  })
})
