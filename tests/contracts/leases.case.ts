// What every Store does about leases: who may work on a document, and whose work is written down.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { SupersededError } from '../../src/errors.ts'
import type { Attempt, Store } from '../../src/ports/store.ts'
import { begin, holder, saveParsed, saveRecord } from '../support/attempts.ts'
import { parsedOf } from '../support/page.ts'
import { idOf, recordOf } from '../support/record-of.ts'

const receivedAt = '2026-03-01T08:00:00.000Z'
const over = -1
const bug = { code: 'bug', message: 'index out of range' }

export function runLeaseContract({
  name,
  create,
}: {
  name: string
  /** Opens an empty store; `url` opens it in another process. */
  create: () => Promise<{ store: Store; url: string }>
}): void {
  describe(`leases in ${name}`, () => {
    let store: Store
    let url: string
    const id = idOf('bao-cao')
    const add = (document = id, at = receivedAt) =>
      store.addDocument({
        id: document,
        source: { name: 'bao-cao.pdf' },
        bytes: 48_213,
        receivedAt: at,
      })
    const start = (leaseMs = 60_000, by = holder) =>
      store.startAttempt(id, { job: 'parse', holder: by, leaseMs })
    const row = async () => {
      const found = await store.getDocument(id)
      if (!found) throw new Error('It was just added.')
      return found
    }

    beforeEach(async () => {
      const created = await create()
      store = created.store
      url = created.url
      await add()
      return () => store.close()
    })

    test('a living lease is respected, whoever asks', async () => {
      expect(await start()).toEqual({ id, lease: 1, attempts: 1, quarantined: false })
      expect(await row()).toMatchObject({ holder, attempts: 1 })
      for (const by of ['other:1:1', holder]) expect(await start(60_000, by)).toBeNull()
      expect(await row()).toMatchObject({ holder, attempts: 1 })
      expect(await store.abandoned(5)).toEqual([])
    })

    test('of many that begin at once one holds it', async () => {
      const begun = await Promise.all(Array.from({ length: 20 }, () => start()))
      expect(begun.filter((attempt) => attempt !== null)).toHaveLength(1)
    })

    test('one that is over is named as abandoned, and taken over', async () => {
      await start(over)
      expect(await store.abandoned(5)).toEqual([{ id, job: 'parse' }])
      expect(await start(60_000, 'other:1:1')).toMatchObject({ lease: 2, attempts: 2 })
      expect(await row()).toMatchObject({ holder: 'other:1:1' })
      expect(await store.abandoned(5)).toEqual([])
    })

    test('one that is renewed goes on', async () => {
      const attempt = await begin(store, id, 100)
      expect(await store.renewLease(attempt, 60_000)).toBe(true)
      await wait(150)
      expect(await start()).toBeNull()
    })

    test('one given by a clock that was a day ahead does not block', async () => {
      const attempt = await begin(store, id)
      await store.renewLease(attempt, 24 * 3_600_000)
      expect(await store.abandoned(5)).toEqual([{ id, job: 'parse' }])
      expect(await start()).toMatchObject({ lease: 2 })
    })

    test('only the next job can be begun', async () => {
      const options = { job: 'extract', holder, leaseMs: 60_000 } as const
      expect(await store.startAttempt(id, options)).toBeNull()
      await saveParsed(store, id, parsedOf('Báo cáo'))
      expect(await start()).toBeNull()
      await saveRecord(store, id, recordOf({ lines: ['Báo cáo'] }))
      expect(await store.startAttempt(id, options)).toBeNull()
      expect((await row()).attempts).toBe(0)
    })

    const writes: Array<[what: string, write: (late: Attempt) => Promise<void>]> = [
      ['a parsed document', (late) => store.saveParsed(late, parsedOf('Quá muộn'))],
      ['a record', (late) => store.saveRecord(late, recordOf({ lines: ['Quá muộn'] }))],
      ['a failure', (late) => store.markFailed(late, bug)],
      ['a reason to wait', (late) => store.markWaiting(late, bug, { counted: false })],
      ['an attempt taken back', (late) => store.takeBackAttempt(late)],
    ]
    describe.each(writes)('%s that comes late', (_, write) => {
      const untouched = async (late: Attempt) => {
        const before = await store.wholeDocument(id)
        await expect(write(late)).rejects.toThrow(SupersededError)
        expect(await store.renewLease(late, 60_000)).toBe(false)
        expect(await store.wholeDocument(id)).toEqual(before)
      }

      test('is refused where another has taken over', async () => {
        const late = await begin(store, id, over)
        const own = await begin(store, id)
        await untouched(late)
        await store.saveRecord(own, recordOf({ lines: ['Đúng lúc'] }))
        await untouched(late)
        expect((await store.search({ q: 'muon', limit: 5 })).total).toBe(0)
      })

      test('is refused where its own attempt has ended', async () => {
        const attempt = await begin(store, id)
        await store.markWaiting(attempt, bug, { counted: true })
        await untouched(attempt)
      })

      test('is refused where the document was asked for anew', async () => {
        const attempt = await begin(store, id)
        await store.setNextJob([id], 'parse')
        await untouched(attempt)
      })

      test('is refused where the document was written from another store', async () => {
        const whole = await store.wholeDocument(id)
        const attempt = await begin(store, id)
        if (whole) await store.putDocument(whole)
        await untouched(attempt)
        expect(await row()).toMatchObject({ holder: null, attempts: 0 })
      })

      test('is refused where the document was forgotten', async () => {
        const attempt = await begin(store, id)
        await store.forget([id], receivedAt)
        await untouched(attempt)
      })
    })

    test('is refused of a process that was paused past its lease', async () => {
      const child = spawn(
        process.execPath,
        [join(import.meta.dirname, '../support/hold-lease.ts'), url, id, '500'],
        { stdio: ['pipe', 'pipe', 'inherit'] },
      )
      const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
      try {
        expect((await lines.next()).value).toBe('begun')
        child.kill('SIGSTOP')
        expect(await start()).toBeNull()
        await wait(600)
        const attempt = await start()
        expect(attempt).toMatchObject({ lease: 2, attempts: 2 })
        child.kill('SIGCONT')
        child.stdin.write('\n')
        expect((await lines.next()).value).toBe('SupersededError')
        if (attempt) await store.saveRecord(attempt, recordOf({ lines: ['title: Đúng lúc'] }))
        expect(await store.getRecord(id)).toMatchObject({ title: 'Đúng lúc' })
      } finally {
        child.kill('SIGKILL')
      }
    })

    test('leases of processes that are gone end at once, and only theirs', async () => {
      const other = idOf('khác')
      await add(other)
      await start(60_000, 'gone:1:1')
      const living = { job: 'parse', holder: 'living:1:1', leaseMs: 60_000 } as const
      await store.startAttempt(other, living)
      expect((await store.holders()).sort()).toEqual(['gone:1:1', 'living:1:1'])
      await store.releaseLeases(['gone:1:1'])
      expect(await store.abandoned(5)).toEqual([{ id, job: 'parse' }])
      expect(await start()).toMatchObject({ attempts: 2 })
      expect(await store.startAttempt(other, { ...living, holder })).toBeNull()
    })

    describe('quarantine', () => {
      test('begins after two starts that never ended, and ends with a start that brings something', async () => {
        for (const attempts of [1, 2])
          expect(await begin(store, id, over)).toMatchObject({ attempts, quarantined: false })
        expect((await row()).quarantinedAt).toBeNull()
        const third = await begin(store, id)
        expect(third).toMatchObject({ attempts: 3, quarantined: true })
        expect((await row()).quarantinedAt).not.toBeNull()
        expect((await store.progress(receivedAt)).quarantined).toMatchObject([{ id }])
        await store.saveParsed(third, parsedOf('Báo cáo'))
        expect(await row()).toMatchObject({ quarantinedAt: null, attempts: 0 })
        expect((await store.progress(receivedAt)).quarantined).toEqual([])
      })

      test('goes on while its surroundings fail, and is remembered of a failure', async () => {
        for (const _ of [1, 2]) await begin(store, id, over)
        await store.markWaiting(await begin(store, id), bug, { counted: false })
        const again = await begin(store, id)
        expect(again).toMatchObject({ attempts: 3, quarantined: true })
        await store.markFailed(again, { code: 'quarantined', message: 'x' })
        expect((await store.progress(receivedAt)).quarantined).toMatchObject([
          { id, state: 'failed' },
        ])
        await store.setNextJob([id], 'parse')
        expect(await row()).toMatchObject({ quarantinedAt: null, attempts: 0, error: null })
      })

      test('does not follow starts that ended, badly or not', async () => {
        for (const counted of [true, true, false, false])
          await store.markWaiting(await begin(store, id), bug, { counted })
        expect(await begin(store, id)).toMatchObject({ attempts: 3, quarantined: false })
      })
    })

    test('what was begun least often waits in front', async () => {
      const late = idOf('đến sau')
      await add(late, '2026-03-02T08:00:00.000Z')
      expect((await store.pending(5)).map((waiting) => waiting.id)).toEqual([id, late])
      await begin(store, id, over)
      expect((await store.pending(5)).map((waiting) => waiting.id)).toEqual([late, id])
    })

    test('a record stays, and is found, while its document is read again', async () => {
      await saveParsed(store, id, parsedOf('Báo cáo'))
      await saveRecord(store, id, recordOf({ lines: ['title: Bản cũ'] }))
      expect(await store.setNextJob([id, idOf('không có')], 'parse')).toEqual([id])
      expect(await row()).toMatchObject({ state: 'pending', nextJob: 'parse' })
      expect((await store.search({ q: 'bản cũ', limit: 5 })).total).toBe(1)
      await store.markFailed(await begin(store, id), bug)
      expect(await store.getRecord(id)).toMatchObject({ title: 'Bản cũ' })
      await saveRecord(store, id, recordOf({ lines: ['title: Bản mới'] }))
      expect((await store.search({ q: 'bản cũ', limit: 5 })).total).toBe(0)
    })
  })
}
