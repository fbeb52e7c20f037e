// The port of kept searches: which documents they were told of, and what is still to be told. Part of the store.
//
// A document whose record or source changes is noted in the transaction that changes it, while any search has a webhook. Whoever
// looks at the notes asks which searches those documents match, and settles them: each pair of search and document is kept once, so
// that nothing is told twice, whatever is read again.
import type { Delivery, SavedSearch } from '../model/saved.ts'
import type { StoreQuery } from './search.ts'

/** A document that changed; `mark` tells this change from later ones of it. */
export type ChangedDocument = { id: string; mark: string }

/** A try that is under way. */
export type StartedDelivery = {
  delivery: Delivery
  /** Number of this try: what an earlier one says of its end is not heard. */
  lease: number
  search: SavedSearch
  secret: string
  /** Documents that it tells of; those forgotten since are not among them. */
  documentIds: string[]
}

/** How a try ended. */
export type DeliveryEnd = {
  state: Delivery['state']
  /** Until the next try, where the state is "waiting". */
  waitMs: number
  status: number | null
  reason: string | null
}

export type SavedStore = {
  /** Keeps a search; with a secret where it has a webhook, which is told of nothing until `beginSaved`. */
  addSaved(saved: SavedSearch, secret: string | null): Promise<void>
  /** By name. */
  savedSearches(): Promise<SavedSearch[]>
  savedSearch(id: string): Promise<SavedSearch | null>
  /** Removes a search with its deliveries. Null where there is none. */
  removeSaved(id: string): Promise<SavedSearch | null>
  /** Those with a webhook: `begun` are told of what changes, of the others it must be said first what matches already. */
  savedWithWebhook(): Promise<{ begun: SavedSearch[]; notBegun: SavedSearch[] }>
  /** These match already and are never told. */
  beginSaved(id: string, matching: readonly string[]): Promise<void>

  /** Documents that match (whole words, every copy by itself), the latest changed first; only of these where `among` is given. */
  matching(
    query: StoreQuery,
    options: { among?: readonly string[] | undefined; limit: number },
  ): Promise<Array<{ id: string; changedAt: string }>>

  changedDocuments(limit: number): Promise<ChangedDocument[]>
  /** Makes a delivery of what each search was not told yet, and takes the notes away; one that changed since stays. */
  settleChanged(
    changed: readonly ChangedDocument[],
    matches: ReadonlyArray<{ savedId: string; deliveryId: string; documentIds: readonly string[] }>,
  ): Promise<void>

  /**
   * Deliveries that may be tried now: the one of each search that waits longest, then the next of each, so that a webhook that takes
   * nothing for days keeps no other waiting.
   */
  deliveriesDue(limit: number): Promise<Array<{ id: string; savedId: string }>>
  /** Begins a try and counts it; null where it is not due, is under way, or its search is gone. */
  startDelivery(id: string, leaseMs: number): Promise<StartedDelivery | null>
  /** False where the try is no longer the latest. */
  endDelivery(id: string, lease: number, end: DeliveryEnd): Promise<boolean>
  /** The latest first. */
  deliveriesOf(savedId: string, limit: number): Promise<Delivery[]>
  /** Removes deliveries that ended and were made before an instant. */
  dropDeliveries(before: string): Promise<void>
}
