// What was found in a document, as lists by kind. Every entry leads to its words in the text, and is led to by them.
import { html } from 'hono/html'
import type { App } from '../../app/app.ts'
import type { ListedItem, listOf } from '../../model/correction.ts'
import type { Mention, Official, Percentage, Position, VanthuRecord } from '../../model.ts'
import { formatEdtf, formatNumber } from '../format.ts'
import type { Html, PageContext } from '../layout.ts'
import type { MarkKind } from '../marks.ts'
import { itemAnchor, markAnchor } from '../marks-of-record.ts'
import { itemTools } from './correction-controls.ts'
import { provinceName } from './provinces.ts'
import { shorten } from './shorten.ts'

export type ItemList = { kind: ListedItem; title: string; entries: Html[] }

/** The lists that are not empty, in the order they are shown. */
export function itemLists(
  page: PageContext,
  app: App,
  id: string,
  record: VanthuRecord,
): ItemList[] {
  const { t, language } = page
  const provinceOf = (id: string) => provinceName(app.lexicon, id)
  const list = <T extends VanthuRecord[(typeof listOf)[ListedItem]][number]>(
    kind: ListedItem,
    title: string,
    items: readonly T[],
    content: (item: T, index: number) => Html,
  ): ItemList => ({
    kind,
    title,
    entries: items.map((item, index) => {
      const tools = itemTools(page, id, kind, item, 'name' in item ? item.name : item.text)
      return html`<li id="${itemAnchor(kind, index)}" dir="auto">${tools}${content(item, index)}</li>`
    }),
  })
  const lists = [
    list('directive', t.items.directives, record.directives, (d, i) => {
      const label = `${t.directiveKinds[d.kind]} ${d.number ?? ''}`.trim()
      const facts = [
        d.issuer ? html`${t.items.issuer}: ${d.issuer}` : '',
        d.assignees.length > 0 ? html`${t.items.assignees}: ${d.assignees.join('; ')}` : '',
        d.deadline ? html`${t.items.deadline}: ${formatEdtf(d.deadline, language)}` : '',
      ]
      return html`${toWords('directive', i, label)} <span class="words">${shorten(d.text, 160)}</span>${factLine(facts)}`
    }),
    list('official', t.items.officials, record.officials, (o, i) =>
      officialEntry(page, provinceOf, o, i),
    ),
    list('province', t.items.provinces, record.provinces, (p, i) => {
      const now = p.current !== p.id ? t.items.nowIn(provinceOf(p.current)) : ''
      const roles = p.roles.map((role) => t.provinceRoles[role]).join(', ')
      return html`${toWords('province', i, p.name)}${moreMentions(page, 'province', i, p.mentions)}${factLine([now, roles])}`
    }),
    list('date', t.items.dates, record.dates, (d, i) => {
      const inferred = d.inferred ? ` (${t.items.inferred})` : ''
      const shown = formatEdtf(d.edtf, language)
      const words = d.text !== shown ? html`“${shorten(d.text, 60)}”` : ''
      return html`${toWords('date', i, html`<time datetime="${d.edtf}">${shown}</time>`)}${factLine([html`${t.dateKinds[d.kind]}${inferred}`, words])}`
    }),
    list('percentage', t.items.percentages, record.percentages, (p, i) =>
      percentageEntry(page, provinceOf, p, i),
    ),
    list('ratio', t.items.ratios, record.ratios, (r, i) =>
      toWords(
        'ratio',
        i,
        t.items.ratioOf(
          formatNumber(r.numerator, language),
          formatNumber(r.denominator, language),
          r.unit ?? '',
        ),
      ),
    ),
    list('citation', t.items.citations, record.citations, (c, i) => {
      const type = c.type ? t.documentTypes[c.type] : ''
      const label = `${type} ${c.number ?? ''}`.trim() || t.items.unnamedDocument
      const date = c.date ? formatEdtf(c.date, language) : ''
      return html`${toWords('citation', i, label)}${factLine([t.relations[c.relation], c.issuer ?? '', date])}${c.title ? html`<span class="words">${shorten(c.title, 200)}</span>` : ''}`
    }),
  ]
  return lists.filter(({ entries }) => entries.length > 0)
}

const toWords = (kind: MarkKind, index: number, label: string | Html, mention = 0): Html =>
  html`<a class="to-words" href="#${markAnchor(kind, index, mention)}">${label}</a>`

/** Small print under an entry; empty facts are left out. */
function factLine(facts: ReadonlyArray<string | Html>): Html | '' {
  const given = facts.filter((fact) => fact !== '')
  return given.length > 0
    ? html`<span class="fact-line">${given.map((fact) => html`<span>${fact}</span>`)}</span>`
    : ''
}

/** Numbered links to the second and further mentions. */
function moreMentions(
  { t }: PageContext,
  kind: MarkKind,
  index: number,
  mentions: readonly Mention[],
): Html | '' {
  if (mentions.length < 2) return ''
  const links = mentions.map(
    (_, m) =>
      html`<a href="#${markAnchor(kind, index, m)}" aria-label="${t.items.mention(m + 1)}">${m + 1}</a>`,
  )
  return html` <span class="mentions">${links}</span>`
}

function officialEntry(
  page: PageContext,
  provinceOf: (id: string) => string,
  official: Official,
  index: number,
): Html {
  const { t } = page
  const position = (p: Position) => {
    const title = [p.former ? t.items.former : '', p.acting ? t.items.acting : '', p.title]
    const place = p.province ? provinceOf(p.province) : ''
    // The organisation mostly names its province itself.
    const where = place && !p.organisation?.includes(place) ? ` (${place})` : ''
    const resolved = p.resolved
      ? html` <span class="hint" title="${p.evidence ?? ''}">${t.items.resolved}</span>`
      : ''
    return html`<li>${title.filter(Boolean).join(' ')}${p.organisation ? `, ${p.organisation}` : ''}${where}${resolved}</li>`
  }
  const degrees = official.degrees.join(' ')
  return html`${toWords('official', index, official.name)}${degrees ? html` <span class="hint">${degrees}</span>` : ''}${moreMentions(page, 'official', index, official.mentions)}
${official.positions.length > 0 ? html`<ul class="positions">${official.positions.map(position)}</ul>` : ''}`
}

function percentageEntry(
  { t, language }: PageContext,
  provinceOf: (id: string) => string,
  p: Percentage,
  index: number,
): Html {
  const number = `${formatNumber(p.value, language)}${p.points ? ` ${t.items.points}` : '%'}`
  const comparator = t.comparators[p.comparator]
  const label = comparator.includes('…')
    ? comparator.replace('…', number)
    : `${comparator} ${number}`.trim()
  const ratio = p.ratio
    ? t.items.ratioOf(
        formatNumber(p.ratio.numerator, language),
        formatNumber(p.ratio.denominator, language),
        p.ratio.unit ?? '',
      )
    : ''
  const check =
    p.check === 'unchecked'
      ? ''
      : html`<span class="check ${p.check}">${p.check === 'agrees' ? '✓' : '✗'} ${t.checks[p.check]}</span>`
  return html`${toWords('percentage', index, label)}${p.subject ? html` <span class="words">${shorten(p.subject, 160)}</span>` : ''}${factLine([p.province ? provinceOf(p.province) : '', ratio, check])}`
}
