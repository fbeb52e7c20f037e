// The pages "/provinces" and "/provinces/hoa-binh": borders of then and now, and what the archive has of a province.
import { html } from 'hono/html'
import type { App } from '../../app/app.ts'
import type { Facts } from '../../model/facts.ts'
import type { SearchResult } from '../../ports/search.ts'
import { formatIsoDate } from '../format.ts'
import type { Html, PageContent, PageContext } from '../layout.ts'
import { type ProvinceChoice, provinceChoices, provinceName } from '../pages/provinces.ts'
import { shorten } from '../pages/shorten.ts'
import { factTable } from './parts.ts'
import { directiveTable, shareTable } from './tables.ts'

export type ProvinceData = {
  id: string
  documents: SearchResult['hits']
  officials: readonly Facts['officials'][]
  directives: readonly Facts['directives'][]
  shares: readonly Facts['percentages'][]
  today: string
}

const linkOf = (app: App, id: string): Html =>
  html`<a href="/provinces/${encodeURIComponent(id)}" dir="auto">${provinceName(app.lexicon, id)}</a>`
const linksOf = (app: App, ids: readonly string[]): Html =>
  html`${ids.map((id, i) => html`${i > 0 ? ', ' : ''}${linkOf(app, id)}`)}`

/** The content of "/provinces". */
export function provinceList({ t }: PageContext, app: App): Html {
  const p = t.facts.provinces
  const { today, former } = provinceChoices(app.lexicon)
  const list = (choices: readonly ProvinceChoice[]) =>
    html`<ul class="subjects">${choices.map(({ id, now }) => html`<li>${linkOf(app, id)}${now.length > 0 ? html` <span class="hint">${t.search.nowIn(now.join(', '))}</span>` : ''}</li>`)}</ul>`
  return html`<h1>${p.title}</h1><p>${p.intro}</p><h2>${p.now}</h2>${list(today)}<h2>${p.former}</h2>${list(former)}`
}

/** Title and content of the page of a province that the lexicon knows. */
export function provincePage(page: PageContext, app: App, data: ProvinceData): PageContent {
  const { t } = page
  const p = t.facts.provinces
  const { id } = data
  const title = provinceName(app.lexicon, id)
  const { provinces } = app.lexicon
  const isToday = provinces.periods.get(id)?.some((period) => period.to === null) ?? false
  const before = provinces.predecessorsOf(id).filter((one) => one !== id)
  const section = (
    anchor: string,
    heading: string,
    href: string,
    found: Html | null,
    label = t.facts.all,
  ) =>
    html`<section><h2 id="${anchor}">${heading}</h2>${found ? html`${found}<p><a href="${href}">${label}</a></p>` : html`<p>${p.nothing}</p>`}</section>`
  const of = (path: string, more: Record<string, string> = {}) =>
    `${path}?${new URLSearchParams({ province: id, ...more })}`
  const documents = html`<ul>${data.documents.map(({ id, title, name, publishedAt, issuedOn }) => html`<li><a href="/d/${id}" dir="auto">${shorten(title ?? name, 140)}</a> <span class="hint">${dayText(page, publishedAt ?? issuedOn)}</span></li>`)}</ul>`
  const main = html`<h1 dir="auto">${title}</h1>
${isToday ? '' : html`<p>${p.nowIs}: ${linksOf(app, provinces.currentOf(id))}</p>`}
${isToday && before.length > 0 ? html`<p>${p.holds}: ${linksOf(app, before)}</p>` : ''}
${history(page, app, id)}
${section('documents', p.documents, of('/'), data.documents.length > 0 ? documents : null)}
${section('officials', p.officials, of('/api/export/officials.xlsx'), data.officials.length > 0 ? officials(page, data.officials) : null, `${t.facts.all} (XLSX)`)}
${section('directives', p.directives, of('/directives', { state: 'all' }), data.directives.length > 0 ? directiveTable(page, app, 'directives', data.directives, data.today) : null)}
${section('shares', p.shares, of('/statistics'), data.shares.length > 0 ? shareTable(page, app, 'shares', data.shares) : null)}`
  return { title, main }
}

const dayText = ({ t, language }: PageContext, day: string | null) =>
  day ? formatIsoDate(day.slice(0, 10), language) : t.facts.noDay

function history(page: PageContext, app: App, id: string): Html {
  const { t, language } = page
  const p = t.facts.provinces
  const periods = app.lexicon.provinces.periods.get(id) ?? []
  const hasSeats = periods.some(({ seat }) => seat)
  const row = (period: (typeof periods)[number]) =>
    html`<tr><td data-label="${p.from}">${period.from ? formatIsoDate(period.from, language) : p.beginning}</td><td data-label="${p.to}">${period.to ? formatIsoDate(period.to, language) : p.today}</td><td data-label="${p.called}" dir="auto">${period.kind} ${period.name}</td><td data-label="${p.formedFrom}">${linksOf(app, period.formedFrom)}</td><td data-label="${p.nowIs}">${linksOf(app, period.current)}</td>${hasSeats ? html`<td data-label="${p.seat}" dir="auto">${period.seat ?? ''}</td>` : ''}</tr>`
  return html`<h2 id="history">${p.history}</h2>${factTable('history', [p.from, p.to, p.called, p.formedFrom, p.nowIs, ...(hasSeats ? [p.seat] : [])], periods.map(row))}`
}

/** People by name, each with the newest position here. */
function officials({ t }: PageContext, found: readonly Facts['officials'][]): Html {
  const newest = new Map<string, Facts['officials']>()
  for (const one of found) if (!newest.has(one.name)) newest.set(one.name, one)
  const row = ({ name, person, position, organisation }: Facts['officials']) =>
    html`<li>${person ? html`<a href="${person}" dir="auto">${name}</a>` : name} <span class="hint" dir="auto">${[position ?? t.facts.people.noPosition, organisation].filter(Boolean).join(', ')}</span></li>`
  return html`<ul class="subjects">${[...newest.values()].slice(0, 30).map(row)}</ul>`
}
