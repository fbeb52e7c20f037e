// Rings a doorbell that may be lost: the document's row says what is next, and `recover` rings again.
import { messageOf } from '../errors.ts'
import type { Job } from '../ports/queue.ts'
import type { Context } from './context.ts'

/** Rings for a document; where the queue cannot be reached, that is only logged. */
export async function ring(
  { queue, log }: Pick<Context, 'queue' | 'log'>,
  job: Job,
): Promise<void> {
  await queue.add(job).catch((error: unknown) => {
    log.warn('a doorbell was not rung; recover will ring', { message: messageOf(error) })
  })
}
