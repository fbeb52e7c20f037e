// A queue on BullMQ, whatever keeps its jobs: one BullMQ queue a kind of job, a document id as the key by which a job that
// waits already is not added again. What a job leads to is decided by the worker that runs it (`reactTo`), so BullMQ never
// counts attempts or keeps what failed.
import { setTimeout as wait } from 'node:timers/promises'
import type { Job as BullJob, Queue as BullMqQueue, JobsOptions } from 'bullmq'
import { messageOf, TransientError } from '../../errors.ts'
import { type JobKind, jobKinds } from '../../model.ts'
import type { Queue, QueueDepth } from '../../ports/queue.ts'

/** What a process that died in mid-job leaves is taken up by another after these two together, at the latest. */
const lockMs = 45_000
const stalledEveryMs = 15_000
const startAgainMs = 1_000
const pollMs = 50
const scheduleAgainMs = 60_000
/** What workers have at the end to tell a server, which may be away, that they go. */
const farewellMs = 3_000

/** The part of BullMQ's queue and worker that we use, of any backend. */
export type BullClasses = {
  makeQueue(name: string): BullQueue
  makeWorker(
    name: string,
    run: (job: BullJob) => Promise<void>,
    options: BullWorkerOptions,
  ): BullWorker
  /** Closes the connections behind them. */
  close(): Promise<void>
}
export type BullWorkerOptions = {
  autorun: false
  concurrency: number
  lockDuration: number
  stalledInterval: number
  maxStalledCount: number
  removeOnComplete: { count: number }
  removeOnFail: { count: number }
}
type BullQueue = {
  waitUntilReady(): Promise<unknown>
  add(name: string, data: { id: string }, options: JobsOptions): Promise<unknown>
  getJobCounts(
    ...types: ('wait' | 'active' | 'delayed' | 'prioritized')[]
  ): Promise<Record<string, number>>
  getWaiting(start: number, end: number): Promise<BullJob[]>
  upsertJobScheduler(
    id: string,
    repeat: { pattern: string },
    template: { name: string; data: { id: string }; opts: JobsOptions },
  ): Promise<unknown>
  close(): Promise<void>
  on(event: 'error', listener: (error: Error) => void): unknown
}
type BullWorker = {
  waitUntilReady(): Promise<unknown>
  run(): Promise<void>
  close(force?: boolean): Promise<void>
  on(event: 'error', listener: (error: Error) => void): unknown
}

const nameOf = (kind: JobKind): string => `vanthu-${kind}`
/** Clocks have queues of their own: who works on one must know what to do. */
const clockNameOf = (name: string): string => `vanthu-every-${name}`

/**
 * A queue over BullMQ. `onError` is told when the connection fails; workers go on by themselves when it is back.
 * Adding rejects with TransientError while the server cannot be reached.
 */
export async function createBullQueue(
  classes: BullClasses,
  onError: (error: Error) => void,
): Promise<Queue> {
  const workers = new Map<string, BullWorker>()
  const running = new Set<Promise<void>>()
  const clocks: BullQueue[] = []
  const schedules: NodeJS.Timeout[] = []
  let closed = false
  // Made at once and waited for: one that is made while the server is down never recovers.
  const queues = new Map<JobKind, BullQueue>()
  const open = async (name: string): Promise<BullQueue> => {
    const queue = classes.makeQueue(name)
    queue.on('error', onError)
    await queue.waitUntilReady()
    return queue
  }
  for (const kind of jobKinds) queues.set(kind, await open(nameOf(kind)))
  const queueOf = (kind: JobKind): BullQueue => {
    const queue = queues.get(kind)
    if (!queue) throw new Error(`There is no queue for ${kind}.`)
    return queue
  }

  function startWorker(name: string, concurrency: number, run: (id: string) => Promise<void>) {
    const worker = classes.makeWorker(name, (job) => tracked(run(idOf(job))), {
      autorun: false,
      concurrency,
      lockDuration: lockMs,
      stalledInterval: stalledEveryMs,
      // The document's row counts what was begun and never ended.
      maxStalledCount: 1_000,
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 0 },
    })
    worker.on('error', onError)
    workers.set(name, worker)
    // It reconnects by itself once it was ready; one that never was is made anew.
    const working = worker.waitUntilReady().then(() => worker.run())
    working.catch(async (error: unknown) => {
      if (closed) return
      onError(error instanceof Error ? error : new Error(String(error)))
      await worker.close(true).catch(onError)
      await wait(startAgainMs, undefined, { ref: false })
      if (!closed) startWorker(name, concurrency, run)
    })
  }

  function tracked(work: Promise<void>): Promise<void> {
    const ended = work.finally(() => running.delete(ended))
    running.add(ended)
    return ended
  }

  /** Waits for the jobs under way, and then for the workers, but no longer than a server needs to hear of their end. */
  async function endWorkers(): Promise<void> {
    const closing = Promise.all([...workers.values()].map((worker) => worker.close()))
    const heard = closing.then(() => {}, onError)
    do {
      await Promise.allSettled(running)
      const isHeard = new AbortController()
      const tooLong = wait(farewellMs, undefined, { signal: isHeard.signal }).catch(() => {})
      await Promise.race([heard, tooLong])
      isHeard.abort()
    } while (running.size > 0)
  }

  async function depthOf(kind: JobKind): Promise<QueueDepth> {
    const queue = queueOf(kind)
    const counts = await told(() => queue.getJobCounts('wait', 'active', 'delayed', 'prioritized'))
    const { wait: waiting = 0, active = 0, delayed = 0, prioritized = 0 } = counts
    // The oldest stands at the end that is taken from next.
    const [oldest] = waiting > 0 ? await told(() => queue.getWaiting(0, 0)) : []
    return {
      waiting: waiting + delayed + prioritized,
      running: active,
      oldestAddedAt: oldest?.timestamp ?? null,
    }
  }

  return {
    async add({ kind, id }) {
      if (closed) return
      await told(() =>
        queueOf(kind).add(
          kind,
          { id },
          {
            deduplication: { id, keepLastIfActive: true },
            removeOnComplete: true,
            removeOnFail: true,
          },
        ),
      )
    },
    work(kind, concurrency, run) {
      if (workers.has(nameOf(kind))) throw new Error(`The queue has a worker for ${kind} already.`)
      startWorker(nameOf(kind), concurrency, (id) => run({ kind, id }))
    },
    async every(name, pattern, run) {
      const queue = await told(() => open(clockNameOf(name)))
      clocks.push(queue)
      const schedule = () =>
        queue.upsertJobScheduler(
          name,
          { pattern },
          { name, data: { id: name }, opts: { removeOnComplete: true, removeOnFail: true } },
        )
      await told(schedule)
      // The same schedule again changes nothing, and brings it back where the server lost it.
      const again = setInterval(() => void schedule().catch(onError), scheduleAgainMs)
      again.unref()
      schedules.push(again)
      startWorker(clockNameOf(name), 1, run)
    },
    depth: depthOf,
    async board(basePath) {
      const { boardOf } = await import('./board.ts')
      return boardOf([...queues.values()] as unknown as BullMqQueue[], basePath)
    },
    async idle() {
      for (;;) {
        const depths = await Promise.all(jobKinds.map(depthOf))
        if (closed || depths.every(({ waiting, running }) => waiting + running === 0)) return
        await wait(pollMs)
      }
    },
    async close() {
      closed = true
      for (const schedule of schedules) clearInterval(schedule)
      await endWorkers()
      await Promise.all([...queues.values(), ...clocks].map((queue) => queue.close()))
      await classes.close()
    },
  }
}

/** Versions before crawls called it a document's. */
const idOf = ({ data }: BullJob): string => String(data.id ?? data.documentId)

async function told<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    throw new TransientError(`the queue cannot be reached: ${messageOf(error)}`, { cause: error })
  }
}
