// What a failure of the surroundings means for an inbox: the archive cannot take anything for now, and what to say of it.
import { messageOf, reactTo } from '../../errors.ts'

/** The closed list of what an inbox tells people. */
export const inboxNoticeCodes = [
  'disk-full',
  'read-only',
  'locked',
  'unreachable',
  'not-mounted',
  'not-movable',
  'stuck',
] as const
export type InboxNoticeCode = (typeof inboxNoticeCodes)[number]

/** Codes that pause the intake: nothing can be taken while one holds. */
export type PauseCode = 'disk-full' | 'read-only' | 'locked' | 'unreachable'

const systemCodes: Record<string, PauseCode> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
}
/** SQLite's primary result codes BUSY, LOCKED, READONLY, FULL; PostgreSQL's own for a full disk, a read-only server, a lock. */
const sqliteCodes = new Map<number, PauseCode>([
  [5, 'locked'],
  [6, 'locked'],
  [8, 'read-only'],
  [13, 'disk-full'],
])
const postgresCodes: Record<string, PauseCode> = {
  '53100': 'disk-full',
  '25006': 'read-only',
  '55P03': 'locked',
}

/** Why the archive cannot take anything now, from what taking a file threw; null where the error says nothing of that kind. */
export function pauseOf(error: unknown): { code: PauseCode; message: string } | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const { code, errcode } = at as { code?: unknown; errcode?: unknown }
    const known =
      typeof errcode === 'number'
        ? sqliteCodes.get(errcode & 0xff)
        : typeof code === 'string'
          ? (systemCodes[code] ?? postgresCodes[code])
          : undefined
    if (known) return { code: known, message: messageOf(error) }
  }
  if (reactTo(error).retry === 'later') return { code: 'unreachable', message: messageOf(error) }
  return null
}
