// Opens a SQLite file the one way we use it (WAL, one writer, wait for locks) and brings its tables up to date.
import { mkdirSync, statfsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { messageOf, TransientError, UserError } from '../../errors.ts'
import { readMigrations, refuseNewer } from '../migrations.ts'

const migrationsFolder = join(import.meta.dirname, 'migrations')
/** File system numbers of Linux on which SQLite's locks cannot be trusted. */
const networkFileSystems = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
])
/** SQLite's primary result codes that pass: BUSY, LOCKED, READONLY, IOERR, FULL, CANTOPEN. */
const passingCodes = new Set([5, 6, 8, 10, 13, 14])

export type SqliteDatabase = {
  readonly connection: DatabaseSync
  /** Runs `work`; a full disk or a lock becomes a TransientError. */
  run<T>(work: () => T): T
  /** As `run`, in one transaction: all of it is kept, or nothing. */
  transaction<T>(work: () => T): T
  close(): void
}

/** Opens (or makes) the database file. Throws UserError where it is not ours, too new, or on a network share. */
export function openSqlite(path: string): SqliteDatabase {
  if (path !== ':memory:') {
    mkdirSync(dirname(path), { recursive: true })
    refuseNetworkShare(path)
  }
  const connection = connect(path)
  const run = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      throw understood(error, path)
    }
  }
  const transaction = <T>(work: () => T): T =>
    run(() => {
      connection.exec('BEGIN IMMEDIATE')
      try {
        const result = work()
        connection.exec('COMMIT')
        return result
      } catch (error) {
        // A full disk may have rolled back already.
        if (connection.isTransaction) connection.exec('ROLLBACK')
        throw error
      }
    })
  try {
    migrate(connection, transaction, path)
  } catch (error) {
    connection.close()
    throw error
  }
  return { connection, run, transaction, close: () => connection.close() }
}

function connect(path: string): DatabaseSync {
  try {
    const connection = new DatabaseSync(path, { timeout: 5_000 })
    connection.exec(
      // FULL: what was committed survives a power cut, so an inbox file may be moved away after it.
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; ' +
        // In KiB: with less, a search of 100,000 documents reads the same pages again and again.
        'PRAGMA cache_size = -16000',
    )
    return connection
  } catch (error) {
    const { errcode } = error as { errcode?: number }
    if (errcode === 26)
      throw new UserError(
        `${path} is no database of vanthu; name another file in VANTHU_STORE_URL.`,
        { cause: error },
      )
    if (errcode === 14)
      throw new UserError(
        `The database ${path} cannot be opened (${messageOf(error)}); check that the folder may be written.`,
        { cause: error },
      )
    throw understood(error, path)
  }
}

function understood(error: unknown, path: string): unknown {
  const { code, errcode } = error as { code?: string; errcode?: number }
  if (code === 'ERR_SQLITE_ERROR' && errcode !== undefined && passingCodes.has(errcode & 0xff))
    return new TransientError(`The database ${path} is not usable now: ${messageOf(error)}.`, {
      cause: error,
    })
  return error
}

function migrate(
  connection: DatabaseSync,
  transaction: <T>(work: () => T) => T,
  path: string,
): void {
  const migrations = readMigrations(migrationsFolder)
  // In a transaction that writes, so that two processes starting at once go one after the other.
  transaction(() => {
    connection.exec(
      'CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT',
    )
    const found = connection.prepare('SELECT max(version) AS version FROM schema_version').get()
    const version = Number(found?.version ?? 0)
    refuseNewer(`database ${path}`, version, migrations)
    for (const migration of migrations) {
      if (migration.version <= version) continue
      connection.exec(migration.sql)
      connection
        .prepare('INSERT INTO schema_version (version, name, applied_at) VALUES (?, ?, ?)')
        .run(migration.version, migration.name, new Date().toISOString())
    }
  })
}

function refuseNetworkShare(path: string): void {
  if (process.platform !== 'linux') return
  const system = networkFileSystems.get(statfsSync(dirname(path)).type >>> 0)
  if (system)
    throw new UserError(
      `${dirname(path)} is on a network share (${system}), where SQLite can lose data; put VANTHU_DATA on a local disk.`,
    )
}
