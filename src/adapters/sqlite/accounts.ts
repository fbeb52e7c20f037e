// Accounts in SQLite.
import type { AccountStore } from '../../ports/accounts.ts'
import { createAccountStore } from '../accounts/account-store.ts'
import type { SqliteDatabase } from './database.ts'
import type { Prepare } from './prepared.ts'
import { sqliteScripts } from './run-script.ts'

/** The methods of the store that are about accounts. */
export function createSqliteAccounts(sql: Prepare, database: SqliteDatabase): AccountStore {
  return createAccountStore(sqliteScripts(sql, database))
}
