// Draws pages of originals as PNG pictures for people to look at. Each is drawn in a process of its own, which is killed when it
// takes too long or too much memory: what is drawn came from anywhere.
//
//   const drawer = createPageDrawer()
//   await drawer.draw({ name: 'bao-cao.pdf', path: '/data/blobs/3f/3f2a…', page: 2 })   → PNG bytes; null: no such page
import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { type BadDocumentCode, BadDocumentError, TransientError } from '../errors.ts'
import { killGroup, residentMb } from './process-group.ts'

/** Types of which pages can be drawn. */
export const drawableTypes: ReadonlySet<string> = new Set([
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/tiff',
])

export type PageDrawer = {
  /**
   * Draws one page, from 1; null where there is none of this number. Throws BadDocumentError where it cannot be drawn,
   * TransientError where too many wait already, or the drawer is closed.
   */
  draw(input: { name: string; path: string; page: number }): Promise<Buffer | null>
  /** Kills what is under way. */
  close(): Promise<void>
}

export type DrawLimits = { timeMs: number; heapMb: number; rssMb: number; pngBytes: number }

const defaultLimits: DrawLimits = {
  timeMs: 20_000,
  heapMb: 768,
  rssMb: 1200,
  pngBytes: 24 * 1024 ** 2,
}
const atOnce = 2
const mostWaiting = 100
const lookEveryMs = 50
const childModule = fileURLToPath(new URL('./page-picture-child.ts', import.meta.url))

/** What the child says before the picture, in one line. */
export type Answer =
  | { kind: 'picture' }
  | { kind: 'no-page' }
  | { kind: 'bad'; code: BadDocumentCode; message: string }

/** A drawer with processes of its own, two at once; `script` is another program in place of the child, for tests. */
export function createPageDrawer(
  limits: Partial<DrawLimits> = {},
  script = childModule,
): PageDrawer {
  const all = { ...defaultLimits, ...limits }
  const running = new Set<(why: Error) => void>()
  const waiting: Array<() => void> = []
  let busy = 0
  let isClosed = false
  const killAll = () => {
    for (const kill of running) kill(closing())
  }
  process.on('exit', killAll)
  return {
    async draw(input) {
      if (waiting.length >= mostWaiting)
        throw new TransientError('Too many pages are being drawn at once; try again in a minute.')
      if (busy >= atOnce) await new Promise<void>((go) => waiting.push(go))
      else busy++
      try {
        if (isClosed) throw closing()
        return await drawOne(input, all, script, running)
      } finally {
        const next = waiting.shift()
        if (next) next()
        else busy--
      }
    },
    async close() {
      isClosed = true
      process.off('exit', killAll)
      killAll()
    },
  }
}

const closing = () =>
  new TransientError('The drawer of pages was closed before this one was drawn.')

function drawOne(
  { name, path, page }: { name: string; path: string; page: number },
  { timeMs, heapMb, rssMb, pngBytes }: DrawLimits,
  script: string,
  running: Set<(why: Error) => void>,
): Promise<Buffer | null> {
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${heapMb}`,
      '--disable-warning=ExperimentalWarning',
      script,
      path,
      name,
      String(page),
    ],
    {
      detached: true,
      // Answers come through a pipe of their own: what libraries print is nobody's picture.
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      env: { TZ: 'UTC', LANG: 'C.UTF-8', PATH: process.env.PATH ?? '' },
    },
  )
  const chunks: Buffer[] = []
  let size = 0
  return new Promise<Buffer | null>((resolve, reject) => {
    let killedFor: Error | null = null
    const kill = (why: Error) => {
      killedFor ??= why
      killGroup(child)
    }
    running.add(kill)
    const startedAt = performance.now()
    const timer = setInterval(() => {
      if (performance.now() - startedAt > timeMs)
        kill(bad('too-slow', `A page of ${name} could not be drawn in ${timeMs / 1000} seconds.`))
      else if ((residentMb(child.pid) ?? 0) > rssMb)
        kill(bad('too-complex', `A page of ${name} needs more than ${rssMb} MB to be drawn.`))
    }, lookEveryMs)
    const answers = child.stdio[3] as Readable
    answers.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > pngBytes)
        kill(bad('too-large', `A page of ${name} gives a picture of more than ${pngBytes} bytes.`))
      else chunks.push(chunk)
    })
    answers.on('error', kill)
    const end = (error?: Error) => {
      clearInterval(timer)
      running.delete(kill)
      try {
        if (killedFor ?? error) throw killedFor ?? error
        resolve(pictureOf(Buffer.concat(chunks), name))
      } catch (why) {
        reject(why)
      }
    }
    child.once('error', end)
    child.once('close', () => end())
  })
}

/** The picture in what a child answered. Throws BadDocumentError where it says why there is none, or died. */
function pictureOf(answer: Buffer, name: string): Buffer | null {
  const lineEnd = answer.indexOf('\n')
  if (lineEnd < 0) throw bad('too-complex', `The process that drew a page of ${name} died.`)
  const said = JSON.parse(answer.toString('utf8', 0, lineEnd)) as Answer
  if (said.kind === 'bad') throw bad(said.code, said.message)
  return said.kind === 'no-page' ? null : answer.subarray(lineEnd + 1)
}

const bad = (code: BadDocumentCode, message: string) => new BadDocumentError(code, message)
