// A PostgreSQL server for tests: the one of VANTHU_TEST_POSTGRES_URL, else one of our own from the programs of this machine
// (PATH, Debian, Homebrew), in a temporary folder on a free port, gone after the tests.
import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { atTheEnd } from './at-the-end.ts'
import { folderOf, freePort } from './programs.ts'

export type TestPostgres = {
  /** Address of a role that may do everything. */
  url: string
  /** Whether the server is our own: only then can it be restarted. */
  isOwn: boolean
  /** Stops the server as in a crash, and starts it again after `whileDown`. */
  restart(whileDown?: () => Promise<void>): Promise<void>
  stop(): Promise<void>
}

const startTimeoutMs = 120_000

/** Folder of PostgreSQL's programs; null where none is installed. */
export const postgresFolder = (): string | null =>
  folderOf(['initdb', 'postgres'], {
    // Debian keeps them off PATH.
    versions: ['/usr/lib/postgresql/*'],
    formula: 'postgresql*',
  })

/**
 * Whether there is a server to test with. Where there is none, says so on stderr, so that skipped tests are seen; in CI
 * that is an error.
 */
export function hasPostgres(): boolean {
  if (process.env.VANTHU_TEST_POSTGRES_URL || postgresFolder()) return true
  const sentence =
    'No PostgreSQL to test with: run `npm run services -- --install`, or set VANTHU_TEST_POSTGRES_URL.'
  if (process.env.CI) throw new Error(sentence)
  console.warn(`SKIPPED: ${sentence}`)
  return false
}

/** Starts a server, on this port where one is given, or names the one that is there. */
export async function startPostgres(wantedPort?: number): Promise<TestPostgres> {
  const given = process.env.VANTHU_TEST_POSTGRES_URL
  if (given)
    return {
      url: given,
      isOwn: false,
      restart: () => Promise.reject(new Error('Only a server of our own can be restarted.')),
      stop: async () => {},
    }
  const bin = postgresFolder()
  if (!bin) throw new Error('There is no PostgreSQL on this machine.')
  const port = await freePort(wantedPort)
  const owner = serverUser()
  const folder = await mkdtemp(join(tmpdir(), 'vanthu-postgres-'))
  if (owner) await chown(folder, owner.uid, owner.gid)
  const password = 'only-for-tests'
  const passwordFile = join(folder, 'password')
  await writeFile(passwordFile, password)
  if (owner) await chown(passwordFile, owner.uid, owner.gid)
  await chmod(passwordFile, 0o600)
  const data = join(folder, 'data')
  /** Nothing is left of a server that does not start. */
  const discard = async (error: unknown): Promise<never> => {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
  await promisify(execFile)(
    join(bin, 'initdb'),
    [
      ...['-D', data, '-U', 'vanthu', '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
      ...['--encoding', 'UTF8', '--locale', 'C', '--no-sync'],
    ],
    { ...owner, cwd: folder, timeout: startTimeoutMs },
  ).catch(discard)
  const url = `postgres://vanthu:${password}@127.0.0.1:${port}/postgres`
  const start = async (): Promise<ChildProcess> => {
    const server = spawn(
      join(bin, 'postgres'),
      [
        ...['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1'],
        ...['-c', 'unix_socket_directories=', '-c', 'max_connections=200'],
        ...['-c', 'fsync=off', '-c', 'full_page_writes=off'],
      ],
      { ...owner, cwd: folder, stdio: 'ignore' },
    )
    await postgresAnswers(url, server).catch((error: unknown) => {
      server.kill('SIGKILL')
      throw error
    })
    return server
  }
  let server = await start().catch(discard)
  // SIGQUIT is PostgreSQL's stop without tidying up.
  const kill = () => void server.kill('SIGQUIT')
  const crash = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const gone = once(server, 'exit')
    kill()
    await gone
  }
  const forget = atTheEnd(kill)
  return {
    url,
    isOwn: true,
    async restart(whileDown = async () => {}) {
      await crash()
      await whileDown()
      server = await start()
    },
    async stop() {
      await crash()
      forget()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** PostgreSQL refuses to run as root: then it runs as the user of its package. */
function serverUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null
  const idOf = (option: string) =>
    Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }))
  return { uid: idOf('-u'), gid: idOf('-g') }
}

/** Waits until the server answers. Throws where its process ends, or when it takes too long. */
export async function postgresAnswers(url: string, server: ChildProcess): Promise<void> {
  const endAt = performance.now() + startTimeoutMs
  for (;;) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended with ${server.exitCode}.`)
    const client = new Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      // Not yet.
      if (performance.now() > endAt) throw error
      await wait(50)
    }
  }
}
