// The port of jobs. tests/contracts has the suite that every adapter passes.
import type { JobKind } from '../model.ts'

/** `id`: of a document, or of the source that a crawl is a run of. */
export type Job = { kind: JobKind; id: string }

export type QueueDepth = {
  waiting: number
  running: number
  /** Milliseconds since 1970 at which the job that waits longest was added; null where none waits. */
  oldestAddedAt: number | null
}

/** A doorbell: tells workers that something waits. Losing every job loses nothing, since the store knows. */
export type Queue = {
  /** Rings for a job; ringing twice for one that waits is one job. */
  add(job: Job): Promise<void>
  /** Runs `run` for each job of a kind, at most `concurrency` at once, until closed. `run` never throws. */
  work(kind: JobKind, concurrency: number, run: (job: Job) => Promise<void>): void
  /**
   * Runs `run` at every minute that a cron pattern of five parts names (of six: at every second), by this process's local time,
   * until closed: in one of the processes that asked for it by this name, about once, never overtaking itself. What must not happen twice, or must not be missed, is decided by
   * the store. `run` never throws.
   */
  every(name: string, pattern: string, run: () => Promise<void>): Promise<void>
  /** How many jobs of a kind wait and run, in all processes. */
  depth(kind: JobKind): Promise<QueueDepth>
  /** A page about the queue for operators, answering requests below a path; absent where there is nothing to see. */
  readonly board?: (basePath: string) => Promise<(request: Request) => Promise<Response>>
  /** Resolves when nothing waits and nothing runs. */
  idle(): Promise<void>
  /** Stops taking jobs and waits for those under way. */
  close(): Promise<void>
}
