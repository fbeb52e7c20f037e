// What every Store does with the facts of copies and versions: they are told once, and counted once.
import { beforeEach, describe, expect, test } from 'vitest'
import type { Facts } from '../../src/model/facts.ts'
import type { FactQuery } from '../../src/ports/facts.ts'
import type { ApplyCorrections, Store } from '../../src/ports/store.ts'
import { applyCorrections } from '../../src/record/corrections/apply-corrections.ts'
import { numberKeyOf } from '../../src/text/number-key.ts'
import { saveRecord } from '../support/attempts.ts'
import { factRecord } from '../support/fact-records.ts'
import { article } from '../support/near-texts.ts'
import { idOf } from '../support/record-of.ts'

const at = '2026-03-10T08:00:00.000Z'

export function runFactCopiesContract({
  name,
  create,
}: {
  name: string
  create: (apply: ApplyCorrections) => Promise<Store>
}): void {
  describe(`${name} as a Store of facts of copies`, () => {
    let store: Store
    beforeEach(async () => {
      store = await create(applyCorrections)
      return () => store.close()
    })
    const ask = async <K extends FactQuery['kind']>(
      kind: K,
      query: Partial<FactQuery> = {},
    ): Promise<Facts[K][]> =>
      (await store.facts<K>({ order: 'day', limit: 50, ...query, kind } as FactQuery & { kind: K }))
        .facts
    const line = 'Tỷ lệ trường đạt chuẩn của xã Nà Sáy là 81%, theo 44/QĐ-XNS.'
    const told = (more: readonly string[] = [], number = '44/BC-XNS') =>
      factRecord({
        lines: [line, ...article, ...more],
        number: number || null,
        publishedAt: '2025-06-01',
        officials: [{ name: 'Xã Nà Sáy', positions: [{ organisation: 'Xã Nà Sáy' }] }],
        percentages: [{ value: 81, text: '81%', subject: 'trường của xã Nà Sáy' }],
        citations: [{ number: '44/QĐ-XNS', text: '44/QĐ-XNS' }],
      })
    const put = async (key: string, day: number, place = `nơi của ${key}`, record = told()) => {
      const id = idOf(key)
      const receivedAt = `2026-03-0${day}T08:00:00.000Z`
      await store.addDocument({ id, source: { name: key, place }, bytes: 1, receivedAt })
      await saveRecord(store, id, record)
    }
    const shares = async (query: Partial<FactQuery> = {}) =>
      (await ask('percentages', { q: 'nà sáy', ...query })).map(({ document, copies, toldBy }) => [
        document,
        copies,
        toldBy,
      ])

    test.each<[what: string, put: () => Promise<void>, finds: [key: string, copies: number][]]>([
      [
        'copies once, of that received first',
        async () => {
          await put('sau', 3)
          await put('đầu', 1)
          await put('giữa', 2)
        },
        [['đầu', 2]],
      ],
      [
        'the newest version',
        async () => {
          await put('cũ', 1, 'p')
          await put('mới', 2, 'p', told(['Đã sửa một chỗ.']))
        },
        [['mới', 1]],
      ],
      [
        'each of those that bear other numbers',
        async () => {
          await put('a', 1)
          await put('b', 2, 'nơi khác', told([], '45/BC-XNS'))
        },
        [
          ['b', 0],
          ['a', 0],
        ],
      ],
      [
        'each of one place that bear other numbers',
        async () => {
          await put('a', 1, 'p')
          await put('b', 2, 'p', told([], '45/BC-XNS'))
        },
        [
          ['b', 0],
          ['a', 0],
        ],
      ],
      [
        'one without a number as a copy of one with it',
        async () => {
          await put('a', 1, 'nơi khác', told([], ''))
          await put('b', 2)
        },
        [['b', 1]],
      ],
      [
        'the next one where the first is forgotten',
        async () => {
          await put('a', 1)
          await put('b', 2)
          await put('c', 3)
          await store.forget([idOf('a')], at)
        },
        [['b', 1]],
      ],
    ])('finds %s', async (_, put, finds) => {
      await put()
      const expected = finds.map(([key, copies]) => [idOf(key), copies, null])
      expect(await shares()).toEqual(expected)
      expect(await shares({ order: 'check' })).toEqual(expected)
      const [count] = (await store.topKeysOf('percentages', 9)).filter(({ label }) =>
        label.endsWith('Nà Sáy'),
      )
      expect(count).toMatchObject({ facts: finds.length, documents: finds.length })
      expect(await ask('citations', { key: numberKeyOf('44/QĐ-XNS') })).toHaveLength(finds.length)
    })

    test('a copy tells its own where it is asked for, and whose are listed', async () => {
      await put('a', 1)
      await put('b', 2)
      expect(await shares({ document: idOf('b') })).toEqual([[idOf('b'), 1, idOf('a')]])
      const positions = await store.positionsOf(['xa-na-say'], 9)
      expect(positions.map(({ document, toldBy }) => [document, toldBy])).toEqual([
        [idOf('b'), idOf('a')],
        [idOf('a'), null],
      ])
      const numbered = await store.documentsOfNumber(numberKeyOf('44/BC-XNS'), 9)
      expect(numbered.map(({ id, copies }) => [id, copies])).toEqual([[idOf('a'), 1]])
    })
  })
}
