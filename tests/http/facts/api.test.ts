// Facts and exports over the API: a real application over a real store.
import { read as readWorkbook, utils } from '@e965/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plainCell } from '../../../src/app/export/cells.ts'
import { errorBodySchema } from '../../../src/http/api-schemas.ts'
import { createHttp } from '../../../src/http/create-http.ts'
import {
  factPageSchemas,
  numberDetailsSchema,
  peopleBodySchema,
  personDetailsSchema,
} from '../../../src/http/facts/schemas.ts'
import { type FactKind, type Facts, factKinds } from '../../../src/model/facts.ts'
import { factRecord } from '../../support/fact-records.ts'
import { parseCsv } from '../../support/parse-csv.ts'
import { type Archive, openArchive } from '../support/archive.ts'

let archive: Archive
let http: ReturnType<typeof createHttp>
const bugs: Error[] = []
const get = (path: string) => http.request(path)
const json = async (path: string) => (await get(path)).json()
const facts = async <K extends FactKind>(kind: K, query = ''): Promise<Facts[K][]> => {
  const response = await get(`/api/facts/${kind}?${query}`)
  expect(response.status).toBe(200)
  return factPageSchemas[kind].parse(await response.json()).facts as Facts[K][]
}
let ids: Record<'order' | 'shares' | 'hostile' | 'resolution', string>

const dienBien = ['dien-bien', 'dien-bien', 'Điện Biên', 'participant'] as const
const formula = '=HYPERLINK("http://x.example","trường")'

beforeAll(async () => {
  archive = await openArchive()
  http = createHttp(archive.app, { onBug: (error) => bugs.push(error) })
  ids = {
    order: await archive.add(
      factRecord({
        lines: [
          'title: Công văn về học bạ số',
          'Căn cứ Nghị quyết số 29-NQ/TW; yêu cầu Sở GD&ĐT Điện Biên báo cáo trước ngày 30/6/2023.',
          'Các trường gửi số liệu trong năm 2024.',
        ],
        documentType: 'official-letter',
        number: '12/BGDĐT-GDPT',
        issuedOn: '2023-03-01',
        provinces: [['hoa-binh', 'phu-tho', 'Hòa Bình', 'host'], dienBien],
        directives: [
          {
            kind: 'task',
            text: 'Sở GD&ĐT Điện Biên báo cáo trước ngày 30/6/2023',
            assignees: ['Sở GD&ĐT Điện Biên'],
            deadline: '2023-06-30',
          },
          { kind: 'task', text: 'Các trường gửi số liệu trong năm 2024', deadline: '2024' },
        ],
        citations: [{ number: '29-NQ/TW', text: '29-NQ/TW', relation: 'based-on' }],
      }),
    ),
    shares: await archive.add(
      factRecord({
        lines: [
          'title: Báo cáo năm học',
          'Có 70% (300/416) trường đạt chuẩn quốc gia; 12% lớp ghép.',
          'Theo 12/BGDĐT-GDPT và 29 – NQ/TW.',
        ],
        documentType: 'report',
        issuedOn: '2022-06-01',
        provinces: [['hoa-binh', 'phu-tho', 'Hòa Bình', 'issuer']],
        officials: [
          { name: 'Bùi Thị Na', positions: [{ organisation: 'Sở GD&ĐT', province: 'hoa-binh' }] },
        ],
        percentages: [
          {
            value: 70,
            text: '70%',
            subject: 'trường đạt chuẩn quốc gia',
            ratio: { numerator: 300, denominator: 416, unit: 'trường' },
            check: 'disagrees',
          },
          { value: 12, text: '12%', subject: 'lớp ghép' },
        ],
        citations: [
          { number: '12/BGDĐT-GDPT', text: '12/BGDĐT-GDPT' },
          { number: '29-NQ/TW', text: '29 – NQ/TW' },
        ],
        dates: [],
      }),
    ),
    hostile: await archive.add(
      factRecord({
        lines: [`title: ${formula}`, `@SUM(A1), "trích, dẫn"\u0001 _x0041_ 50% <b>&amp;`],
        publishedAt: '2021-01-01T08:00:00+07:00',
        officials: [{ name: formula, positions: [{ title: '+84', organisation: "'=1" }] }],
        percentages: [
          { value: 50, text: '50%', subject: '@SUM(A1), "trích, dẫn"\u0001 _x0041_', points: true },
        ],
      }),
    ),
    resolution: await archive.add(
      factRecord({ lines: ['Nghị quyết'], number: '05/2020/NQ-HĐND', issuedOn: '2020-01-01' }),
    ),
  }
})
afterAll(async () => {
  await archive.remove()
  expect(bugs).toEqual([])
})

describe('answers', () => {
  test('every directive to Điện Biên with a deadline in 2023', async () => {
    const found = await facts(
      'directives',
      new URLSearchParams({
        province: 'Điện Biên',
        deadlineFrom: '2023-01-01',
        deadlineTo: '2023-12-31',
      }).toString(),
    )
    expect(found.map(({ text, deadline, link }) => [text, deadline, link])).toEqual([
      [
        'Sở GD&ĐT Điện Biên báo cáo trước ngày 30/6/2023',
        '2023-06-30',
        expect.stringMatching(new RegExp(`^/d/${ids.order}#a=\\d+-\\d+$`)),
      ],
    ])
  })

  test('every share of "trường đạt chuẩn quốc gia" by province and year, disagreeing checks first', async () => {
    const query = 'subject=truong+dat+chuan+quoc+gia'
    const found = await facts('percentages', `${query}&province=phu-tho&year=2022`)
    expect(found.map(({ value, check }) => [value, check])).toEqual([[70, 'disagrees']])
    expect(await facts('percentages', `${query}&year=2021`)).toEqual([])
    expect((await facts('percentages')).map(({ check }) => check)).toEqual([
      'disagrees',
      'unchecked',
      'unchecked',
    ])
  })

  test('every document that cites 29-NQ/TW, which is not in the archive', async () => {
    const found = await facts('citations', 'number=29+-+nq%2Ftw')
    expect(found.map(({ document, known }) => [document, known])).toEqual([
      [ids.order, null],
      [ids.shares, null],
    ])
    expect((await facts('citations', 'known=no')).length).toBe(2)
    expect((await facts('citations', 'known=yes')).map(({ known }) => known)).toEqual([ids.order])
  })
})

test('pages lead on to each other', async () => {
  const seen: string[] = []
  let query = 'limit=1'
  for (let n = 0; n < 9; n++) {
    const page = factPageSchemas.citations.parse(await json(`/api/facts/citations?${query}`))
    seen.push(...page.facts.map(({ text }) => text))
    if (page.next === null) break
    query = `limit=1&cursor=${page.next}`
  }
  expect(seen).toEqual(['29-NQ/TW', '12/BGDĐT-GDPT', '29 – NQ/TW'])
})

describe('refuses with a sentence', () => {
  test.each([
    ['facts/directives?provnce=x', 'provnce: unknown; known are q, province'],
    ['facts/directives?province=atlantis', '"atlantis" is no province'],
    ['facts/directives?deadlineFrom=2023-02-31', 'deadlineFrom: must be a day'],
    ['facts/directives?deadlineFrom=2023', 'deadlineFrom: must be a day'],
    ['facts/directives?kind=order', 'kind: must be one of task, resolution'],
    ['facts/directives?order=check', 'order: must be one of day'],
    ['facts/percentages?check=maybe', 'check: must be one of disagrees, agrees, none'],
    ['facts/citations?number=abc', 'number: must be the number of a document'],
    ['facts/citations?known=1', 'known: must be one of yes, no'],
    ['facts/dates?limit=201', 'limit: must be 1 to 200'],
    ['facts/dates?limit=1.5', 'limit: must be a whole number'],
    ['facts/dates?limit=ten', 'limit: must be a whole number'],
    ['facts/dates?cursor=x', 'The cursor is not one of this list'],
    ['facts/dates?year=23', 'year: must be a year'],
    ['facts/dates?year=2023&year=2024', 'year: given twice'],
    ['facts/dates?document=1', 'document: must be the id'],
    [`facts/dates?q=${'x'.repeat(501)}`, 'q: '],
    ['export/dates.csv?limit=5', 'limit: unknown'],
    ['export/directives.csv?province=atlantis', '"atlantis" is no province'],
    ['export/documents.ndjson?kind=task', 'kind: unknown'],
  ])('%s', async (path, says) => {
    const response = await get(`/api/${path}`)
    const body = (await response.json()) as { error: { code: string; message: string } }
    expect([response.status, body.error.code]).toEqual([400, 'user'])
    expect(body.error.message).toContain(says)
  })

  test.each([
    'facts/people',
    'export/people.csv',
    'export/dates.pdf',
    'export/dates.csv.csv',
    'export/dates',
  ])('%s is not there', async (path) => {
    expect((await get(`/api/${path}`)).status).toBe(404)
  })
})

test.each(['%', '_', "'", '"', '\\', '\0', '* OR 1', ') OR (', '^', 'a:b', '-a', '\ud800', '𝒳'])(
  'the words %j find nothing strange',
  async (words) => {
    for (const field of ['q', 'official', 'organisation'] as const)
      for (const kind of factKinds)
        expect(await facts(kind, new URLSearchParams({ [field]: words }).toString())).toEqual([])
    await facts('citations', new URLSearchParams({ number: `1/${words}QĐ` }).toString())
  },
)

describe('exports', () => {
  const exported = async (path: string) => {
    const response = await get(`/api/export/${path}`)
    expect(response.status).toBe(200)
    return { response, bytes: Buffer.from(await response.arrayBuffer()) }
  }

  test.each(factKinds)('%s are the same in every format', async (kind) => {
    const all = await facts(kind, 'limit=200')
    const lines = (await exported(`${kind}.ndjson`)).bytes.toString().split('\n').filter(Boolean)
    expect(lines.map((line) => JSON.parse(line))).toEqual(all)
    const csv = parseCsv((await exported(`${kind}.csv`)).bytes.toString())
    const book = readWorkbook((await exported(`${kind}.xlsx`)).bytes)
    const sheet = utils.sheet_to_json<unknown[]>(book.Sheets[kind] ?? {}, {
      header: 1,
      defval: null,
    })
    expect(csv.length).toBe(all.length + 1)
    const texts = csv.map((row) => row.map(plainCell))
    const cells = sheet.map((row) => texts[0]?.map((_, i) => String(row[i] ?? '')))
    expect(cells).toEqual(texts)
    const [head] = texts
    for (const [i, fact] of all.entries()) {
      const cell = (name: string) => texts[i + 1]?.[head?.indexOf(name) ?? -1]
      expect([cell('document'), cell('text'), cell('context') || null]).toEqual([
        fact.document,
        fact.text,
        fact.context,
      ])
    }
  })

  test('documents are whole records in NDJSON, and rows in tables', async () => {
    const { response, bytes } = await exported('documents.ndjson')
    expect(response.headers.get('content-type')).toContain('application/x-ndjson')
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="documents.ndjson"',
    )
    const records = bytes
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(records.map(({ id }) => id)).toEqual([
      ids.order,
      ids.shares,
      ids.hostile,
      ids.resolution,
    ])
    expect(records[1]).toEqual({
      id: ids.shares,
      ...(await archive.app.document(ids.shares))?.record,
    })
    const filtered = (await exported('documents.csv?province=dien-bien&year=2023')).bytes.toString()
    expect(parseCsv(filtered).map(([id]) => id)).toEqual(['id', ids.order])
    const found = (await exported('documents.csv?q=hoc+ba')).bytes.toString()
    expect(parseCsv(found).map(([id]) => id)).toEqual(['id', ids.order])
    const named = (await exported('documents.csv?official=na')).bytes.toString()
    expect(parseCsv(named).map(([id]) => id)).toEqual(['id', ids.shares])
    // What a search page asks for: several values of a facet, and facets that only a search knows.
    const several = await exported('documents.csv?type=report&type=official-letter')
    expect(parseCsv(several.bytes.toString()).map(([id]) => id)).toEqual([
      'id',
      ids.order,
      ids.shares,
    ])
    const ofBody = await exported('documents.csv?org=so+gd&province=phu-tho')
    expect(parseCsv(ofBody.bytes.toString()).map(([id]) => id)).toEqual(['id', ids.shares])
    expect((await exported('documents.csv?year=1999')).bytes.toString().split('\r\n')).toHaveLength(
      2,
    )
    expect((await exported('documents.ndjson?year=1999')).bytes.length).toBe(0)
    const none = readWorkbook((await exported('dates.xlsx?year=1999')).bytes)
    expect(utils.sheet_to_json(none.Sheets.dates ?? {}, { header: 1 })).toHaveLength(1)
  })

  test('nothing is run as a formula', async () => {
    const { bytes } = await exported('officials.csv')
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    for (const row of parseCsv(bytes.toString()))
      for (const cell of row) expect(cell).not.toMatch(/^[=+@\t\r]|^-(?!\d)/)
    const book = readWorkbook((await exported('officials.xlsx')).bytes, { cellFormula: true })
    const cells = Object.values(book.Sheets.officials ?? {})
    expect(cells.some((cell) => cell?.v === formula)).toBe(true)
    expect(cells.some((cell) => cell?.f !== undefined)).toBe(false)
  })
})

describe('people and numbers', () => {
  test('names come page by page, by name', async () => {
    const whole = peopleBodySchema.parse(await json('/api/people?limit=200'))
    expect(whole.next).toBe(null)
    expect(whole.names.find(({ name }) => name === 'Bùi Thị Na')).toEqual({
      name: 'Bùi Thị Na',
      person: '/people/bui-thi-na',
      facts: 1,
      documents: 1,
      lastDay: '2022-06-01',
    })
    const paged: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const page = peopleBodySchema.parse(
        await json(`/api/people?${new URLSearchParams({ limit: '1', cursor: next })}`),
      )
      paged.push(...page.names.map(({ name }) => name))
      next = page.next
    }
    expect(paged).toEqual(whole.names.map(({ name }) => name))
    const found = async (q: string) =>
      peopleBodySchema.parse(await json(`/api/people?q=${q}`)).names
    expect(await found('thi+na')).toHaveLength(1)
    expect(await found('khong+ai')).toEqual([])
  })

  test('a person tells positions, documents and who was beside', async () => {
    const { people, namesakes, decisions } = personDetailsSchema.parse(
      await json('/api/people/bui-thi-na'),
    )
    expect(people).toMatchObject([
      {
        id: `bui-thi-na~${ids.shares.slice(0, 12)}`,
        person: `/people/bui-thi-na~${ids.shares.slice(0, 12)}`,
        positions: [{ organisation: 'Sở GD&ĐT' }],
        documents: [{ id: ids.shares, title: 'Báo cáo năm học', day: '2022-06-01', copies: 0 }],
      },
    ])
    expect([namesakes, decisions]).toEqual([[], []])
  })

  test('a number tells its documents and who cites it, in the archive or not', async () => {
    const known = numberDetailsSchema.parse(await json('/api/numbers/12%2FBGDDT-GDPT'))
    expect(known.documents.map(({ id }) => id)).toEqual([ids.order])
    expect(known.cites.facts.map(({ number }) => number)).toEqual(['29-NQ/TW'])
    expect(known.citedBy.facts.map(({ document }) => document)).toEqual([ids.shares])
    const unknown = numberDetailsSchema.parse(await json('/api/numbers/999-XX%2FYY'))
    expect([unknown.number, unknown.documents, unknown.citedBy.facts]).toEqual([
      '999-XX/YY',
      [],
      [],
    ])
  })

  test.each([
    ['/api/people?limit=0', 400],
    ['/api/people?name=na', 400],
    ['/api/people/khong-co-ai', 404],
    ['/api/people/bui-thi-na?q=1', 400],
    ['/api/numbers/%2F%2F', 404],
    ['/api/numbers/29-NQ%2FTW?x=1', 400],
  ])('%s is refused with %i and a sentence', async (path, status) => {
    const response = await get(path)
    expect(response.status).toBe(status)
    expect(errorBodySchema.parse(await response.json()).error.message).toMatch(/\.$/)
  })
})

test('the description has every address, with its parameters', async () => {
  const { paths, components } = (await json('/api/openapi.json')) as {
    paths: Record<string, { get: { parameters: Array<{ name: string }> } }>
    components: { schemas: object }
  }
  for (const kind of factKinds) {
    const names = (path: string) => paths[path]?.get.parameters.map(({ name }) => name)
    expect(names(`/api/facts/${kind}`)).toContain('cursor')
    expect(names(`/api/export/${kind}.csv`)).toContain('province')
    expect(names(`/api/export/${kind}.xlsx`)).not.toContain('cursor')
  }
  const names = paths['/api/people']?.get.parameters.map(({ name }) => name)
  expect(names).toEqual(['q', 'limit', 'cursor'])
  expect(paths['/api/people/{id}']?.get.parameters).toHaveLength(1)
  expect(paths['/api/numbers/{number}']?.get.parameters).toHaveLength(1)
  expect(Object.keys(components.schemas)).toContain('DirectiveFacts')
})
