import { openSqliteStore } from '../../src/adapters/sqlite/store.ts'
import { runCrawlContract } from '../contracts/crawl.case.ts'

runCrawlContract({ name: 'SQLite', create: async () => openSqliteStore(':memory:') })
