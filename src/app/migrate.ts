// Copies a live archive to another store, and compares two archives.
//
// Round after round: what is not in the target, or not equal there, is written. The first two rounds look at every document,
// so that the second one compares what the first one wrote; those that follow look at what was written last and at what
// changed meanwhile, until there is nothing left to write. A run that was killed needs no memory: the next one finds out.
import { createReadStream } from 'node:fs'
import { UserError } from '../errors.ts'
import type { BlobReader, BlobStore } from '../ports/blobs.ts'
import type { StateCounts, Store, StoreReader } from '../ports/store.ts'
import { countOf, each, idsOf, without } from './all-documents.ts'
import { differingParts } from './compare-documents.ts'
import { originalFault } from './original-fault.ts'

export type Difference = { id: string; name: string; what: string }

export type Comparison = {
  /** Documents by state. */
  counts: { source: StateCounts; target: StateCounts }
  differing: number
  /** The first of what differs. */
  differences: Difference[]
}

export type MigrateReport = Comparison & {
  /** Documents of the source that were looked at: those written now, and those that were in the target already. */
  documents: number
  copied: number
  there: number
  /** Null where blobs were not asked for. */
  blobs: { copied: number; there: number } | null
  /** Whether the source went on changing until this gave up following. */
  isChanging: boolean
}

export type MigrateStep = 'Copying' | 'Comparing'
type OnProgress = (step: MigrateStep, done: number, total: number) => void

/** Rounds over what changed; a source that is written to without pause is followed no further. */
const mostRounds = 8
/** Changes show up late: transactions take their time, clocks of machines differ. */
const overlapMs = 2 * 60_000
const mostDifferences = 1_000

/**
 * Copies all that the source keeps, as long as it changes, and compares. The source is only read. What was changed in the
 * target later than in the source is left alone and reported. Throws UserError where the target holds other documents.
 */
export async function migrate({
  from,
  to,
  blobs,
  onProgress = () => {},
}: {
  from: StoreReader
  to: Store
  blobs?: { from: BlobReader; to: BlobStore } | undefined
  onProgress?: OnProgress
}): Promise<MigrateReport> {
  for await (const id of without(idsOf(to), idsOf(from)))
    throw new UserError(
      `The target holds documents that the source does not have (the first is ${id}), so it is another archive or is in use already; name an empty one.`,
    )
  const copied = new Set<string>()
  const unsound = new Map<string, string>()
  const blobCounts = { copied: 0, there: 0 }
  let there = 0

  async function settleBlob(id: string): Promise<void> {
    if (!blobs) return
    if ((await originalFault(blobs.to, id)) === null) {
      blobCounts.there++
      return
    }
    const fault = await originalFault(blobs.from, id)
    if (fault) {
      unsound.set(id, `its blob is ${fault} in the source`)
      return
    }
    await blobs.from.withFile(id, (path) => blobs.to.put(createReadStream(path)))
    blobCounts.copied++
  }

  /** One round; gives the documents that were not found equal, and how many of them were written. */
  async function round(ids: AsyncIterable<string>, step: MigrateStep, total: number) {
    const open = new Set<string>()
    let written = 0
    let done = 0
    await each(ids, async (id) => {
      const [source, target] = await Promise.all([from.wholeDocument(id), to.wholeDocument(id)])
      if (!source) return
      if (step === 'Copying' || !target) await settleBlob(id)
      if (step === 'Copying' && target) there++
      if (!target || differingParts(source, target).length > 0) {
        open.add(id)
        if (!target || target.row.changedAt <= source.row.changedAt) {
          await to.putDocument(source)
          if (target && !copied.has(id)) there--
          copied.add(id)
          written++
        }
      }
      onProgress(step, ++done, total)
    })
    return { open, written }
  }

  const total = await countOf(from)
  await round(idsOf(from), 'Copying', total)
  let changedFrom = shortlyBefore()
  let last = await round(idsOf(from), 'Comparing', total)
  for (let rounds = 1; rounds <= mostRounds; rounds++) {
    const changed = idsOf(from, changedFrom)
    changedFrom = shortlyBefore()
    last = await round(together(last.open, changed), 'Comparing', total)
    if (last.written === 0) break
  }
  for await (const row of from.looseRows()) await to.putLooseRow(row)
  const comparison = await compare({ from, to, ids: together(last.open), unsound })
  return {
    documents: there + copied.size,
    copied: copied.size,
    there,
    blobs: blobs ? blobCounts : null,
    isChanging: last.written > 0,
    ...comparison,
  }
}

/** Compares two archives; writes to neither. */
export async function compareStores({
  from,
  to,
  blobs,
  onProgress = () => {},
}: {
  from: StoreReader
  to: StoreReader
  /** Those of the target, where they are to be looked at as well. */
  blobs?: BlobReader | undefined
  onProgress?: OnProgress
}): Promise<Comparison & { documents: number }> {
  const documents = await countOf(from)
  const unsound = new Map<string, string>()
  let done = 0
  const compared = async (id: string) => {
    const fault = blobs ? await originalFault(blobs, id) : null
    if (fault) unsound.set(id, `its blob is ${fault} in the target`)
    onProgress('Comparing', ++done, documents)
  }
  return { documents, ...(await compare({ from, to, ids: idsOf(from), unsound, compared })) }
}

/** Names what differs among `ids`, the documents that only the target has, and what is `unsound` besides. */
async function compare({
  from,
  to,
  ids,
  unsound,
  compared = async () => {},
}: {
  from: StoreReader
  to: StoreReader
  ids: AsyncIterable<string>
  /** Id → what else is wrong with a document; may grow while this runs. */
  unsound: ReadonlyMap<string, string>
  compared?: (id: string) => Promise<void>
}): Promise<Comparison> {
  const differences: Difference[] = []
  let differing = 0
  const note = (difference: Difference) => {
    differing++
    if (differences.length < mostDifferences) differences.push(difference)
  }
  await each(ids, async (id) => {
    const [source, target] = await Promise.all([from.wholeDocument(id), to.wholeDocument(id)])
    if (source) {
      const parts = target ? differingParts(source, target) : []
      const later = target && target.row.changedAt > source.row.changedAt
      const { name } = source.row
      if (!target) note({ id, name, what: 'is not in the target' })
      else if (parts.length > 0)
        note({
          id,
          name,
          what: `differs in ${parts.join(', ')}${later ? '; the target was changed later' : ''}`,
        })
    }
    await compared(id)
  })
  for await (const id of without(idsOf(to), idsOf(from))) {
    const name = (await to.wholeDocument(id))?.row.name ?? ''
    note({ id, name, what: 'is only in the target' })
  }
  for (const [id, what] of unsound) {
    const name = (await from.wholeDocument(id))?.row.name ?? ''
    note({ id, name, what })
  }
  differences.sort((a, b) => (a.id < b.id ? -1 : 1))
  const counts = { source: await from.countStates(), target: await to.countStates() }
  return { counts, differing, differences }
}

/** Some ids, then those of more that are not among them. */
async function* together(some: ReadonlySet<string>, more?: AsyncIterable<string>) {
  yield* some
  if (more) for await (const id of more) if (!some.has(id)) yield id
}

const shortlyBefore = (): string => new Date(Date.now() - overlapMs).toISOString()
