import { describe } from 'vitest'
import { openPostgresStore } from '../../src/adapters/postgres/store.ts'
import { runFactsContract } from '../contracts/facts.case.ts'
import { hasPostgres } from '../support/postgres.ts'
import { usePostgres } from '../support/use-postgres.ts'

describe.skipIf(!hasPostgres())('on a server', () => {
  const { freshSchema } = usePostgres()
  runFactsContract({
    name: 'PostgreSQL',
    create: (apply) => openPostgresStore(freshSchema().url, apply),
  })
})
