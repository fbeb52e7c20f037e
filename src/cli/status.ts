// `vanthu status`: how many documents are in which state, how fast they are read, what a shared queue holds, and by name which
// documents failed, hang or are kept apart. With --state: a list of documents.
import type { Status } from '../app/app.ts'
import { UserError } from '../errors.ts'
import { documentStateSchema } from '../model.ts'
import { adviceLines, documentTable } from './document-table.ts'
import { failureTable } from './ingest.ts'
import { openApp } from './open-app.ts'
import { bold, dim, oneLine, print, printJson, red } from './output.ts'
import { table } from './table.ts'

export type StatusOptions = {
  state?: string
  code?: string
  limit?: string
  cursor?: string
  json?: boolean
}

/** Prints the state of the archive, or a list; gives the exit status. */
export async function status(options: StatusOptions): Promise<number> {
  if (options.state !== undefined) return list(options.state, options)
  if (options.code !== undefined || options.cursor !== undefined)
    throw new UserError('--code and --cursor belong to a list: say --state as well.')
  const { app, close } = await openApp()
  const found = await app.status()
  await close()
  if (options.json) {
    await printJson(found)
    return 0
  }
  await print(bold(`Archive in ${app.config.data}`))
  for (const { code, message, since } of found.notices)
    await print(`${red(code)} since ${since}: ${oneLine(message)}`)
  await print(
    table(
      [{ heading: 'state' }, { heading: 'documents', align: 'right' }],
      Object.entries(found.counts).map(([state, count]) => [state, String(count)]),
    ),
  )
  for (const line of paceLines(found)) await print(line)
  if (!app.hasOwnQueue) await print(`\n${queueTable(found.queue)}`)
  for (const [title, documents] of [
    ['Under way', found.running],
    ['Kept apart: they ended the program that read them', found.quarantined],
    ['Waiting after something went wrong', found.hindered],
  ] as const)
    if (documents.length > 0) await print(`\n${bold(title)}\n${documentTable(documents)}`)
  if (found.failures.length > 0) {
    await print(`\n${failureTable(found.failures)}`)
    for (const line of adviceLines(found.failures.map(({ code }) => code))) await print(line)
  }
  for (const { id, name, at } of found.forgotten)
    await print(dim(`forgotten at ${at}: ${oneLine(name)} (${id.slice(0, 12)})`))
  return 0
}

async function list(asked: string, options: StatusOptions): Promise<number> {
  const state = documentStateSchema.safeParse(asked).data
  if (!state)
    throw new UserError(
      `"${oneLine(asked)}" is no state; the states are ${documentStateSchema.options.join(', ')}.`,
    )
  const { app, close } = await openApp()
  const page = await app.documentsIn({
    state,
    code: options.code,
    limit: Number(options.limit ?? 50),
    cursor: options.cursor,
  })
  await close()
  if (options.json) {
    await printJson(page)
    return 0
  }
  await print(
    page.documents.length > 0 ? documentTable(page.documents) : `No document is ${state}.`,
  )
  if (page.next) await print(dim(`More: vanthu status --state ${state} --cursor '${page.next}'`))
  return 0
}

function paceLines({ oldest, pace, waiting }: Status): string[] {
  const { ended, perMinute, secondsLeft } = pace
  const rate = perMinute === null ? '' : `, ${perMinute} a minute`
  return [
    `${ended} ended in the last 10 minutes${rate}.`,
    ...(waiting > 0 && secondsLeft !== null
      ? [`About ${Math.ceil(secondsLeft / 60)} min left for the ${waiting} that wait.`]
      : []),
    ...(oldest ? [`Waiting longest: ${oneLine(oldest.name)}, since ${oldest.since}.`] : []),
  ]
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
