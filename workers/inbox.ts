#!/usr/bin/env node
// The archive without the page: watches the inbox and reads what comes, until SIGTERM.
import { watchInbox } from '../src/app/watch-inbox.ts'
import { loadConfig } from '../src/config.ts'
import { createApp } from '../src/create-app.ts'
import { createLog } from '../src/log.ts'

const config = loadConfig({})
const log = createLog({ level: config.logLevel })
const app = await createApp(config, { log })
app.startWorkers()
const inbox = await watchInbox({ folder: config.inbox, ingest: app.ingest, log })
const stop = () => inbox.close().then(app.close)
process.once('SIGTERM', stop).once('SIGINT', stop)
