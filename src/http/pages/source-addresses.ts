// The page "/sources/{id}/pages": the addresses of a source by state, with what their latest visit came to.
import { html } from 'hono/html'
import { type CrawlPage, type CrawlSource, type PageState, pageStates } from '../../model/crawl.ts'
import { formatInstant, formatNumber } from '../format.ts'
import type { Html, PageContent, PageContext } from '../layout.ts'
import { fetchesHref, webLink } from './web-address.ts'

/** Why an address is not had: in the reader's language where the code is known, with the whole story to be opened. */
export function reasonOf(
  { t }: PageContext,
  { code, message }: { code: string; message: string },
): Html {
  const known: Record<string, string> = t.sources.codes
  const own = Object.hasOwn(known, code) ? known[code] : ''
  if (!own) return html`<code>${code}</code> ${message}`
  return html`${own}<details class="more"><summary><code>${code}</code></summary>${message}</details>`
}

/** Title and content of "/sources/{id}/pages". `query`: what was asked for. */
export function addressesPage(
  page: PageContext,
  source: CrawlSource,
  { pages, next }: { pages: CrawlPage[]; next: string | null },
  query: { state?: PageState | undefined; cursor?: string | undefined },
): PageContent {
  const s = page.t.sources
  const state = query.state ? { state: query.state } : {}
  const href = (more: Record<string, string>) =>
    `/sources/${source.id}/pages?${new URLSearchParams(more)}`
  const tab = (label: string, value?: PageState) =>
    html`<li><a href="${href(value ? { state: value } : {})}" ${value === query.state ? html`aria-current="page"` : ''}>${label}</a></li>`
  const heads = [s.address, s.kind, s.state, s.last, s.why, s.document, s.history]
  const main = html`<h1 id="pages-title">${s.pages}: <span dir="auto">${source.name}</span></h1>
<nav aria-label="${s.pageStates}"><ul class="jumps">${tab(s.allPages)}${pageStates.map((one) => tab(s.states[one], one))}</ul></nav>
${pages.length === 0 ? html`<p>${s.noPages}</p>` : html`<div class="scroll" tabindex="0" role="group" aria-labelledby="pages-title"><table class="sources"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${pages.map((one) => rowOf(page, one))}</tbody></table></div>`}
<p class="pager">${query.cursor ? html`<a href="${href(state)}">${page.t.work.first}</a> ` : ''}${next ? html`<a rel="next" href="${href({ ...state, cursor: next })}">${page.t.work.next}</a>` : ''}</p>
<p><a href="/sources/${source.id}">${s.backToSource}</a></p>`
  return { title: `${s.pages}: ${source.name}`, main }
}

function rowOf(page: PageContext, one: CrawlPage): Html {
  const { t, language } = page
  const s = t.sources
  const { url, title, kind, state, result, fetchedAt, status, misses, error, sha256 } = one
  const document =
    sha256 !== null && (kind === 'page' || kind === 'attachment') && state !== 'refused'
  return html`<tr><th scope="row">${webLink(url, title)}${title ? html`<br><span class="advice web-address" dir="auto">${url}</span>` : ''}</th>
<td data-label="${s.kind}">${s.kinds[kind]}</td><td data-label="${s.state}">${s.states[state]}${result && result !== state ? html`<br><span class="advice">${s.results[result]}</span>` : ''}</td>
<td class="since" data-label="${s.last}">${fetchedAt ? formatInstant(fetchedAt, language) : ''}${status === null ? '' : html` <code>${status}</code>`}</td>
<td class="reason" data-label="${s.why}">${error ? reasonOf(page, error) : ''}${misses > 0 ? html` <span class="advice">${s.misses(formatNumber(misses, language))}</span>` : ''}</td>
<td class="link">${document ? html`<a href="/d/${sha256}">${s.toDocument}</a>` : ''}</td><td class="link">${fetchedAt ? html`<a href="${fetchesHref(url)}">${s.toHistory}</a>` : ''}</td></tr>`
}
