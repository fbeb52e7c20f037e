// The state of the archive: counts, how fast work gets on, and by name what failed, hangs or is kept apart.
import { TransientError, UserError } from '../errors.ts'
import { type DocumentRow, documentErrorCodeSchema, documentStateSchema } from '../model.ts'
import type { Queue } from '../ports/queue.ts'
import type { Progress, StateQuery } from '../ports/store.ts'
import type { DocumentPage, Pace, Status } from './app.ts'
import type { Context } from './context.ts'
import { lineOf } from './stage.ts'

const mostFailures = 1_000
const mostForgotten = 20
/** The stretch of time by which the pace is measured. */
export const paceMs = 600_000
/** Fewer documents that ended say nothing of a pace. */
const fewest = 2

/** Everything about the archive that is not about one document alone. */
export async function showStatus({ store, queue, notices }: Context): Promise<Status> {
  const now = Date.now()
  const counts = await store.countStates()
  const progress = await store.progress(new Date(now - paceMs).toISOString())
  const { documents: failed } = await store.documentsIn({ state: 'failed', limit: mostFailures })
  const containers = await containerNames(store, failed)
  return {
    notices: await notices.all(),
    counts,
    waiting: counts.pending,
    queue: await depthsOf(queue),
    running: progress.running.map(lineOf),
    quarantined: progress.quarantined.map(lineOf),
    hindered: progress.hindered.map(lineOf),
    oldest: progress.oldest && {
      id: progress.oldest.id,
      name: progress.oldest.name,
      since: progress.oldest.stateSince,
    },
    pace: paceOf(progress, counts.pending, now),
    failures: failed.map(({ id, name, container, attempts, error }) => ({
      id,
      name,
      ...(container ? { container: containers.get(container.id) ?? container.id } : {}),
      attempts,
      code: error?.code ?? 'bug',
      message: error?.message ?? 'no reason was kept',
    })),
    forgotten: await store.forgotten('', mostForgotten),
  }
}

/** Documents in one state. Throws UserError for a state, code, limit or cursor that cannot be. */
export async function listDocuments({ store }: Context, query: StateQuery): Promise<DocumentPage> {
  const { state, code, limit } = query
  if (!documentStateSchema.safeParse(state).success)
    throw new UserError(
      `"${state}" is no state; the states are ${documentStateSchema.options.join(', ')}.`,
    )
  if (code !== undefined && ![...documentErrorCodeSchema.options, 'transient'].includes(code))
    throw new UserError(`"${code}" is no code of a failure.`)
  if (!Number.isInteger(limit) || limit < 1 || limit > 500)
    throw new UserError(`The limit must be a whole number from 1 to 500, not ${limit}.`)
  const { documents, next } = await store.documentsIn(query)
  return { documents: documents.map(lineOf), next }
}

function paceOf({ ended, firstEndedAt }: Progress, pending: number, now: number): Pace {
  // Counted from the first one on: before that, nothing may have waited.
  const tookMs = firstEndedAt === null ? 0 : now - Date.parse(firstEndedAt)
  if (ended < fewest || tookMs <= 0) return { ended, perMinute: null, secondsLeft: null }
  const perMinute = ended / (tookMs / 60_000)
  return {
    ended,
    perMinute: Math.round(perMinute * 10) / 10,
    secondsLeft: pending === 0 ? null : Math.ceil((pending / perMinute) * 60),
  }
}

async function containerNames(
  store: Context['store'],
  documents: readonly DocumentRow[],
): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const { container } of documents)
    if (container && !names.has(container.id))
      names.set(container.id, (await store.getDocument(container.id))?.name ?? container.id)
  return names
}

async function depthsOf(queue: Queue): Promise<Status['queue']> {
  try {
    return {
      parse: await queue.depth('parse'),
      extract: await queue.depth('extract'),
      crawl: await queue.depth('crawl'),
    }
  } catch (error) {
    if (error instanceof TransientError) return null
    throw error
  }
}
