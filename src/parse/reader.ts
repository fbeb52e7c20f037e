// Reads documents of any format without being harmed by them: each is parsed in a child process that can be killed, with
// a heap cap, a memory cap, an output cap, a total clock and a no-progress clock held by this process.
//
//   const reader = createReader()
//   const parsed = await reader.read({ name: 'bao-cao.pdf', path: '/data/blobs/3f/3f2a…' })
//   await reader.close()
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { BadDocumentError, TransientError, UserError } from '../errors.ts'
import type { ParsedDocument } from '../model.ts'
import { type ParserProcess, startParserProcess } from './child-process.ts'
import type { TakeMember } from './members.ts'
import { defaultLimits, type ParseLimits } from './parser.ts'

export type ReaderOptions = {
  /** Child processes at most; default 1. More documents at once wait. */
  children?: number | undefined
  limits?: Partial<ParseLimits> | undefined
  /** Modules that export `extraParsers`; for tests of the isolation. */
  extraParsers?: readonly string[] | undefined
}

export type Reader = {
  /**
   * Reads one document, from bytes or from a path. Throws BadDocumentError where it cannot be read, UserError where the
   * path is no file. What was read before a limit struck is returned as `partial`.
   */
  read(input: {
    name: string
    bytes?: Uint8Array | undefined
    path?: string | undefined
    /** SHA-256 that the bytes must have; where they have another, they are not read (BadDocumentError, corrupt). */
    sha256?: string | undefined
    charset?: string | undefined
    /** Media types of the files it came in, the nearest first. */
    within?: readonly string[] | undefined
    /** Takes each file found inside; all are taken before the document is returned. Without it they are left alone. */
    takeMember?: TakeMember | undefined
    /** It may have taken processes down: it is read in a process of its own, with half the memory and half the time. */
    isSuspect?: boolean | undefined
  }): Promise<ParsedDocument>
  /** Kills the child processes; documents under way reject with TransientError. */
  close(): Promise<void>
}

/** A child that has read this many documents is replaced: libraries leak. */
const documentsPerChild = 200

/** A reader of documents with its own child processes, started when they are first needed. */
export function createReader(options: ReaderOptions = {}): Reader {
  const limits: ParseLimits = { ...defaultLimits, ...options.limits }
  const children = options.children ?? 1
  const running = new Set<ParserProcess>()
  const idle: ParserProcess[] = []
  const waiting: Array<() => void> = []
  let busy = 0
  let closed = false

  function start(heapMb = limits.heapMb): ParserProcess {
    const child = startParserProcess({
      heapMb,
      maxFrameBytes: limits.outputBytes,
      extraParsers: options.extraParsers ?? [],
    })
    running.add(child)
    return child
  }

  async function stop(child: ParserProcess, reason?: Error): Promise<void> {
    await child.kill(reason)
    running.delete(child)
  }

  async function takeTurn(): Promise<void> {
    if (busy >= children) await new Promise<void>((go) => waiting.push(go))
    else busy++
  }

  function passTurn(): void {
    const next = waiting.shift()
    if (next) next()
    else busy--
  }

  function takeChild(): ParserProcess {
    for (let child = idle.pop(); child; child = idle.pop()) {
      if (child.alive) return child
      running.delete(child)
    }
    return start()
  }

  /** A child that is fresh enough waits for the next document; a worn one is ended, and gone before we go on. */
  async function putBack(child: ParserProcess): Promise<void> {
    const worn =
      child.documentsRead >= documentsPerChild || (child.residentMb() ?? 0) > limits.rssMb / 2
    if (child.alive && !worn && !closed) idle.push(child)
    else await stop(child)
  }

  const killAll = () => {
    for (const child of running) void child.kill()
  }
  process.on('exit', killAll)

  return {
    async read({ name, bytes, path, sha256, charset, within, takeMember, isSuspect = false }) {
      const size = bytes ? bytes.byteLength : await sizeOf(name, path)
      if (size > limits.inputBytes)
        throw new BadDocumentError(
          'too-large',
          `${name} has ${size} bytes, more than the limit of ${limits.inputBytes}.`,
        )
      if (size === 0) throw new BadDocumentError('empty', `${name} is empty (0 bytes).`)
      await takeTurn()
      try {
        if (closed) throw closing()
        const own = isSuspect ? halved(limits) : limits
        const child = isSuspect ? start(own.heapMb) : takeChild()
        try {
          const from = bytes || path === undefined ? undefined : resolve(path)
          const wantsMembers = takeMember !== undefined
          const job = { name, path: from, sha256, charset, within, wantsMembers, limits: own }
          return await child.read(job, bytes, takeMember)
        } finally {
          await (isSuspect ? stop(child) : putBack(child))
        }
      } finally {
        passTurn()
      }
    },
    async close() {
      closed = true
      process.off('exit', killAll)
      await Promise.all([...running].map((child) => stop(child, closing())))
    },
  }
}

/** Half of all that a process may take: memory and time. */
function halved(limits: ParseLimits): ParseLimits {
  const { heapMb, rssMb, totalMs, idleMs } = limits
  return {
    ...limits,
    heapMb: Math.ceil(heapMb / 2),
    rssMb: rssMb / 2,
    totalMs: totalMs / 2,
    idleMs: idleMs / 2,
  }
}

const closing = (): TransientError =>
  new TransientError('The reader of documents was closed before this one was read.')

async function sizeOf(name: string, path: string | undefined): Promise<number> {
  if (path === undefined) throw new UserError(`${name} was given neither as bytes nor as a path.`)
  try {
    const found = await stat(path)
    if (!found.isFile()) throw new UserError(`${path} is not a file.`)
    return found.size
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new UserError(`${path} does not exist.`)
    if (code === 'EACCES') throw new UserError(`${path} may not be read by this user.`)
    throw error
  }
}
