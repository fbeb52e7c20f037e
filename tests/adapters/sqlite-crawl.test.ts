import { openSqliteStore } from '../../src/adapters/sqlite/store.ts'
import { runCrawlContract } from '../contracts/crawl.case.ts'
import { runCrawlEvidenceContract } from '../contracts/crawl-evidence.case.ts'

const sqlite = { name: 'SQLite', create: async () => openSqliteStore(':memory:') }
runCrawlContract(sqlite)
runCrawlEvidenceContract(sqlite)
