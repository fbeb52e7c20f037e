// Where everything that was found stands in the text: a record's items as marks.
//
//   officials[0].mentions[2] → { id: "a=812-824", kind: "official", item: "i-official-0", start: 812, end: 824 }
import type { Mention, VanthuRecord } from '../model.ts'
import type { Mark, MarkKind } from './marks.ts'

/** Anchor of a list entry: "i-province-3". */
export const itemAnchor = (kind: MarkKind, index: number) => `i-${kind}-${index}`
type Place = { start: number; end: number }

/** Anchor of the words of an item by their place in the text, which does not change with what else is found: "a=2303-2742". */
export const markAnchor = ({ start, end }: Place) => `a=${start}-${end}`

/** All marks of a record. A directive begins at its marker ("1.", "Nhiệm vụ 3:"), which its own words leave out. */
export function marksOf(record: VanthuRecord): Mark[] {
  const marks: Mark[] = []
  /** `shown`: what is marked, where that is more than the item's own words. */
  const add = (kind: MarkKind, index: number, own: Place, shown = own) =>
    marks.push({
      id: markAnchor(own),
      kind,
      item: itemAnchor(kind, index),
      start: shown.start,
      end: shown.end,
    })
  const addMentions = (kind: MarkKind, items: readonly { mentions: readonly Mention[] }[]) => {
    for (const [i, item] of items.entries())
      for (const mention of item.mentions) add(kind, i, mention)
  }
  const addSpans = (kind: MarkKind, items: readonly Place[]) => {
    for (const [i, item] of items.entries()) add(kind, i, item)
  }
  addMentions('official', record.officials)
  addMentions('province', record.provinces)
  addSpans('date', record.dates)
  addSpans('percentage', record.percentages)
  addSpans('ratio', record.ratios)
  addSpans('citation', record.citations)
  const shown = withMarkers(record)
  for (const [i, item] of record.directives.entries()) add('directive', i, item, shown[i])
  for (const [i, { start, end }] of record.warnings.entries())
    if (start !== undefined && end !== undefined) add('warning', i, { start, end })
  return marks
}

const longestMarkerUnits = 24
const marker = /^[\s;.,]*([•*+–—-]\s*|[^\s;.,][^\n]*[.:,)\]/•*+–—-]\s*)$/

/** Directives stretched over a short marker before them and the closing stop after them, inside their block. */
function withMarkers(record: VanthuRecord): Place[] {
  const edges = [0, ...record.directives.map((d) => d.end)]
  for (const block of record.blocks) edges.push(block.start, block.end)
  edges.sort((a, b) => a - b)
  return record.directives.map(({ start, end }) => {
    const before = record.text.slice(greatestUpTo(edges, start), start)
    const marked = before.length <= longestMarkerUnits ? marker.exec(before)?.[1] : undefined
    const stop = /^\s?[.;,!]/.exec(record.text.slice(end, end + 2))?.[0] ?? ''
    return { start: start - (marked?.length ?? 0), end: end + stop.length }
  })
}

/** The greatest of sorted numbers that is not above `limit`; 0 where there is none. */
function greatestUpTo(sorted: readonly number[], limit: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1
    else high = middle
  }
  return sorted[low - 1] ?? 0
}
