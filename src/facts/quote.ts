// The words of an item with some of those around them, inside its block.
import type { RecordBlock } from '../model.ts'
import { shortened } from './words.ts'

const unitsBefore = 120
const mostUnits = 320

/** Gives the words around an offset on one line; `blocks` are in order. UTF-16 offsets into `text`. */
export function contextOf(
  text: string,
  blocks: readonly RecordBlock[],
  { start }: { start: number },
): string {
  const block = blockAt(blocks, start) ?? { start: 0, end: text.length }
  const from = Math.max(block.start, start - unitsBefore)
  // More than is shown, so that what is cut off is seen to be.
  const to = Math.min(block.end, from + 2 * mostUnits)
  const isCut = from > block.start
  // A word that is cut at the beginning is left out.
  const before = isCut ? text.slice(from, start).replace(/^\S*\s/u, '…') : text.slice(from, start)
  return shortened(`${before}${text.slice(start, Math.max(start, to))}`, mostUnits)
}

/** The last block that begins at or before an offset. */
function blockAt(blocks: readonly RecordBlock[], at: number): RecordBlock | undefined {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.start ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return blocks[low - 1]
}
