// Names of provinces for forms and pages, from the lexicon: today's, and former ones with where they are now.
import type { App } from '../../app/app.ts'

type Lexicon = App['lexicon']
export type ProvinceChoice = { id: string; name: string; now: string[] }

/** Name of a province id: of its latest period; the id itself where it is unknown. */
export function provinceName(lexicon: Lexicon, id: string): string {
  return lexicon.provinces.periods.get(id)?.at(-1)?.name ?? id
}

const choicesOf = new WeakMap<Lexicon, { today: ProvinceChoice[]; former: ProvinceChoice[] }>()

/** Every province in alphabetical order: those of today, and those that are no more, with today's names. */
export function provinceChoices(lexicon: Lexicon) {
  const known = choicesOf.get(lexicon)
  if (known) return known
  const choices = { today: [] as ProvinceChoice[], former: [] as ProvinceChoice[] }
  for (const [id, periods] of lexicon.provinces.periods) {
    const isToday = periods.some((period) => period.to === null)
    const now = isToday ? [] : lexicon.provinces.currentOf(id)
    const choice = {
      id,
      name: provinceName(lexicon, id),
      now: now.map((n) => provinceName(lexicon, n)),
    }
    choices[isToday ? 'today' : 'former'].push(choice)
  }
  const byName = (a: ProvinceChoice, b: ProvinceChoice) => a.name.localeCompare(b.name, 'vi')
  choices.today.sort(byName)
  choices.former.sort(byName)
  choicesOf.set(lexicon, choices)
  return choices
}
