// Who works on a document in PostgreSQL: starts of jobs, leases with their numbers, quarantine. Leases run by the server's
// clock, since those of the machines differ.
import { SupersededError } from '../../errors.ts'
import { documentJobSchema } from '../../model.ts'
import { type Attempt, longestLeaseMs, quarantineAfter, type Store } from '../../ports/store.ts'
import type { Ask, Row } from './database.ts'

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

/** ISO text of the instant so many milliseconds from now; `ms` is a number or a parameter. */
const instant = (ms: number | string) =>
  `to_char(clock_timestamp() AT TIME ZONE 'UTC' + ${ms}::float8 * interval '1 millisecond', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const stands = `holder IS NOT NULL AND leased_until > ${instant(0)} AND leased_until <= ${instant(longestLeaseMs)}`
/** Whether an attempt holds its document; parameters: id and lease. */
export const isHeld = 'id = $1 AND lease = $2 AND holder IS NOT NULL'

/** The start of jobs, and their ends but for those that bring something. */
export function leasesOf(ask: Ask): Methods {
  return {
    async startAttempt(id, { job, holder, leaseMs }) {
      const { rows } = await ask(
        `UPDATE document SET attempts = attempts + 1, lease = lease + 1, holder = $3, leased_until = ${instant('$4')},
           changed_at = $5,
           quarantined_at = CASE WHEN holder IS NOT NULL AND attempts >= ${quarantineAfter}
             THEN coalesce(quarantined_at, $5) ELSE quarantined_at END
         WHERE id = $1 AND next_job = $2 AND NOT (${stands})
         RETURNING lease, attempts, quarantined_at`,
        [id, job, holder, leaseMs, now()],
      )
      const [row] = rows
      if (!row) return null
      const { lease, attempts, quarantined_at } = row
      return { id, lease, attempts, quarantined: quarantined_at !== null }
    },

    async renewLease({ id, lease }, leaseMs) {
      const { changes } = await ask(
        `UPDATE document SET leased_until = ${instant('$3')} WHERE ${isHeld}`,
        [id, lease, leaseMs],
      )
      return changes === 1
    },

    takeBackAttempt: (attempt) =>
      heldOrThrow(
        attempt,
        ask(`UPDATE document SET attempts = greatest(0, attempts - 1) WHERE ${isHeld}`, [
          attempt.id,
          attempt.lease,
        ]),
      ),

    markFailed: (attempt, { code, message }) =>
      heldOrThrow(
        attempt,
        ask(
          `UPDATE document SET state = 'failed', next_job = NULL, error_code = $3, error_message = $4, holder = NULL,
             leased_until = NULL, state_since = $5, changed_at = $5 WHERE ${isHeld}`,
          [attempt.id, attempt.lease, code, message, now()],
        ),
      ),

    markWaiting: (attempt, { code, message }, { counted }) =>
      heldOrThrow(
        attempt,
        ask(
          `UPDATE document SET attempts = greatest(0, attempts - $3), error_code = $4, error_message = $5, holder = NULL,
             leased_until = NULL, changed_at = $6 WHERE ${isHeld}`,
          [attempt.id, attempt.lease, counted ? 0 : 1, code, message, now()],
        ),
      ),

    async pending(limit) {
      const { rows } = await ask(
        `SELECT id, next_job FROM document WHERE next_job IS NOT NULL
         ORDER BY attempts, state_since, id LIMIT $1`,
        [limit],
      )
      return rows.map(waitingOf)
    },

    async abandoned(limit) {
      const { rows } = await ask(
        `SELECT id, next_job FROM document
         WHERE next_job IS NOT NULL AND holder IS NOT NULL AND NOT (${stands})
         ORDER BY attempts, id LIMIT $1`,
        [limit],
      )
      return rows.map(waitingOf)
    },

    async holders() {
      const { rows } = await ask('SELECT DISTINCT holder FROM document WHERE holder IS NOT NULL')
      return rows.map((row) => row.holder)
    },

    async releaseLeases(holders) {
      // The holder stays: what follows is told by it that the start never ended.
      await ask("UPDATE document SET leased_until = '' WHERE holder = ANY ($1::text[])", [holders])
    },

    async setNextJob(ids, job) {
      // In the order of ids, so that two who ask for the same never wait for each other.
      const { rows } = await ask(
        `WITH asked AS (SELECT id FROM document WHERE id = ANY ($1::text[]) ORDER BY id FOR UPDATE)
         UPDATE document d SET state = 'pending', next_job = $2, attempts = 0, error_code = NULL, error_message = NULL,
           quarantined_at = NULL, lease = lease + 1, holder = NULL, leased_until = NULL, state_since = $3, changed_at = $3
         FROM asked WHERE d.id = asked.id RETURNING d.id`,
        [ids, job, now()],
      )
      const there = new Set(rows.map((row) => row.id))
      return ids.filter((id) => there.has(id))
    },
  }
}

/** @throws SupersededError where the statement found nothing that the attempt holds */
async function heldOrThrow(
  { id }: Attempt,
  statement: Promise<{ changes: number }>,
): Promise<void> {
  if ((await statement).changes === 0) throw new SupersededError(id)
}

const now = () => new Date().toISOString()
const waitingOf = (row: Row) => ({ id: row.id, job: documentJobSchema.parse(row.next_job) })
