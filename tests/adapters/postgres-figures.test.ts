// The contract of figures on a PostgreSQL server.
import { describe } from 'vitest'
import { openPostgresStore } from '../../src/adapters/postgres/store.ts'
import { runFiguresContract } from '../contracts/figures.case.ts'
import { hasPostgres } from '../support/postgres.ts'
import { usePostgres } from '../support/use-postgres.ts'

describe.skipIf(!hasPostgres())('PostgreSQL', () => {
  const { freshSchema } = usePostgres()

  runFiguresContract({ name: 'PostgreSQL', create: () => openPostgresStore(freshSchema().url) })
})
