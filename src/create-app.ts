// Puts the application together: what it is made of, and what is called by which name.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Cost, usualCost } from './accounts/password.ts'
import { createAccounts } from './app/accounts/accounts.ts'
import type { App } from './app/app.ts'
import { correct } from './app/corrections/correct.ts'
import { proposeRows } from './app/corrections/propose-rows.ts'
import { withdrawCorrection } from './app/corrections/withdraw.ts'
import type { CrawlContext } from './app/crawl/crawl-context.ts'
import { addSource, editSource, pauseSource, probeSource, runSource } from './app/crawl/sources.ts'
import { startCrawls } from './app/crawl/start-crawls.ts'
import { createFacts } from './app/facts/facts.ts'
import { findForgotten } from './app/find-id.ts'
import { forget } from './app/forget.ts'
import { watchInboxes } from './app/inbox/watch-inboxes.ts'
import { ingest } from './app/ingest.ts'
import { createMetrics } from './app/metrics.ts'
import { createNotices } from './app/notices.ts'
import { createPagePictures } from './app/page-picture.ts'
import { recover, releaseGone } from './app/recover.ts'
import { reprocess } from './app/reprocess.ts'
import { retry } from './app/retry.ts'
import { runWorker, type Worker } from './app/run-worker.ts'
import { createSaved, startSaved } from './app/saved/saved.ts'
import { search } from './app/search/search.ts'
import { linesOf, showDashboard } from './app/show-dashboard.ts'
import { membersOf, originalOf, showDocument } from './app/show-document.ts'
import { listDocuments, showStatus } from './app/show-status.ts'
import type { Config } from './config.ts'
import { createSiteWords, type SiteWords } from './crawl/site-words.ts'
import { messageOf } from './errors.ts'
import type { Lexicon } from './lexicon/lexicon.ts'
import { loadLexicon } from './lexicon/load.ts'
import { createLog, type Log } from './log.ts'
import { type DocumentRow, documentJobs, type JobKind } from './model.ts'
import { isLocal, openBlobs, openQueue, openStore } from './open-adapters.ts'
import { createReader } from './parse/reader.ts'

export type AppOptions = {
  log?: Log
  /** Told of every document that reached its end state in this process. */
  onFinished?: (row: DocumentRow) => void
  /** What sessions, tokens and locks of accounts go by; default: this machine's clock. Milliseconds since 1970. */
  clock?: () => number
  /** What the hash of a password costs. */
  passwordCost?: Cost
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
  const pagePictures = createPagePictures()
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
  const savedContext = { ...context, config, version }
  const saved = createSaved(savedContext)
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
    accounts: createAccounts(store, {
      now: options.clock ?? Date.now,
      cost: options.passwordCost ?? usualCost,
    }),
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
      // Both ask other machines, which not every process may.
      if (kinds.includes('crawl')) {
        crawls = startCrawls(context, isLocal(config.queueUrl))
        startSaved(savedContext, saved)
      }
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
    pagePicture: (id, page) => pagePictures.of(context, id, page),
    parsed: (id) => store.getParsed(id),
    facts: createFacts(context, (query) => search(context, query)),
    saved,
    status: () => showStatus(context),
    dashboard: () => showDashboard(context),
    linesOf: (ids) => linesOf(context, ids),
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
      await saved.stop()
      await recovering
      const drained = queue.close()
      await Promise.race([drained, wait(graceMs, undefined, { ref: false })])
      // What is still being read is let go: it stays pending, the attempt is not counted.
      await Promise.all([reader.close(), pagePictures.close()])
      await drained
      await store.close()
      await blobs.close()
    },
  }
}

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
