// Messages to webhooks are signed as the Standard Webhooks specification says, so that its libraries can check them.
import { createHmac, randomBytes } from 'node:crypto'

const prefix = 'whsec_'
const leastBytes = 24
const mostBytes = 64

/** A secret that nobody knows yet. */
export const newSecret = (): string => `${prefix}${randomBytes(32).toString('base64')}`

/** Whether it is a secret of the specification: "whsec_" and 24 to 64 bytes in base64. */
export function isSecret(text: string): boolean {
  const coded = text.slice(prefix.length)
  if (!text.startsWith(prefix) || !/^[A-Za-z0-9+/]+={0,2}$/.test(coded)) return false
  const bytes = Buffer.from(coded, 'base64')
  return (
    bytes.toString('base64') === coded && bytes.length >= leastBytes && bytes.length <= mostBytes
  )
}

/** The three headers of a message; `at` in milliseconds since 1970. */
export function signedHeaders(
  secret: string,
  { id, at, body }: { id: string; at: number; body: string },
): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  const timestamp = String(Math.floor(at / 1000))
  const key = Buffer.from(secret.slice(prefix.length), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  }
}
