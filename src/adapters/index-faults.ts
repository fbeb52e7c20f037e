// Whether the index says what the record says, the same for every database.
import type { VanthuRecord } from '../model.ts'
import { dayOf } from './search/words.ts'

/** What can be read of the index of one record, besides its words. */
export type IndexedFacts = {
  day: string
  type: string
  provinces: Array<{ id: string; current: string }>
}

/** What the index should hold of a record; `kept` is what a database makes of text it cannot keep as it is. */
export function factsOf(record: VanthuRecord, kept: (text: string) => string): IndexedFacts {
  const provinces = new Map<string, string>()
  for (const { id, current } of record.provinces)
    if (!provinces.has(kept(id))) provinces.set(kept(id), kept(current))
  return {
    day: dayOf(record),
    type: record.documentType,
    provinces: Array.from(provinces, ([id, current]) => ({ id, current })),
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
  // Where text was changed to be kept, two may have become one.
  const written = (all: IndexedFacts['provinces']) =>
    [...new Set(all.map(({ id, current }) => JSON.stringify([id, current])))].sort()
  const [should, is] = [written(expected.provinces), written(found.provinces)]
  if (should.length !== is.length) faults.push(`${is.length} provinces instead of ${should.length}`)
  else if (should.join() !== is.join()) faults.push('other provinces')
  return [...faults, ...words]
}
