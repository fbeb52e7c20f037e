import { openSqliteStore } from '../../src/adapters/sqlite/store.ts'
import { runSavedContract } from '../contracts/saved.case.ts'

runSavedContract({ name: 'SQLite', create: async () => openSqliteStore(':memory:') })
