// The counts beside the results, as links that narrow the search, and the filters in force, as links that take them away.
import { html } from 'hono/html'
import type { App } from '../../app/app.ts'
import { formatNumber } from '../format.ts'
import type { Html, PageContext } from '../layout.ts'
import { type SearchQuery, type SearchResult, searchHref } from '../search-query.ts'
import { provinceName } from './provinces.ts'

const facetFields = ['province', 'official', 'year', 'type'] as const
type FacetField = (typeof facetFields)[number]

/** How a value of a facet is called: a province by name, a type in the reader's language. */
function labelOf({ t }: PageContext, app: App, field: FacetField, value: string): string {
  if (field === 'province') return provinceName(app.lexicon, value)
  if (field === 'type' && Object.hasOwn(t.documentTypes, value))
    return t.documentTypes[value as keyof typeof t.documentTypes]
  return value
}

/** The filters in force, each removable; empty where nothing restricts but words. */
export function activeFilters(page: PageContext, app: App, query: SearchQuery): Html | '' {
  const s = page.t.search
  const active = facetFields.flatMap((field) => {
    const value = query[field]
    return value ? [{ field, label: labelOf(page, app, field, value) }] : []
  })
  if (active.length === 0) return ''
  const chip = ({ field, label }: (typeof active)[number]) =>
    html`<li><a href="${searchHref(query, { [field]: null })}" aria-label="${s.remove(`${s[field]}: ${label}`)}"><span class="chip-field">${s[field]}:</span> ${label} <span aria-hidden="true">×</span></a></li>`
  const clear = { province: null, official: null, year: null, type: null }
  return html`<div class="active-filters"><h2 class="quiet">${s.activeFilters}</h2><ul class="chips">${active.map(chip)}
${active.length > 1 ? html`<li><a class="clear" href="${searchHref(query, clear)}">${s.clearAll}</a></li>` : ''}</ul></div>`
}

/** The counts by province, official, year and type. What is chosen already is shown as such and not linked again. */
export function facetLists(
  page: PageContext,
  app: App,
  query: SearchQuery,
  facets: SearchResult['facets'],
): Html | '' {
  const { t, language } = page
  const list = (field: FacetField) => {
    const counts = facets[field]
    if (counts.length === 0) return ''
    const row = ({ value, count }: { value: string; count: number }) => {
      const label = labelOf(page, app, field, value)
      const number = html`<span class="count">${formatNumber(count, language)}</span>`
      return query[field] === value
        ? html`<li class="chosen"><span aria-current="true">${label}</span> ${number}</li>`
        : html`<li><a href="${searchHref(query, { [field]: value })}">${label}</a> ${number}</li>`
    }
    return html`<section><h3>${t.search[field]}</h3><ul>${counts.map(row)}</ul></section>`
  }
  const lists = facetFields.map(list).filter((part) => part !== '')
  if (lists.length === 0) return ''
  return html`<aside class="facets" aria-labelledby="facets-title"><h2 id="facets-title" class="quiet">${t.search.facets}</h2>${lists}</aside>`
}
