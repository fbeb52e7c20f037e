// What the use-cases work with. Each takes this first; `create-app.ts` makes the only one.
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Log } from '../log.ts'
import type { DocumentRow } from '../model.ts'
import type { Reader } from '../parse/reader.ts'
import type { BlobStore } from '../ports/blobs.ts'
import type { Queue } from '../ports/queue.ts'
import type { Store } from '../ports/store.ts'
import type { Metrics } from './metrics.ts'
import type { Notices } from './notices.ts'

export type Context = {
  readonly store: Store
  readonly blobs: BlobStore
  readonly queue: Queue
  readonly reader: Reader
  /** Loaded when first asked for: commands that only look things up do not wait for it. */
  lexicon(): Lexicon
  readonly log: Log
  readonly metrics: Metrics
  readonly notices: Notices
  /** Told of every document that reached its end state in this process. */
  onFinished(row: DocumentRow): void
}
