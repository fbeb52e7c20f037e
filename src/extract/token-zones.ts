// Which tokens of a page stand in blocks of given zones.
import type { Zone } from '../model.ts'
import type { Page } from './page.ts'

/** 1 for each token of the page that stands in a block of one of these zones. One pass over blocks and tokens. */
export function tokensIn(page: Page, zones: readonly Zone[]): Uint8Array {
  const marks = new Uint8Array(page.tokens.length)
  let at = 0
  for (const block of page.blocks) {
    if (!zones.includes(block.zone)) continue
    while (at < marks.length && (page.tokens[at]?.start ?? 0) < block.start) at++
    for (; at < marks.length && (page.tokens[at]?.start ?? 0) < block.end; at++) marks[at] = 1
  }
  return marks
}
