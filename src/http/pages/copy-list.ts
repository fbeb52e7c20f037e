// Copies and versions of a document: under a hit of a search, and in the table of its page.
import { html } from 'hono/html'
import type { DocumentDetails } from '../../app/app.ts'
import { formatInstant, formatNumber } from '../format.ts'
import type { Html, PageContext } from '../layout.ts'
import { type SearchQuery, type SearchResult, searchHref } from '../search-query.ts'

type Copies = DocumentDetails['copies']

/** "3 bản sao", to be unfolded; empty where a hit has none. */
export function copiesOfHit(
  page: PageContext,
  { copies, copyCounts }: SearchResult['hits'][number],
): Html | '' {
  if (copyCounts.all === 0) return ''
  const { t, language } = page
  const kinds = new Set(copies.map(({ relation }) => relation === 'copy'))
  const called =
    kinds.size > 1 ? t.copies.both : kinds.has(true) ? t.copies.others : t.copies.versions
  return html`<details class="copies"><summary>${called(formatNumber(copyCounts.all, language))}</summary>${list(page, copies, copyCounts.all, 'relation')}</details>`
}

/** The link that shows every copy by itself, or none of them; empty where that makes no difference. */
export function copiesSwitch(
  { t }: PageContext,
  query: SearchQuery,
  result: SearchResult,
): Html | '' {
  if (query.copies === 'all')
    return html`<p class="switch"><a href="${searchHref(query, { copies: null })}">${t.copies.showOne}</a></p>`
  if (result.hits.every(({ copyCounts }) => copyCounts.matching === 0)) return ''
  return html`<p class="switch"><a href="${searchHref(query, { copies: 'all' })}">${t.copies.showAll}</a></p>`
}

/** The copies of a document; its versions stand in a list of their own. Null where there is none. */
export function copyList(page: PageContext, { copies, copyCount }: DocumentDetails): Html | null {
  const others = copies.filter(({ relation }) => relation === 'copy')
  return others.length === 0
    ? null
    : list(page, others, copyCount - copies.length + others.length, 'received')
}

function list(
  { t, language }: PageContext,
  copies: Copies,
  count: number,
  note: 'relation' | 'received',
): Html {
  const row = ({ id, name, relation, receivedAt }: Copies[number]) => {
    const received = t.copies.received(formatInstant(receivedAt, language))
    const what = note === 'relation' ? `${t.copies.relations[relation]}, ${received}` : received
    return html`<li><a href="/d/${id}" dir="auto">${name}</a> <span class="quiet">${what}</span></li>`
  }
  const more = count - copies.length
  return html`<ul class="copies">${copies.map(row)}${more > 0 ? html`<li>${t.copies.more(formatNumber(more, language))}</li>` : ''}</ul>`
}
