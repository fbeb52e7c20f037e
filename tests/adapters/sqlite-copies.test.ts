import { openSqliteStore } from '../../src/adapters/sqlite-store.ts'
import { runCopiesContract } from '../contracts/copies.case.ts'

runCopiesContract({ name: 'SQLite', create: async () => openSqliteStore(':memory:'), runs: 60 })
