// Looks an archive over and changes nothing: rows and index as of one moment, then every original, then what lies beside them.
import { messageOf, TransientError } from '../../errors.ts'
import type { BlobReader } from '../../ports/blobs.ts'
import type { StoreReader } from '../../ports/store.ts'
import { countOf, each, idsOf, without } from '../all-documents.ts'
import { type OriginalFault, originalFault, originalFaultWords } from '../original-fault.ts'
import { rowFaults } from './row-faults.ts'

export type Finding = {
  what: OriginalFault | 'state' | 'index' | 'store' | 'orphaned' | 'stranger'
  /** The document's, or the orphaned blob's; null where it concerns neither. */
  id: string | null
  /** File name of the document, or name of what is not one of ours; '' where there is none. */
  name: string
  /** A sentence. */
  message: string
}

export type VerifyReport = {
  documents: number
  /** Blobs that lie there, and their bytes. */
  blobs: { count: number; bytes: number }
  findings: Finding[]
}

export type VerifyStep = 'Rows' | 'Originals'

/** An upload whose blob is there and whose row is not yet takes no longer. */
const orphanAfterMs = 60 * 60_000

/**
 * Verifies an archive, also while it is in use. `snapshot` is its store as of one moment, and is closed as soon as it was
 * read; `store` is the same as it goes on. Throws where store or blobs cannot be read as a whole.
 */
export async function verify({
  snapshot,
  store,
  blobs,
  onProgress = () => {},
}: {
  snapshot: StoreReader
  store: StoreReader
  blobs: BlobReader
  onProgress?: (step: VerifyStep, done: number, total: number) => void
}): Promise<VerifyReport> {
  const findings: Finding[] = []
  try {
    await verifyRows(snapshot, findings, onProgress)
  } finally {
    await snapshot.close()
  }
  const documents = await verifyOriginals(store, blobs, findings, onProgress)
  const counted = await verifyBlobs(store, blobs, findings)
  const inOrder = findings.toSorted((a, b) => ((a.id ?? '~') < (b.id ?? '~') ? -1 : 1))
  return { documents, blobs: counted, findings: inOrder }
}

type OnProgress = (step: VerifyStep, done: number, total: number) => void

async function verifyRows(
  snapshot: StoreReader,
  findings: Finding[],
  onProgress: OnProgress,
): Promise<void> {
  for (const fault of await snapshot.storeFaults())
    findings.push({ what: 'store', id: null, name: '', message: `${fault}.` })
  const total = await countOf(snapshot)
  let done = 0
  await each(idsOf(snapshot), async (id) => {
    let name = ''
    try {
      const document = await snapshot.wholeDocument(id)
      if (document) {
        name = document.row.name
        for (const fault of rowFaults(document))
          findings.push({ what: 'state', id, name, message: `${name}: ${fault}.` })
      }
      const faults = await snapshot.indexFaults(id)
      if (faults.length > 0) {
        const message = `${name}: the index has ${faults.join(', ')}; "vanthu reindex" makes it anew.`
        findings.push({ what: 'index', id, name, message })
      }
    } catch (error) {
      if (error instanceof TransientError) throw error
      const message = `${name || id}: what is kept of it cannot be read (${messageOf(error)}).`
      findings.push({ what: 'state', id, name, message })
    }
    onProgress('Rows', ++done, total)
  })
}

/** Hashes the original of every document; gives how many documents there are. */
async function verifyOriginals(
  store: StoreReader,
  blobs: BlobReader,
  findings: Finding[],
  onProgress: OnProgress,
): Promise<number> {
  const total = await countOf(store)
  let done = 0
  await each(idsOf(store), async (id) => {
    const what = await originalFault(blobs, id)
    // Forgotten meanwhile, its original goes as well.
    const name = what && (await nameOf(store, id))
    if (what && name !== null)
      findings.push({ what, id, name, message: `${name}: ${originalFaultWords[what]}.` })
    onProgress('Originals', ++done, total)
  })
  return done
}

/** Finds blobs without a document and what is no blob; gives how many blobs there are. */
async function verifyBlobs(store: StoreReader, blobs: BlobReader, findings: Finding[]) {
  const counted = { count: 0, bytes: 0 }
  const before = Date.now() - orphanAfterMs
  async function* oldIds() {
    for await (const { id, bytes, storedAtMs } of blobs.list()) {
      counted.count++
      counted.bytes += bytes
      if (storedAtMs < before) yield id
    }
  }
  // Its document may have come since its place in the list was passed.
  for await (const id of without(oldIds(), idsOf(store)))
    if ((await nameOf(store, id)) === null)
      findings.push({
        what: 'orphaned',
        id,
        name: '',
        message: `The blob ${id} belongs to no document.`,
      })
  for await (const name of blobs.strangers())
    findings.push({
      what: 'stranger',
      id: null,
      name,
      message: `${name} lies among the blobs and is none.`,
    })
  return counted
}

/** Name of a document; null where there is none of this id. */
async function nameOf(store: StoreReader, id: string): Promise<string | null> {
  try {
    return (await store.wholeDocument(id))?.row.name ?? null
  } catch (error) {
    if (error instanceof TransientError) throw error
    // What is kept of it cannot be read; that is told with the rows.
    return ''
  }
}
