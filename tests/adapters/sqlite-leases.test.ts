import { join } from 'node:path'
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts'
import { runLeaseContract } from '../contracts/leases.case.ts'
import { runStatusContract } from '../contracts/status.case.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

runLeaseContract({
  name: 'SQLite',
  async create() {
    const path = join(await temporaryFolder(), 'vanthu.db')
    return { store: openSqliteStore(path), url: `sqlite:${path}` }
  },
})
runStatusContract({ name: 'SQLite', create: async () => openSqliteStore(':memory:') })
