// Puts the application together. The only place that chooses adapters, by the kind of each URL:
//
//   on one machine   storeUrl sqlite:/srv/vanthu/vanthu.db      queueUrl local:                blobsUrl folder:/srv/vanthu/blobs
//   on several       storeUrl postgres://vanthu@db/vanthu       queueUrl redis://queue:6379    blobsUrl s3://bucket/prefix?endpoint=…
import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { App } from './app/app.ts'
import type { Context } from './app/context.ts'
import { ingest } from './app/ingest.ts'
import { createMetrics } from './app/metrics.ts'
import { recover } from './app/recover.ts'
import { runWorker, type Worker } from './app/run-worker.ts'
import { search } from './app/search.ts'
import { membersOf, originalOf, showDocument } from './app/show-document.ts'
import { showStatus } from './app/show-status.ts'
import type { Config } from './config.ts'
import { messageOf, UserError } from './errors.ts'
import type { Lexicon } from './lexicon/lexicon.ts'
import { loadLexicon } from './lexicon/load.ts'
import { createLog, type Log } from './log.ts'
import { type DocumentRow, jobKinds } from './model.ts'
import { createReader } from './parse/reader.ts'
import type { BlobReader, BlobStore, Queue, Store, StoreReader } from './ports.ts'

export type AppOptions = {
  log?: Log
  /** Told of every document that reached its end state in this process. */
  onFinished?: (row: DocumentRow) => void
}

const recoverEveryMs = 60_000
/** How long documents under way may go on when the application is closed. */
const graceMs = 10_000

/** Opens store, blobs and queue of a configuration. Throws UserError where one is not supported or cannot be opened. */
export async function createApp(config: Config, options: AppOptions = {}): Promise<App> {
  const log = options.log ?? createLog({ level: config.logLevel })
  const queue = await openQueue(config.queueUrl, (error) =>
    log.warn('the queue is not reached', { message: error.message }),
  )
  const blobs = await orClose(openBlobs(config.blobsUrl), queue)
  const store = await orClose(openStore(config.storeUrl), queue, blobs)
  const reader = createReader({ children: config.parseConcurrency })
  let loaded: Lexicon | undefined
  const lexicon = (): Lexicon => {
    loaded ??= loadLexicon()
    return loaded
  }
  const metrics = createMetrics()
  const context: Context = {
    metrics,
    store,
    blobs,
    queue,
    reader,
    lexicon,
    log,
    onFinished: options.onFinished ?? (() => {}),
  }
  let worker: Worker | undefined
  let timer: NodeJS.Timeout | undefined
  let recovering: Promise<void> | undefined
  const recoverQuietly = () => {
    recovering ??= recover(context)
      .then((count) => {
        if (count > 0) log.debug('rang again', { documents: count })
      })
      .catch((error: unknown) => log.error('recover failed', { message: messageOf(error) }))
      .finally(() => {
        recovering = undefined
      })
  }

  return {
    config,
    get lexicon() {
      return lexicon()
    },
    ingest: (input) => ingest(context, input),
    hasOwnQueue: isLocal(config.queueUrl),
    startWorkers(kinds = jobKinds) {
      if (worker) return
      // Dictionaries with mistakes are told at once, not as a failure of each document.
      lexicon()
      worker = runWorker(context, { kinds, parseConcurrency: config.parseConcurrency })
      recoverQuietly()
      timer = setInterval(recoverQuietly, recoverEveryMs)
      timer.unref()
    },
    recover: () => recover(context),
    async idle() {
      await recovering
      await queue.idle()
    },
    search: (query) => search(context, query),
    document: (id) => showDocument(context, id),
    membersOf: (id) => membersOf(context, id),
    original: (id) => originalOf(context, id),
    status: () => showStatus(context),
    queueBoard: async (basePath) => (await queue.board?.(basePath)) ?? null,
    metrics: async () => metrics.describe(await showStatus(context)),
    async close() {
      clearInterval(timer)
      worker?.stop()
      await recovering
      const drained = queue.close()
      await Promise.race([drained, wait(graceMs, undefined, { ref: false })])
      // What is still being read is let go: it stays pending, the attempt is not counted.
      await reader.close()
      await drained
      await store.close()
      await blobs.close()
    },
  }
}

/** Opens the store of a URL, made and brought up to date where needed. Throws UserError where that cannot be. */
export async function openStore(url: string): Promise<Store> {
  const { kind, rest } = partsOf(url)
  if (isPostgres(url)) {
    const { openPostgresStore } = await import('./adapters/postgres-store.ts')
    return openPostgresStore(url)
  }
  if (kind !== 'sqlite') throw unsupported('store', url, storeKinds)
  const { openSqliteStore } = await import('./adapters/sqlite-store.ts')
  return openSqliteStore(rest === ':memory:' ? rest : resolve(rest))
}

/** Opens for reading only a store that is there and of this version. Throws UserError where there is none. */
export async function openStoreSource(url: string): Promise<StoreReader> {
  const { kind, rest } = partsOf(url)
  if (isPostgres(url)) {
    const { openPostgresSource } = await import('./adapters/postgres-source.ts')
    return openPostgresSource(url)
  }
  if (kind !== 'sqlite') throw unsupported('store', url, storeKinds)
  const { openSqliteSource } = await import('./adapters/sqlite-source.ts')
  return openSqliteSource(resolve(rest))
}

/** A store's URL without user and password, the same for the same store however its file or machine was named. */
export async function placeOfStore(url: string): Promise<string> {
  if (isPostgres(url)) {
    const { readPostgresAddress } = await import('./adapters/postgres-address.ts')
    const { server, database, schema } = readPostgresAddress(url)
    const machine = server.toLowerCase().replace(/^(?:localhost|\[::1\]):/, '127.0.0.1:')
    return `postgres://${machine}/${database}${schema ? `?schema=${schema}` : ''}`
  }
  const path = resolve(partsOf(url).rest)
  try {
    return `sqlite:${realpathSync(path)}`
  } catch {
    // Not there yet.
    return `sqlite:${path}`
  }
}

/** Opens for reading only a blob store that is there. Throws UserError where there is none. */
export async function openBlobSource(url: string): Promise<BlobReader> {
  const { kind, rest } = partsOf(url)
  if (kind === 's3') {
    const { openS3Blobs } = await import('./adapters/s3-blobs.ts')
    return openS3Blobs(url, { readOnly: true })
  }
  if (kind !== 'folder') throw unsupported('blob store', url, blobKinds)
  const { openFolderBlobSource } = await import('./adapters/folder-blob-source.ts')
  return openFolderBlobSource(resolve(rest))
}

/** Opens the blob store of a URL, made where needed. Throws UserError where that cannot be. */
export async function openBlobs(url: string): Promise<BlobStore> {
  const { kind, rest } = partsOf(url)
  if (kind === 's3') {
    const { openS3Blobs } = await import('./adapters/s3-blobs.ts')
    return openS3Blobs(url)
  }
  if (kind !== 'folder') throw unsupported('blob store', url, blobKinds)
  const { openFolderBlobs } = await import('./adapters/folder-blobs.ts')
  try {
    return await openFolderBlobs(resolve(rest))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EACCES' || code === 'EPERM' || code === 'ENOTDIR' || code === 'EEXIST')
      throw new UserError(
        `The folder ${resolve(rest)} cannot be written to (${code}); name another in VANTHU_DATA.`,
        { cause: error },
      )
    throw error
  }
}

const storeKinds = 'sqlite:<file> or postgres://user:password@host/database'
const blobKinds = 'folder:<folder> or s3://bucket/prefix?endpoint=<URL>'
const isPostgres = (url: string): boolean => /^postgres(?:ql)?:/.test(url)
/** What is being opened; where that fails, what was opened before is closed, since it would keep the process alive. */
async function orClose<T>(
  opening: Promise<T>,
  ...opened: { close(): Promise<void> }[]
): Promise<T> {
  try {
    return await opening
  } catch (error) {
    await Promise.allSettled(opened.map((one) => one.close()))
    throw error
  }
}

const isLocal = (queueUrl: string): boolean => partsOf(queueUrl).kind === 'local'

async function openQueue(url: string, onError: (error: Error) => void): Promise<Queue> {
  const { kind } = partsOf(url)
  if (kind === 'redis' || kind === 'rediss') {
    const { openRedisQueue } = await import('./adapters/redis-queue.ts')
    return openRedisQueue(url, onError)
  }
  if (kind === 'postgres' || kind === 'postgresql') {
    const { openPostgresQueue } = await import('./adapters/postgres-queue.ts')
    return openPostgresQueue(url, onError)
  }
  if (!isLocal(url))
    throw unsupported('queue', url, 'local:, redis://host:6379 or postgres://user:password@host/db')
  const { createLocalQueue } = await import('./adapters/local-queue.ts')
  return createLocalQueue()
}

/** "sqlite:/a/b" and "sqlite:///a/b" → kind "sqlite", rest "/a/b". */
function partsOf(url: string): { kind: string; rest: string } {
  const colon = url.indexOf(':')
  return { kind: url.slice(0, colon), rest: url.slice(colon + 1).replace(/^\/\/(?=\/)/, '') }
}

function unsupported(what: string, url: string, supported: string): UserError {
  // Only the kind is shown: the rest may hold a password.
  return new UserError(
    `The ${what} "${partsOf(url).kind}:" is not supported by this version; use ${supported}.`,
  )
}
