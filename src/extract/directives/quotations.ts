// What stands between quotation marks, over several paragraphs where a speech goes on. A text without such marks costs one
// look for them.
import type { Span } from '../../text/view.ts'
import type { Page } from '../page.ts'
import type { MarkedBlock } from './marked-blocks.ts'

/** Words in quotation marks, without the marks; `first` and `last` are the indexes of the blocks that hold the marks. */
export type Quotation = Span & { first: number; last: number }

/** Blocks and UTF-16 units after which a mark that was never closed is forgotten. */
const mostBlocks = 8
const mostLetters = 4000

/** The quotations of some blocks in order; one inside another is part of that. */
export function quotationsOf(page: Page, blocks: readonly MarkedBlock[]): Quotation[] {
  const found: Quotation[] = []
  let open: { at: number; first: number } | null = null
  let depth = 0
  let at = page.key.indexOf('"')
  for (const [index, block] of blocks.entries()) {
    if (at < 0) break
    if (open && (index - open.first > mostBlocks || block.start - open.at > mostLetters))
      open = null
    if (at < block.start) at = page.key.indexOf('"', block.start)
    for (; at >= 0 && at < block.end; at = page.key.indexOf('"', at + 1)) {
      if (opensAt(page, block, at, open !== null)) {
        // A paragraph that opens a quotation once more begins one; the mark before it was left open.
        depth = open === null || at === block.start ? 1 : depth + 1
        if (depth === 1) open = { at, first: index }
      } else if (open && --depth === 0) {
        found.push({ start: open.at + 1, end: at, first: open.first, last: index })
        open = null
      }
    }
  }
  return found
}

/** True for a mark that opens a quotation: by its form, else by the spaces beside it. */
function opensAt(page: Page, block: Span, at: number, inside: boolean): boolean {
  if (at === block.start) return true
  const mark = page.text[at]
  if (mark === '“' || mark === '«') return true
  if (mark === '»') return false
  const spaceBefore = /[\s([:,–-]/u.test(page.text[at - 1] ?? ' ')
  const wordAfter = at + 1 < block.end && /[\p{L}\p{N}…]/u.test(page.text[at + 1] ?? ' ')
  if (mark === '”') return !inside && spaceBefore && wordAfter
  if (!spaceBefore) return false
  return wordAfter || (!inside && at + 1 < block.end)
}
