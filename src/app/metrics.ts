// Figures about the archive for those who watch it, in the text format of Prometheus: what stands in the store and the queue
// when asked, and what this process has done since it began.
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { JobKind } from '../model.ts'
import type { Status } from './app.ts'

export type Metrics = {
  /** Counts a job that ended. `format` is the media type; `code` that of a failure, null where it went well. */
  jobDone(job: { kind: JobKind; format: string; ms: number; code: string | null }): void
  /** The figures as text, and the type of it. */
  describe(status: Status): Promise<{ text: string; contentType: string }>
}

const secondsBuckets = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300]

export function createMetrics(now: () => number = Date.now): Metrics {
  const registers = [new Registry()]
  const [registry] = registers as [Registry]
  const documents = new Gauge({
    name: 'vanthu_documents',
    help: 'Documents by state.',
    labelNames: ['state'],
    registers,
  })
  const waiting = new Gauge({
    name: 'vanthu_jobs_waiting',
    help: 'Documents with a job waiting or running.',
    registers,
  })
  const depth = new Gauge({
    name: 'vanthu_queue_jobs',
    help: 'Jobs in the queue by kind and state; absent while it cannot be reached.',
    labelNames: ['job', 'state'],
    registers,
  })
  const oldest = new Gauge({
    name: 'vanthu_queue_oldest_seconds',
    help: 'How long the job that waits longest has waited.',
    labelNames: ['job'],
    registers,
  })
  const durations = new Histogram({
    name: 'vanthu_job_seconds',
    help: 'Time of the jobs that this process ended, by kind and format of the document.',
    labelNames: ['job', 'format'],
    buckets: secondsBuckets,
    registers,
  })
  const failures = new Counter({
    name: 'vanthu_job_failures_total',
    help: 'Jobs that this process ended badly, by code; tries that come again are counted each.',
    labelNames: ['job', 'code'],
    registers,
  })
  return {
    jobDone({ kind, format, ms, code }) {
      durations.observe({ job: kind, format }, ms / 1000)
      if (code) failures.inc({ job: kind, code })
    },
    async describe({ counts, waiting: jobs, queue }) {
      for (const [state, count] of Object.entries(counts)) documents.set({ state }, count)
      waiting.set(jobs)
      depth.reset()
      oldest.reset()
      for (const [job, found] of Object.entries(queue ?? {})) {
        depth.set({ job, state: 'waiting' }, found.waiting)
        depth.set({ job, state: 'running' }, found.running)
        const since = found.oldestAddedAt
        oldest.set({ job }, since === null ? 0 : Math.max(0, (now() - since) / 1000))
      }
      return { text: await registry.metrics(), contentType: registry.contentType }
    },
  }
}
