// What a finder looked at and did not take, for `vanthu explain`. A page traces only where it is asked to: in ordinary runs
// `declined` is absent and a note costs a call.
import type { Span } from '../text/view.ts'
import type { Page } from './page.ts'

/** A candidate that a rule dropped: where (view offsets), by which rule, and why in a short sentence. */
export type Declined = Span & { rule: string; reason: string }

/** Notes a dropped candidate where the page traces. Gives null, so that a finder can end with it. */
export function decline(
  page: Pick<Page, 'declined'>,
  { start, end }: Span,
  rule: string,
  reason: string,
): null {
  page.declined?.({ start, end, rule, reason })
  return null
}

/** The span of the tokens from one index to before another. */
export function tokenSpan(page: Pick<Page, 'tokens'>, from: number, next: number): Span {
  const start = page.tokens[from]?.start ?? 0
  return { start, end: page.tokens[next - 1]?.end ?? start }
}
