// How long somebody has to wait who failed to log in: nothing at first, then a minute, doubling up to an hour.
import type { LoginFailures } from '../model/account.ts'

/** Failures after which an account has to wait, and an address: in an office many people share one. */
export const accountFailures = 5
export const addressFailures = 20

const firstWaitMs = 60_000
const longestWaitMs = 3_600_000
/** Failures older than this no longer count. */
export const forgottenAfterMs = 24 * 3_600_000

/** Milliseconds until the next attempt after so many failures, of which `free` cost nothing. */
export function waitAfter(failures: number, free: number): number {
  if (failures < free) return 0
  return Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures - free, 20))
}

/** Milliseconds that an attempt now has to wait for; 0 where it is looked at. */
export function waitLeft({ lockedUntil }: LoginFailures, nowMs: number): number {
  return lockedUntil === null ? 0 : Math.max(0, Date.parse(lockedUntil) - nowMs)
}

/** The failures with one more, counted before its password is looked at: of many at once, few get that far. */
export function oneMore(before: LoginFailures, nowMs: number, free: number): LoginFailures {
  const isOld = nowMs - Date.parse(before.lastAt) > forgottenAfterMs
  const count = (isOld ? 0 : before.count) + 1
  const waitMs = waitAfter(count, free)
  const lastAt = new Date(nowMs).toISOString()
  const lockedUntil = waitMs > 0 ? new Date(nowMs + waitMs).toISOString() : null
  return { key: before.key, count, lastAt, lockedUntil }
}

/** The failures without the last one, which was none. Others of the same address stay counted. */
export function oneLess(before: LoginFailures, free: number): LoginFailures {
  const count = Math.max(0, before.count - 1)
  return { ...before, count, lockedUntil: count < free ? null : before.lockedUntil }
}
