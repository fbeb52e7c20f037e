// P6, P7: the server of a shared queue that is restarted, emptied, full, or set up so that it would lose jobs. The rows of the
// documents say what is next, so that nothing is lost with it.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { startRedis, type TestRedis } from '../support/redis.ts'
import {
  type Archive,
  engines,
  isLong,
  openArchive,
  patienceMs,
  until,
  useEngines,
} from './engines.ts'
import { holdReading, oneReader } from './held.ts'
import { documents, type Input } from './inputs.ts'
import { calmRun, expectWhole } from './oracle.ts'
import { onRedis } from './queue.ts'

const awayMs = isLong ? 30_000 : 2_000

describe.skipIf(!engines.includes('distributed'))(
  'distributed',
  {
    timeout: patienceMs * 2,
    // All of them wait for the minute after which all documents are rung for again.
    concurrent: true,
  },
  () => {
    const { servers } = useEngines()
    const own: TestRedis[] = []
    const folders: string[] = []
    afterAll(async () => {
      for (const redis of own) await redis.stop()
      for (const folder of folders) await rm(folder, { recursive: true, force: true })
    })
    /** A server of the test's own, and an archive that uses it. */
    async function openOwn(settings: readonly string[] = []) {
      const shared = servers()
      if (!shared) throw new Error('The servers are not there.')
      const redis = await startRedis(['--save', '', ...settings])
      own.push(redis)
      return { redis, archive: await openArchive('distributed', { ...shared, redis }, oneReader) }
    }
    const onDisk = async () => {
      const folder = await mkdtemp(join(tmpdir(), 'vanthu-redis-'))
      folders.push(folder)
      return ['--appendonly', 'yes', '--appendfsync', 'always', '--dir', folder]
    }
    const restart = (redis: TestRedis) => redis.restart(() => wait(awayMs))

    test.each<
      [
        what: string,
        settings: () => Promise<string[]>,
        fault: (redis: TestRedis, archive: Archive) => Promise<unknown>,
      ]
    >([
      ['restarted without a file of its own', async () => [], restart],
      ['restarted with all it had (AOF)', onDisk, restart],
      [
        'emptied (FLUSHALL)',
        async () => [],
        (_, archive) => onRedis(archive, (redis) => redis.flushall()),
      ],
    ])('P6: Redis %s in the middle of work: all is read', async (_, settings, fault) => {
      const inputs = documents(0, 12)
      const [first, next, ...others] = inputs as [Input, Input, ...Input[]]
      const { redis, archive } = await openOwn(await settings())
      await archive.start()
      const held = await holdReading(archive, first, next)
      await archive.drop(others.slice(0, 5))
      // The premise: jobs wait in Redis, and one is under way.
      await until('jobs wait', () =>
        onRedis(archive, async (client) => (await client.llen(waitingIn(archive.schema))) === 5),
      )
      await fault(redis, archive)
      held.letGo()
      await archive.drop(others.slice(5))
      await expectWhole(archive, inputs, await calmRun('distributed', servers(), inputs))
      expect(archive.log.filter(({ message }) => message.startsWith('failed'))).toEqual([])
    })

    test('P6: told to end while Redis is away, all end with 0 in time, and let go of what was under way', async () => {
      const inputs = documents(0, 4)
      const [first, next, ...others] = inputs as [Input, Input, ...Input[]]
      const { redis, archive } = await openOwn()
      await archive.start([...archive.roles, 'serve'])
      const { id } = await holdReading(archive, first, next)
      await redis.restart(async () => {
        const startedAt = performance.now()
        await archive.stop()
        expect(performance.now() - startedAt).toBeLessThan(30_000)
      })
      expect(await archive.store.getDocument(id)).toMatchObject({ attempts: 0, holder: null })
      await archive.start()
      await archive.drop(others)
      await expectWhole(archive, inputs, await calmRun('distributed', servers(), inputs))
    })

    test('P7: a Redis that would throw jobs away is refused by every process', async () => {
      const { archive } = await openOwn([
        '--maxmemory',
        '50mb',
        '--maxmemory-policy',
        'allkeys-lru',
      ])
      for (const role of archive.roles)
        await expect(archive.start([role])).rejects.toThrow(
          /ended with 2: .*maxmemory-policy allkeys-lru.*noeviction/s,
        )
    })

    test('P7: a Redis that is full: what comes is taken, it is said that nobody was rung for, and all is read later', async () => {
      const inputs = documents(0, 8)
      const { archive } = await openOwn()
      await archive.start(['inbox'])
      await onRedis(archive, (client) => client.config('SET', 'maxmemory', '1'))
      await archive.drop(inputs)
      await until('all are taken', async () => {
        return (await archive.store.countStates()).pending === inputs.length
      })
      const told = await until('it is said of all', () => {
        const lines = archive.log.filter(({ message }) => message.startsWith('a doorbell was not'))
        return lines.length >= inputs.length && lines
      })
      expect(told[0]?.reason).toMatch(/OOM/)
      // Nothing is there to be rung for until there is room.
      await onRedis(archive, (client) => client.config('SET', 'maxmemory', '0'))
      await archive.start()
      await expectWhole(archive, inputs, await calmRun('distributed', servers(), inputs))
    })
  },
)

/** The list of jobs that wait to be parsed. */
const waitingIn = (prefix: string) => `${prefix}:vanthu-parse:wait`
