// What a queue costs, and what more workers bring. Starts its own Redis and PostgreSQL.
//
//   node bench/queues.ts jobs                     no-op jobs a second: local, Redis, PostgreSQL, and BullMQ by itself
//   node bench/queues.ts documents FOLDER         documents a second of a folder: embedded, over Redis, over PostgreSQL
//   node bench/queues.ts workers FOLDER           extraction by one worker process and by two
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Queue as BullQueue, Worker as BullWorker } from 'bullmq'
import { Redis } from 'ioredis'
import { Client } from 'pg'
import { createLocalQueue } from '../src/adapters/queues/local-queue.ts'
import { openPostgresQueue } from '../src/adapters/queues/postgres-queue.ts'
import { openRedisQueue } from '../src/adapters/queues/redis-queue.ts'
import type { App } from '../src/app/app.ts'
import { loadConfig } from '../src/config.ts'
import { createApp } from '../src/create-app.ts'
import { createLog } from '../src/log.ts'
import type { Queue } from '../src/ports/queue.ts'
import { startPostgres } from '../tests/support/postgres.ts'
import { startRedis } from '../tests/support/redis.ts'

const runs = 3
const jobCount = 5_000
const atOnce = 16
const addedAtOnce = 50
const onError = (error: Error) => console.error(error.message)

const [what, folder] = process.argv.slice(2)
const [postgres, redis] = await Promise.all([startPostgres(), startRedis()])
const data = mkdtempSync(join(tmpdir(), 'vanthu-bench-'))
const processes = new Set<ChildProcess>()

const median = (list: readonly number[]): number =>
  [...list].sort((a, b) => a - b)[list.length >> 1] ?? 0

async function freshDatabase(): Promise<string> {
  const name = `bench_${randomUUID().replaceAll('-', '')}`
  const client = new Client(postgres.url)
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  await client.end()
  const url = new URL(postgres.url)
  url.pathname = `/${name}`
  return url.href
}

/** Runs `add` for 0 … count - 1, so many at once. */
async function addAll(count: number, add: (i: number) => Promise<unknown>): Promise<void> {
  let next = 0
  await Promise.all(
    Array.from({ length: addedAtOnce }, async () => {
      while (next < count) await add(next++)
    }),
  )
}

type Rates = { added: number; worked: number }

async function ratesOf(queue: Queue): Promise<Rates> {
  const addingAt = performance.now()
  await addAll(jobCount, (i) => queue.add({ kind: 'parse', id: `d${i}` }))
  const workingAt = performance.now()
  queue.work('parse', atOnce, async () => {})
  await queue.idle()
  const endedAt = performance.now()
  await queue.close()
  return {
    added: (jobCount * 1000) / (workingAt - addingAt),
    worked: (jobCount * 1000) / (endedAt - workingAt),
  }
}

/** The same with nothing of ours: BullMQ's own queue and worker on Redis. */
async function bareRates(): Promise<Rates> {
  const prefix = randomUUID()
  const connection = new Redis(redis.url, { maxRetriesPerRequest: null })
  const queue = new BullQueue('bare', { connection, prefix })
  const addingAt = performance.now()
  await addAll(jobCount, (i) =>
    queue.add('bare', { i }, { removeOnComplete: true, removeOnFail: true }),
  )
  const workingAt = performance.now()
  const { promise, resolve } = Promise.withResolvers<void>()
  let count = 0
  const worker = new BullWorker(
    'bare',
    async () => {
      if (++count === jobCount) resolve()
    },
    { connection, prefix, concurrency: atOnce, removeOnComplete: { count: 0 } },
  )
  await promise
  const endedAt = performance.now()
  await worker.close()
  await queue.close()
  connection.disconnect()
  return {
    added: (jobCount * 1000) / (workingAt - addingAt),
    worked: (jobCount * 1000) / (endedAt - workingAt),
  }
}

async function jobs(): Promise<void> {
  const kinds: ReadonlyArray<readonly [string, () => Promise<Rates>]> = [
    ['local', async () => ratesOf(createLocalQueue())],
    [
      'redis',
      async () => ratesOf(await openRedisQueue(`${redis.url}?prefix=${randomUUID()}`, onError)),
    ],
    ['postgres', async () => ratesOf(await openPostgresQueue(await freshDatabase(), onError))],
    ['bullmq alone, on redis', bareRates],
  ]
  console.log(
    `queue\tadded/s\tworked/s\t(median of ${runs}, ${jobCount} no-op jobs, ${atOnce} at once)`,
  )
  for (const [name, measure] of kinds) {
    const rates: Rates[] = []
    for (let i = 0; i < runs; i++) rates.push(await measure())
    const of = (key: keyof Rates) => median(rates.map((rate) => rate[key])).toFixed(0)
    console.log([name, of('added'), of('worked')].join('\t'))
  }
}

const filesIn = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesIn(join(path, name)))
    : [path]

type Setup = { app: App; environment: Record<string, string> }

async function archive(urls: Record<string, string>): Promise<Setup> {
  const own = mkdtempSync(join(data, 'archive-'))
  const environment = { VANTHU_DATA: own, VANTHU_LOG_LEVEL: 'error', ...urls }
  const config = loadConfig({ environment, folder: own })
  return {
    app: await createApp(config, { log: createLog({ level: 'error' }) }),
    environment,
  }
}

function start(kind: string, environment: Record<string, string>): void {
  const path = join(import.meta.dirname, `../workers/${kind}.ts`)
  const env = { PATH: process.env.PATH, ...environment }
  processes.add(spawn(process.execPath, [path], { env, stdio: ['ignore', 'ignore', 'inherit'] }))
}

async function stopAll(): Promise<void> {
  const gone = [...processes].map((child) => new Promise((resolve) => child.once('exit', resolve)))
  for (const child of processes) child.kill('SIGTERM')
  await Promise.all(gone)
  processes.clear()
}

async function until(
  app: App,
  isDone: (pending: number, extracts: number) => boolean,
): Promise<void> {
  for (;;) {
    const { counts, queue } = await app.status()
    if (isDone(counts.pending, queue?.extract.waiting ?? 0)) return
    await wait(50)
  }
}

const shared = async () => ({
  VANTHU_STORE_URL: await freshDatabase(),
  VANTHU_QUEUE_URL: `${redis.url}?prefix=${randomUUID()}`,
})

async function documents(files: readonly string[]): Promise<void> {
  console.log('archive\tdocuments\tseconds\tdocuments/s')
  const kinds: ReadonlyArray<readonly [string, () => Promise<Record<string, string>>]> = [
    ['embedded (sqlite, local)', async () => ({})],
    ['postgres, redis', shared],
    [
      'postgres for both',
      async () => {
        const url = await freshDatabase()
        return { VANTHU_STORE_URL: url, VANTHU_QUEUE_URL: url }
      },
    ],
  ]
  for (const [name, urls] of kinds) {
    const { app, environment } = await archive(await urls())
    if (app.hasOwnQueue) app.startWorkers()
    else for (const kind of ['parse', 'extract']) start(kind, environment)
    const startedAt = performance.now()
    for (const path of files) await app.ingest({ name: basename(path), bytes: readFileSync(path) })
    await until(app, (pending) => pending === 0)
    const seconds = (performance.now() - startedAt) / 1000
    const { counts } = await app.status()
    const count = counts.extracted + counts.partial + counts.failed
    console.log([name, count, seconds.toFixed(1), (count / seconds).toFixed(1)].join('\t'))
    await stopAll()
    await app.close()
  }
}

async function workers(files: readonly string[]): Promise<void> {
  console.log('extract workers\tdocuments\tseconds\tdocuments/s')
  for (const count of [1, 2, 1, 2]) {
    const { app, environment } = await archive(await shared())
    start('parse', environment)
    for (const path of files) await app.ingest({ name: basename(path), bytes: readFileSync(path) })
    await until(app, (pending, extracts) => pending === extracts)
    await stopAll()
    for (let i = 0; i < count; i++) start('extract', environment)
    // The time that a process takes to start is not theirs.
    const { counts: before } = await app.status()
    await until(app, (pending) => pending <= before.pending - 4)
    const { counts: begun } = await app.status()
    const startedAt = performance.now()
    await until(app, (pending) => pending === 0)
    const seconds = (performance.now() - startedAt) / 1000
    console.log(
      [count, begun.pending, seconds.toFixed(1), (begun.pending / seconds).toFixed(1)].join('\t'),
    )
    await stopAll()
    await app.close()
  }
}

try {
  if (what === 'jobs') await jobs()
  else if (what === 'documents' && folder) await documents(filesIn(folder))
  else if (what === 'workers' && folder) await workers(filesIn(folder))
  else console.error('Give jobs, documents FOLDER or workers FOLDER.')
} finally {
  await stopAll()
  await Promise.all([postgres.stop(), redis.stop()])
  rmSync(data, { recursive: true })
}
