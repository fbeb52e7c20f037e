// What a store remembers of one search is no longer believed in the next where something changed, be it by another process. Part of the
// contracts of stores.
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Store } from '../../src/ports/store.ts'
import { saveRecord } from '../support/attempts.ts'
import { idOf, recordOf } from '../support/record-of.ts'

const at = '2026-03-01T08:00:00.000Z'

async function put(store: Store, name: string, line: string, province = 'hoa-binh'): Promise<void> {
  const id = idOf(name)
  if (!(await store.getDocument(id)))
    await store.addDocument({ id, source: { name }, bytes: 1, receivedAt: at })
  const record = recordOf({ lines: [`title: ${line}`], provinces: [[province, province]] })
  await saveRecord(store, id, record)
}

const forget = (store: Store, name: string) => store.forget([idOf(name)], at)

/** What happens after a search of "rung" and of everything, and what is found then. */
const cases: Array<{
  what: string
  change(store: Store): Promise<unknown>
  rung: string[]
  all: string[]
  without: string[]
  provinces: Record<string, number>
}> = [
  {
    what: 'nothing',
    change: async () => {},
    rung: ['a', 'b'],
    all: ['a', 'b', 'c'],
    without: ['c'],
    provinces: { 'hoa-binh': 3 },
  },
  {
    what: 'one comes',
    change: (store) => put(store, 'd', 'Trồng rừng', 'son-la'),
    rung: ['a', 'b', 'd'],
    all: ['a', 'b', 'c', 'd'],
    without: ['c'],
    provinces: { 'hoa-binh': 3, 'son-la': 1 },
  },
  {
    what: 'the first is written anew with other words',
    change: (store) => put(store, 'a', 'Tuyển sinh', 'son-la'),
    rung: ['b'],
    all: ['a', 'b', 'c'],
    without: ['a', 'c'],
    provinces: { 'hoa-binh': 2, 'son-la': 1 },
  },
  {
    what: 'the last gets the word',
    change: (store) => put(store, 'c', 'Cháy rừng'),
    rung: ['a', 'b', 'c'],
    all: ['a', 'b', 'c'],
    without: [],
    provinces: { 'hoa-binh': 3 },
  },
  {
    what: 'one goes',
    change: (store) => forget(store, 'b'),
    rung: ['a'],
    all: ['a', 'c'],
    without: ['c'],
    provinces: { 'hoa-binh': 2 },
  },
  {
    what: 'the last goes and another gets its row',
    change: async (store) => {
      await forget(store, 'c')
      await put(store, 'e', 'Giữ rừng')
    },
    rung: ['a', 'b', 'e'],
    all: ['a', 'b', 'e'],
    without: [],
    provinces: { 'hoa-binh': 3 },
  },
]

/** `open` gives a store that is empty, and how another process opens the same. */
export function runSearchMemoryContract(
  open: () => Promise<{ store: Store; openAgain: () => Promise<Store> }>,
): void {
  describe.each([false, true])('after a search (by another process: %s)', (isOther) => {
    test.each(cases)('$what', async ({ change, rung, all, without, provinces }) => {
      const { store, openAgain } = await open()
      onTestFinished(() => store.close())
      await put(store, 'a', 'Phòng cháy rừng')
      await put(store, 'b', 'Giao đất giao rừng')
      await put(store, 'c', 'Khai giảng')
      const namesOf = async (q: string) =>
        (await store.search({ q, limit: 10 })).hits.map(({ name }) => name).sort()
      for (const q of ['rung', '', '-rung', 'rừng']) await namesOf(q)
      const writer = isOther ? await openAgain() : store
      await change(writer)
      if (isOther) await writer.close()
      expect(await namesOf('rung')).toEqual(rung)
      expect(await namesOf('rừng')).toEqual(rung)
      expect(await namesOf('')).toEqual(all)
      expect(await namesOf('-rung')).toEqual(without)
      const { facets } = await store.search({ limit: 10 })
      expect(Object.fromEntries(facets.province.map(({ value, count }) => [value, count]))).toEqual(
        provinces,
      )
    })
  })
}
