// Opens a SQLite file that is there for reading only: it is not made, not brought up to date, not written to.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { messageOf, TransientError, UserError } from '../../errors.ts'
import type { StoreReader } from '../../ports/store.ts'
import { readMigrations, refuseNewer } from '../migrations.ts'
import { preparedOn } from './prepared.ts'
import { createSqliteInspection } from './upkeep.ts'
import { readIdsAfter, readStates, readWhole } from './whole.ts'

const migrationsFolder = join(import.meta.dirname, 'migrations')
/** SQLite's primary result codes of what passes while others write: BUSY, LOCKED, IOERR. */
const passingCodes = new Set([5, 6, 10])

/**
 * Opens the store of a file. Throws UserError where there is none, or none of this version of vanthu. A snapshot shows, until it
 * is closed, what was there when it was opened; SQLite's log grows meanwhile.
 */
export function openSqliteSource(path: string, { snapshot = false } = {}): StoreReader {
  if (!existsSync(path)) throw new UserError(`There is no database ${path}.`)
  const connection = connect(path)
  const sql = preparedOn(connection)
  const read = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      const { errcode } = error as { errcode?: number }
      if (errcode !== undefined && passingCodes.has(errcode & 0xff))
        throw new TransientError(`The database ${path} cannot be read now: ${messageOf(error)}.`, {
          cause: error,
        })
      throw error
    }
  }
  // A transaction sees what is there at its first reading.
  if (snapshot) read(() => connection.exec('BEGIN; SELECT 1 FROM document LIMIT 1'))
  return {
    ...createSqliteInspection(sql, read),
    idsAfter: async (after, limit, changedFrom) =>
      read(() => readIdsAfter(sql, after, limit, changedFrom)),
    wholeDocument: async (id) => read(() => readWhole(sql, id)),
    countStates: async () => read(() => readStates(sql)),
    close: async () => connection.close(),
  }
}

function connect(path: string): DatabaseSync {
  let connection: DatabaseSync | undefined
  let version: number
  try {
    connection = new DatabaseSync(path, { readOnly: true, timeout: 5_000 })
    const newest = connection.prepare('SELECT max(version) AS version FROM schema_version').get()
    version = Number(newest?.version ?? 0)
  } catch (error) {
    connection?.close()
    throw new UserError(`${path} cannot be read as a database of vanthu (${messageOf(error)}).`, {
      cause: error,
    })
  }
  try {
    refuseVersion(path, version)
  } catch (error) {
    connection.close()
    throw error
  }
  return connection
}

function refuseVersion(path: string, version: number): void {
  const migrations = readMigrations(migrationsFolder)
  refuseNewer(`database ${path}`, version, migrations)
  const newest = migrations.at(-1)?.version ?? 0
  if (version < newest)
    throw new UserError(
      `The database ${path} has schema version ${version} of an older vanthu; "vanthu status" of this one brings it to ${newest}.`,
    )
}
