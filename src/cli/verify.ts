// `vanthu verify [FILE]`: looks over the archive, or a backup, and changes nothing.
import { resolve } from 'node:path'
import {
  type VerifyReport,
  type VerifyStep,
  verify as verifyArchive,
} from '../app/backup/verify.ts'
import { type BackupVerifyReport, verifyBackup } from '../app/backup/verify-archive.ts'
import { loadConfig } from '../config.ts'
import { openBlobSource, openStoreSource } from '../open-adapters.ts'
import { closeAtEnd } from './closing.ts'
import { bold, countOf, oneLine, print, printJson, red } from './output.ts'
import { withProgress } from './progress.ts'
import { shorten } from './table.ts'

/** Most findings in the words for people; `--json` has all. */
const mostShown = 100
const widest = 300

/** Verifies, prints what was found; gives the exit status. */
export async function verify(
  file: string | undefined,
  options: { json?: boolean },
): Promise<number> {
  const report = file === undefined ? await archive() : await ofFile(resolve(file))
  if (options.json) await printJson(report)
  else await print(textOf(report))
  return report.findings.length > 0 ? 3 : 0
}

async function archive(): Promise<VerifyReport> {
  const { storeUrl, blobsUrl } = loadConfig()
  const store = await openStoreSource(storeUrl)
  closeAtEnd(() => store.close())
  const blobs = await openBlobSource(blobsUrl)
  closeAtEnd(() => blobs.close())
  const snapshot = await openStoreSource(storeUrl, { snapshot: true })
  const close = closeAtEnd(() => snapshot.close())
  return withProgress('document', (onProgress: OnProgress) =>
    verifyArchive({ snapshot: { ...snapshot, close }, store, blobs, onProgress }),
  )
}

type OnProgress = (step: VerifyStep, done: number, total: number) => void

const ofFile = (file: string): Promise<BackupVerifyReport> =>
  withProgress('megabyte', (onProgress: (step: 'Checking', done: number, total: number) => void) =>
    verifyBackup(file, (done, total) =>
      onProgress('Checking', Math.round(done / 1e6), Math.round(total / 1e6)),
    ),
  )

function textOf(report: VerifyReport | BackupVerifyReport): string {
  const { findings } = report
  const lines = [bold(headOf(report))]
  if (findings.length === 0) lines.push('All is well.')
  else {
    lines.push(red(`${countOf(findings.length, 'fault')}:`))
    for (const { what, message } of findings.slice(0, mostShown))
      lines.push(`${what.padEnd(10)}  ${shorten(oneLine(message), widest)}`)
    if (findings.length > mostShown)
      lines.push(`… and ${findings.length - mostShown} more; --json names them all.`)
  }
  return lines.join('\n')
}

function headOf(report: VerifyReport | BackupVerifyReport): string {
  if ('blobs' in report) {
    const { documents, blobs } = report
    return `${countOf(documents, 'document')}, ${countOf(blobs.count, 'blob')} of ${(blobs.bytes / 1e6).toFixed(1)} MB.`
  }
  const { file, madeAt, documents, originals } = report
  const size =
    documents === null || originals === null
      ? ''
      : `: ${countOf(documents, 'document')}, ${countOf(originals.count, 'original')}`
  return `${file}, made at ${madeAt}${size}.`
}
