// The address of a PostgreSQL store, taken apart:
//
//   postgres://vanthu:secret@db.example:5432/vanthu?schema=archive
//
// All other parameters are the driver's (sslmode, host for a socket …). The password is shown nowhere.
import { UserError } from '../../errors.ts'

export type PostgresAddress = {
  /** For the driver, with the password. */
  connectionString: string
  /** Where our tables are; null for the server's own choice, usually "public". */
  schema: string | null
  /** Parameters for the server that the address holds. */
  options: string
  /** What may be shown: "db.example:5432", "vanthu". */
  server: string
  database: string
  user: string
}

/** Reads an address. Throws UserError, which does not repeat it, where it is none. */
export function readPostgresAddress(address: string): PostgresAddress {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || !/^postgres(?:ql)?:$/.test(url.protocol))
    throw new UserError(
      'The store URL is no address of PostgreSQL; write postgres://user:password@host:5432/database, with signs in the password as %40 and so on.',
    )
  const schema = url.searchParams.get('schema')
  if (schema !== null && !/^(?!pg_)[a-z_][a-z0-9_]{0,62}$/.test(schema))
    throw new UserError(
      `"${schema}" cannot be a schema; use small letters, digits and "_", at most 63, a letter first and not "pg_".`,
    )
  const options = url.searchParams.get('options') ?? ''
  url.searchParams.delete('schema')
  url.searchParams.delete('options')
  const user = decoded(url.username) || process.env.PGUSER || process.env.USER || 'postgres'
  const host = decoded(url.hostname) || url.searchParams.get('host') || process.env.PGHOST
  return {
    connectionString: url.href,
    schema,
    options,
    server: `${host || 'localhost'}:${url.port || process.env.PGPORT || 5432}`,
    database: decoded(url.pathname.slice(1)) || process.env.PGDATABASE || user,
    user,
  }
}

/** Percent signs resolved; a stray one is an error of the driver, which says so. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
