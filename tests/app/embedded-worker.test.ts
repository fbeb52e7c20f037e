import { join } from 'node:path'
import { createLocalQueue } from '../../src/adapters/queues/local-queue.ts'
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts'
import { runWorkerContract } from '../contracts/worker.case.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

runWorkerContract({
  name: 'SQLite and a queue in memory',
  async create() {
    const path = join(await temporaryFolder(), 'vanthu.db')
    return { store: openSqliteStore(path), url: `sqlite:${path}`, queue: createLocalQueue() }
  },
})
