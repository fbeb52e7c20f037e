// The page "/status/documents": documents in one state, a page of them.
import { html } from 'hono/html'
import type { DocumentPage } from '../../app/app.ts'
import { type DocumentState, documentStates } from '../../model.ts'
import type { Html, PageContext } from '../layout.ts'
import { documentTable } from './document-table.ts'

/** The content of "/status/documents". `query`: what was asked for. */
export function listPage(
  page: PageContext,
  { documents, next }: DocumentPage,
  query: { state: DocumentState; code?: string | undefined; cursor?: string | undefined },
): Html {
  const { t } = page
  const w = t.work
  const href = (state: DocumentState, more: Record<string, string> = {}) =>
    `/status/documents?${new URLSearchParams({ state, ...more })}`
  const code = query.code ? { code: query.code } : {}
  const tab = (state: DocumentState) =>
    html`<li><a href="${href(state)}" ${state === query.state ? html`aria-current="page"` : ''}>${t.states[state]}</a></li>`
  return html`<h1 id="list-title">${w.listTitle}</h1>
<nav aria-label="${w.states}"><ul class="jumps">${documentStates.map(tab)}</ul></nav>
${documents.length === 0 ? html`<p>${w.noDocuments}</p>` : documentTable(page, documents, 'list-title')}
${query.cursor || next ? html`<p class="pager">${query.cursor ? html`<a href="${href(query.state, code)}">${w.first}</a> ` : ''}${next ? html`<a rel="next" href="${href(query.state, { ...code, cursor: next })}">${w.next}</a>` : ''}</p>` : ''}
<p><a href="/status">${w.back}</a></p>`
}
