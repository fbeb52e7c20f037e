// Begins what is due, and rings for what is under way and nobody works on. Run every minute by every process that crawls: the store
// decides, so that nothing begins twice, and what was missed while all were away begins once.
import type { Context } from '../context.ts'
import { ring } from '../ring.ts'
import { nextRunOf } from './schedule.ts'

/** Gives how many runs began. */
export async function tickCrawls(context: Context, nowMs = Date.now()): Promise<number> {
  const { store } = context
  const at = new Date(nowMs).toISOString()
  let begun = 0
  for (const source of await store.crawlSourcesDue(at)) {
    const nextRunAt = nextRunOf(source, nowMs)
    if (await store.beginRun(source.id, { dueAt: source.nextRunAt, nextRunAt, at })) begun++
  }
  for (const id of await store.crawlsToRing()) await ring(context, { kind: 'crawl', id })
  return begun
}
