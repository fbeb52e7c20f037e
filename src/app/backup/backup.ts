// Writes a backup while everything else runs: the store as of one moment, then the originals, which do not change.
// An original comes before the row of its document, so each row of that moment has one.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { UserError } from '../../errors.ts'
import type { BlobReader } from '../../ports/blobs.ts'
import type { StoreReader } from '../../ports/store.ts'
import { countOf, each, idsOf } from '../all-documents.ts'
import { faultOfError } from '../original-fault.ts'
import {
  backupFormat,
  type Manifest,
  manifestName,
  originalName,
  partName,
  type Summary,
  summaryName,
  sumsName,
  type Unsound,
} from './format.ts'
import { openTarWriter, type TarWriter } from './tar-writer.ts'

export type BackupReport = Summary & { file: string; bytes: number; madeAt: string }

export type BackupStep = 'Documents' | 'Originals'

/** A part is written when it has so many bytes. */
const partBytes = 8 * 1024 * 1024
/** Another backup that writes the same file has done so within this time. */
const silentMs = 60_000

/**
 * Writes a backup into `file`: under another name until it is whole and the disk has it. `snapshot` is the store as of one
 * moment. Throws UserError where the file is there and may not be replaced.
 */
export async function backup({
  file,
  snapshot,
  blobs,
  version,
  force = false,
  signal,
  onProgress = () => {},
}: {
  file: string
  snapshot: StoreReader
  blobs: BlobReader
  /** Of vanthu. */
  version: string
  force?: boolean | undefined
  /** Ends it early: nothing is left of the file. */
  signal?: AbortSignal | undefined
  onProgress?: (step: BackupStep, done: number, total: number) => void
}): Promise<BackupReport> {
  await refuseOverwriting(file, force)
  const part = `${file}.part`
  const madeAt = new Date()
  const tar = await openTarWriter(part, madeAt)
  let bytes: number
  let summary: Summary
  try {
    const sums: string[] = []
    const add = async (name: string, body: Buffer) => {
      signal?.throwIfAborted()
      sums.push(`${await tar.add(name, body.byteLength, [body])}  ${name}`)
    }
    const counts = await snapshot.countStates()
    const total = await countOf(snapshot)
    const manifest: Manifest = {
      format: backupFormat,
      vanthu: version,
      madeAt: madeAt.toISOString(),
      counts,
    }
    await add(manifestName, json(manifest))
    const documents = await addParts('documents', documentsOf(snapshot), add, (done) =>
      onProgress('Documents', done, total),
    )
    const others = await addParts('others', snapshot.looseRows(), add)
    const found = await addOriginals(tar, blobs, snapshot, (done) => {
      signal?.throwIfAborted()
      onProgress('Originals', done, total)
    })
    summary = { documents, others, ...found }
    await add(summaryName, json(summary))
    const list = Buffer.from(`${sums.join('\n')}\n`)
    await tar.add(sumsName, list.byteLength, [list])
    bytes = await tar.finish()
  } catch (error) {
    await tar.close()
    await rm(part, { force: true })
    throw error
  }
  await tar.close()
  await rename(part, file)
  await syncFolder(dirname(file))
  return { ...summary, file, bytes, madeAt: madeAt.toISOString() }
}

async function refuseOverwriting(file: string, force: boolean): Promise<void> {
  const found = await stat(file).catch(absent)
  if (found && !found.isFile()) throw new UserError(`${file} is no file to write a backup into.`)
  if (found && !force)
    throw new UserError(
      `${file} is there already; name another file, or say --force to replace it.`,
    )
  const part = await stat(`${file}.part`).catch(absent)
  if (part && Date.now() - part.mtimeMs < silentMs)
    throw new UserError(
      `${file}.part is being written, by another backup it seems; wait for it, or name another file.`,
    )
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}

async function* documentsOf(snapshot: StoreReader) {
  for await (const id of idsOf(snapshot)) {
    const document = await snapshot.wholeDocument(id)
    if (!document) throw new Error(`The document ${id} went away within one moment.`)
    yield document
  }
}

/** Adds items, each as a line of JSON, in parts of a few megabytes; gives how many there were. */
async function addParts(
  kind: Parameters<typeof partName>[0],
  items: AsyncIterable<unknown>,
  add: (name: string, body: Buffer) => Promise<void>,
  onProgress = (_done: number) => {},
): Promise<number> {
  let lines: Buffer[] = []
  let size = 0
  let parts = 0
  let done = 0
  const write = async () => {
    await add(partName(kind, ++parts), Buffer.concat(lines))
    lines = []
    size = 0
  }
  for await (const item of items) {
    const line = json(item)
    lines.push(line)
    size += line.byteLength
    onProgress(++done)
    if (size >= partBytes) await write()
  }
  if (size > 0) await write()
  return done
}

/** Adds the originals, by id; several are fetched at once, one after the other is written. */
async function addOriginals(
  tar: TarWriter,
  blobs: BlobReader,
  snapshot: StoreReader,
  onProgress: (done: number) => void,
): Promise<Pick<Summary, 'originals' | 'unsound'>> {
  const originals = { count: 0, bytes: 0 }
  const ids = createHash('sha256')
  const unsound: Unsound[] = []
  let done = 0
  let last = Promise.resolve()
  const note = async (id: string, fault: Unsound['fault']) => {
    const document = await snapshot.wholeDocument(id)
    unsound.push({ id, name: document?.row.name ?? '', fault })
  }
  const write = async (id: string, path: string) => {
    const { size } = await stat(path)
    let fault: Unsound['fault'] | null = null
    const sum = await tar.add(
      originalName(id),
      size,
      exactly(size, path, (found) => {
        fault = found
      }),
    )
    originals.count++
    originals.bytes += size
    ids.update(`${id}\n`)
    fault ??= sum === id ? null : 'altered'
    if (fault) await note(id, fault)
  }
  await each(idsOf(snapshot), async (id) => {
    const before = last
    const turn = Promise.withResolvers<void>()
    last = turn.promise
    let isWriting = false
    try {
      await blobs.withFile(id, async (path) => {
        await before
        isWriting = true
        await write(id, path)
      })
    } catch (error) {
      if (isWriting) throw error
      const fault = faultOfError(error)
      await before
      await note(id, fault)
    } finally {
      turn.resolve()
    }
    onProgress(++done)
  })
  return { originals: { ...originals, sha256: ids.digest('hex') }, unsound }
}

/** The bytes of a file, as many as were told of: what cannot be read is left zero, and `onFault` is told. */
async function* exactly(
  size: number,
  path: string,
  onFault: (fault: Unsound['fault']) => void,
): AsyncGenerator<Uint8Array> {
  let left = size
  try {
    if (size > 0)
      for await (const chunk of createReadStream(path, { end: size - 1 })) {
        left -= chunk.byteLength
        yield chunk
      }
    if (left > 0) onFault('altered')
  } catch (error) {
    onFault(faultOfError(error))
  }
  const zeros = Buffer.alloc(64 * 1024)
  for (; left > 0; left -= zeros.byteLength) yield zeros.subarray(0, left)
}

const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value)}\n`)

/** Makes a rename durable. Windows has no fsync of folders. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
