// Reads a backup: checked from its first to its last byte, or the documents in it one after the other.
import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extract } from 'tar-stream'
import { messageOf, UserError } from '../../errors.ts'
import type { LooseRow, WholeDocument } from '../../ports/store.ts'
import {
  backupFormat,
  idOfOriginal,
  type Manifest,
  manifestName,
  manifestSchema,
  type Summary,
  summaryName,
  summarySchema,
  sumsName,
} from './format.ts'

export type CheckedBackup = {
  manifest: Manifest
  /** Null where the backup does not reach so far. */
  summary: Summary | null
  /** SHA-256 of the entries but the originals, by name. */
  sums: ReadonlyMap<string, string>
  /** What is damaged, as sentences; nothing may be believed of a backup that has any. */
  faults: string[]
  /** Ids of originals whose bytes are others, without it having been so when the backup was made. */
  damaged: string[]
}

export type TarEntry = { name: string; size: number; chunks: AsyncIterable<Buffer> }

/** Entries that are kept in memory as a whole are no larger. */
const mostKeptBytes = 256 * 1024 * 1024

/**
 * Reads all of a backup and compares every hash. Throws UserError where the file is none of this version's backups; all
 * that is damaged in one comes as faults. `onProgress` is told of bytes.
 */
export async function checkBackup(
  file: string,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<CheckedBackup> {
  const sums = new Map<string, string>()
  const faults: string[] = []
  const altered: string[] = []
  const kept = new Map<string, Buffer>()
  const originals = { count: 0, bytes: 0 }
  const ids = createHash('sha256')
  let last = ''
  let manifest: Manifest | undefined
  try {
    for await (const { name, size, chunks } of entriesOf(file, onProgress)) {
      if (last === sumsName) faults.push(`"${name}" was added behind the end`)
      const id = idOfOriginal(name)
      const keeps = [manifestName, summaryName, sumsName].includes(name)
      const hash = createHash('sha256')
      const bytes = await hashed(chunks, hash, keeps && size <= mostKeptBytes)
      const sum = hash.digest('hex')
      if (id) {
        originals.count++
        originals.bytes += size
        ids.update(`${id}\n`)
        if (sum !== id) altered.push(id)
      } else {
        if (sums.has(name)) faults.push(`"${name}" is in it twice`)
        sums.set(name, sum)
        kept.set(name, bytes)
      }
      manifest ??= readManifest(file, name, bytes)
      last = name
    }
  } catch (error) {
    if (!(error instanceof BrokenTarError)) throw error
    if (!manifest) throw noBackup(file)
    faults.push(
      `it cannot be read on after "${last}" (${error.message}): it was cut off, or is damaged there`,
    )
    return { manifest, summary: null, sums, faults, damaged: altered }
  }
  if (!manifest) throw noBackup(file)
  const list = kept.get(sumsName)
  if (!list) {
    faults.push(`it ends early, after "${last}": it was cut off, or was never finished`)
    return { manifest, summary: null, sums, faults, damaged: altered }
  }
  sums.delete(sumsName)
  faults.push(...comparedWith(list.toString('utf8'), sums))
  const summary = faults.length === 0 ? readSummary(kept.get(summaryName)) : null
  const known = new Set(summary?.unsound.map(({ id }) => id))
  const damaged = altered.filter((id) => !known.has(id))
  if (summary) {
    const { count, bytes, sha256 } = summary.originals
    if (originals.count !== count || originals.bytes !== bytes || ids.digest('hex') !== sha256)
      faults.push(
        `its originals are not those that were put in: ${originals.count} of ${originals.bytes} bytes instead of ${count} of ${bytes}`,
      )
  }
  return { manifest, summary, sums, faults, damaged }
}

/**
 * The documents of a backup that was checked, by id. Throws where a part is no longer what it was then.
 */
export async function* documentsIn(
  file: string,
  sums: ReadonlyMap<string, string>,
): AsyncGenerator<WholeDocument> {
  yield* linesIn(file, sums, 'documents/') as AsyncGenerator<WholeDocument>
}

/** Its rows that belong to no document. */
export async function* looseRowsIn(
  file: string,
  sums: ReadonlyMap<string, string>,
): AsyncGenerator<LooseRow> {
  yield* linesIn(file, sums, 'others/') as AsyncGenerator<LooseRow>
}

async function* linesIn(file: string, sums: ReadonlyMap<string, string>, start: string) {
  for await (const { name, chunks } of entriesOf(file)) {
    // The originals come behind the rows.
    if (idOfOriginal(name)) return
    if (!name.startsWith(start)) continue
    const hash = createHash('sha256')
    const bytes = await hashed(chunks, hash, true)
    if (sums.get(name) !== hash.digest('hex'))
      throw new Error(`"${name}" of ${file} was changed while it was read.`)
    for (let at = 0; at < bytes.byteLength; ) {
      const end = bytes.indexOf(10, at)
      yield JSON.parse(bytes.toString('utf8', at, end)) as unknown
      at = end + 1
    }
  }
}

/** Thrown where a file does not go on as a tar does. */
class BrokenTarError extends Error {
  override name = 'BrokenTarError'
}

/**
 * The entries of a tar, to be read one after the other; what is not read of one is passed over. Throws UserError where there is
 * no such file, BrokenTarError where it does not go on.
 */
export async function* entriesOf(
  file: string,
  onProgress: (done: number, total: number) => void = () => {},
): AsyncGenerator<TarEntry> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new UserError(`There is no file ${file}.`)
    throw error
  })
  if (!found.isFile()) throw new UserError(`${file} is no file.`)
  const source = createReadStream(file)
  const tar = extract()
  let failure: unknown
  source.once('error', (error) => {
    failure = error
    tar.destroy(error)
  })
  let read = 0
  source.on('data', (chunk) => {
    read += chunk.length
    onProgress(read, found.size)
  })
  source.pipe(tar)
  try {
    for await (const entry of tar) {
      const { name, size = 0, type } = entry.header
      if (type !== 'file') throw new Error(`"${name}" is no file but a ${type}`)
      yield { name, size, chunks: piecesOf(entry, () => failure) }
      entry.resume()
    }
  } catch (error) {
    if (failure) throw failure
    throw new BrokenTarError(messageOf(error), { cause: error })
  } finally {
    source.destroy()
    tar.destroy()
  }
}

/** The bytes of an entry; where they break off, what broke is told: the file's reading (`failure`), or the tar. */
async function* piecesOf(
  entry: AsyncIterable<unknown>,
  failure: () => unknown,
): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of entry) yield chunk as Buffer
  } catch (error) {
    throw failure() ?? new BrokenTarError(messageOf(error), { cause: error })
  }
}

async function hashed(chunks: AsyncIterable<Buffer>, hash: Hash, keep: boolean): Promise<Buffer> {
  const kept: Buffer[] = []
  for await (const chunk of chunks) {
    hash.update(chunk)
    if (keep) kept.push(chunk)
  }
  return Buffer.concat(kept)
}

const noBackup = (file: string) =>
  new UserError(`${file} is no backup of vanthu, or is damaged at its beginning.`)

/** The manifest, which is the first entry. */
function readManifest(file: string, name: string, bytes: Buffer): Manifest {
  const given = name === manifestName ? parsed(bytes) : null
  const format = (given as { format?: unknown } | null)?.format
  if (typeof format !== 'string' || !format.startsWith('vanthu.backup/')) throw noBackup(file)
  const manifest = manifestSchema.safeParse(given)
  if (format !== backupFormat || !manifest.success)
    throw new UserError(
      `${file} is a backup in the format ${format}; this version of vanthu reads ${backupFormat}.`,
    )
  return manifest.data
}

function readSummary(bytes: Buffer | undefined): Summary {
  return summarySchema.parse(parsed(bytes ?? Buffer.alloc(0)))
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    // What is no JSON is no part of a backup: the caller says so.
    return null
  }
}

/** What differs between a list of hashes and those found, as sentences. */
function comparedWith(list: string, found: ReadonlyMap<string, string>): string[] {
  const faults: string[] = []
  const listed = new Set<string>()
  for (const line of list.split('\n').filter(Boolean)) {
    const [, sum, name] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? []
    if (!sum || !name) {
      faults.push(`"${sumsName}" is damaged`)
      continue
    }
    listed.add(name)
    if (!found.has(name)) faults.push(`"${name}" is missing`)
    else if (found.get(name) !== sum) faults.push(`"${name}" does not have its SHA-256`)
  }
  for (const name of found.keys())
    if (!listed.has(name)) faults.push(`"${name}" is not listed in "${sumsName}"`)
  return faults
}
