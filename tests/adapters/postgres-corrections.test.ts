import { describe } from 'vitest'
import { openPostgresStore } from '../../src/adapters/postgres/store.ts'
import { runCorrectionsContract } from '../contracts/corrections.case.ts'
import { hasPostgres } from '../support/postgres.ts'
import { usePostgres } from '../support/use-postgres.ts'

describe.skipIf(!hasPostgres())('PostgreSQL', () => {
  const { freshSchema } = usePostgres()
  runCorrectionsContract({
    name: 'PostgreSQL',
    create: (apply) => openPostgresStore(freshSchema().url, apply),
  })
})
