// The history of the provinces: what a province was on a day, what it is today, and what today's province was made of.
//
//   at('hoa-binh', '2023-05-01') → tỉnh Hòa Bình     currentOf('hoa-binh') → ['phu-tho']
import type { Lexicon, ProvincePeriod } from './lexicon.ts'

type History = Pick<Lexicon['provinces'], 'periods' | 'at' | 'currentOf' | 'predecessorsOf'>

const firstDay = '0000-00-00'
const lastDay = '9999-99-99'
const utcDay = (iso: string) => Date.parse(iso) / 86_400_000

/** Days between a day and the nearest end of a period that does not hold on it. */
function distance(period: ProvincePeriod, day: string): number {
  if (period.from !== null && day < period.from) return utcDay(period.from) - utcDay(day)
  if (period.to !== null && day > period.to) return utcDay(day) - utcDay(period.to)
  return 0
}

/** Answers questions about provinces from all periods, in any order. */
export function provinceHistoryOf(rows: readonly ProvincePeriod[]): History {
  const periods = new Map<string, ProvincePeriod[]>()
  for (const row of rows) periods.set(row.id, [...(periods.get(row.id) ?? []), row])
  for (const list of periods.values())
    list.sort((a, b) => ((a.from ?? firstDay) < (b.from ?? firstDay) ? -1 : 1))

  const latest = (id: string) => periods.get(id)?.at(-1) ?? null
  const isToday = (id: string) => latest(id)?.to === null
  const predecessors = new Map<string, Set<string>>()
  // A province that still exists is no predecessor of another one, though it may once have held its land.
  for (const row of rows)
    for (const current of row.current)
      if (row.id === current || !isToday(row.id))
        predecessors.set(current, (predecessors.get(current) ?? new Set()).add(row.id))

  return {
    periods,
    at(id, day) {
      const list = periods.get(id)
      if (!list) return null
      if (day === null) return latest(id)
      const nearest = list.reduce((best, period) =>
        distance(period, day) < distance(best, day) ? period : best,
      )
      return nearest
    },
    currentOf: (id) => [...(latest(id)?.current ?? [])],
    predecessorsOf: (id) => [...(predecessors.get(id) ?? [])].sort(),
  }
}

/** Two periods of one province that hold on the same day; `lastDay` and `firstDay` stand for open ends. */
export const overlap = (a: ProvincePeriod, b: ProvincePeriod): boolean =>
  (a.from ?? firstDay) <= (b.to ?? lastDay) && (b.from ?? firstDay) <= (a.to ?? lastDay)
