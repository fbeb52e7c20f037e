// A Redis server for tests: the one of VANTHU_TEST_REDIS_URL, else one of our own from the program on PATH, without a file
// on the disk, on a free port of this machine, gone after the tests.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { Redis } from 'ioredis'

export type TestRedis = {
  url: string
  /** Whether the server is our own: only then can it be restarted. */
  isOwn: boolean
  /** Kills the server, its jobs with it, and starts it again after `whileDown`. */
  restart(whileDown?: () => Promise<void>): Promise<void>
  stop(): Promise<void>
}

const startTimeoutMs = 10_000

/** Whether there is a server to test with. Where there is none, says so on stderr; in CI that is an error. */
export function hasRedis(): boolean {
  if (process.env.VANTHU_TEST_REDIS_URL) return true
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    const sentence = 'No Redis to test with: set VANTHU_TEST_REDIS_URL or install redis-server.'
    if (process.env.CI) throw new Error(sentence)
    console.warn(`SKIPPED: ${sentence}`)
    return false
  }
}

/** Starts a server, or names the one that is there. `settings` are options of redis-server, such as --maxmemory-policy. */
export async function startRedis(settings: readonly string[] = []): Promise<TestRedis> {
  const given = process.env.VANTHU_TEST_REDIS_URL
  if (given && settings.length === 0)
    return {
      url: given,
      isOwn: false,
      restart: () => Promise.reject(new Error('Only a server of our own can be restarted.')),
      stop: async () => {},
    }
  const port = await freePort()
  const url = `redis://127.0.0.1:${port}/0`
  const start = async (): Promise<ChildProcess> => {
    const server = spawn(
      'redis-server',
      [
        ...['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
        ...settings,
      ],
      { stdio: 'ignore' },
    )
    await answering(url)
    return server
  }
  let server = await start()
  const kill = () => server.kill('SIGKILL')
  process.on('exit', kill)
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
      process.off('exit', kill)
    },
  }
}

async function answering(url: string): Promise<void> {
  const endAt = performance.now() + startTimeoutMs
  for (;;) {
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

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (typeof address !== 'object' || !address) throw new Error('no port')
  return address.port
}
