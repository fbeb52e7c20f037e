// The embedded queue: jobs wait in the memory of this process. It may forget everything at any time, since `recover`
// rings again for every document whose row says that a job is next.
import type { JobKind } from '../model.ts'
import type { Job, Queue } from '../ports.ts'

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
      const [documentId] = line.waiting.keys()
      if (documentId === undefined) break
      line.waiting.delete(documentId)
      line.running.add(documentId)
      void finish(kind, line, documentId, line.run({ kind, documentId }))
    }
  }

  async function finish(
    kind: JobKind,
    line: Line,
    documentId: string,
    work: Promise<void>,
  ): Promise<void> {
    try {
      await work
    } finally {
      line.running.delete(documentId)
      if (line.again.delete(documentId)) line.waiting.set(documentId, Date.now())
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
    async add({ kind, documentId }) {
      if (closed) return
      const line = lineOf(kind)
      if (line.running.has(documentId)) line.again.add(documentId)
      else if (!line.waiting.has(documentId)) line.waiting.set(documentId, Date.now())
      advance(kind, line)
    },
    work(kind, concurrency, run) {
      const line = lineOf(kind)
      if (line.run) throw new Error(`The queue has a worker for ${kind} already.`)
      line.concurrency = concurrency
      line.run = run
      advance(kind, line)
    },
    async depth(kind) {
      const { waiting, running } = lineOf(kind)
      const [oldestAddedAt = null] = waiting.values()
      return { waiting: waiting.size, running: running.size, oldestAddedAt }
    },
    idle: settled,
    async close() {
      closed = true
      await settled()
    },
  }
}
