// S3-compatible storage for tests: the bucket of VANTHU_TEST_S3_URL (with AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY), else
// OpenStack Swift from Debian's packages swift-proxy, swift-account, swift-container and swift-object: four processes on
// free ports of this machine, their data in a temporary folder, gone after the tests.
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { folderOf, freePort } from './programs.ts'

export type TestS3 = {
  /** Address of a bucket that is there, as VANTHU_BLOBS_URL has it. */
  url: string
  /** Variables with the credentials of somebody who may do everything. */
  credentials: Credentials
  /** Credentials of somebody who is known and may do nothing. */
  stranger: Credentials
  /** Whether the server is our own: only then are parts of it restarted, and strangers known. */
  isOwn: boolean
  /** Kills a part and starts it again after `whileDown`: without "proxy" nobody answers, without "object" the answer is 503. */
  restart(part: Part, whileDown: () => Promise<void>): Promise<void>
  stop(): Promise<void>
}

type Credentials = { AWS_ACCESS_KEY_ID: string; AWS_SECRET_ACCESS_KEY: string }

const storage = ['account', 'container', 'object'] as const
const parts = [...storage, 'proxy'] as const
type Part = (typeof parts)[number]

const programs = [...parts.map((part) => `swift-${part}-server`), 'swift-ring-builder']
/** Four Pythons and nine calls of the ring builder, on a machine that may be busy with other tests. */
export const startTimeoutMs = 120_000
const bucket = 'vanthu-tests'
const credentials = { AWS_ACCESS_KEY_ID: 'tests:owner', AWS_SECRET_ACCESS_KEY: 'only-for-tests' }
const stranger = { AWS_ACCESS_KEY_ID: 'tests:stranger', AWS_SECRET_ACCESS_KEY: 'may-nothing' }

/** Debian's packages of them. */
export const swiftPackages = parts.map((part) => `swift-${part}`)

/** Folder of Swift's programs; null where not all are installed. */
export const swiftFolder = (): string | null => folderOf(programs, { formula: 'swift-proxy*' })

/** Whether there is storage to test with. Where there is none, says so on stderr; in CI that is an error. */
export function hasS3(): boolean {
  if (process.env.VANTHU_TEST_S3_URL || swiftFolder()) return true
  const sentence =
    'No S3-compatible storage to test with: run `npm run services -- --install`, or set VANTHU_TEST_S3_URL.'
  if (process.env.CI) throw new Error(sentence)
  console.warn(`SKIPPED: ${sentence}`)
  return false
}

/** Starts a server, or names the one that is there. */
export async function startS3(): Promise<TestS3> {
  const given = process.env.VANTHU_TEST_S3_URL
  if (given)
    return {
      url: given,
      credentials: {
        AWS_ACCESS_KEY_ID: process.env.AWS_ACCESS_KEY_ID ?? '',
        AWS_SECRET_ACCESS_KEY: process.env.AWS_SECRET_ACCESS_KEY ?? '',
      },
      stranger,
      isOwn: false,
      restart: () => Promise.reject(new Error('Only a server of our own can be restarted.')),
      stop: async () => {},
    }
  const bin = swiftFolder()
  if (!bin) throw new Error('There is no Swift on this machine.')
  const folder = await mkdtemp(join(tmpdir(), 'vanthu-swift-'))
  const ports = await layOut(bin, folder)
  const running = new Map<Part, ChildProcess>()
  const startPart = (part: Part) =>
    running.set(
      part,
      spawn(join(bin, `swift-${part}-server`), [join(folder, `${part}.conf`)], { stdio: 'ignore' }),
    )
  const endPart = async (part: Part) => {
    const server = running.get(part)
    if (!server || server.exitCode !== null || server.signalCode !== null) return
    const gone = once(server, 'exit')
    server.kill('SIGKILL')
    await gone
  }
  const endpoint = `http://127.0.0.1:${ports.proxy}`
  const answering = () => makeBucket(endpoint, [...running.values()])
  const kill = () => {
    for (const server of running.values()) server.kill('SIGKILL')
  }
  process.on('exit', kill)
  const stop = async () => {
    await Promise.all(parts.map(endPart))
    process.off('exit', kill)
    await rm(folder, { recursive: true, force: true })
  }
  try {
    for (const part of parts) startPart(part)
    await answering()
  } catch (error) {
    await stop()
    throw error
  }
  return {
    url: `s3://${bucket}?endpoint=${endpoint}&region=us-east-1`,
    credentials,
    stranger,
    isOwn: true,
    async restart(part, whileDown) {
      await endPart(part)
      try {
        await whileDown()
      } finally {
        startPart(part)
        await answering()
      }
    },
    stop,
  }
}

/** Writes what the four servers need into a folder: their settings, and the rings that say where accounts, containers and objects are. */
async function layOut(bin: string, folder: string): Promise<Record<Part, number>> {
  const ports = { account: 0, container: 0, object: 0, proxy: 0 }
  for (const part of parts) ports[part] = await freePort()
  await mkdir(join(folder, 'disks', 'disk'), { recursive: true })
  const write = (name: string, lines: string[]) => writeFile(join(folder, name), lines.join('\n'))
  const common = (part: Part) => [
    '[DEFAULT]',
    `swift_dir = ${folder}`,
    `user = ${userInfo().username}`,
    'bind_ip = 127.0.0.1',
    `bind_port = ${ports[part]}`,
    'workers = 0',
  ]
  await write('swift.conf', [
    '[swift-hash]',
    'swift_hash_path_prefix = tests',
    'swift_hash_path_suffix = tests',
  ])
  await write('proxy.conf', [
    ...common('proxy'),
    '[pipeline:main]',
    'pipeline = catch_errors gatekeeper cache listing_formats s3api tempauth proxy-server',
    '[app:proxy-server]',
    'use = egg:swift#proxy',
    'account_autocreate = true',
    // A part that was down is asked again as soon as it is back.
    'error_suppression_interval = 0',
    // It must be there; it finds no memcached, and must not find one of somebody else.
    '[filter:cache]',
    'use = egg:swift#memcache',
    'memcache_servers = 127.0.0.1:1',
    ...['catch_errors', 'gatekeeper', 'listing_formats', 's3api', 'tempauth'].flatMap((name) => [
      `[filter:${name}]`,
      `use = egg:swift#${name}`,
    ]),
    userLine(credentials, '.admin'),
    userLine(stranger, ''),
  ])
  await Promise.all(
    storage.map(async (part) => {
      await write(`${part}.conf`, [
        ...common(part),
        `devices = ${join(folder, 'disks')}`,
        'mount_check = false',
        '[pipeline:main]',
        `pipeline = ${part}-server`,
        `[app:${part}-server]`,
        `use = egg:swift#${part}`,
      ])
      for (const step of [
        ['create', '2', '1', '0'],
        ['add', `r1z1-127.0.0.1:${ports[part]}/disk`, '1'],
        ['rebalance'],
      ])
        await promisify(execFile)(
          join(bin, 'swift-ring-builder'),
          [join(folder, `${part}.builder`), ...step],
          { timeout: startTimeoutMs },
        )
    }),
  )
  return ports
}

const userLine = ({ AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY }: Credentials, rights: string) =>
  `user_${AWS_ACCESS_KEY_ID.replace(':', '_')} = ${AWS_SECRET_ACCESS_KEY} ${rights}`

/** Makes the bucket, with an object in it, as soon as the servers answer. Throws where one of them ends, or when it takes too long. */
async function makeBucket(endpoint: string, servers: ChildProcess[]): Promise<void> {
  const endAt = performance.now() + startTimeoutMs
  const client = new S3Client({
    endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    maxAttempts: 1,
    credentials: {
      accessKeyId: credentials.AWS_ACCESS_KEY_ID,
      secretAccessKey: credentials.AWS_SECRET_ACCESS_KEY,
    },
  })
  for (;;) {
    if (servers.some(({ exitCode }) => exitCode !== null)) throw new Error('Swift ended.')
    try {
      await client.send(new CreateBucketCommand({ Bucket: bucket })).catch((error: unknown) => {
        // There already, after a restart.
        if ((error as Error).name !== 'BucketAlreadyOwnedByYou') throw error
      })
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: 'ready', Body: 'ready' }))
      break
    } catch (error) {
      if (performance.now() > endAt) throw error
      await wait(100)
    }
  }
  client.destroy()
}
