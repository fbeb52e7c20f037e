// Makes the search index anew from the records. Document by document, so that search goes on meanwhile.
import type { Store } from '../ports/store.ts'
import { countOf, each, idsOf } from './all-documents.ts'

/** Gives how many records were indexed. `emptyFirst`: nothing of the old index is kept or looked at, as where it is damaged. */
export async function reindex({
  store,
  emptyFirst = false,
  onProgress = () => {},
}: {
  store: Store
  emptyFirst?: boolean | undefined
  onProgress?: (done: number, total: number) => void
}): Promise<number> {
  if (emptyFirst) await store.emptyIndex()
  const total = await countOf(store)
  let done = 0
  let indexed = 0
  await each(idsOf(store), async (id) => {
    if (await store.reindex(id)) indexed++
    onProgress(++done, total)
  })
  return indexed
}
