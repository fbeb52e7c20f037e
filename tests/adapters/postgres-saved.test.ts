import { describe } from 'vitest'
import { openPostgresStore } from '../../src/adapters/postgres/store.ts'
import { runSavedContract } from '../contracts/saved.case.ts'
import { hasPostgres } from '../support/postgres.ts'
import { usePostgres } from '../support/use-postgres.ts'

describe.skipIf(!hasPostgres())('PostgreSQL', () => {
  const { freshSchema } = usePostgres()
  runSavedContract({
    name: 'PostgreSQL',
    create: () => openPostgresStore(freshSchema().url),
  })
})
