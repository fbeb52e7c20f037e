// What every Store counts for the dashboard, and how it gives several documents at once.
import { beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '../../src/ports/store.ts'
import { markFailed, saveRecord } from '../support/attempts.ts'
import { idOf, type RecordParts, recordOf } from '../support/record-of.ts'

export function runFiguresContract({
  name,
  create,
}: {
  name: string
  create: () => Promise<Store>
}): void {
  describe(`figures of ${name}`, () => {
    let store: Store
    beforeEach(async () => {
      store = await create()
      return () => store.close()
    })
    const long = '2020-01-01T00:00:00.000Z'
    const add = (
      key: string,
      { at = '2026-03-01T08:00:00.000Z', place = `${key}.pdf`, container = '' } = {},
    ) =>
      store.addDocument({
        id: idOf(key),
        source: { name: `${key}.pdf`, ...(container ? {} : { place }) },
        bytes: 1,
        receivedAt: at,
        container: container ? { id: idOf(container), types: ['application/zip'] } : null,
      })
    const addRecord = async (key: string, parts: Partial<RecordParts>) => {
      await add(key)
      await saveRecord(store, idOf(key), recordOf({ lines: [`title: ${key}`], ...parts }))
    }

    test('are empty in an empty archive', async () => {
      expect(await store.figures(long)).toEqual({
        days: [],
        sources: [],
        provincesThen: [],
        provincesToday: [],
        months: [],
      })
    })

    test('days are those of Vietnam, from the instant on', async () => {
      await add('hôm trước', { at: '2026-02-28T16:59:59.999Z' })
      await add('sớm', { at: '2026-02-28T17:00:00.000Z' })
      await add('muộn', { at: '2026-03-01T16:59:59.000Z' })
      await add('hôm sau', { at: '2026-03-01T17:00:00.000Z' })
      expect((await store.figures('2026-02-28T17:00:00.000Z')).days).toEqual([
        { value: '2026-03-01', count: 2 },
        { value: '2026-03-02', count: 1 },
      ])
    })

    test('sources are told by where a document came from first', async () => {
      await add('trang', { place: 'https://tin.tinh-a.example/bai/1?x=http://b/' })
      await add('trang', { place: 'kho/trang.pdf' })
      await add('trang 2', { place: 'http://tin.tinh-a.example' })
      await add('tệp', { place: '2023/tep.pdf' })
      await add('tệp', { place: 'https://b.example/tep.pdf' })
      await add('trong', { container: 'tệp' })
      await markFailed(store, idOf('trang 2'), { code: 'empty', message: 'rỗng' })
      expect((await store.figures(long)).sources).toEqual([
        { source: 'file', state: 'pending', count: 1 },
        { source: 'inside', state: 'pending', count: 1 },
        { source: 'tin.tinh-a.example', state: 'failed', count: 1 },
        { source: 'tin.tinh-a.example', state: 'pending', count: 1 },
      ])
    })

    test('provinces count each document once, as they were and today', async () => {
      await addRecord('một', {
        provinces: [
          ['hoa-binh', 'phu-tho'],
          ['vinh-phuc', 'phu-tho'],
        ],
      })
      await addRecord('hai', {
        provinces: [
          ['hoa-binh', 'phu-tho'],
          ['ha-noi', 'ha-noi'],
        ],
      })
      const { provincesThen, provincesToday } = await store.figures(long)
      expect(provincesThen).toEqual([
        { value: 'ha-noi', count: 1 },
        { value: 'hoa-binh', count: 2 },
        { value: 'vinh-phuc', count: 1 },
      ])
      expect(provincesToday).toEqual([
        { value: 'ha-noi', count: 1 },
        { value: 'phu-tho', count: 2 },
      ])
    })

    test('months are those of the documents themselves', async () => {
      await addRecord('một', { publishedAt: '2023-03-22T08:15:00+07:00', issuedOn: '2023-02-01' })
      await addRecord('hai', { issuedOn: '2023-03-01' })
      await addRecord('ba', { issuedOn: '2019-11' })
      await addRecord('bốn', {})
      expect((await store.figures(long)).months).toEqual([
        { value: '', count: 1 },
        { value: '2019-11', count: 1 },
        { value: '2023-03', count: 2 },
      ])
    })

    test('several documents are given at once, those that are there', async () => {
      await add('một')
      await add('hai')
      const found = await store.documentsOf([idOf('hai'), idOf('không có'), idOf('một')])
      expect(found.map((row) => row.name).sort()).toEqual(['hai.pdf', 'một.pdf'])
      expect(found[0]).toEqual(await store.getDocument(found[0]?.id ?? ''))
      expect(await store.documentsOf([])).toEqual([])
    })
  })
}
