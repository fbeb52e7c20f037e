// Rings for every document whose row says that a job is next. Run at start and every minute, it makes up for any
// doorbell that was lost: a killed process, an emptied queue.
import { documentJobs } from '../model.ts'
import type { Context } from './context.ts'
import { isGone } from './holder.ts'

/** Most documents rung for at once; the rest come with the next run, as these get done. */
const most = 100_000

/**
 * Rings again; returns for how many documents. Rings for what was begun and is held by nobody any more; where the queue
 * holds fewer jobs than there should be, it lost some, so that all are rung for.
 */
export async function recover({ store, queue }: Context): Promise<number> {
  const abandoned = await store.abandoned(most)
  const waiting = await store.pending(most)
  const depths = await Promise.all(documentJobs.map((kind) => queue.depth(kind)))
  const held = depths.reduce((sum, depth) => sum + depth.waiting + depth.running, 0)
  const rungFor = held >= waiting.length ? abandoned : waiting
  for (const { id, job } of rungFor) await queue.add({ kind: job, id })
  return rungFor.length
}

/** Ends the leases of processes of this machine that are no more: what they had begun need not wait for their end. */
export async function releaseGone({ store }: Pick<Context, 'store'>): Promise<void> {
  const gone = (await store.holders()).filter(isGone)
  if (gone.length > 0) await store.releaseLeases(gone)
  const crawling = (await store.crawlHolders()).filter(isGone)
  if (crawling.length > 0) await store.releaseCrawls(crawling)
}
