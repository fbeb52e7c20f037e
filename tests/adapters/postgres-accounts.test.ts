import { describe, expect, test } from 'vitest'
import { openPostgresStore } from '../../src/adapters/postgres/store.ts'
import { runAccountsContract } from '../contracts/accounts.case.ts'
import { hasPostgres } from '../support/postgres.ts'
import { usePostgres } from '../support/use-postgres.ts'

describe.skipIf(!hasPostgres())('PostgreSQL', () => {
  const { freshSchema, ask } = usePostgres()
  runAccountsContract({
    name: 'PostgreSQL',
    create: () => openPostgresStore(freshSchema().url),
  })

  test('the audit log takes neither change nor removal, whoever asks', async () => {
    const { schema, url } = freshSchema()
    await (await openPostgresStore(url)).close()
    const table = `${schema}.audit_entry`
    await ask(`INSERT INTO ${table} VALUES ('k', 'a', 'w', 'cli', NULL, 'x', '', 'done', '')`)
    for (const statement of [`UPDATE ${table} SET who = 'x'`, `DELETE FROM ${table}`])
      await expect(ask(statement)).rejects.toThrow('only added to')
  })
})
