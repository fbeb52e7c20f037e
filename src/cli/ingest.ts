// `vanthu ingest PATH…`: takes files into the archive, waits until all are read, tells what became of them. Where the queue is
// shared it does not wait: the workers read them.
import { createReadStream } from 'node:fs'
import { basename, relative, resolve, sep } from 'node:path'
import type { App } from '../app/app.ts'
import { placeOf } from '../app/inbox/file-path.ts'
import { messageOf, reactTo } from '../errors.ts'
import type { DocumentRow } from '../model.ts'
import { collectFiles } from './collect-files.ts'
import { openApp } from './open-app.ts'
import { bold, countOf, print } from './output.ts'
import { showProgress } from './progress.ts'
import { table } from './table.ts'

/** The last thing that `vanthu ingest --json` prints. */
export type IngestSummary = {
  /** Different documents among the files, those that were there before included, and what came in archives and messages. */
  documents: number
  extracted: number
  partial: number
  /** Documents that cannot be read, and files that could not be taken in. */
  failed: number
  /** Files whose bytes were in the archive before, or came twice. */
  duplicates: number
  /** Documents that wait for their surroundings (a full disk, a lock): they are read by the next run. */
  pending: number
  failures: Failure[]
}

type Failure = {
  name: string
  /** Where the file was found; absent in `vanthu status`, which knows names only. */
  path?: string
  /** Name of the archive or message it came in. */
  container?: string | undefined
  code: string
  message: string
}

/** Takes in, waits, prints the summary; gives the exit status. */
export async function ingest(
  given: readonly string[],
  options: { json?: boolean },
): Promise<number> {
  const files = await collectFiles(given)
  const finished = new Map<string, DocumentRow>()
  /** Where each document was found first. */
  const paths = new Map<string, string>()
  const refused: Failure[] = []
  let duplicates = 0
  const progress = showProgress('Reading', files.length, 'file')
  const showDone = () => {
    let done = refused.length + duplicates
    for (const id of paths.keys()) if (finished.has(id)) done++
    progress.update(done)
  }
  const { app, close } = await openApp({
    onFinished(row) {
      finished.set(row.id, row)
      showDone()
    },
  })
  if (app.hasOwnQueue) app.startWorkers()
  for (const path of files) {
    const name = basename(path)
    try {
      const { id, isNew } = await app.ingest({
        ...sourceOf(path, given),
        bytes: createReadStream(path),
      })
      if (!isNew) duplicates++
      if (!paths.has(id)) paths.set(id, path)
    } catch (error) {
      refused.push({ name, path, code: reactTo(error).code, message: messageOf(error) })
    }
    showDone()
  }
  // Behind a shared queue the workers read them, in their own time.
  if (app.hasOwnQueue) await app.idle()
  progress.end()
  const rows = await rowsOf(app, paths, finished)
  await close()
  const summary = summaryOf(rows, paths, refused, duplicates)
  await print(options.json ? JSON.stringify(summary) : summaryText(summary, app.hasOwnQueue))
  if (summary.failed > 0) return refused.some((f) => f.code === 'transient') ? 4 : 3
  return summary.pending > 0 && app.hasOwnQueue ? 4 : 0
}

/** A file of a folder that was named came from its path in there, with the folders on the way; one named itself from its name. */
function sourceOf(path: string, given: readonly string[]) {
  for (const folder of given) {
    const way = relative(resolve(folder), resolve(path))
    if (way !== '' && way !== '..' && !way.startsWith(`..${sep}`))
      return placeOf(way.split(sep).join('/'))
  }
  return placeOf(basename(path))
}

/**
 * The documents that were found, then what came in them, then what had waited from before. Notes where each lies:
 * "kho/van-ban.zip › 2023/chi-thi.docx".
 */
async function rowsOf(
  app: App,
  paths: Map<string, string>,
  finished: ReadonlyMap<string, DocumentRow>,
): Promise<DocumentRow[]> {
  const rows = new Map<string, DocumentRow>()
  for (const id of paths.keys()) {
    const row = finished.get(id) ?? (await app.document(id))?.row
    if (row) rows.set(id, row)
  }
  // What is added while this runs is looked into as well.
  for (const id of rows.keys())
    for (const { name, row } of await app.membersOf(id)) {
      if (!rows.has(row.id)) rows.set(row.id, row)
      if (!paths.has(row.id)) paths.set(row.id, `${paths.get(id)} › ${name}`)
    }
  for (const row of finished.values()) {
    if (rows.has(row.id)) continue
    rows.set(row.id, row)
    const container = row.container && (await app.document(row.container.id))?.row
    paths.set(row.id, container ? `${container.name} › ${row.name}` : row.name)
  }
  return [...rows.values()]
}

function summaryOf(
  rows: readonly DocumentRow[],
  paths: ReadonlyMap<string, string>,
  refused: readonly Failure[],
  duplicates: number,
): IngestSummary {
  const count = (state: DocumentRow['state']) => rows.filter((row) => row.state === state).length
  const failures = rows
    .filter((row) => row.state === 'failed')
    .map((row) => ({
      name: row.name,
      path: paths.get(row.id) ?? row.name,
      code: row.error?.code ?? 'bug',
      message: row.error?.message ?? 'no reason was kept',
    }))
  return {
    documents: rows.length,
    extracted: count('extracted'),
    partial: count('partial'),
    failed: failures.length + refused.length,
    duplicates,
    pending: count('pending'),
    failures: [...failures, ...refused],
  }
}

function summaryText(summary: IngestSummary, hasOwnQueue: boolean): string {
  const parts = [
    `${summary.extracted} complete`,
    ...(summary.partial > 0 ? [`${summary.partial} in part`] : []),
    ...(summary.failed > 0 ? [`${summary.failed} failed`] : []),
    ...(summary.pending > 0 ? [`${summary.pending} waiting`] : []),
  ]
  const lines = [`${bold(countOf(summary.documents, 'document'))}: ${parts.join(', ')}.`]
  if (summary.duplicates > 0)
    lines.push(`${countOf(summary.duplicates, 'file')} had been taken in before.`)
  if (summary.pending > 0)
    lines.push(
      hasOwnQueue
        ? 'What waits is read by the next "vanthu ingest" or "vanthu serve".'
        : 'What waits is read by the workers; "vanthu status" tells how far they are.',
    )
  if (summary.failures.length > 0) lines.push('', failureTable(summary.failures))
  return lines.join('\n')
}

/** Names, codes and reasons, one a line. */
export function failureTable(failures: readonly Failure[]): string {
  return table(
    [{ heading: 'could not be read', max: 60 }, { heading: 'code' }, { heading: 'why' }],
    failures.map((f) => [
      f.path ?? (f.container ? `${f.container} › ${f.name}` : f.name),
      f.code,
      f.message,
    ]),
  )
}
