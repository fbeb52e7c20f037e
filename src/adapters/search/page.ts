// What a search gives back, the same for every database: one hit, and the cursor that leads to the next page.
import { UserError } from '../../errors.ts'
import type { VanthuRecord } from '../../model.ts'
import type { SearchHit, SearchQuery } from '../../ports/search.ts'
import { highlightsOf } from './highlight.ts'
import { foldedName, type QueryWords } from './words.ts'

/** The place of a hit in the order: higher rank first, then later day, then lower id. */
export type Cursor = {
  rank: number
  day: string
  id: string
  /**
   * Highest row number of a record when the first page was made. Pages behind it leave out what came later: it might take the
   * place of a hit that was not shown yet.
   */
  until: number
}

/** Most copies of a hit that are named. */
export const mostCopies = 20
/** Most values of a facet that are counted out. */
export const facetLimit = 50
/** Names have fewer words than this; databases take no conditions of any length. */
const maxOfficialWords = 16

/** The folded words that must all be in the name of one official. */
export function officialWords(query: SearchQuery): string[] {
  return foldedName(query.official ?? '')
    .split(' ')
    .filter(Boolean)
    .slice(0, maxOfficialWords)
}

/** The hit shown for a record, with its highlights and copies. */
export function hitOf(
  id: string,
  name: string,
  record: VanthuRecord,
  words: QueryWords,
  { copies, copyCounts }: Pick<SearchHit, 'copies' | 'copyCounts'>,
): SearchHit {
  return {
    id,
    name,
    title: record.title,
    publishedAt: record.publishedAt,
    issuedOn: record.issuedOn,
    documentType: record.documentType,
    number: record.number,
    provinces: record.provinces.map((province) => ({ id: province.id, name: province.name })),
    officials: record.officials.map((official) => official.name),
    highlights: highlightsOf(record, words),
    copies,
    copyCounts,
  }
}

/** The cursor as it is given out. */
export function writeCursor({ rank, day, id, until }: Cursor): string {
  return Buffer.from(JSON.stringify([rank, day, id, until])).toString('base64url')
}

/** Reads what `writeCursor` wrote. Throws UserError for anything else. */
export function readCursor(cursor: string): Cursor {
  try {
    const [rank, day, id, until]: unknown[] = JSON.parse(
      Buffer.from(cursor, 'base64url').toString(),
    )
    if (
      typeof rank === 'number' &&
      typeof day === 'string' &&
      typeof id === 'string' &&
      Number.isSafeInteger(until)
    )
      return { rank, day, id, until: Number(until) }
  } catch {
    // Falls through to the same sentence as a cursor of another shape.
  }
  throw new UserError('The cursor is not one that a search gave; take "next" of the page before.')
}
