// The title as written: the view that finders read makes every dash "-", and a title keeps its own: "Đoàn kết – Dân chủ".
import { titleLabelLength } from '../extract/field-head.ts'
import type { MappedPage } from '../extract/make-page.ts'
import type { Span } from '../text/view.ts'

const dash = /^[\u2012-\u2015]$/u

/** The words of the title zone, joined by spaces; null without one. */
export function titleAsWritten(page: MappedPage): string | null {
  const lines = page.blocks
    .filter(({ zone }) => zone === 'title')
    .map((block) => withDashes(page, block).trim())
  return lines.join(' ').trim() || null
}

function withDashes({ text, key, parsed, toSource }: MappedPage, block: Span): string {
  const start = block.start + titleLabelLength(key.slice(block.start, block.end))
  return text.slice(start, block.end).replace(/-/gu, (sign, at: number) => {
    const place = toSource({ start: start + at, end: start + at + 1 })
    const written = parsed.text.slice(place.start, place.end)
    return dash.test(written) ? written : sign
  })
}
