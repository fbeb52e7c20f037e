// `vanthu restore FILE`: fills an empty archive from a backup.
import { resolve } from 'node:path'
import { type RestoreStep, restore as run } from '../app/backup/restore.ts'
import { loadConfig } from '../config.ts'
import { openBlobs, openStore } from '../open-adapters.ts'
import { unsoundTable } from './backup.ts'
import { closeAtEnd } from './closing.ts'
import { bold, countOf, print, printJson, red } from './output.ts'
import { withProgress } from './progress.ts'

/** Restores, prints what is there now; gives the exit status. */
export async function restore(file: string, options: { json?: boolean }): Promise<number> {
  const config = loadConfig()
  const store = await openStore(config.storeUrl)
  closeAtEnd(() => store.close())
  const blobs = await openBlobs(config.blobsUrl)
  closeAtEnd(() => blobs.close())
  const report = await withProgress('step', (onProgress: OnProgress) =>
    run({ file: resolve(file), store, blobs, onProgress }),
  )
  const counts = await store.countStates()
  if (options.json) await printJson({ ...report, counts })
  else {
    const { documents, originals, madeAt, unsound } = report
    await print(
      bold(
        `${countOf(documents, 'document')} and ${countOf(originals, 'original')} restored, as of ${madeAt}.`,
      ),
    )
    if (counts.pending > 0)
      await print(
        `${countOf(counts.pending, 'document')} wait to be read: "vanthu serve" goes on with them.`,
      )
    if (unsound.length > 0)
      await print(
        `${red(`${countOf(unsound.length, 'document')} came without their original, which was not sound when the backup was made:`)}\n${unsoundTable(unsound)}`,
      )
  }
  return report.unsound.length > 0 ? 3 : 0
}

type OnProgress = (step: RestoreStep, done: number, total: number) => void
