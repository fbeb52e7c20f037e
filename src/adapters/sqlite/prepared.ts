// The statements of a SQLite connection, each prepared once.
import type { DatabaseSync, StatementSync } from 'node:sqlite'

/** Gives the prepared statement of a text, each text prepared once. */
export type Prepare = (text: string) => StatementSync

/** The prepared statements of a connection. */
export function preparedOn(connection: DatabaseSync): Prepare {
  const prepared = new Map<string, StatementSync>()
  return (text) => {
    let statement = prepared.get(text)
    if (!statement) {
      statement = connection.prepare(text)
      prepared.set(text, statement)
    }
    return statement
  }
}
