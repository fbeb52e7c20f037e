// Blocks with the markers they begin with, read once. Marks of footnotes glued to the number of an item are left out, as
// consolidated texts have them: "1.11 Giúp …", "2. Lập …", "3.12 Thanh tra …" are items 1, 2 and 3.
import { decline } from '../decline.ts'
import { type Marker, markerOf } from '../markers.ts'
import type { Page, ZonedBlock } from '../page.ts'

/** A block with the marker it begins with. */
export type MarkedBlock = ZonedBlock & { marker: Marker | null }

/** Blocks before an item in which the one before it in its series is looked for. */
const reach = 30

const skippedZones = new Set([
  'caption',
  'byline',
  'boilerplate',
  'header',
  'footer',
  'signature',
  'title',
  'dateline',
  'table',
])

/** The blocks that directives may stand in, from where a report begins to plan to where captions begin. */
export function blocksToRead(page: Page, from: number, to: number): MarkedBlock[] {
  const blocks = page.blocks.filter((b) => !skippedZones.has(b.zone))
  for (const block of blocks)
    if (block.start < from)
      decline(
        page,
        block,
        'before-the-plan',
        'A report on what was done; what is to come begins below.',
      )
  return markedBlocks(
    page,
    blocks.filter((b) => b.start >= from && b.start < to),
  )
}

/** Blocks with their markers, in order. */
function markedBlocks(page: Page, blocks: readonly ZonedBlock[]): MarkedBlock[] {
  const marked: MarkedBlock[] = []
  for (const block of blocks) {
    const marker = markerOf(page.text.slice(block.start, block.end))
    marked.push({ ...block, marker: marker && withoutFootnote(marker, marked) })
  }
  return marked
}

/**
 * A marker without a footnote's digits where the series above shows that they are none of its own: "3.12" after "2.", for
 * parts of item 3 would begin with "3." or "3.1".
 */
function withoutFootnote(marker: Marker, above: readonly MarkedBlock[]): Marker {
  if (marker.style !== 'multilevel') return marker
  const glued = /^(\d{1,2})\.(\d{1,2})$/u.exec(marker.number ?? '')
  if (!glued || Number(glued[2]) < 2) return marker
  const number = Number(glued[1])
  for (let k = above.length - 1; k >= 0 && k >= above.length - reach; k--) {
    const before = above[k]?.marker
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
