// The pages "/people" and "/people/dinh-van-man~3f2a91c0aaaa": who is named, in which positions, when, and with whom.
import { html } from 'hono/html'
import { type Person, type PersonDetails, toldOf } from '../../app/facts/facts.ts'
import type { KeyCount } from '../../ports/facts.ts'
import { formatIsoDate, formatNumber } from '../format.ts'
import type { Html, PageContent, PageContext } from '../layout.ts'
import { factTable, pager } from './parts.ts'
import { personHref } from './person-address.ts'
import { decisionForms } from './person-forms.ts'

const mostShown = 200

/** The content of "/people". `next`: key of the last one where there are more. */
export function peopleList(
  page: PageContext,
  query: Readonly<Record<string, string>>,
  names: readonly KeyCount[],
  next: string | null,
): Html {
  const { t, language } = page
  const p = t.facts.people
  const row = ({ key, label, documents }: KeyCount) =>
    html`<li><a href="${personHref(key)}" dir="auto">${label}</a> <span class="count">${t.facts.documentsIn(formatNumber(documents, language))}</span></li>`
  return html`<h1>${p.title}</h1><p>${p.intro}</p>
<form class="fact-filter" action="/people" method="get" role="search"><div class="field"><label for="q">${p.name}</label><div class="with-button"><input type="search" id="q" name="q" value="${query.q ?? ''}" maxlength="200" autocomplete="off"><button>${p.find}</button></div></div></form>
${names.length === 0 ? html`<p>${p.none}</p>` : html`<ul class="subjects">${names.map(row)}</ul>`}
${pager(page, '/people', query, next)}`
}

/** Title and content for one person, or for several of one name to choose from. `problem`: why a decision was not kept. */
export function personPage(page: PageContext, details: PersonDetails, problem = ''): PageContent {
  const [only] = details.people
  if (details.people.length > 1 || !only) return severalPage(page, details)
  const { t } = page
  const p = t.facts.people
  const others =
    details.namesakes.length > 0
      ? html`<section><h2>${p.namesakes}</h2><ul class="subjects">${details.namesakes.map((one) => personItem(page, one))}</ul></section>`
      : ''
  const met = ({ key, label, documents }: KeyCount) =>
    html`<li><a href="${personHref(key)}" dir="auto">${label}</a> <span class="count">${t.facts.documentsIn(String(documents))}</span></li>`
  const main = html`<h1 dir="auto">${only.name}</h1>
${only.otherNames.length > 0 ? html`<p>${p.alsoCalled}: <span dir="auto">${only.otherNames.join(', ')}</span></p>` : ''}
${problem ? html`<p class="notice bad" role="alert">${problem}</p>` : ''}
<h2 id="positions">${p.positions}</h2>${positionTable(page, only)}
<section><h2 id="documents">${p.documents}</h2>${documentList(page, only)}</section>
<section><h2>${p.met}</h2>${details.met.length === 0 ? html`<p>${p.metNone}</p>` : html`<ul class="subjects">${details.met.map(met)}</ul>`}</section>
${others}
${decisionForms(page, only, details)}`
  return { title: only.name, main }
}

function severalPage(page: PageContext, { people }: PersonDetails): PageContent {
  const p = page.t.facts.people
  const title = p.several(people[0]?.name ?? '')
  const main = html`<h1 dir="auto">${title}</h1><p>${p.severalIntro}</p>
<ul class="subjects">${people.map((person) => personItem(page, person))}</ul><p class="hint">${p.rule}</p>`
  return { title, main }
}

/** A person in a list: name, newest position, how many documents. */
export function personItem({ t, language }: PageContext, person: Person): Html {
  const [newest] = person.positions
  const about = [newest?.position ?? t.facts.people.noPosition, newest?.organisation]
  const count = toldOf(person).documents.length
  return html`<li><a href="${personHref(person.id)}" dir="auto">${person.name}</a> <span class="hint" dir="auto">${about.filter(Boolean).join(', ')}</span> <span class="count">${t.facts.documentsIn(formatNumber(count, language))}</span></li>`
}

/** Each position once, with the time in which documents tell of it; the newest first. */
function positionTable(page: PageContext, person: Person): Html {
  const { positions } = toldOf(person)
  const { t, language } = page
  const p = t.facts.people
  const spans = new Map<string, { words: [string, string]; days: string[]; links: string[] }>()
  for (const { role, position, organisation, day, link } of positions) {
    const title = [p.roles[role], position ?? p.noPosition].filter(Boolean).join(' ')
    const words: [string, string] = [title, organisation ?? '']
    const span = spans.get(JSON.stringify(words)) ?? { words, days: [], links: [] }
    if (day) span.days.push(day)
    span.links.push(link)
    spans.set(JSON.stringify(words), span)
  }
  const time = (days: string[]) => {
    const sorted = days.toSorted()
    const ends = [...new Set([sorted[0], sorted.at(-1)])].flatMap((day) => day ?? [])
    return ends.map((day) => formatIsoDate(day, language)).join(' – ') || t.facts.noDay
  }
  const row = ({
    words: [title, body],
    days,
    links,
  }: {
    words: [string, string]
    days: string[]
    links: string[]
  }) =>
    html`<tr><td data-label="${p.position}" dir="auto"><a href="${links[0] ?? ''}">${title}</a></td><td data-label="${p.organisation}" dir="auto">${body}</td><td data-label="${p.time}">${time(days)}</td><td data-label="${t.facts.document}">${t.facts.documentsIn(formatNumber(links.length, language))}</td></tr>`
  return factTable(
    'positions',
    [p.position, p.organisation, p.time, t.facts.document],
    [...spans.values()].map(row),
  )
}

function documentList({ t, language }: PageContext, person: Person): Html {
  const { documents, positions } = toldOf(person)
  const linkOf = new Map(positions.map(({ document, link }) => [document, link]))
  return html`<ul>${documents.slice(0, mostShown).map(({ id, title, day, copies }) => html`<li><a href="${linkOf.get(id) ?? `/d/${id}`}" dir="auto">${title ?? t.facts.untitled}</a> <span class="hint">${day ? formatIsoDate(day, language) : t.facts.noDay}${copies > 0 ? html` · ${t.facts.andCopies(formatNumber(copies, language))}` : ''}</span></li>`)}</ul>`
}
