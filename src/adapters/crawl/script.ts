// What the scripts of crawling share: see ../script.ts.
import { SupersededError } from '../../errors.ts'
import type { CrawlLease } from '../../ports/crawl-store.ts'
import type { Script } from '../script.ts'

export type { Now, RunScript, Script, Statement } from '../script.ts'

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
