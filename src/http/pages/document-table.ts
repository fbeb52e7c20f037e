// Documents in a table: stage, attempts, since when, what went wrong with advice, and what can be done.
import { html } from 'hono/html'
import type { DocumentLine } from '../../app/stage.ts'
import { formatInstant, formatNumber } from '../format.ts'
import type { Html, PageContext } from '../layout.ts'
import { reasonText } from './reason.ts'

/** A table of documents; `label` is the id of the heading it stands below. */
export function documentTable(
  page: PageContext,
  documents: readonly DocumentLine[],
  label: string,
): Html {
  const { t, language } = page
  const w = t.work
  const row = (line: DocumentLine) =>
    html`<tr><th scope="row"><a href="/d/${line.id}" dir="auto">${line.name}</a></th>
<td class="stage" data-label="${w.stage}">${w.stages[line.stage]}${line.holder ? html`<br><span class="advice">${line.holder}</span>` : ''}</td><td class="number" data-label="${w.attempts}">${formatNumber(line.attempts, language)}</td><td class="since" data-label="${w.since}">${formatInstant(line.stateSince, language)}</td>
<td class="reason">${line.error ? reasonText(page, line.error) : ''}</td>
<td>${actionButton(page, line)}</td></tr>`
  return html`<div class="scroll" tabindex="0" role="group" aria-labelledby="${label}"><table class="failures"><thead><tr><th scope="col">${t.status.file}</th><th scope="col">${w.stage}</th><th scope="col">${w.attempts}</th><th scope="col">${w.since}</th><th scope="col">${w.doing}</th><th scope="col">${w.actions}</th></tr></thead><tbody>${documents.map(row)}</tbody></table></div>`
}

/** The button that tries a document again, or reads it again where it was read; none where that would change nothing. */
export function actionButton(
  { t, visitor }: PageContext,
  { id, state, holder, error }: Pick<DocumentLine, 'id' | 'state' | 'holder' | 'error'>,
): Html | '' {
  if (state === 'pending' && (holder !== null || error === null)) return ''
  const isRead = state === 'extracted' || state === 'partial'
  const action = isRead ? 'reprocess' : 'retry'
  const label = t.work[action]
  if (!visitor.may(action)) return ''
  return html`<form method="post" action="/d/${id}/${action}"><button class="small">${label}</button></form>`
}
