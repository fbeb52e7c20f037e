// Searches that are kept: what they ask for, who is told by which address of new documents that match, and what became of that.
import { z } from 'zod'

const values = z.array(z.string()).optional()

/** What a kept search asks for: words and values of facets, as in `SearchQuery`, without what is about showing hits. */
export const savedQuerySchema = z.strictObject({
  q: z.string().optional(),
  province: values,
  provinceThen: values,
  official: values,
  org: values,
  type: values,
  issuer: values,
  year: values,
  schoolYear: values,
  source: values,
  language: values,
  state: values,
})
export type SavedQuery = z.infer<typeof savedQuerySchema>

export type SavedSearch = {
  id: string
  name: string
  query: SavedQuery
  /** Who made it; '' where nobody said. */
  who: string
  /** ISO 8601, UTC; so are all instants here. */
  createdAt: string
  /** Where new documents that match are told; null where nowhere. Its secret is never read out but to sign. */
  webhookUrl: string | null
}

export const deliveryStates = ['waiting', 'delivered', 'failed'] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** One message to a webhook, of documents that came to match. */
export type Delivery = {
  /** The same at each try. */
  id: string
  savedId: string
  createdAt: string
  state: DeliveryState
  tries: number
  lastTryAt: string | null
  /** Null where no try is to come. */
  nextTryAt: string | null
  /** HTTP status of the last answer; null where none came. */
  status: number | null
  /** Why the last try failed, in a sentence; null where none did. */
  reason: string | null
}
