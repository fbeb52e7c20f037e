// What the numbers of facet values stand for, and the facets of what was counted by them.
import { type FacetField, type FoundHits, facetFields } from '../../../ports/search.ts'
import type { Selection } from '../asked.ts'
import { allFacets, facetLimit } from '../page.ts'

export type FacetNames = {
  /** Places of fields among `facetFields`, by the number of a value; -1 where there is none of the number. */
  fields: readonly number[]
  values: readonly string[]
  /** The numbers of the values that are asked for: names by their words, others as they are. */
  askedFor(field: string, values: readonly string[]): Iterable<number>
}

/** The most frequent values of each facet, by what they are counted, and behind them those that were chosen. */
export function facetsBy(
  { fields, values }: FacetNames,
  counts: Int32Array,
  chosen: readonly Selection[],
): FoundHits['facets'] {
  const isBefore = (a: number, b: number): boolean => {
    const more = (counts[a] ?? 0) - (counts[b] ?? 0)
    return more > 0 || (more === 0 && (values[a] ?? '') < (values[b] ?? ''))
  }
  // Thousands of names may be counted: only the first fifty are put in order.
  const first: number[][] = facetFields.map(() => [])
  /** What the last of a full list is counted. */
  const least = new Int32Array(facetFields.length)
  for (let id = 1; id < counts.length; id++) {
    const field = fields[id] ?? -1
    const count = counts[id] ?? 0
    if (count === 0 || count < (least[field] ?? 0)) continue
    const list = first[field]
    const last = list?.[facetLimit - 1]
    if (!list || (last !== undefined && !isBefore(id, last))) continue
    let at = list.length
    while (at > 0 && isBefore(id, list[at - 1] ?? id)) at--
    list.splice(at, 0, id)
    if (list.length > facetLimit) list.pop()
    least[field] = counts[list[facetLimit - 1] ?? 0] ?? 0
  }
  const listOf = (field: FacetField): number[] => first[facetFields.indexOf(field)] ?? []
  for (const { field, values: asked } of chosen) {
    const place = facetFields.indexOf(field)
    const list = listOf(field)
    for (const value of asked) {
      const id = values.findIndex((one, at) => one === value && fields[at] === place)
      if (id > 0 && counts[id] && !list.includes(id)) list.push(id)
    }
  }
  return allFacets((field) =>
    listOf(field).map((id) => ({ value: values[id] ?? '', count: counts[id] ?? 0 })),
  )
}
