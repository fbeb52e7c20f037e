import { join } from 'node:path'
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts'
import { runSearchMemoryContract } from '../contracts/search-memory.case.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

runSearchMemoryContract(async () => {
  const path = join(await temporaryFolder(), 'vanthu.db')
  return { store: openSqliteStore(path), openAgain: async () => openSqliteStore(path) }
})
