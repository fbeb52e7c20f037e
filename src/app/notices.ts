// What people should know about this process: kept here, since the store may be what is away, and in the store for the others.
import { messageOf } from '../errors.ts'
import type { Log } from '../log.ts'
import type { Notice } from '../ports/inbox.ts'
import type { Store } from '../ports/store.ts'

export type Notices = {
  /** Tells something, once however often it is called; a new message replaces the one before. */
  put(process: string, code: string, message: string): Promise<void>
  /** Takes back what was told: of one code, or all of a process. */
  clear(process: string, code?: string): Promise<void>
  /** All notices, of other processes too where the store answers; oldest first. */
  all(): Promise<Notice[]>
}

/** Notices of this process, kept in a store as far as it can be written to. */
export function createNotices(
  store: Pick<Store, 'putNotice' | 'clearNotice' | 'notices'>,
  log: Log,
): Notices {
  const own = new Map<string, Notice & { isSaved: boolean }>()
  /** What the store still has and should not. */
  const uncleared = new Map<string, { process: string; code?: string }>()
  const keyOf = (process: string, code: string) => `${process}\n${code}`

  /** Brings the store up to date; tried again with the next call where it does not answer. */
  async function save(): Promise<void> {
    try {
      for (const [key, { process, code }] of uncleared) {
        await store.clearNotice(process, code)
        uncleared.delete(key)
      }
      for (const notice of own.values()) {
        if (notice.isSaved) continue
        const { isSaved: _, ...bare } = notice
        await store.putNotice(bare)
        notice.isSaved = true
      }
    } catch (error) {
      log.debug('a notice was not saved', { message: messageOf(error) })
    }
  }

  return {
    async put(process, code, message) {
      const key = keyOf(process, code)
      const known = own.get(key)
      if (known?.message !== message) {
        if (!known) log.warn(message, { notice: code })
        const since = known?.since ?? new Date().toISOString()
        own.set(key, { process, code, message, since, isSaved: false })
      }
      uncleared.delete(key)
      await save()
    },

    async clear(process, code) {
      const known = code === undefined ? undefined : own.get(keyOf(process, code))
      if (code !== undefined && !known && uncleared.size === 0) return
      for (const [key, notice] of own)
        if (notice.process === process && (code === undefined || notice.code === code))
          own.delete(key)
      if (known) log.info('a notice is over', { notice: known.code })
      if (code === undefined) uncleared.set(keyOf(process, ''), { process })
      else if (known) uncleared.set(keyOf(process, code), { process, code })
      await save()
    },

    async all() {
      const byKey = new Map<string, Notice>()
      try {
        for (const notice of await store.notices())
          if (!uncleared.has(keyOf(notice.process, notice.code)))
            byKey.set(keyOf(notice.process, notice.code), notice)
      } catch (error) {
        log.debug('notices of others cannot be read', { message: messageOf(error) })
      }
      for (const [key, { isSaved: _, ...notice }] of own) byKey.set(key, notice)
      return [...byKey.values()].sort((a, b) => (a.since < b.since ? -1 : 1))
    },
  }
}
