// Looking things up by place.
import type { Span } from '../text/view.ts'

/** The span of an ordered, non-overlapping list that holds an offset; null where none does. Binary search. */
export function spanAt<S extends Span>(spans: readonly S[], offset: number): S | null {
  let low = 0
  let high = spans.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const span = spans[middle]
    if (!span) return null
    if (offset < span.start) high = middle - 1
    else if (offset >= span.end) low = middle + 1
    else return span
  }
  return null
}
