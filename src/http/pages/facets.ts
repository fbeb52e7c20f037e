// The counts beside the results, as links that narrow the search or add another value, and the filters in force, as links that
// take them away.
import { html } from 'hono/html'
import type { App } from '../../app/app.ts'
import { formatNumber } from '../format.ts'
import type { Html, PageContext } from '../layout.ts'
import {
  type SearchQuery,
  type SearchResult,
  type SeveralField,
  searchHref,
  severalFields,
  valuesOf,
} from '../search-query.ts'
import { provinceName } from './provinces.ts'

type Count = { value: string; count: number }

/** Values that stand open; the others can be unfolded. */
const shownAtOnce = 8

/** How a value of a facet is called: a province by name, a type in the reader's language. */
export function labelOf(
  { t, language }: PageContext,
  app: Pick<App, 'lexicon'>,
  field: SeveralField,
  value: string,
): string {
  if (field === 'province' || field === 'provinceThen') return provinceName(app.lexicon, value)
  if (field === 'type' && Object.hasOwn(t.documentTypes, value))
    return t.documentTypes[value as keyof typeof t.documentTypes]
  if (field === 'state' && Object.hasOwn(t.states, value))
    return t.states[value as keyof typeof t.states]
  if (field === 'source' && value === 'upload') return t.facets.upload
  if (field === 'language') return languageName(value, language)
  return value
}

function languageName(code: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code
  } catch {
    // "und" and whatever else is no code of a language.
    return code
  }
}

/** The address with one value more, or without it where it was chosen. */
function toggled(query: SearchQuery, field: SeveralField, value: string): string {
  const chosen = valuesOf(query, field)
  const others = chosen.filter((one) => one !== value)
  return searchHref(query, { [field]: others.length < chosen.length ? others : [...chosen, value] })
}

/** The filters in force, each removable; empty where nothing restricts but words. */
export function activeFilters(page: PageContext, app: App, query: SearchQuery): Html | '' {
  const s = page.t.search
  const active = severalFields.flatMap((field) =>
    valuesOf(query, field).map((value) => ({
      field,
      value,
      label: labelOf(page, app, field, value),
    })),
  )
  if (active.length === 0) return ''
  const chip = ({ field, value, label }: (typeof active)[number]) => {
    const name = page.t.facets.fields[field]
    return html`<li><a href="${toggled(query, field, value)}" aria-label="${s.remove(`${name}: ${label}`)}"><span class="chip-field">${name}:</span> ${label} <span aria-hidden="true">×</span></a></li>`
  }
  const clear = Object.fromEntries(severalFields.map((field) => [field, null]))
  return html`<div class="active-filters"><h2 class="quiet">${s.activeFilters}</h2><ul class="chips">${active.map(chip)}
${active.length > 1 ? html`<li><a class="clear" href="${searchHref(query, clear)}">${s.clearAll}</a></li>` : ''}</ul></div>`
}

/** The counts of every facet. What is chosen already is shown as such; its link takes it away. */
export function facetLists(
  page: PageContext,
  app: App,
  query: SearchQuery,
  facets: SearchResult['facets'],
): Html | '' {
  const { t, language } = page
  const list = (field: SeveralField, title: string, counts: readonly Count[]) => {
    const chosen = valuesOf(query, field)
    // One value that every hit has narrows nothing.
    if (counts.length === 0 || (isDull(field) && counts.length < 2 && chosen.length === 0))
      return ''
    const row = ({ value, count }: Count) => {
      const label = labelOf(page, app, field, value)
      const number = html`<span class="count">${formatNumber(count, language)}</span>`
      const href = toggled(query, field, value)
      return chosen.includes(value)
        ? html`<li class="chosen"><a href="${href}" aria-current="true" aria-label="${t.search.remove(label)}">${label}</a> ${number}</li>`
        : html`<li><a href="${href}">${label}</a> ${number}</li>`
    }
    const first = counts.filter((one, place) => place < shownAtOnce || chosen.includes(one.value))
    const rest = counts.filter((one) => !first.includes(one))
    return html`<section><h3>${title}</h3><ul>${first.map(row)}</ul>${
      rest.length > 0
        ? html`<details><summary>${t.facets.more} (${formatNumber(rest.length, language)})</summary><ul>${rest.map(row)}</ul></details>`
        : ''
    }</section>`
  }
  const names = t.facets.fields
  const { periods } = app.lexicon.provinces
  const isToday = ({ value }: Count) => periods.get(value)?.at(-1)?.to === null
  const then = facets.provinceThen
  const lists = [
    list('province', names.provinceNow, facets.province.filter(isToday)),
    // Where no document is of a former province, both lists would be the same.
    then.every(isToday) && valuesOf(query, 'provinceThen').length === 0
      ? ''
      : list('provinceThen', names.provinceThen, then),
    ...(
      [
        'official',
        'org',
        'type',
        'issuer',
        'year',
        'schoolYear',
        'source',
        'language',
        'state',
      ] as const
    ).map((field) => list(field, names[field], facets[field])),
  ].filter((part) => part !== '')
  if (lists.length === 0) return ''
  return html`<aside class="facets" aria-labelledby="facets-title"><h2 id="facets-title" class="quiet">${t.search.facets}</h2>${lists}</aside>`
}

const isDull = (field: SeveralField): boolean =>
  field === 'source' || field === 'language' || field === 'state'
