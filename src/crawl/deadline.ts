// The clocks of one request: how long it may take in all, and how long until the next thing it waits for.
import { later } from './fetch-fault.ts'

export type Deadline = {
  /** Aborted with the fault of the clock that ran out, or with the caller's stop. */
  signal: AbortSignal
  /** Starts the shorter clock anew. `what` ends the sentence "… did not come in time". */
  expect(ms: number, what: string): void
  stop(): void
}

/** Starts the clock for all of a request to `host`. */
export function startDeadline(host: string, totalMs: number, stop?: AbortSignal): Deadline {
  const abort = new AbortController()
  const ran = (message: string) => () => abort.abort(later('timeout', message))
  const total = setTimeout(
    ran(`The answer of ${host} was not whole in the time allowed.`),
    Math.max(totalMs, 0),
  )
  let next: NodeJS.Timeout | undefined
  const stopped = () => abort.abort(later('stopped', `The visit to ${host} was stopped.`))
  if (stop?.aborted) stopped()
  stop?.addEventListener('abort', stopped)
  return {
    signal: abort.signal,
    expect(ms, what) {
      clearTimeout(next)
      next = setTimeout(ran(`${what} of ${host} did not come in time.`), ms)
    },
    stop() {
      clearTimeout(total)
      clearTimeout(next)
      stop?.removeEventListener('abort', stopped)
    },
  }
}
