// Checks what is to be written to a store.
import type { z } from 'zod'

/** The value as its schema has it. One that does not fit is a mistake of ours, named by its first place. */
export function valid<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new Error(`The ${what} is not valid at ${issue?.path.join('.')}: ${issue?.message}.`)
}
