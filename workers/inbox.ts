#!/usr/bin/env node
// Watches the inbox folder and takes in what comes. Where the queue is local it reads the documents as well, since no other
// process could.
import { watchInbox } from '../src/app/watch-inbox.ts'
import { startWorker } from '../src/cli/start-worker.ts'

await startWorker('inbox', async (app, config, log) => {
  if (app.hasOwnQueue) app.startWorkers()
  return watchInbox({ folder: config.inbox, ingest: app.ingest, log })
})
