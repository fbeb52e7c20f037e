// Kept searches: made, listed, removed; the newest documents of one, for feeds; webhooks told of new ones.
import { randomBytes } from 'node:crypto'
import { messageOf, UserError } from '../../errors.ts'
import type { Delivery, SavedQuery, SavedSearch } from '../../model/saved.ts'
import type { DocumentRow, VanthuRecord } from '../../model.ts'
import { storeQueryOf } from '../search/search.ts'
import type { SavedContext } from './context.ts'
import { deliverDue } from './deliver.ts'
import { begin, lookAtChanges } from './look-at-changes.ts'
import { readSavedInput } from './saved-input.ts'

export type SavedDetails = SavedSearch & {
  /** The latest deliveries, the latest first. */
  deliveries: Delivery[]
}

export type NewestDocument = { row: DocumentRow; record: VanthuRecord }

export type SavedApp = {
  /** By name. */
  list(): Promise<SavedDetails[]>
  get(id: string): Promise<SavedDetails | null>
  /**
   * Keeps a search; `input` is checked here. The secret of its webhook is told this once. Throws UserError that names what is
   * wrong.
   */
  add(input: unknown): Promise<{ saved: SavedDetails; secret: string | null }>
  /** Null where there is none. */
  remove(id: string): Promise<SavedSearch | null>
  /** Documents that match, the latest changed first. Throws UserError for a province that is none. */
  newest(query: SavedQuery, limit: number): Promise<NewestDocument[]>
  /** Looks at what changed and sends what is due; told to others by itself every minute. */
  run(): Promise<void>
}

const shownDeliveries = 20
/** More would make every change of a document dear. */
const mostSaved = 500
const keptDays = 30

export function createSaved(context: SavedContext): SavedApp & { stop(): Promise<void> } {
  const { store, config } = context
  const stopping = new AbortController()
  let running: Promise<void> | undefined
  const withDeliveries = async (saved: SavedSearch): Promise<SavedDetails> => ({
    ...saved,
    deliveries: await store.deliveriesOf(saved.id, shownDeliveries),
  })
  const run = async () => {
    try {
      await lookAtChanges(context, stopping.signal)
    } finally {
      // What is due already does not wait for a search that cannot be answered.
      await deliverDue(context, stopping.signal)
    }
    await store.dropDeliveries(new Date(Date.now() - keptDays * 86_400_000).toISOString())
  }
  return {
    list: async () => Promise.all((await store.savedSearches()).map(withDeliveries)),

    async get(id) {
      const saved = await store.savedSearch(id)
      return saved && withDeliveries(saved)
    },

    async add(input) {
      const { name, query, who, webhook } = readSavedInput(input, config.webhookHosts)
      storeQueryOf(context, query)
      if ((await store.savedSearches()).length >= mostSaved)
        throw new UserError(`There are ${mostSaved} saved searches already: remove one first.`)
      const saved = {
        ...{ id: randomBytes(8).toString('hex'), name, query, who },
        createdAt: new Date().toISOString(),
        webhookUrl: webhook?.url ?? null,
      }
      await store.addSaved(saved, webhook?.secret ?? null)
      if (webhook)
        await begin(context, saved).catch(async (error: unknown) => {
          // Its secret would never be told.
          await store.removeSaved(saved.id)
          throw error
        })
      return { saved: { ...saved, deliveries: [] }, secret: webhook?.secret ?? null }
    },

    remove: (id) => store.removeSaved(id),

    async newest(query, limit) {
      const documents: NewestDocument[] = []
      for (const { id } of await store.matching(storeQueryOf(context, query), { limit })) {
        const [row, record] = [await store.getDocument(id), await store.getRecord(id)]
        if (row && record) documents.push({ row, record })
      }
      return documents
    },

    run() {
      running ??= run().finally(() => {
        running = undefined
      })
      return running
    },

    async stop() {
      stopping.abort()
      await running?.catch(() => undefined)
    },
  }
}

/** Has it run every minute, in one of the processes that do so. */
export function startSaved({ queue, log }: SavedContext, saved: Pick<SavedApp, 'run'>): void {
  const tick = () =>
    saved
      .run()
      .catch((error: unknown) =>
        log.error('saved searches could not be told', { message: messageOf(error) }),
      )
  // Once now: what a killed process left.
  void tick()
  queue
    .every('saved', '* * * * *', tick)
    .catch((error: unknown) =>
      log.error('the clock of saved searches does not run', { message: messageOf(error) }),
    )
}
