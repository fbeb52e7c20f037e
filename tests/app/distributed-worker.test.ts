import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe } from 'vitest'
import { openPostgresStore } from '../../src/adapters/postgres/store.ts'
import { openRedisQueue } from '../../src/adapters/queues/redis-queue.ts'
import { runWorkerContract } from '../contracts/worker.case.ts'
import { hasPostgres } from '../support/postgres.ts'
import { hasRedis, startRedis, type TestRedis } from '../support/redis.ts'
import { usePostgres } from '../support/use-postgres.ts'

describe.skipIf(!hasPostgres() || !hasRedis())('on servers', () => {
  const { freshSchema } = usePostgres()
  let redis: TestRedis
  beforeAll(async () => {
    redis = await startRedis()
  })
  afterAll(() => redis.stop())

  runWorkerContract({
    name: 'PostgreSQL and BullMQ on Redis',
    async create() {
      const { url } = freshSchema()
      const queue = await openRedisQueue(`${redis.url}?prefix=${randomUUID()}`, () => {})
      return { store: await openPostgresStore(url), url, queue }
    },
  })
})
