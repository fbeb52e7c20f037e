// Rings for every document whose row says that a job is next. Run at start and every minute, it makes up for any
// doorbell that was lost: a killed process, an emptied queue.
import { jobKinds } from '../model.ts'
import type { Context } from './context.ts'

/** Most documents rung for at once; the rest come with the next run, as these get done. */
const most = 100_000

/** Rings again; returns for how many documents. Where the queue holds as many jobs as there should be, it lost none. */
export async function recover({ store, queue }: Context): Promise<number> {
  const waiting = await store.pending(most)
  const depths = await Promise.all(jobKinds.map((kind) => queue.depth(kind)))
  const held = depths.reduce((sum, depth) => sum + depth.waiting + depth.running, 0)
  if (held >= waiting.length) return 0
  for (const { id, job } of waiting) await queue.add({ kind: job, documentId: id })
  return waiting.length
}
