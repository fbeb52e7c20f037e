#!/usr/bin/env node
// Crawls the sources when they are due. Where the queue is local it reads the documents as well, since no other process could.
import { startWorker } from '../src/cli/start-worker.ts'
import { jobKinds } from '../src/model.ts'

await startWorker('crawl', async (app) => {
  app.startWorkers(app.hasOwnQueue ? jobKinds : ['crawl'])
  return undefined
})
