// Scripts in SQLite: each is one transaction of this connection, by this machine's clock.
import type { RunScript } from '../script.ts'
import type { SqliteDatabase } from './database.ts'
import type { Prepare } from './prepared.ts'

/** Statements so long are made for the number of their values, and not worth keeping. */
const longStatement = 4_000

export function sqliteScripts(
  sql: Prepare,
  { connection, transaction }: SqliteDatabase,
): RunScript {
  return async (script) =>
    transaction(() => {
      const startedAt = Date.now()
      const steps = script((fromNowMs) => new Date(startedAt + fromNowMs).toISOString())
      let step = steps.next()
      while (!step.done) {
        const [text, values] = step.value
        // Numbered, so that a value can be used more than once.
        const numbered = text.replace(/\$(?=\d)/g, '?')
        const statement =
          numbered.length > longStatement ? connection.prepare(numbered) : sql(numbered)
        step = steps.next(statement.all(...values))
      }
      return step.value
    })
}
