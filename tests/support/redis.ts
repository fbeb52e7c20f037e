// A Redis server for tests: the one of VANTHU_TEST_REDIS_URL, else one of our own from the program of this machine (PATH,
// Homebrew), without a file on the disk, on a free port, gone after the tests.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { atTheEnd } from './at-the-end.ts'
import { folderOf, freePort } from './programs.ts'

export type TestRedis = {
  url: string
  /** Whether the server is our own: only then can it be restarted. */
  isOwn: boolean
  /** Kills the server, its jobs with it, and starts it again after `whileDown`. */
  restart(whileDown?: () => Promise<void>): Promise<void>
  stop(): Promise<void>
}

const startTimeoutMs = 10_000

/** Folder of Redis's program; null where none is installed. */
export const redisFolder = (): string | null => folderOf(['redis-server'], { formula: 'redis*' })

/** Whether there is a server to test with. Where there is none, says so on stderr; in CI that is an error. */
export function hasRedis(): boolean {
  if (process.env.VANTHU_TEST_REDIS_URL || redisFolder()) return true
  const sentence =
    'No Redis to test with: run `npm run services -- --install`, or set VANTHU_TEST_REDIS_URL.'
  if (process.env.CI) throw new Error(sentence)
  console.warn(`SKIPPED: ${sentence}`)
  return false
}

/**
 * Starts a server, on this port where one is given, or names the one that is there. `settings` are options of
 * redis-server, such as --maxmemory-policy.
 */
export async function startRedis(
  settings: readonly string[] = [],
  wantedPort?: number,
): Promise<TestRedis> {
  const given = process.env.VANTHU_TEST_REDIS_URL
  if (given && settings.length === 0)
    return {
      url: given,
      isOwn: false,
      restart: () => Promise.reject(new Error('Only a server of our own can be restarted.')),
      stop: async () => {},
    }
  const folder = redisFolder()
  if (!folder) throw new Error('There is no Redis on this machine.')
  const port = await freePort(wantedPort)
  const url = `redis://127.0.0.1:${port}/0`
  const start = async (): Promise<ChildProcess> => {
    const server = spawn(
      join(folder, 'redis-server'),
      [
        ...['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
        ...settings,
      ],
      { stdio: 'ignore' },
    )
    await redisAnswers(url, server)
    return server
  }
  let server = await start()
  const kill = () => void server.kill('SIGKILL')
  const forget = atTheEnd(kill)
  const end = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const gone = once(server, 'exit')
    kill()
    await gone
  }
  return {
    url,
    isOwn: true,
    async restart(whileDown = async () => {}) {
      await end()
      await whileDown()
      server = await start()
    },
    async stop() {
      await end()
      forget()
    },
  }
}

/** Waits until the server answers. Throws where its process ends, or when it takes too long. */
export async function redisAnswers(url: string, server: ChildProcess): Promise<void> {
  const endAt = performance.now() + startTimeoutMs
  for (;;) {
    if (server.exitCode !== null) throw new Error(`Redis ended with ${server.exitCode}.`)
    const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.ping()
      return
    } catch (error) {
      if (performance.now() > endAt) throw error
      await wait(50)
    } finally {
      client.disconnect()
    }
  }
}
