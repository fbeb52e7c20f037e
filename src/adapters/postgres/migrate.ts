// Brings the tables of a PostgreSQL database up to date. Several processes may start at once: they take turns.
import { join } from 'node:path'
import type { ClientBase, QueryConfig } from 'pg'
import { UserError } from '../../errors.ts'
import { readMigrations, refuseNewer } from '../migrations.ts'
import type { PostgresAddress } from './address.ts'

const migrationsFolder = join(import.meta.dirname, 'migrations')
/** The oldest release that still gets mended. */
const oldestServer = 130_000
/** "vant": first half of our advisory locks; the second is the schema's. */
const lockSpace = 0x76616e74
/** A large index may take long to build, and others wait for it. */
const migrationTimeoutMs = 3_600_000

/**
 * Applies the migrations that are missing, each in a transaction. Throws UserError where the server is too old, does not
 * keep UTF-8, or has tables of a newer vanthu; errors of the driver as they are.
 */
export async function migratePostgres(client: ClientBase, address: PostgresAddress): Promise<void> {
  const { server, database, schema } = address
  const run = (text: string, values: unknown[] = []) => {
    const config: QueryConfig & { query_timeout: number } = {
      text,
      values,
      query_timeout: migrationTimeoutMs,
    }
    return client.query(config)
  }

  const settings = await run(
    `SELECT current_setting('server_encoding') AS encoding, current_setting('server_version') AS version,
            current_setting('server_version_num')::int AS number`,
  )
  const [found] = settings.rows
  if (found.number < oldestServer)
    throw new UserError(`${server} is PostgreSQL ${found.version}; vanthu needs 13 or later.`)
  if (found.encoding !== 'UTF8')
    throw new UserError(
      `The database "${database}" on ${server} keeps text as ${found.encoding}; make one with --encoding=UTF8.`,
    )

  const migrations = readMigrations(migrationsFolder)
  const what = `database "${database}" on ${server}`
  /** Version of the tables; 0 where there are none. */
  const versionNow = async (): Promise<number> => {
    const { rows } = await run("SELECT to_regclass('schema_version') AS name")
    if (rows[0].name === null) return 0
    const newest = await run('SELECT coalesce(max(version), 0) AS version FROM schema_version')
    return newest.rows[0].version
  }
  /** In a transaction, and alone in this schema. */
  const alone = async (work: () => Promise<void>): Promise<void> => {
    await run('BEGIN')
    try {
      await run(`SET LOCAL statement_timeout = ${migrationTimeoutMs}`)
      await run(`SET LOCAL lock_timeout = ${migrationTimeoutMs}`)
      await run(
        "SELECT pg_advisory_xact_lock($1, hashtext(coalesce($2::text, current_schema(), '')))",
        [lockSpace, schema],
      )
      await work()
      await run('COMMIT')
    } catch (error) {
      // A connection that is lost cannot roll back and need not; the first error is told.
      await run('ROLLBACK').catch(() => {})
      throw error
    }
  }

  refuseNewer(what, await versionNow(), migrations)
  // Looked up first: who may only read and write rows may use what others made.
  if ((await versionNow()) === 0)
    await alone(async () => {
      if (schema) {
        const { rows } = await run('SELECT FROM pg_namespace WHERE nspname = $1', [schema])
        if (rows.length === 0) await run(`CREATE SCHEMA "${schema}"`)
      }
      await run(
        'CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL)',
      )
    })
  for (const migration of migrations) {
    if ((await versionNow()) >= migration.version) continue
    await alone(async () => {
      // Another process may have been quicker.
      if ((await versionNow()) >= migration.version) return
      await run(migration.sql)
      await run('INSERT INTO schema_version VALUES ($1, $2, $3)', [
        migration.version,
        migration.name,
        new Date().toISOString(),
      ])
    })
  }
  refuseNewer(what, await versionNow(), migrations)
}
