// Politeness: one request a host at a time, with a delay between two that follows how the host is doing. Hosts know nothing of
// each other. One of these may serve several fetchers.
import { setTimeout } from 'node:timers/promises'
import { later } from './fetch-fault.ts'
import { longestPauseMs } from './retry-after.ts'

/** Ends early, without an error, where the signal says so. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>

/** `now` in milliseconds since 1970. */
export type Clock = { now: () => number; sleep: Sleep }

export const realClock: Clock = {
  now: Date.now,
  async sleep(ms, signal) {
    await setTimeout(ms, undefined, signal && { signal }).catch((error: unknown) => {
      if (!signal?.aborted) throw error
    })
  },
}

export type Politeness = {
  /** Least delay between two requests to a host, and the one to start with. */
  delayMs: number
  /** The delay does not grow beyond this; a crawl-delay or Retry-After may still ask for more. */
  maxDelayMs: number
  /** The delay after the first trouble; each further one doubles it. */
  troubleDelayMs: number
  /** How long the first failed address is left alone; each further trouble in a row doubles it, up to the longest. */
  backOffMs: number
  longestBackOffMs: number
  /** A turn further away than this is not waited for: the caller comes again. */
  maxWaitMs: number
}

export const defaultPoliteness: Politeness = {
  delayMs: 2000,
  maxDelayMs: 60_000,
  troubleDelayMs: 4000,
  backOffMs: 30_000,
  longestBackOffMs: 3600 * 1000,
  maxWaitMs: 30_000,
}

/** What is left of the delay after an answer that was quicker than it. */
const shrink = 0.9

export type TurnReport = {
  /** Until the headers came; null where none did. */
  answerMs: number | null
  /** An error of the host or of the way to it. */
  trouble: boolean
  /** The host asked to be left alone: for so long, or, null, without saying how long. */
  pause?: { ms: number | null }
}

export type Turn = {
  /** Ends the turn. Gives how long what failed should be left alone: 0 without trouble. */
  finish(report: TurnReport): number
}

export type HostTurns = {
  /**
   * Waits until it is our turn to ask a host, or the caller's signal ends the wait. The turn must be finished.
   * @param crawlDelayMs what the host's robots.txt asks for at least
   * @throws FetchFault `host-paused` where the wait is too long
   */
  take(host: string, crawlDelayMs: number, signal?: AbortSignal): Promise<Turn>
}

type HostState = {
  /** Settled when every turn asked for so far is finished. */
  tail: Promise<void>
  delayMs: number
  /** Troubles in a row. */
  troubles: number
  /** When the last turn ended, on the clock of `now`. */
  endedAt: number
  pausedUntil: number
}

export function createHostTurns(
  politeness: Politeness = defaultPoliteness,
  clock: Clock = realClock,
): HostTurns {
  const hosts = new Map<string, HostState>()
  const stateOf = (host: string): HostState => {
    const found = hosts.get(host)
    if (found) return found
    const { delayMs } = politeness
    const made = {
      tail: Promise.resolve(),
      delayMs,
      troubles: 0,
      endedAt: -Infinity,
      pausedUntil: -Infinity,
    }
    hosts.set(host, made)
    return made
  }

  const finish = (state: HostState, { answerMs, trouble, pause }: TurnReport): number => {
    const { maxDelayMs, troubleDelayMs, longestBackOffMs } = politeness
    const now = clock.now()
    state.endedAt = now
    // Neither an answer nor trouble: we stopped by ourselves, and know no more of the host than before.
    if (!trouble && answerMs === null) return 0
    if (!trouble) {
      state.troubles = 0
      state.delayMs = Math.min(nextDelay(state.delayMs, answerMs ?? 0), maxDelayMs)
      return 0
    }
    state.troubles += 1
    state.delayMs = Math.min(Math.max(state.delayMs * 2, troubleDelayMs), maxDelayMs)
    const backOffMs = Math.min(politeness.backOffMs * 2 ** (state.troubles - 1), longestBackOffMs)
    if (!pause) return backOffMs
    const pauseMs = pause.ms ?? backOffMs
    state.pausedUntil = now + pauseMs
    return pauseMs
  }

  return {
    async take(host, crawlDelayMs, signal) {
      const state = stateOf(host)
      refuseLongWait(host, state.pausedUntil - clock.now())
      const before = state.tail
      let release = () => {}
      state.tail = new Promise((resolve) => {
        release = resolve
      })
      await before
      try {
        refuseLongWait(host, state.pausedUntil - clock.now())
        const delayMs = Math.max(
          politeness.delayMs,
          state.delayMs,
          Math.min(crawlDelayMs, longestPauseMs),
        )
        // Never more than the delay, though the clock may have been set back.
        const waitMs = Math.min(state.endedAt - clock.now(), 0) + delayMs
        refuseLongWait(host, waitMs - politeness.maxWaitMs, waitMs)
        if (waitMs > 0) await clock.sleep(waitMs, signal)
      } catch (error) {
        release()
        throw error
      }
      return {
        finish(report) {
          const backOffMs = finish(state, report)
          release()
          return backOffMs
        },
      }
    },
  }
}

/** Half the way up to a longer answer time; slowly down to a shorter one. */
const nextDelay = (delayMs: number, answerMs: number): number =>
  answerMs > delayMs ? (delayMs + answerMs) / 2 : Math.max(answerMs, delayMs * shrink)

function refuseLongWait(host: string, tooLongByMs: number, waitMs = tooLongByMs): void {
  if (tooLongByMs <= 0) return
  throw later(
    'host-paused',
    `${host} is left alone for another ${Math.ceil(waitMs / 1000)} s.`,
    waitMs,
  )
}
