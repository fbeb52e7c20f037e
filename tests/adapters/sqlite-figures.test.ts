// The contract of figures on SQLite.
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts'
import { runFiguresContract } from '../contracts/figures.case.ts'

runFiguresContract({ name: 'SQLite', create: async () => openSqliteStore(':memory:') })
