// Who works on a document in SQLite: starts of jobs, leases with their numbers, quarantine. Instants are by this machine's clock.
import { SupersededError } from '../../errors.ts'
import { documentJobSchema } from '../../model.ts'
import { type Attempt, longestLeaseMs, quarantineAfter, type Store } from '../../ports/store.ts'
import type { SqliteDatabase } from './database.ts'
import type { Prepare } from './prepared.ts'

type Methods = Pick<
  Store,
  | 'startAttempt'
  | 'renewLease'
  | 'takeBackAttempt'
  | 'markFailed'
  | 'markWaiting'
  | 'pending'
  | 'abandoned'
  | 'holders'
  | 'releaseLeases'
  | 'setNextJob'
>

/** Whether a lease stands at an instant; parameters: that instant, and the latest at which a lease given by then can end. */
const stands = 'holder IS NOT NULL AND leased_until > ? AND leased_until <= ?'

/** The start of jobs, and their ends but for those that bring something. */
export function leasesOf(sql: Prepare, { run, transaction }: SqliteDatabase): Methods {
  return {
    startAttempt: async (id, { job, holder, leaseMs }) =>
      transaction(() => {
        const [now, until, latest] = instants(0, leaseMs, longestLeaseMs)
        const row = sql(
          `UPDATE document SET attempts = attempts + 1, lease = lease + 1, holder = ?, leased_until = ?, changed_at = ?,
             quarantined_at = CASE WHEN holder IS NOT NULL AND attempts >= ${quarantineAfter}
               THEN coalesce(quarantined_at, ?) ELSE quarantined_at END
           WHERE id = ? AND next_job = ? AND NOT (${stands}) RETURNING lease, attempts, quarantined_at`,
        ).get(holder, until, now, now, id, job, now, latest)
        return row
          ? {
              id,
              lease: Number(row.lease),
              attempts: Number(row.attempts),
              quarantined: row.quarantined_at !== null,
            }
          : null
      }),

    renewLease: async ({ id, lease }, leaseMs) =>
      run(() => {
        const [until] = instants(leaseMs)
        const { changes } = sql(
          'UPDATE document SET leased_until = ? WHERE id = ? AND lease = ? AND holder IS NOT NULL',
        ).run(until, id, lease)
        return changes === 1
      }),

    takeBackAttempt: async (attempt) =>
      transaction(() => {
        holdsOrThrow(sql, attempt)
        sql('UPDATE document SET attempts = max(0, attempts - 1) WHERE id = ?').run(attempt.id)
      }),

    markFailed: async (attempt, { code, message }) =>
      transaction(() => {
        holdsOrThrow(sql, attempt)
        const [now] = instants(0)
        sql(
          `UPDATE document SET state = 'failed', next_job = NULL, error_code = ?, error_message = ?, holder = NULL,
             leased_until = NULL, state_since = ?, changed_at = ? WHERE id = ?`,
        ).run(code, message, now, now, attempt.id)
      }),

    markWaiting: async (attempt, { code, message }, { counted }) =>
      transaction(() => {
        holdsOrThrow(sql, attempt)
        const [now] = instants(0)
        sql(
          `UPDATE document SET attempts = max(0, attempts - ?), error_code = ?, error_message = ?, holder = NULL,
             leased_until = NULL, changed_at = ? WHERE id = ?`,
        ).run(counted ? 0 : 1, code, message, now, attempt.id)
      }),

    pending: async (limit) =>
      run(() =>
        sql(
          `SELECT id, next_job FROM document WHERE next_job IS NOT NULL
           ORDER BY attempts, state_since, id LIMIT ?`,
        )
          .all(limit)
          .map(waitingOf),
      ),

    abandoned: async (limit) =>
      run(() => {
        const [now, latest] = instants(0, longestLeaseMs)
        return sql(
          `SELECT id, next_job FROM document WHERE next_job IS NOT NULL AND holder IS NOT NULL AND NOT (${stands})
           ORDER BY attempts, id LIMIT ?`,
        )
          .all(now, latest, limit)
          .map(waitingOf)
      }),

    holders: async () =>
      run(() =>
        sql('SELECT DISTINCT holder FROM document WHERE holder IS NOT NULL')
          .all()
          .map((row) => String(row.holder)),
      ),

    releaseLeases: async (holders) =>
      transaction(() => {
        // The holder stays: what follows is told by it that the start never ended.
        for (const holder of holders)
          sql("UPDATE document SET leased_until = '' WHERE holder = ?").run(holder)
      }),

    setNextJob: async (ids, job) =>
      transaction(() => {
        const [now] = instants(0)
        return ids.filter((id) => {
          const { changes } = sql(
            `UPDATE document SET state = 'pending', next_job = ?, attempts = 0, error_code = NULL, error_message = NULL,
               quarantined_at = NULL, lease = lease + 1, holder = NULL, leased_until = NULL, state_since = ?, changed_at = ?
             WHERE id = ?`,
          ).run(job, now, now, id)
          return changes === 1
        })
      }),
  }
}

/** @throws SupersededError where the attempt does not hold its document. Part of the transaction under way. */
export function holdsOrThrow(sql: Prepare, { id, lease }: Attempt): void {
  const held = sql('SELECT 1 FROM document WHERE id = ? AND lease = ? AND holder IS NOT NULL').get(
    id,
    lease,
  )
  if (!held) throw new SupersededError(id)
}

const waitingOf = (row: Record<string, unknown>) => ({
  id: String(row.id),
  job: documentJobSchema.parse(row.next_job),
})

/** So many milliseconds from now, each as ISO text. */
function instants<T extends number[]>(...fromNowMs: T): { [K in keyof T]: string } {
  const now = Date.now()
  return fromNowMs.map((ms) => new Date(now + ms).toISOString()) as { [K in keyof T]: string }
}
