// The page "/numbers/29-NQ%2FTW": a document by its number, whether the archive has it or not.
import { html } from 'hono/html'
import type { NumberDetails } from '../../app/facts/facts.ts'
import type { FactPage, NumberedDocument } from '../../ports/facts.ts'
import { formatIsoDate, formatNumber } from '../format.ts'
import type { Html, PageContent, PageContext } from '../layout.ts'
import { citationTable } from './tables.ts'

/** Title and content of the page of a number. */
export function numberPage(page: PageContext, details: NumberDetails): PageContent {
  const { t, language } = page
  const n = t.facts.numbers
  const { number, documents, cites, citedBy, changedBy } = details
  const title = n.title(number)
  const document = ({ id, title, issuer, day, documentType, copies }: NumberedDocument) =>
    html`<li><a href="/d/${id}" dir="auto">${title ?? t.facts.untitled}</a> <span class="hint">${t.documentTypes[documentType]}${issuer ? html` · <span dir="auto">${issuer}</span>` : ''} · ${day ? formatIsoDate(day, language) : t.facts.noDay}${copies > 0 ? html` · ${t.facts.andCopies(formatNumber(copies, language))}` : ''}</span></li>`
  const more = ({ next }: FactPage<'citations'>, query: Record<string, string>) =>
    next
      ? html`<p><a href="/api/export/citations.xlsx?${new URLSearchParams(query)}" download>${t.facts.all} (XLSX)</a></p>`
      : ''
  const section = (id: string, heading: string, found: Html) =>
    html`<section><h2 id="${id}">${heading}</h2>${found}</section>`
  const citing = (id: string, found: FactPage<'citations'>) =>
    found.facts.length === 0
      ? html`<p>${n.nobody}</p>`
      : html`${citationTable(page, id, found.facts, 'citing')}${more(found, { number })}`
  const main = html`<h1 dir="auto">${title}</h1>
${
  documents.length === 0
    ? html`<p class="notice">${n.notInArchive}</p>`
    : section(
        'in-archive',
        n.inArchive,
        html`${documents.length > 1 ? html`<p class="notice">${n.several}</p>` : ''}<ul>${documents.map(document)}</ul>`,
      )
}
${changedBy.facts.length > 0 ? section('changed-by', n.changedBy, citationTable(page, 'changed-by', changedBy.facts, 'citing')) : ''}
${section('cited-by', n.citedBy, citing('cited-by', citedBy))}
${documents.length > 0 ? section('cites', n.cites, cites.facts.length === 0 ? html`<p>${n.nobody}</p>` : html`${citationTable(page, 'cites', cites.facts, 'cited')}${more(cites, { document: documents[0]?.id ?? '' })}`) : ''}`
  return { title, main }
}
