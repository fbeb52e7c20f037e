// What a record must have besides its words.
import type { FacetField } from '../../../ports/search.ts'
import { numberStartOf } from '../../../text/number-key.ts'
import type { Asked } from '../asked.ts'
import type { FacetNames } from './names.ts'
import type { Answer, NumberQuestion } from './questions.ts'
import { both, either, emptySet, type RecordSet } from './record-sets.ts'

export type Filters = {
  /** Bits of a facet value, by its number: which of the filters ask for it. */
  bits: Uint32Array
  /** Bits that must be there, and bits that must not be. */
  required: number
  forbidden: number
  /** Bits of which one may be missing: those of the selections, by the place of their field. */
  selections: Array<{ bit: number; field: FacetField }>
  /** Records that may be shown; null where all may. */
  only: RecordSet | null
  except: RecordSet | null
}

/** Reads what is asked for besides words; `size` is how many numbers of facet values there may be. */
export function filtersOf(
  asked: Asked,
  size: number,
  askedFor: FacetNames['askedFor'],
  answer: Answer<NumberQuestion>,
): Filters {
  const bits = new Uint32Array(size)
  const filters: Filters = {
    bits,
    required: 0,
    forbidden: 0,
    selections: [],
    only: null,
    except: null,
  }
  let next = 0
  const bitFor = (field: string, values: readonly string[]): number => {
    const bit = 2 ** next++
    for (const id of askedFor(field, values))
      if (id < size) bits[id] = ((bits[id] ?? 0) | bit) >>> 0
    return bit
  }
  for (const { field, values } of asked.selections)
    filters.selections.push({ bit: bitFor(field, values), field })
  for (const { field, values, isExcluded } of asked.conditions) {
    if (field === 'number') {
      const records = numbered(answer, values)
      if (isExcluded) filters.except = either(filters.except, records)
      else filters.only = both(filters.only, records)
      continue
    }
    const bit = bitFor(field, values)
    if (isExcluded) filters.forbidden = (filters.forbidden | bit) >>> 0
    else filters.required = (filters.required | bit) >>> 0
  }
  return filters
}

/** The records whose own number is one of these, or begins so. */
const numbered = (answer: Answer<NumberQuestion>, numbers: readonly string[]): RecordSet =>
  numbers
    .map(numberStartOf)
    .filter((number) => number !== '')
    .map((number) => answer({ in: 'number', number, isBeginning: true }))
    .reduce(either, null) ?? emptySet()
