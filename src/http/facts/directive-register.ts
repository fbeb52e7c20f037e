// The page "/directives": what was ordered, by deadline, as of today.
import { html } from 'hono/html'
import type { App } from '../../app/app.ts'
import {
  type AskedFacts,
  factFilters,
  type ParamProblem,
  pageParams,
} from '../../app/facts/params.ts'
import { directiveKindSchema } from '../../model.ts'
import type { FactPage } from '../../ports/facts.ts'
import { formatIsoDate } from '../format.ts'
import type { Html, PageContext } from '../layout.ts'
import { exportLinks, filterForm, givenIn, pager } from './parts.ts'
import { directiveTable } from './tables.ts'

export const registerStates = ['upcoming', 'overdue', 'dated', 'all'] as const
export type RegisterState = (typeof registerStates)[number]

/** What the register takes from its address besides its state. */
export const registerParams = factFilters.directives
  .omit({ order: true })
  .extend({ cursor: pageParams.cursor })

/** The filters of a state: which deadlines, in which order. `today` is an ISO day. */
export function deadlinesOf(
  state: RegisterState,
  asked: AskedFacts<'directives'>,
  today: string,
): AskedFacts<'directives'> {
  const { deadlineFrom: from = '', deadlineTo: to = '9999-12-31' } = asked
  const yesterday = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10)
  if (state === 'upcoming')
    return { ...asked, order: 'deadline', deadlineFrom: from > today ? from : today }
  if (state === 'overdue')
    return { ...asked, order: '-deadline', deadlineTo: to < yesterday ? to : yesterday }
  return { ...asked, order: state === 'dated' ? '-deadline' : 'day' }
}

export type RegisterData = {
  state: RegisterState
  /** What stands in the fields, right or wrong. */
  typed: Readonly<Record<string, string>>
  problems: readonly ParamProblem[]
  /** Null where there are problems. */
  found: { asked: AskedFacts<'directives'>; page: FactPage<'directives'> } | null
  today: string
}

/** The content of "/directives". */
export function directiveRegister(page: PageContext, app: App, data: RegisterData): Html {
  const { t } = page
  const d = t.facts.directives
  const { typed, problems, found, today, state } = data
  const { cursor: _, ...kept } = typed
  const field = (name: string) => typed[name] ?? ''
  const tab = (one: RegisterState) =>
    html`<li><a href="/directives?${new URLSearchParams({ ...kept, state: one })}" ${one === state ? html`aria-current="page"` : ''}>${d.states[one]}</a></li>`
  const kinds = directiveKindSchema.options.map((kind) => [kind, t.directiveKinds[kind]] as const)
  const form = filterForm(
    page,
    app,
    '/directives',
    [
      { name: 'q', label: t.facts.words, value: field('q'), kind: 'search' },
      { name: 'province', label: t.facts.province, value: field('province'), kind: 'province' },
      { name: 'assignee', label: d.assignee, value: field('assignee') },
      { name: 'issuer', label: d.issuer, value: field('issuer') },
      { name: 'kind', label: d.kind, value: field('kind'), choices: kinds },
      { name: 'deadlineFrom', label: d.deadlineFrom, value: field('deadlineFrom'), kind: 'date' },
      { name: 'deadlineTo', label: d.deadlineTo, value: field('deadlineTo'), kind: 'date' },
      { name: 'year', label: t.facts.year, value: field('year') },
    ],
    problems,
    { state },
  )
  const list = ({ asked, page: { facts, next } }: NonNullable<typeof found>) =>
    facts.length === 0
      ? html`<section class="empty"><p>${d.none} ${d.noneAdvice}</p>${state === 'all' ? '' : html`<p><a href="/directives?${new URLSearchParams({ ...kept, state: 'all' })}">${d.seeAll}</a></p>`}</section>`
      : html`${directiveTable(page, app, 'register-title', facts, today)}
${pager(page, '/directives', { ...typed, state }, next)}${exportLinks(page, 'directives', givenIn(asked))}`
  return html`<h1 id="register-title">${d.title}</h1><p>${d.intro}</p>
${form}
<nav aria-label="${d.state}"><ul class="jumps">${registerStates.map(tab)}</ul></nav>
<p class="hint">${d.asOf(formatIsoDate(today, page.language))}</p>
${found ? list(found) : ''}`
}
