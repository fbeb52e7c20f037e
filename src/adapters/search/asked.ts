// What a search asks for, the same for every database: words, and values of facets.
import {
  type FacetField,
  facetFields,
  type SearchCondition,
  type SearchTerm,
  type StoreQuery,
} from '../../ports/search.ts'
import { parseQuery, termOf } from '../../text/query.ts'

/** Values of one facet, any of which will do. */
export type Selection = { field: FacetField; values: readonly string[] }

export type Asked = {
  /** All of these occur … */
  wanted: readonly SearchTerm[]
  /** … and none of these. */
  unwanted: readonly SearchTerm[]
  /** Whether the last word of the last wanted term may be the beginning of one. */
  isUnfinished: boolean
  /** Chosen beside the words: a facet counts without its own. */
  selections: readonly Selection[]
  /** Typed among the words. */
  conditions: readonly SearchCondition[]
  /** Something was typed that holds no word: "???" finds nothing rather than everything. */
  isNothing: boolean
}

/** More are not looked at. */
const mostConditions = 16

/** Reads a query. */
export function askedOf(query: StoreQuery): Asked {
  const words = query.words ?? wordsIn(query.q ?? '')
  const conditions = (query.conditions ?? []).slice(0, mostConditions)
  const selections = facetFields.flatMap((field) => {
    const given = query[field]
    const values = (typeof given === 'string' ? [given] : (given ?? [])).filter((v) => v.trim())
    return values.length > 0 ? [{ field, values: [...new Set(values)] }] : []
  })
  return {
    wanted: words.terms.filter(({ isExcluded }) => !isExcluded),
    unwanted: words.terms.filter(({ isExcluded }) => isExcluded),
    isUnfinished: words.isUnfinished,
    selections,
    conditions,
    isNothing: Boolean(query.q?.trim()) && words.terms.length === 0 && conditions.length === 0,
  }
}

/** The words of a query without dictionaries: nothing has another form, and fields are words. */
function wordsIn(q: string): NonNullable<StoreQuery['words']> {
  const { parts, fields, isUnfinished } = parseQuery(q)
  return { terms: [...parts, ...fields.map(({ words }) => words)].map(termOf), isUnfinished }
}

/** The whole query with its last word as the beginning of one, or with whole words only. */
export function withEnding(asked: Asked, isUnfinished: boolean): Asked {
  return { ...asked, isUnfinished }
}
