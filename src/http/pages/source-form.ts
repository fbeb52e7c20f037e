// The form of a source: its address to begin with, all that an operator may choose once the site was looked at.
import { html } from 'hono/html'
import type { App } from '../../app/app.ts'
import type { Html, PageContext } from '../layout.ts'
import { scheduleInWords, usualSchedules } from '../schedule-words.ts'
import type { SourceForm } from '../source-form.ts'
import { provinceChoices } from './provinces.ts'

/** What is chosen where nothing was yet. */
const firstSchedule = '0 */6 * * *'

/** The field for the address of a site. */
export function addressField({ t }: PageContext, form: SourceForm): Html {
  const s = t.sources
  return html`<div class="field"><label for="url">${s.url}</label>
<input type="text" id="url" name="url" value="${form.url}" required maxlength="2000" inputmode="url" autocomplete="off" aria-describedby="url-hint"><span class="hint" id="url-hint">${s.urlHint}</span></div>`
}

/** Name, schedule and province: what most operators choose. */
export function mainFields(page: PageContext, app: App, form: SourceForm, isNew: boolean): Html {
  const { t } = page
  const s = t.sources
  const chosen = form.every || firstSchedule
  const schedules = [...new Set<string>([...usualSchedules, chosen])]
  const option = (value: string, label: string, isChosen: boolean) =>
    html`<option value="${value}"${isChosen ? html` selected` : ''}>${label}</option>`
  const { today, former } = provinceChoices(app.lexicon)
  const provinces = (label: string, choices: typeof today) =>
    choices.length === 0
      ? ''
      : html`<optgroup label="${label}">${choices.map(({ id, name }) => option(id, name, id === form.province))}</optgroup>`
  return html`${textField('name', s.name, form.name, isNew ? s.nameHint : s.nameNote)}
<div class="field"><label for="every">${s.every}</label><select id="every" name="every">${schedules.map((one) => option(one, scheduleInWords(one, t), one === chosen))}</select></div>
${textField('otherEvery', s.otherEvery, form.otherEvery, s.otherEveryHint)}
<div class="field"><label for="province">${s.province}</label><select id="province" name="province">${option('', s.noProvince, form.province === '')}${provinces(t.search.provincesNow, today)}${provinces(t.search.provincesFormer, former)}</select></div>`
}

/** What bounds a crawl. */
export function limitFields({ t }: PageContext, form: SourceForm): Html {
  const s = t.sources
  return html`<fieldset class="group"><legend>${s.limits}</legend>
${areaField('include', s.include, form.include, s.patternHint)}${areaField('exclude', s.exclude, form.exclude, s.patternHint)}
${textField('depth', s.depth, form.depth, s.depthHint, 'numeric')}${textField('maxPages', s.maxPages, form.maxPages, '', 'numeric')}
${textField('delaySeconds', s.delaySeconds, form.delaySeconds, s.delayHint, 'decimal')}</fieldset>`
}

/** What few sites need: leave for a host of the local network, certificates that a site forgot. */
export function technicalFields({ t }: PageContext, form: SourceForm): Html {
  const s = t.sources
  const isOpen = form.allowHosts !== '' || form.extraCas !== ''
  return html`<details class="group"${isOpen ? html` open` : ''}><summary>${s.technical}</summary>
${areaField('allowHosts', s.allowHosts, form.allowHosts, s.allowHostsHint)}${areaField('extraCas', s.extraCas, form.extraCas, s.extraCasHint)}</details>`
}

const hintOf = (name: string, hint: string) =>
  hint ? html`<span class="hint" id="${name}-hint">${hint}</span>` : ''
const describedBy = (name: string, hint: string) =>
  hint ? html` aria-describedby="${name}-hint"` : ''

function textField(
  name: keyof SourceForm,
  label: string,
  value: string,
  hint: string,
  mode: 'text' | 'numeric' | 'decimal' = 'text',
): Html {
  return html`<div class="field"><label for="${name}">${label}</label><input type="text" id="${name}" name="${name}" value="${value}" maxlength="500" inputmode="${mode}" autocomplete="off"${describedBy(name, hint)}>${hintOf(name, hint)}</div>`
}

function areaField(name: keyof SourceForm, label: string, value: string, hint: string): Html {
  // The line break behind the tag is none of the content: HTML drops the first one.
  return html`<div class="field"><label for="${name}">${label}</label><textarea id="${name}" name="${name}" rows="3" spellcheck="false"${describedBy(name, hint)}>
${value}</textarea>${hintOf(name, hint)}</div>`
}
