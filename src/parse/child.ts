// The process in which documents are parsed; started by `child-process.ts`, one document at a time, killed when it hangs.
//
//   node --max-old-space-size=… child.ts [module of test parsers …]
//   fd 3: jobs come in        fd 4: progress, what was read so far, and results go out, each written at once (not when the
//                             event loop comes round: it may never again)
import { createHash } from 'node:crypto'
import { readFileSync, writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { Socket } from 'node:net'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { alteredOriginal, BadDocumentError, messageOf } from '../errors.ts'
import type { ParsedDocument } from '../model.ts'
import { detectMediaType } from './detect.ts'
import {
  type BadFrame,
  type BugFrame,
  createFrameReader,
  type FrameKind,
  frameHeader,
  type MemberFrame,
  type ReadJob,
} from './frames.ts'
import type { Member } from './parser.ts'
import { isStrayOfPdf } from './pdf/stray.ts'
import { type ExtraParser, readDocument } from './read-document.ts'

const jobsFd = 3
const answersFd = 4
const progressEveryMs = 50
const memberPieceBytes = 256 * 1024

const extraParsers: ExtraParser[] = []
for (const path of process.argv.slice(2)) {
  const module = (await import(pathToFileURL(path).href)) as { extraParsers: ExtraParser[] }
  extraParsers.push(...module.extraParsers)
}

watchParent()
process.on('uncaughtException', fail)
process.on('unhandledRejection', (error) => {
  if (!isStrayOfPdf(error)) fail(error)
})

let job: ReadJob | null = null
const frames = createFrameReader(2 ** 32 - 1)
const jobs = new Socket({ fd: jobsFd, readable: true, writable: false })
jobs.on('data', (chunk: Buffer) => {
  for (const { kind, payload } of frames.feed(chunk)) {
    if (kind === 'J') job = JSON.parse(payload.toString('utf8')) as ReadJob
    if (job && (kind === 'B' || job.path !== undefined)) {
      const bytes = job.path === undefined ? payload : readFileSync(job.path)
      const given = job
      job = null
      void read(given, bytes)
    }
  }
})
jobs.on('end', () => process.exit(0))
jobs.on('error', () => process.exit(0))

async function read(given: ReadJob, bytes: Uint8Array): Promise<void> {
  const { name, sha256, charset, within, limits } = given
  // Looked for once: a large archive has thousands of members.
  let withinThis: string[] | undefined
  let lastProgress = 0
  let emitting = { costMs: 0, endedAt: 0 }
  const progress = () => {
    const now = performance.now()
    if (now - lastProgress < progressEveryMs) return
    lastProgress = now
    send('P', '')
  }
  const expectOcr = (pages: number) => send('O', JSON.stringify(pages))
  const emit = (readSoFar: () => ParsedDocument) => {
    const startedAt = performance.now()
    // At most a tenth of the time goes into keeping what was read, however long the document.
    if (startedAt - emitting.endedAt < 9 * emitting.costMs) return progress()
    sendParsed('E', readSoFar(), limits.outputBytes)
    const endedAt = performance.now()
    emitting = { costMs: endedAt - startedAt, endedAt }
  }
  try {
    // Here, where all bytes are at hand, it costs no further reading.
    if (sha256 && createHash('sha256').update(bytes).digest('hex') !== sha256)
      throw alteredOriginal(name)
    const parsed = await readDocument(
      {
        bytes,
        name,
        charset,
        within,
        limits,
        progress,
        emit,
        expectOcr,
        handOn: given.wantsMembers
          ? (member) => {
              withinThis ??= [detectMediaType(bytes), ...(within ?? [])]
              return handOn(member, withinThis)
            }
          : undefined,
      },
      extraParsers,
    )
    const size = sendParsed('R', parsed, limits.outputBytes)
    // Nobody lets this process end by itself: what it compiled is kept now.
    flushCompileCache()
    if (size > limits.outputBytes)
      throw new BadDocumentError(
        'too-large',
        `${name} holds more text (${size} bytes) than the limit of ${limits.outputBytes} bytes.`,
      )
  } catch (error) {
    fail(error)
  }
}

/** Sends text and rest apart, which saves the parent a copy; sends nothing of more than `most` bytes. Gives the bytes. */
function sendParsed(kind: 'E' | 'R', { text, ...rest }: ParsedDocument, most: number): number {
  // A lone surrogate would not survive UTF-8, so texts that hold one go as they are in JSON.
  const isWhole = text.isWellFormed()
  const body = Buffer.from(isWhole ? text : JSON.stringify(text))
  const description = Buffer.from(JSON.stringify({ ...rest, text: isWhole ? 'plain' : 'json' }))
  const bytes = body.length + description.length
  if (bytes <= most) {
    send('T', body)
    send(kind, description)
  }
  return bytes
}

async function handOn({ name, bytes }: Member, within: string[]): Promise<void> {
  const begun: MemberFrame = { name, within }
  send('M', JSON.stringify(begun))
  try {
    for await (const chunk of bytes instanceof Uint8Array ? [bytes] : bytes)
      for (let at = 0; at < chunk.length; at += memberPieceBytes)
        send('D', Buffer.from(chunk.subarray(at, at + memberPieceBytes)))
  } catch (error) {
    send('A', '')
    throw error
  }
  send('W', '')
}

function fail(error: unknown): void {
  if (error instanceof BadDocumentError) {
    const bad: BadFrame = { code: error.code, message: error.message }
    send('X', JSON.stringify(bad))
    return
  }
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const bug: BugFrame = { message: messageOf(error), stack }
  send('F', JSON.stringify(bug))
}

function send(kind: FrameKind, payload: string | Buffer): void {
  const body = typeof payload === 'string' ? Buffer.from(payload) : payload
  writeWhole(frameHeader(kind, body.length))
  writeWhole(body)
}

function writeWhole(bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(answersFd, bytes, at)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EAGAIN') {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
        continue
      }
      process.exit(0) // the parent is gone, nobody waits for an answer
    }
  }
}

/**
 * Ends this process and all it started when the parent dies, even while a parser blocks the event loop: the end of fd 3
 * is only seen by a loop that turns, so a thread looks whether the parent is still the same.
 */
function watchParent(): void {
  const code = `
    const { ppid, pid } = require('node:worker_threads').workerData
    setInterval(() => {
      if (process.ppid === ppid) return
      try { process.kill(-pid, 'SIGKILL') } catch { process.kill(pid, 'SIGKILL') }
    }, 1000)`
  const workerData = { ppid: process.ppid, pid: process.pid }
  new Worker(code, { eval: true, workerData, execArgv: [] }).unref()
}
