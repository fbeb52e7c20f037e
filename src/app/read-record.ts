// One file to one record, through the same reading and extraction as the pipeline, without any store. Files found inside
// (members of an archive, attachments) and what comes from a pipe wait in a temporary folder for their turn.
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { BadDocumentError, messageOf, reactTo } from '../errors.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { loadLexicon } from '../lexicon/load.ts'
import type { RecordFailure, RecordSource, VanthuRecord } from '../model.ts'
import type { TakeMember } from '../parse/members.ts'
import { defaultLimits } from '../parse/parser.ts'
import { createReader } from '../parse/reader.ts'
import { makeRecord } from '../record/make-record.ts'
import { makeWaitingFolder } from './waiting-folder.ts'

/** A file on this machine, to be read to a record. */
export type FileInput = {
  name: string
  path: string
  /** Where it came out of another file: that file, and the types of all it came in, the nearest first. */
  container?: { source: NonNullable<RecordSource['container']>; types: string[] }
}

export type RecordOutcome = {
  outcome: VanthuRecord | RecordFailure
  /** What was thrown, where the outcome is a failure. */
  error?: unknown
  /** Files found inside; each is gone from the disk once it was read. */
  members: FileInput[]
}

export type RecordReader = {
  /** Reads a file; one that cannot be read gives a failure in the record's place. */
  read(input: FileInput): Promise<RecordOutcome>
  /** Keeps what comes from a pipe until it is read; never more than the largest file that is read at all. */
  keep(name: string, bytes: Readable): Promise<FileInput>
  /** Ends the child processes and clears away what was kept. */
  close(): Promise<void>
}

/** A reader of records with its own child processes, for `vanthu extract`. */
export function createRecordReader(options: { children: number }): RecordReader {
  const reader = createReader({ children: options.children })
  const lexicon: Lexicon = loadLexicon()
  const kept = new Set<string>()
  let folder: Promise<string> | undefined
  let count = 0

  async function keep(name: string, bytes: Readable): Promise<FileInput> {
    folder ??= makeWaitingFolder()
    const path = join(await folder, String(count++))
    try {
      await pipeline(bytes, limited(name), createWriteStream(path))
    } catch (error) {
      await rm(path, { force: true })
      throw error
    }
    kept.add(path)
    return { name, path }
  }

  async function read(input: FileInput): Promise<RecordOutcome> {
    const { name, path, container } = input
    const members: FileInput[] = []
    let source: RecordFailure['source'] = {
      name,
      ...(container && { container: container.source }),
    }
    try {
      const { size } = await stat(path)
      if (size <= defaultLimits.inputBytes)
        source = { ...source, sha256: await hashOf(path), bytes: size }
      const takeMember: TakeMember = async ({ within, ...member }) => {
        const file = await keep(member.name, member.bytes)
        const from = { name, sha256: source.sha256 ?? '' }
        members.push({ ...file, container: { source: from, types: within } })
      }
      const within = container?.types
      const parsed = await reader.read({ name, path, within, takeMember })
      const complete = {
        ...source,
        sha256: source.sha256 ?? '',
        bytes: size,
        mediaType: parsed.mediaType,
        ...(parsed.pages === undefined ? {} : { pages: parsed.pages }),
      }
      return { outcome: makeRecord(parsed, complete, lexicon), members }
    } catch (error) {
      const { code } = reactTo(error)
      const failure = { code, message: messageOf(error) }
      return { outcome: { schema: 'vanthu.record/1', source, error: failure }, error, members }
    } finally {
      if (kept.delete(path)) await rm(path, { force: true })
    }
  }

  return {
    read,
    keep,
    async close() {
      await reader.close()
      if (folder) await rm(await folder, { recursive: true, force: true })
    },
  }
}

/** Lower-case SHA-256 of a file. */
export const hashOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

function limited(name: string) {
  return async function* (bytes: AsyncIterable<Buffer>) {
    let size = 0
    for await (const chunk of bytes) {
      size += chunk.length
      if (size > defaultLimits.inputBytes)
        throw new BadDocumentError(
          'too-large',
          `${name} is larger than ${defaultLimits.inputBytes / 1024 / 1024} MB, the most that is read.`,
        )
      yield chunk
    }
  }
}
