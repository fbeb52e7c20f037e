// Puts the application together. The only place that chooses adapters, by the kind of each URL:
//
//   on one machine   storeUrl sqlite:/srv/vanthu/vanthu.db      queueUrl local:                blobsUrl folder:/srv/vanthu/blobs
//   on several       storeUrl postgres://vanthu@db/vanthu       queueUrl redis://queue:6379    blobsUrl s3://bucket/prefix?endpoint=…
import { readFileSync, realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { App } from './app/app.ts'
import { correct } from './app/corrections/correct.ts'
import { proposeRows } from './app/corrections/propose-rows.ts'
import { withdrawCorrection } from './app/corrections/withdraw.ts'
import type { CrawlContext } from './app/crawl/crawl-context.ts'
import { addSource, editSource, pauseSource, probeSource, runSource } from './app/crawl/sources.ts'
import { startCrawls } from './app/crawl/start-crawls.ts'
import { findForgotten } from './app/find-id.ts'
import { forget } from './app/forget.ts'
import { watchInboxes } from './app/inbox/watch-inboxes.ts'
import { ingest } from './app/ingest.ts'
import { createMetrics } from './app/metrics.ts'
import { createNotices } from './app/notices.ts'
import { recover, releaseGone } from './app/recover.ts'
import { reprocess } from './app/reprocess.ts'
import { retry } from './app/retry.ts'
import { runWorker, type Worker } from './app/run-worker.ts'
import { search } from './app/search.ts'
import { membersOf, originalOf, showDocument } from './app/show-document.ts'
import { listDocuments, showStatus } from './app/show-status.ts'
import type { Config } from './config.ts'
import { createSiteWords, type SiteWords } from './crawl/site-words.ts'
import { messageOf, UserError } from './errors.ts'
import type { Lexicon } from './lexicon/lexicon.ts'
import { loadLexicon } from './lexicon/load.ts'
import { createLog, type Log } from './log.ts'
import { type DocumentRow, documentJobs, type JobKind } from './model.ts'
import { createReader } from './parse/reader.ts'
import type { BlobReader, BlobStore } from './ports/blobs.ts'
import type { Queue } from './ports/queue.ts'
import type { Store, StoreReader } from './ports/store.ts'
import { applyCorrections } from './record/corrections/apply-corrections.ts'

export type AppOptions = {
  log?: Log
  /** Told of every document that reached its end state in this process. */
  onFinished?: (row: DocumentRow) => void
}

const { version }: { version: string } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
)
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
  let siteWords: SiteWords | undefined
  const context: CrawlContext = {
    metrics,
    notices: createNotices(store, log),
    store,
    blobs,
    queue,
    reader,
    lexicon,
    log,
    onFinished: options.onFinished ?? (() => {}),
    crawler: { contact: config.crawlContact, folder: join(config.data, 'crawl'), version },
    siteWords() {
      siteWords ??= createSiteWords(lexicon().siteWords)
      return siteWords
    },
  }
  let worker: Worker | undefined
  let crawls: { stop(): void } | undefined
  let timer: NodeJS.Timeout | undefined
  let recovering: Promise<void> | undefined
  const recoverQuietly = () => {
    // Behind a shared queue, processes may share a machine's name and not its processes: there leases run out by themselves.
    recovering ??= (isLocal(config.queueUrl) ? releaseGone(context) : Promise.resolve())
      .then(() => recover(context))
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
    watchInbox: () => watchInboxes(context, config),
    hasOwnQueue: isLocal(config.queueUrl),
    startWorkers(kinds: readonly JobKind[] = documentJobs) {
      if (worker) return
      // Dictionaries with mistakes are told at once, not as a failure of each document.
      lexicon()
      worker = runWorker(context, {
        kinds: documentJobs.filter((kind) => kinds.includes(kind)),
        parseConcurrency: config.parseConcurrency,
      })
      if (kinds.includes('crawl')) crawls = startCrawls(context, isLocal(config.queueUrl))
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
    correct: (id, asked) => correct(context, id, asked),
    withdrawCorrection: (id, number, who) => withdrawCorrection(context, id, number, who),
    proposeRows: () => proposeRows(context),
    original: (id) => originalOf(context, id),
    status: () => showStatus(context),
    documentsIn: (query) => listDocuments(context, query),
    forgotten: (id) => findForgotten(context, id),
    retry: (input) => retry(context, input),
    reprocess: (input) => reprocess(context, input),
    forget: (input) => forget(context, input),
    sources: () => store.crawlSources(),
    source: (id) => store.crawlSource(id),
    probeSource: (input) => probeSource(context, input),
    addSource: (input, offer) => addSource(context, input, offer),
    editSource: (id, changes) => editSource(context, id, changes),
    pauseSource: (id, paused) => pauseSource(context, id, paused),
    runSource: (id) => runSource(context, id),
    removeSource: (id) => store.removeCrawlSource(id),
    sourceProgress: (id) => store.sourceProgress(id),
    sourcePages: (id, query) => store.pagesOf(id, query),
    fetchesOf: (url, limit) => store.fetchesOf(url, limit),
    queueBoard: async (basePath) => (await queue.board?.(basePath)) ?? null,
    metrics: async () => metrics.describe(await showStatus(context)),
    async close() {
      clearInterval(timer)
      worker?.stop()
      crawls?.stop()
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
    const { openPostgresStore } = await import('./adapters/postgres/store.ts')
    return openPostgresStore(url, applyCorrections)
  }
  if (kind !== 'sqlite') throw unsupported('store', url, storeKinds)
  const { openSqliteStore } = await import('./adapters/sqlite/store.ts')
  return openSqliteStore(rest === ':memory:' ? rest : resolve(rest), applyCorrections)
}

/**
 * Opens for reading only a store that is there and of this version; `snapshot`: as it is now, until it is closed. Throws
 * UserError where there is none.
 */
export async function openStoreSource(
  url: string,
  options: { snapshot?: boolean } = {},
): Promise<StoreReader> {
  const { kind, rest } = partsOf(url)
  if (isPostgres(url)) {
    const { openPostgresSource } = await import('./adapters/postgres/source.ts')
    return openPostgresSource(url, options)
  }
  if (kind !== 'sqlite') throw unsupported('store', url, storeKinds)
  const { openSqliteSource } = await import('./adapters/sqlite/source.ts')
  return openSqliteSource(resolve(rest), options)
}

/** A store's URL without user and password, the same for the same store however its file or machine was named. */
export async function placeOfStore(url: string): Promise<string> {
  if (isPostgres(url)) {
    const { readPostgresAddress } = await import('./adapters/postgres/address.ts')
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
    const { openS3Blobs } = await import('./adapters/blobs/s3-blobs.ts')
    return openS3Blobs(url, { readOnly: true })
  }
  if (kind !== 'folder') throw unsupported('blob store', url, blobKinds)
  const { openFolderBlobSource } = await import('./adapters/blobs/folder-blob-source.ts')
  return openFolderBlobSource(resolve(rest))
}

/** Opens the blob store of a URL, made where needed. Throws UserError where that cannot be. */
export async function openBlobs(url: string): Promise<BlobStore> {
  const { kind, rest } = partsOf(url)
  if (kind === 's3') {
    const { openS3Blobs } = await import('./adapters/blobs/s3-blobs.ts')
    return openS3Blobs(url)
  }
  if (kind !== 'folder') throw unsupported('blob store', url, blobKinds)
  const { openFolderBlobs } = await import('./adapters/blobs/folder-blobs.ts')
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
    const { openRedisQueue } = await import('./adapters/queues/redis-queue.ts')
    return openRedisQueue(url, onError)
  }
  if (kind === 'postgres' || kind === 'postgresql') {
    const { openPostgresQueue } = await import('./adapters/queues/postgres-queue.ts')
    return openPostgresQueue(url, onError)
  }
  if (!isLocal(url))
    throw unsupported('queue', url, 'local:, redis://host:6379 or postgres://user:password@host/db')
  const { createLocalQueue } = await import('./adapters/queues/local-queue.ts')
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
