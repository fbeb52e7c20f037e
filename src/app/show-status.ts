// The state of the archive: counts, and the documents that failed by name.
import { TransientError } from '../errors.ts'
import type { Queue } from '../ports.ts'
import type { Status } from './app.ts'
import type { Context } from './context.ts'

const mostFailures = 1_000

/** Counts by state, jobs in the queue and the latest failures. */
export async function showStatus({ store, queue }: Context): Promise<Status> {
  const counts = await store.countStates()
  const failures = await store.failures(mostFailures)
  const containers = new Map<string, string>()
  for (const { container } of failures)
    if (container && !containers.has(container.id))
      containers.set(container.id, (await store.getDocument(container.id))?.name ?? container.id)
  return {
    counts,
    waiting: counts.pending,
    queue: await depthsOf(queue),
    failures: failures.map(({ id, name, container, error }) => ({
      id,
      name,
      ...(container ? { container: containers.get(container.id) ?? container.id } : {}),
      code: error?.code ?? 'bug',
      message: error?.message ?? 'no reason was kept',
    })),
  }
}

async function depthsOf(queue: Queue): Promise<Status['queue']> {
  try {
    return { parse: await queue.depth('parse'), extract: await queue.depth('extract') }
  } catch (error) {
    if (error instanceof TransientError) return null
    throw error
  }
}
