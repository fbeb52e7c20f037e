import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts'
import { runAccountsContract } from '../contracts/accounts.case.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

runAccountsContract({ name: 'SQLite', create: async () => openSqliteStore(':memory:') })

test('the audit log takes neither change nor removal, whoever asks', async () => {
  const path = join(await temporaryFolder(), 'vanthu.db')
  await openSqliteStore(path).close()
  const database = new DatabaseSync(path)
  database.exec("INSERT INTO audit_entry VALUES ('k', 'a', 'w', 'cli', NULL, 'x', '', 'done', '')")
  for (const statement of ["UPDATE audit_entry SET who = 'x'", 'DELETE FROM audit_entry'])
    expect(() => database.exec(statement)).toThrow('only added to')
  database.close()
})
