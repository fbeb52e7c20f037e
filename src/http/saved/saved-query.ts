// The query of a kept search as it stands in addresses, "q=hội+nghị&year=2023", read and written.
import { UserError } from '../../errors.ts'
import type { SavedQuery } from '../../model/saved.ts'
import {
  defaultLimit,
  readSearchQuery,
  type SearchQuery,
  searchHref,
  sentenceOf,
  severalFields,
} from '../search-query.ts'

/** What of a search may be kept: not how many hits are shown, from where on, and whether copies are hits. */
export function savedQueryOf(query: SearchQuery): SavedQuery {
  const saved: SavedQuery = query.q ? { q: query.q } : {}
  for (const field of severalFields) {
    const given = query[field]
    const values = typeof given === 'string' ? [given] : [...(given ?? [])]
    // In order, so that the same search is written the same way.
    if (values.length > 0) saved[field] = values.sort()
  }
  return saved
}

/** The part of an address behind "?". @throws UserError that names everything that is wrong */
export function readSavedQuery(text: string): SavedQuery {
  const { query, problems } = readSearchQuery(new URLSearchParams(text), ['lang'])
  if (!query) throw new UserError(sentenceOf(problems))
  return savedQueryOf(query)
}

/** The address of the page that shows the hits. */
export const pageOfQuery = (query: SavedQuery): string =>
  searchHref({ ...query, limit: defaultLimit } as SearchQuery, {})

/** "q=…&year=…"; '' where all documents are asked for. */
export const writeSavedQuery = (query: SavedQuery): string => pageOfQuery(query).slice(2)
