// The archive at a glance: what came of late, from where, about which provinces, from which months, and what failed.
import { type DocumentState, documentStates } from '../model.ts'
import type { Count, Figures } from '../ports/figures.ts'
import type { StateCounts, Store } from '../ports/store.ts'
import type { Context } from './context.ts'
import { type DocumentLine, lineOf } from './stage.ts'

const shownDays = 30
const shownFailures = 8
const dayMs = 86_400_000
/** Vietnam is seven hours ahead of UTC, all the year. */
const aheadMs = 7 * 3_600_000

export type Dashboard = {
  counts: StateCounts
  /** The last thirty days, the oldest first, today in Vietnam last; days on which nothing came have a count of 0. */
  days: Count[]
  /** By where documents first came from, most first: the host of a web page, "file", "inside". */
  sources: Array<{ source: string; counts: StateCounts; total: number }>
  /** Documents by province, as it was and as it is today. */
  provincesThen: ReadonlyMap<string, number>
  provincesToday: ReadonlyMap<string, number>
  /** Documents by month of their own date ("2023-03"), or by year where the month is unknown; undated ones left out. */
  months: Count[]
  undated: number
  /** The latest that could not be read. */
  failures: DocumentLine[]
}

/** Figures are kept for so many times as long as it took to count them, so that a tenth of a process's time goes there at most. */
const keptTimes = 9

type Kept = { since: string; until: number; figures: Promise<Figures> }
const keptOf = new WeakMap<Store, Kept>()

/** The figures of a store: counted now or lately, and once for all who ask at the same time. */
async function figuresOf(store: Store, since: string): Promise<Figures> {
  const kept = keptOf.get(store)
  if (kept && kept.since === since && performance.now() < kept.until) return kept.figures
  const startedAt = performance.now()
  const counting: Kept = { since, until: Number.POSITIVE_INFINITY, figures: store.figures(since) }
  keptOf.set(store, counting)
  try {
    const figures = await counting.figures
    const endedAt = performance.now()
    counting.until = endedAt + keptTimes * (endedAt - startedAt)
    return figures
  } catch (error) {
    keptOf.delete(store)
    throw error
  }
}

/** Everything on the dashboard, as of now. */
export async function showDashboard({ store }: Context, now = Date.now()): Promise<Dashboard> {
  const days = Array.from({ length: shownDays }, (_, i) =>
    new Date(now + aheadMs - (shownDays - 1 - i) * dayMs).toISOString().slice(0, 10),
  )
  const since = new Date(Date.parse(`${days[0]}T00:00:00.000Z`) - aheadMs).toISOString()
  const figures = await figuresOf(store, since)
  const byDay = new Map(figures.days.map(({ value, count }) => [value, count]))
  const asMap = (counts: readonly Count[]) =>
    new Map(counts.map(({ value, count }) => [value, count]))
  const { documents } = await store.documentsIn({ state: 'failed', limit: shownFailures })
  return {
    counts: await store.countStates(),
    days: days.map((day) => ({ value: day, count: byDay.get(day) ?? 0 })),
    sources: bySource(figures.sources),
    provincesThen: asMap(figures.provincesThen),
    provincesToday: asMap(figures.provincesToday),
    months: figures.months.filter(({ value }) => value !== ''),
    undated: figures.months.find(({ value }) => value === '')?.count ?? 0,
    failures: documents.map(lineOf),
  }
}

/** Where documents stand, of those ids that are there. */
export async function linesOf({ store }: Context, ids: readonly string[]): Promise<DocumentLine[]> {
  return (await store.documentsOf(ids)).map(lineOf)
}

function bySource(
  rows: ReadonlyArray<{ source: string; state: DocumentState; count: number }>,
): Dashboard['sources'] {
  const sources = new Map<string, Dashboard['sources'][number]>()
  for (const { source, state, count } of rows) {
    let entry = sources.get(source)
    if (!entry) {
      const counts = Object.fromEntries(documentStates.map((one) => [one, 0])) as StateCounts
      entry = { source, counts, total: 0 }
      sources.set(source, entry)
    }
    entry.counts[state] += count
    entry.total += count
  }
  return [...sources.values()].sort((a, b) => b.total - a.total || (a.source < b.source ? -1 : 1))
}
