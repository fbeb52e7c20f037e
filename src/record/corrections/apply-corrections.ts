// Record as extracted + corrections → record as it is shown, searched and indexed. Pure.
//
// Corrections are applied in the order in which they were made, each to what those before it left. One whose item is found no
// more, but whose words are, puts the item there: what a person said does not depend on what a later extractor sees.
import { checkOf } from '../../extract/percentages/check.ts'
import {
  type Correction,
  type CorrectionValue,
  type ListedCorrection,
  listOf,
} from '../../model/correction.ts'
import type { Mention, Review, VanthuRecord } from '../../model.ts'
import { type Item, identityOf, indexOfTarget, placesOf } from './find-item.ts'
import { quoteFinder } from './find-quote.ts'

/**
 * The record with every correction that holds; the very same record where none does. Items and fields that a person confirmed,
 * corrected or added say so in `review` and `reviews`; a correction that cannot be placed becomes a warning `correction-unplaced`.
 */
export function applyCorrections(
  extracted: VanthuRecord,
  corrections: readonly Correction[],
): VanthuRecord {
  const holding = corrections.filter(({ withdrawnAt }) => withdrawnAt === undefined)
  if (holding.length === 0) return extracted
  const find = quoteFinder(extracted.text)
  let record = extracted
  for (const correction of holding) {
    if (correction.item === 'field') {
      const { target, value } = correction
      const reviews = { ...record.reviews, [target]: reviewOf(correction) }
      record = { ...record, [target]: value, reviews }
      continue
    }
    const list = record[listOf[correction.item]]
    const place = correction.target.quote && find(correction.target.quote)
    const changed = changedList(list, correction, place)
    record = changed
      ? { ...record, [listOf[correction.item]]: changed }
      : { ...record, warnings: [...record.warnings, unplaced(correction)] }
  }
  return record
}

const reviewOf = ({ action, who, at, number }: Correction): Review => ({
  action: action === 'reject' ? 'correct' : action,
  who,
  at,
  correction: number,
})

function unplaced({ number, action, item, target, who }: ListedCorrection) {
  const words = target.quote?.text ?? target.value ?? ''
  return {
    code: 'correction-unplaced',
    message: `Correction ${number} (${action} ${item}, by ${who}) does not find its words “${words.slice(0, 60)}” any more: make it anew, or withdraw it.`,
  }
}

/** The list after a correction; null where it can be applied to nothing. `place` is where its words stand now. */
function changedList(
  list: readonly Item[],
  correction: ListedCorrection,
  place: Mention | null,
): readonly Item[] | null {
  const { item, action, target, value } = correction
  const said = value && identityOf(item, value)
  const index = indexOfTarget(list, item, { target, place, value: said })
  // Nothing is left to be rejected: that is what was wanted.
  if (value === null) return index < 0 ? list : list.toSpliced(index, 1)
  const found = list[index]
  if (!found) return place && inOrder(list, made(correction, place))
  if (action === 'add' && 'mentions' in found) {
    const more = made(correction, place)
    return list.toSpliced(index, 1, joined(more, found))
  }
  const changed = {
    ...found,
    ...saidOf(correction),
    ...certain(item),
    review: reviewOf(correction),
  }
  const isRenamed = said !== identityOf(item, found)
  const others = list.toSpliced(index, 1)
  const double = others.findIndex((one) => 'mentions' in one && identityOf(item, one) === said)
  const twin = others[double]
  if (!isRenamed || !twin) return list.toSpliced(index, 1, changed as Item)
  // One person under two names, one of them misread, is one person now.
  return list.toSpliced(index, 1, joined(changed as Item, twin)).filter((one) => one !== twin)
}

/** What a person said needs no doubt; ratios carry none. */
const certain = (item: ListedCorrection['item']) => (item === 'ratio' ? {} : { confidence: 1 })

/** The value as a record holds it: of a percentage with the check of its ratio, to the decimals in the words there. */
function saidOf({ item, value, target }: ListedCorrection): object {
  if (item !== 'percentage' || !value) return value ?? {}
  const { ratio, value: percent, comparator } = value as CorrectionValue<'percentage'>
  const written = /[.,](\d+)\D*$/.exec(target.quote?.text ?? '')?.[1]
  const decimals = Math.max(written?.length ?? 0, String(percent).split('.')[1]?.length ?? 0)
  return { ...value, check: ratio ? checkOf(ratio, percent, decimals, comparator) : 'unchecked' }
}

/** The item that a correction puts into the record; `place` may be null for one more word about an item that is there. */
function made(correction: ListedCorrection, place: Mention | null): Item {
  const { item } = correction
  const isOnePerDocument = item === 'official' || item === 'province'
  return {
    ...saidOf(correction),
    ...(isOnePerDocument ? { mentions: place ? [place] : [] } : place),
    ...(item === 'ratio' ? {} : { rule: 'correction' }),
    ...certain(item),
    review: reviewOf(correction),
  } as Item
}

/** One official or province of two: as the first says, with the mentions and everything more that the second has. */
function joined(first: Item, second: Item): Item {
  const both: Record<string, unknown> = { ...second, ...first }
  for (const [name, value] of Object.entries(second))
    if (Array.isArray(value)) {
      const own: unknown = (first as Record<string, unknown>)[name]
      both[name] = withoutRepeats([...(Array.isArray(own) ? own : []), ...value])
    }
  const mentions = both.mentions as Mention[]
  return { ...both, mentions: mentions.toSorted((a, b) => a.start - b.start) } as Item
}

function withoutRepeats(values: readonly unknown[]): unknown[] {
  const seen = new Map(values.map((value) => [JSON.stringify(value), value]))
  return [...seen.values()]
}

/** The list with one item more, before the first that stands behind it. */
function inOrder(list: readonly Item[], item: Item): readonly Item[] {
  const start = placesOf(item)[0]?.start ?? 0
  const behind = list.findIndex((one) => (placesOf(one)[0]?.start ?? 0) > start)
  return list.toSpliced(behind < 0 ? list.length : behind, 0, item)
}
