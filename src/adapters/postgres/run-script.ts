// Scripts in PostgreSQL: each is one transaction, by the clock of the server.
import type { RunScript } from '../script.ts'
import type { PostgresDatabase } from './database.ts'

export function postgresScripts({ transaction }: PostgresDatabase): RunScript {
  return (script) =>
    transaction(async (ask) => {
      const { rows } = await ask(
        'SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS ms',
      )
      const startedAt = Number(rows[0]?.ms)
      const steps = script((fromNowMs) => new Date(startedAt + fromNowMs).toISOString())
      let step = steps.next()
      while (!step.done) {
        const [text, values] = step.value
        step = steps.next((await ask(text, values)).rows)
      }
      return step.value
    })
}
