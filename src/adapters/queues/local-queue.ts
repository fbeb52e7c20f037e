// The embedded queue: jobs wait in the memory of this process. It may forget everything at any time, since `recover`
// rings again for every document whose row says that a job is next.
import { Cron } from 'croner'
import type { JobKind } from '../../model.ts'
import type { Job, Queue } from '../../ports/queue.ts'

type Line = {
  /** Document ids in the order they were rung for, with the time of it. */
  waiting: Map<string, number>
  running: Set<string>
  /** Rung for while running: once more afterwards, never twice at the same time. */
  again: Set<string>
  concurrency: number
  run: ((job: Job) => Promise<void>) | null
}

/** A queue for one process. */
export function createLocalQueue(): Queue {
  const lines = new Map<JobKind, Line>()
  const clocks: Cron[] = []
  const ticking = new Set<Promise<void>>()
  let closed = false
  let whenIdle: Array<() => void> = []

  const lineOf = (kind: JobKind): Line => {
    let line = lines.get(kind)
    if (!line) {
      line = { waiting: new Map(), running: new Set(), again: new Set(), concurrency: 0, run: null }
      lines.set(kind, line)
    }
    return line
  }
  const isIdle = () =>
    [...lines.values()].every(
      (line) => line.running.size === 0 && (closed || line.waiting.size === 0),
    )
  const tellIdle = () => {
    if (!isIdle()) return
    for (const resolve of whenIdle) resolve()
    whenIdle = []
  }

  function advance(kind: JobKind, line: Line): void {
    while (!closed && line.run && line.running.size < line.concurrency) {
      const [id] = line.waiting.keys()
      if (id === undefined) break
      line.waiting.delete(id)
      line.running.add(id)
      void finish(kind, line, id, line.run({ kind, id }))
    }
  }

  async function finish(kind: JobKind, line: Line, id: string, work: Promise<void>): Promise<void> {
    try {
      await work
    } finally {
      line.running.delete(id)
      if (line.again.delete(id)) line.waiting.set(id, Date.now())
      advance(kind, line)
      tellIdle()
    }
  }

  const settled = () =>
    new Promise<void>((resolve) => {
      whenIdle.push(resolve)
      tellIdle()
    })

  return {
    async add({ kind, id }) {
      if (closed) return
      const line = lineOf(kind)
      if (line.running.has(id)) line.again.add(id)
      else if (!line.waiting.has(id)) line.waiting.set(id, Date.now())
      advance(kind, line)
    },
    work(kind, concurrency, run) {
      const line = lineOf(kind)
      if (line.run) throw new Error(`The queue has a worker for ${kind} already.`)
      line.concurrency = concurrency
      line.run = run
      advance(kind, line)
    },
    async every(_name, pattern, run) {
      // Protected: a run that takes long is not overtaken by the next.
      const tick = () => {
        const running = run().finally(() => ticking.delete(running))
        ticking.add(running)
        return running
      }
      if (!closed)
        clocks.push(new Cron(pattern, { mode: '5-or-6-parts', protect: true, unref: true }, tick))
    },
    async depth(kind) {
      const { waiting, running } = lineOf(kind)
      const [oldestAddedAt = null] = waiting.values()
      return { waiting: waiting.size, running: running.size, oldestAddedAt }
    },
    idle: settled,
    async close() {
      closed = true
      for (const clock of clocks) clock.stop()
      await Promise.all(ticking)
      await settled()
    },
  }
}
