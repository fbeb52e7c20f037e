// The page "/dashboard": documents a day, by source and state, by province on a map of tiles, by month, and what failed.
import { html } from 'hono/html'
import type { App } from '../../app/app.ts'
import type { Dashboard } from '../../app/show-dashboard.ts'
import { documentStates } from '../../model.ts'
import { formatIsoDate, formatNumber } from '../format.ts'
import type { Html, PageContext } from '../layout.ts'
import { documentTable } from './document-table.ts'
import { provinceTiles, type TileMap } from './province-tiles.ts'
import { timeline } from './timeline.ts'

const mostSources = 12

/** The content of "/dashboard". `map`: the provinces of today, or those before July 2025. */
export function dashboardPage(
  page: PageContext,
  app: App,
  dashboard: Dashboard,
  map: TileMap,
): Html {
  const { t } = page
  const d = t.dashboard
  const isEmpty = Object.values(dashboard.counts).every((count) => count === 0)
  if (isEmpty)
    return html`<h1>${d.title}</h1><section class="empty"><p>${d.empty}</p><p><a class="button" href="/#upload">${t.upload.title}</a></p></section>`
  return html`<h1>${d.title}</h1>
${stateCounts(page, dashboard)}
<div class="dashboard">
<div class="dashboard-main">
${days(page, dashboard)}
${timeline(page, dashboard)}
${sources(page, dashboard)}
</div>
${provinceTiles(page, app.lexicon, dashboard, map)}
</div>
${failures(page, dashboard)}`
}

function stateCounts({ t, language }: PageContext, { counts }: Dashboard): Html {
  return html`<dl class="counts">${documentStates.map((state) => html`<div class="count-box state-${state}"><dt><a href="/status/documents?state=${state}">${t.states[state]}</a></dt><dd>${formatNumber(counts[state], language)}</dd></div>`)}</dl>`
}

const chart = { width: 600, height: 120, gap: 4 }

/** Bars for the last thirty days; the figures themselves are a table behind the picture. */
function days({ t, language }: PageContext, { days }: Dashboard): Html {
  const d = t.dashboard
  const most = days.reduce((best, day) => (day.count > best.count ? day : best), {
    value: '',
    count: 0,
  })
  const all = days.reduce((sum, { count }) => sum + count, 0)
  const step = chart.width / days.length
  const bar = ({ count }: { count: number }, i: number) => {
    const height = most.count === 0 ? 0 : (chart.height * count) / most.count
    // A day on which little came is still seen.
    const shown = count === 0 ? 0 : Math.max(2, height)
    return html`<rect x="${(i * step).toFixed(1)}" y="${(chart.height - shown).toFixed(1)}" width="${(step - chart.gap).toFixed(1)}" height="${shown.toFixed(1)}"/>`
  }
  const day = (value: string) => formatIsoDate(value, language)
  const row = ({ value, count }: { value: string; count: number }) =>
    html`<tr><th scope="row"><time datetime="${value}">${day(value)}</time></th><td class="number">${formatNumber(count, language)}</td></tr>`
  const summary =
    all === 0
      ? d.noDays
      : d.daysSummary(
          formatNumber(all, language),
          formatNumber(most.count, language),
          day(most.value),
        )
  return html`<section aria-labelledby="days-title"><h2 id="days-title">${d.days}</h2>
<p class="hint">${summary}</p>
<figure class="bars"><svg viewBox="0 0 ${chart.width} ${chart.height}" preserveAspectRatio="none" aria-hidden="true" focusable="false">${days.map(bar)}</svg>
<figcaption><span>${day(days[0]?.value ?? '')}</span> <span>${day(days.at(-1)?.value ?? '')}</span></figcaption></figure>
<details><summary>${d.daysTable}</summary><table class="figures"><thead><tr><th scope="col">${d.day}</th><th scope="col" class="number">${d.count}</th></tr></thead><tbody>${days.toReversed().map(row)}</tbody></table></details></section>`
}

function sources({ t, language }: PageContext, dashboard: Dashboard): Html {
  const d = t.dashboard
  const number = (n: number) => (n === 0 ? '–' : formatNumber(n, language))
  const name = (source: string) =>
    source === 'file' || source === 'inside' ? d.sourceNames[source] : source
  const row = ({ source, counts, total }: Dashboard['sources'][number]) =>
    html`<tr><th scope="row" dir="auto">${name(source)}</th>${documentStates.map((state) => html`<td class="number">${number(counts[state])}</td>`)}<td class="number"><strong>${number(total)}</strong></td></tr>`
  const more = dashboard.sources.length - mostSources
  return html`<section aria-labelledby="sources-title"><h2 id="sources-title">${d.sources}</h2>
<div class="scroll" tabindex="0" role="group" aria-labelledby="sources-title"><table class="figures"><thead><tr><th scope="col">${d.source}</th>${documentStates.map((state) => html`<th scope="col" class="number">${t.states[state]}</th>`)}<th scope="col" class="number">${d.total}</th></tr></thead><tbody>${dashboard.sources.slice(0, mostSources).map(row)}</tbody></table></div>${more > 0 ? html`<p class="hint">${d.moreSources(formatNumber(more, language))}</p>` : ''}</section>`
}

function failures(page: PageContext, { failures }: Dashboard): Html {
  const d = page.t.dashboard
  return html`<section aria-labelledby="failures-title"><h2 id="failures-title">${d.failures}</h2>
${
  failures.length === 0
    ? html`<p>${d.noFailures}</p>`
    : html`<p class="hint">${d.failuresNote}</p>${documentTable(page, failures, 'failures-title')}<p><a href="/status">${d.allFailures}</a></p>`
}</section>`
}
