// The page that asks before a document is forgotten, and the one in the place of a document that was.
import { html } from 'hono/html'
import type { App, DocumentDetails } from '../../app/app.ts'
import { formatInstant } from '../format.ts'
import type { Html, PageContext } from '../layout.ts'

/** Members named before they go with their archive. */
const mostMembers = 50

/** Title and content of "/d/{id}/forget". */
export function forgetPage(
  { t }: PageContext,
  { row, members }: DocumentDetails,
): { title: string; main: Html } {
  const w = t.work
  const list = members.slice(0, mostMembers).map(({ name }) => html`<li dir="auto">${name}</li>`)
  const more = members.length - mostMembers
  const main = html`<section class="message"><h1>${w.forgetTitle}</h1><p><strong dir="auto">${row.name}</strong></p><p>${w.forgetNote}</p>
${members.length > 0 ? html`<p>${w.forgetMembers}</p><ul>${list}${more > 0 ? html`<li>${t.document.moreMembers(String(more))}</li>` : ''}</ul>` : ''}
<form method="post" action="/d/${row.id}/forget"><button>${w.forgetYes}</button> <a href="/d/${row.id}">${w.forgetNo}</a></form></section>`
  return { title: w.forgetTitle, main }
}

/** Title and content for documents that were just forgotten. */
export function forgottenPage(
  { t }: PageContext,
  documents: Awaited<ReturnType<App['forget']>>['documents'],
): { title: string; main: Html } {
  const w = t.work
  const main = html`<section class="message"><h1>${w.forgetDone}</h1><ul>${documents.map(({ name }) => html`<li dir="auto">${name}</li>`)}</ul><p><a href="/status">${w.back}</a></p></section>`
  return { title: w.forgetDone, main }
}

/** Title and content in the place of a document that was forgotten. */
export function gonePage(
  { t, language }: PageContext,
  { name, at }: { name: string; at: string },
): { title: string; main: Html } {
  const w = t.work
  const main = html`<section class="message"><h1>${w.forgottenTitle}</h1><p><strong dir="auto">${name}</strong>, ${w.forgottenAt(formatInstant(at, language))}.</p><p><a href="/">${t.errors.back}</a></p></section>`
  return { title: w.forgottenTitle, main }
}
