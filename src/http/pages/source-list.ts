// The page "/sources": every site that is crawled, when, and what its latest run came to.
import { html } from 'hono/html'
import type { ImportedSources } from '../../app/crawl/import-sources.ts'
import type { SourceProgress } from '../../model/crawl.ts'
import { formatInstant, formatNumber } from '../format.ts'
import type { Html, PageContent, PageContext } from '../layout.ts'
import { scheduleInWords } from '../schedule-words.ts'
import { shortAddress, webLink } from './web-address.ts'

/** The content of "/sources"; `said`: what was just done, '' for nothing. */
export function sourceList(
  page: PageContext,
  sources: readonly SourceProgress[],
  said: string,
): Html {
  const s = page.t.sources
  const heads = [s.name, s.schedule, s.lastRun, s.found, s.fresh, s.unchanged, s.failed, s.nextRun]
  const table = html`<div class="scroll" tabindex="0" role="group" aria-labelledby="sources-title"><table class="sources"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${sources.map((one) => rowOf(page, one))}</tbody></table></div>
<p><a href="/api/sources/export.tsv">${s.exportTsv}</a></p>`
  return html`<header class="document-head"><h1 id="sources-title">${s.title}</h1><p class="links"><a class="button" href="/sources/add">${s.add}</a></p></header>
${said ? html`<p class="notice" role="status">${said}</p>` : ''}
<p>${s.intro}</p>
${sources.length === 0 ? html`<p>${s.none}</p>` : table}
<details><summary>${s.importTitle}</summary><form class="source" method="post" action="/sources/import" enctype="multipart/form-data"><div class="field"><label for="table">${s.importFile}</label><input type="file" id="table" name="table" required accept=".tsv,.txt" aria-describedby="table-hint"><span class="hint" id="table-hint">${s.importHint}</span></div><p><button>${s.importButton}</button></p></form></details>`
}

/** Title and content after a table was read: which sources were added, and which rows were not and why. */
export function importedPage({ t }: PageContext, { added, refused }: ImportedSources): PageContent {
  const s = t.sources
  const main = html`<h1>${s.importDone}</h1>
${added.length === 0 ? html`<p>${s.importNone}</p>` : html`<ul>${added.map(({ id, name, url }) => html`<li><a href="/sources/${id}" dir="auto">${name}</a> ${webLink(url)}</li>`)}</ul>`}
${refused.length > 0 ? html`<h2>${t.upload.refused}</h2><ul>${refused.map(({ line, url, message }) => html`<li class="lines">${s.importLine(String(line))} <strong dir="auto">${shortAddress(url)}</strong> – ${message}</li>`)}</ul>` : ''}
<p><a href="/sources">${s.back}</a></p>`
  return { title: s.importDone, main }
}

function rowOf(page: PageContext, { source, run }: SourceProgress): Html {
  const { t, language } = page
  const s = t.sources
  const number = (label: string, n: number) =>
    html`<td class="number" data-label="${label}">${formatNumber(n, language)}</td>`
  return html`<tr><th scope="row"><a href="/sources/${source.id}" dir="auto">${source.name}</a><br>${webLink(source.url)}</th>
<td data-label="${s.schedule}">${scheduleInWords(source.every, t)}</td><td data-label="${s.lastRun}">${lastRun(page, source)}</td>
${number(s.found, run.found)}${number(s.fresh, run.new)}${number(s.unchanged, run.unchanged)}${number(s.failed, run.failed)}
<td data-label="${s.nextRun}">${nextRun(page, source)}</td></tr>`
}

/** When the latest run began, and whether it goes on. */
export function lastRun({ t, language }: PageContext, { run }: SourceProgress['source']): Html {
  const s = t.sources
  if (!run) return html`<span class="hint">${s.never}</span>`
  const waits = run.waitsUntil ? s.waits(formatInstant(run.waitsUntil, language)) : ''
  const mark =
    run.endedAt === null ? html` <strong class="state">${waits || s.underWay}</strong>` : ''
  return html`${formatInstant(run.startedAt, language)}${mark}${run.error ? html`<br><code>${run.error.code}</code>` : ''}`
}

/** When it runs next, or that it is paused. */
export function nextRun({ t, language }: PageContext, source: SourceProgress['source']): Html {
  if (source.paused) return html`<strong class="state paused">${t.sources.paused}</strong>`
  return html`${source.nextRunAt ? formatInstant(source.nextRunAt, language) : t.sources.underWay}`
}
