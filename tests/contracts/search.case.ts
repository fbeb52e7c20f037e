// What search does, in every store. Part of the store contract.
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { VanthuRecord } from '../../src/model.ts'
import type { SearchHit, SearchQuery } from '../../src/ports/search.ts'
import type { Store } from '../../src/ports/store.ts'
import { saveRecord } from '../support/attempts.ts'
import { recordOf } from '../support/record-of.ts'
import { runFacetContract } from './facets.case.ts'
import { runHighlightContract } from './highlights.case.ts'
import { runLongTextContract } from './long-texts.case.ts'
import { runOrderContract } from './order.case.ts'

/** Opens a store with these records; each document has its key for a name. Whoever asked for it closes it. */
export type Fill = (records: Record<string, VanthuRecord>) => Promise<Store>

const archive: Record<string, VanthuRecord> = {
  hoaBinh: recordOf({
    lines: [
      'title: Hòa Bình tổng kết phong trào thi đua',
      'lead: Sáng 21/3, tại thành phố Hòa Bình diễn ra hội nghị.',
      'Đồng chí Bùi Văn Hùng, Giám đốc Sở, chủ trì hội nghị; 75,6% trường đạt chuẩn.',
      'boilerplate: Đăng ký nhận bản tin khuyến mại',
    ],
    provinces: [['hoa-binh', 'phu-tho']],
    officials: ['Bùi Văn Hùng'],
    publishedAt: '2022-03-22T08:00:00+07:00',
  }),
  phuTho: recordOf({
    lines: [
      'title: Phú Thọ sau sắp xếp',
      'Không đường nào đi vì hoa bình thường.',
      'Thi thử; đua xe.',
    ],
    provinces: [['phu-tho', 'phu-tho']],
    officials: ['Hùng Thị Hoa', 'Nguyễn Văn Hưng'],
    publishedAt: '2026-01-05',
  }),
  nghiQuyet: recordOf({
    lines: [
      'header: Số: 16/2021/NQ-HĐND',
      'title: Nghị quyết về học phí',
      'Căn cứ Luật; Uỷ ban nhân dân tỉnh Điện Biên; khoẻ mạnh; hóa học.',
    ],
    provinces: [['dien-bien', 'dien-bien']],
    documentType: 'resolution',
    number: '16/2021/NQ-HĐND',
    issuedOn: '2021-12-10',
    publishedAt: '2022-01-03',
  }),
  unknown: recordOf({ lines: ['Một bài không rõ ngày, học phí và thi đua.'] }),
}

const names = (hits: readonly SearchHit[]) => hits.map((hit) => hit.name)
export function runSearchContract(openFilled: Fill): void {
  let whole: Store
  beforeAll(async () => {
    whole = await openFilled(archive)
    return () => whole.close()
  })
  const fill: Fill = async (records) => {
    const store = await openFilled(records)
    onTestFinished(() => store.close())
    return store
  }
  /** Asks the archive above, or one of these records. */
  const ask = async (query: Partial<SearchQuery>, records?: Record<string, VanthuRecord>) =>
    (records ? await fill(records) : whole).search({ limit: 20, ...query })

  describe('finds', () => {
    test.each<[what: string, query: Partial<SearchQuery>, found: string[]]>([
      ['everything, newest first, undated last', {}, ['phuTho', 'hoaBinh', 'nghiQuyet', 'unknown']],
      ['words without marks', { q: 'duong' }, ['phuTho']],
      ['words with marks, đ for d', { q: 'đường' }, ['phuTho']],
      ['the older and newer place of tones', { q: 'ủy khỏe' }, ['nghiQuyet']],
      ['decomposed letters', { q: 'Nghị quyết'.normalize('NFD') }, ['nghiQuyet']],
      ['marks as typed first', { q: 'Hòa Bình' }, ['hoaBinh', 'phuTho']],
      ['marks of another word: first that word', { q: 'hóa' }, ['nghiQuyet', 'hoaBinh', 'phuTho']],
      [
        'the words next to each other before scattered',
        { q: 'thi dua' },
        ['hoaBinh', 'unknown', 'phuTho'],
      ],
      ['a phrase only next to each other', { q: '"thi dua"' }, ['hoaBinh', 'unknown']],
      ['a phrase in curly quotes', { q: '“thi đua”' }, ['hoaBinh', 'unknown']],
      ['a phrase and a word', { q: '"thi dua" hội' }, ['hoaBinh']],
      ['a phrase that was not closed', { q: '"phong trào thi' }, ['hoaBinh']],
      ['the title before the text', { q: 'học phí' }, ['nghiQuyet', 'unknown']],
      ['the beginning of a last word', { q: 'khuynh hướng truo' }, []],
      ['the beginning of a last word where no whole one is', { q: 'phong tra' }, ['hoaBinh']],
      [
        'the beginning of a last word, in order as ever',
        { q: 'thi du' },
        ['hoaBinh', 'unknown', 'phuTho'],
      ],
      ['whole words only, where there are any', { q: 'di' }, ['phuTho']],
      ['a number', { q: '16/2021/NQ-HĐND' }, ['nghiQuyet']],
      ['an official in the words', { q: 'nguyen van hung' }, ['phuTho']],
      ['words in upper case', { q: 'NGHỊ QUYẾT' }, ['nghiQuyet']],
      [
        "today's province: also what it was made of",
        { province: 'phu-tho' },
        ['phuTho', 'hoaBinh'],
      ],
      ['an old province', { province: 'hoa-binh' }, ['hoaBinh']],
      ['an official by part of the name', { official: 'hung' }, ['phuTho', 'hoaBinh']],
      ['an official by name with marks', { official: 'Bùi Văn Hùng' }, ['hoaBinh']],
      ['the year of publication', { year: '2022' }, ['hoaBinh', 'nghiQuyet']],
      ['the year of issue', { year: '2021' }, ['nghiQuyet']],
      ['a type', { type: 'resolution' }, ['nghiQuyet']],
      ['several values of a facet', { year: ['2021', '2026'] }, ['phuTho', 'nghiQuyet']],
      ['without a word', { q: 'thi đua -sáng' }, ['unknown', 'phuTho']],
      ['without a phrase', { q: 'thi đua -"thi thử"' }, ['hoaBinh', 'unknown']],
      ['only without', { q: '-thi' }, ['nghiQuyet']],
      ['the title', { q: 'title:phí' }, ['nghiQuyet']],
      ['a phrase in the title, by another name', { q: 'tiêu-đề:"thi đua" hội' }, ['hoaBinh']],
      ['not in the title', { q: 'học phí -title:phí' }, ['unknown']],
      ['a number in another spelling', { q: '16 / 2021 / nq - hdnd' }, ['nghiQuyet']],
      ['a number that is not spelled in parts', { q: '16/2021/NQHĐND' }, ['nghiQuyet']],
      ['all of it together', { q: 'thi đua', province: 'phu-tho', year: '2022' }, ['hoaBinh']],
    ])('%s', async (_, query, found) => {
      const result = await ask(query)
      expect(names(result.hits)).toEqual(found)
      expect(result.total).toBe(found.length)
    })
  })

  describe('ignores', () => {
    test.each<[what: string, query: Partial<SearchQuery>]>([
      ['documents with only some of the words', { q: 'thi đua xuyenlucdia' }],
      ['the page around the text', { q: 'khuyến mại' }],
      ['words of two people in one name', { official: 'Bùi Thị Hoa' }],
      ['parts of words of a name', { official: 'hun' }],
      ['a place that is only somewhere in the text', { province: 'lao-cai' }],
      ['a phrase in another order', { q: '"đua thi"' }],
      ['a phrase that goes on from the title into the text', { q: '"thi đua sáng"' }],
      ['nothing but signs', { q: '???' }],
      ['an official of nothing but signs', { official: '%' }],
    ])('%s', async (_, query) => {
      expect(await ask(query)).toMatchObject({ total: 0, hits: [], next: null })
    })
  })

  test.each([
    '"',
    '""',
    '"""',
    'AND',
    'thi AND',
    'NOT thi',
    'thi*',
    '*',
    'title:thi',
    '{title} : x',
    '(thi',
    'thi)',
    'NEAR(thi dua)',
    '-thi',
    '^thi',
    "'; DROP TABLE record; --",
    'thi\u0000dua',
    '\ud800',
    '%',
    '_',
    '\\',
    'a'.repeat(5000),
    'thi '.repeat(500),
    '\u0301',
    '𝒳 ﬁ',
    '中文 한국어',
    '\u200b',
  ])('no query is an error: %#', async (q) => {
    for (const query of [{ q }, { official: q }, { q: `${q} thi`, official: q }])
      expect((await ask(query)).total).toBeGreaterThanOrEqual(0)
  })

  test('counts by every facet, over all pages', async () => {
    const { facets } = await ask({ q: 'thi', limit: 1 })
    expect(facets).toEqual({
      province: [
        { value: 'phu-tho', count: 2 },
        { value: 'hoa-binh', count: 1 },
      ],
      provinceThen: [
        { value: 'hoa-binh', count: 1 },
        { value: 'phu-tho', count: 1 },
      ],
      official: [
        { value: 'Bùi Văn Hùng', count: 1 },
        { value: 'Hùng Thị Hoa', count: 1 },
        { value: 'Nguyễn Văn Hưng', count: 1 },
      ],
      org: [],
      type: [{ value: 'article', count: 3 }],
      issuer: [],
      year: [
        { value: '2022', count: 1 },
        { value: '2026', count: 1 },
      ],
      schoolYear: [
        { value: '2021-2022', count: 1 },
        { value: '2025-2026', count: 1 },
      ],
      source: [{ value: 'upload', count: 3 }],
      language: [{ value: 'vi', count: 3 }],
      state: [{ value: 'extracted', count: 3 }],
    })
  })

  test('values counted alike stand in the order of their letters, whatever the language of the server', async () => {
    const officials = ['Đào Thị Na', 'anh Tư', 'Lê Văn Ba']
    const { facets } = await ask({}, { a: recordOf({ lines: ['Thi đua'], officials }) })
    expect(facets.official.map(({ value }) => value)).toEqual(['Lê Văn Ba', 'anh Tư', 'Đào Thị Na'])
  })

  test('what a year is counted as is what asking for it finds', async () => {
    const { facets } = await ask({})
    for (const { value, count } of facets.year)
      expect((await ask({ year: value })).total).toBe(count)
  })

  test('pages follow each other without gap or repetition, also while documents come in', async () => {
    const records: Record<string, VanthuRecord> = {}
    for (let i = 0; i < 25; i++)
      records[`d${i}`] = recordOf({
        lines: [`${i % 3 === 0 ? 'title: ' : ''}Hội nghị số ${i}`, i % 2 ? 'nghi hoi' : 'khác'],
        publishedAt: i % 5 === 0 ? null : `2023-01-${String((i % 4) + 10)}`,
      })
    const store = await fill(records)
    const all = await store.search({ q: 'hội nghị', limit: 100 })
    const seen: string[] = []
    let cursor: string | undefined
    for (let page = 0; page < 20; page++) {
      const result = await store.search({ q: 'hội nghị', limit: 4, cursor })
      expect(result.total).toBeGreaterThanOrEqual(25)
      seen.push(...names(result.hits))
      if (!result.next) break
      cursor = result.next
      const id = page.toString(16).padStart(64, 'f')
      // Comes in before everything that was seen already.
      await store.addDocument({
        id,
        source: { name: 'new' },
        bytes: 1,
        receivedAt: '2026-01-01T00:00:00Z',
      })
      await saveRecord(
        store,
        id,
        recordOf({ lines: ['title: Hội nghị', 'Hội nghị'], publishedAt: '2030-01-01' }),
      )
    }
    expect(seen).toEqual(names(all.hits))
    expect(new Set(seen).size).toBe(25)
  })

  test('a cursor of somebody else is refused with a sentence', async () => {
    const of = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    for (const cursor of [
      'x',
      'bnVsbA',
      of([1]),
      of([1, 1, '', '', -1]),
      of([2 ** 40, 1, '', '', 1]),
      of([1, 1.5, '', '', 1]),
      of([1, 1, '', '', 1, 'a']),
    ])
      await expect(ask({ cursor })).rejects.toThrow('cursor')
    // One that somebody made up, but might have been given, is answered.
    for (const cursor of [
      of([9, 9, '', '', 9e15]),
      of([1, 1, '\0', '\ud800', 1, ...Array(50).fill(9)]),
    ])
      expect((await ask({ q: 'thi', cursor })).hits).toBeDefined()
  })

  runLongTextContract(fill)

  test('a saved record replaces what was found of it before', async () => {
    const store = await fill({
      a: recordOf({ lines: ['chuyện cũ'], provinces: [['lao-cai', 'lao-cai']] }),
    })
    const id = (await store.search({ limit: 1 })).hits[0]?.id ?? ''
    await saveRecord(store, id, recordOf({ lines: ['chuyện mới'], publishedAt: '2024-05-01' }))
    const total = async (query: Partial<SearchQuery>) =>
      (await store.search({ limit: 5, ...query })).total
    expect(await total({ q: 'cũ' })).toBe(0)
    expect(await total({ province: 'lao-cai' })).toBe(0)
    expect(await total({ q: 'mới', year: '2024' })).toBe(1)
  })

  runFacetContract(fill)
  runOrderContract(fill)
  runHighlightContract(ask)
}
