// The state of the archive: counts, and the documents that failed by name.
import type { Status } from './app.ts'
import type { Context } from './context.ts'

const mostFailures = 1_000

/** Counts by state and the latest failures. */
export async function showStatus({ store }: Context): Promise<Status> {
  const counts = await store.countStates()
  const failures = await store.failures(mostFailures)
  return {
    counts,
    waiting: counts.pending,
    failures: failures.map(({ id, name, error }) => ({
      id,
      name,
      code: error?.code ?? 'bug',
      message: error?.message ?? 'no reason was kept',
    })),
  }
}
