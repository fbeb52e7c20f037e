// The search form and the upload form of "/". Both work without JavaScript.
import { html } from 'hono/html'
import type { App } from '../../app/app.ts'
import { documentTypes } from '../../model.ts'
import { formatBytes } from '../format.ts'
import type { Html, PageContext } from '../layout.ts'
import { type QueryProblem, severalFields } from '../search-query.ts'
import { problemText } from '../texts.ts'
import { type ProvinceChoice, provinceChoices } from './provinces.ts'

/** What stands in the fields: as typed, also where it was wrong. */
export type FormValues = {
  q: string
  province: string
  official: string
  year: string
  type: string
  /** What was chosen besides, and goes along. */
  kept: ReadonlyArray<readonly [field: string, value: string]>
}

const shownFields: ReadonlySet<string> = new Set(['q', 'province', 'official', 'year', 'type'])

/** What was typed into the form or chosen beside it, right or wrong: of several values, the form has room for the first. */
export function formValuesOf(params: URLSearchParams): FormValues {
  const first = (field: string) => params.get(field) ?? ''
  const kept = severalFields.flatMap((field) =>
    params
      .getAll(field)
      .slice(shownFields.has(field) ? 1 : 0)
      .map((value) => [field, value] as const),
  )
  return {
    q: first('q'),
    province: first('province'),
    official: first('official'),
    year: first('year'),
    type: first('type'),
    kept,
  }
}

/** The form with what was typed, and beside each field what is wrong with it. */
export function searchForm(
  { t }: PageContext,
  app: App,
  values: FormValues,
  problems: readonly QueryProblem[],
): Html {
  const s = t.search
  const { today, former } = provinceChoices(app.lexicon)
  const option = (value: string, label: string, chosen: string) =>
    html`<option value="${value}"${value === chosen ? html` selected` : ''}>${label}</option>`
  const provinceOption = ({ id, name, now }: ProvinceChoice) =>
    option(id, now.length > 0 ? `${name} (${s.nowIn(now.join(', '))})` : name, values.province)
  const group = (label: string, choices: readonly ProvinceChoice[]) =>
    choices.length > 0
      ? html`<optgroup label="${label}">${choices.map(provinceOption)}</optgroup>`
      : ''
  const problemOf = (field: string) => {
    const problem = problems.find((p) => p.field === field)
    return problem && problemText(field, problem.message, t)
  }
  const describedBy = (field: string) =>
    problemOf(field) ? html` aria-invalid="true" aria-describedby="${field}-problem"` : ''
  const note = (field: string) => {
    const message = problemOf(field)
    return message ? html`<span class="problem" id="${field}-problem">${message}</span>` : ''
  }
  return html`<form class="search" action="/" method="get" role="search">
<div class="field words"><label for="q">${s.words}</label>
<div class="with-button"><input type="search" id="q" name="q" value="${values.q}" maxlength="500" aria-describedby="q-hint" autocomplete="off" enterkeyhint="search"><button type="submit">${s.button}</button></div>
<span class="hint" id="q-hint">${s.wordsHint}</span>${note('q')}</div>
${values.kept.map(([field, value]) => html`<input type="hidden" name="${field}" value="${value}">`)}
<fieldset class="filters"><legend>${s.filters}</legend>
<div class="field"><label for="province">${s.province}</label>
<select id="province" name="province"${describedBy('province')}><option value="">${s.anyProvince}</option>${group(s.provincesNow, today)}${group(s.provincesFormer, former)}</select>${note('province')}</div>
<div class="field"><label for="official">${s.official}</label>
<input type="text" id="official" name="official" value="${values.official}" maxlength="200" autocomplete="off"${describedBy('official')}>${note('official')}</div>
<div class="field year"><label for="year">${s.year}</label>
<input type="text" id="year" name="year" value="${values.year}" inputmode="numeric" pattern="[0-9]{4}" maxlength="4" autocomplete="off"${describedBy('year')}>${note('year')}</div>
<div class="field"><label for="type">${s.type}</label>
<select id="type" name="type"${describedBy('type')}><option value="">${s.anyType}</option>${documentTypes.map((type) => option(type, t.documentTypes[type], values.type))}</select>${note('type')}</div>
</fieldset>
</form>`
}

/** The form for uploads, for those who may; `maxUploadBytes` is what the server takes at once. */
export function uploadForm(
  { t, language, visitor }: PageContext,
  maxUploadBytes: number,
): Html | '' {
  if (!visitor.may('upload')) return ''
  const u = t.upload
  return html`<section class="upload" id="upload" aria-labelledby="upload-title">
<h2 id="upload-title">${u.title}</h2>
<form action="/upload" method="post" enctype="multipart/form-data" data-drop data-sending="${u.sending}" data-most-bytes="${maxUploadBytes}" data-too-much="${u.tooMuch(formatBytes(maxUploadBytes, language))}">
<p class="drop-hint" hidden>${u.drop}</p>
<div class="field"><label for="files">${u.files}</label>
<input type="file" id="files" name="file" multiple required aria-describedby="files-hint">
<span class="hint" id="files-hint">${u.hint(formatBytes(maxUploadBytes, language))}</span></div>
<button type="submit">${u.button}</button>
</form>
</section>`
}
