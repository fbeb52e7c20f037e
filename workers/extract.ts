#!/usr/bin/env node
import { startWorker } from '../src/cli/start-worker.ts'
// Makes records of what was read, one at a time: start as many of these as there are cores to spare.
import { UserError } from '../src/errors.ts'

await startWorker('extract', async (app) => {
  if (app.hasOwnQueue)
    throw new UserError(
      'the queue is local: jobs would never come here. Set VANTHU_QUEUE_URL to redis://… or postgres://….',
    )
  app.startWorkers(['extract'])
  return undefined
})
