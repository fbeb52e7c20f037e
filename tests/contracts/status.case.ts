// What every Store tells about its documents as a whole, and how it forgets one.
import { beforeEach, describe, expect, test } from 'vitest'
import { UserError } from '../../src/errors.ts'
import type { DocumentState, VanthuRecord } from '../../src/model.ts'
import type { Store } from '../../src/ports/store.ts'
import { begin, markFailed, saveRecord } from '../support/attempts.ts'
import { parsedOf } from '../support/page.ts'
import { idOf, recordOf } from '../support/record-of.ts'

export function runStatusContract({
  name,
  create,
}: {
  name: string
  create: () => Promise<Store>
}): void {
  describe(`documents as a whole in ${name}`, () => {
    let store: Store
    beforeEach(async () => {
      store = await create()
      return () => store.close()
    })
    const add = (key: string, receivedAt = '2026-03-01T08:00:00.000Z', container?: string) =>
      store.addDocument({
        id: idOf(key),
        source: { name: `${key}.pdf` },
        bytes: 1,
        receivedAt,
        container: container ? { id: idOf(container), types: ['application/zip'] } : null,
      })

    describe('lists by state', () => {
      /** All documents in a state, page by page. */
      const listed = async (state: DocumentState, limit: number, code?: string) => {
        const names: string[] = []
        for (let cursor: string | undefined; ; ) {
          const page = await store.documentsIn({ state, code, limit, cursor })
          names.push(...page.documents.map((row) => row.name))
          expect(page.documents.length).toBeLessThanOrEqual(limit)
          if (page.next === null) return names
          cursor = page.next
        }
      }

      test.each([1, 2, 7])('pages of %i hold each once, in order', async (limit) => {
        // Two of the same instant, so that the ids decide.
        const days = ['03', '01', '02', '02', '05'].map((day) => `2026-03-${day}T00:00:00.000Z`)
        for (const [i, day] of days.entries()) await add(`chờ ${i}`, day)
        const [first, last] = ['chờ 1.pdf', 'chờ 4.pdf']
        const waiting = await listed('pending', limit)
        expect(waiting).toHaveLength(5)
        expect(new Set(waiting).size).toBe(5)
        expect([waiting[0], waiting[3], waiting[4]]).toEqual([first, 'chờ 0.pdf', last])

        for (const key of ['chờ 1', 'chờ 0', 'chờ 4']) {
          await markFailed(store, idOf(key), { code: 'corrupt', message: key })
          await new Promise((resolve) => setTimeout(resolve, 3))
        }
        expect(await listed('failed', limit)).toEqual(['chờ 4.pdf', 'chờ 0.pdf', 'chờ 1.pdf'])
        expect(await listed('pending', limit)).toHaveLength(2)
        expect(await listed('extracted', limit)).toEqual([])
      })

      test('pick failures of one code', async () => {
        for (const [key, code] of [
          ['a', 'corrupt'],
          ['b', 'empty'],
        ] as const) {
          await add(key)
          await markFailed(store, idOf(key), { code, message: key })
        }
        expect(await listed('failed', 1, 'empty')).toEqual(['b.pdf'])
        expect(await listed('failed', 5, 'encrypted')).toEqual([])
      })

      test.each(['x', '~', '2026~zz', `${'a'.repeat(64)}`])(
        'refuse the cursor %j',
        async (cursor) => {
          await expect(store.documentsIn({ state: 'failed', limit: 5, cursor })).rejects.toThrow(
            UserError,
          )
        },
      )
    })

    test('tell how work gets on', async () => {
      const since = new Date(Date.now() - 1_000).toISOString()
      expect(await store.progress(since)).toEqual({
        running: [],
        quarantined: [],
        hindered: [],
        oldest: null,
        ended: 0,
        firstEndedAt: null,
      })
      for (const [i, key] of ['cũ', 'đang', 'vướng', 'xong', 'hỏng'].entries())
        await add(key, `2026-03-0${i + 1}T00:00:00.000Z`)
      await begin(store, idOf('đang'))
      const full = { code: 'transient', message: 'The disk is full.' }
      await store.markWaiting(await begin(store, idOf('vướng')), full, { counted: false })
      await saveRecord(store, idOf('xong'), recordOf({ lines: ['Xong'] }))
      const { stateSince } = (await store.getDocument(idOf('xong'))) ?? {}
      await markFailed(store, idOf('hỏng'), { code: 'corrupt', message: 'x' })
      expect(await store.progress(since)).toMatchObject({
        running: [{ name: 'đang.pdf' }],
        hindered: [{ name: 'vướng.pdf', error: full }],
        oldest: { name: 'cũ.pdf', stateSince: '2026-03-01T00:00:00.000Z' },
        ended: 2,
        firstEndedAt: stateSince,
      })
      const later = new Date(Date.now() + 60_000).toISOString()
      expect(await store.progress(later)).toMatchObject({ ended: 0, firstEndedAt: null })
    })

    test('tell what made their records, but for those that wait', async () => {
      const madeBy = (parser: string): VanthuRecord => ({
        ...recordOf({ lines: ['x'] }),
        madeBy: { parser, extractor: '3', lexicon: 'abc' },
      })
      const ids = ['a', 'b', 'c'].map((first) => first.repeat(64))
      for (const id of ids) {
        await store.addDocument({ id, source: { name: id }, bytes: 1, receivedAt: '2026' })
        await saveRecord(store, id, madeBy('pdf/1'))
      }
      await saveRecord(store, ids[1] ?? '', madeBy('pdf/2'))
      await store.setNextJob([ids[2] ?? ''], 'extract')
      const made = (i: number, parser: string) => ({
        id: ids[i],
        parser,
        extractor: '3',
        lexicon: 'abc',
      })
      expect(await store.makers('', 5)).toEqual([made(0, 'pdf/1'), made(1, 'pdf/2')])
      expect(await store.makers('', 1)).toEqual([made(0, 'pdf/1')])
      expect(await store.makers(ids[0] ?? '', 5)).toEqual([made(1, 'pdf/2')])
    })

    describe('forgetting', () => {
      const at = '2026-04-01T00:00:00.000Z'

      test('removes all that was kept, and the names remain', async () => {
        await add('báo cáo')
        await add('ở lại')
        for (const key of ['báo cáo', 'ở lại']) {
          await store.saveParsed(await begin(store, idOf(key)), parsedOf('Hội nghị'))
          await saveRecord(store, idOf(key), recordOf({ lines: ['title: Hội nghị'] }))
        }
        const id = idOf('báo cáo')
        expect(await store.forget([id], at)).toEqual([id])
        expect(await store.wholeDocument(id)).toBeNull()
        expect(await store.getParsed(id)).toBeNull()
        expect(await store.getRecord(id)).toBeNull()
        expect((await store.search({ q: 'hội nghị', limit: 5 })).total).toBe(1)
        expect((await store.countStates()).extracted).toBe(1)
        expect(await store.forgotten('', 5)).toEqual([{ id, name: 'báo cáo.pdf', at }])
        expect(await store.forgotten(id.slice(0, 8), 5)).toHaveLength(1)
        expect(await store.forgotten(idOf('ở lại'), 5)).toEqual([])
        expect(await store.forget([id], at)).toEqual([])
      })

      test('is over when the document comes again', async () => {
        const id = idOf('báo cáo')
        await add('báo cáo')
        await store.forget([id], at)
        expect(await add('báo cáo')).toMatchObject({ isNew: true, row: { nextJob: 'parse' } })
        expect(await store.forgotten('', 5)).toEqual([])
        await store.forget([id], '2026-05-01T00:00:00.000Z')
        expect(await store.forgotten('', 5)).toMatchObject([{ at: '2026-05-01T00:00:00.000Z' }])
      })

      test('of an archive leaves what came by itself or in another archive', async () => {
        await add('kho một')
        await add('kho hai')
        await add('riêng')
        for (const key of ['riêng', 'chỉ trong một', 'trong cả hai'])
          await add(key, undefined, 'kho một')
        await add('trong cả hai', undefined, 'kho hai')
        const one = idOf('kho một')
        expect((await store.membersOnlyOf([one])).map((row) => row.name)).toEqual([
          'chỉ trong một.pdf',
        ])
        expect(await store.membersOnlyOf([one, idOf('chỉ trong một')])).toEqual([])
        await store.forget([one, idOf('chỉ trong một')], at)
        expect(await store.getDocument(idOf('chỉ trong một'))).toBeNull()
        expect((await store.getDocument(idOf('riêng')))?.container).toBeNull()
        expect((await store.getDocument(idOf('trong cả hai')))?.container).toEqual({
          id: idOf('kho hai'),
          types: [],
        })
        expect(await store.membersOf(idOf('kho hai'), 5)).toHaveLength(1)
        expect(await store.membersOnlyOf([idOf('kho hai')])).toHaveLength(1)
      })
    })
  })
}
