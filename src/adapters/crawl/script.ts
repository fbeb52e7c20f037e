// Scripts: statements that every database understands, run one after the other in one transaction.
import { SupersededError } from '../../errors.ts'
import type { CrawlLease } from '../../ports/crawl-store.ts'
import type { Row } from './row.ts'

/** Text with $1, $2 … and their values; a value may be used more than once. */
export type Statement = [sql: string, values: readonly (string | number | null)[]]

/** Yields statements, is given the rows of each, and returns what the transaction is for. */
export type Script<T> = Generator<Statement, T, Row[]>

/** The instant so many milliseconds from now, by the clock of the transaction. */
export type Now = (fromNowMs: number) => string

/** Runs a script in one transaction: all of it is kept, or nothing. */
export type RunScript = <T>(script: (now: Now) => Script<T>) => Promise<T>

/** Whether a lease stands; parameters: now, and the latest instant at which a lease given by now can end. */
export const stands = (now: string, latest: string): string =>
  `holder IS NOT NULL AND leased_until > ${now} AND leased_until <= ${latest}`

/** @throws SupersededError where the run is no longer held by this start. The row is locked until the end of the transaction. */
export function* heldOrThrow({ sourceId, run, lease }: CrawlLease, visits = 0): Script<void> {
  const held = yield [
    `UPDATE crawl_source SET visits = visits + $4
     WHERE id = $1 AND lease = $2 AND run = $3 AND holder IS NOT NULL RETURNING id`,
    [sourceId, lease, run, visits],
  ]
  if (held.length === 0) throw new SupersededError(sourceId, 'source')
}
