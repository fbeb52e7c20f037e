// PostgreSQL and Redis for the tests, and for trying several processes by hand:
//
//   npm run services                                                     starts both, prints their addresses, until Ctrl+C
//   npm run services -- --postgres-port 5433 --redis-port 6380
//   npm run services -- --install                                        only sees to it that the programs are there,
//                                                                        with OpenStack Swift for the tests of S3 blobs
//                                                                        and Chromium for those of the pages
//
// Each comes from the first of: the server that VANTHU_TEST_POSTGRES_URL or VANTHU_TEST_REDIS_URL names, programs of this
// machine, Debian's package (as root), a container. Data is kept in a temporary place and gone afterwards.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { messageOf, reactTo, UserError } from '../../src/errors.ts'
import { chromiumProgram } from './chromium.ts'
import { postgresAnswers, postgresFolder, startPostgres } from './postgres.ts'
import { freePort } from './programs.ts'
import { redisAnswers, redisFolder, startRedis } from './redis.ts'
import { swiftFolder, swiftPackages } from './s3.ts'

type Running = { url: string; stop(): Promise<void> }

type Service = {
  name: string
  /** Its package in Debian. */
  debian: string
  variable: string
  hasProgram(): boolean
  start(port: number | undefined): Promise<Running>
  startContainer(port: number | undefined): Promise<Running>
}

const services: readonly [postgres: Service, redis: Service] = [
  {
    name: 'PostgreSQL',
    debian: 'postgresql',
    variable: 'VANTHU_TEST_POSTGRES_URL',
    hasProgram: () => postgresFolder() !== null,
    start: (port) => startPostgres(port),
    startContainer: (port) =>
      runContainer({
        options: ['--env', 'POSTGRES_USER=vanthu', '--env', 'POSTGRES_PASSWORD=only-for-tests'],
        image: 'postgres:15-bookworm',
        inner: 5432,
        port,
        urlAt: (outer) => `postgres://vanthu:only-for-tests@127.0.0.1:${outer}/vanthu`,
        answers: postgresAnswers,
      }),
  },
  {
    name: 'Redis',
    debian: 'redis-server',
    variable: 'VANTHU_TEST_REDIS_URL',
    hasProgram: () => redisFolder() !== null,
    start: (port) => startRedis([], port),
    startContainer: (port) =>
      runContainer({
        options: [],
        image: 'redis:7.2-bookworm',
        inner: 6379,
        port,
        urlAt: (outer) => `redis://127.0.0.1:${outer}/0`,
        answers: redisAnswers,
      }),
  },
]

const isThere = ({ variable, hasProgram }: Service) => !!process.env[variable] || hasProgram()

/** Sees to it that both can be started. Throws UserError where they cannot. */
function provide(): void {
  const missing = services.filter((service) => !isThere(service))
  if (missing.length === 0) return
  const names = missing.map(({ name }) => name).join(' and ')
  if (process.getuid?.() === 0 && succeeds('apt-get', ['--version'])) {
    say(`installing ${names} with apt-get`)
    apt('update')
    apt('install', '--yes', '--no-install-recommends', ...missing.map(({ debian }) => debian))
    const absent = missing.find((service) => !isThere(service))
    if (absent) throw new Error(`The package ${absent.debian} brought no ${absent.name}.`)
  } else if (succeeds('docker', ['info'])) say(`${names}: from a container, while this runs`)
  else
    throw new UserError(
      `${names} cannot be had here: install ${missing.length === 1 ? 'it' : 'them'}, start Docker, or name running servers in ${missing.map(({ variable }) => variable).join(' and ')}.`,
    )
}

/** Sees to it, where it can, that the tests of the pages find a browser. */
function provideChromium(): void {
  if (chromiumProgram()) return
  if (process.getuid?.() !== 0 || !succeeds('apt-get', ['--version'])) {
    say('no Chromium here: tests of the pages are skipped, but with VANTHU_TEST_CHROMIUM')
    return
  }
  say('installing Chromium with apt-get')
  apt('update')
  apt('install', '--yes', '--no-install-recommends', 'chromium')
  if (!chromiumProgram()) throw new Error('The package chromium brought no browser.')
}

/** Sees to it, where it can, that the tests of blobs on S3-compatible storage find OpenStack Swift. */
function provideSwift(): void {
  if (process.env.VANTHU_TEST_S3_URL || swiftFolder()) return
  if (process.getuid?.() !== 0 || !succeeds('apt-get', ['--version'])) {
    say('no OpenStack Swift here: tests of S3 blobs are skipped, but with VANTHU_TEST_S3_URL')
    return
  }
  say('installing OpenStack Swift with apt-get')
  apt('update')
  apt('install', '--yes', '--no-install-recommends', ...swiftPackages)
  if (!swiftFolder()) throw new Error(`${swiftPackages.join(', ')} brought no OpenStack Swift.`)
}

const succeeds = (program: string, args: string[]) =>
  spawnSync(program, args, { stdio: 'ignore' }).status === 0

/** Runs apt-get, its words on stderr. Throws UserError where it fails. */
function apt(command: string, ...args: string[]): void {
  const settings = ['-q', '-o', 'Acquire::Retries=3', '-o', 'DPkg::Lock::Timeout=120']
  const { status } = spawnSync('apt-get', [...settings, command, ...args], {
    stdio: ['ignore', process.stderr, process.stderr],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (status !== 0)
    throw new UserError(`apt-get ${command} failed (see above); install the packages by hand.`)
}

type Container = {
  options: readonly string[]
  image: string
  /** Port in the container; `port` is the one of this machine, undefined for any. */
  inner: number
  port: number | undefined
  urlAt(port: number): string
  answers(url: string, client: ChildProcess): Promise<void>
}

/** Starts a container that lives as long as its `docker run`. The first start may have to fetch the image. */
async function runContainer(container: Container): Promise<Running> {
  const { options, image, inner } = container
  const pulled = spawnSync('docker', ['pull', '--quiet', image], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (pulled.status !== 0) throw new UserError(`The image ${image} cannot be fetched (see above).`)
  const port = await freePort(container.port)
  const client = spawn(
    'docker',
    ['run', '--rm', '--publish', `127.0.0.1:${port}:${inner}`, ...options, image],
    { stdio: 'ignore' },
  )
  const url = container.urlAt(port)
  await container.answers(url, client)
  return {
    url,
    async stop() {
      if (client.exitCode !== null || client.signalCode !== null) return
      const gone = once(client, 'exit')
      client.kill('SIGINT')
      await gone
    },
  }
}

function portOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  if (port >= 1 && port <= 65_535) return port
  throw new UserError(`"${text}" is no port; ports are whole numbers from 1 to 65535.`)
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        install: { type: 'boolean', default: false },
        'postgres-port': { type: 'string' },
        'redis-port': { type: 'string' },
      },
    }).values
  } catch (error) {
    throw new UserError(messageOf(error), { cause: error })
  }
}

const say = (line: string) => process.stderr.write(`services: ${line}\n`)

async function run(): Promise<void> {
  const { install, ...options } = readOptions()
  const ports = [portOf(options['postgres-port']), portOf(options['redis-port'])]
  provide()
  if (install) {
    provideSwift()
    provideChromium()
    say('PostgreSQL and Redis are there')
    return
  }
  const running: Running[] = []
  const end = async () => {
    for (const { stop } of running.splice(0)) await stop()
  }
  process.on('SIGINT', () => void end()).on('SIGTERM', () => void end())
  try {
    for (const [i, service] of services.entries())
      running.push(await (isThere(service) ? service.start : service.startContainer)(ports[i]))
  } catch (error) {
    await end()
    throw error
  }
  const [store, queue] = running.map(({ url }) => url)
  process.stdout.write(`# for vanthu and its workers
export VANTHU_STORE_URL='${store}'
export VANTHU_QUEUE_URL='${queue}'
# for the tests, which start servers of their own otherwise
VANTHU_TEST_POSTGRES_URL='${store}' VANTHU_TEST_REDIS_URL='${queue}' npm test
`)
  say(
    services.every(({ variable }) => process.env[variable])
      ? 'both were given; nothing was started'
      : 'Ctrl+C ends what was started and drops its data',
  )
}

try {
  await run()
} catch (error) {
  say(messageOf(error))
  process.exit(reactTo(error).exitStatus)
}
