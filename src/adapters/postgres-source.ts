// Opens a PostgreSQL store that is there for reading only: the server itself refuses whatever would write to it.
import { DatabaseError } from 'pg'
import { UserError } from '../errors.ts'
import type { StoreReader } from '../ports.ts'
import { readPostgresAddress } from './postgres-address.ts'
import { openPostgresStore } from './postgres-store.ts'

const readOnlyTransaction = '25006'

/** Opens the store of an address. Throws UserError where there is none, or none of this version of vanthu. */
export async function openPostgresSource(url: string): Promise<StoreReader> {
  const { options, server, database, schema } = readPostgresAddress(url)
  const address = new URL(url)
  address.searchParams.set('options', `${options} -c default_transaction_read_only=on`)
  try {
    return await openPostgresStore(address.href)
  } catch (error) {
    // Opening wanted to make the tables, or to bring them up to date.
    if (error instanceof DatabaseError && error.code === readOnlyTransaction)
      throw new UserError(
        `The schema "${schema ?? 'public'}" of the database "${database}" on ${server} holds no archive of this version of vanthu; "vanthu status" brings one of an older version up to date.`,
        { cause: error },
      )
    throw error
  }
}
