// Crawling in PostgreSQL: a script is one transaction, by the clock of the server.
import type { CrawlStore } from '../../ports/crawl-store.ts'
import { createCrawlStore } from '../crawl/crawl-store.ts'
import type { PostgresDatabase } from './database.ts'

/** The methods of the store that are about crawling. */
export function createPostgresCrawl({ transaction }: PostgresDatabase): CrawlStore {
  return createCrawlStore((script) =>
    transaction(async (ask) => {
      const { rows } = await ask(
        'SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS ms',
      )
      const startedAt = Number(rows[0]?.ms)
      const steps = script((fromNowMs) => new Date(startedAt + fromNowMs).toISOString())
      let step = steps.next()
      while (!step.done) {
        const [text, values] = step.value
        step = steps.next((await ask(text, values)).rows)
      }
      return step.value
    }),
  )
}
