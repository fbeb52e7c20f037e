// Search: checks what is asked, gives it to the store.
import { UserError } from '../errors.ts'
import { documentTypeSchema } from '../model.ts'
import type { SearchQuery, SearchResult } from '../ports/search.ts'
import { slugOf } from '../text/fold.ts'
import type { Context } from './context.ts'

/** One page of hits with counts. Throws UserError for a year, type, limit or province that cannot be. */
export async function search(context: Context, query: SearchQuery): Promise<SearchResult> {
  if (!Number.isInteger(query.limit) || query.limit < 1 || query.limit > 100)
    throw new UserError(`The limit must be a whole number from 1 to 100, not ${query.limit}.`)
  if (query.year && !/^\d{4}$/.test(query.year))
    throw new UserError(`The year must have four digits, such as 2023, not "${query.year}".`)
  if (query.type && !documentTypeSchema.safeParse(query.type).success)
    throw new UserError(
      `"${query.type}" is no document type; the types are ${documentTypeSchema.options.join(', ')}.`,
    )
  return context.store.search({
    ...query,
    q: query.q?.toWellFormed(),
    province: query.province ? provinceId(context, query.province) : undefined,
  })
}

/** "hoa-binh", "Hòa Bình" and "hoa binh" name the same province. */
function provinceId(context: Context, asked: string): string {
  const id = slugOf(asked)
  if (!context.lexicon().provinces.periods.has(id))
    throw new UserError(
      `"${asked}" is no province; give its name or id, old or new, such as "Hòa Bình" or "hoa-binh".`,
    )
  return id
}
