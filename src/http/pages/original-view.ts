// The original beside the text: pages of a PDF or a scan as pictures, anything else as what its parser read, block by block. Nothing
// of its own markup comes through: the blocks are plain text in our elements.
import { html } from 'hono/html'
import type { DocumentDetails } from '../../app/app.ts'
import { isDrawable } from '../../app/page-picture.ts'
import type { ParsedBlock, ParsedDocument } from '../../model.ts'
import type { Html, PageContext } from '../layout.ts'

/** Pages that are shown; the original itself has the others. */
const mostPages = 500
/** UTF-16 units of text that are shown; beyond that there is the original. */
const mostText = 400_000

/** Anchor of a page of the original: "p-3". */
export const pageAnchor = (page: number): string => `p-${page}`

/** How many pages of a document can be shown as pictures; 0 where it has none. */
export function picturedPages({ row, record }: DocumentDetails): number {
  return isDrawable(row.mediaType) ? Math.min(record?.source.pages ?? 1, mostPages) : 0
}

/** The section "#original" of a document's page; `parsed` is not looked at where there are pages. */
export function originalView(
  page: PageContext,
  details: DocumentDetails,
  parsed: ParsedDocument | null,
): Html {
  const { t } = page
  const d = t.original
  const { id } = details.row
  const pages = picturedPages(details)
  const all = details.record?.source.pages ?? 0
  const withText = new Set(details.record?.blocks.map((block) => block.page))
  const figure = (_: unknown, i: number) => pageFigure(page, id, i + 1, withText.has(i + 1))
  const content =
    pages > 0
      ? html`${Array.from({ length: pages }, figure)}${all > pages ? html`<p>${d.morePages(String(all - pages))}</p>` : ''}`
      : parsed
        ? html`<p class="hint">${d.asText}</p><div class="as-text" lang="${details.record?.language ?? ''}">${blocksOf(parsed)}</div>${parsed.text.length > mostText ? html`<p>${d.moreText}</p>` : ''}`
        : html`<p>${d.none}</p>`
  return html`<section class="original" id="original" aria-labelledby="original-title" tabindex="-1"><h2 id="original-title" class="quiet">${d.title}</h2>
${content}
<p><a href="/d/${id}/original">${t.document.original}</a></p></section>`
}

function pageFigure({ t }: PageContext, id: string, page: number, hasText: boolean): Html {
  const label = t.document.page(String(page))
  return html`<figure class="page-picture" id="${pageAnchor(page)}"><figcaption>${hasText ? html`<a href="#t-${page}">${label}</a>` : label}</figcaption><a href="/d/${id}/pages/${page}.png" aria-label="${t.original.enlarge(label)}"><img src="/d/${id}/pages/${page}.png" alt="${label}" loading="lazy" decoding="async"></a></figure>`
}

/** The blocks in order; neighbouring list items and rows of a table are put together. */
function blocksOf({ text, blocks }: ParsedDocument): Html[] {
  const parts: Html[] = []
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]
    if (!block || block.end > mostText) break
    const group = [block]
    if (block.kind === 'list-item' || block.kind === 'table-row')
      for (let next = blocks[i + 1]; next?.kind === block.kind; next = blocks[i + 1]) {
        group.push(next)
        i++
      }
    parts.push(partOf(text, block, group))
  }
  return parts
}

function partOf(text: string, block: ParsedBlock, group: readonly ParsedBlock[]): Html {
  const words = ({ start, end }: ParsedBlock) => text.slice(start, end)
  if (block.kind === 'table-row') {
    const row = (one: ParsedBlock) =>
      html`<tr>${words(one)
        .split('\t')
        .map((cell) => html`<td dir="auto">${cell}</td>`)}</tr>`
    return html`<div class="scroll"><table><tbody>${group.map(row)}</tbody></table></div>`
  }
  if (block.kind === 'list-item')
    return html`<ul>${group.map((one) => html`<li dir="auto">${words(one)}</li>`)}</ul>`
  if (block.kind === 'heading') return html`<h3 dir="auto">${words(block)}</h3>`
  const isAside = block.kind !== 'paragraph'
  return html`<p${isAside ? html` class="aside"` : ''} dir="auto">${words(block)}</p>`
}
