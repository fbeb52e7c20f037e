// When sources are crawled: cron patterns of five parts, by the local time of this machine.
//
//   0 */6 * * *     every six hours, at a minute of its own     30 2 * * 1-5     at 2:30 on working days
import { createHash } from 'node:crypto'
import { Cron } from 'croner'
import { messageOf, UserError } from '../../errors.ts'

export const usualPattern = '0 */6 * * *'

/**
 * The next instant that a pattern names after another one. Sources that ask for minute 0 (or "H") get a minute of their own, by
 * their id, so that not all begin at once. Throws UserError where the pattern is none, or names no instant.
 */
export function nextRunOf({ id, every }: { id: string; every: string }, afterMs: number): string {
  const parts = every.trim().split(/\s+/)
  if (parts[0] === '0' || parts[0] === 'H') parts[0] = String(minuteOf(id))
  const next = cronOf(parts.join(' '), every).nextRun(new Date(afterMs))
  if (!next) throw new UserError(`The pattern "${every}" names no time that will come.`)
  return next.toISOString()
}

function cronOf(pattern: string, written: string): Cron {
  try {
    return new Cron(pattern, { mode: '5-part', paused: true })
  } catch (error) {
    throw new UserError(
      `"${written}" is no pattern of times (${messageOf(error)}); write minute, hour, day, month and weekday, as in "${usualPattern}".`,
      { cause: error },
    )
  }
}

const minuteOf = (id: string): number =>
  createHash('sha256').update(id).digest().readUInt32BE() % 60
