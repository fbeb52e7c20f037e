// The id that a person means: whole, or its first digits where only one document begins so.
import { UserError } from '../errors.ts'
import type { Context } from './context.ts'

/** Fewer digits of an id than this name nothing. */
const shortestPrefix = 4

/**
 * Whole id for what was asked; null where no document begins so. A whole id comes back whether or not there is one. Throws
 * UserError where several begin so.
 */
export async function findId({ store }: Context, asked: string): Promise<string | null> {
  const prefix = asked.toLowerCase()
  if (!isPrefix(prefix)) return null
  if (prefix.length === 64) return prefix
  return onlyOne(asked, await store.idsStartingWith(prefix, 2))
}

/** The same among the documents that were forgotten. */
export async function findForgotten({ store }: Context, asked: string) {
  const prefix = asked.toLowerCase()
  return isPrefix(prefix) ? onlyOne(asked, await store.forgotten(prefix, 2)) : null
}

const isPrefix = (text: string) => /^[0-9a-f]{1,64}$/.test(text) && text.length >= shortestPrefix

function onlyOne<T>(asked: string, [first, second]: readonly T[]): T | null {
  if (second)
    throw new UserError(`More than one document begins with ${asked}; give more digits of the id.`)
  return first ?? null
}
