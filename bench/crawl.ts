// How fast a site is crawled, and what that costs in memory: a made-up site of so many articles, served on loopback by a process of
// its own and asked without a pause, into a fresh folder with SQLite. Each measure is a process of its own.
//
//   node bench/crawl.ts [ARTICLES]     pages a second (1,000 articles where no number is given), by V8's rules for the server
//
//   crawl     articles are fetched, judged and stored; nothing is read
//   parse     what that stored is read, nothing else
//   extract   then records are made of it
//   all       another archive, all three at once
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import type { App } from '../src/app/app.ts'
import { loadConfig } from '../src/config.ts'
import { createApp } from '../src/create-app.ts'
import { createLog } from '../src/log.ts'
import { type JobKind, jobKinds } from '../src/model.ts'
import { answer, type Reply } from '../tests/support/site/answer.ts'
import { createShelf, type Shelf, type SiteArticle } from '../tests/support/site/shelf.ts'

const measures = ['crawl', 'parse', 'extract', 'all'] as const
type Measure = (typeof measures)[number]

const kinds: Record<Measure, readonly JobKind[]> = {
  crawl: ['crawl'],
  parse: ['parse'],
  extract: ['extract'],
  all: jobKinds,
}
const usualArticles = 1_000
const lookEveryMs = 100
const tellEvery = 100

/** The shelf of the tests' site, filled up to so many articles: each has a title and figures of its own. */
function fullShelf(count: number): Shelf {
  const shelf = createShelf()
  const models = shelf.articles()
  const paragraphs = models.flatMap((article) => article.paragraphs)
  // Files are of other formats, which take another time to read.
  for (const { id } of models) shelf.change(id, { files: [] })
  const firstAt = Date.parse('2016-01-04T08:00:00+07:00')
  for (let i = models.length; i < count; i++) {
    const model = models[i % models.length]
    if (!model) throw new Error('The site of the tests has no articles.')
    shelf.add(model.category, {
      publishedAt: new Date(firstAt + i * 5_400_000).toISOString(),
      title: `${model.title}, đợt ${i}`,
      lead: `${model.lead} Đây là tin số ${i} của chuyên mục.`,
      paragraphs: Array.from(
        { length: 4 + (i % 7) },
        (_, at) =>
          `${paragraphs[(i * 7 + at * 13) % paragraphs.length]} Số liệu tính đến đợt ${i}: ${(i * 37 + at * 11) % 900} hồ sơ.`,
      ),
    })
  }
  return settled(shelf)
}

/** A shelf that changes no more: what it lists is sorted once. */
function settled(shelf: Shelf): Shelf {
  const lists = new Map<string | undefined, SiteArticle[]>()
  const byPath = new Map(shelf.articles().map((article) => [article.path, article]))
  return {
    ...shelf,
    at: (path) => byPath.get(path) ?? null,
    articles(category) {
      const list = lists.get(category) ?? shelf.articles(category)
      lists.set(category, list)
      return list
    },
  }
}

/** The server's process: all pages are written before it says its port, so that they cost nothing while they are asked for. */
async function serve(count: number): Promise<void> {
  const shelf = fullShelf(count)
  const replies = new Map<string, Reply>()
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    const reply = replies.get(path) ?? replyTo(path)
    response.writeHead(reply.status, {
      'content-length': String(reply.body.length),
      ...reply.headers,
    })
    response.end(reply.body)
  })
  const replyTo = (path: string): Reply => {
    const { port } = server.address() as AddressInfo
    const origin = `http://127.0.0.1:${port}`
    const reply = answer(origin, shelf, new URL(path, origin))
    replies.set(path, reply)
    return reply
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  for (const { path } of shelf.articles()) replyTo(path)
  process.send?.((server.address() as AddressInfo).port)
  process.once('disconnect', () => process.exit())
}

/** What is counted, whether the run of the crawl is over, and whether all is done. */
type Count = { done: number; isCrawled: boolean; isOver: boolean }

async function countOf(app: App, measure: Measure): Promise<Count> {
  const [source] = await app.sources()
  const isCrawled = source?.run?.endedAt !== null
  if (measure === 'crawl') return { done: source?.run?.visits ?? 0, isCrawled, isOver: isCrawled }
  const { counts, queue } = await app.status()
  if (measure === 'parse') {
    const { parse, extract } = queue ?? { parse: none, extract: none }
    const isOver = parse.waiting + parse.running === 0 && extract.waiting > 0
    return { done: extract.waiting, isCrawled, isOver }
  }
  const done = counts.extracted + counts.partial + counts.failed
  return { done, isCrawled, isOver: counts.pending === 0 && done > 0 && isCrawled }
}

const none = { waiting: 0, running: 0 }

async function measureOne(measure: Measure, data: string, origin: string): Promise<void> {
  // As `serve` does.
  setFlagsFromString('--optimize-for-size')
  const config = loadConfig({ environment: { VANTHU_DATA: data }, folder: data })
  const app = await createApp(config, { log: createLog({ level: 'error' }) })
  if (measure === 'crawl' || measure === 'all')
    await app.addSource({
      ...{ url: origin, allowHosts: ['127.0.0.1'], delaySeconds: 0, maxPages: 1_000_000 },
    })
  const before = cpuSeconds()
  const startedAt = performance.now()
  app.startWorkers(kinds[measure])
  let told = 0
  let crawledMs: number | null = null
  const tell = (done: number) => {
    const seconds = (performance.now() - startedAt) / 1000
    const { rss, heapUsed, external } = process.memoryUsage()
    const rate = done / seconds
    const figures = [done, seconds.toFixed(1), rate.toFixed(1)]
    const memory = [rss, heapUsed, external].map((bytes) => (bytes / 1024 / 1024).toFixed(0))
    console.log([measure, ...figures, ...memory, childrenMb()].join('\t'))
  }
  for (;;) {
    const { done, isCrawled, isOver } = await countOf(app, measure)
    if (isCrawled) crawledMs ??= performance.now() - startedAt
    if (done >= told + tellEvery || isOver) {
      tell(done)
      told = done
    }
    if (isOver) break
    await wait(lookEveryMs)
  }
  const { counts } = await app.status()
  const documents = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const [source] = await app.sources()
  console.log(
    `# ${measure}: ${documents} documents, ${source?.run?.visits} visits${measure === 'all' ? ` over after ${((crawledMs ?? 0) / 1000).toFixed(1)} s` : ''}, at most ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
  )
  await app.close()
  const after = cpuSeconds()
  const [own, children] = [after.own - before.own, after.children - before.children]
  console.log(
    `# ${measure}: ${own.toFixed(1)} s of processor in this process, ${children.toFixed(1)} s in those that read documents: ${(documents / (own + children)).toFixed(1)} documents for each`,
  )
}

/** Resident memory of the processes that read documents, in MB. */
function childrenMb(): string {
  const ids = readFileSync(`/proc/self/task/${process.pid}/children`, 'latin1').trim().split(' ')
  const sizes = ids.map((id) => {
    try {
      const status = readFileSync(`/proc/${id}/status`, 'latin1')
      return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024
    } catch {
      return 0
    }
  })
  return sizes.reduce((sum, size) => sum + size, 0).toFixed(0)
}

/** Time of processors so far: of this process, and of its children that have ended. A busy machine does not change it. */
function cpuSeconds(): { own: number; children: number } {
  const stat = readFileSync('/proc/self/stat', 'latin1')
  // After the name, which may hold spaces, the first field is the third.
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  const ticks = (from: number) => ((fields[from - 3] ?? 0) + (fields[from - 2] ?? 0)) / 100
  return { own: ticks(14), children: ticks(16) }
}

async function run(count: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'vanthu-bench-'))
  const server = start('serve', String(count))
  try {
    const [port] = await once(server, 'message')
    const origin = `http://127.0.0.1:${port}`
    console.log('measure\tdone\tseconds\tdone/s\tMB\theap MB\texternal MB\tMB of parsers')
    for (const measure of measures) {
      const data = join(folder, measure === 'all' ? 'all' : 'apart')
      const child = start(measure, data, origin)
      const [status] = await once(child, 'exit')
      if (status !== 0) throw new Error(`The measure ${measure} ended with status ${status}.`)
    }
  } finally {
    server.kill()
    await rm(folder, { recursive: true, force: true })
  }
}

const start = (...args: string[]): ChildProcess =>
  fork(import.meta.filename, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })

const [what = String(usualArticles), ...rest] = process.argv.slice(2)
const measure = measures.find((name) => name === what)
if (what === 'serve') await serve(Number(rest[0]))
else if (measure) {
  const [data = '', origin = ''] = rest
  await measureOne(measure, data, origin)
  process.disconnect()
} else await run(Number(what))
