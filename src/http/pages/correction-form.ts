// The pages "/d/{id}/corrections/edit" and "…/add": one item with the fields of its kind, and where it stands in the text.
import { html } from 'hono/html'
import type { App } from '../../app/app.ts'
import { placesOfWords } from '../../app/corrections/input.ts'
import type { ListedItem } from '../../model/correction.ts'
import type { RecordField, VanthuRecord } from '../../model.ts'
import { type Control, controlsOf, fieldControl } from '../correction-fields.ts'
import { shownField } from '../correction-values.ts'
import { formatEdtf } from '../format.ts'
import type { Html, PageContext } from '../layout.ts'
import { shorten } from './shorten.ts'

type Place = { start: number; end: number }

export type FormPage = {
  id: string
  record: VanthuRecord
  /** Hidden fields that name the target. */
  target: ReadonlyArray<readonly [name: string, value: string]>
  /** What stands in the fields: what is there, or what was typed in and could not be taken. */
  value: Readonly<Record<string, unknown>>
  /** Why it was not taken; null at first. */
  problem: string | null
}

/** The page on which an item is corrected; `place` is where it stands. */
export function editPage(
  page: PageContext,
  app: App,
  item: ListedItem,
  form: FormPage & { place: Place | null },
): { title: string; main: Html } {
  const { t } = page
  const c = t.corrections
  const quoted = form.place
    ? html`<p class="quoted"><span class="hint">${c.inText}:</span> ${inContext(form.record.text, form.place)}</p>`
    : ''
  const buttons = html`<button name="action" value="correct">${c.save}</button> <button class="plain" name="action" value="confirm" formnovalidate>${c.isRight}</button> <button class="plain" name="action" value="reject" formnovalidate>${c.drop}</button>`
  const fields = html`${quoted}${fieldsOf(page, controlsOf(page, app, item), form.value)}`
  return framed(page, form, { title: c.editTitle(c.items[item]), fields, buttons })
}

/** The page on which a field of the document is corrected. */
export function editFieldPage(
  page: PageContext,
  field: RecordField,
  form: FormPage,
): { title: string; main: Html } {
  const c = page.t.corrections
  const control = fieldControl(page, field)
  const fields = fieldsOf(page, [control], { field: shownField(form.value.field) })
  const buttons = html`<button name="action" value="correct">${c.save}</button> <button class="plain" name="action" value="confirm" formnovalidate>${c.isRight}</button>`
  return framed(page, form, { title: c.editTitle(c.fields[field]), fields, buttons })
}

/** Most places that are offered to choose from. */
const mostPlaces = 50

/** The page on which an item is added: its words are asked for, then which of their places, and what it is. */
export function addPage(
  page: PageContext,
  app: App,
  item: ListedItem,
  form: FormPage & { words: string },
): { title: string; main: Html } {
  const c = page.t.corrections
  const { id, record, words, value } = form
  const places = placesOfWords(record.text, words).slice(0, mostPlaces)
  const title = c.addTitle(c.items[item])
  const problem = words.trim() !== '' && places.length === 0 ? c.noWords : null
  const ask = html`<form class="correction" action="/d/${id}/corrections/add" method="get"><input type="hidden" name="item" value="${item}">
<div class="field"><label for="words">${c.words}</label><textarea id="words" name="words" rows="${item === 'directive' ? 5 : 2}" maxlength="20000" required aria-describedby="words-hint"${problem ? html` aria-invalid="true"` : ''}>${words}</textarea><span class="hint" id="words-hint">${c.wordsHint}</span>${problem ? html`<span class="problem" role="alert">${problem}</span>` : ''}</div>
<button class="${places.length > 0 ? 'plain' : ''}">${c.findWords}</button></form>`
  if (places.length === 0) return { title, main: html`${head(page, id, title)}${ask}` }
  const choice = ({ start, end }: Place, i: number) =>
    html`<label class="choice quoted"><input type="radio" name="place" value="${start}-${end}"${i === 0 ? html` checked` : ''}> <span>${inContext(record.text, { start, end })}</span></label>`
  const legend = places.length > 1 ? c.choosePlace(String(places.length)) : c.thePlace
  const fields = html`<fieldset><legend>${legend}</legend>${places.map(choice)}</fieldset>${fieldsOf(page, controlsOf(page, app, item), value)}`
  const buttons = html`<button name="action" value="add">${c.add}</button>`
  return framed(page, form, { title, fields, buttons, before: ask })
}

const head = ({ t }: PageContext, id: string, title: string): Html =>
  html`<h1>${title}</h1><p><a href="/d/${id}">${t.corrections.back}</a></p>`

function framed(
  page: PageContext,
  { id, target, problem }: FormPage,
  parts: { title: string; fields: Html; buttons: Html; before?: Html },
): { title: string; main: Html } {
  const hidden = target.map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )
  const main = html`${head(page, id, parts.title)}${parts.before ?? ''}
${problem ? html`<div class="notice bad" role="alert"><h2>${page.t.corrections.problem}</h2><p>${problem}</p></div>` : ''}
<form class="correction" action="/d/${id}/corrections" method="post">${hidden}
${parts.fields}
${whoField(page)}
<p class="buttons">${parts.buttons}</p></form>`
  return { title: parts.title, main }
}

/** The field for the name of who reviews, with the name that was given last; the name alone where somebody is logged in. */
export function whoField({ t, who, visitor }: PageContext): Html {
  if (visitor.account)
    return html`<p class="who">${t.corrections.who}: <strong dir="auto">${who}</strong></p>`
  return html`<div class="field who"><label for="who">${t.corrections.who}</label><input type="text" id="who" name="who" value="${who}" maxlength="100" required autocomplete="name"></div>`
}

const contextUnits = 60
const longestQuote = 400

/** The words of a place with a few around them. */
function inContext(text: string, { start, end }: Place): Html {
  const before = text.slice(Math.max(0, start - contextUnits), start).replace(/^\S*\s/, '')
  const after = text.slice(end, end + contextUnits).replace(/\s\S*$/, '')
  return html`… ${before}<mark>${shorten(text.slice(start, end), longestQuote)}</mark>${after} …`
}

function fieldsOf(
  page: PageContext,
  controls: readonly Control[],
  value: Readonly<Record<string, unknown>>,
  prefix = 'v.',
): Html {
  return html`${controls.map((control) => fieldOf(page, control, value[control.name], `${prefix}${control.name}`))}`
}

function fieldOf(page: PageContext, control: Control, value: unknown, name: string): Html {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  const values = Array.isArray(value) ? value.map(String) : []
  const hint = control.hint ? html`<span class="hint" id="${name}-hint">${control.hint}</span>` : ''
  const described = control.hint ? html` aria-describedby="${name}-hint"` : ''
  const field = (input: Html) =>
    html`<div class="field"><label for="${name}">${control.label}</label>${input}${hint}</div>`
  const option = ([id, label]: readonly [string, string]) =>
    html`<option value="${id}"${id === text ? html` selected` : ''}>${label}</option>`
  const area = (rows: number, content: string) =>
    field(
      html`<textarea id="${name}" name="${name}" rows="${rows}" maxlength="20000"${described}>${content}</textarea>`,
    )
  switch (control.kind) {
    case 'text':
    case 'date':
      return field(
        html`<input type="text" id="${name}" name="${name}" value="${control.kind === 'date' ? dateText(page, text) : text}" maxlength="2000" autocomplete="off"${described}${control.required ? html` required` : ''}>`,
      )
    case 'number':
      return field(
        html`<input type="number" step="any" id="${name}" name="${name}" value="${text}"${described}${control.required ? html` required` : ''}>`,
      )
    case 'long':
      return area(3, text)
    case 'lines':
      return area(4, values.join('\n'))
    case 'list':
      return field(
        html`<input type="text" id="${name}" name="${name}" value="${values.join('; ')}" maxlength="2000" autocomplete="off"${described}>`,
      )
    case 'choice':
      return field(
        html`<select id="${name}" name="${name}"${described}>${control.options.map(option)}</select>`,
      )
    case 'flag':
      return html`<label class="choice"><input type="checkbox" name="${name}" value="1"${value === true ? html` checked` : ''}> ${control.label}</label>`
    case 'choices':
      return html`<fieldset class="choices"><legend>${control.label}</legend>${control.options.map(([id, label]) => html`<label class="choice"><input type="checkbox" name="${name}" value="${id}"${values.includes(id) ? html` checked` : ''}> ${label}</label>`)}</fieldset>`
    case 'group':
      return control.repeated
        ? repeatedGroup(page, control, value, name)
        : groupOf(page, control, value, name, control.label)
  }
}

/** A day or month as readers write it, and as the form takes it back; intervals and moments stay as they are kept. */
const dateText = ({ language }: PageContext, edtf: string): string =>
  language === 'vi' && /^\d{4}-\d{2}(?:-\d{2})?$/.test(edtf) ? formatEdtf(edtf, language) : edtf

type Group = Extract<Control, { kind: 'group' }>

function groupOf(page: PageContext, group: Group, value: unknown, name: string, legend: string) {
  const object = value !== null && typeof value === 'object' ? value : {}
  return html`<fieldset class="group"><legend>${legend}</legend>${fieldsOf(page, group.controls, object as Record<string, unknown>, `${name}.`)}</fieldset>`
}

/** Those that are there, and an empty one. */
function repeatedGroup(page: PageContext, group: Group, value: unknown, name: string): Html {
  const all: unknown[] = [...(Array.isArray(value) ? value : []), null]
  return html`${all.map((one, i) => groupOf(page, group, one, `${name}.${i}`, page.t.corrections.labels.position(i + 1)))}`
}
