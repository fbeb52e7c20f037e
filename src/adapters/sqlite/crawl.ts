// Crawling in SQLite.
import type { CrawlStore } from '../../ports/crawl-store.ts'
import { createCrawlStore } from '../crawl/crawl-store.ts'
import type { SqliteDatabase } from './database.ts'
import type { Prepare } from './prepared.ts'
import { sqliteScripts } from './run-script.ts'

/** The methods of the store that are about crawling. Instants are by this machine's clock. */
export function createSqliteCrawl(sql: Prepare, database: SqliteDatabase): CrawlStore {
  return createCrawlStore(sqliteScripts(sql, database))
}
