// Model documents in an annex, that carry citations of the documents to be written by them.
import type { Span } from '../../text/view.ts'
import type { Page } from '../page.ts'

/** Where such a model may stand. They begin with a number left open ("Số: …/QĐ-UBND"); what they are based on is not said of this text. */
export function modelForms(page: Page): Span[] {
  const found: Span[] = []
  for (const block of page.blocks.slice(30)) {
    if (!page.key.startsWith('số', block.start)) continue
    const line = page.key.slice(block.start, Math.min(block.end, block.start + 60))
    if (/^số ?:? ?[…._\s]+(?:\/|qđ|\d{4})/u.test(line))
      found.push({ start: block.start, end: block.start + 2500 })
  }
  return found
}
