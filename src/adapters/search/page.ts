// What a search shows of one record, the same for every database.
import type { VanthuRecord } from '../../model.ts'
import { type FacetField, type FoundHits, facetFields, type SearchHit } from '../../ports/search.ts'
import type { Asked } from './asked.ts'
import { highlightsOf } from './highlight.ts'

/** Most copies of a hit that are named. */
export const mostCopies = 20
/** Most values of a facet that are counted out. */
export const facetLimit = 50

/** The hit shown for a record, with its highlights and copies. */
export function hitOf(
  id: string,
  name: string,
  record: VanthuRecord,
  asked: Asked,
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
    highlights: highlightsOf(record, asked),
    copies,
    copyCounts,
  }
}

/** Facets by field; those that are missing have no values. */
export function allFacets(
  found: (field: FacetField) => FoundHits['facets'][FacetField] | undefined,
): FoundHits['facets'] {
  const entries = facetFields.map((field) => [field, found(field) ?? []])
  return Object.fromEntries(entries) as FoundHits['facets']
}

/** What is found where something was typed that holds no word. */
export const nothing = (): FoundHits => ({
  total: 0,
  hits: [],
  facets: allFacets(() => []),
  next: null,
})
