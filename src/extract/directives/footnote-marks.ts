// Marks of footnotes glued to the number of an item, as consolidated texts have them: "1.11 Giúp …", "2. Lập …",
// "3.12 Thanh tra …" are items 1, 2 and 3.
import { type Marker, markerOf } from '../markers.ts'
import type { Page, ZonedBlock } from '../page.ts'

/** Blocks before an item in which the one before it in its series is looked for. */
const reach = 30

/**
 * The marker of a block, without a footnote's digits where the series shows that they are none of its own: "3.12" after
 * "2.", for parts of item 3 would begin with "3." or "3.1".
 */
export function markerIn(page: Page, blocks: readonly ZonedBlock[], i: number): Marker | null {
  const block = blocks[i]
  if (!block) return null
  const marker = markerOf(page.text.slice(block.start, block.end))
  const glued = /^(\d{1,2})\.(\d{1,2})$/u.exec(marker?.number ?? '')
  if (!marker || !glued || Number(glued[2]) < 2) return marker
  const number = Number(glued[1])
  for (let k = i - 1; k >= 0 && k >= i - reach; k--) {
    const above = blocks[k]
    const before = above && markerOf(page.text.slice(above.start, above.end))
    if (!before || before.style === 'letter' || before.style === 'bullet') continue
    const follows =
      before.style === 'article'
        ? number === 1
        : /^(?:decimal|multilevel)$/u.test(before.style) &&
          /^\d{1,2}(?:\.\d{1,2})?$/u.test(before.number ?? '') &&
          Number.parseInt(before.number ?? '', 10) === number - 1
    return follows
      ? { ...marker, style: 'decimal', number: String(number), ordinal: number, shape: 'x.' }
      : marker
  }
  return marker
}
