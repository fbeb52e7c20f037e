// The page "/status": how many documents are in which state, how fast work gets on, and by name what failed, hangs or is kept
// apart, with reason, advice and what can be done.
import { html } from 'hono/html'
import type { App, Status } from '../../app/app.ts'
import type { DocumentLine } from '../../app/stage.ts'
import { documentStates } from '../../model.ts'
import { formatInstant, formatNumber } from '../format.ts'
import type { Html, PageContext } from '../layout.ts'
import { looksAgain } from '../swaps.ts'
import { actionButton, documentTable } from './document-table.ts'
import { noticeList } from './notice-list.ts'
import { reasonText } from './reason.ts'

/** The content of "/status". */
export function statusPage(page: PageContext, app: App, status: Status): Html {
  const { t, language } = page
  const s = t.status
  const number = (n: number) => formatNumber(n, language)
  const total = Object.values(status.counts).reduce((sum, n) => sum + n, 0)
  const isAtWork = status.waiting > 0
  return html`<h1>${s.title}</h1>
${noticeList(page, status.notices)}
<div id="at-work"${isAtWork ? looksAgain('at-work', '/status', 5) : ''}><section aria-labelledby="counts-title"><h2 id="counts-title">${s.counts}</h2>
<dl class="counts">
${documentStates.map((state) => html`<div class="count-box state-${state}"><dt><a href="/status/documents?state=${state}" aria-label="${t.work.list(t.states[state])}">${t.states[state]}</a></dt><dd>${number(status.counts[state])}</dd></div>`)}
<div class="count-box"><dt>${s.total}</dt><dd>${number(total)}</dd></div>
</dl>
<p>${s.inbox}: <code>${app.config.inbox.join(', ')}</code></p></section>
${pace(page, status)}</div>
${namedDocuments(page, 'quarantined', status.quarantined)}
${namedDocuments(page, 'hindered', status.hindered)}
${failures(page, status)}
${reprocessForm(page)}
${forgotten(page, status)}`
}

function pace(page: PageContext, status: Status): Html {
  const { t, language } = page
  const w = t.work
  const { running, oldest, waiting } = status
  const { ended, perMinute, secondsLeft } = status.pace
  const number = (n: number) => formatNumber(n, language)
  const work = ({ id, name, stage }: DocumentLine) =>
    html`<li><a href="/d/${id}" dir="auto">${name}</a> <span class="hint">${w.stages[stage]}</span></li>`
  return html`<section aria-labelledby="pace-title"><h2 id="pace-title">${w.pace}</h2>
<dl class="meta"><dt>${t.status.waiting}</dt><dd><strong>${number(waiting)}</strong></dd>
<dt>${w.running}</dt><dd>${running.length === 0 ? w.nobody : html`<ul class="plain">${running.map(work)}</ul>`}</dd>
${oldest ? html`<dt>${w.oldest}</dt><dd><a href="/d/${oldest.id}" dir="auto">${oldest.name}</a>, ${formatInstant(oldest.since, language)}</dd>` : ''}
<dt>${w.ended}</dt><dd>${number(ended)}${perMinute === null ? '' : ` (${w.perMinute(number(perMinute))})`}</dd>
${waiting > 0 ? html`<dt>${w.left}</dt><dd>${secondsLeft === null ? w.unknown : duration(page, secondsLeft)}</dd>` : ''}</dl></section>`
}

function duration({ t, language }: PageContext, seconds: number): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60))
  return minutes < 120
    ? t.work.minutes(formatNumber(minutes, language))
    : t.work.hours(formatNumber(Math.round(minutes / 60), language))
}

function namedDocuments(
  page: PageContext,
  what: 'quarantined' | 'hindered',
  documents: readonly DocumentLine[],
): Html | '' {
  if (documents.length === 0) return ''
  const w = page.t.work
  return html`<section aria-labelledby="${what}-title"><h2 id="${what}-title">${w[what]}</h2>
${what === 'quarantined' ? html`<p>${w.quarantinedNote}</p>` : ''}
${documentTable(page, documents, `${what}-title`)}</section>`
}

function failures(page: PageContext, status: Status): Html {
  const { t, language, visitor } = page
  const s = t.status
  const w = t.work
  const row = ({ id, name, container, attempts, code, message }: Status['failures'][number]) =>
    html`<tr><th scope="row"><a href="/d/${id}" dir="auto">${name}</a>${container ? html`<br><span class="advice" dir="auto">${s.cameIn} ${container}</span>` : ''}</th><td class="reason">${reasonText(page, { code, message })}</td><td class="number" data-label="${w.attempts}">${formatNumber(attempts, language)}</td><td>${actionButton(page, { id, state: 'failed', holder: null, error: { code, message } })}</td></tr>`
  const codes = [...new Set(status.failures.map(({ code }) => code))].sort()
  return html`<section aria-labelledby="failures-title"><h2 id="failures-title">${s.failures}</h2>
${
  status.failures.length === 0
    ? html`<p>${s.noFailures}</p>`
    : html`${visitor.may('retry') ? html`<form class="inline" method="post" action="/status/retry"><label for="retry-code">${w.whichCode}</label> <select id="retry-code" name="code"><option value="">${w.anyCode}</option>${codes.map((code) => html`<option>${code}</option>`)}</select> <button>${w.retryAll}</button></form>` : ''}
<div class="scroll" tabindex="0" role="group" aria-labelledby="failures-title"><table class="failures"><thead><tr><th scope="col">${s.file}</th><th scope="col">${s.reason}</th><th scope="col">${w.attempts}</th><th scope="col">${w.actions}</th></tr></thead><tbody>${status.failures.map(row)}</tbody></table></div>`
}
</section>`
}

function reprocessForm({ t, visitor }: PageContext): Html | '' {
  if (!visitor.may('reprocess')) return ''
  const w = t.work
  return html`<section aria-labelledby="reprocess-title"><h2 id="reprocess-title">${w.reprocessTitle}</h2><p>${w.reprocessNote}</p>
<form class="inline" method="post" action="/status/reprocess"><button name="which" value="stale">${w.reprocessStale}</button> <button class="second" name="which" value="all">${w.reprocessAll}</button></form></section>`
}

function forgotten({ t, language }: PageContext, status: Status): Html | '' {
  if (status.forgotten.length === 0) return ''
  const w = t.work
  return html`<section aria-labelledby="forgotten-title"><h2 id="forgotten-title">${w.forgotten}</h2><ul>${status.forgotten.map(({ name, at }) => html`<li><span dir="auto">${name}</span> <span class="hint">${w.forgottenAt(formatInstant(at, language))}</span></li>`)}</ul></section>`
}
