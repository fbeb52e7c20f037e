import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRedisQueue } from '../../src/adapters/queues/redis-queue.ts'
import { TransientError, UserError } from '../../src/errors.ts'
import { runQueueContract } from '../contracts/queue.case.ts'
import { hasRedis, startRedis, type TestRedis } from '../support/redis.ts'

describe.runIf(hasRedis())('queue on Redis', () => {
  let redis: TestRedis
  beforeAll(async () => {
    redis = await startRedis()
  })
  afterAll(() => redis.stop())
  const open = (onError: (error: Error) => void = () => {}) =>
    openRedisQueue(`${redis.url}?prefix=${randomUUID()}`, onError)

  runQueueContract({ name: 'queue on Redis', create: () => open() })

  test('a job added by one process is run by another, and once in all', async () => {
    const url = `${redis.url}?prefix=${randomUUID()}`
    const [here, there] = [await openRedisQueue(url, () => {}), await openRedisQueue(url, () => {})]
    const ran: string[] = []
    for (const queue of [here, there]) queue.work('parse', 2, async ({ id }) => void ran.push(id))
    await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        (i % 2 ? here : there).add({ kind: 'parse', id: `d${i % 20}` }),
      ),
    )
    await here.idle()
    expect(new Set(ran).size).toBe(20)
    await here.close()
    await there.close()
  })

  test('the clock of several processes ticks once for all, also after one of them began anew', async () => {
    const url = `${redis.url}?prefix=${randomUUID()}`
    const ticks: number[] = []
    const open = async () => {
      const queue = await openRedisQueue(url, () => {})
      await queue.every('clock', '* * * * * *', async () => void ticks.push(Date.now()))
      return queue
    }
    const queues = [await open(), await open(), await open()]
    await wait(1_500)
    await queues.pop()?.close()
    queues.push(await open())
    await wait(3_000)
    for (const queue of queues) await queue.close()
    expect(ticks.length).toBeGreaterThanOrEqual(3)
    expect(new Set(ticks.map((at) => Math.floor(at / 1_000))).size).toBe(ticks.length)
  }, 30_000)

  test('adding fails at once while Redis is down, and workers go on when it is back', async () => {
    if (!redis.isOwn) return
    const queue = await open()
    const ran: string[] = []
    queue.work('parse', 1, async ({ id }) => void ran.push(id))
    await redis.restart(async () => {
      const startedAt = performance.now()
      await expect(queue.add({ kind: 'parse', id: 'a' })).rejects.toThrow(TransientError)
      expect(performance.now() - startedAt).toBeLessThan(3_000)
    })
    await expect
      .poll(() => queue.add({ kind: 'parse', id: 'b' }).then(() => 'added', String), {
        timeout: 15_000,
      })
      .toBe('added')
    await expect.poll(() => ran, { timeout: 20_000 }).toContain('b')
    await queue.close()
  }, 60_000)

  test('is closed while Redis is down as soon as what is under way is done', async () => {
    if (!redis.isOwn) return
    const queue = await open()
    const begun = Promise.withResolvers<void>()
    const letGo = Promise.withResolvers<void>()
    let isDone = false
    queue.work('parse', 1, async () => {
      begun.resolve()
      await letGo.promise
      isDone = true
    })
    await queue.add({ kind: 'parse', id: 'a' })
    await begun.promise
    await redis.restart(async () => {
      const closed = queue.close()
      expect(await Promise.race([closed, wait(5_000, 'waiting')])).toBe('waiting')
      letGo.resolve()
      const startedAt = performance.now()
      await closed
      expect(performance.now() - startedAt).toBeLessThan(10_000)
      expect(isDone).toBe(true)
    })
  }, 60_000)

  test.each([
    ['an address without a server', 'redis://127.0.0.1:1/0', /127\.0\.0\.1:1 cannot be used/],
    ['a password in it is not shown', 'redis://u:geheim@127.0.0.1:1/0', /^(?!.*geheim)/],
    ['no URL', 'redis:', /cannot be used|no URL/],
  ])('refuses %s', async (_, url, message) => {
    const error = await openRedisQueue(url, () => {}).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(UserError)
    expect((error as Error).message).toMatch(message)
  })

  test('refuses a server that throws jobs away when it is full', async () => {
    const forgetful = await startRedis(['--maxmemory', '50mb', '--maxmemory-policy', 'allkeys-lru'])
    await expect(openRedisQueue(forgetful.url, () => {})).rejects.toThrow(/allkeys-lru.*noeviction/)
    await forgetful.stop()
  })
})
