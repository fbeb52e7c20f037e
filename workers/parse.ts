#!/usr/bin/env node
import { startWorker } from '../src/cli/start-worker.ts'
// Reads documents: bytes to text, in child processes. VANTHU_PARSE_CONCURRENCY of them at once.
import { UserError } from '../src/errors.ts'

await startWorker('parse', async (app) => {
  if (app.hasOwnQueue)
    throw new UserError(
      'the queue is local: jobs would never come here. Set VANTHU_QUEUE_URL to redis://… or postgres://….',
    )
  app.startWorkers(['parse'])
  return undefined
})
