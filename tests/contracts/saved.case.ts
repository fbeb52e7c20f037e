// What every Store does about kept searches: what is noted as changed, what is told once and never again, deliveries and their leases.
import { beforeEach, describe, expect, test } from 'vitest'
import type { SavedQuery, SavedSearch } from '../../src/model/saved.ts'
import type { StoreQuery } from '../../src/ports/search.ts'
import type { LooseRow, Store } from '../../src/ports/store.ts'
import { saveRecord } from '../support/attempts.ts'
import { idOf, recordOf } from '../support/record-of.ts'

const at = '2026-03-01T08:00:00.000Z'
const saved = (id: string, more: Partial<SavedSearch> = {}): SavedSearch => ({
  ...{ id, name: `tên ${id}`, query: { q: 'hội nghị' }, who: 'Lan', createdAt: at },
  webhookUrl: 'https://hook.example.vn/',
  ...more,
})
const plan = recordOf({
  lines: ['title: Hội nghị chuyển đổi số', 'Ông Lò Văn Thử dự hội nghị tại Hòa Bình.'],
  provinces: [['hoa-binh', 'phu-tho']],
  officials: ['Lò Văn Thử'],
  publishedAt: '2023-02-01',
  number: '18/KH-UBND',
})
const report = recordOf({
  lines: ['title: Báo cáo năm học', 'Các trường đã báo cáo.'],
  documentType: 'report',
  publishedAt: '2024-02-01',
})
const planId = idOf(plan.text)
const reportId = idOf(report.text)

export function runSavedContract({
  name,
  create,
}: {
  name: string
  create: () => Promise<Store>
}): void {
  describe(`saved searches in ${name}`, () => {
    let store: Store
    beforeEach(async () => {
      store = await create()
      return () => store.close()
    })
    const add = async (record: typeof plan) => {
      const id = idOf(record.text)
      await store.addDocument({ id, bytes: 9, source: { name: 'a.txt' }, receivedAt: at })
      await saveRecord(store, id, record)
      return id
    }
    const changedIds = async () => (await store.changedDocuments(10)).map(({ id }) => id)
    /** What a look at changes does, with these as what matches. */
    const settle = async (documentIds: string[], deliveryId = 'msg_1', savedId = 's1') => {
      const changed = await store.changedDocuments(10)
      await store.settleChanged(changed, [{ savedId, deliveryId, documentIds }])
    }
    const begun = async () => {
      await store.addSaved(saved('s1'), 'whsec_x')
      await store.beginSaved('s1', [])
    }

    test('are added, listed by name, begun and removed', async () => {
      const query: SavedQuery = {
        q: 'a "b" -c',
        type: ['report'],
        province: ['hoa-binh', 'lai-chau'],
      }
      await store.addSaved(saved('s2', { name: 'B', query, webhookUrl: null }), null)
      await store.addSaved(saved('s1', { name: 'A' }), 'whsec_x')
      await expect(store.addSaved(saved('s1'), null)).rejects.toThrow()
      expect((await store.savedSearches()).map(({ id }) => id)).toEqual(['s1', 's2'])
      expect(await store.savedSearch('s2')).toEqual(
        saved('s2', { name: 'B', query, webhookUrl: null }),
      )
      expect(await store.savedSearch('s3')).toBeNull()
      expect(await store.savedWithWebhook()).toEqual({
        begun: [],
        notBegun: [saved('s1', { name: 'A' })],
      })
      await store.beginSaved('s1', [])
      expect((await store.savedWithWebhook()).begun.map(({ id }) => id)).toEqual(['s1'])
      expect((await store.removeSaved('s1'))?.id).toBe('s1')
      expect(await store.removeSaved('s1')).toBeNull()
    })

    test.each<[string, StoreQuery | object, string[]]>([
      ['everything, the latest changed first', {}, [reportId, planId]],
      ['words', { q: 'hoi nghi' }, [planId]],
      ['a facet', { type: ['report'] }, [reportId]],
      ["today's province", { province: ['phu-tho'] }, [planId]],
      ['a name in part', { official: ['văn thử'] }, [planId]],
      ['words and a facet', { q: 'báo cáo', year: ['2024'] }, [reportId]],
      ['any of several values', { year: ['2023', '2024'] }, [reportId, planId]],
      ['what is excluded', { q: '-"hội nghị"' }, [reportId]],
      ['words and what is excluded', { q: 'báo cáo -trường' }, []],
      ['the beginning of a word', { q: 'hội ngh' }, []],
      ['another value', { year: ['2022'] }, []],
      ['one facet of two', { type: ['report'], year: ['2023'] }, []],
      ['no words', { q: '???' }, []],
      [
        'a number among the words',
        {
          q: 'x',
          words: { terms: [], isUnfinished: false },
          conditions: [{ field: 'number', values: ['18/KH'], isExcluded: false }],
        },
        [planId],
      ],
      [
        'a facet that is excluded among the words',
        {
          q: 'x',
          words: { terms: [], isUnfinished: false },
          conditions: [{ field: 'year', values: ['2023'], isExcluded: true }],
        },
        [reportId],
      ],
    ])('finds what matches: %s', async (_, query, expected) => {
      await add(plan)
      await new Promise((resolve) => setTimeout(resolve, 5))
      await add(report)
      const ids = async (options: { among?: string[]; limit: number }) =>
        (await store.matching(query as StoreQuery, options)).map(({ id }) => id)
      expect(await ids({ limit: 10 })).toEqual(expected)
      expect(await ids({ limit: 1 })).toEqual(expected.slice(0, 1))
      expect(await ids({ limit: 10, among: [planId, 'nobody'] })).toEqual(
        expected.filter((id) => id === planId),
      )
      expect(await ids({ limit: 10, among: [] })).toEqual([])
    })

    test('a change is noted with the record, and stays noted where another came meanwhile', async () => {
      await begun()
      await add(plan)
      const before = await store.changedDocuments(10)
      expect(before.map(({ id }) => id)).toEqual([planId])
      await saveRecord(store, planId, plan)
      await store.settleChanged(before, [])
      expect(await changedIds()).toEqual([planId])
      await store.settleChanged(await store.changedDocuments(10), [])
      expect(await changedIds()).toEqual([])
      // From another folder: searches ask for that as well.
      const source = { name: 'b.txt', place: 'x/b.txt', tags: ['x'] }
      await store.addDocument({ id: planId, bytes: 9, source, receivedAt: at })
      expect(await changedIds()).toEqual([planId])
    })

    test.each<[string, (id: string) => Promise<unknown>]>([
      ['a document that was not read yet', async () => {}],
      [
        'the same place again',
        (id) => store.addDocument({ id, bytes: 9, source: { name: 'a.txt' }, receivedAt: at }),
      ],
      [
        'a record that is indexed anew',
        async (id) => {
          await store.reindex(id)
        },
      ],
    ])('no change: %s', async (what, change) => {
      await add(plan)
      await begun()
      if (what.includes('not read'))
        await store.addDocument({
          id: reportId,
          bytes: 9,
          source: { name: 'r.txt' },
          receivedAt: at,
        })
      await change(planId)
      expect(await changedIds()).toEqual([])
    })

    test('nothing is noted while no search has a webhook', async () => {
      await store.addSaved(saved('s1', { webhookUrl: null }), null)
      await add(plan)
      expect(await changedIds()).toEqual([])
    })

    test('a document is told once to each search, and never what matched before', async () => {
      await add(report)
      await store.addSaved(saved('s1'), 'whsec_x')
      await store.addSaved(saved('s2'), 'whsec_y')
      await store.beginSaved('s1', [reportId])
      await add(plan)
      await settle([reportId, planId])
      expect((await store.startDelivery('msg_1', 1000))?.documentIds).toEqual([planId])
      await saveRecord(store, planId, plan)
      await settle([reportId, planId], 'msg_2')
      expect((await store.deliveriesOf('s1', 10)).map(({ id }) => id)).toEqual(['msg_1'])
      await settle([reportId], 'msg_3', 's2')
      expect((await store.startDelivery('msg_3', 1000))?.documentIds).toEqual([reportId])
      // Not for a search that was removed meanwhile.
      await settle([planId], 'msg_4', 'gone')
      expect(await store.deliveriesDue(10)).toEqual([])
    })

    test('a try is one process’s until its lease is over, and counts', async () => {
      await begun()
      await add(plan)
      await settle([planId])
      expect(await store.deliveriesDue(10)).toEqual([{ id: 'msg_1', savedId: 's1' }])
      const tries = await Promise.all([1, 2, 3].map(() => store.startDelivery('msg_1', 60_000)))
      const [first, ...others] = tries.filter((one) => one !== null)
      expect(others).toEqual([])
      expect(first).toMatchObject({
        delivery: { id: 'msg_1', state: 'waiting', tries: 1, status: null, reason: null },
        secret: 'whsec_x',
        search: saved('s1'),
      })
      expect(await store.deliveriesDue(10)).toEqual([])
      const lease = first?.lease ?? 0
      const end = { state: 'waiting', waitMs: 0, status: 500, reason: 'It answers 500.' } as const
      expect(await store.endDelivery('msg_1', lease, end)).toBe(true)
      expect(await store.endDelivery('msg_1', lease, end)).toBe(false)
      // A process that is killed: its lease ends by itself, and what it may still say is not heard.
      expect((await store.startDelivery('msg_1', -1))?.delivery.tries).toBe(2)
      const third = await store.startDelivery('msg_1', 60_000)
      expect(third?.delivery).toMatchObject({ tries: 3, status: 500, reason: 'It answers 500.' })
      expect(await store.endDelivery('msg_1', lease + 1, end)).toBe(false)
      const done = { state: 'delivered', waitMs: 0, status: 204, reason: null } as const
      expect(await store.endDelivery('msg_1', third?.lease ?? 0, done)).toBe(true)
      expect(await store.startDelivery('msg_1', 60_000)).toBeNull()
      expect(await store.deliveriesOf('s1', 10)).toMatchObject([
        { state: 'delivered', tries: 3, nextTryAt: null, status: 204 },
      ])
    })

    test('a later try is not due before its time; what ended long ago is dropped', async () => {
      await begun()
      await add(plan)
      await settle([planId])
      const first = await store.startDelivery('msg_1', 60_000)
      const end = { state: 'waiting', waitMs: 60_000, status: null, reason: 'x' } as const
      await store.endDelivery('msg_1', first?.lease ?? 0, end)
      expect(await store.deliveriesDue(10)).toEqual([])
      expect(await store.startDelivery('msg_1', 60_000)).toBeNull()
      await store.dropDeliveries('9999')
      expect(await store.deliveriesOf('s1', 10)).toHaveLength(1)
      await add(report)
      await settle([reportId], 'msg_2')
      const second = await store.startDelivery('msg_2', 60_000)
      await store.endDelivery('msg_2', second?.lease ?? 0, { ...end, state: 'failed' })
      await store.dropDeliveries(at)
      expect(await store.deliveriesOf('s1', 10)).toHaveLength(2)
      await store.dropDeliveries('9999')
      expect((await store.deliveriesOf('s1', 10)).map(({ id }) => id)).toEqual(['msg_1'])
    })

    test('due is the longest waiting of each search first; one of a search that is gone is not for long', async () => {
      const delivery = (id: string, savedId: string, minute: number): LooseRow => ({
        table: 'saved_delivery',
        row: {
          ...{ id, saved_id: savedId, created_at: at, state: 'waiting', tries: 0 },
          next_try_at: `2026-03-01T08:0${minute}:00.000Z`,
        },
      })
      await begun()
      await store.addSaved(saved('s2'), 'whsec_y')
      for (const [id, savedId] of [
        ['msg_1', 's1'],
        ['msg_2', 's1'],
        ['msg_3', 's1'],
        ['msg_4', 's2'],
        ['msg_5', 'gone'],
      ] as const)
        await store.putLooseRow(delivery(id, savedId, Number(id.at(-1))))
      const due = async (limit: number) =>
        (await store.deliveriesDue(limit)).map(({ id }) => id).join(' ')
      expect(await due(2)).toBe('msg_1 msg_4')
      expect(await due(10)).toBe('msg_1 msg_4 msg_5 msg_2 msg_3')
      expect(await store.startDelivery('msg_5', -1)).toBeNull()
      expect(await due(10)).toBe('msg_1 msg_4 msg_2 msg_3')
    })

    test('a document that is forgotten leaves nothing behind, and is new when it comes again', async () => {
      await begun()
      await add(plan)
      await add(report)
      await settle([planId, reportId])
      await saveRecord(store, planId, plan)
      await store.forget([planId], at)
      expect(await changedIds()).toEqual([])
      const rows: LooseRow[] = []
      for await (const row of store.looseRows()) rows.push(row)
      const traces = rows.filter(({ row }) => JSON.stringify(row).includes(planId))
      expect(traces.map(({ table }) => table)).toEqual(['forgotten'])
      expect((await store.startDelivery('msg_1', 1000))?.documentIds).toEqual([reportId])
      await add(plan)
      await settle([planId], 'msg_2')
      expect((await store.startDelivery('msg_2', 1000))?.documentIds).toEqual([planId])
    })

    test('a backup has all of it, so that a restored archive goes on where it was', async () => {
      await begun()
      await add(plan)
      await settle([planId])
      await add(report)
      const rows: LooseRow[] = []
      for await (const row of store.looseRows()) rows.push(row)
      expect(rows.map(({ table }) => table)).toEqual([
        'saved_search',
        'saved_match',
        'saved_delivery',
        'saved_change',
      ])
      const other = await create()
      for (const id of [planId, reportId]) {
        const whole = await store.wholeDocument(id)
        if (whole) await other.putDocument(whole)
      }
      // Twice: a copy that was interrupted is begun again.
      for (const row of [...rows, ...rows]) await other.putLooseRow(row)
      expect(await other.savedWithWebhook()).toEqual({ begun: [saved('s1')], notBegun: [] })
      expect((await other.changedDocuments(10)).map(({ id }) => id)).toEqual([reportId])
      expect(await other.startDelivery('msg_1', 1000)).toMatchObject({
        documentIds: [planId],
        secret: 'whsec_x',
      })
      await other.settleChanged([], [{ savedId: 's1', deliveryId: 'msg_9', documentIds: [planId] }])
      expect(await other.deliveriesOf('s1', 10)).toHaveLength(1)
      await other.close()
    })
  })
}
