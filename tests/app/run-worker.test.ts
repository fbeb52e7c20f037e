// What each kind of error leads to, on a real store and queue; only the reading of documents is replaced.
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { openFolderBlobs } from '../../src/adapters/blobs/folder-blobs.ts'
import { createLocalQueue } from '../../src/adapters/queues/local-queue.ts'
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts'
import type { Context } from '../../src/app/context.ts'
import { ingest } from '../../src/app/ingest.ts'
import { createMetrics } from '../../src/app/metrics.ts'
import { parseDocument } from '../../src/app/parse-document.ts'
import { recover } from '../../src/app/recover.ts'
import { maxAttempts, runWorker } from '../../src/app/run-worker.ts'
import { BadDocumentError, TransientError } from '../../src/errors.ts'
import { createLog } from '../../src/log.ts'
import { type DocumentRow, documentJobs, type ParsedDocument } from '../../src/model.ts'
import { begin } from '../support/attempts.ts'
import { lexicon, parsedOf } from '../support/page.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

async function setUp(read: (time: number) => ParsedDocument) {
  const finished: DocumentRow[] = []
  let times = 0
  const context: Context = {
    store: openSqliteStore(':memory:'),
    blobs: await openFolderBlobs(await temporaryFolder()),
    queue: createLocalQueue(),
    reader: { read: async () => read(++times), close: async () => {} },
    lexicon: () => lexicon,
    log: createLog({ level: 'silent' }),
    metrics: createMetrics(),
    notices: { put: async () => {}, clear: async () => {}, all: async () => [] },
    onFinished: (row) => finished.push(row),
  }
  const { id } = await ingest(context, { name: 'bao-cao.pdf', bytes: Buffer.from('Báo cáo') })
  const row = async () => (await context.store.getDocument(id)) as DocumentRow
  return { context, id, row, finished, times: () => times }
}
const start = (context: Context) =>
  runWorker(context, {
    kinds: documentJobs,
    parseConcurrency: 2,
    firstDelayMs: 20,
    longestDelayMs: 40,
  })

test('a document that cannot be read fails at once', async () => {
  const { context, row, finished, times } = await setUp(() => {
    throw new BadDocumentError('encrypted', 'bao-cao.pdf is protected by a password.')
  })
  start(context)
  await context.queue.idle()
  expect(times()).toBe(1)
  const error = { code: 'encrypted', message: 'bao-cao.pdf is protected by a password.' }
  expect(await row()).toMatchObject({ state: 'failed', nextJob: null, error })
  expect(finished).toMatchObject([{ state: 'failed', error }])
})

test('a fault of ours is tried three times, then the document is left aside by name', async () => {
  const { context, row, times } = await setUp(() => {
    throw new RangeError('index out of range')
  })
  start(context)
  await context.queue.idle()
  expect(times()).toBe(maxAttempts)
  const { state, error } = await row()
  expect(state).toBe('failed')
  expect(error?.code).toBe('bug')
  expect(error?.message).toMatch(/bao-cao\.pdf.*index out of range/)
})

test('surroundings that fail are waited for, more often than three times, and not counted', async () => {
  const { context, row, times } = await setUp((time) => {
    if (time <= 5) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
    return parsedOf('Báo cáo')
  })
  start(context)
  await context.queue.idle()
  expect(await row()).toMatchObject({
    state: 'pending',
    nextJob: 'parse',
    attempts: 0,
    error: { code: 'transient', message: 'no space left' },
  })
  await expect.poll(row, { timeout: 5_000 }).toMatchObject({ state: 'extracted', error: null })
  expect(times()).toBe(6)
})

test('a worker that is stopped rings no more; the document stays pending', async () => {
  const { context, row, times } = await setUp(() => {
    throw new TransientError('The line is down.')
  })
  const worker = start(context)
  await context.queue.idle()
  worker.stop()
  await new Promise((resolve) => setTimeout(resolve, 80))
  expect(times()).toBe(1)
  expect((await row()).state).toBe('pending')
  expect(await recover(context)).toBe(1)
})

test('a document that took its process down three times is not begun again', async () => {
  const { context, id, row, times } = await setUp(() => parsedOf('Báo cáo'))
  for (let i = 0; i < maxAttempts; i++) await begin(context.store, id, -1)
  start(context)
  await context.queue.idle()
  expect(times()).toBe(0)
  expect(await row()).toMatchObject({
    state: 'failed',
    error: { code: 'quarantined', message: expect.stringContaining('bao-cao.pdf') },
  })
})

test('an archive that gives new files each time it is begun is not given up', async () => {
  const { context, id, row } = await setUp(() => parsedOf('Danh sách'))
  const cut = new Error('killed')
  const givesUpAfter = (content: string): Context => ({
    ...context,
    reader: {
      ...context.reader,
      read: async ({ takeMember }) => {
        const bytes = Readable.from([Buffer.from(content)])
        await takeMember?.({ name: 'a.txt', bytes, within: ['application/zip'] })
        throw cut
      },
    },
  })
  const attempts: number[] = []
  for (const content of ['một', 'hai', 'ba', 'bốn', 'bốn', 'bốn']) {
    const attempt = await begin(context.store, id, -1)
    attempts.push(attempt.attempts)
    await expect(parseDocument(givesUpAfter(content), await row(), attempt)).rejects.toBe(cut)
  }
  // Only the last two brought nothing new.
  expect(attempts).toEqual([1, 1, 1, 1, 1, 2])
  expect((await row()).attempts).toBe(2)
})

test('what was begun and is held by nobody any more is rung for, however much the queue holds', async () => {
  const { context, id } = await setUp(() => parsedOf('Báo cáo'))
  // Doorbells of documents that are gone: as many as there should be.
  for (let i = 0; i < 5; i++) await context.queue.add({ kind: 'extract', id: String(i).repeat(64) })
  expect(await recover(context)).toBe(0)
  const attempt = await begin(context.store, id)
  expect(await recover(context)).toBe(0)
  await context.store.renewLease(attempt, -1)
  expect(await recover(context)).toBe(1)
})

test('a store that does not answer is waited for, and no start is counted for it', async () => {
  const { context, row } = await setUp(() => {
    throw new TransientError('The line is down.')
  })
  let refusals = 3
  const store: Context['store'] = {
    ...context.store,
    async markWaiting(...args) {
      if (refusals-- > 0) throw new TransientError('The database is not usable now.')
      return context.store.markWaiting(...args)
    },
  }
  start({ ...context, store })
  await expect.poll(() => refusals, { timeout: 5_000 }).toBeLessThan(0)
  await context.queue.idle()
  expect(await row()).toMatchObject({ state: 'pending', attempts: 0, holder: null })
})

test('late doorbells change nothing', async () => {
  const { context, id, finished, times } = await setUp(() => parsedOf('Báo cáo'))
  start(context)
  await context.queue.idle()
  for (let i = 0; i < 10; i++) {
    await context.queue.add({ kind: 'parse', id })
    await context.queue.add({ kind: 'extract', id })
    await context.queue.add({ kind: 'parse', id: 'f'.repeat(64) })
  }
  await context.queue.idle()
  expect(times()).toBe(1)
  expect(finished).toHaveLength(1)
})

test('a file over the limit is refused, whole and as a stream, and leaves nothing', async () => {
  const { context } = await setUp(() => parsedOf('x'))
  const { Readable } = await import('node:stream')
  for (const bytes of [Buffer.alloc(11), Readable.from([Buffer.alloc(6), Buffer.alloc(6)])])
    await expect(ingest(context, { name: 'to.pdf', bytes }, 10)).rejects.toMatchObject({
      code: 'too-large',
    })
  expect((await context.store.countStates()).pending).toBe(1)
})
