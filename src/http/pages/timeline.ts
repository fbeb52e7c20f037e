// Documents by the month of their own date: a row a year, a cell a month, the darker the more.
import { html } from 'hono/html'
import type { Dashboard } from '../../app/show-dashboard.ts'
import { formatNumber } from '../format.ts'
import type { Html, PageContext } from '../layout.ts'

/** Years that are shown, the latest; what is older is counted together. */
const mostYears = 15
const darkest = 4

/** The section with the table of months. */
export function timeline({ t, language }: PageContext, { months, undated }: Dashboard): Html {
  const d = t.dashboard
  const number = (n: number) => formatNumber(n, language)
  const years = new Map<string, number[]>()
  let most = 1
  for (const { value, count } of months) {
    const year = value.slice(0, 4)
    // The last of thirteen is for documents of which only the year is known.
    const cells = years.get(year) ?? Array<number>(13).fill(0)
    years.set(year, cells)
    cells[(Number(value.slice(5, 7)) || 13) - 1] = count
    most = Math.max(most, count)
  }
  const sum = (cells: readonly number[]) => cells.reduce((all, n) => all + n, 0)
  const ordered = [...years].sort(([a], [b]) => (a < b ? 1 : -1))
  const shown = ordered.slice(0, mostYears)
  const earlier = sum(ordered.slice(mostYears).map(([, cells]) => sum(cells)))
  const hasUnknown = shown.some(([, cells]) => (cells[12] ?? 0) > 0)
  const columns = hasUnknown ? 13 : 12
  const cell = (count: number) =>
    count === 0
      ? html`<td></td>`
      : html`<td class="shade-${Math.min(darkest, 1 + Math.floor((count / most) * darkest))}">${number(count)}</td>`
  const row = ([year, cells]: [string, number[]]) =>
    html`<tr><th scope="row"><a href="/?year=${year}">${year}</a></th>${cells.slice(0, columns).map(cell)}<td class="all">${number(sum(cells))}</td></tr>`
  const heading = (_: unknown, i: number) =>
    i === 12
      ? html`<th scope="col"><abbr title="${d.monthUnknownLong}">${d.monthUnknown}</abbr></th>`
      : html`<th scope="col">${d.month(i + 1)}</th>`
  const notes = [
    earlier > 0 ? d.earlier(number(earlier)) : '',
    undated > 0 ? d.undated(number(undated)) : '',
  ].filter((note) => note !== '')
  return html`<section aria-labelledby="timeline-title"><h2 id="timeline-title">${d.timeline}</h2>
<p class="hint">${d.timelineNote}</p>
${
  shown.length === 0
    ? html`<p>${d.nothingDated}</p>`
    : html`<div class="scroll" tabindex="0" role="group" aria-labelledby="timeline-title"><table class="timeline"><thead><tr><th scope="col">${d.year}</th>${Array.from({ length: columns }, heading)}<th scope="col">${d.total}</th></tr></thead><tbody>${shown.map(row)}</tbody></table></div>`
}
${notes.length > 0 ? html`<p class="hint">${notes.join(' ')}</p>` : ''}</section>`
}
