// Runs jobs: notes the attempt before the work, and lets `reactTo` decide what an error leads to.
import { setTimeout as wait } from 'node:timers/promises'
import { messageOf, reactTo } from '../errors.ts'
import type { DocumentRow, JobKind } from '../model.ts'
import type { Job } from '../ports.ts'
import type { Context } from './context.ts'
import { doneWords, jobs } from './jobs.ts'

export type WorkerOptions = {
  /** The kinds of jobs to work on. */
  kinds: readonly JobKind[]
  /** Documents parsed at once. */
  parseConcurrency: number
  /** First wait after the surroundings failed; doubled up to `longestDelayMs`. */
  firstDelayMs?: number
  longestDelayMs?: number
}

export type Worker = {
  /** Ends all waiting for another try; the documents stay pending. */
  stop(): void
}

/** Starts of one job after which a document that never ended well is given up. */
export const maxAttempts = 3

/** Starts working on jobs of the context's queue. */
export function runWorker(context: Context, options: WorkerOptions): Worker {
  const { store, queue, log, metrics } = context
  const { firstDelayMs = 1_000, longestDelayMs = 60_000 } = options
  const stopping = new AbortController()
  /** How often in a row the surroundings failed, by document. */
  const setbacks = new Map<string, number>()

  async function run(job: Job): Promise<void> {
    try {
      const row = await store.getDocument(job.documentId)
      // A doorbell may be late or rung twice: the row decides.
      if (row?.nextJob !== job.kind) return
      await attempt(job, row)
    } catch (error) {
      // The store itself does not answer. The row still says what is next, so `recover` will ring again.
      log.error('a job could not be run or noted down; it is tried again later', {
        job: job.kind,
        document: job.documentId,
        error: messageOf(error),
      })
    }
  }

  async function attempt(job: Job, row: DocumentRow): Promise<void> {
    const attempts = await store.startAttempt(row.id)
    if (attempts > maxAttempts) {
      // Begun often enough and never ended, not even badly: it took its process down with it.
      await fail(row, {
        code: 'bug',
        message: `${row.name} was begun ${maxAttempts} times (${job.kind}) and ended its process each time; it is left aside.`,
      })
      return
    }
    const startedAt = performance.now()
    const note = (format: string | null | undefined, code: string | null) =>
      metrics.jobDone({
        kind: job.kind,
        format: format ?? 'unknown',
        ms: performance.now() - startedAt,
        code,
      })
    try {
      await jobs[job.kind](context, row)
    } catch (error) {
      note(row.mediaType, reactTo(error).code)
      await react(job, row, attempts, error)
      return
    }
    setbacks.delete(row.id)
    const after = await store.getDocument(row.id)
    note(after?.mediaType, null)
    log.info(doneWords[job.kind], {
      document: row.id,
      name: row.name,
      state: after?.state,
      ms: Math.round(performance.now() - startedAt),
    })
    if (after && after.nextJob === null) context.onFinished(after)
  }

  async function react(job: Job, row: DocumentRow, attempts: number, error: unknown) {
    const { retry, code } = reactTo(error)
    const message = messageOf(error)
    if (retry === 'later') {
      await store.markWaiting(row.id, { code, message }, { counted: false })
      const setback = setbacks.get(row.id) ?? 0
      setbacks.set(row.id, setback + 1)
      const delayMs = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(setback, 20))
      log.warn('waiting for the surroundings', { job: job.kind, name: row.name, delayMs, message })
      void ringLater(job, delayMs)
    } else if (retry === 'twice-more' && attempts < maxAttempts) {
      await store.markWaiting(row.id, { code, message }, { counted: true })
      log.error('failed, tried again', {
        job: job.kind,
        name: row.name,
        attempts,
        message,
        stack: error instanceof Error ? error.stack : undefined,
      })
      await queue.add(job)
    } else {
      await fail(row, {
        code,
        message: code === 'bug' ? `${row.name} met a fault of vanthu: ${message}` : message,
      })
    }
  }

  async function fail(row: DocumentRow, error: { code: string; message: string }): Promise<void> {
    setbacks.delete(row.id)
    await store.markFailed(row.id, error)
    log.warn('failed', { document: row.id, name: row.name, ...error })
    context.onFinished({ ...row, state: 'failed', nextJob: null, error })
  }

  async function ringLater(job: Job, delayMs: number): Promise<void> {
    try {
      await wait(delayMs, undefined, { signal: stopping.signal, ref: false })
      await queue.add(job)
    } catch (error) {
      if (!stopping.signal.aborted)
        log.warn('a doorbell was not rung; recover will ring', { message: messageOf(error) })
    }
  }

  // Extraction is pure computing in this process: two at once would only take turns.
  const concurrency: Record<JobKind, number> = { parse: options.parseConcurrency, extract: 1 }
  for (const kind of options.kinds) queue.work(kind, concurrency[kind], run)
  return { stop: () => stopping.abort() }
}
