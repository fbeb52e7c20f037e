// Runs the jobs on documents. A job is begun by taking a lease on its document, which is renewed while it runs; what ends it is written under
// that lease or not at all. `reactTo` decides what an error leads to.
import { setTimeout as wait } from 'node:timers/promises'
import { messageOf, reactTo } from '../errors.ts'
import type { DocumentJob, DocumentRow } from '../model.ts'
import { type Attempt, quarantineAfter } from '../ports/store.ts'
import type { Context } from './context.ts'
import { holderOfThisProcess } from './holder.ts'
import { doneWords, jobs } from './jobs.ts'
import { createTurns } from './turns.ts'

export type WorkerOptions = {
  /** The kinds of jobs to work on. */
  kinds: readonly DocumentJob[]
  /** Documents parsed at once. */
  parseConcurrency: number
  /** First wait after the surroundings failed; doubled up to `longestDelayMs`. */
  firstDelayMs?: number
  longestDelayMs?: number
  /** How long others leave a document alone after the last sign of life of this process. */
  leaseMs?: number
}

/** A job on a document. */
type Job = { kind: DocumentJob; id: string }

export type Worker = {
  /** Begins no more jobs and ends all waiting for another try; the documents stay pending. */
  stop(): void
}

/** Starts of one job after which a document that never ended well is given up. */
export const maxAttempts = quarantineAfter + 1
/** Shorter than any queue takes to give a dead worker's job to another. */
const usualLeaseMs = 20_000

/** Starts working on jobs of the context's queue. */
export function runWorker(context: Context, options: WorkerOptions): Worker {
  const { store, queue, log, metrics } = context
  const { firstDelayMs = 1_000, longestDelayMs = 60_000, leaseMs = usualLeaseMs } = options
  const stopping = new AbortController()
  const turns = createTurns()
  /** How often in a row the surroundings failed, by document. */
  const setbacks = new Map<string, number>()

  async function run(job: Job): Promise<void> {
    try {
      const row = await store.getDocument(job.id)
      // A doorbell may be late or rung twice: the row decides.
      if (row?.nextJob !== job.kind) return
      const isSuspect = row.quarantinedAt !== null || row.attempts >= quarantineAfter
      await (isSuspect ? turns.alone : turns.together)(() => begin(job, row))
    } catch (error) {
      if (reactTo(error).retry === 'drop') {
        log.warn('the work on a document was dropped: another start of it counts', {
          job: job.kind,
          document: job.id,
        })
        return
      }
      // The store itself does not answer. The row still says what is next.
      if (!stopping.signal.aborted)
        log.error('a job could not be run or noted down; it is tried again later', {
          job: job.kind,
          document: job.id,
          error: messageOf(error),
        })
      ringAfterSetback(job)
    }
  }

  async function begin(job: Job, row: DocumentRow): Promise<void> {
    if (stopping.signal.aborted) return
    const { id } = row
    const attempt = await store.startAttempt(id, {
      job: job.kind,
      holder: holderOfThisProcess,
      leaseMs,
    })
    if (!attempt) {
      // Another process holds it. Should that one die without a word, its lease is over by then.
      if ((await store.getDocument(id))?.nextJob === job.kind) void ringLater(job, leaseMs)
      return
    }
    const renewing = setInterval(() => renew(attempt, row), leaseMs / 4)
    try {
      await work(job, row, attempt)
    } finally {
      clearInterval(renewing)
    }
  }

  function renew(attempt: Attempt, { name }: DocumentRow): void {
    store.renewLease(attempt, leaseMs).catch((error: unknown) => {
      log.debug('a lease was not renewed', { name, message: messageOf(error) })
    })
  }

  async function work(job: Job, row: DocumentRow, attempt: Attempt): Promise<void> {
    if (attempt.attempts > maxAttempts) {
      await fail(row, attempt, quarantineError(row, 'its process ended'))
      return
    }
    if (attempt.quarantined)
      log.warn('read alone: it took its process down before', { document: row.id, name: row.name })
    const startedAt = performance.now()
    const note = (format: string | null | undefined, code: string | null) =>
      metrics.jobDone({
        kind: job.kind,
        format: format ?? 'unknown',
        ms: performance.now() - startedAt,
        code,
      })
    try {
      await jobs[job.kind](context, row, attempt)
    } catch (error) {
      note(row.mediaType, reactTo(error).code)
      await react(job, row, attempt, error)
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
    // After a parse job, the extract job may have been quicker than this and have told of the end already.
    if (after && after.nextJob === null && job.kind === 'extract') context.onFinished(after)
  }

  async function react(job: Job, row: DocumentRow, attempt: Attempt, error: unknown) {
    const { retry, code } = reactTo(error)
    const message = messageOf(error)
    const { name } = row
    if (retry === 'drop') throw error
    if (retry === 'later') {
      await noteDown(() => store.markWaiting(attempt, { code, message }, { counted: false }))
      const delayMs = ringAfterSetback(job)
      log.warn('waiting for the surroundings', { job: job.kind, name, delayMs, message })
    } else if (attempt.quarantined) {
      await fail(row, attempt, quarantineError(row, message))
    } else if (retry === 'twice-more' && attempt.attempts < maxAttempts) {
      await noteDown(() => store.markWaiting(attempt, { code, message }, { counted: true }))
      log.error('failed, tried again', {
        job: job.kind,
        name,
        attempts: attempt.attempts,
        message,
        stack: error instanceof Error ? error.stack : undefined,
      })
      await queue.add(job)
    } else {
      await fail(row, attempt, {
        code,
        message: code === 'bug' ? `${name} met a fault of vanthu: ${message}` : message,
      })
    }
  }

  async function fail(
    row: DocumentRow,
    attempt: Attempt,
    error: { code: string; message: string },
  ): Promise<void> {
    setbacks.delete(row.id)
    await noteDown(() => store.markFailed(attempt, error))
    log.warn('failed', { document: row.id, name: row.name, ...error })
    context.onFinished({ ...row, state: 'failed', nextJob: null, error })
  }

  /** Writes how an attempt ended; waits for a store that does not answer, so that no start is counted for that. */
  async function noteDown(write: () => Promise<void>): Promise<void> {
    for (let delayMs = firstDelayMs; ; delayMs = Math.min(longestDelayMs, 2 * delayMs)) {
      try {
        await write()
        return
      } catch (error) {
        if (reactTo(error).retry !== 'later' || stopping.signal.aborted) throw error
        log.warn('the store does not answer', { delayMs, message: messageOf(error) })
        await wait(delayMs, undefined, { signal: stopping.signal })
      }
    }
  }

  /** Rings later, and later still each time in a row; gives the wait in milliseconds. */
  function ringAfterSetback(job: Job): number {
    const setback = setbacks.get(job.id) ?? 0
    setbacks.set(job.id, setback + 1)
    const delayMs = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(setback, 20))
    void ringLater(job, delayMs)
    return delayMs
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
  const concurrency: Record<DocumentJob, number> = { parse: options.parseConcurrency, extract: 1 }
  for (const kind of options.kinds)
    queue.work(kind, concurrency[kind], ({ id }) => run({ kind, id }))
  return { stop: () => stopping.abort() }
}

/** Why a document that took processes down is left aside, and what to do. `how`: how the last start ended. */
function quarantineError({ id, name }: DocumentRow, how: string) {
  return {
    code: 'quarantined',
    message: `${name} took down the process that worked on it ${quarantineAfter} times and is left aside: tried once more by itself with half the memory and time, it failed again (${how}). Save it in a simpler form and hand that in, or run "vanthu retry ${id.slice(0, 12)}" with a newer vanthu.`,
  }
}
