// Finds the item that a correction is about among those of a record, also where it was extracted anew.

import type { CorrectionTarget, ListedItem, listOf } from '../../model/correction.ts'
import type { Mention, VanthuRecord } from '../../model.ts'

/** An item of one of the lists of a record. */
export type Item = VanthuRecord[(typeof listOf)[ListedItem]][number]

/** What tells an item from others of its kind, as text: a name, an id, a value. */
export function identityOf(item: ListedItem, value: object): string {
  const field = (name: string): unknown => (value as Record<string, unknown>)[name]
  switch (item) {
    case 'official':
      return String(field('name'))
    case 'province':
      return String(field('id'))
    case 'date':
      return String(field('edtf'))
    case 'percentage':
      return String(field('value'))
    case 'ratio':
      return `${field('numerator')}/${field('denominator')}`
    case 'directive':
      return String(field('number') ?? '')
    case 'citation':
      return String(field('number') ?? field('title') ?? '')
  }
}

/** Where an item stands: officials and provinces at each mention, others at their own span. */
export const placesOf = (item: Item): readonly Mention[] =>
  'mentions' in item ? item.mentions : [item]

type Span = { start: number; end: number }
const isSame = (a: Span, b: Span) => a.start === b.start && a.end === b.end
const shared = (a: Span, b: Span) => Math.min(a.end, b.end) - Math.max(a.start, b.start)
/** Whether two spans have at least half of their words in common. */
const areMostlyOne = (a: Span, b: Span) =>
  2 * shared(a, b) >= Math.max(a.end, b.end) - Math.min(a.start, b.start)

/**
 * Index of the item that `target` names, whose words now stand at `place`; -1 where there is none. The surest sign
 * decides: the same value at the same place, the same place, the same value there in part, most of the same words. Officials
 * and provinces are one item a document, so their value alone will do. `value` is what the item is said to be: an extractor
 * may know better by now.
 */
export function indexOfTarget(
  list: readonly Item[],
  item: ListedItem,
  {
    target,
    place,
    value,
  }: { target: CorrectionTarget; place: Mention | null; value: string | null },
): number {
  const is = (wanted: string | null) => (one: Item) =>
    wanted !== null && identityOf(item, one) === wanted
  const stands = (how: (a: Span, b: Span) => boolean) => (one: Item) =>
    place !== null && placesOf(one).some((mention) => how(mention, place))
  const overlaps = stands((a, b) => shared(a, b) > 0)
  const [was, shall, here] = [is(target.value), is(value), stands(isSame)]
  const isOnePerDocument = item === 'official' || item === 'province'
  const signs: Array<(one: Item) => boolean> = [
    (one) => was(one) && here(one),
    (one) => isOnePerDocument && was(one),
    // What is added to an official or a province that is there is one mention more of it.
    (one) => isOnePerDocument && target.value === null && shall(one),
    here,
    (one) => was(one) && overlaps(one),
    (one) => shall(one) && overlaps(one),
    // Something else may be added right beside or inside of an item.
    (one) => target.value !== null && stands(areMostlyOne)(one),
    (one) => isOnePerDocument && shall(one),
  ]
  for (const sign of signs) {
    const index = list.findIndex(sign)
    if (index >= 0) return index
  }
  return -1
}
