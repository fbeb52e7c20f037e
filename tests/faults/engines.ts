// Archives run by real processes, as people run them, on either engine:
//
//   embedded      `vanthu serve` on SQLite and a folder
//   distributed   workers/inbox.ts, parse.ts and extract.ts on PostgreSQL, with BullMQ on Redis
//
// Processes are ended by their own ids only, and what they started is found by the folder they work in.
import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll } from 'vitest'
import { openStore } from '../../src/open-adapters.ts'
import type { Notice } from '../../src/ports/inbox.ts'
import type { Store } from '../../src/ports/store.ts'
import { atTheEnd } from '../support/at-the-end.ts'
import { hasPostgres, startPostgres, type TestPostgres } from '../support/postgres.ts'
import { hasRedis, startRedis, type TestRedis } from '../support/redis.ts'
import type { Input } from './inputs.ts'
import { childrenOf, cleanEnvironment, kill, processesIn, startProcess } from './processes.ts'

export type EngineName = 'embedded' | 'distributed'
/** `other`: one more that reads documents. */
export type Role = 'serve' | 'inbox' | 'parse' | 'extract' | 'other'
export type LogLine = { role: Role; message: string } & Record<string, unknown>

/** `npm run test:faults`: as much, as often and as long as was asked for; else what shows the same in less time. */
export const isLong = process.env.VANTHU_FAULTS === 'long'
/** Whoever waits so long has failed, however slow the machine is. */
export const patienceMs = isLong ? 1_800_000 : 240_000

/** Who reads documents. */
export const readerOf = { embedded: 'serve', distributed: 'parse' } as const
/** Who watches the inbox. */
export const inboxOf = { embedded: 'serve', distributed: 'inbox' } as const
const rolesOf: Record<EngineName, readonly Role[]> = {
  embedded: ['serve'],
  distributed: ['inbox', 'parse', 'extract'],
}
export const engines: readonly EngineName[] =
  hasPostgres() && hasRedis() ? ['embedded', 'distributed'] : ['embedded']

export type Running = {
  readonly role: Role
  readonly child: ChildProcess
  /** Where `vanthu serve` answers; '' for workers. */
  readonly address: string
}

export type StartOptions = {
  /** Further settings of these processes. */
  environment?: Record<string, string>
  /** Program and arguments that they are run by. */
  under?: readonly string[]
}

export type Archive = {
  readonly engine: EngineName
  /** All that belongs to the archive lies in it; the processes work in it. */
  readonly base: string
  readonly inbox: string
  readonly blobs: string
  /** Settings of the processes. */
  readonly environment: Record<string, string>
  readonly roles: readonly Role[]
  /** The processes that should be running. */
  readonly running: Map<Role, Running>
  /** What the processes logged, from the first on. */
  readonly log: LogLine[]
  /** A store of this process on the same rows. */
  readonly store: Store
  /** Runs `work` while this process has no connection to the rows. */
  withoutStore(work: () => Promise<void>): Promise<void>
  /** PostgreSQL's schema; '' for SQLite. */
  readonly schema: string
  /** Starts processes (all that do not run); they are ready when this resolves. */
  start(roles?: readonly Role[], options?: StartOptions): Promise<void>
  /** Ends a process by a signal; gives its exit code and the signal that ended it. */
  end(role: Role, signal: NodeJS.Signals): Promise<[code: number | null, signal: string | null]>
  /** Ends all by SIGTERM. Throws where one does not end well. */
  stop(): Promise<void>
  /** Puts files into the inbox, each whole under its name at once. */
  drop(inputs: readonly Input[]): Promise<void>
  /** Ids of the processes that open the documents. */
  readers(): Promise<number[]>
}

export type Servers = { postgres: TestPostgres; redis: TestRedis }
type Owned = Archive & {
  /** Ends whatever runs of it, at once. */
  killAll(): void
  remove(): Promise<void>
}
const archives = new Set<Owned>()
// A run that is broken off ends without its last hooks; what waits for a signal would wait for ever.
atTheEnd(() => {
  for (const archive of archives) archive.killAll()
})

/** Starts the servers of the distributed engine before the tests of this file; all archives are gone after them. */
export function useEngines(): { servers(): Servers | undefined } {
  let servers: Servers | undefined
  beforeAll(async () => {
    if (engines.includes('distributed')) servers = await startServers()
  }, patienceMs)
  afterAll(async () => {
    await closeArchives()
    await Promise.all([servers?.postgres.stop(), servers?.redis.stop()])
  }, patienceMs)
  return { servers: () => servers }
}

async function startServers(): Promise<Servers> {
  const redis = await startRedis()
  try {
    return { postgres: await startPostgres(), redis }
  } catch (error) {
    await redis.stop()
    throw error
  }
}

/** Ends what still runs of all archives, and removes them. */
export async function closeArchives(): Promise<void> {
  for (const archive of archives) await archive.remove()
  archives.clear()
}

/** Makes an empty archive. `settings` are added to the environment of its processes. */
export async function openArchive(
  engine: EngineName,
  servers: Servers | undefined,
  settings: Record<string, string> = {},
): Promise<Archive> {
  const base = await realpath(await mkdtemp(join(tmpdir(), 'vanthu-faults-')))
  const inbox = join(base, 'inbox')
  for (const name of ['inbox', 'tmp', 'away']) await mkdir(join(base, name))
  const schema = engine === 'distributed' ? `faults_${randomBytes(6).toString('hex')}` : ''
  const environment: Record<string, string> = {
    VANTHU_DATA: join(base, 'data'),
    VANTHU_INBOX: inbox,
    VANTHU_INBOX_QUIET_SECONDS: '0',
    VANTHU_INBOX_POLL_SECONDS: '1',
    VANTHU_PORT: '0',
    ...(engine === 'distributed' ? placeOn(servers, schema) : {}),
    ...settings,
  }
  const storeUrl = environment.VANTHU_STORE_URL ?? `sqlite:${join(base, 'data', 'vanthu.db')}`
  let store = await openStore(storeUrl)
  const running = new Map<Role, Running>()
  const children = new Set<ChildProcess>()
  const log: LogLine[] = []

  const archive: Owned = {
    ...{ engine, base, inbox, environment, running, log, schema },
    get store() {
      return store
    },
    async withoutStore(work) {
      await store.close()
      await work()
      store = await openStore(storeUrl)
    },
    blobs: join(base, 'data', 'blobs'),
    roles: rolesOf[engine],
    async start(roles = rolesOf[engine], options = {}) {
      const missing = [...new Set(roles)].filter((role) => !running.has(role))
      const env = { ...cleanEnvironment(base), ...environment, ...options.environment }
      const started = missing.map((role) =>
        startProcess(role, role === 'other' ? readerOf[engine] : role, {
          cwd: base,
          env,
          log,
          under: options.under,
        }),
      )
      for (const { child } of started) children.add(child)
      for (const { role, child, ready } of started)
        running.set(role, { role, child, address: await ready })
    },
    async end(role, signal) {
      const { child } = runningOf(archive, role)
      running.delete(role)
      child.kill(signal)
      await until(`${role} ends after ${signal}`, () => hasEnded(child))
      return [child.exitCode, child.signalCode]
    },
    async stop() {
      for (const [role, [code, signal]] of await Promise.all(
        [...running.keys()].map(
          async (role) => [role, await archive.end(role, 'SIGTERM')] as const,
        ),
      ))
        if (code !== 0) throw new Error(`${role} ended with ${code ?? signal} when told to end.`)
    },
    async drop(inputs) {
      for (const { path, bytes } of inputs) {
        // Passed over under this name.
        const away = join(inbox, `.${randomBytes(8).toString('hex')}.part`)
        await writeFile(away, bytes)
        await mkdir(dirname(join(inbox, path)), { recursive: true })
        await rename(away, join(inbox, path))
      }
    },
    readers: () => childrenOf(runningOf(archive, readerOf[engine]).child.pid ?? 0),
    killAll() {
      for (const child of children) child.kill('SIGKILL')
      for (const pid of processesIn(base)) kill(pid, 'SIGKILL')
    },
    async remove() {
      archive.killAll()
      await store.close().catch(() => {})
      await rm(base, { recursive: true, force: true })
    },
  }
  archives.add(archive)
  return archive
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) =>
  exitCode !== null || signalCode !== null

/** The process of a role. Throws where there is none. */
export function runningOf(archive: Archive, role: Role): Running {
  const found = archive.running.get(role)
  if (!found) throw new Error(`No process ${role} runs.`)
  return found
}

function placeOn(servers: Servers | undefined, schema: string): Record<string, string> {
  if (!servers) throw new Error('The distributed engine needs its servers.')
  return {
    VANTHU_STORE_URL: `${servers.postgres.url}?schema=${schema}`,
    VANTHU_QUEUE_URL: `${servers.redis.url}?prefix=${schema}`,
  }
}

/** Waits until `look` gives something that is not false, null or undefined. What it throws meanwhile is not believed. */
export async function until<T>(
  what: string,
  look: () => Promise<T | false | null | undefined> | T | false | null | undefined,
  everyMs = 25,
): Promise<T> {
  const endAt = performance.now() + patienceMs
  let last: unknown
  for (;;) {
    try {
      const found = await look()
      if (found !== false && found !== null && found !== undefined) return found
      last = undefined
    } catch (error) {
      last = error
    }
    if (performance.now() > endAt)
      throw new Error(`Not in time: ${what}. ${last ?? ''}`.trim(), { cause: last })
    await wait(everyMs)
  }
}

/** Codes of what the archive tells people: as its page says where there is one, else as its rows do. */
export async function noticesOf(archive: Archive): Promise<string[]> {
  const { running, store } = archive
  const serve = running.get('serve')
  const answer = serve && (await (await fetch(`${serve.address}/api/status`)).json())
  const notices = (answer as { notices: Notice[] } | undefined)?.notices ?? (await store.notices())
  return notices.map(({ code }) => code)
}
