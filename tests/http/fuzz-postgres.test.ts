// Over PostgreSQL, with what a database may stumble over.
import { describe } from 'vitest'
import { hasPostgres } from '../support/postgres.ts'
import { usePostgres } from '../support/use-postgres.ts'
import { openFilledSite } from './support/filled-site.ts'
import { fuzzCases } from './support/fuzz.case.ts'

describe.skipIf(!hasPostgres())('over PostgreSQL', () => {
  const postgres = usePostgres()
  fuzzCases(() => openFilledSite({ VANTHU_STORE_URL: postgres.freshSchema().url }), 'database')
})
