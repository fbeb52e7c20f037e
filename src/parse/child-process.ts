// One child process that parses: starts it, gives it a document, watches its clocks and memory, kills it with all it
// started. What the outcome means for the document is decided here too.
import { spawn } from 'node:child_process'
import { getCompileCacheDir } from 'node:module'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { BadDocumentError, messageOf } from '../errors.ts'
import type { ParsedDocument } from '../model.ts'
import {
  type BadFrame,
  type BugFrame,
  createFrameReader,
  type Frame,
  frameHeader,
  type MemberFrame,
  type ReadJob,
} from './frames.ts'
import { type MembersTaken, type TakeMember, takeMembers } from './members.ts'
import { totalMsWith } from './parser.ts'
import { killGroup, residentMb } from './process-group.ts'
import { parsedOf, type Received } from './received.ts'

const childModule = fileURLToPath(new URL('./child.ts', import.meta.url))
const lookEveryMs = 50
const loudOutputBytes = 16 * 1024 * 1024
const pipesGraceMs = 500
const keptOutputChars = 4_000

export type ParserProcess = {
  /** Documents that it has read. */
  readonly documentsRead: number
  /** False once it has ended, or is being killed. */
  readonly alive: boolean
  /** Resident memory in MB; null where the system does not tell. */
  residentMb(): number | null
  /** Reads one document; only one at a time. Whatever kills the process rejects, or gives what was read before. */
  read(
    job: ReadJob,
    bytes: Uint8Array | undefined,
    takeMember?: TakeMember | undefined,
  ): Promise<ParsedDocument>
  /** Kills the process and everything in its group. Resolves when it is gone. */
  kill(reason?: Error): Promise<void>
}

type Task = {
  job: ReadJob
  resolve(parsed: ParsedDocument): void
  reject(error: unknown): void
  startedAt: number
  movedAt: number
  lookedAt: number
  /** Longest time for the document; OCR makes it longer. */
  totalMs: number
  /** The latest of what was read so far, as it came: only looked into where it is needed. */
  readSoFar: Received | null
  /** Text of the next frame that describes a document. */
  text: Buffer | null
  members: MembersTaken | null
  /** Why a file found inside could not be taken: the document is not read then, whatever else happens. */
  notTaken: Error | null
  timer: NodeJS.Timeout
}

/** Starts a child process. `heapMb` is fixed for its life; the other limits come with each document. */
export function startParserProcess(options: {
  heapMb: number
  maxFrameBytes: number
  extraParsers: readonly string[]
}): ParserProcess {
  // Where this process keeps compiled modules, so does the child: it starts in half the time.
  const compileCache = process.env.NODE_COMPILE_CACHE ?? getCompileCacheDir()
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${options.heapMb}`,
      '--disable-warning=ExperimentalWarning',
      childModule,
      ...options.extraParsers,
    ],
    {
      // A group of its own, so that one signal reaches whatever a parser may have started.
      detached: true,
      // stdout is not ours to write on: results of commands go there.
      stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
      // Nothing of our surroundings (passwords in URLs, tokens) goes where hostile files are opened.
      env: {
        TZ: 'UTC',
        LANG: 'C.UTF-8',
        PATH: process.env.PATH ?? '',
        ...(compileCache && { NODE_COMPILE_CACHE: compileCache }),
      },
    },
  )
  const jobs = child.stdio[3] as Writable
  const answers = child.stdio[4] as Readable
  let task: Task | null = null
  let documentsRead = 0
  let alive = true
  let killedFor: Error | null = null
  let output = ''
  let outputBytes = 0

  const gone = new Promise<void>((resolve) => {
    let grace: NodeJS.Timeout | undefined
    child.once('error', (error) => end(error, resolve))
    child.once('close', (code, signal) => {
      clearTimeout(grace)
      end(exitError(code, signal), resolve)
    })
    // A grandchild that left the group may hold the pipes open for ever: do not wait for their end.
    child.once('exit', (code, signal) => {
      killGroup(child)
      grace = setTimeout(() => end(exitError(code, signal), resolve), pipesGraceMs)
    })
  })

  function end(error: Error, resolve: () => void): void {
    alive = false
    for (const stream of child.stdio) stream?.destroy()
    settle(null, killedFor ?? error)
    resolve()
  }

  function exitError(code: number | null, signal: NodeJS.Signals | null): Error {
    const name = task?.job.name ?? 'the document'
    if (/heap out of memory|invalid table size/i.test(output))
      return new BadDocumentError(
        'too-complex',
        `${name} needs more memory to be read than ${options.heapMb} MB.`,
      )
    if (signal && ['SIGABRT', 'SIGSEGV', 'SIGBUS', 'SIGILL', 'SIGTRAP'].includes(signal))
      return new BadDocumentError(
        'too-complex',
        `${name} made its reader crash (${signal}); it may be damaged.`,
      )
    const how = signal ? `was ended by ${signal}` : `ended with status ${code}`
    return new Error(`The process reading ${name} ${how} and gave no result. ${output}`.trim())
  }

  function settle(parsed: ParsedDocument | null, error?: unknown): void {
    if (!task) return
    const { members, timer } = task
    clearInterval(timer)
    const settled = task
    task = null
    // What was found inside is stored before the document is said to be read.
    if (members) void members.settled().then(() => tell(settled, parsed, error))
    else tell(settled, parsed, error)
  }

  function tell(
    { resolve, reject, readSoFar: kept, notTaken }: Task,
    parsed: ParsedDocument | null,
    error: unknown,
  ): void {
    const readSoFar = !parsed && error instanceof BadDocumentError && kept ? parsedOf(kept) : null
    if (notTaken) reject(notTaken)
    else if (killedFor && !(killedFor instanceof BadDocumentError)) reject(killedFor)
    else if (parsed) resolve(parsed)
    else if (error instanceof BadDocumentError && readSoFar && readSoFar.blocks.length > 0)
      resolve({
        ...readSoFar,
        partial: true,
        warnings: [...readSoFar.warnings, { code: error.code, message: error.message }],
      })
    else reject(error)
  }

  function kill(reason?: Error): Promise<void> {
    if (alive) {
      alive = false
      killedFor ??= reason ?? null
      child.ref() // whoever waits for its end is to be told
      killGroup(child)
    }
    return gone
  }

  function receive({ kind, payload }: Frame): void {
    if (!task) return
    task.movedAt = performance.now()
    if (kind === 'P') return
    if (kind === 'D') {
      task.members?.push(payload)
      return
    }
    if (kind === 'W' || kind === 'A') {
      task.members?.end(kind === 'W')
      return
    }
    if (kind === 'T') {
      task.text = payload
      return
    }
    if ((kind === 'E' || kind === 'R') && task.text) {
      const kept = { text: task.text, description: payload }
      task.text = null
      task.readSoFar = kind === 'E' ? kept : null
      if (kind === 'E') return
      documentsRead++
      settle(parsedOf(kept))
      return
    }
    const content: unknown = JSON.parse(payload.toString('utf8'))
    if (kind === 'O') task.totalMs = totalMsWith(task.job.limits, Number(content))
    else if (kind === 'M') task.members?.begin(content as MemberFrame)
    else {
      documentsRead++
      if (kind === 'X') {
        const { code, message } = content as BadFrame
        settle(null, new BadDocumentError(code, message))
      }
      if (kind === 'F') {
        const { message, stack } = content as BugFrame
        settle(null, Object.assign(new Error(message), { stack }))
        void kill() // after a failure nobody knows what state the process is in
      }
    }
  }

  const frames = createFrameReader(options.maxFrameBytes)
  answers.on('data', (chunk: Buffer) => {
    if (!alive) return
    try {
      for (const frame of frames.feed(chunk)) receive(frame)
    } catch (error) {
      const name = task?.job.name ?? 'the document'
      void kill(
        error instanceof RangeError
          ? new BadDocumentError(
              'too-large',
              `${name} gives more text than ${options.maxFrameBytes} bytes.`,
            )
          : new Error(`The process reading ${name} answered nonsense.`, { cause: error }),
      )
    }
  })
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      outputBytes += chunk.length
      output = (output + chunk.toString('utf8', 0, keptOutputChars)).slice(-keptOutputChars)
      if (outputBytes > loudOutputBytes && alive) {
        output = ''
        const name = task?.job.name ?? 'the document'
        void kill(new BadDocumentError('too-large', `${name} made its reader print without end.`))
      }
    })
  // A child that dies while it is written to closes its pipe; 'close' then tells how it died.
  jobs.on('error', () => undefined)
  // An idle child keeps nobody alive: when this process ends, so does the child.
  child.unref()
  for (const stream of [child.stdout, child.stderr, jobs, answers])
    (stream as { unref?: () => void } | null)?.unref?.()

  function look(): void {
    if (!task || !alive) return
    const now = performance.now()
    if (answers.isPaused()) {
      // The child waits until we have taken what it found inside: no clock runs.
      task.startedAt += now - task.lookedAt
      task.movedAt = now
    }
    task.lookedAt = now
    const { job, startedAt, movedAt, totalMs } = task
    const resident = residentMb(child.pid)
    if (now - startedAt > totalMs) void kill(tooSlow(job.name, `after ${totalMs / 1000} seconds`))
    else if (now - movedAt > job.limits.idleMs)
      void kill(tooSlow(job.name, `${job.limits.idleMs / 1000} seconds without getting on`))
    else if (resident !== null && resident > job.limits.rssMb)
      void kill(
        new BadDocumentError(
          'too-complex',
          `${job.name} needs more memory to be read than ${job.limits.rssMb} MB.`,
        ),
      )
  }

  return {
    get documentsRead() {
      return documentsRead
    },
    get alive() {
      return alive
    },
    residentMb: () => residentMb(child.pid),
    kill,
    read(job, bytes, takeMember) {
      return new Promise((resolve, reject) => {
        const now = performance.now()
        const timer = setInterval(look, lookEveryMs)
        const sender = {
          pause: () => answers.pause(),
          resume: () => answers.resume(),
          onError(error: unknown) {
            own.notTaken ??= error instanceof Error ? error : new Error(messageOf(error))
            void kill(own.notTaken)
          },
        }
        const own: Task = {
          job,
          resolve,
          reject,
          startedAt: now,
          movedAt: now,
          lookedAt: now,
          totalMs: job.limits.totalMs,
          readSoFar: null,
          text: null,
          members: takeMember ? takeMembers(takeMember, sender) : null,
          notTaken: null,
          timer,
        }
        task = own
        if (!alive) return settle(null, killedFor ?? new Error('The reading process has ended.'))
        outputBytes = 0
        output = ''
        const description = Buffer.from(JSON.stringify(job))
        jobs.write(frameHeader('J', description.length))
        jobs.write(description)
        if (bytes) {
          jobs.write(frameHeader('B', bytes.byteLength))
          jobs.write(bytes)
        }
      })
    },
  }
}

const tooSlow = (name: string, when: string): BadDocumentError =>
  new BadDocumentError('too-slow', `${name} could not be read in time: given up ${when}.`)
