#!/usr/bin/env node
// Watches the inbox folders and takes in what comes. Where the queue is local it reads the documents as well, since no other
// process could.
import { startWorker } from '../src/cli/start-worker.ts'

await startWorker('inbox', async (app) => {
  if (app.hasOwnQueue) app.startWorkers()
  return app.watchInbox()
})
