// Watches the inboxes of the configuration.
import type { Config } from '../../config.ts'
import { defaultLimits } from '../../parse/parser.ts'
import type { Context } from '../context.ts'
import { ingest } from '../ingest.ts'
import { type Inbox, watchInbox } from './watch-inbox.ts'

/** Where nothing says that a file is complete, it must be quiet for so much longer. */
const unknownTimes = 5

/** Starts watching every inbox; closing closes all. */
export async function watchInboxes(context: Context, config: Config): Promise<Inbox> {
  const quietMs = config.inboxQuietSeconds * 1000
  const { store, notices, log } = context
  const inboxes = await Promise.all(
    config.inbox.map((folder) =>
      watchInbox({
        ...{ folder, store, notices, log, after: config.inboxAfter, marker: config.inboxMarker },
        maxBytes: defaultLimits.inputBytes,
        patience: {
          quietMs,
          unknownMs: quietMs * unknownTimes,
          incompleteMs: config.inboxIncompleteMinutes * 60_000,
        },
        everyMs: config.inboxPollSeconds && config.inboxPollSeconds * 1000,
        ingest: (input) => ingest(context, input),
      }),
    ),
  )
  return {
    async scan() {
      const counts = await Promise.all(inboxes.map((inbox) => inbox.scan()))
      return counts.reduce((sum, count) => sum + count, 0)
    },
    async close() {
      await Promise.all(inboxes.map((inbox) => inbox.close()))
    },
  }
}
