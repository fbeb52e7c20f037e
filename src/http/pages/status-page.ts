// The page "/status": how many documents are in which state, and which could not be read, with reason and advice.
import { html } from 'hono/html'
import type { App, Status } from '../../app/app.ts'
import { documentStates } from '../../model.ts'
import { formatNumber } from '../format.ts'
import type { Html, PageContext } from '../layout.ts'
import { adviceFor } from '../texts.ts'

/** The content of "/status". */
export function statusPage({ t, language }: PageContext, app: App, status: Status): Html {
  const s = t.status
  const number = (n: number) => formatNumber(n, language)
  const total = Object.values(status.counts).reduce((sum, n) => sum + n, 0)
  const failure = ({ id, name, container, code, message }: Status['failures'][number]) =>
    html`<tr><th scope="row"><a href="/d/${id}" dir="auto">${name}</a>${container ? html`<br><span class="advice" dir="auto">${s.cameIn} ${container}</span>` : ''}</th><td><code>${code}</code> ${message}<br><span class="advice">${adviceFor(code, t)}</span></td></tr>`
  return html`<h1>${s.title}</h1>
<section aria-labelledby="counts-title"><h2 id="counts-title">${s.counts}</h2>
<dl class="counts">
${documentStates.map((state) => html`<div class="count-box state-${state}"><dt>${t.states[state]}</dt><dd>${number(status.counts[state])}</dd></div>`)}
<div class="count-box"><dt>${s.total}</dt><dd>${number(total)}</dd></div>
</dl>
<p>${s.waiting}: <strong>${number(status.waiting)}</strong>. ${s.inbox}: <code>${app.config.inbox}</code></p></section>
<section aria-labelledby="failures-title"><h2 id="failures-title">${s.failures}</h2>
${
  status.failures.length === 0
    ? html`<p>${s.noFailures}</p>`
    : html`<div class="scroll" tabindex="0" role="region" aria-labelledby="failures-title"><table class="failures"><thead><tr><th scope="col">${s.file}</th><th scope="col">${s.reason}</th></tr></thead><tbody>${status.failures.map(failure)}</tbody></table></div>`
}
</section>`
}
