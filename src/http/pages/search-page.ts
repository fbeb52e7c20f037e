// The page "/": search form, results with facets, upload form; what to do where there is nothing to show.
import { html } from 'hono/html'
import type { App, Status } from '../../app/app.ts'
import { exportLinks } from '../facts/parts.ts'
import { formatIsoDate, formatNumber } from '../format.ts'
import { highlighted } from '../highlight.ts'
import type { Html, PageContext } from '../layout.ts'
import { saveForm } from '../saved/saved-page.ts'
import {
  defaultLimit,
  type QueryProblem,
  type SearchQuery,
  type SearchResult,
  searchHref,
} from '../search-query.ts'
import { noSwaps, swapsOf } from '../swaps.ts'
import { problemText } from '../texts.ts'
import { copiesOfHit, copiesSwitch } from './copy-list.ts'
import { activeFilters, facetLists } from './facets.ts'
import { type FormValues, searchForm, uploadForm } from './search-form.ts'

export type SearchPageData = {
  values: FormValues
  problems: readonly QueryProblem[]
  /** Null where the query could not be read. */
  found: { query: SearchQuery; result: SearchResult } | null
  status: Status
  maxUploadBytes: number
}

/** Names that a hit shows of its people, or of its provinces. */
const mostNames = 5

/** The content of "/". */
export function searchPage(page: PageContext, app: App, data: SearchPageData): Html {
  const { t, language } = page
  const { status, found } = data
  const kept = Object.values(status.counts).reduce((sum, n) => sum + n, 0)
  const toUpload = page.visitor.may('upload')
    ? html`<a class="to-upload" href="#upload">${t.upload.title}</a>`
    : ''
  return html`<div class="title-line"><h1 class="search-title">${t.search.title}</h1>${toUpload}</div>
<div id="search"${swapsOf('search')}>
${searchForm(page, app, data.values, data.problems)}
${data.problems.length > 0 ? problemList(page, data.problems) : ''}
${status.waiting > 0 ? html`<p class="notice" role="status">${t.search.reading(formatNumber(status.waiting, language))}</p>` : ''}
${found ? (kept === 0 && found.result.total === 0 ? emptyArchive(page, app) : results(page, app, found)) : ''}
${found ? saveForm(page, found.query) : ''}
</div>
${uploadForm(page, data.maxUploadBytes)}`
}

function problemList({ t }: PageContext, problems: readonly QueryProblem[]): Html {
  const row = ({ field, message }: QueryProblem) =>
    html`<li>${nameOf(field, t)}: ${problemText(field, message, t)}</li>`
  return html`<div class="notice bad" role="alert"><h2>${t.search.problems}</h2><ul>${problems.map(row)}</ul></div>`
}

/** How the form calls a field; fields it does not have are called as in the address. */
function nameOf(field: string, { search, facets }: PageContext['t']): string | Html {
  if (Object.hasOwn(facets.fields, field)) return facets.fields[field as keyof typeof facets.fields]
  return field === 'q' ? search.words : html`<code>${field}</code>`
}

function emptyArchive({ t }: PageContext, app: App): Html {
  const s = t.search
  return html`<section class="empty"><h2>${s.emptyTitle}</h2>
<p>${s.emptyInbox} <code>${app.config.inbox.join(', ')}</code> ${s.emptyUpload}</p><p>${s.emptyAfter}</p></section>`
}

function results(
  page: PageContext,
  app: App,
  { query, result }: { query: SearchQuery; result: SearchResult },
): Html {
  const { t, language } = page
  const s = t.search
  const chips = html`${notesOf(page, query, result)}${activeFilters(page, app, query)}`
  if (result.total === 0)
    return html`${chips}<section class="empty"><h2>${s.noHitsTitle}</h2><ul>${s.noHitsAdvice.map((advice) => html`<li>${advice}</li>`)}</ul></section>`
  const first = query.cursor ? html`<a href="${searchHref(query, {})}">${s.first}</a>` : ''
  const next = result.next
    ? html`<a rel="next" href="${searchHref(query, { cursor: result.next })}">${s.next}</a>`
    : ''
  const facets = facetLists(page, app, query, result.facets)
  return html`${chips}<div class="found">
<section class="results" aria-labelledby="results-title">
<h2 id="results-title" tabindex="-1">${s.results} <span class="total">${s.total(formatNumber(result.total, language))}</span> ${facets ? html`<a class="to-facets" href="#facets-title">${s.facets}</a>` : ''}</h2>
${copiesSwitch(page, query, result)}<ol class="hits"${noSwaps}>${result.hits.map((hit) => hitItem(page, hit))}</ol>
${exportsOf(page, query)}${first || next ? html`<nav class="pager" aria-label="${s.results}">${first} ${next}</nav>` : ''}
</section>
${facets}
</div>`
}

/** What a search tells besides its hits: that the query was cut, and what may have been meant. */
function notesOf(
  { t }: PageContext,
  query: SearchQuery,
  { cutTo, suggestion }: SearchResult,
): Html | '' {
  const cut =
    cutTo === null
      ? ''
      : html`<p class="notice" role="status">${t.facets.cut} <q dir="auto">${cutTo}</q></p>`
  const meant =
    suggestion === null
      ? ''
      : html`<p class="suggestion">${t.facets.didYouMean} <a href="${searchHref(query, { q: suggestion })}" dir="auto">${suggestion}</a></p>`
  return html`${cut}${meant}`
}

/** Links to the same as files, with every document that matches; for those who may. */
function exportsOf(page: PageContext, query: SearchQuery): Html | '' {
  if (!page.visitor.may('export')) return ''
  const [, search = ''] = searchHref({ ...query, limit: defaultLimit }, { copies: null }).split('?')
  return html`<div${noSwaps}>${exportLinks(page, 'documents', new URLSearchParams(search))}</div>`
}

/** The first few of many names, and how many more there are. */
function firstOf({ t, language }: PageContext, names: readonly string[], between: string): string {
  const more = names.length - mostNames
  if (more <= 1) return names.join(between)
  return `${names.slice(0, mostNames).join(between)} ${t.facts.andMore(formatNumber(more, language))}`
}

function hitItem(page: PageContext, hit: SearchResult['hits'][number]): Html {
  const { t, language } = page
  const date = hit.publishedAt ?? hit.issuedOn
  const facts = [
    html`<span class="type">${t.documentTypes[hit.documentType]}</span>`,
    hit.number ? html`<span class="number">${hit.number}</span>` : '',
    date ? html`<time datetime="${date}">${formatIsoDate(date.slice(0, 10), language)}</time>` : '',
    hit.provinces.length > 0
      ? html`<span>${firstOf(
          page,
          hit.provinces.map((p) => p.name),
          ' · ',
        )}</span>`
      : '',
  ].filter((fact) => fact !== '')
  return html`<li class="hit">
<h3><a class="hit-title" href="/d/${hit.id}" dir="auto">${hit.title || hit.name || t.search.untitled}</a></h3>
<p class="facts">${facts}</p>
${hit.officials.length > 0 ? html`<p class="people">${firstOf(page, hit.officials, ', ')}</p>` : ''}
${hit.highlights.map((piece) => html`<p class="excerpt" dir="auto">… ${highlighted(piece)} …</p>`)}
${copiesOfHit(page, hit)}</li>`
}
