// What other programs do to the rows of an archive while its processes work: hold locks, change what is written.
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Client } from 'pg'
import type { Archive } from './engines.ts'

export type Beside = {
  /** Runs one statement; gives its rows. */
  run(sql: string): Promise<Array<Record<string, unknown>>>
  close(): Promise<void>
}

/** Path of the file that holds the rows of an embedded archive. */
export const databaseOf = ({ base, environment }: Archive): string =>
  environment.VANTHU_STORE_URL?.slice('sqlite:'.length) ?? join(base, 'data', 'vanthu.db')

/** A connection beside the archive's own. */
export async function openBeside(archive: Archive): Promise<Beside> {
  if (archive.engine === 'embedded') {
    const database = new DatabaseSync(databaseOf(archive), { timeout: 60_000 })
    return {
      run: async (sql) => database.prepare(sql).all(),
      close: async () => database.close(),
    }
  }
  const url = new URL(archive.environment.VANTHU_STORE_URL ?? '')
  url.searchParams.delete('schema')
  const options = `-c search_path=${archive.schema}`
  const client = new Client({ connectionString: url.href, options })
  // The connection is lost where a test restarts the server.
  client.on('error', () => {})
  await client.connect()
  return { run: async (sql) => (await client.query(sql)).rows, close: () => client.end() }
}

/** Runs one statement on a connection of its own. */
export async function runBeside(
  archive: Archive,
  sql: string,
): Promise<Array<Record<string, unknown>>> {
  const beside = await openBeside(archive)
  try {
    return await beside.run(sql)
  } finally {
    await beside.close()
  }
}

/**
 * Keeps everybody from writing until the result is called: SQLite's file as a whole, or one table of PostgreSQL. Reading goes
 * on.
 */
export async function lockWrites(archive: Archive, table: string): Promise<() => Promise<void>> {
  const beside = await openBeside(archive)
  if (archive.engine === 'embedded') await beside.run('BEGIN IMMEDIATE')
  else {
    await beside.run('BEGIN')
    await beside.run(`LOCK TABLE ${table} IN SHARE MODE`)
  }
  return async () => {
    await beside.run('ROLLBACK')
    await beside.close()
  }
}
