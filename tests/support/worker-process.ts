// A process with a real worker over a real store, whose reading of documents is harmful on demand: a document with "chết" in its
// name kills the process, one with "chậm" takes a second.
//
//   node worker-process.ts <URL of the store> <folder of the blobs> <lease in ms>
//   Works until nothing waits, then ends. stdout: one line of JSON for each document begun, and for all that is logged.
import { setTimeout as wait } from 'node:timers/promises'
import { openFolderBlobs } from '../../src/adapters/blobs/folder-blobs.ts'
import { createLocalQueue } from '../../src/adapters/queues/local-queue.ts'
import { createMetrics } from '../../src/app/metrics.ts'
import { recover, releaseGone } from '../../src/app/recover.ts'
import { runWorker } from '../../src/app/run-worker.ts'
import { createLog } from '../../src/log.ts'
import { documentJobs } from '../../src/model.ts'
import { openStore } from '../../src/open-adapters.ts'
import { lexicon, parsedOf } from './page.ts'

const [url = '', folder = '', leaseMs] = process.argv.slice(2)
const context = {
  store: await openStore(url),
  blobs: await openFolderBlobs(folder),
  queue: createLocalQueue(),
  reader: {
    async read({ name, isSuspect = false }: { name: string; isSuspect?: boolean | undefined }) {
      console.log(JSON.stringify({ message: 'begun', name, isSuspect }))
      if (name.includes('chết')) process.kill(process.pid, 'SIGKILL')
      if (name.includes('chậm')) await wait(1_000)
      return parsedOf(`Báo cáo ${name}`)
    },
    close: async () => {},
  },
  lexicon: () => lexicon,
  log: createLog({ level: 'info', pretty: false, write: (line) => process.stdout.write(line) }),
  metrics: createMetrics(),
  notices: { put: async () => {}, clear: async () => {}, all: async () => [] },
  onFinished() {},
}
await releaseGone(context)
runWorker(context, { kinds: documentJobs, parseConcurrency: 2, leaseMs: Number(leaseMs) })
await recover(context)
await context.queue.idle()
await context.store.close()
process.exit()
