// `vanthu reindex`: makes the search index anew from the records.
import { reindex as run } from '../app/reindex.ts'
import { loadConfig } from '../config.ts'
import { openStore } from '../open-adapters.ts'
import { closeAtEnd } from './closing.ts'
import { bold, countOf, print, printJson } from './output.ts'
import { showProgress } from './progress.ts'

/** Indexes all records, prints how many; gives the exit status. */
export async function reindex(options: { emptyFirst?: boolean; json?: boolean }): Promise<number> {
  const store = await openStore(loadConfig().storeUrl)
  closeAtEnd(() => store.close())
  const bar = showProgress('Indexing', 0, 'document')
  let records: number
  try {
    records = await run({ store, emptyFirst: options.emptyFirst, onProgress: bar.update })
  } finally {
    bar.end()
  }
  if (options.json) await printJson({ records })
  else await print(bold(`${countOf(records, 'record')} indexed.`))
  return 0
}
