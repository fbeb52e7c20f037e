// `vanthu status`: how many documents are in which state, what a shared queue holds, and which documents failed why.
import type { Status } from '../app/app.ts'
import { failureTable } from './ingest.ts'
import { openApp } from './open-app.ts'
import { bold, print, printJson } from './output.ts'
import { table } from './table.ts'

/** Prints the state of the archive; gives the exit status. */
export async function status(options: { json?: boolean }): Promise<number> {
  const { app, close } = await openApp()
  const found = await app.status()
  await close()
  if (options.json) {
    await printJson(found)
    return 0
  }
  await print(bold(`Archive in ${app.config.data}`))
  await print(
    table(
      [{ heading: 'state' }, { heading: 'documents', align: 'right' }],
      Object.entries(found.counts).map(([state, count]) => [state, String(count)]),
    ),
  )
  if (!app.hasOwnQueue) await print(`\n${queueTable(found.queue)}`)
  if (found.failures.length > 0) await print(`\n${failureTable(found.failures)}`)
  return 0
}

function queueTable(queue: Status['queue']): string {
  if (!queue) return 'The queue cannot be reached; documents are rung for again when it is back.'
  return table(
    [
      { heading: 'job' },
      { heading: 'waiting', align: 'right' },
      { heading: 'running', align: 'right' },
    ],
    Object.entries(queue).map(([job, depth]) => [
      job,
      String(depth.waiting),
      String(depth.running),
    ]),
  )
}
