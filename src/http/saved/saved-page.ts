// The page "/saved", and the form below the hits of a search that leads to it.
import { html } from 'hono/html'
import type { App } from '../../app/app.ts'
import type { SavedDetails } from '../../app/saved/saved.ts'
import type { Delivery, SavedQuery } from '../../model/saved.ts'
import { formatInstant, formatNumber } from '../format.ts'
import type { Html, PageContext } from '../layout.ts'
import { labelOf } from '../pages/facets.ts'
import { type SearchQuery, severalFields } from '../search-query.ts'
import { noSwaps } from '../swaps.ts'
import { pageOfQuery, savedQueryOf, writeSavedQuery } from './saved-query.ts'

export type SavedPageData = {
  saved: readonly SavedDetails[]
  /** Secret of the webhook that was just made: shown this once. */
  secret?: string | null
  said?: string
  problem?: string
}

export function savedPage(
  page: PageContext,
  app: App,
  { saved, secret, said, problem }: SavedPageData,
): { title: string; main: Html } {
  const s = page.t.saved
  const main = html`<h1 id="saved-title">${s.title}</h1>
${problem ? html`<p class="problem" role="alert">${problem}</p>` : ''}
${secret ? html`<div class="notice" role="status"><p>${s.made}</p><p><code class="secret">${secret}</code></p></div>` : said ? html`<p class="notice" role="status">${said}</p>` : ''}
<p>${s.note}</p>
${saved.length === 0 ? html`<p>${s.none} <a href="/">${page.t.nav.search}</a></p>` : table(page, app, saved)}`
  return { title: s.title, main }
}

/** A kept search in words: what is searched for, and the filters by their names. */
function wordsOf(page: PageContext, app: App, query: SavedQuery): string {
  const filters = severalFields.flatMap((field) =>
    [query[field] ?? []].flat().map((value) => labelOf(page, app, field, value)),
  )
  return [...(query.q ? [query.q] : []), ...filters].join(' · ')
}

function table(page: PageContext, app: App, saved: readonly SavedDetails[]): Html {
  const { t, language } = page
  const s = t.saved
  const row = ({ id, name, query, who, createdAt, webhookUrl, deliveries }: SavedDetails) => {
    const words = wordsOf(page, app, query)
    return html`<tr><th scope="row" dir="auto">${name}</th><td data-label="${s.query}"><a href="${pageOfQuery(query)}" dir="auto">${words || s.everything}</a></td>
<td data-label="${s.feed}"><a href="/saved/${id}/feed" type="application/atom+xml" aria-label="${s.feed}: ${name}">Atom</a></td>
<td data-label="${s.told}">${webhookUrl === null ? s.noWebhook : html`<span class="web-address">${webhookUrl}</span> ${stateOf(page, deliveries[0])}`}</td>
<td data-label="${s.kept}"><span dir="auto">${who}</span> <time datetime="${createdAt}">${formatInstant(createdAt, language)}</time></td>
<td><form method="post" action="/saved/${id}/remove"><button class="small" aria-label="${s.remove}: ${name}">${s.remove}</button></form></td></tr>`
  }
  return html`<div class="scroll" tabindex="0" role="region" aria-labelledby="saved-title"><table class="failures accounts"><thead><tr><th scope="col">${s.name}</th><th scope="col">${s.query}</th><th scope="col">${s.feed}</th><th scope="col">${s.told}</th><th scope="col">${s.kept}</th><th scope="col">${t.work.actions}</th></tr></thead><tbody>${saved.map(row)}</tbody></table></div>`
}

/** What became of the latest message. */
function stateOf({ t, language }: PageContext, latest: Delivery | undefined): Html {
  const s = t.saved
  if (!latest) return html`<br>${s.nothingYet}`
  const { state, tries, lastTryAt, nextTryAt, reason } = latest
  const next = tries > 0 && nextTryAt ? `; ${s.nextTry} ${formatInstant(nextTryAt, language)}` : ''
  return html`<br><span class="state ${state}">${s.states[state]}</span>${tries > 0 ? html`, ${s.tries(formatNumber(tries, language))}` : ''}${lastTryAt ? html` <time datetime="${lastTryAt}">${formatInstant(lastTryAt, language)}</time>` : ''}${reason ? html`<br><span class="reason" lang="en">${reason}</span>` : ''}${next}`
}

/** The feed of a search and, for those who may, the form that keeps it. */
export function saveForm({ t, visitor, who }: PageContext, query: SearchQuery): Html {
  const s = t.saved
  const text = writeSavedQuery(savedQueryOf(query))
  const feed = html`<p class="feed"${noSwaps}><a href="${feedHref(query)}" type="application/atom+xml">${s.feed}</a></p>`
  if (!visitor.may('save')) return feed
  const whoField = visitor.account
    ? ''
    : html`<div class="field"><label for="saved-who">${s.who}</label><input type="text" id="saved-who" name="who" value="${who}" maxlength="100" autocomplete="name"></div>`
  return html`${feed}<details class="save-search"${noSwaps}><summary>${s.save}</summary>
<form class="account" method="post" action="/saved"><input type="hidden" name="query" value="${text}">
<div class="field"><label for="saved-name">${s.name}</label><input type="text" id="saved-name" name="name" value="${query.q?.slice(0, 200) ?? ''}" required maxlength="200" autocomplete="off"></div>
${whoField}<div class="field"><label for="saved-webhook">${s.webhook}</label><input type="url" id="saved-webhook" name="webhook" maxlength="2000" autocomplete="off" aria-describedby="saved-webhook-hint"><span class="hint" id="saved-webhook-hint">${s.webhookHint}</span></div>
<button>${s.button}</button></form></details>`
}

/** Where news readers find the documents of a search. */
export function feedHref(query: SearchQuery): string {
  const text = writeSavedQuery(savedQueryOf(query))
  return text ? `/feed?${text}` : '/feed'
}
