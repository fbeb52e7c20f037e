// `vanthu extract FILE…`: one record a file on stdout, without any store; behind that of an archive or a message the records
// of the files that came in it.
import { availableParallelism } from 'node:os'
import { basename } from 'node:path'
import {
  createRecordReader,
  type FileInput,
  type RecordOutcome,
  type RecordReader,
} from '../app/read-record.ts'
import { messageOf, reactTo, UserError } from '../errors.ts'
import { closeAtEnd, isEnding } from './closing.ts'
import { collectFiles } from './collect-files.ts'
import { inOrder } from './in-order.ts'
import { print, say } from './output.ts'
import { showProgress } from './progress.ts'
import { failureSummary, recordSummary } from './record-summary.ts'

export const extractFormats = ['json', 'ndjson', 'table'] as const
export type ExtractFormat = (typeof extractFormats)[number]

/** A path as given ("-" is stdin), or a file found inside another. */
type Input = string | FileInput
type Result = Omit<RecordOutcome, 'members'> & { isGiven: boolean }

/** Prints the records; gives the exit status. */
export async function extract(
  paths: readonly string[],
  options: { format?: ExtractFormat; json?: boolean },
): Promise<number> {
  const format =
    options.format ?? (options.json ? 'json' : process.stdout.isTTY ? 'table' : 'ndjson')
  const files = await inputsOf(paths)
  const children = Math.min(availableParallelism(), 4)
  const reader = createRecordReader({ children })
  const close = closeAtEnd(() => reader.close())
  const progress = process.stdout.isTTY ? null : showProgress('Reading', files.length, 'file')
  let done = 0
  let failed = 0
  let printed = 0
  let status = 0
  const list = format === 'json' ? jsonList(files.length > 1) : null
  for await (const { isGiven, outcome, error } of readAll(reader, files, children)) {
    if (isGiven) progress?.update(++done)
    if (error !== undefined) {
      failed++
      // The gravest of: a document that cannot be read, the surroundings, a fault of ours.
      const { exitStatus } = reactTo(error)
      status = exitStatus === 4 && status !== 3 ? 4 : 3
    }
    printed++
    if (list) await list.add(formatted(outcome, format))
    else {
      if (format === 'table' && printed > 1) await print('')
      await print(formatted(outcome, format))
    }
  }
  await list?.end()
  progress?.end()
  await close()
  if (failed > 0 && !isEnding())
    say(
      `${failed} of ${printed} ${printed === 1 ? 'file' : 'files'} could not be read; the reasons stand in the output.`,
    )
  return status
}

/**
 * Prints JSON values as they come: one by itself, several as a list. Whether a file gives several is known when the second
 * comes, so the latest is held back.
 */
function jsonList(isList: boolean) {
  let count = 0
  let held: string | null = null
  const opening = () => (count === 1 ? '[\n' : '')
  return {
    async add(value: string) {
      if (held !== null) await print(`${opening()}${held},`)
      held = value
      count++
    },
    async end() {
      if (held === null) return
      await print(count > 1 || isList ? `${opening()}${held}\n]` : held)
    },
  }
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

/** Reads inputs, several at once, and gives the outcomes in order, each followed by those of the files found inside. */
async function* readAll(
  reader: RecordReader,
  inputs: readonly Input[],
  children: number,
): AsyncGenerator<Result> {
  for await (const { members, ...result } of inOrder(inputs, children, (input) =>
    read(reader, input),
  )) {
    yield result
    if (members.length > 0) yield* readAll(reader, members, children)
  }
}

async function read(reader: RecordReader, input: Input): Promise<Result & RecordOutcome> {
  if (typeof input !== 'string') return { isGiven: false, ...(await reader.read(input)) }
  const isGiven = true
  if (input !== '-')
    return { isGiven, ...(await reader.read({ name: basename(input), path: input })) }
  const name = 'stdin'
  try {
    return { isGiven, ...(await reader.read(await reader.keep(name, process.stdin))) }
  } catch (error) {
    const failure = { code: reactTo(error).code, message: messageOf(error) }
    const outcome = { schema: 'vanthu.record/1' as const, source: { name }, error: failure }
    return { isGiven, outcome, error, members: [] }
  }
}

function formatted(outcome: RecordOutcome['outcome'], format: ExtractFormat): string {
  if (format === 'table')
    return 'error' in outcome ? failureSummary(outcome) : recordSummary(outcome)
  return format === 'ndjson' ? JSON.stringify(outcome) : JSON.stringify(outcome, null, 2)
}
