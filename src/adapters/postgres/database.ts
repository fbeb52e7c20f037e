// Opens a PostgreSQL database the one way we use it: a pool of connections that survives a restart of the server, clocks on
// everything, errors told apart.
import { DatabaseError, Pool, type PoolClient, type PoolConfig } from 'pg'
import { messageOf, TransientError } from '../../errors.ts'
import { readPostgresAddress } from './address.ts'
import { migratePostgres } from './migrate.ts'
import { refusalOf } from './refusal.ts'

export type Value =
  | string
  | number
  | boolean
  | null
  | readonly (string | null)[]
  | readonly number[]
// biome-ignore lint/suspicious/noExplicitAny: JSON columns come parsed, and every caller knows its own statement.
export type Row = Record<string, any>
export type Answer = { rows: Row[]; changes: number }
/** Runs one statement. What passes (a lost connection, a lock, a full disk) is thrown as TransientError. */
export type Ask = (sql: string, values?: readonly Value[]) => Promise<Answer>

export type PostgresDatabase = {
  /** One statement by itself, on any connection. */
  ask: Ask
  /** One that reads of an index what the server would rather look for in whole tables; on a few connections of their own. */
  askIndex: Ask
  /** Several in one transaction: all of it is kept, or nothing. */
  transaction<T>(work: (ask: Ask) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Also how long a statement waits for a free connection. */
const connectTimeoutMs = 15_000
/** Told by the server; where the server itself is gone, the client gives up a little later. */
const statementTimeoutMs = 60_000
const lockTimeoutMs = 15_000
const startingUpMs = 30_000
const connections = 10
const indexConnections = 4

/**
 * Opens a database and brings its tables up to date. Throws UserError where it cannot be reached or used, or was made by a
 * newer vanthu; never with the password.
 */
export async function openPostgres(url: string): Promise<PostgresDatabase> {
  const address = readPostgresAddress(url)
  const settings: PoolConfig = {
    fallback_application_name: 'vanthu',
    max: connections,
    keepAlive: true,
    connectionTimeoutMillis: connectTimeoutMs,
    idleTimeoutMillis: 30_000,
    statement_timeout: statementTimeoutMs,
    query_timeout: statementTimeoutMs + 10_000,
    lock_timeout: lockTimeoutMs,
    idle_in_transaction_session_timeout: statementTimeoutMs,
    connectionString: address.connectionString,
    // Compiling takes longer than any of our statements; and with the server's usual idea of disks, whole tables of words
    // are read where an index would do.
    options: `-c jit=off -c random_page_cost=1.1 ${address.schema ? `-c search_path="${address.schema}"` : ''} ${address.options}`,
  }
  const pool = openPool(settings)
  const indexPool = openPool({
    ...settings,
    max: indexConnections,
    // The server does not reckon that texts of many words are compressed and kept beside their tables.
    options: `${settings.options} -c enable_seqscan=off`,
  })
  try {
    const client = await connectWhenStarted(pool)
    try {
      await migratePostgres(client, address)
    } finally {
      client.release()
    }
  } catch (error) {
    await pool.end()
    throw refusalOf(error, address)
  }

  const name = `${address.server}/${address.database}`
  const askOn =
    (client: Pool | PoolClient): Ask =>
    async (sql, values = []) => {
      try {
        const { rows, rowCount } = await client.query<Row>(sql, values.map(storable))
        return { rows, changes: rowCount ?? 0 }
      } catch (error) {
        throw understood(error, name)
      }
    }

  return {
    ask: askOn(pool),
    askIndex: askOn(indexPool),
    async transaction(work) {
      const client = await pool.connect().catch((error: unknown) => {
        throw understood(error, name)
      })
      const ask = askOn(client)
      let broken = false
      try {
        await ask('BEGIN')
        const result = await work(ask)
        await ask('COMMIT')
        return result
      } catch (error) {
        // The first error is the one that is told. A connection that is lost or does not answer is thrown away.
        broken = error instanceof TransientError && !(error.cause instanceof DatabaseError)
        if (!broken)
          await ask('ROLLBACK').catch(() => {
            broken = true
          })
        throw error
      } finally {
        client.release(broken)
      }
    },
    close: async () => {
      await Promise.all([pool.end(), indexPool.end()])
    },
  }
}

function openPool(settings: PoolConfig): Pool {
  const pool = new Pool(settings)
  // Without listeners, a connection that is lost would end the process. Whoever uses it is told by the statement that
  // fails; one that was idle is replaced at the next statement.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** A connection; waits a while for a server that is starting. */
async function connectWhenStarted(pool: Pool): Promise<PoolClient> {
  const endAt = performance.now() + startingUpMs
  for (;;) {
    try {
      return await pool.connect()
    } catch (error) {
      const starting = error instanceof DatabaseError && error.code === '57P03'
      if (!starting || performance.now() > endAt) throw error
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
  }
}

/** PostgreSQL's text takes neither U+0000 nor half a surrogate pair: both become U+FFFD. JSON has them escaped. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '\uFFFD').toWellFormed()
  return Array.isArray(value) ? value.map(storable) : value
}

/**
 * Codes of PostgreSQL that pass: connection (08), authorization changed meanwhile (28, 42501), rolled back in favour of
 * another (40), resources such as disk and connections (53), lock not to be had (55P03), ended by an operator, a
 * restart or a clock (57, 25P03), read-only while another server takes over (25006), the server's own disk (58).
 */
const passing = /^(?:08|28|40|53|57|58)|^(?:25006|25P03|42501|55P03)$/

function understood(error: unknown, name: string): unknown {
  // What has no code of the server is the driver telling of its connection, but for misuse by us.
  const passes =
    error instanceof DatabaseError
      ? passing.test(error.code ?? '')
      : !(error instanceof TypeError || error instanceof RangeError)
  if (!passes) return error
  const what = messageOf(error) || String((error as NodeJS.ErrnoException).code)
  return new TransientError(`The database ${name} is not usable now: ${what}.`, { cause: error })
}
