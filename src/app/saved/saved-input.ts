// What is asked for when a search is kept, by the API, the page and the command line.
//
//   { name: 'Chuyển đổi số', query: { q: 'chuyển đổi số', year: ['2026'] }, webhook: { url: 'https://example.vn/hook' } }
import { z } from 'zod'
import { createAddressGuard } from '../../crawl/address-guard.ts'
import { messageOf, UserError } from '../../errors.ts'
import { type SavedQuery, savedQuerySchema } from '../../model/saved.ts'
import { isSecret, newSecret } from './sign.ts'

export const savedNameSchema = z
  .string('must be text')
  .trim()
  .min(1, 'must not be empty')
  .max(200, 'must have at most 200 characters')
export const webhookSchema = z.strictObject({
  url: z.string('must be an address').trim().describe('http or https.'),
  secret: z
    .string()
    .refine(isSecret, 'must be "whsec_" and 24 to 64 bytes in base64')
    .optional()
    .describe('"whsec_" and 24 to 64 bytes in base64; one is made where none is given.'),
})

const inputSchema = z.strictObject({
  name: savedNameSchema,
  query: savedQuerySchema,
  who: z.string().trim().max(100, 'must have at most 100 characters').default(''),
  webhook: webhookSchema.nullish(),
})

export type CheckedSaved = {
  name: string
  query: SavedQuery
  who: string
  webhook: { url: string; secret: string } | null
}

/** Throws UserError that names every mistake. `allowedHosts`: hosts of webhooks that may be anywhere. */
export function readSavedInput(input: unknown, allowedHosts: readonly string[]): CheckedSaved {
  const read = inputSchema.safeParse(input)
  if (!read.success)
    throw new UserError(
      `The search cannot be kept: ${read.error.issues.map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`).join('; ')}.`,
    )
  const { name, query, who, webhook } = read.data
  if (!webhook) return { name, query, who, webhook: null }
  try {
    // What DNS says is looked at when it is asked.
    const url = createAddressGuard(allowedHosts).checkUrl(webhook.url)
    return { name, query, who, webhook: { url: url.href, secret: webhook.secret ?? newSecret() } }
  } catch (error) {
    throw new UserError(`webhook.url: ${messageOf(error)}`, { cause: error })
  }
}
