// An inbox in a process of its own, which ends itself with SIGKILL where it is told to, or tells how it fared.
//
//   node tests/support/inbox-process.ts '{ "base": "/tmp/x", "storeUrl": "sqlite:/tmp/x/db", "killAt": "row", "after": 3 }'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Readable } from 'node:stream'
import { createLocalQueue } from '../../src/adapters/queues/local-queue.ts'
import type { Context } from '../../src/app/context.ts'
import { watchInbox } from '../../src/app/inbox/watch-inbox.ts'
import { ingest } from '../../src/app/ingest.ts'
import { createNotices } from '../../src/app/notices.ts'
import { createLog } from '../../src/log.ts'
import { openBlobs, openStore } from '../../src/open-adapters.ts'

/** While bytes are copied; the blob is there and no row; the row is there; the shelf is chosen and the file not moved. */
export const killPoints = ['copy', 'blob', 'row', 'shelf'] as const
export type InboxProcess = {
  base: string
  storeUrl: string
  killAt?: (typeof killPoints)[number]
  /** Which time the point is reached. */
  after?: number
  /** Tells, when so many were taken, and ends. */
  until?: number
}

/** What is printed at `until`. */
export type InboxFigures = {
  taken: number
  ms: number
  rssMb: number
  loopMs: { p99: number; max: number }
}

const {
  base,
  storeUrl,
  killAt,
  after = 1,
  until = 0,
}: InboxProcess = JSON.parse(process.argv[2] ?? '{}')
let times = 0
const reach = (point: string) => {
  if (point === killAt && ++times === after) process.kill(process.pid, 'SIGKILL')
}

const log = createLog({ level: 'silent' })
const opened = await openStore(storeUrl)
const store = new Proxy(opened, {
  get(target, name) {
    if (name === 'addDocument')
      return async (input: Parameters<typeof opened.addDocument>[0]) => {
        reach('blob')
        const result = await target.addDocument(input)
        reach('row')
        return result
      }
    if (name === 'putInboxFile')
      return async (file: Parameters<typeof opened.putInboxFile>[0]) => {
        const number = await target.putInboxFile(file)
        reach('shelf')
        return number
      }
    return Reflect.get(target, name)
  },
})
const blobs = await openBlobs(`folder:${join(base, 'blobs')}`)
const context = { store, blobs, queue: createLocalQueue(), log } as unknown as Context
const delays = monitorEventLoopDelay({ resolution: 10 })
delays.enable()
const startedAt = performance.now()
let taken = 0
let rssMb = 0
const measure = () => {
  rssMb = Math.max(rssMb, process.memoryUsage.rss() / 1024 ** 2)
}
const sampling = setInterval(measure, 50)

async function* throughKill(bytes: AsyncIterable<Buffer>) {
  for await (const piece of bytes) {
    yield piece
    reach('copy')
  }
}

const inbox = await watchInbox({
  folder: join(base, 'inbox'),
  after: 'move',
  maxBytes: 600 * 1024 ** 2,
  patience: { quietMs: 50, unknownMs: 100, incompleteMs: 3_600_000 },
  everyMs: 2_000,
  async ingest(input) {
    const bytes = Readable.from(throughKill(input.bytes as AsyncIterable<Buffer>))
    const result = await ingest(context, { ...input, bytes }, 600 * 1024 ** 2)
    taken++
    return result
  },
  store,
  notices: createNotices(store, log),
  log,
})
while (until === 0 || (await opened.countStates()).pending < until)
  await new Promise((resolve) => setTimeout(resolve, 200))
const ms = Math.round(performance.now() - startedAt)
// Whatever would be taken twice is taken by now.
await new Promise((resolve) => setTimeout(resolve, 3_000))
await inbox.scan()
await inbox.close()
await opened.close()
clearInterval(sampling)
measure()
const figures: InboxFigures = {
  taken,
  ms,
  rssMb: Math.round(rssMb),
  loopMs: { p99: Math.round(delays.percentile(99) / 1e6), max: Math.round(delays.max / 1e6) },
}
console.log(JSON.stringify(figures))
process.exit(0)
