// The queue on Redis: `redis://127.0.0.1:6379/0`, or `rediss://` for TLS; `?prefix=name` lets several archives share a server.
import { Queue as BullMqQueue, Worker as BullMqWorker } from 'bullmq'
import { Redis } from 'ioredis'
import { messageOf, UserError } from '../../errors.ts'
import type { Queue } from '../../ports/queue.ts'
import { createBullQueue } from './bull-queue.ts'

const connectTimeoutMs = 5_000
/** A worker asks for ever; waits between tries grow to this. */
const longestRetryMs = 5_000

/**
 * Opens the queue. Throws UserError where Redis cannot be reached, refuses us, or would throw jobs away when its memory is
 * full (`maxmemory-policy` must be `noeviction`).
 */
export async function openRedisQueue(url: string, onError: (error: Error) => void): Promise<Queue> {
  const { address, prefix } = partsOf(url)
  const retryStrategy = (times: number) => Math.min(longestRetryMs, 100 * 2 ** Math.min(times, 10))
  // A producer is told at once that Redis is down; a worker waits until it is back.
  const producer = new Redis(address, {
    lazyConnect: true,
    connectTimeout: connectTimeoutMs,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    retryStrategy,
  })
  producer.on('error', onError)
  try {
    await producer.connect()
    await refuseEviction(producer)
  } catch (error) {
    producer.disconnect()
    if (error instanceof UserError) throw error
    throw new UserError(
      `Redis at ${new URL(address).host} cannot be used: ${messageOf(error)}. Start it, or name another in VANTHU_QUEUE_URL.`,
      { cause: error },
    )
  }
  const consumer = producer.duplicate({ enableOfflineQueue: true, maxRetriesPerRequest: null })
  consumer.on('error', onError)
  return createBullQueue(
    {
      makeQueue: (name) =>
        new BullMqQueue(name, { connection: producer, prefix, skipWaitingForReady: true }),
      makeWorker: (name, run, options) =>
        new BullMqWorker(name, run, { connection: consumer, prefix, ...options }),
      async close() {
        producer.disconnect()
        consumer.disconnect()
      },
    },
    onError,
  )
}

function partsOf(url: string): { address: string; prefix: string } {
  try {
    const parsed = new URL(url)
    const prefix = parsed.searchParams.get('prefix') ?? 'vanthu'
    parsed.searchParams.delete('prefix')
    return { address: parsed.href, prefix }
  } catch {
    throw new UserError(
      'The URL of the queue is no URL; it should look like redis://127.0.0.1:6379/0.',
    )
  }
}

async function refuseEviction(redis: Redis): Promise<void> {
  const info = await redis.info('memory')
  const policy = /^maxmemory_policy:(\S+)/m.exec(info)?.[1]
  if (policy && policy !== 'noeviction')
    throw new UserError(
      `Redis throws data away when its memory is full (maxmemory-policy ${policy}), and jobs with it: set maxmemory-policy to noeviction.`,
    )
}
