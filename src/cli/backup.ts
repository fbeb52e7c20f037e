// `vanthu backup FILE`: the whole archive in one file, made while everything runs.
import { resolve } from 'node:path'
import { type BackupReport, type BackupStep, backup as run } from '../app/backup/backup.ts'
import { originalFaultWords } from '../app/original-fault.ts'
import { loadConfig } from '../config.ts'
import { openBlobSource, openStoreSource } from '../open-adapters.ts'
import { closeAtEnd } from './closing.ts'
import { bold, countOf, print, printJson, red } from './output.ts'
import { withProgress } from './progress.ts'
import { table } from './table.ts'

/** Most documents named in the words for people; `--json` has all. */
const mostShown = 20

/** Writes a backup, prints what is in it; gives the exit status. */
export async function backup(
  file: string,
  options: { force?: boolean; json?: boolean; version: string },
): Promise<number> {
  const config = loadConfig()
  const snapshot = await openStoreSource(config.storeUrl, { snapshot: true })
  closeAtEnd(() => snapshot.close())
  const blobs = await openBlobSource(config.blobsUrl)
  closeAtEnd(() => blobs.close())
  const stopping = new AbortController()
  const report = await withProgress('document', (onProgress: OnProgress) => {
    const { version, force } = options
    const work = run({
      ...{ file: resolve(file), snapshot, blobs, version, force, onProgress },
      signal: stopping.signal,
    })
    // Interrupted, it still takes its half-written file away.
    closeAtEnd(async () => {
      stopping.abort()
      await work.catch(() => {})
    })
    return work
  })
  if (options.json) await printJson(report)
  else await print(textOf(report))
  return report.unsound.length > 0 ? 3 : 0
}

type OnProgress = (step: BackupStep, done: number, total: number) => void

function textOf({ file, bytes, documents, originals, unsound }: BackupReport): string {
  const size = `${(bytes / 1e6).toFixed(1)} MB`
  const lines = [
    bold(
      `${file}: ${countOf(documents, 'document')}, ${countOf(originals.count, 'original')}, ${size}.`,
    ),
  ]
  if (unsound.length > 0)
    lines.push(
      red(`${countOf(unsound.length, 'document')} without a sound original:`),
      unsoundTable(unsound),
    )
  return lines.join('\n')
}

/** Documents without a sound original, the first of them. */
export function unsoundTable(unsound: BackupReport['unsound']): string {
  const rows = unsound
    .slice(0, mostShown)
    .map(({ id, name, fault }) => [id.slice(0, 12), name, originalFaultWords[fault]])
  const more = unsound.length - rows.length
  return [
    table([{ heading: 'id' }, { heading: 'document', max: 40 }, { heading: 'what' }], rows),
    ...(more > 0 ? [`… and ${more} more; --json names them all.`] : []),
  ].join('\n')
}
