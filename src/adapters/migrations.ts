// The numbered SQL files that bring a database up to date, the same for every database.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../errors.ts'

export type Migration = { version: number; name: string; sql: string }

/** The migrations of a folder (`0001-documents.sql` …), in order. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-.+\.sql$/.test(name))
    .sort()
    .map((name) => ({
      version: Number(name.slice(0, 4)),
      name,
      sql: readFileSync(join(folder, name), 'utf8'),
    }))
}

/** Throws UserError where a database was made by a later vanthu than this one. `what` names it: "database /srv/vanthu.db". */
export function refuseNewer(what: string, version: number, migrations: readonly Migration[]): void {
  const newest = migrations.at(-1)?.version ?? 0
  if (version > newest)
    throw new UserError(
      `The ${what} has schema version ${version}, but this vanthu knows versions up to ${newest}; start a newer vanthu.`,
    )
}
