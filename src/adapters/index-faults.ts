// Whether the index says what the record says, the same for every database.
import type { VanthuRecord } from '../model.ts'
import { dayOf, yearsOf } from './search/words.ts'

/** What can be read of the index of one record, besides its words. */
export type IndexedFacts = {
  day: string
  type: string
  years: string[]
  provinces: Array<{ id: string; current: string }>
  /** Names. */
  officials: string[]
}

/** What the index should hold of a record; `kept` is what a database makes of text it cannot keep as it is. */
export function factsOf(record: VanthuRecord, kept: (text: string) => string): IndexedFacts {
  const provinces = new Map<string, string>()
  for (const { id, current } of record.provinces)
    if (!provinces.has(kept(id))) provinces.set(kept(id), kept(current))
  return {
    day: dayOf(record),
    type: record.documentType,
    years: yearsOf(record),
    provinces: Array.from(provinces, ([id, current]) => ({ id, current })),
    officials: [...new Set(record.officials.map(({ name }) => kept(name)))],
  }
}

/** The differences in words, each a part of a sentence; `words` are those that the database found by itself. */
export function indexFaultsOf(
  expected: IndexedFacts,
  found: IndexedFacts,
  words: readonly string[],
): string[] {
  const faults: string[] = []
  for (const part of ['day', 'type'] as const)
    if (expected[part] !== found[part])
      faults.push(`the ${part} "${found[part]}" instead of "${expected[part]}"`)
  for (const part of ['years', 'provinces', 'officials'] as const) {
    const [should, is] = [expected[part], found[part]].map((all) =>
      // Where text was changed to be kept, two may have become one.
      [...new Set(Array.from<unknown>(all).map((one) => JSON.stringify(one)))].sort(),
    ) as [string[], string[]]
    if (should.length !== is.length) faults.push(`${is.length} ${part} instead of ${should.length}`)
    else if (should.join() !== is.join()) faults.push(`other ${part}`)
  }
  return [...faults, ...words]
}
