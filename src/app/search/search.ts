// Search: reads what is asked by the dictionaries, checks it, gives it to the store; where nothing is found, says what may have
// been meant.
import { UserError } from '../../errors.ts'
import type { SavedQuery } from '../../model/saved.ts'
import { documentTypeSchema } from '../../model.ts'
import type { OneOrMore, SearchQuery, SearchResult, StoreQuery } from '../../ports/search.ts'
import type { Context } from '../context.ts'
import { inMarks, mend, replaced } from './suggest.ts'
import { provinceIds, type Understood, understand } from './understand.ts'

/** Where so few are found, something may have been mistyped. */
const fewHits = 2

/** One page of hits with counts. Throws UserError for a year, type, limit or province that cannot be. */
export async function search(context: Context, query: SearchQuery): Promise<SearchResult> {
  check(query)
  const asked = {
    ...query,
    province: provinceValues(context, query.province),
    provinceThen: provinceValues(context, query.provinceThen),
  }
  const q = query.q?.toWellFormed() ?? ''
  const understood = understand(q, context.lexicon)
  const find = (text: string, { words, conditions }: Understood, limit: number) =>
    context.store.search({ ...asked, q: text, words, conditions, limit })
  const found = await find(q, understood, query.limit)
  const { cutTo } = understood.parsed
  if (found.total > fewHits || query.cursor) return { ...found, suggestion: null, cutTo }
  const mended = await mend(context.store, understood)
  if (!mended) return { ...found, suggestion: null, cutTo }
  const plain = replaced(cutTo ?? q, mended)
  const better = await find(plain, understand(plain, context.lexicon), 1)
  const suggestion =
    better.total > found.total ? replaced(cutTo ?? q, inMarks(q, mended, better.hits[0])) : null
  return { ...found, suggestion, cutTo }
}

/** What the store is asked for by those who show no page of hits. Throws UserError as `search` does. */
export function storeQueryOf(context: Context, asked: SavedQuery): StoreQuery {
  const query = { ...asked, limit: 1 } as SearchQuery
  check(query)
  const q = query.q?.toWellFormed() ?? ''
  const { words, conditions } = understand(q, context.lexicon)
  return {
    ...query,
    province: provinceValues(context, query.province),
    provinceThen: provinceValues(context, query.provinceThen),
    ...{ q, words, conditions },
  }
}

function check(query: SearchQuery): void {
  if (!Number.isInteger(query.limit) || query.limit < 1 || query.limit > 100)
    throw new UserError(`The limit must be a whole number from 1 to 100, not ${query.limit}.`)
  for (const year of all(query.year))
    if (!/^\d{4}$/.test(year))
      throw new UserError(`The year must have four digits, such as 2023, not "${year}".`)
  for (const type of all(query.type))
    if (!documentTypeSchema.safeParse(type).success)
      throw new UserError(
        `"${type}" is no document type; the types are ${documentTypeSchema.options.join(', ')}.`,
      )
}

/** "hoa-binh", "Hòa Bình" and "hoa binh" name the same province. */
function provinceValues(context: Context, asked: OneOrMore<string> | undefined): string[] {
  return all(asked).flatMap((name) => {
    const ids = provinceIds(name, context.lexicon())
    if (ids.length === 0)
      throw new UserError(
        `"${name}" is no province; give its name or id, old or new, such as "Hòa Bình" or "hoa-binh".`,
      )
    return ids
  })
}

/** Values that are given; empty ones do not restrict. */
function all<T extends string>(given: OneOrMore<T> | undefined): T[] {
  const values = given === undefined ? [] : typeof given === 'string' ? [given] : [...given]
  return values.filter((value) => value.trim() !== '')
}
