// Goes over all documents of a store, page by page, several at once.
import type { StoreReader } from '../ports/store.ts'

const pageSize = 500
/** Documents under way at once: a long text takes a while to index, and the disk meanwhile has work. */
const concurrency = 4

type Ids = Pick<StoreReader, 'idsAfter'>

/** How many documents there are. */
export async function countOf(store: Pick<StoreReader, 'countStates'>): Promise<number> {
  return Object.values(await store.countStates()).reduce((sum, count) => sum + count, 0)
}

/** The ids of a store in order, or of what changed in it. */
export async function* idsOf(store: Ids, changedFrom?: string): AsyncGenerator<string> {
  let after = ''
  for (;;) {
    const ids = await store.idsAfter(after, pageSize, changedFrom)
    yield* ids
    const last = ids.at(-1)
    if (last === undefined) return
    after = last
  }
}

/** Of some ids in order, those that are not among others in order. */
export async function* without(
  some: AsyncIterable<string>,
  others: AsyncIterable<string>,
): AsyncGenerator<string> {
  const rest = others[Symbol.asyncIterator]()
  let next = await rest.next()
  for await (const id of some) {
    while (!next.done && next.value < id) next = await rest.next()
    if (next.done || next.value !== id) yield id
  }
}

/** Does work on each id, several at once; ends at the first error, when what is under way has ended. */
export async function each(ids: AsyncIterable<string>, work: (id: string) => Promise<void>) {
  const rest = ids[Symbol.asyncIterator]()
  const failures: unknown[] = []
  const lane = async () => {
    try {
      for (let next = await rest.next(); !next.done; next = await rest.next()) {
        if (failures.length > 0) return
        await work(next.value)
      }
    } catch (error) {
      failures.push(error)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, lane))
  if (failures.length > 0) throw failures[0]
}
