// `vanthu extract FILE…`: one record a file on stdout, without any store.
import { open } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { basename } from 'node:path'
import { sha256Of } from '../app/ingest.ts'
import { createRecordReader, largestInput, type RecordReader } from '../app/read-record.ts'
import { BadDocumentError, messageOf, reactTo, UserError } from '../errors.ts'
import type { RecordFailure, VanthuRecord } from '../model.ts'
import { closeAtEnd } from './closing.ts'
import { collectFiles } from './collect-files.ts'
import { inOrder } from './in-order.ts'
import { print, say } from './output.ts'
import { showProgress } from './progress.ts'
import { failureSummary, recordSummary } from './record-summary.ts'

export const extractFormats = ['json', 'ndjson', 'table'] as const
export type ExtractFormat = (typeof extractFormats)[number]

type Outcome = VanthuRecord | RecordFailure

/** Prints the records; gives the exit status. */
export async function extract(
  paths: readonly string[],
  options: { format?: ExtractFormat; json?: boolean },
): Promise<number> {
  const format =
    options.format ?? (options.json ? 'json' : process.stdout.isTTY ? 'table' : 'ndjson')
  const files = await inputsOf(paths)
  const children = Math.max(1, Math.min(availableParallelism(), files.length, 4))
  const reader = createRecordReader({ children })
  const close = closeAtEnd(() => reader.close())
  const progress = process.stdout.isTTY ? null : showProgress('Reading', files.length, 'file')
  let done = 0
  let failed = 0
  let status = 0
  const asList = format === 'json' && files.length > 1
  if (asList) await print('[')
  for await (const { outcome, error } of inOrder(files, children, (path) => read(reader, path))) {
    done++
    if (error !== undefined) {
      failed++
      // The gravest of: a document that cannot be read, the surroundings, a fault of ours.
      const { exitStatus } = reactTo(error)
      status = exitStatus === 4 && status !== 3 ? 4 : 3
    }
    await print(formatted(outcome, format) + (asList && done < files.length ? ',' : ''))
    if (format === 'table' && done < files.length) await print('')
    progress?.update(done)
  }
  if (asList) await print(']')
  progress?.end()
  await close()
  if (failed > 0)
    say(
      `${failed} of ${files.length} ${files.length === 1 ? 'file' : 'files'} could not be read; the reasons stand in the output.`,
    )
  return status
}

/** The files to read, in order; "-" is stdin. */
async function inputsOf(paths: readonly string[]): Promise<string[]> {
  const inputs: string[] = []
  const problems: string[] = []
  for (const path of paths) {
    if (path === '-') {
      inputs.push(path)
      continue
    }
    try {
      inputs.push(...(await collectFiles([path])))
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      problems.push(error.message)
    }
  }
  if (problems.length > 0) throw new UserError(problems.join('\n'))
  return [...new Set(inputs)]
}

async function read(
  reader: RecordReader,
  path: string,
): Promise<{ outcome: Outcome; error?: unknown }> {
  const name = path === '-' ? 'stdin' : basename(path)
  let bytes: Uint8Array | undefined
  try {
    bytes = await readWithin(path, name, largestInput)
    return { outcome: await reader.read({ name, bytes }) }
  } catch (error) {
    const { code } = reactTo(error)
    return {
      error,
      outcome: {
        schema: 'vanthu.record/1',
        source: {
          name,
          ...(bytes ? { sha256: sha256Of(bytes), bytes: bytes.byteLength } : {}),
        },
        error: { code, message: messageOf(error) },
      },
    }
  }
}

/** The bytes of a file or of stdin, never more than `maxBytes` of them in memory. */
async function readWithin(path: string, name: string, maxBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  const source = path === '-' ? process.stdin : (await open(path)).createReadStream()
  for await (const chunk of source as AsyncIterable<Buffer>) {
    size += chunk.byteLength
    if (size > maxBytes)
      throw new BadDocumentError(
        'too-large',
        `${name} is larger than ${maxBytes / 1024 / 1024} MB, the most that is read.`,
      )
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, size)
}

function formatted(outcome: Outcome, format: ExtractFormat): string {
  if (format === 'table')
    return 'error' in outcome ? failureSummary(outcome) : recordSummary(outcome)
  return format === 'ndjson' ? JSON.stringify(outcome) : JSON.stringify(outcome, null, 2)
}
