// What every Store does. An adapter's test calls this with a way to open an empty one.
import { setTimeout as wait } from 'node:timers/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { SupersededError } from '../../src/errors.ts'
import type { VanthuRecord } from '../../src/model.ts'
import type { Store } from '../../src/ports/store.ts'
import { begin, holder, markFailed, saveParsed, saveRecord } from '../support/attempts.ts'
import { parsedOf } from '../support/page.ts'
import { idOf, recordOf } from '../support/record-of.ts'
import { runSearchContract } from './search.case.ts'

const receivedAt = '2026-03-01T08:00:00.000Z'
const namesOf = async (store: Store, id: string) =>
  (await store.sourcesOf(id)).map((source) => source.name)

export function runStoreContract({
  name,
  create,
}: {
  name: string
  create: () => Promise<Store>
}): void {
  describe(`${name} as a Store`, () => {
    let store: Store
    const id = idOf('bao-cao')
    const add = (document = id, at = receivedAt) =>
      store.addDocument({
        id: document,
        source: { name: 'bao-cao.pdf' },
        bytes: 48_213,
        receivedAt: at,
      })

    beforeEach(async () => {
      store = await create()
      return () => store.close()
    })

    test('a new document waits to be parsed', async () => {
      const { row, isNew } = await add()
      expect(isNew).toBe(true)
      expect(row).toMatchObject({
        id,
        name: 'bao-cao.pdf',
        mediaType: null,
        bytes: 48_213,
        state: 'pending',
        nextJob: 'parse',
        attempts: 0,
        error: null,
        receivedAt,
      })
      expect(await store.getDocument(id)).toEqual(row)
      expect(await store.pending(10)).toEqual([{ id, job: 'parse' }])
    })

    test('the same bytes under another name are one document with two names', async () => {
      await add()
      await store.addDocument({
        id,
        source: { name: 'Báo cáo (2).pdf' },
        bytes: 48_213,
        receivedAt,
      })
      const third = await add()
      expect(third.isNew).toBe(false)
      expect(third.row.name).toBe('bao-cao.pdf')
      expect(await namesOf(store, id)).toEqual(['bao-cao.pdf', 'Báo cáo (2).pdf'])
      expect((await store.countStates()).pending).toBe(1)
    })

    describe('documents in containers', () => {
      const archive = idOf('kho')
      const container = { id: archive, types: ['application/zip'] }
      const addInside = (name: string, document = id) =>
        store.addDocument({ id: document, source: { name }, bytes: 12, receivedAt, container })
      beforeEach(async () => {
        await store.addDocument({ id: archive, source: { name: 'kho.zip' }, bytes: 99, receivedAt })
      })

      test('know what they came in, and are listed there', async () => {
        const { row } = await addInside('b/một.pdf')
        await addInside('a/hai.pdf', idOf('hai'))
        expect(row).toMatchObject({ name: 'b/một.pdf', container, nextJob: 'parse' })
        expect((await store.getDocument(archive))?.container).toBeNull()
        const members = await store.membersOf(archive, 10)
        expect(members.map(({ name, row }) => [name, row.id])).toEqual([
          ['b/một.pdf', id],
          ['a/hai.pdf', idOf('hai')],
        ])
        expect(await store.membersOf(archive, 1)).toHaveLength(1)
        expect(await store.membersOf(id, 10)).toEqual([])
      })

      test('found again are one; the same bytes twice inside are two members', async () => {
        await addInside('một.pdf')
        await addInside('một.pdf')
        await addInside('bản sao.pdf')
        expect((await store.membersOf(archive, 10)).map(({ name }) => name)).toEqual([
          'một.pdf',
          'bản sao.pdf',
        ])
        expect(await namesOf(store, id)).toEqual(['một.pdf', 'bản sao.pdf'])
      })

      test('two of one name are both listed', async () => {
        await addInside('một.pdf')
        await addInside('một.pdf', idOf('hai'))
        await addInside('một.pdf', idOf('hai'))
        expect((await store.membersOf(archive, 10)).map(({ row }) => row.id)).toEqual([
          id,
          idOf('hai'),
        ])
      })

      test('one that was there by itself stays so', async () => {
        await add()
        const { row } = await addInside('trong/bao-cao.pdf')
        expect(row).toMatchObject({ name: 'bao-cao.pdf', container: null })
        expect(await store.membersOf(archive, 10)).toHaveLength(1)
      })

      test('one that comes by itself later is its own, and is tried again where it failed', async () => {
        await addInside('trong.zip')
        await markFailed(store, id, { code: 'too-complex', message: 'an archive in a mail' })
        const { row, isNew } = await add()
        expect(isNew).toBe(false)
        expect(row).toMatchObject({
          container: null,
          state: 'pending',
          nextJob: 'parse',
          error: null,
        })
        await markFailed(store, id, { code: 'corrupt', message: 'x' })
        expect((await add()).row).toMatchObject({ state: 'failed', nextJob: null })
      })
    })

    test('adding again changes nothing of what became of a document', async () => {
      await add()
      await saveParsed(store, id, parsedOf('Báo cáo'))
      await saveRecord(store, id, recordOf({ lines: ['Báo cáo'] }))
      const { row } = await add()
      expect(row).toMatchObject({ state: 'extracted', nextJob: null })
    })

    test('attempts are counted until the job ends well', async () => {
      await add()
      const error = { code: 'bug', message: 'index out of range' }
      const first = await begin(store, id)
      expect(first.attempts).toBe(1)
      await store.markWaiting(first, error, { counted: true })
      const second = await begin(store, id)
      expect(second.attempts).toBe(2)
      await store.saveParsed(second, parsedOf('Báo cáo'))
      expect(await store.getDocument(id)).toMatchObject({ attempts: 0, nextJob: 'extract' })
      expect(await begin(store, id)).toMatchObject({ attempts: 1 })
    })

    test('an attempt that has got on is taken back', async () => {
      await add()
      const first = await begin(store, id, -1)
      await store.takeBackAttempt(first)
      const attempt = await begin(store, id)
      expect(attempt.attempts).toBe(1)
      await store.takeBackAttempt(attempt)
      await store.takeBackAttempt(attempt)
      expect(await store.getDocument(id)).toMatchObject({ attempts: 0, nextJob: 'parse' })
    })

    test('waiting keeps the reason; an uncounted start is taken back', async () => {
      await add()
      const error = { code: 'transient', message: 'The disk is full.' }
      await store.markWaiting(await begin(store, id), error, { counted: false })
      expect(await store.getDocument(id)).toMatchObject({ attempts: 0, error, state: 'pending' })
      await store.markWaiting(await begin(store, id), error, { counted: true })
      expect(await store.getDocument(id)).toMatchObject({ attempts: 1, nextJob: 'parse' })
    })

    test('a failed document is left aside with its reason', async () => {
      await add()
      const error = { code: 'encrypted', message: 'bao-cao.pdf is protected by a password.' }
      const attempt = await begin(store, id)
      await store.markFailed(attempt, error)
      expect(await store.getDocument(id)).toMatchObject({ state: 'failed', nextJob: null, error })
      expect(await store.pending(10)).toEqual([])
      const { documents } = await store.documentsIn({ state: 'failed', limit: 10 })
      expect(documents).toMatchObject([{ id, name: 'bao-cao.pdf', error }])
      const late = { code: 'transient', message: 'late' }
      await expect(store.markWaiting(attempt, late, { counted: false })).rejects.toThrow(
        SupersededError,
      )
      expect(await store.getDocument(id)).toMatchObject({ state: 'failed', error })
    })

    test('parsed documents and records come back as they were, and can be saved again', async () => {
      await add()
      const parsed = parsedOf('Hội nghị 🎉 giao ban\u0000 cuối')
      const record = recordOf({ lines: ['title: Hội nghị', 'Nội dung \u{1F389}'] })
      for (let time = 0; time < 2; time++) {
        await saveParsed(store, id, parsed)
        await saveRecord(store, id, record)
      }
      expect(await store.getParsed(id)).toEqual(parsed)
      expect(await store.getRecord(id)).toEqual(record)
      expect((await store.search({ q: 'hội nghị', limit: 10 })).total).toBe(1)
    })

    describe('text that databases stumble over', () => {
      const odd = 'a\u0000b\ud800c \udc00\u{1F389} \ufffe'
      /** NUL and halves of surrogate pairs may be kept as U+FFFD, but no letter beside them may be lost. */
      const kept = /^a[\u0000\ufffd]b[\ud800\ufffd]c [\udc00\ufffd]\u{1F389} \ufffe$/u

      test('in names and reasons keeps its letters, and is one and the same the second time', async () => {
        const archive = { id: idOf('kho'), source: { name: odd }, bytes: 9, receivedAt }
        await store.addDocument(archive)
        const container = { id: archive.id, types: [odd] }
        for (let time = 0; time < 2; time++)
          await store.addDocument({ id, source: { name: odd }, bytes: 1, receivedAt, container })
        await markFailed(store, id, { code: 'corrupt', message: odd })
        const row = await store.getDocument(id)
        expect(row?.name).toMatch(kept)
        expect(row?.error?.message).toMatch(kept)
        expect(row?.container?.types).toEqual([odd])
        expect(await namesOf(store, id)).toEqual([row?.name])
        expect(await store.membersOf(archive.id, 10)).toEqual([{ name: row?.name, row }])
      })

      test('in records and parsed documents comes back as it was, and is found', async () => {
        await add()
        const parsed = { ...parsedOf(odd), mediaType: odd }
        const record = recordOf({
          lines: [`title: ${odd} hội`, `${odd} nghị`],
          officials: [odd, `Bùi${odd}Văn`],
          provinces: [[odd, 'phu-tho']],
          number: odd,
        })
        await saveParsed(store, id, parsed)
        await saveRecord(store, id, record)
        expect(await store.getParsed(id)).toEqual(parsed)
        expect(await store.getRecord(id)).toEqual(record)
        const { hits, facets } = await store.search({ q: 'hội nghị', limit: 5 })
        expect(hits[0]).toMatchObject({ number: odd, officials: [odd, `Bùi${odd}Văn`] })
        expect(facets.official).toHaveLength(2)
        expect((await store.search({ official: 'văn', limit: 5 })).total).toBe(1)
        expect((await store.search({ province: odd, limit: 5 })).total).toBeLessThanOrEqual(1)
      })

      test('is asked for without an error', async () => {
        expect(await store.getDocument(odd)).toBeNull()
        expect(await store.idsStartingWith(odd, 5)).toEqual([])
        expect((await store.search({ year: odd, limit: 5 })).total).toBe(0)
      })

      test('names of any length', async () => {
        const [one, other] = ['x', 'y'].map((end) => `${'thư mục/'.repeat(9_000)}${end}`)
        for (const name of [one, other, one])
          await store.addDocument({ id, source: { name: name ?? '' }, bytes: 1, receivedAt })
        expect(await namesOf(store, id)).toEqual([one, other])
        const officials = ['Bùi '.repeat(9_000), `Lê ${'x'.repeat(90_000)}`]
        await saveRecord(store, id, recordOf({ lines: ['Thi đua'], officials }))
        expect((await store.search({ official: 'bùi', limit: 5 })).total).toBe(1)
        expect((await store.search({ official: 'le', limit: 5 })).total).toBe(1)
      })
    })

    test.each(['complete', 'partial'] as const)(
      'a %s record sets the end state',
      async (status) => {
        await add()
        await saveRecord(store, id, recordOf({ lines: ['Báo cáo'], status }))
        const state = status === 'complete' ? 'extracted' : 'partial'
        expect(await store.getDocument(id)).toMatchObject({ state, nextJob: null })
        expect(await store.countStates()).toMatchObject({ [state]: 1, pending: 0 })
      },
    )

    test('a record that does not fit its schema is refused whole', async () => {
      await add()
      const wrong = { ...recordOf({ lines: ['Báo cáo'] }), issuedOn: 'hôm qua' } as VanthuRecord
      const attempt = await begin(store, id)
      await expect(store.saveRecord(attempt, wrong)).rejects.toThrow('issuedOn')
      expect(await store.getRecord(id)).toBeNull()
      expect(await store.getDocument(id)).toMatchObject({ state: 'pending' })
    })

    test('a document that is not there is null, and nothing can be done to it', async () => {
      const unknown = idOf('unknown')
      expect(await store.getDocument(unknown)).toBeNull()
      expect(await store.getParsed(unknown)).toBeNull()
      expect(await store.getRecord(unknown)).toBeNull()
      expect(await store.sourcesOf(unknown)).toEqual([])
      const options = { job: 'parse', holder, leaseMs: 60_000 } as const
      expect(await store.startAttempt(unknown, options)).toBeNull()
      const attempt = { id: unknown, lease: 1, attempts: 1, quarantined: false }
      for (const write of [
        store.saveParsed(attempt, parsedOf('x')),
        store.saveRecord(attempt, recordOf({ lines: ['x'] })),
      ])
        await expect(write).rejects.toThrow(unknown)
      expect(await store.setNextJob([unknown], 'parse')).toEqual([])
      expect(await store.forget([unknown], receivedAt)).toEqual([])
    })

    test('pending gives the oldest first, as many as asked', async () => {
      const ids = ['c', 'a', 'b'].map(idOf)
      for (const [day, document] of ids.entries())
        await add(document, `2026-03-0${day + 1}T00:00:00Z`)
      expect((await store.pending(2)).map((waiting) => waiting.id)).toEqual(ids.slice(0, 2))
    })

    test('ids are found by their first digits', async () => {
      const ids = ['a', 'b', 'c'].map((first) => first.repeat(4) + '0'.repeat(60))
      for (const document of ids) await add(document)
      expect(await store.idsStartingWith('bb', 5)).toEqual([ids[1]])
      expect(await store.idsStartingWith('', 2)).toEqual(ids.slice(0, 2))
      expect(await store.idsStartingWith('bbc', 5)).toEqual([])
      expect(await store.idsStartingWith(ids[2] ?? '', 5)).toEqual([ids[2]])
    })

    describe('whole documents', () => {
      const archive = idOf('kho')
      const container = { id: archive, types: ['application/zip'] }
      const wholeOf = async (from: Store, ids: readonly string[]) =>
        Promise.all(ids.map((id) => from.wholeDocument(id)))
      let target: Store
      beforeEach(async () => {
        target = await create()
        return () => target.close()
      })

      test('are listed by id in pages, all of them or what changed since', async () => {
        const ids = ['a', 'b', 'c', 'd'].map((first) => first.repeat(64))
        for (const document of [2, 0, 3, 1]) await add(ids[document])
        expect(await store.idsAfter('', 3)).toEqual(ids.slice(0, 3))
        expect(await store.idsAfter(ids[2] ?? '', 3)).toEqual(ids.slice(3))
        expect(await store.idsAfter(ids[3] ?? '', 3)).toEqual([])
        await wait(5)
        await markFailed(store, ids[1] ?? '', { code: 'corrupt', message: 'x' })
        const { changedAt } = (await store.getDocument(ids[1] ?? '')) ?? { changedAt: '' }
        expect(await store.idsAfter('', 3, changedAt)).toEqual([ids[1]])
        expect(await store.idsAfter(ids[1] ?? '', 3, changedAt)).toEqual([])
      })

      test('know a further name, and coming by itself, as a change', async () => {
        await store.addDocument({ id: archive, source: { name: 'kho.zip' }, bytes: 9, receivedAt })
        const changedAt = async () => (await store.getDocument(id))?.changedAt ?? ''
        await store.addDocument({
          id,
          source: { name: 'một.pdf' },
          bytes: 1,
          receivedAt,
          container,
        })
        const times = [await changedAt()]
        for (const name of ['hai.pdf', 'hai.pdf']) {
          await wait(5)
          await store.addDocument({ id, source: { name }, bytes: 1, receivedAt, container })
          times.push(await changedAt())
        }
        await wait(5)
        await store.addDocument({ id, source: { name: 'hai.pdf' }, bytes: 1, receivedAt })
        times.push(await changedAt())
        const [added, named, again, alone] = times
        expect(named?.localeCompare(added ?? '')).toBe(1)
        expect(again).toBe(named)
        expect(alone?.localeCompare(again ?? '')).toBe(1)
      })

      test('come out with all that is kept, and are the same in another store', async () => {
        await add()
        await store.addDocument({
          id,
          source: { name: 'Báo cáo (2).pdf' },
          bytes: 48_213,
          receivedAt,
        })
        const parsed = parsedOf('Hội nghị giao ban\u0000 \ud800')
        const record = recordOf({
          lines: ['title: Hội nghị giao ban', 'Sở Giáo dục'],
          officials: ['Bùi Văn Mận'],
          provinces: [['hoa-binh', 'phu-tho']],
          publishedAt: '2023-03-21',
        })
        await saveParsed(store, id, parsed)
        await saveRecord(store, id, record)
        const failed = idOf('hỏng')
        await add(failed)
        await markFailed(store, failed, { code: 'corrupt', message: 'Tệp hỏng.' })
        const waiting = idOf('chờ')
        await add(waiting)
        await saveParsed(store, waiting, parsed)
        const error = { code: 'transient', message: 'x' }
        await store.markWaiting(await begin(store, waiting), error, { counted: true })

        const documents = await wholeOf(store, [id, failed, waiting])
        expect(documents[0]).toEqual({
          row: await store.getDocument(id),
          sources: await store.sourcesOf(id),
          members: [],
          parsed,
          record,
          extracted: null,
          corrections: [],
        })
        expect(documents[1]).toMatchObject({ parsed: null, record: null })
        for (let time = 0; time < 2; time++)
          for (const document of documents) if (document) await target.putDocument(document)
        expect(await wholeOf(target, [id, failed, waiting])).toEqual(documents)
        expect(await target.pending(5)).toEqual(await store.pending(5))
        for (const query of [
          { q: 'hoi nghi' },
          { q: 'hội', province: 'phu-tho', official: 'mận', year: '2023' },
        ])
          expect(await target.search({ ...query, limit: 5 })).toEqual(
            await store.search({ ...query, limit: 5 }),
          )
        expect((await target.search({ q: 'hội nghị', limit: 5 })).total).toBe(1)
      })

      test('replace what was there, index and names included', async () => {
        for (const one of [store, target]) {
          await one.addDocument({ id, source: { name: 'cũ.pdf' }, bytes: 1, receivedAt })
          await saveParsed(one, id, parsedOf('Quả cam'))
          await saveRecord(
            one,
            id,
            recordOf({ lines: ['Quả cam'], officials: ['Lê Na'], publishedAt: '2001-01-01' }),
          )
        }
        const document = await store.wholeDocument(id)
        if (!document) throw new Error('It was just written.')
        const record = recordOf({ lines: ['Quả mận'], officials: ['Bùi Tú'] })
        await target.putDocument({
          ...document,
          sources: [
            { name: 'mới.pdf', place: 'mới.pdf', tags: [], receivedAt, lastAt: receivedAt },
          ],
          record,
        })
        expect(await namesOf(target, id)).toEqual(['mới.pdf'])
        const totals = async () => {
          const found = ['cam', 'mận'].map((q) => target.search({ q, limit: 5 }))
          found.push(target.search({ official: 'na', limit: 5 }))
          found.push(target.search({ year: '2001', limit: 5 }))
          return (await Promise.all(found)).map(({ total }) => total)
        }
        expect(await totals()).toEqual([0, 1, 0, 0])
        await target.putDocument({ ...document, parsed: null, record: null })
        expect(await totals()).toEqual([0, 0, 0, 0])
        expect(await target.getRecord(id)).toBeNull()
        expect(await target.getParsed(id)).toBeNull()
        // Its place in the index is free for the next one.
        await target.putDocument(document)
        expect(await totals()).toEqual([1, 0, 1, 1])
      })

      test('that came in others are put in any order, in the end with what they refer to', async () => {
        await store.addDocument({ id: archive, source: { name: 'kho.zip' }, bytes: 9, receivedAt })
        for (const [name, document] of [
          ['b.pdf', id],
          ['a.pdf', idOf('hai')],
          ['b.pdf', idOf('hai')],
        ] as const)
          await store.addDocument({
            id: document,
            source: { name },
            bytes: 1,
            receivedAt,
            container,
          })
        // The first member of the archive comes last.
        const ids = [idOf('hai'), archive, id]
        const documents = await wholeOf(store, ids)
        expect(documents[1]?.members).toEqual([
          { id, name: 'b.pdf' },
          { id: idOf('hai'), name: 'a.pdf' },
          { id: idOf('hai'), name: 'b.pdf' },
        ])
        for (const document of documents) if (document) await target.putDocument(document)
        expect(await target.getDocument(idOf('hai'))).toMatchObject({
          name: 'a.pdf',
          container: null,
        })
        expect(await target.membersOf(archive, 5)).toHaveLength(2)
        for (const document of documents) if (document) await target.putDocument(document)
        expect(await wholeOf(target, ids)).toEqual(documents)
        expect(await target.membersOf(archive, 5)).toEqual(await store.membersOf(archive, 5))
      })

      test('with names that databases stumble over keep every letter', async () => {
        const odd = 'a\u0000b\ud800c \u{1F389} \ufffe "\\{},'
        await store.addDocument({ id: archive, source: { name: odd }, bytes: 9, receivedAt })
        await store.addDocument({ id, source: { name: odd }, bytes: 1, receivedAt, container })
        for (let time = 0; time < 2; time++)
          for (const document of await wholeOf(store, [archive, id]))
            if (document) await target.putDocument(document)
        expect(await wholeOf(target, [archive, id])).toEqual(await wholeOf(store, [archive, id]))
        expect(await store.wholeDocument(id)).toMatchObject({
          sources: await store.sourcesOf(id),
          row: await store.getDocument(id),
        })
      })

      test('one that is not there is null', async () => {
        expect(await store.wholeDocument(idOf('unknown'))).toBeNull()
      })
    })

    runSearchContract(async (records) => {
      const own = await create()
      for (const [key, record] of Object.entries(records)) {
        await own.addDocument({ id: idOf(key), source: { name: key }, bytes: 1, receivedAt })
        await saveRecord(own, idOf(key), record)
      }
      return own
    })
  })
}
