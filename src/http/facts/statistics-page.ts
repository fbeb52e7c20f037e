// The page "/statistics": shares of one subject as a picture and a table, or the subjects that are told most often.
import { html } from 'hono/html'
import type { App } from '../../app/app.ts'
import { type AskedFacts, factFilters, type ParamProblem } from '../../app/facts/params.ts'
import type { Facts } from '../../model/facts.ts'
import type { KeyCount } from '../../ports/facts.ts'
import { formatNumber } from '../format.ts'
import type { Html, PageContext } from '../layout.ts'
import { provinceName } from '../pages/provinces.ts'
import { chartOf, type Point } from './chart.ts'
import { exportLinks, filterForm, givenIn } from './parts.ts'
import { shareTable, shareText } from './tables.ts'

export const statisticsParams = factFilters.percentages.omit({ order: true })
/** Shares that are put into one table. */
export const mostShares = 600

export type StatisticsData = {
  typed: Readonly<Record<string, string>>
  problems: readonly ParamProblem[]
  /** Null where there are problems, or nothing is asked for. */
  found: { asked: AskedFacts<'percentages'>; shares: Facts['percentages'][]; isCut: boolean } | null
  /** Subjects that are told most often; none where something is asked for. */
  top: readonly KeyCount[]
}

/** The content of "/statistics". */
export function statisticsPage(page: PageContext, app: App, data: StatisticsData): Html {
  const { t, language } = page
  const s = t.facts.statistics
  const { typed, problems, found, top } = data
  const field = (name: string) => typed[name] ?? ''
  const checks = (['disagrees', 'agrees', 'none'] as const).map((c) => [c, s.checks[c]] as const)
  const form = filterForm(
    page,
    app,
    '/statistics',
    [
      {
        name: 'subject',
        label: s.subject,
        value: field('subject'),
        kind: 'search',
        hint: s.subjectHint,
      },
      { name: 'province', label: t.facts.province, value: field('province'), kind: 'province' },
      { name: 'year', label: t.facts.year, value: field('year') },
      { name: 'check', label: s.check, value: field('check'), choices: checks },
    ],
    problems,
  )
  const subject = ({ label, facts, documents }: KeyCount) =>
    html`<li><a href="/statistics?${new URLSearchParams({ subject: label })}" dir="auto">${label}</a> <span class="count">${t.facts.factsIn(formatNumber(facts, language), formatNumber(documents, language))}</span></li>`
  return html`<h1>${s.title}</h1><p>${s.intro}</p>
${form}
${found ? shares(page, app, found) : ''}
${top.length > 0 ? html`<h2>${s.top}</h2><ul class="subjects">${top.map(subject)}</ul>` : ''}`
}

function shares(page: PageContext, app: App, found: NonNullable<StatisticsData['found']>): Html {
  const { t, language } = page
  const s = t.facts.statistics
  if (found.shares.length === 0) return html`<p>${s.none}</p>`
  const sorted = byPlaceAndYear(app, found.shares)
  const { subject } = found.asked
  // Shares of different things are no picture.
  const picture = subject
    ? html`${chartOf(pointsOf(page, app, found.shares), s.chart(subject))}<p class="hint">${s.chartNote}</p>`
    : ''
  return html`${picture}
<h2 id="shares-title">${s.table}</h2>
${found.isCut ? html`<p class="notice">${s.cut(formatNumber(mostShares, language))}</p>` : ''}
${shareTable(page, app, 'shares-title', sorted)}
${exportLinks(page, 'percentages', givenIn(found.asked))}`
}

const placeOf = (app: App, { provinces }: Facts['percentages']) =>
  provinces.map(({ id }) => provinceName(app.lexicon, id)).join(', ')

/** Checks that disagree first; among those of one outcome by place, then year. */
function byPlaceAndYear(app: App, shares: readonly Facts['percentages'][]) {
  const rank = { disagrees: 0, agrees: 1, unchecked: 2 }
  return shares
    .map((share) => ({ share, place: placeOf(app, share), year: share.day?.slice(0, 4) ?? '' }))
    .sort(
      (a, b) =>
        rank[a.share.check] - rank[b.share.check] ||
        a.place.localeCompare(b.place, 'vi') ||
        a.year.localeCompare(b.year),
    )
    .map(({ share }) => share)
}

/** The newest share of each place and year. */
function pointsOf(page: PageContext, app: App, shares: readonly Facts['percentages'][]): Point[] {
  const newest = new Map<string, Facts['percentages']>()
  for (const share of shares) {
    if (share.unit === 'points') continue
    const key = JSON.stringify([placeOf(app, share), share.day?.slice(0, 4) ?? ''])
    const known = newest.get(key)
    if (!known || (share.day ?? '') > (known.day ?? '')) newest.set(key, share)
  }
  return Array.from(newest.values(), (share) => ({
    place: placeOf(app, share) || page.t.facts.statistics.nowhere,
    year: share.day?.slice(0, 4) ?? '',
    value: share.value,
    label: shareText(page, share),
  }))
}
