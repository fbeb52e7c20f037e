// A watched inbox over a real store and real blobs in a folder of the running test; nothing is parsed.
import { createHash } from 'node:crypto'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { openFolderBlobs } from '../../src/adapters/blobs/folder-blobs.ts'
import { createLocalQueue } from '../../src/adapters/queues/local-queue.ts'
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts'
import type { Context } from '../../src/app/context.ts'
import { type Inbox, type InboxOptions, watchInbox } from '../../src/app/inbox/watch-inbox.ts'
import { ingest } from '../../src/app/ingest.ts'
import { createNotices, type Notices } from '../../src/app/notices.ts'
import { createLog } from '../../src/log.ts'
import type { BlobStore } from '../../src/ports/blobs.ts'
import type { Store } from '../../src/ports/store.ts'
import { temporaryFolder } from './temporary-folder.ts'

export type TestInbox = {
  /** The folder of the test: inbox, blobs, database. */
  base: string
  folder: string
  store: Store
  blobs: BlobStore
  inbox: Inbox
  notices: Notices
  log: string[]
  /** "place: first digits of the hash" of every source in the archive, in order. */
  sources(): Promise<string[]>
  /** Paths of all that lies in the inbox, in order; of shelves without their date. */
  files(): Promise<string[]>
  /** Codes of the notices that stand. */
  told(): Promise<string[]>
}

type Options = Partial<InboxOptions> & {
  base?: string
  openStore?: (base: string) => Promise<Store> | Store
  openBlobs?: (base: string) => Promise<BlobStore>
}

/** Long enough that a test which waits for it has failed. */
export const never = 3_600_000

/** Starts watching `base`/inbox; twice on the same base is the same archive after a restart. Closed after the test. */
export async function openInbox(options: Options = {}): Promise<TestInbox> {
  const { base = await temporaryFolder(), openStore, openBlobs, ...rest } = options
  const folder = rest.folder ?? join(base, 'inbox')
  if (!rest.folder && !rest.marker) await mkdir(folder, { recursive: true })
  const store = rest.store ?? (await (openStore ?? defaultStore)(base))
  const blobs = await (openBlobs ?? defaultBlobs)(base)
  const lines: string[] = []
  const log = createLog({ level: 'info', pretty: false, write: (line) => lines.push(line) })
  const context = { store, blobs, queue: createLocalQueue(), log } as unknown as Context
  const notices = rest.notices ?? createNotices(store, log)
  const inbox = await watchInbox({
    folder,
    after: 'move',
    maxBytes: 1_000_000,
    patience: { quietMs: 40, unknownMs: 120, incompleteMs: never },
    everyMs: never,
    pauseMs: 50,
    events: false,
    ingest: (input) => ingest(context, input, rest.maxBytes ?? 1_000_000),
    ...rest,
    store,
    notices,
    log,
  })
  let closed = false
  const close = async () => {
    if (closed) return
    closed = true
    await inbox.close()
    await store.close()
  }
  onTestFinished(close)
  return {
    ...{ base, folder, store, blobs, notices, log: lines },
    inbox: { scan: inbox.scan, close },
    sources: () => sourcesOf(store),
    files: () => filesIn(folder),
    told: async () => (await notices.all()).map(({ code }) => code),
  }
}

const defaultStore = (base: string) => openSqliteStore(join(base, 'vanthu.db'))
const defaultBlobs = (base: string) => openFolderBlobs(join(base, 'blobs'))

export async function sourcesOf(store: Store): Promise<string[]> {
  const found: string[] = []
  for (const id of await store.idsAfter('', 100_000))
    for (const { place } of await store.sourcesOf(id)) found.push(`${place}: ${id.slice(0, 8)}`)
  return found.sort()
}

/** What `sources` says of a place with these bytes. */
export const source = (place: string, bytes: string | Uint8Array): string =>
  `${place}: ${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}`

export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replace(/^(\.(?:done|failed))\/\d{4}-\d\d-\d\d\//, '$1/'))
    .sort()
}

/** Waits until `look` gives this. */
export async function eventually<T>(look: () => Promise<T> | T, value: T, ms = 5_000) {
  await expect.poll(look, { timeout: ms, interval: 15 }).toEqual(value)
}

/** Waits for several rounds of the inbox, in which something would have happened. */
export const aWhile = (ms = 500): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
