// What the page of a document has for its review: a bar for the name of who reviews, small buttons at every item and field, what
// is missing, and the history. Buttons belong to the form of the bar, wherever they stand.
import { html } from 'hono/html'
import { placeOf } from '../../app/corrections/input.ts'
import {
  type Correction,
  type ListedCorrection,
  type ListedItem,
  listOf,
} from '../../model/correction.ts'
import type { RecordField, Review, VanthuRecord } from '../../model.ts'
import { shownField } from '../correction-values.ts'
import { formatEdtf, formatInstant, formatNumber } from '../format.ts'
import type { Html, PageContext } from '../layout.ts'
import { whoField } from './correction-form.ts'
import { shorten } from './shorten.ts'

const formId = 'review'
type Item = VanthuRecord[(typeof listOf)[ListedItem]][number]

/** The bar. Its own button is the first of its form: that is the one that Enter in the field for the name presses. */
export function reviewBar(page: PageContext, id: string): Html | '' {
  if (!page.visitor.may('correct')) return ''
  const c = page.t.corrections
  return html`<form class="review-bar" id="${formId}" action="/d/${id}/corrections" method="post">
<strong>${c.bar}</strong> <span class="hint">${c.barHint}</span>
${whoField(page)}${page.visitor.account ? '' : html`<button class="plain" name="remember" value="1">${c.remember}</button>`}</form>`
}

/** The buttons of an item in a list, and what became of it. `label` names it for those who do not see where the buttons stand. */
export function itemTools(
  page: PageContext,
  id: string,
  item: ListedItem,
  one: Item,
  label: string,
): Html {
  const query = new URLSearchParams({ item })
  for (const [name, value] of Object.entries(placeOf(item, one))) query.set(name, String(value))
  return tools(page, id, { query: query.toString(), review: one.review, label, canReject: true })
}

/** The buttons of a field of the document. */
export function fieldTools(
  page: PageContext,
  id: string,
  record: VanthuRecord,
  field: RecordField,
): Html {
  return tools(page, id, {
    query: new URLSearchParams({ item: 'field', field }).toString(),
    review: record.reviews?.[field],
    label: page.t.corrections.fields[field],
    canReject: false,
  })
}

function tools(
  page: PageContext,
  id: string,
  {
    query,
    review,
    label,
    canReject,
  }: { query: string; review: Review | undefined; label: string; canReject: boolean },
): Html {
  const { t, language } = page
  const c = t.corrections
  const name = shorten(label, 40)
  const button = (action: 'confirm' | 'reject', sign: string) =>
    html`<button form="${formId}" name="${action}" value="${query}" aria-label="${c[action](name)}">${sign}</button>`
  const badge = review
    ? html`<a class="reviewed ${review.action}" href="#correction-${review.correction}" title="${c.by(review.who, formatInstant(review.at, language))}">${c.reviewed[review.action]}</a> `
    : ''
  if (!page.visitor.may('correct')) return html`<span class="tools">${badge}</span>`
  return html`<span class="tools">${badge}${review?.action === 'confirm' ? '' : button('confirm', '✓')}<a href="/d/${id}/corrections/edit?${query}" aria-label="${c.edit(name)}">✎</a>${canReject ? button('reject', '✗') : ''}</span>`
}

/** Links to the fields that the document has no value for. */
export function missingFields(page: PageContext, id: string, fields: readonly RecordField[]): Html {
  const link = (field: RecordField) =>
    html`<a href="/d/${id}/corrections/edit?item=field&amp;field=${field}">${page.t.corrections.fields[field]}</a>`
  return html`<span class="missing">${fields.map(link)}</span>`
}

/** Links to the pages on which items are added. */
export function addLinks(page: PageContext, id: string): Html | '' {
  if (!page.visitor.may('correct')) return ''
  const c = page.t.corrections
  const link = (item: string) =>
    html`<a href="/d/${id}/corrections/add?item=${item}">${c.items[item as ListedItem]}</a>`
  return html`<p class="missing"><span class="hint">${c.addItem}:</span> ${Object.keys(listOf).map(link)}</p>`
}

/** All corrections, the latest first. */
export function historyOf(
  page: PageContext,
  id: string,
  corrections: readonly Correction[],
): Html | '' {
  if (corrections.length === 0) return ''
  const { t, language } = page
  const c = t.corrections
  const row = (correction: Correction) => {
    const { number, who, at, action, withdrawnAt, withdrawnBy } = correction
    const isHeld = withdrawnAt === undefined
    const end = isHeld
      ? page.visitor.may('correct')
        ? html`<button form="${formId}" formaction="/d/${id}/corrections/${number}/withdraw" class="plain">${c.withdraw}<span class="quiet-words"> ${number}</span></button>`
        : ''
      : html`<span class="hint">${c.withdrawn(withdrawnBy ?? '', formatInstant(withdrawnAt, language))}</span>`
    return html`<li id="correction-${number}"${isHeld ? '' : html` class="withdrawn"`}><span>${number}. ${c.actions[action]} ${told(page, correction)}</span> <span class="hint">${c.by(who, formatInstant(at, language))}</span> ${end}</li>`
  }
  return html`<section class="history" aria-labelledby="corrections"><h2 id="corrections">${c.history}</h2><ol>${corrections.toReversed().map(row)}</ol></section>`
}

const longestTold = 80

/** "thời gian “Chiều 21/3” → 21/3/2023". */
function told(page: PageContext, correction: Correction): Html {
  const { t, language } = page
  const c = t.corrections
  if (correction.item === 'field') {
    const { target, value } = correction
    const lines = [shownField(value)].flat().map((line) => String(line ?? c.nothing))
    return html`${c.fields[target]}: <b>${shorten(lines.join('; '), longestTold)}</b>`
  }
  const { item, action, target } = correction
  const words = target.quote?.text ?? target.value ?? ''
  const is = action === 'correct' || action === 'add' ? saidOf(correction) : ''
  return html`${c.items[item]} “${shorten(words, longestTold)}”${is ? html` → <b>${shorten(is, longestTold)}</b>` : ''}`

  /** What the item is said to be, in a few words. */
  function saidOf({ item, value }: ListedCorrection): string {
    if (value === null) return ''
    if ('edtf' in value) return formatEdtf(value.edtf, language)
    if ('positions' in value)
      return [value.name, ...value.positions.flatMap((p) => [p.title, p.organisation])]
        .filter(Boolean)
        .join(', ')
    if ('name' in value) return value.name
    if ('points' in value)
      return `${t.comparators[value.comparator].replace('…', '')} ${formatNumber(value.value, language)}% ${value.subject ?? ''}`
    if ('numerator' in value)
      return t.items.ratioOf(
        formatNumber(value.numerator, language),
        formatNumber(value.denominator, language),
        value.unit ?? '',
      )
    if ('assignees' in value)
      return [t.directiveKinds[value.kind], value.number, value.issuer, ...value.assignees]
        .filter(Boolean)
        .join(', ')
    return [value.number, value.title].filter(Boolean).join(', ') || c.items[item]
  }
}
