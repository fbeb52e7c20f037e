// The process in which documents are parsed; started by `child-process.ts`, one document at a time, killed when it hangs.
//
//   node --max-old-space-size=… child.ts [module of test parsers …]
//   fd 3: jobs come in        fd 4: progress, what was read so far, and results go out, each written at once (not when the
//                             event loop comes round: it may never again)
import { readFileSync, writeSync } from 'node:fs'
import { Socket } from 'node:net'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { BadDocumentError, messageOf } from '../errors.ts'
import type { ParsedDocument } from '../model.ts'
import {
  type BadFrame,
  type BugFrame,
  createFrameReader,
  type FrameKind,
  frameHeader,
  type ReadJob,
} from './frames.ts'
import { type ExtraParser, readDocument } from './read-document.ts'

const jobsFd = 3
const answersFd = 4
const progressEveryMs = 50

const extraParsers: ExtraParser[] = []
for (const path of process.argv.slice(2)) {
  const module = (await import(pathToFileURL(path).href)) as { extraParsers: ExtraParser[] }
  extraParsers.push(...module.extraParsers)
}

watchParent()
process.on('uncaughtException', fail)
process.on('unhandledRejection', fail)

let job: ReadJob | null = null
const frames = createFrameReader(2 ** 32 - 1)
const jobs = new Socket({ fd: jobsFd, readable: true, writable: false })
jobs.on('data', (chunk: Buffer) => {
  for (const { kind, payload } of frames.feed(chunk)) {
    if (kind === 'J') job = JSON.parse(payload.toString('utf8')) as ReadJob
    if (job && (kind === 'B' || job.path !== undefined)) {
      const bytes = job.path === undefined ? payload : readFileSync(job.path)
      const { name, charset, limits } = job
      job = null
      void read({ name, charset, limits }, bytes)
    }
  }
})
jobs.on('end', () => process.exit(0))
jobs.on('error', () => process.exit(0))

async function read({ name, charset, limits }: ReadJob, bytes: Uint8Array): Promise<void> {
  let lastProgress = 0
  let emitting = { costMs: 0, endedAt: 0 }
  const progress = () => {
    const now = performance.now()
    if (now - lastProgress < progressEveryMs) return
    lastProgress = now
    send('P', '')
  }
  const emit = (readSoFar: () => ParsedDocument) => {
    const startedAt = performance.now()
    // At most a tenth of the time goes into keeping what was read, however long the document.
    if (startedAt - emitting.endedAt < 9 * emitting.costMs) return progress()
    const piece = JSON.stringify(readSoFar())
    if (piece.length <= limits.outputBytes) send('E', piece)
    const endedAt = performance.now()
    emitting = { costMs: endedAt - startedAt, endedAt }
  }
  try {
    const parsed = await readDocument(
      { bytes, name, charset, limits, progress, emit },
      extraParsers,
    )
    const result = Buffer.from(JSON.stringify(parsed))
    if (result.length > limits.outputBytes)
      throw new BadDocumentError(
        'too-large',
        `${name} holds more text (${result.length} bytes) than the limit of ${limits.outputBytes} bytes.`,
      )
    send('R', result)
  } catch (error) {
    fail(error)
  }
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
