import { describe } from 'vitest'
import { openPostgresStore } from '../../src/adapters/postgres/store.ts'
import type { ApplyCorrections } from '../../src/ports/store.ts'
import { runFactCopiesContract } from '../contracts/fact-copies.case.ts'
import { runFactsContract } from '../contracts/facts.case.ts'
import { hasPostgres } from '../support/postgres.ts'
import { usePostgres } from '../support/use-postgres.ts'

describe.skipIf(!hasPostgres())('on a server', () => {
  const { freshSchema } = usePostgres()
  const postgres = {
    name: 'PostgreSQL',
    create: (apply: ApplyCorrections) => openPostgresStore(freshSchema().url, apply),
  }
  runFactsContract(postgres)
  runFactCopiesContract(postgres)
})
