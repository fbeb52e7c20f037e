import { describe } from 'vitest'
import { openPostgresStore } from '../../src/adapters/postgres/store.ts'
import { runLeaseContract } from '../contracts/leases.case.ts'
import { runStatusContract } from '../contracts/status.case.ts'
import { hasPostgres } from '../support/postgres.ts'
import { usePostgres } from '../support/use-postgres.ts'

describe.skipIf(!hasPostgres())('on a server', () => {
  const { freshSchema } = usePostgres()
  runLeaseContract({
    name: 'PostgreSQL',
    async create() {
      const { url } = freshSchema()
      return { store: await openPostgresStore(url), url }
    },
  })
  runStatusContract({ name: 'PostgreSQL', create: () => openPostgresStore(freshSchema().url) })
})
