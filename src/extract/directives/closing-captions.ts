// Captions that stand after the author's name at the end of an article, once more without their pictures:
// "… / Lê Minh Quang / Đại biểu Nguyễn Thu Trà đề nghị …".
import { readName } from '../names.ts'
import type { Page, ZonedBlock } from '../page.ts'
import { tokenAt } from './imperative.ts'

/** Lines after the name, and UTF-16 units of each. */
const mostCaptions = 4
const longestCaption = 220
/** Blocks of an article before the name of its author. */
const leastText = 4
const passed = new Set(['boilerplate', 'caption', 'footer', 'table'])

/** The offset after the author's name, from which only captions stand; the end of the text where none do. */
export function captionsBegin(page: Page): number {
  const none = page.text.length
  if (page.header !== null) return none
  let lines = 0
  for (let i = page.blocks.length - 1; i >= leastText; i--) {
    const block = page.blocks[i]
    if (!block || passed.has(block.zone)) continue
    if (isName(page, block)) return lines > 0 ? block.end : none
    if (block.end - block.start > longestCaption || ++lines > mostCaptions) return none
  }
  return none
}

/** True for a line that is a name and nothing else. */
function isName(page: Page, { start, end }: ZonedBlock): boolean {
  const name = readName(page, tokenAt(page, start), false)
  return name?.strong === true && name.start === start && name.end === end
}
