// Marks what is not the article inside its body: tools of the site, and lists of other news at its end.
import { isChromeLine, isTailHeading } from './chrome.ts'
import type { TextBlock } from './walk.ts'

/** The blocks with chrome marked as such. A heading such as "Tin liên quan" takes the links under it along. */
export function markTail(blocks: readonly TextBlock[]): TextBlock[] {
  let inTail = false
  return blocks.map((block): TextBlock => {
    if (isTailHeading(block.text)) inTail = true
    else if (inTail && block.linked < 0.5 && block.text.length > 60) inTail = false
    return inTail || isChromeLine(block.text)
      ? { kind: 'chrome', text: block.text, linked: block.linked }
      : block
  })
}
