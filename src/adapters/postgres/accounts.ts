// Accounts in PostgreSQL.
import type { AccountStore } from '../../ports/accounts.ts'
import { createAccountStore } from '../accounts/account-store.ts'
import type { PostgresDatabase } from './database.ts'
import { postgresScripts } from './run-script.ts'

/** The methods of the store that are about accounts. */
export function createPostgresAccounts(database: PostgresDatabase): AccountStore {
  return createAccountStore(postgresScripts(database))
}
