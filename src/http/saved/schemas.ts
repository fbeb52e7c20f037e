// What the API takes and gives about kept searches, as zod schemas.
import { z } from 'zod'
import type { SavedDetails } from '../../app/saved/saved.ts'
import { savedNameSchema, webhookSchema } from '../../app/saved/saved-input.ts'
import { type Delivery, deliveryStates } from '../../model/saved.ts'
import { writeSavedQuery } from './saved-query.ts'

const instant = z.string().describe('ISO 8601, UTC.')

const deliverySchema = z.object({
  id: z.string().describe('The webhook-id of each of its tries.'),
  savedId: z.string(),
  createdAt: instant,
  state: z
    .enum(deliveryStates)
    .describe('"failed": the last try was in vain, and no other will be made.'),
  tries: z.int(),
  lastTryAt: z.string().nullable(),
  nextTryAt: z.string().nullable().describe('Null where no try is to come.'),
  status: z.int().nullable().describe('HTTP status of the last answer.'),
  reason: z.string().nullable().describe('Why the last try failed.'),
}) satisfies z.ZodType<Delivery>

export const savedSchema = z.object({
  id: z.string(),
  name: z.string(),
  query: z.string().describe('As it stands in addresses: "q=hội+nghị&year=2023".'),
  who: z.string().describe('Who made it; empty where nobody said.'),
  createdAt: instant,
  feed: z.string().describe('Path of its Atom feed.'),
  webhook: z.object({ url: z.string() }).nullable(),
  deliveries: z.array(deliverySchema).describe('The latest twenty, the latest first.'),
})
export type SavedBody = z.infer<typeof savedSchema>

export const savedListSchema = z.object({ saved: z.array(savedSchema) })

export const newSavedSchema = savedSchema.extend({
  secret: z
    .string()
    .nullable()
    .describe('Of the webhook, to check signatures by. It is never shown again.'),
})

/** What makes one. */
export const savedInputSchema = z.strictObject({
  name: savedNameSchema,
  query: z
    .string('must be text')
    .max(20_000, 'is too long')
    .default('')
    .describe(
      'As the parameters of /api/search: "q=hội+nghị&year=2023". Empty: all documents. limit, cursor and copies are dropped.',
    ),
  who: z.string().optional().describe('Whom it is by, where there are no accounts.'),
  webhook: webhookSchema.nullish().describe('Where new documents that match are told.'),
})

/** A kept search as the API gives it. */
export const savedBodyOf = ({ query, webhookUrl, ...saved }: SavedDetails): SavedBody => ({
  ...saved,
  query: writeSavedQuery(query),
  feed: `/saved/${saved.id}/feed`,
  webhook: webhookUrl === null ? null : { url: webhookUrl },
})
