// What workers do to documents, whatever store keeps them: once, whoever else works on them, and whatever a document does to a
// process. `queue` is that of the engine; workers of several processes over one store each have a queue of their own.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { openFolderBlobs } from '../../src/adapters/blobs/folder-blobs.ts'
import { createLocalQueue } from '../../src/adapters/queues/local-queue.ts'
import type { Context } from '../../src/app/context.ts'
import { ingest } from '../../src/app/ingest.ts'
import { createMetrics } from '../../src/app/metrics.ts'
import { runWorker } from '../../src/app/run-worker.ts'
import { createLog } from '../../src/log.ts'
import { type DocumentRow, documentJobs, type ParsedDocument } from '../../src/model.ts'
import type { BlobStore } from '../../src/ports/blobs.ts'
import type { Queue } from '../../src/ports/queue.ts'
import type { Store } from '../../src/ports/store.ts'
import { begin } from '../support/attempts.ts'
import { lexicon, parsedOf } from '../support/page.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

type Reading = { name: string; isSuspect: boolean }

export function runWorkerContract({
  name,
  create,
}: {
  name: string
  /** Opens an empty store, and the queue of its engine; `url` opens the store in another process. */
  create: () => Promise<{ store: Store; url: string; queue: Queue }>
}): void {
  describe(`workers over ${name}`, { timeout: 60_000 }, () => {
    let store: Store
    let url: string
    let queue: Queue
    let folder: string
    let blobs: BlobStore
    beforeEach(async () => {
      ;({ store, url, queue } = await create())
      folder = await temporaryFolder()
      blobs = await openFolderBlobs(folder)
      return async () => {
        await queue.close()
        await store.close()
      }
    })

    /** What a process works with; `read` is what its child process would do. */
    function contextOf(read: (reading: Reading) => Promise<ParsedDocument>, own = queue) {
      const finished: DocumentRow[] = []
      const context: Context = {
        store,
        blobs,
        queue: own,
        reader: {
          read: ({ name, isSuspect = false }) => read({ name, isSuspect }),
          close: async () => {},
        },
        lexicon: () => lexicon,
        log: createLog({ level: 'silent' }),
        metrics: createMetrics(),
        notices: { put: async () => {}, clear: async () => {}, all: async () => [] },
        onFinished: (row) => finished.push(row),
      }
      return { context, finished }
    }
    const start = (context: Context, leaseMs = 20_000) => {
      const worker = runWorker(context, {
        kinds: documentJobs,
        parseConcurrency: 3,
        firstDelayMs: 20,
        leaseMs,
      })
      onTestFinished(() => worker.stop())
      return worker
    }
    const take = (context: Context, name: string) =>
      ingest(context, { name, bytes: Buffer.from(name) }).then(({ id }) => id)
    const stateOf = async (id: string) => (await store.getDocument(id))?.state

    test('a job delivered to two at once is done once', async () => {
      const read: string[] = []
      const slowly = async ({ name }: Reading) => {
        read.push(name)
        await wait(100)
        return parsedOf('Báo cáo')
      }
      const processes = [createLocalQueue(), createLocalQueue()].map((own) =>
        contextOf(slowly, own),
      )
      const id = await take(contextOf(slowly, createLocalQueue()).context, 'một.txt')
      for (const { context } of processes) start(context)
      await Promise.all(processes.map(({ context }) => context.queue.add({ kind: 'parse', id })))
      await Promise.all(processes.map(({ context }) => context.queue.idle()))
      expect(read).toEqual(['một.txt'])
      expect(await store.getDocument(id)).toMatchObject({ state: 'extracted', attempts: 0 })
      expect(processes.flatMap(({ finished }) => finished.map((row) => row.id))).toEqual([id])
    })

    test('a document rung for a thousand times is read once', async () => {
      let reads = 0
      const { context, finished } = contextOf(async () => {
        reads++
        await wait(20)
        return parsedOf('Báo cáo')
      })
      const half = async () => {
        for (let i = 0; i < 500; i++) await take(context, 'một.txt')
      }
      await half()
      start(context)
      await half()
      await queue.idle()
      expect(reads).toBe(1)
      expect(finished).toHaveLength(1)
      expect((await store.countStates()).extracted).toBe(1)
    })

    test('a lease is renewed for as long as the work takes', async () => {
      const read: string[] = []
      const { context } = contextOf(async ({ name }) => {
        read.push(name)
        await wait(900)
        return parsedOf('Báo cáo')
      })
      const id = await take(context, 'lâu.txt')
      start(context, 200)
      await wait(600)
      expect(await store.abandoned(5)).toEqual([])
      expect(await store.startAttempt(id, { job: 'parse', holder: 'x:1:1', leaseMs: 1 })).toBeNull()
      await expect.poll(() => stateOf(id), { timeout: 10_000 }).toBe('extracted')
      expect(read).toHaveLength(1)
    })

    test('what took its process down twice is read alone and within tighter limits', async () => {
      let atOnce = 0
      const company: Record<string, number> = {}
      const suspects: string[] = []
      const { context } = contextOf(async ({ name, isSuspect }) => {
        atOnce++
        if (isSuspect) suspects.push(name)
        for (let i = 0; i < 10; i++) {
          company[name] = Math.max(company[name] ?? 0, atOnce)
          await wait(10)
        }
        atOnce--
        return parsedOf('Báo cáo')
      })
      const names = ['1.txt', '2.txt', 'nghi.txt', '3.txt', '4.txt', '5.txt']
      const ids: string[] = []
      for (const name of names) ids.push(await take(context, name))
      for (const _ of [1, 2]) await begin(store, ids[2] ?? '', -1)
      start(context)
      for (const id of ids)
        await expect.poll(() => stateOf(id), { timeout: 20_000 }).toBe('extracted')
      expect(suspects).toEqual(['nghi.txt'])
      expect(company['nghi.txt']).toBe(1)
      expect(Math.max(...Object.values(company))).toBeGreaterThan(1)
      expect(await store.getDocument(ids[2] ?? '')).toMatchObject({
        quarantinedAt: null,
        attempts: 0,
      })
    })

    test('what fails alone as well is left aside by name, whatever it met', async () => {
      const { context, finished } = contextOf(async () => {
        throw new RangeError('index out of range')
      })
      const id = await take(context, 'nghi.txt')
      for (const _ of [1, 2]) await begin(store, id, -1)
      start(context)
      await expect.poll(() => stateOf(id), { timeout: 20_000 }).toBe('failed')
      const row = await store.getDocument(id)
      expect(row?.error?.code).toBe('quarantined')
      expect(row?.error?.message).toMatch(/^nghi\.txt took down.*index out of range.*vanthu retry/)
      expect((await store.progress('')).quarantined).toMatchObject([{ id, state: 'failed' }])
      await expect.poll(() => finished.length).toBe(1)
    })

    /** Runs a worker in a process of its own; gives what it said when it has ended. */
    function startProcess(leaseMs: number) {
      const child = spawn(
        process.execPath,
        [join(import.meta.dirname, '../support/worker-process.ts'), url, folder, String(leaseMs)],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      )
      onTestFinished(() => void child.kill('SIGKILL'))
      const said: Array<{ message: string; name?: string; isSuspect?: boolean }> = []
      createInterface({ input: child.stdout }).on('line', (line) => said.push(JSON.parse(line)))
      return { child, said, ended: once(child, 'close') }
    }
    const until = async (said: Array<{ message: string }>, message: string) =>
      expect.poll(() => said.map((line) => line.message), { timeout: 20_000 }).toContain(message)

    test('a document that kills its process is left aside after three, and all others are read', async () => {
      const { context } = contextOf(async () => parsedOf('x'), createLocalQueue())
      const deadly = await take(context, 'chết.txt')
      const ids = [deadly]
      for (let i = 0; i < 8; i++) ids.push(await take(context, `${i}.txt`))
      const alone: boolean[] = []
      for (let deaths = 0; ; deaths++) {
        const { child, said, ended } = startProcess(2_000)
        await ended
        const reading = said.find((line) => line.name === 'chết.txt' && line.message === 'begun')
        if (reading) alone.push(reading.isSuspect ?? false)
        if (child.signalCode === null) {
          expect(deaths).toBe(3)
          break
        }
        expect(deaths).toBeLessThan(4)
      }
      expect(alone).toEqual([false, false, true])
      expect(await store.countStates()).toMatchObject({ extracted: 8, failed: 1, pending: 0 })
      expect(await store.getDocument(deadly)).toMatchObject({ error: { code: 'quarantined' } })
    })

    test('a worker paused past its lease and resumed changes nothing of what another did', async () => {
      const { context } = contextOf(async () => parsedOf('Đúng lúc'), createLocalQueue())
      const id = await take(context, 'chậm.txt')
      const { child, said, ended } = startProcess(600)
      await until(said, 'begun')
      await pause(child)
      await wait(700)
      start(context)
      await context.queue.add({ kind: 'parse', id })
      await expect.poll(() => stateOf(id), { timeout: 20_000 }).toBe('extracted')
      const before = await store.wholeDocument(id)
      child.kill('SIGCONT')
      await until(said, 'the work on a document was dropped: another start of it counts')
      await ended
      expect(child.exitCode).toBe(0)
      expect(await store.wholeDocument(id)).toEqual(before)
      expect((await store.getParsed(id))?.text).toBe('Đúng lúc')
    })
  })
}

/** Stops a process; resolves when the signal has been sent and had time to work. */
async function pause(child: ChildProcess): Promise<void> {
  child.kill('SIGSTOP')
  await wait(50)
}
