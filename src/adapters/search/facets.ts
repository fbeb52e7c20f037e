// What a record is counted under, the same for every database.
import type { VanthuRecord } from '../../model.ts'
import type { FacetField } from '../../ports/search.ts'
import { dayOf, foldedName, yearsOf } from './words.ts'

export type FacetValue = { field: FacetField; value: string }

/** Where a document came from, as far as it counts. */
export type Origin = {
  /** Null inside another document. */
  place: string | null
  tags: readonly string[]
}

/** Longer values are cut: names may have any length, a value of an index may not. */
const longestValue = 500
/** What came neither from a crawl nor out of a folder of an inbox. */
const upload = 'upload'
/** Fields whose values are names, asked for by words of them. */
const namedFields: ReadonlySet<string> = new Set(['official', 'org', 'issuer'])

/** All values of a record, each once. */
export function facetsOf(record: VanthuRecord, origins: readonly Origin[]): FacetValue[] {
  const values: Record<FacetField, readonly (string | null)[]> = {
    province: record.provinces.flatMap(({ id, current }) => [id, current]),
    provinceThen: record.provinces.map(({ id }) => id),
    official: record.officials.map(({ name }) => name),
    org: record.officials.flatMap(({ positions }) => positions.map((p) => p.organisation)),
    type: [record.documentType],
    issuer: [record.issuer],
    year: yearsOf(record),
    schoolYear: [schoolYearOf(dayOf(record))],
    source: sourcesOf(origins),
    language: [record.language],
    state: [record.status === 'partial' ? 'partial' : 'extracted'],
  }
  return Object.entries(values).flatMap(([field, all]) =>
    [...new Set(all.flatMap((value) => (value ? [kept(value)] : [])))].map((value) => ({
      field: field as FacetField,
      value,
    })),
  )
}

/** The values of where it came from; they change when it comes again. */
export function sourcesOf(origins: readonly Origin[]): string[] {
  return [
    ...new Set(
      origins.flatMap(({ place, tags }) =>
        tags.length > 0 ? tags.map(kept) : place === null ? [] : [upload],
      ),
    ),
  ]
}

/** "2022-2023" for a day from September 2022 to August 2023; null where the month is not known. */
export function schoolYearOf(day: string): string | null {
  const [, year, month] = /^(\d{4})-(\d{2})/.exec(day) ?? []
  if (!year || !month) return null
  const start = Number(month) >= 9 ? Number(year) : Number(year) - 1
  return `${String(start).padStart(4, '0')}-${String(start + 1).padStart(4, '0')}`
}

/** A value with its field: "province:hoa-binh". */
export const facetText = ({ field, value }: { field: string; value: string }): string =>
  `${field}:${value}`

/** What is wrong with the values that are kept of a record, as part of a sentence; none where they are as they should be. */
export function facetFaults(
  kept: readonly string[] | null,
  expected: readonly FacetValue[],
): string[] {
  if (kept === null) return ['no row to sort and count it by']
  const should = new Set(expected.map(facetText))
  const isSame = kept.length === should.size && kept.every((one) => should.has(one))
  return isSame ? [] : ['other values to count it by']
}

/** Whether values of a field are asked for by some of their words. */
export const isNamed = (field: string): boolean => namedFields.has(field)

/** Names have fewer words than this; databases take no conditions of any length. */
const mostNameWords = 16

/** The folded words that must all be in a name that is asked for. */
export function nameWords(name: string): string[] {
  return foldedName(name).split(' ').filter(Boolean).slice(0, mostNameWords)
}

/** A value as it is kept: cut, without what no database takes. */
const kept = (value: string): string =>
  value.slice(0, longestValue).replaceAll('\0', '\uFFFD').toWellFormed()
