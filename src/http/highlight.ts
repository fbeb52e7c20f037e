// A piece of a document with the words that were searched for in <mark>.
//   { text: 'tỉnh Điện Biên', marks: [{ start: 5, end: 14 }] } → tỉnh <mark>Điện Biên</mark>
import { html } from 'hono/html'
import type { Html } from './layout.ts'
import type { SearchResult } from './search-query.ts'

type Highlight = SearchResult['hits'][number]['highlights'][number]

/** The piece as HTML. Marks are put in order; what overlaps or lies outside the text is cut. */
export function highlighted({ text, marks }: Highlight): Html {
  const parts: Array<string | Html> = []
  let at = 0
  for (const { start, end } of [...marks].sort((a, b) => a.start - b.start)) {
    const from = Math.max(at, start)
    const to = Math.min(end, text.length)
    if (from >= to) continue
    parts.push(text.slice(at, from), html`<mark>${text.slice(from, to)}</mark>`)
    at = to
  }
  parts.push(text.slice(at))
  return html`${parts}`
}
