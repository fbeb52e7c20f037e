// The page "/fetches?url=…": every time an address was asked, with what came: the evidence of where a document came from.
import { html } from 'hono/html'
import type { FetchEvidence } from '../../model/crawl.ts'
import { formatBytes, formatInstant } from '../format.ts'
import type { Html, PageContent, PageContext } from '../layout.ts'
import { webLink } from './web-address.ts'

/** Title and content of "/fetches". `documents`: those of the hashes that are documents of the archive. */
export function fetchesPage(
  page: PageContext,
  url: string,
  fetches: readonly FetchEvidence[],
  documents: ReadonlySet<string>,
): PageContent {
  const s = page.t.sources
  const main = html`<h1>${s.fetches}</h1><p>${webLink(url)}</p>
${fetches.length === 0 ? html`<p>${s.noFetches}</p>` : html`<p>${s.fetchesOf}</p><ol class="fetches">${fetches.map((one) => fetchOf(page, one, documents))}</ol>`}
<p><a href="/sources">${s.back}</a></p>`
  return { title: s.fetches, main }
}

function fetchOf(page: PageContext, one: FetchEvidence, documents: ReadonlySet<string>): Html {
  const { t, language } = page
  const s = t.sources
  // "refused forbidden-address": what came of it, and why.
  const [kind = '', ...why] = one.outcome.split(' ')
  const words: Record<string, string> = s.outcomes
  const headers = Object.entries(one.headers)
  const rows: Array<[label: string, value: string | Html | null]> = [
    ['UTC', html`<code>${one.at}</code>`],
    [s.status, one.status === null ? s.noAnswer : html`<code>${one.status}</code>`],
    [s.chain, one.redirects.length > 0 ? chain(one) : null],
    [s.finalUrl, one.url === one.asked ? null : webLink(one.url)],
    ['SHA-256', one.sha256 && hash(one.sha256, documents)],
    [s.size, one.size === null ? null : formatBytes(one.size, language)],
    [s.flags, one.flags.length > 0 ? html`<code>${one.flags.join(', ')}</code>` : null],
  ]
  return html`<li><h2>${formatInstant(one.at, language)} <span class="state">${Object.hasOwn(words, kind) ? words[kind] : kind}</span>${why.length > 0 ? html` <code>${why.join(' ')}</code>` : ''}</h2>
<dl class="meta">${rows.filter(([, value]) => value).map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>
${headers.length > 0 ? html`<details><summary>${s.headers}</summary><dl class="meta headers">${headers.map(([name, value]) => html`<dt dir="auto">${name}</dt><dd dir="auto">${value}</dd>`)}</dl></details>` : ''}</li>`
}

const chain = ({ redirects }: FetchEvidence): Html =>
  html`<ol class="chain">${redirects.map(({ url, status }) => html`<li><code>${status}</code> ${webLink(url)}</li>`)}</ol>`

const hash = (sha256: string, documents: ReadonlySet<string>): Html =>
  documents.has(sha256)
    ? html`<a href="/d/${sha256}"><code class="hash">${sha256}</code></a>`
    : html`<code class="hash">${sha256}</code>`
