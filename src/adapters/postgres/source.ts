// Opens a PostgreSQL store that is there for reading only: the server itself refuses whatever would write to it.
import { DatabaseError } from 'pg'
import { UserError } from '../../errors.ts'
import type { StoreReader } from '../../ports/store.ts'
import { readPostgresAddress } from './address.ts'
import { type Ask, openPostgres, type PostgresDatabase } from './database.ts'
import { createPostgresInspection } from './upkeep.ts'
import { readIdsAfter, readStates, readWhole } from './whole.ts'

const readOnlyTransaction = '25006'

/**
 * Opens the store of an address. Throws UserError where there is none, or none of this version of vanthu. A snapshot shows, until
 * it is closed, what was there when it was opened; the server keeps what is deleted that long.
 */
export async function openPostgresSource(
  url: string,
  { snapshot = false } = {},
): Promise<StoreReader> {
  const database = await openReadOnly(url)
  const { ask, close } = snapshot ? await held(database) : database
  return {
    ...createPostgresInspection(ask),
    idsAfter: (after, limit, changedFrom) => readIdsAfter(ask, after, limit, changedFrom),
    wholeDocument: (id) => readWhole(ask, id),
    countStates: () => readStates(ask),
    close,
  }
}

async function openReadOnly(url: string): Promise<PostgresDatabase> {
  const { options, server, database, schema } = readPostgresAddress(url)
  const address = new URL(url)
  address.searchParams.set('options', `${options} -c default_transaction_read_only=on`)
  try {
    return await openPostgres(address.href)
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

/** On one connection, a question waits for the answer to the one before. */
function oneByOne(ask: Ask): Ask {
  let last: Promise<unknown> = Promise.resolve()
  return (sql, values) => {
    const answer = last.then(() => ask(sql, values))
    // Whether it failed is told to who asked.
    last = answer.catch(() => {})
    return answer
  }
}

/** A transaction that sees one moment and lasts until it is closed. */
async function held(database: PostgresDatabase): Promise<{ ask: Ask; close(): Promise<void> }> {
  const begun = Promise.withResolvers<Ask>()
  const closing = Promise.withResolvers<void>()
  const ended = database.transaction(async (ask) => {
    await ask('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ')
    // What is read is written to a disk that may be slow.
    await ask('SET LOCAL idle_in_transaction_session_timeout = 0')
    // The moment is that of the first reading.
    await ask('SELECT FROM document LIMIT 1')
    begun.resolve(oneByOne(ask))
    await closing.promise
  })
  ended.catch(begun.reject)
  try {
    return {
      ask: await begun.promise,
      async close() {
        closing.resolve()
        // Nothing was written, so a connection that is lost by now loses nothing.
        await ended.catch(() => {})
        await database.close()
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
}
