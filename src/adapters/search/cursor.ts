// The cursor that leads to the next page, the same for every database.
import { UserError } from '../../errors.ts'

/** The place of a hit in the order (see rank.ts), and what makes the order the same on the next page. */
export type Cursor = {
  rank: number
  score: number
  day: string
  id: string
  /**
   * Highest row number of a record when the first page was made. Pages behind it leave out what came later: it might take the
   * place of a hit that was not shown yet.
   */
  until: number
  /** What the scored words were worth on the first page. */
  weights: number[]
}

/** Databases hold no larger whole number in what these are compared with. */
const highest = 2 ** 31 - 1

/** The cursor as it is given out. */
export function writeCursor({ rank, score, day, id, until, weights }: Cursor): string {
  return Buffer.from(JSON.stringify([rank, score, day, id, until, ...weights])).toString(
    'base64url',
  )
}

/** Reads what `writeCursor` wrote. Throws UserError for anything else. */
export function readCursor(cursor: string): Cursor {
  try {
    const [rank, score, day, id, until, ...weights]: unknown[] = JSON.parse(
      Buffer.from(cursor, 'base64url').toString(),
    )
    const isWhole = (n: unknown, most = highest): n is number =>
      Number.isSafeInteger(n) && Number(n) >= 0 && Number(n) <= most
    if (
      isWhole(rank) &&
      isWhole(score) &&
      isWhole(until, Number.MAX_SAFE_INTEGER) &&
      typeof day === 'string' &&
      typeof id === 'string' &&
      weights.every((n) => isWhole(n))
    )
      return {
        rank: Number(rank),
        score: Number(score),
        day,
        id,
        until: Number(until),
        weights: weights.map(Number),
      }
  } catch {
    // Falls through to the same sentence as a cursor of another shape.
  }
  throw new UserError('The cursor is not one that a search gave; take "next" of the page before.')
}
