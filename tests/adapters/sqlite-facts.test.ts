import { openSqliteStore } from '../../src/adapters/sqlite/store.ts'
import { runFactsContract } from '../contracts/facts.case.ts'

runFactsContract({ name: 'SQLite', create: async (apply) => openSqliteStore(':memory:', apply) })
