import { describe } from 'vitest'
import { openPostgresStore } from '../../src/adapters/postgres/store.ts'
import { runCrawlContract } from '../contracts/crawl.case.ts'
import { runCrawlEvidenceContract } from '../contracts/crawl-evidence.case.ts'
import { hasPostgres } from '../support/postgres.ts'
import { usePostgres } from '../support/use-postgres.ts'

describe.skipIf(!hasPostgres())('on a server', () => {
  const { freshSchema } = usePostgres()
  const postgres = { name: 'PostgreSQL', create: () => openPostgresStore(freshSchema().url) }
  runCrawlContract(postgres)
  runCrawlEvidenceContract(postgres)
})
