// What was found in a document, as lists by kind. Every entry leads to its words in the text, and is led to by them.
import { html } from 'hono/html'
import type { App } from '../../app/app.ts'
import { personAddress } from '../../app/facts/person-address.ts'
import type { ListedItem, listOf } from '../../model/correction.ts'
import type { Mention, Official, Percentage, Position, VanthuRecord } from '../../model.ts'
import { formatEdtf, formatNumber } from '../format.ts'
import type { Html, PageContext } from '../layout.ts'
import { itemAnchor, markAnchor } from '../marks-of-record.ts'
import { itemTools } from './correction-controls.ts'
import { pageAnchor } from './original-view.ts'
import { provinceName } from './provinces.ts'
import { shorten } from './shorten.ts'

export type ItemList = { kind: ListedItem; title: string; entries: Html[] }

/** The lists that are not empty, in the order they are shown. `pages` of the original are there to be led to. */
export function itemLists(
  page: PageContext,
  app: App,
  id: string,
  record: VanthuRecord,
  pages: number,
): ItemList[] {
  const { t, language } = page
  const pageOf = pageFinder(record, pages)
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
      const [place] = placesOf(item)
      return html`<li id="${itemAnchor(kind, index)}" dir="auto">${tools}${place ? pageLink(page, pageOf(place.start)) : ''}${content(item, index)}</li>`
    }),
  })
  const lists = [
    list('directive', t.items.directives, record.directives, (d) => {
      const label = `${t.directiveKinds[d.kind]} ${d.number ?? ''}`.trim()
      const facts = [
        d.issuer ? html`${t.items.issuer}: ${d.issuer}` : '',
        d.assignees.length > 0 ? html`${t.items.assignees}: ${d.assignees.join('; ')}` : '',
        d.deadline ? html`${t.items.deadline}: ${formatEdtf(d.deadline, language)}` : '',
      ]
      return html`${toWords(d, label)} <span class="words">${shorten(d.text, 160)}</span>${factLine(facts)}`
    }),
    list('official', t.items.officials, record.officials, (o) =>
      officialEntry(page, provinceOf, o, id),
    ),
    list('province', t.items.provinces, record.provinces, (p) => {
      const now = p.current !== p.id ? t.items.nowIn(provinceOf(p.current)) : ''
      const roles = p.roles.map((role) => t.provinceRoles[role]).join(', ')
      return html`${toWords(p.mentions[0], p.name)}${moreMentions(page, p.mentions)}${factLine([now, roles, moreLink(page, `/provinces/${encodeURIComponent(p.id)}`, p.name)])}`
    }),
    list('date', t.items.dates, record.dates, (d) => {
      const inferred = d.inferred ? ` (${t.items.inferred})` : ''
      const shown = formatEdtf(d.edtf, language)
      const words = d.text !== shown ? html`“${shorten(d.text, 60)}”` : ''
      return html`${toWords(d, html`<time datetime="${d.edtf}">${shown}</time>`)}${factLine([html`${t.dateKinds[d.kind]}${inferred}`, words])}`
    }),
    list('percentage', t.items.percentages, record.percentages, (p) =>
      percentageEntry(page, provinceOf, p),
    ),
    list('ratio', t.items.ratios, record.ratios, (r) =>
      toWords(
        r,
        t.items.ratioOf(
          formatNumber(r.numerator, language),
          formatNumber(r.denominator, language),
          r.unit ?? '',
        ),
      ),
    ),
    list('citation', t.items.citations, record.citations, (c) => {
      const type = c.type ? t.documentTypes[c.type] : ''
      const label = `${type} ${c.number ?? ''}`.trim() || t.items.unnamedDocument
      const date = c.date ? formatEdtf(c.date, language) : ''
      return html`${toWords(c, label)}${factLine([t.relations[c.relation], c.issuer ?? '', date, c.number ? moreLink(page, `/numbers/${encodeURIComponent(c.number)}`, c.number) : ''])}${c.title ? html`<span class="words">${shorten(c.title, 200)}</span>` : ''}`
    }),
  ]
  return lists.filter(({ entries }) => entries.length > 0)
}

type Place = { start: number; end: number }

/** Where an item stands; items that were added without words have no place. */
const placesOf = (item: Place | { mentions: readonly Place[] }): readonly Place[] =>
  'mentions' in item ? item.mentions : [item]

/** The label as a link to the words; the address of this link stays the same as long as the text does. */
const toWords = (place: Place | undefined, label: string | Html): Html =>
  place
    ? html`<a class="to-words" href="#${markAnchor(place)}">${label}</a>`
    : html`<span class="to-words">${label}</span>`

/** Finds the page of the original on which an offset of the text stands, where there are `pages` to be seen. */
function pageFinder(record: VanthuRecord, pages: number): (offset: number) => number | undefined {
  if (pages === 0) return () => undefined
  const blocks = [...record.blocks].sort((a, b) => a.start - b.start)
  return (offset) => {
    let low = 0
    let high = blocks.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((blocks[middle]?.start ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    const page = blocks[low - 1]?.page
    return page !== undefined && page <= pages ? page : undefined
  }
}

const pageLink = ({ t }: PageContext, page: number | undefined): Html | '' =>
  page === undefined
    ? ''
    : html` <a class="to-page" href="#${pageAnchor(page)}" aria-label="${t.original.toPage(page)}, ${t.original.title}">${t.original.toPage(page)}</a>`

/** Small print under an entry; empty facts are left out. */
function factLine(facts: ReadonlyArray<string | Html>): Html | '' {
  const given = facts.filter((fact) => fact !== '')
  return given.length > 0
    ? html`<span class="fact-line">${given.map((fact) => html`<span>${fact}</span>`)}</span>`
    : ''
}

/** Numbered links to the second and further mentions. */
function moreMentions({ t }: PageContext, mentions: readonly Mention[]): Html | '' {
  if (mentions.length < 2) return ''
  const links = mentions.map(
    (mention, m) =>
      html`<a href="#${markAnchor(mention)}" aria-label="${t.items.mention(m + 1)}">${m + 1}</a>`,
  )
  return html` <span class="mentions">${links}</span>`
}

/** A link to all that the archive has of something. */
const moreLink = ({ t }: PageContext, href: string, what: string): Html =>
  html`<a href="${href}" aria-label="${t.facts.more}: ${what}">${t.facts.more}</a>`

function officialEntry(
  page: PageContext,
  provinceOf: (id: string) => string,
  official: Official,
  documentId: string,
): Html {
  const { t } = page
  const person = personAddress(official.name, documentId)
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
  return html`${toWords(official.mentions[0], official.name)}${degrees ? html` <span class="hint">${degrees}</span>` : ''}${moreMentions(page, official.mentions)}${person ? html` <span class="hint">${moreLink(page, person, official.name)}</span>` : ''}
${official.positions.length > 0 ? html`<ul class="positions">${official.positions.map(position)}</ul>` : ''}`
}

function percentageEntry(
  { t, language }: PageContext,
  provinceOf: (id: string) => string,
  p: Percentage,
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
  return html`${toWords(p, label)}${p.subject ? html` <span class="words">${shorten(p.subject, 160)}</span>` : ''}${factLine([p.province ? provinceOf(p.province) : '', ratio, check])}`
}
