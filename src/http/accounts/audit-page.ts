// The page "/audit": who did what, the latest first.
import { html } from 'hono/html'
import type { AuditEntry } from '../../model/account.ts'
import { formatInstant } from '../format.ts'
import type { Html, PageContext } from '../layout.ts'
import { shorten } from '../pages/shorten.ts'

export type AuditFilter = { who: string; action: string; target: string }

export function auditPage(
  { t, language }: PageContext,
  { entries, next }: { entries: readonly AuditEntry[]; next: string | null },
  filter: AuditFilter,
): { title: string; main: Html } {
  const a = t.accounts
  const row = (entry: AuditEntry) =>
    html`<tr><td class="since" data-label="${a.when}">${formatInstant(entry.at, language)}</td><td data-label="${a.who}" dir="auto">${entry.who} <span class="hint">${a.ways[entry.way]}</span></td><td data-label="${a.address}">${entry.address ?? ''}</td><td data-label="${a.action}"><code>${entry.action}</code></td><td data-label="${a.target}" dir="auto">${targetOf(entry)}</td><td data-label="${a.outcome}">${a.outcomes[entry.outcome]}</td><td class="reason" dir="auto">${entry.detail}</td></tr>`
  const field = (name: keyof AuditFilter, label: string) =>
    html`<span class="field"><label for="${name}">${label}</label> <input type="text" id="${name}" name="${name}" value="${filter[name]}" maxlength="200"></span> `
  const given = Object.entries(filter).filter(([, value]) => value !== '')
  const older = new URLSearchParams([...given, ['before', next ?? '']])
  const main = html`<h1 id="audit-title">${a.audit}</h1><p>${a.auditNote}</p>
<form class="audit" method="get" action="/audit">${field('who', a.who)}${field('action', a.action)}${field('target', a.target)}<button>${a.filter}</button></form>
${
  entries.length === 0
    ? html`<p>${a.noEntries}</p>`
    : html`<div class="scroll" tabindex="0" role="region" aria-labelledby="audit-title"><table class="failures accounts"><thead><tr><th scope="col">${a.when}</th><th scope="col">${a.who}</th><th scope="col">${a.address}</th><th scope="col">${a.action}</th><th scope="col">${a.target}</th><th scope="col">${a.outcome}</th><th scope="col"></th></tr></thead><tbody>${entries.map(row)}</tbody></table></div>`
}
${next === null ? '' : html`<p><a rel="next" href="/audit?${older}">${a.older}</a></p>`}`
  return { title: a.audit, main }
}

/** A document is linked to; anything else is as it is. */
function targetOf({ target }: AuditEntry): Html | string {
  if (!/^[0-9a-f]{64}$/.test(target)) return shorten(target, 80)
  return html`<a href="/d/${target}"><code>${target.slice(0, 12)}…</code></a>`
}
