// The pages on which a source is added: its address, then what the site offers with all that can be chosen; and the page to edit one.
import { html } from 'hono/html'
import type { App, SiteOffer } from '../../app/app.ts'
import type { CrawlSource } from '../../model/crawl.ts'
import { formatInstant, formatNumber } from '../format.ts'
import type { Html, PageContent, PageContext } from '../layout.ts'
import { formOfSource, type SourceForm } from '../source-form.ts'
import { shorten } from './shorten.ts'
import { addressField, limitFields, mainFields, technicalFields } from './source-form.ts'
import { webLink } from './web-address.ts'

const mostShown = 20
const longestName = 120

/** Title and content of "/sources/add". `problem`: why it was not taken, '' at first. */
export function addPage(page: PageContext, form: SourceForm, problem: string): PageContent {
  const s = page.t.sources
  const main = html`<h1>${s.add}</h1><p>${s.addIntro}</p>${problemBox(problem)}
<form class="source" method="post" action="/sources/probe">${addressField(page, form)}${technicalFields(page, form)}
<p class="hint">${s.probeNote}</p><p><button>${s.probe}</button> <a href="/sources">${s.back}</a></p></form>`
  return { title: s.add, main }
}

/** Title and content for a site that was looked at: what it offers, and the form that saves it. */
export function offerPage(
  page: PageContext,
  app: App,
  form: SourceForm,
  offer: SiteOffer,
  problem: string,
): PageContent {
  const s = page.t.sources
  // The site's own title is what the source is called where no name is chosen.
  const filled = { ...form, name: form.name || shorten(offer.title, longestName) }
  const main = html`<h1>${s.probeTitle}</h1>${problemBox(problem)}
${offerOf(page, offer)}
<form class="source" method="post" action="/sources"><input type="hidden" name="offer" value="${JSON.stringify(offer)}">
${addressField(page, form)}${mainFields(page, app, filled, true)}${limitFields(page, form)}${technicalFields(page, form)}
<p><button>${s.save}</button> <button class="second" formaction="/sources/probe">${s.probeAgain}</button> <a href="/sources">${s.back}</a></p></form>`
  return { title: s.probeTitle, main }
}

/** Title and content of "/sources/{id}/edit". `form`: what was typed in and could not be taken; null at first. */
export function editPage(
  page: PageContext,
  app: App,
  source: CrawlSource,
  form: SourceForm | null,
  problem: string,
): PageContent {
  const s = page.t.sources
  const values = form ?? formOfSource(source)
  const main = html`<h1>${s.editTitle}</h1><p>${webLink(source.url)}</p>${problemBox(problem)}
<form class="source" method="post" action="/sources/${source.id}">${mainFields(page, app, values, false)}${limitFields(page, values)}${technicalFields(page, values)}
<p><button>${s.saveChanges}</button> <a href="/sources/${source.id}">${s.backToSource}</a></p></form>`
  return { title: s.editTitle, main }
}

const problemBox = (problem: string): Html | '' =>
  problem ? html`<p class="notice bad lines" role="alert">${problem}</p>` : ''

function offerOf({ t, language }: PageContext, offer: SiteOffer): Html {
  const s = t.sources
  const number = (n: number) => formatNumber(n, language)
  const newest = (iso: string | null) => (iso ? ` · ${s.newest(formatInstant(iso, language))}` : '')
  const list = <T>(label: string, all: readonly T[], row: (one: T) => Html) =>
    html`<dt>${label}</dt><dd>${all.length === 0 ? s.nothingOffered : html`<ul class="plain">${all.slice(0, mostShown).map((one) => html`<li>${row(one)}</li>`)}${all.length > mostShown ? html`<li>… +${number(all.length - mostShown)}</li>` : ''}</ul>`}</dd>`
  return html`<section aria-labelledby="offer-title"><h2 id="offer-title" dir="auto">${offer.title || offer.url}</h2>
${offer.warnings.length > 0 ? html`<section class="notice" aria-labelledby="warnings-title"><h3 id="warnings-title">${s.warnings}</h3><ul>${offer.warnings.map((one) => html`<li dir="auto">${one}</li>`)}</ul></section>` : ''}
<dl class="meta offer"><dt>${s.address}</dt><dd>${webLink(offer.url)}</dd>
<dt>${s.portal}</dt><dd>${offer.portal.kind === 'unknown' ? s.noPortal : offer.portal.kind}</dd>
<dt>${s.articleCount}</dt><dd><strong>${number(offer.articleCount)}</strong></dd>
${list(s.feeds, offer.feeds, (feed) => html`${webLink(feed.url, feed.title)} <span class="hint">${s.entries(number(feed.entries))}${newest(feed.newest)}</span>`)}
${list(s.sitemaps, offer.sitemaps, (map) => html`${webLink(map.url)} <span class="hint">${s.articlesOf(number(map.articles), number(map.pages))}${newest(map.newest)}</span>`)}
${list(s.lists, offer.lists, (one) => html`${webLink(one.url, one.title)} <span class="hint">${s.articles(number(one.articles))}${one.hasMorePages ? `, ${s.morePages}` : ''}</span>`)}
${list(s.samples, offer.samples, (one) => html`${webLink(one.url, one.title)}${one.publishedAt ? html` <span class="hint">${formatInstant(one.publishedAt, language)}</span>` : ''}`)}
<dt>${s.requests}</dt><dd>${number(offer.requests)}</dd></dl></section>`
}
