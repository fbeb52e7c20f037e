// What the pages about facts are put together from: links, tables, filters.
import { html } from 'hono/html'
import type { App } from '../../app/app.ts'
import type { ParamProblem } from '../../app/facts/params.ts'
import type { Fact } from '../../model/facts.ts'
import { formatIsoDate, formatNumber } from '../format.ts'
import type { Html, PageContext } from '../layout.ts'
import { type ProvinceChoice, provinceChoices, provinceName } from '../pages/provinces.ts'
import { shorten } from '../pages/shorten.ts'

/** A table that can be scrolled sideways; `label` is the id of the heading it stands below. */
export function factTable(label: string, heads: readonly string[], rows: readonly Html[]): Html {
  return html`<div class="scroll" tabindex="0" role="group" aria-labelledby="${label}"><table class="fact-rows"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`
}

/** A link to the page of a document's number. */
export const numberLink = (number: string): Html =>
  html`<a href="/numbers/${encodeURIComponent(number)}" dir="auto">${number}</a>`

/** The words of a fact as a link to their place. */
export const wordsLink = (fact: Pick<Fact, 'link' | 'text' | 'context'>, most = 220): Html =>
  html`<a class="fact-words" href="${fact.link}" dir="auto">${shorten(fact.context ?? fact.text, most)}</a>`

/** The document of a fact with its day. */
export function documentLink(
  { t, language }: PageContext,
  {
    document,
    title,
    day,
    copies,
    toldBy,
  }: Pick<Fact, 'document' | 'title' | 'day' | 'copies' | 'toldBy'>,
): Html {
  const when = day ? formatIsoDate(day, language) : t.facts.noDay
  const others =
    copies > 0 && toldBy === null
      ? html` · ${t.facts.andCopies(formatNumber(copies, language))}`
      : ''
  return html`<a href="/d/${document}" dir="auto">${shorten(title ?? t.facts.untitled, 100)}</a> <span class="hint">${when}${others}</span>`
}

/** Provinces of a fact that are named; some documents are addressed to all. */
const mostProvinces = 3

/** The provinces of a fact, each with its page. */
export function provinceLinks(
  page: PageContext,
  app: App,
  fact: Pick<Fact, 'provinces' | 'provincesFrom'>,
): Html {
  const more = fact.provinces.length - mostProvinces
  const shown = more > 1 ? fact.provinces.slice(0, mostProvinces) : fact.provinces
  const links = shown.map(
    ({ id }, i) =>
      html`${i > 0 ? ', ' : ''}<a href="/provinces/${encodeURIComponent(id)}" dir="auto">${provinceName(app.lexicon, id)}</a>`,
  )
  const isGuess = fact.provincesFrom === 'document' && links.length > 0
  return html`${links}${more > 1 ? ` ${page.t.facts.andMore(formatNumber(more, page.language))}` : ''}${isGuess ? html` <span class="hint">${page.t.facts.fromDocument}</span>` : ''}`
}

export type FilterField = {
  name: string
  label: string
  value: string
  /** Choices of a list; a text field without any. */
  choices?: ReadonlyArray<readonly [value: string, label: string]>
  kind?: 'province' | 'date' | 'search'
  hint?: string
}

/** A form that asks for a page by its fields; `hidden` are kept as they are. */
export function filterForm(
  page: PageContext,
  app: App,
  action: string,
  fields: readonly FilterField[],
  problems: readonly ParamProblem[],
  hidden: Readonly<Record<string, string>> = {},
): Html {
  const { t } = page
  const wrong = (name: string) => problems.some(({ field }) => field === name)
  const control = ({ name, value, choices, kind, hint }: FilterField) => {
    const invalid = wrong(name) ? html` aria-invalid="true"` : ''
    const described = hint ? html` aria-describedby="${name}-hint"` : ''
    if (kind === 'province') return provinceSelect(page, app, value)
    if (choices)
      return html`<select id="${name}" name="${name}"${invalid}><option value="">${t.facts.any}</option>${choices.map(([one, label]) => html`<option value="${one}"${one === value ? html` selected` : ''}>${label}</option>`)}</select>`
    return html`<input type="${kind ?? 'text'}" id="${name}" name="${name}" value="${value}" maxlength="500" autocomplete="off"${invalid}${described}>`
  }
  const shown = (field: FilterField) =>
    html`<div class="field"><label for="${field.name}">${field.label}</label>${control(field)}${field.hint ? html`<span class="hint" id="${field.name}-hint">${field.hint}</span>` : ''}</div>`
  const labels = problems.map(
    ({ field }) => fields.find(({ name }) => name === field)?.label ?? field,
  )
  return html`<form class="fact-filter" action="${action}" method="get">${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${labels.length > 0 ? html`<p class="notice bad" role="alert">${t.facts.problem(labels.join(', '))}</p>` : ''}
<div class="filters">${fields.map(shown)}</div><p class="buttons"><button>${t.facts.filter}</button></p></form>`
}

function provinceSelect({ t }: PageContext, app: App, chosen: string): Html {
  const { today, former } = provinceChoices(app.lexicon)
  const option = ({ id, name }: ProvinceChoice) =>
    html`<option value="${id}"${id === chosen ? html` selected` : ''}>${name}</option>`
  return html`<select id="province" name="province"><option value="">${t.facts.any}</option><optgroup label="${t.facts.provinces.now}">${today.map(option)}</optgroup><optgroup label="${t.facts.provinces.former}">${former.map(option)}</optgroup></select>`
}

/** Links to the same as files for spreadsheets. */
export function exportLinks(
  { t }: PageContext,
  kind: string,
  query: Record<string, string> | URLSearchParams,
): Html {
  const search = new URLSearchParams(query)
  const link = (format: string) =>
    html` <a href="/api/export/${kind}.${format}?${search}" download>${format.toUpperCase()}</a>`
  return html`<p class="exports">${t.facts.exportAs}${['csv', 'xlsx', 'ndjson'].map(link)}</p>`
}

/** Links to the first and the next page of a list. */
export function pager(
  { t }: PageContext,
  path: string,
  query: Readonly<Record<string, string>>,
  next: string | null,
): Html {
  const { cursor, ...rest } = query
  const href = (more: Record<string, string>) =>
    `${path}?${new URLSearchParams({ ...rest, ...more })}`
  if (!cursor && !next) return html``
  return html`<p class="pager">${cursor ? html`<a href="${href({})}">${t.facts.first}</a> ` : ''}${next ? html`<a rel="next" href="${href({ cursor: next })}">${t.facts.next}</a>` : ''}</p>`
}

/** Names and values of what was asked for, without what is empty. */
export function givenIn(asked: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(asked).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, String(value)]],
    ),
  )
}
