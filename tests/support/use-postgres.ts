// A PostgreSQL server for the tests of a file, with an empty schema for each that asks.
import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { openPostgresStore } from '../../src/adapters/postgres/store.ts'
import type { Store } from '../../src/ports/store.ts'
import { startPostgres, type TestPostgres } from './postgres.ts'

export type UsedPostgres = {
  server(): TestPostgres
  /** Runs SQL as a role that may do everything, beside the stores; gives the rows. */
  ask(sql: string): Promise<Array<Record<string, unknown>>>
  /** Connects `ask` again, after the server was restarted. */
  reconnect(): Promise<void>
  /** The server's address with other parts. */
  addressWith(change: (url: URL) => void): string
  /** A schema that is not there yet, and the address of a store in it. It is dropped after the tests. */
  freshSchema(): { schema: string; url: string }
  /** Opens a store that is closed after the running test. */
  open(url: string): Promise<Store>
}

/** Starts the server before the tests of this file and stops it after them. */
export function usePostgres(): UsedPostgres {
  let server: TestPostgres
  let admin: Client
  const schemas: string[] = []
  const reconnect = async () => {
    admin = new Client({ connectionString: server.url })
    // The connection is lost where a test restarts the server.
    admin.on('error', () => {})
    await admin.connect()
  }
  beforeAll(async () => {
    server = await startPostgres()
    await reconnect()
  })
  afterAll(async () => {
    if (!server.isOwn)
      for (const schema of schemas) await admin.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`)
    await admin.end()
    await server.stop()
  })
  const addressWith = (change: (url: URL) => void): string => {
    const url = new URL(server.url)
    change(url)
    return url.href
  }
  return {
    server: () => server,
    ask: async (sql) => (await admin.query(sql)).rows,
    reconnect,
    addressWith,
    freshSchema() {
      const schema = `test_${randomBytes(6).toString('hex')}`
      schemas.push(schema)
      return { schema, url: addressWith((url) => url.searchParams.set('schema', schema)) }
    },
    async open(url) {
      const store = await openPostgresStore(url)
      onTestFinished(() => store.close())
      return store
    },
  }
}

/** What a promise is rejected with; undefined where it is not. */
export const thrownBy = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  )
