// What every Store does when it is looked over, filled from another one, or indexed anew.
import { beforeEach, describe, expect, test } from 'vitest'
import { UserError } from '../../src/errors.ts'
import type { Store, StoreReader } from '../../src/ports/store.ts'
import { allOf } from '../support/all-of.ts'
import { answersOf, documentsOf } from '../support/archives.ts'
import { saveRecord } from '../support/attempts.ts'
import { addExtracted, type Filled, fiftyQueries, fillStore } from '../support/fill-store.ts'
import { idOf, recordOf } from '../support/record-of.ts'

/** A store in a place of its own, which is closed after the test. */
export type StoreInPlace = {
  store: Store
  /** Opens the same for reading only; closed by the caller. */
  source(options?: { snapshot?: boolean }): Promise<StoreReader>
  /** Changes its tables behind its back. */
  exec(sql: string): Promise<void>
}

export function runUpkeepContract({
  name,
  create,
}: {
  name: string
  create: () => Promise<StoreInPlace>
}): void {
  describe(`${name} kept up`, () => {
    let place: StoreInPlace
    let store: Store
    let filled: Filled
    beforeEach(async () => {
      place = await create()
      store = place.store
      filled = await fillStore(store)
    })

    test('fifty questions are fifty', () => expect(fiftyQueries).toHaveLength(50))

    test('rows of no document are told table by table', async () => {
      const rows = await allOf(store.looseRows())
      expect(rows.map(({ table }) => table)).toEqual(['forgotten', 'inbox_file'])
      expect(rows[0]?.row).toEqual({
        id: idOf('bytes của quên.txt'),
        name: 'quên.txt',
        at: '2026-03-01T08:00:00.000Z',
      })
      expect(rows[1]?.row).toMatchObject({
        document_id: filled.failed,
        size: 12,
        mtime_ms: 1_700_000_000_000.5,
        note_path: null,
      })
    })

    test('an empty store is filled with all there is, and answers the same', async () => {
      const { store: target } = await create()
      await target.fill({
        documents: () => documentsOf(store),
        looseRows: () => store.looseRows(),
      })
      expect(await allOf(documentsOf(target))).toEqual(await allOf(documentsOf(store)))
      expect(await allOf(target.looseRows())).toEqual(await allOf(store.looseRows()))
      expect(await answersOf(target)).toEqual(await answersOf(store))
      expect(await target.membersOf(filled.pending, 5)).toHaveLength(1)
      expect(await target.pending(9)).toEqual(await store.pending(9))
    })

    test('a row of no document is put again without harm, and points to no document that is not there', async () => {
      const { store: target } = await create()
      const rows = await allOf(store.looseRows())
      for (let time = 0; time < 2; time++) for (const row of rows) await target.putLooseRow(row)
      const [forgotten, file] = rows
      expect(await allOf(target.looseRows())).toEqual([
        forgotten,
        { ...file, row: { ...file?.row, document_id: null } },
      ])
      await expect(target.putLooseRow({ table: 'record', row: {} })).rejects.toThrow(
        'no table "record"',
      )
    })

    test('a filling that breaks off leaves it empty, and can be done again', async () => {
      const { store: target } = await create()
      async function* broken() {
        let n = 0
        for await (const document of documentsOf(store)) {
          if (++n === 5) throw new Error('the tape tore')
          yield document
        }
      }
      const looseRows = () => store.looseRows()
      await expect(target.fill({ documents: broken, looseRows })).rejects.toThrow('the tape tore')
      expect(await target.idsAfter('', 5)).toEqual([])
      await target.fill({ documents: () => documentsOf(store), looseRows })
      expect(await target.countStates()).toEqual(await store.countStates())
    })

    test('a store that is not empty is not filled', async () => {
      const before = await allOf(documentsOf(store))
      const looseRows = () => store.looseRows()
      async function* changed() {
        for await (const document of documentsOf(store))
          yield { ...document, record: recordOf({ lines: ['khác'] }) }
      }
      await expect(store.fill({ documents: changed, looseRows })).rejects.toThrow(UserError)
      expect(await allOf(documentsOf(store))).toEqual(before)
    })

    test('a snapshot shows one moment, a source what there is now', async () => {
      const [snapshot, source] = [await place.source({ snapshot: true }), await place.source()]
      const before = await allOf(documentsOf(snapshot))
      expect(before).toEqual(await allOf(documentsOf(store)))
      const added = await addExtracted(store, 'mới.txt', Buffer.from('mới'), 3)
      await saveRecord(store, filled.extracted[0] ?? '', recordOf({ lines: ['làm lại'] }))
      await store.forget([filled.extracted[1] ?? ''], '2026-03-02T08:00:00.000Z')
      expect(await allOf(documentsOf(snapshot))).toEqual(before)
      expect((await allOf(snapshot.looseRows())).length).toBe(2)
      expect(await snapshot.wholeDocument(added)).toBeNull()
      expect(await source.wholeDocument(added)).not.toBeNull()
      expect((await allOf(source.looseRows())).length).toBe(3)
      await snapshot.close()
      await source.close()
    })

    test('index and records agree as they are written', async () => {
      const odd = 'a\u0000b\ud800c \u{1F389}'
      await saveRecord(
        store,
        filled.member,
        recordOf({
          lines: [`title: ${odd}`, odd],
          officials: [odd, odd, 'Lê Na'],
          provinces: [
            [odd, 'phu-tho'],
            [odd, 'phu-tho'],
          ],
          issuedOn: '2021-12/2022-01',
          publishedAt: '2022-02-01',
        }),
      )
      await saveRecord(store, filled.failed, recordOf({ lines: [] }))
      for (const reader of [store, await place.source()]) {
        for (const id of filled.bytes.keys()) expect(await reader.indexFaults(id)).toEqual([])
        expect(await reader.storeFaults()).toEqual([])
        if (reader !== store) await reader.close()
      }
      expect(await store.indexFaults(idOf('không có'))).toEqual([])
    })

    const number = '(SELECT number FROM record ORDER BY number LIMIT 1)'
    test.each<[what: string, sql: string, says: RegExp]>([
      [
        'a lost province',
        `DELETE FROM record_province WHERE record = ${number}`,
        /^0 provinces instead of 1$/,
      ],
      [
        "a province that is another's today",
        `UPDATE record_province SET current = 'ha-noi' WHERE record = ${number}`,
        /^other provinces$/,
      ],
      [
        'lost values',
        `UPDATE record_index SET facets = NONE WHERE record = ${number}`,
        /^other values to count it by$/,
      ],
      [
        'a lost row of values',
        `DELETE FROM record_index WHERE record = ${number}`,
        /^no row to sort and count it by$/,
      ],
      ['lost words', `DELETE FROM folded_words WHERE ROWS`, /folded words/],
      ['lost words with marks', `DELETE FROM marked_words WHERE ROWS`, /marked words/],
      [
        'another day',
        `UPDATE record SET day = '1999-01-01'`,
        /^the day "1999-01-01" instead of "20/,
      ],
      ['another type', `UPDATE record SET type = 'law'`, /^the type "law" instead of "article"$/],
    ])('%s of the index are found, and mended by indexing anew', async (_, sql, says) => {
      const id = filled.extracted[0] ?? ''
      const before = await answersOf(store)
      const [rows, none] = name.startsWith('SQLite') ? ['rowid', "X''"] : ['record', "'{}'"]
      await place.exec(sql.replace('ROWS', `${rows} = ${number}`).replace('NONE', none))
      expect((await store.indexFaults(id)).join('; ')).toMatch(says)
      for (const one of filled.extracted) expect(await store.reindex(one)).toBe(true)
      expect(await store.indexFaults(id)).toEqual([])
      expect(await answersOf(store)).toEqual(before)
    })

    test('an index that is emptied comes back the same, document by document', async () => {
      const before = await answersOf(store)
      await store.emptyIndex()
      expect((await store.search({ q: 'hoi nghi', limit: 5 })).total).toBe(0)
      for (const id of filled.extracted)
        expect((await store.indexFaults(id)).length).toBeGreaterThan(0)
      for (const id of filled.bytes.keys())
        expect(await store.reindex(id)).toBe(filled.extracted.includes(id))
      expect(await answersOf(store)).toEqual(before)
      expect(await store.reindex(idOf('không có'))).toBe(false)
    })
  })
}
