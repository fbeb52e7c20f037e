// The page "/sources/{id}": how a source gets on, what could not be fetched and why, how it is crawled, and what can be done.
import { html } from 'hono/html'
import type { App } from '../../app/app.ts'
import { looksEveryDays } from '../../app/crawl/entries.ts'
import { type CrawlSource, pageStates, type SourceProgress } from '../../model/crawl.ts'
import { formatInstant, formatNumber } from '../format.ts'
import type { Html, PageContent, PageContext } from '../layout.ts'
import { scheduleInWords } from '../schedule-words.ts'
import { provinceName } from './provinces.ts'
import { reasonOf } from './source-addresses.ts'
import { nextRun } from './source-list.ts'
import { fetchesHref, webLink } from './web-address.ts'

/** Seconds until a page of a run under way looks again, and of one that waits for a host. */
const secondsWhenRunning = 5
const secondsWhenWaiting = 30

/** Title and content of "/sources/{id}"; it looks again by itself only while a run is under way. */
export function sourcePage(page: PageContext, app: App, progress: SourceProgress): PageContent {
  const { source } = progress
  const s = page.t.sources
  const main = html`<header class="document-head"><h1 dir="auto">${source.name}</h1>${actions(page, source)}</header>
<p>${webLink(source.url)}${source.paused ? html` · <strong class="state paused">${s.paused}</strong>` : ''}</p>
${progressOf(page, progress)}
${addresses(page, progress)}
${failures(page, progress)}
${settings(page, app, source)}
<p><a href="/sources">${s.back}</a></p>`
  const { run } = source
  const isRunning = run !== null && run.endedAt === null && !source.paused
  const refreshSeconds = run?.waitsUntil ? secondsWhenWaiting : secondsWhenRunning
  return { title: source.name, main, ...(isRunning ? { refreshSeconds } : {}) }
}

function actions({ t }: PageContext, { id, paused, run }: CrawlSource): Html {
  const s = t.sources
  const button = (action: string, label: string, look = '') =>
    html`<form method="post" action="/sources/${id}/${action}"><button class="${look}">${label}</button></form>`
  const isRunning = run !== null && run.endedAt === null
  return html`<div class="links">${paused || isRunning ? '' : button('run', s.run)}${paused ? button('resume', s.resume) : button('pause', s.pause, 'second')} <a href="/sources/${id}/edit">${s.edit}</a> <a href="/sources/${id}/remove">${s.remove}</a></div>`
}

function progressOf(page: PageContext, progress: SourceProgress): Html {
  const { t, language } = page
  const s = t.sources
  const { source, run: counts, waiting } = progress
  const { run } = source
  const number = (n: number) => formatNumber(n, language)
  const box = (label: string, n: number, look = '') =>
    html`<div class="count-box ${look}"><dt>${label}</dt><dd>${number(n)}</dd></div>`
  // What seldom happens is told only where it did.
  const seldom = (['missed', 'moved', 'no-article', 'refused'] as const).filter(
    (result) => counts[result] > 0,
  )
  const next = html`<dt>${s.nextRun}</dt><dd>${source.paused ? s.noNextRun : nextRun(page, source)}</dd>
<dt>${s.documents}</dt><dd>${number(progress.documents)}</dd>`
  if (!run)
    return html`<section aria-labelledby="progress-title"><h2 id="progress-title">${s.progress}</h2><p>${s.notRun}</p><dl class="meta">${next}</dl></section>`
  const when = (iso: string) => formatInstant(iso, language)
  const waits = run.waitsUntil ? s.waits(when(run.waitsUntil)) : s.underWay
  return html`<section aria-labelledby="progress-title"><h2 id="progress-title">${s.progress}</h2>
<dl class="counts crawl" aria-label="${s.runNumber(number(run.number))}">
${box(s.found, counts.found)}${box(s.fresh, counts.new, 'state-extracted')}${box(s.results.changed, counts.changed)}${box(s.unchanged, counts.unchanged)}${box(s.failed, counts.failed, counts.failed > 0 ? 'state-failed' : '')}${seldom.map((result) => box(s.results[result], counts[result]))}${run.endedAt === null ? box(s.waiting, waiting) : ''}
</dl>
<dl class="meta"><dt>${s.runNumber(number(run.number))}</dt><dd>${run.endedAt === null ? html`<strong class="state" role="status">${waits}</strong>` : html`${s.ended} ${when(run.endedAt)}`}</dd>
<dt>${s.began}</dt><dd>${when(run.startedAt)}</dd><dt>${s.visits}</dt><dd>${number(run.visits)}</dd>
${run.error ? html`<dt>${s.why}</dt><dd>${reasonOf(page, run.error)}</dd>` : ''}
${next}</dl></section>`
}

function addresses({ t, language }: PageContext, { source, states }: SourceProgress): Html {
  const s = t.sources
  const link = (state: (typeof pageStates)[number]) =>
    html`<li><a href="/sources/${source.id}/pages?state=${state}">${s.states[state]} <span class="count">${formatNumber(states[state], language)}</span></a></li>`
  return html`<section aria-labelledby="pages-title"><h2 id="pages-title">${s.pages}</h2><ul class="jumps">${pageStates.map(link)}</ul></section>`
}

function failures(page: PageContext, { failures: all }: SourceProgress): Html {
  const { t, language } = page
  const s = t.sources
  const row = (one: SourceProgress['failures'][number]) =>
    html`<tr><th scope="row">${webLink(one.url)}</th><td data-label="${s.state}">${s.kinds[one.kind]}<br>${s.states[one.state]}</td><td class="reason" data-label="${s.why}">${reasonOf(page, one)}${one.misses > 0 ? html`<br><span class="advice">${s.misses(formatNumber(one.misses, language))}</span>` : ''}</td><td class="since" data-label="${s.last}">${one.at ? formatInstant(one.at, language) : ''}</td><td class="link"><a href="${fetchesHref(one.url)}">${s.toHistory}</a></td></tr>`
  const heads = [s.address, s.state, s.why, s.last, s.history]
  return html`<section aria-labelledby="failures-title"><h2 id="failures-title">${s.failures}</h2>
${all.length === 0 ? html`<p>${s.noFailures}</p>` : html`<div class="scroll" tabindex="0" role="group" aria-labelledby="failures-title"><table class="sources"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${all.map(row)}</tbody></table></div>`}</section>`
}

function settings({ t, language }: PageContext, app: App, source: CrawlSource): Html {
  const s = t.sources
  const rows: Array<[label: string, value: string | Html | null]> = [
    [s.schedule, html`${scheduleInWords(source.every, t)} <code>${source.every}</code>`],
    [s.province, source.province && provinceName(app.lexicon, source.province)],
    [s.depth, source.depth === null ? null : String(source.depth)],
    [s.include, patterns(source.include)],
    [s.exclude, patterns(source.exclude)],
    [s.maxPages, formatNumber(source.maxPages, language)],
    [
      s.delaySeconds,
      source.delayMs === null ? null : formatNumber(source.delayMs / 1000, language),
    ],
    [s.allowHosts, patterns(source.allowHosts)],
    [s.extraCas, patterns(Object.keys(source.extraCas))],
    [
      s.lookedAt,
      html`${formatInstant(source.lookedAt, language)} <span class="quiet">${s.looksAgain(formatNumber(looksEveryDays, language))}</span>`,
    ],
  ]
  return html`<section aria-labelledby="settings-title"><h2 id="settings-title">${s.settings}</h2><dl class="meta">${rows.filter(([, value]) => value).map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl></section>`
}

const patterns = (all: readonly string[]): Html | null =>
  all.length === 0 ? null : html`${all.map((one) => html`<code class="pattern">${one}</code> `)}`

/** Title and content of "/sources/{id}/remove", which asks before it is done. */
export function removePage({ t }: PageContext, { id, name, url }: CrawlSource): PageContent {
  const s = t.sources
  const main = html`<section class="message"><h1>${s.removeTitle}</h1><p><strong dir="auto">${name}</strong><br>${webLink(url)}</p><p>${s.removeNote}</p>
<form method="post" action="/sources/${id}/remove"><button>${s.removeYes}</button> <a href="/sources/${id}">${s.removeNo}</a></form></section>`
  return { title: s.removeTitle, main }
}
