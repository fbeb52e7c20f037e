// Archives that are crawled by real processes (workers/crawl.ts and, behind a shared queue, parse.ts and extract.ts), which can be
// killed. Embedded: SQLite and a local queue. Distributed: PostgreSQL, with BullMQ on Redis.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import type { App } from '../../src/app/app.ts'
import { loadConfig } from '../../src/config.ts'
import { createApp } from '../../src/create-app.ts'
import { createLog } from '../../src/log.ts'
import { openStore } from '../../src/open-adapters.ts'
import type { Store } from '../../src/ports/store.ts'
import { temporaryFolder } from './temporary-folder.ts'

export type CrawledArchive = {
  /** An application of the test's own on the same rows, which works on nothing. */
  app: App
  /** The same rows themselves. */
  store: Store
  /** Starts a worker; it is ready when this resolves. */
  start(name: 'crawl' | 'parse' | 'extract'): Promise<ChildProcess>
}

/** Opens an empty archive; its processes are killed after the test. */
export async function openCrawledArchive(servers?: {
  postgres: string
  redis: string
}): Promise<CrawledArchive> {
  const folder = await temporaryFolder()
  const schema = `crawl_${randomBytes(6).toString('hex')}`
  const environment: Record<string, string> = {
    VANTHU_DATA: join(folder, 'data'),
    ...(servers && {
      VANTHU_STORE_URL: `${servers.postgres}?schema=${schema}`,
      VANTHU_QUEUE_URL: `${servers.redis}?prefix=${schema}`,
    }),
  }
  const config = loadConfig({ environment, folder })
  const app = await createApp(config, {
    log: createLog({ level: 'silent' }),
  })
  const store = await openStore(config.storeUrl)
  const children: ChildProcess[] = []
  onTestFinished(async () => {
    for (const child of children) await kill(child)
    await store.close()
    await app.close()
  })
  return {
    app,
    store,
    async start(name) {
      const own = Object.entries(process.env).filter(
        ([key]) => !/^(VANTHU_|NODE_OPTIONS|VITEST)/.test(key),
      )
      const program = join(import.meta.dirname, '../../workers', `${name}.ts`)
      const child = spawn(process.execPath, [program], {
        cwd: folder,
        env: { ...Object.fromEntries(own), ...environment },
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      children.push(child)
      const said: string[] = []
      await new Promise<void>((resolve, reject) => {
        createInterface({ input: child.stderr }).on('line', (line) => {
          said.push(line)
          if (line.includes(`worker ${name} is ready`)) resolve()
        })
        child.once('close', () => reject(new Error(`${name} ended: ${said.join('\n')}`)))
      })
      return child
    },
  }
}

/** Ends a process as a power cut would. */
export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
