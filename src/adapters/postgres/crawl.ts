// Crawling in PostgreSQL, by the clock of the server.
import type { CrawlStore } from '../../ports/crawl-store.ts'
import { createCrawlStore } from '../crawl/crawl-store.ts'
import type { PostgresDatabase } from './database.ts'
import { postgresScripts } from './run-script.ts'

/** The methods of the store that are about crawling. */
export function createPostgresCrawl(database: PostgresDatabase): CrawlStore {
  return createCrawlStore(postgresScripts(database))
}
