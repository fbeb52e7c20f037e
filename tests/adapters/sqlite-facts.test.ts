import { openSqliteStore } from '../../src/adapters/sqlite/store.ts'
import type { ApplyCorrections } from '../../src/ports/store.ts'
import { runFactCopiesContract } from '../contracts/fact-copies.case.ts'
import { runFactsContract } from '../contracts/facts.case.ts'

const sqlite = {
  name: 'SQLite',
  create: async (apply: ApplyCorrections) => openSqliteStore(':memory:', apply),
}
runFactsContract(sqlite)
runFactCopiesContract(sqlite)
