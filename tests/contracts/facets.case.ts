// What hits are counted by, and what choosing values does to the counts, in every store. Part of the search contract.
import { describe, expect, test } from 'vitest'
import type { VanthuRecord } from '../../src/model.ts'
import type { FacetField, FoundHits, StoreQuery } from '../../src/ports/search.ts'
import { saveRecord } from '../support/attempts.ts'
import { recordOf } from '../support/record-of.ts'
import type { Fill } from './search.case.ts'

const at = (day: string, place: string, line = 'Kế hoạch phòng, chống bão') =>
  recordOf({
    lines: [`title: ${line}`, `Tin ngày ${day} ở ${place}`],
    provinces: [[place, place]],
    publishedAt: day,
  })

const bulletins: Record<string, VanthuRecord> = {
  a: at('2022-08-31', 'son-la'),
  b: at('2022-09-01', 'son-la'),
  c: at('2023-02-01', 'dien-bien'),
  d: at('2023-05-01', 'lai-chau'),
  e: { ...at('2023-11-01', 'lai-chau'), documentType: 'report', status: 'partial' },
}

const countsOf = (found: FoundHits, field: FacetField) =>
  Object.fromEntries(found.facets[field].map(({ value, count }) => [value, count]))

export function runFacetContract(fill: Fill): void {
  describe('facets', () => {
    const ask = async (query: Partial<StoreQuery>, records = bulletins) =>
      (await fill(records)).search({ limit: 20, ...query })

    test.each<
      [what: string, query: Partial<StoreQuery>, field: FacetField, counts: Record<string, number>]
    >([
      [
        'school years begin in September',
        {},
        'schoolYear',
        { '2021-2022': 1, '2022-2023': 3, '2023-2024': 1 },
      ],
      [
        'the counts follow the words',
        { q: 'tin ngày -"lai chau"' },
        'province',
        {
          'son-la': 2,
          'dien-bien': 1,
        },
      ],
      [
        'the counts follow the other facets',
        { year: '2023' },
        'province',
        { 'dien-bien': 1, 'lai-chau': 2 },
      ],
      [
        'what is chosen leaves the counts of its own facet as they are',
        { province: ['son-la', 'dien-bien'], year: ['2023'] },
        'province',
        { 'dien-bien': 1, 'lai-chau': 2 },
      ],
      [
        'and those of the others follow it',
        { province: ['son-la', 'dien-bien'], year: ['2023'] },
        'year',
        { '2022': 2, '2023': 1 },
      ],
      [
        'three facets at once',
        { province: 'lai-chau', year: '2023', type: 'report' },
        'type',
        { article: 1, report: 1 },
      ],
      ['what could be read in part', {}, 'state', { extracted: 4, partial: 1 }],
    ])('%s', async (_, query, field, counts) => {
      expect(countsOf(await ask(query), field)).toEqual(counts)
    })

    test('values of one facet add up, facets restrict each other', async () => {
      const { total, hits } = await ask({ province: ['son-la', 'lai-chau'], year: ['2023'] })
      expect(total).toBe(2)
      expect(hits.map(({ name }) => name)).toEqual(['e', 'd'])
    })

    test('what is counted is what asking for it finds', async () => {
      const store = await fill(bulletins)
      const { facets } = await store.search({ limit: 1 })
      for (const field of [
        'province',
        'provinceThen',
        'year',
        'schoolYear',
        'type',
        'state',
      ] as const)
        for (const { value, count } of facets[field])
          expect([value, (await store.search({ [field]: value, limit: 1 })).total]).toEqual([
            value,
            count,
          ])
    })

    test('conditions among the words restrict, and the counts with them', async () => {
      const condition = (field: FacetField | 'number', value: string, isExcluded = false) => ({
        conditions: [{ field, values: [value], isExcluded }],
      })
      const found = await ask(condition('province', 'lai-chau'))
      expect(countsOf(found, 'province')).toEqual({ 'lai-chau': 2 })
      expect((await ask(condition('province', 'lai-chau', true))).total).toBe(3)
      expect((await ask(condition('official', 'Không Ai'))).total).toBe(0)
    })

    test('organisations and issuers, by some of their words', async () => {
      const position = {
        title: 'Giám đốc',
        organisation: 'Sở Nông nghiệp tỉnh Điện Biên',
        province: null,
        resolved: true,
        former: false,
        acting: false,
      }
      const record = recordOf({ lines: ['Bão'], officials: ['Lò Thị Ón'] })
      const store = await fill({
        a: {
          ...record,
          issuer: 'UBND huyện Tủa Chùa',
          officials: record.officials.map((one) => ({ ...one, positions: [position] })),
        },
        b: recordOf({ lines: ['Bão lũ'] }),
      })
      const total = async (query: Partial<StoreQuery>) =>
        (await store.search({ ...query, limit: 5 })).total
      expect(countsOf(await store.search({ limit: 5 }), 'org')).toEqual({
        [position.organisation]: 1,
      })
      expect(await total({ org: 'so nong nghiep' })).toBe(1)
      expect(await total({ org: 'Sở Nông nghiệp tỉnh Lai Châu' })).toBe(0)
      expect(await total({ issuer: 'tủa chùa' })).toBe(1)
    })

    test('numbers of documents, whole and by their beginning', async () => {
      const store = await fill({
        a: recordOf({ lines: ['một'], number: '05-KL/TW' }),
        b: recordOf({ lines: ['hai'], number: '57/2020/NĐ-CP' }),
      })
      const names = async (value: string) =>
        (
          await store.search({
            conditions: [{ field: 'number', values: [value], isExcluded: false }],
            limit: 5,
          })
        ).hits.map(({ name }) => name)
      expect(await names('5-kl/tw')).toEqual(['a'])
      expect(await names('5')).toEqual(['a'])
      expect(await names('57/2020')).toEqual(['b'])
      expect(await names('57/2020/ND-CP')).toEqual(['b'])
      expect(await names('7')).toEqual([])
    })

    test('sources are those it came from, later ones too', async () => {
      const store = await fill({ a: recordOf({ lines: ['Bão'] }) })
      const [hit] = (await store.search({ limit: 1 })).hits
      const source = { name: 'bao.txt', place: 'https://sgd.test/bao', tags: ['Sở GD'] }
      await store.addDocument({
        id: hit?.id ?? '',
        source,
        bytes: 1,
        receivedAt: '2026-03-02T08:00:00.000Z',
      })
      expect(countsOf(await store.search({ limit: 1 }), 'source')).toEqual({
        'Sở GD': 1,
        upload: 1,
      })
      expect((await store.search({ source: 'Sở GD', limit: 1 })).total).toBe(1)
      await saveRecord(store, hit?.id ?? '', recordOf({ lines: ['Bão tan'] }))
      expect((await store.search({ source: 'Sở GD', limit: 1 })).total).toBe(1)
    })
  })
}
