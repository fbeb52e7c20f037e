// The queue on PostgreSQL, through BullMQ's own backend, so that one server is enough for records and jobs. Its tables stand
// in the schema "bullmq" of the database that the URL names.
import { createPostgresBackend, type PgPool, runMigrations, withBackend } from 'bullmq'
import { Pool } from 'pg'
import type { Queue } from '../../ports/queue.ts'
import { readPostgresAddress } from '../postgres/address.ts'
import { refusalOf } from '../postgres/refusal.ts'
import { createBullQueue } from './bull-queue.ts'

const schema = 'bullmq'
const connectTimeoutMs = 5_000

/** Opens the queue and makes its tables where they are missing. Throws UserError where the server cannot be used. */
export async function openPostgresQueue(
  url: string,
  onError: (error: Error) => void,
): Promise<Queue> {
  const address = readPostgresAddress(url)
  // Each worker keeps a connection of the pool to listen on.
  const pool = new Pool({
    connectionString: address.connectionString,
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
    max: 20,
    options: `-c search_path=${schema} ${address.options}`,
  })
  pool.on('error', onError)
  pool.on('connect', (client) => client.on('error', onError))
  try {
    const client = await pool.connect()
    try {
      await runMigrations(client, schema)
    } finally {
      client.release()
    }
  } catch (error) {
    await pool.end()
    throw refusalOf(error, address)
  }
  const { Queue: BullQueue, Worker: BullWorker } = withBackend(createPostgresBackend)
  // Its type of a pool lacks the index signature that BullMQ's own description asks for.
  const connection = pool as unknown as PgPool
  return createBullQueue(
    {
      makeQueue: (name) => new BullQueue(name, { connection }),
      makeWorker: (name, run, options) => new BullWorker(name, run, { connection, ...options }),
      close: () => pool.end(),
    },
    onError,
  )
}
