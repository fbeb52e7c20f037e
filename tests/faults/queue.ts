// What others do to the Redis of an archive.
import { Redis } from 'ioredis'
import type { Archive } from './engines.ts'

/** Runs `work` with a connection to the server of the archive's queue. */
export async function onRedis<T>(
  { environment }: Archive,
  work: (redis: Redis) => Promise<T>,
): Promise<T> {
  const url = new URL(environment.VANTHU_QUEUE_URL ?? '')
  url.search = ''
  const redis = new Redis(url.href)
  try {
    return await work(redis)
  } finally {
    redis.disconnect()
  }
}

/** Makes the shared queue lose all that it holds for the archive. */
export async function forgetJobs(archive: Archive): Promise<void> {
  await onRedis(archive, async (redis) => {
    const keys = await redis.keys(`${archive.schema}:*`)
    if (keys.length > 0) await redis.del(keys)
  })
}
