// Facts as tables: directives, shares, citations.
import { html } from 'hono/html'
import type { App } from '../../app/app.ts'
import type { Facts } from '../../model/facts.ts'
import { formatEdtf, formatNumber } from '../format.ts'
import type { Html, PageContext } from '../layout.ts'
import { shorten } from '../pages/shorten.ts'
import { documentLink, factTable, numberLink, provinceLinks, wordsLink } from './parts.ts'

/** Days from one ISO day to another. */
const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** Directives with their deadlines as of a day; `label` is the id of the heading. */
export function directiveTable(
  page: PageContext,
  app: App,
  label: string,
  directives: readonly Facts['directives'][],
  today: string,
): Html {
  const { t, language } = page
  const d = t.facts.directives
  const due = ({ deadline, deadlineLast }: Facts['directives']) => {
    if (!deadline || !deadlineLast) return html`<span class="hint">${d.noDeadline}</span>`
    const days = daysBetween(today, deadlineLast)
    const count = formatNumber(Math.abs(days), language)
    const [name, says] =
      days < 0 ? ['overdue', d.overdue(count)] : ['due', days === 0 ? d.today : d.left(count)]
    return html`<time datetime="${deadlineLast}">${formatEdtf(deadline, language)}</time> <span class="deadline ${name}">${says}</span>`
  }
  const row = (one: Facts['directives']) =>
    html`<tr><td data-label="${d.deadline}">${due(one)}</td><td class="quote" data-label="${t.facts.quote}"><span class="hint">${t.directiveKinds[one.kind]}</span> ${wordsLink(one)}</td>
<td data-label="${d.assignee}" dir="auto">${shorten(one.assignees.join('; '), 160)}</td><td data-label="${d.issuer}" dir="auto">${one.issuer ?? ''}</td><td data-label="${t.facts.place}">${provinceLinks(page, app, one)}</td><td data-label="${t.facts.document}">${documentLink(page, one)}</td></tr>`
  return factTable(
    label,
    [d.deadline, t.facts.quote, d.assignee, d.issuer, t.facts.place, t.facts.document],
    directives.map(row),
  )
}

/** A share in words: "trên 75,6%". */
export function shareText({ t, language }: PageContext, share: Facts['percentages']): string {
  const number = `${formatNumber(share.value, language)}${share.unit === 'points' ? ` ${t.items.points}` : '%'}`
  const comparator = t.comparators[share.comparator]
  return comparator.includes('…')
    ? comparator.replace('…', number)
    : `${comparator} ${number}`.trim()
}

export function shareTable(
  page: PageContext,
  app: App,
  label: string,
  shares: readonly Facts['percentages'][],
): Html {
  const { t, language } = page
  const s = t.facts.statistics
  const ratio = ({ ratio }: Facts['percentages']) =>
    ratio
      ? t.items.ratioOf(
          formatNumber(ratio.numerator, language),
          formatNumber(ratio.denominator, language),
          ratio.unit ?? '',
        )
      : ''
  const check = ({ check }: Facts['percentages']) =>
    check === 'unchecked'
      ? ''
      : html`<span class="check ${check}">${check === 'agrees' ? '✓' : '✗'} ${t.checks[check]}</span>`
  // Columns in which nothing stands would only make the others narrow.
  const hasDays = shares.some(({ day }) => day)
  const hasRatios = shares.some((share) => share.ratio)
  const hasChecks = shares.some((share) => share.check !== 'unchecked')
  const row = (one: Facts['percentages']) =>
    html`<tr><td data-label="${t.facts.place}">${provinceLinks(page, app, one)}</td>${hasDays ? html`<td data-label="${t.facts.year}">${one.day?.slice(0, 4) ?? ''}</td>` : ''}<td class="number" data-label="${s.value}">${shareText(page, one)}</td><td data-label="${s.subject}" dir="auto">${shorten(one.subject ?? '', 160)}</td>${hasRatios ? html`<td data-label="${s.ratio}">${ratio(one)}</td>` : ''}${hasChecks ? html`<td data-label="${s.check}">${check(one)}</td>` : ''}
<td class="quote" data-label="${t.facts.quote}">${wordsLink(one, 160)}</td><td data-label="${t.facts.document}">${documentLink(page, one)}</td></tr>`
  return factTable(
    label,
    [
      t.facts.place,
      ...(hasDays ? [t.facts.shortYear] : []),
      s.value,
      s.subject,
      ...(hasRatios ? [s.ratio] : []),
      ...(hasChecks ? [s.check] : []),
      t.facts.quote,
      t.facts.document,
    ],
    shares.map(row),
  )
}

/** Citations; `isOf` says whether the citing document, or the cited one, is what each row is about. */
export function citationTable(
  page: PageContext,
  label: string,
  citations: readonly Facts['citations'][],
  isOf: 'citing' | 'cited',
): Html {
  const { t, language } = page
  const n = t.facts.numbers
  const cited = (one: Facts['citations']) =>
    html`${one.type ? t.documentTypes[one.type] : ''} ${one.number ? numberLink(one.number) : t.items.unnamedDocument} ${one.cited ? html`<span class="hint" dir="auto">${shorten(one.cited, 140)}</span>` : ''} <span class="hint">${one.known ? n.known : n.unknown}${one.date ? ` · ${formatEdtf(one.date, language)}` : ''}</span>`
  const row = (one: Facts['citations']) =>
    html`<tr><td data-label="${t.facts.document}">${isOf === 'citing' ? documentLink(page, one) : cited(one)}</td><td class="relation" data-label="${t.facts.relation}">${t.relations[one.relation]}</td><td class="quote" data-label="${t.facts.quote}">${wordsLink(one)}</td></tr>`
  return factTable(label, [t.facts.document, t.facts.relation, t.facts.quote], citations.map(row))
}
