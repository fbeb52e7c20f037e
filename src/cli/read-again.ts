// What `vanthu retry` and `vanthu reprocess` share: documents are made to wait again, then read, as by `vanthu ingest`, unless the
// queue is shared and workers read them in their own time.
import type { App } from '../app/app.ts'
import type { DocumentRow, DocumentState } from '../model.ts'
import { failureTable } from './ingest.ts'
import { openApp } from './open-app.ts'
import { bold, countOf, print } from './output.ts'
import { showProgress } from './progress.ts'

/** Asks for documents to be read again (`ask` gives their ids), waits, prints what became of them; gives the exit status. */
export async function readAgain(
  ask: (app: App) => Promise<string[]>,
  options: { json?: boolean },
): Promise<number> {
  const finished = new Map<string, DocumentRow>()
  let progress: ReturnType<typeof showProgress> | undefined
  const { app, close } = await openApp({
    onFinished(row) {
      finished.set(row.id, row)
      progress?.update(finished.size)
    },
  })
  const ids = await ask(app)
  if (app.hasOwnQueue && ids.length > 0) {
    progress = showProgress('Reading', ids.length, 'document')
    app.startWorkers()
    await app.idle()
    progress.end()
  }
  const rows: DocumentRow[] = []
  for (const id of ids) {
    const row = finished.get(id) ?? (await app.document(id))?.row
    if (row) rows.push(row)
  }
  await close()
  const counts: Record<DocumentState, number> = { pending: 0, extracted: 0, partial: 0, failed: 0 }
  for (const { state } of rows) counts[state]++
  const failures = rows.flatMap(({ id, name, state, error }) =>
    state === 'failed' && error ? [{ id, name, ...error }] : [],
  )
  if (options.json)
    await print(JSON.stringify({ documents: rows.length, ...counts, failures, ids }))
  else {
    await print(`${bold(countOf(rows.length, 'document'))} to be read again: ${inWords(counts)}.`)
    if (counts.pending > 0)
      await print(
        app.hasOwnQueue
          ? 'What waits is read by the next "vanthu ingest" or "vanthu serve".'
          : 'What waits is read by the workers; "vanthu status" tells how far they are.',
      )
    if (failures.length > 0) await print(`\n${failureTable(failures)}`)
  }
  if (counts.failed > 0) return 3
  return counts.pending > 0 && app.hasOwnQueue ? 4 : 0
}

function inWords(counts: Record<DocumentState, number>): string {
  const words: Record<DocumentState, string> = {
    extracted: 'complete',
    partial: 'in part',
    failed: 'failed',
    pending: 'waiting',
  }
  const parts = (['extracted', 'partial', 'failed', 'pending'] as const)
    .filter((state) => counts[state] > 0)
    .map((state) => `${counts[state]} ${words[state]}`)
  return parts.join(', ') || 'nothing to do'
}
